// What a channel takes: how long an answer may be, and for how long the customer can be answered. Each number says where it comes
// from; where no document was found there is no number, and nothing is said.
import type { Channel } from '../conversation/message.ts';

/** 'document': the maker's own; 'third-party': somebody else's about it; 'known': usual, not looked up. */
type LimitSource = 'document' | 'third-party' | 'known';
type LengthUnit = 'characters' | 'bytes' | 'sms-parts';

type LengthLimit = { readonly most: number; readonly unit: LengthUnit; readonly source: LimitSource };

/** A text message longer than this is refused by some carriers, and seldom what one wants to pay for. */
const MOST_SMS_PARTS = 6;

const LENGTHS: Readonly<Partial<Record<Channel, LengthLimit>>> = {
  // Graph API, conversations of an own account; said by others who use it.
  instagram: { most: 1_000, unit: 'bytes', source: 'third-party' },
  facebook: { most: 2_000, unit: 'characters', source: 'known' },
  // Bot API, sendMessage: "1-4096 characters after entities parsing".
  telegram: { most: 4_096, unit: 'characters', source: 'document' },
  sms: { most: MOST_SMS_PARTS, unit: 'sms-parts', source: 'known' },
};

type LengthTaken = LengthLimit & { readonly used: number };

/** null: no limit is known. In Unicode code points, bytes of UTF-8, or parts of a text message. */
export function lengthTaken(channel: Channel, text: string): LengthTaken | null {
  const limit = LENGTHS[channel];
  return limit === undefined ? null : { ...limit, used: measured(text, limit.unit) };
}

function measured(text: string, unit: LengthUnit): number {
  switch (unit) {
    case 'characters':
      return Array.from(text).length;
    case 'bytes':
      return new TextEncoder().encode(text).length;
    case 'sms-parts':
      return smsParts(text);
  }
}

/** 3GPP TS 23.038: the default alphabet; the second row counts double, for it needs an escape before it. */
const GSM: ReadonlySet<string> = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_DOUBLE: ReadonlySet<string> = new Set('^{}\\[~]|€');

/** 160 signs of the default alphabet or 70 others fit in one; in several, each loses room for its place among them (23.040). */
export function smsParts(text: string): number {
  const signs = Array.from(text);
  const isPlain = signs.every((sign) => GSM.has(sign) || GSM_DOUBLE.has(sign));
  const length = isPlain
    ? signs.reduce((sum, sign) => sum + (GSM_DOUBLE.has(sign) ? 2 : 1), 0)
    : // UCS-2 counts in units of sixteen bits, which is what a string's length is.
      text.length;
  const [alone, joined] = isPlain ? [160, 153] : [70, 67];
  if (length === 0) return 0;
  return length <= alone ? 1 : Math.ceil(length / joined);
}
