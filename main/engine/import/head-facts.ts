// What the header of a mail on disk tells before it is parsed: whose it is, when it came in, how large the server would call it,
// and what the program that kept it had noted about it. Quick enough for the engine's own thread (20,000 a second).
import type { Instant } from '../../domain/instant.ts';
import { parseAddresses } from '../channels/email/parse/addresses.ts';
import { firstField, readHeader, type HeaderField } from '../channels/email/parse/header-block.ts';
import { parseMailDate } from '../channels/email/parse/mail-date.ts';
import { ARRIVED_FIELD, SIZE_FIELD } from '../export/export-layout.ts';

export type HeadFacts = {
  /** It has a header as mail has. */
  readonly isMail: boolean;
  /** When a server took it in, by the topmost Received; else by the sender's Date. */
  readonly at: Instant | null;
  /** With line ends as on the wire (RFC822.SIZE), so that a mail without a Message-ID is known again. */
  readonly size: number;
  readonly flags: readonly string[];
  /** Marked so by another program, which has not thrown it out yet. */
  readonly isDeleted: boolean;
  /** Of everybody it names, lower case. */
  readonly addresses: readonly string[];
};

const PEOPLE: readonly string[] = [
  'from',
  'sender',
  'to',
  'cc',
  'bcc',
  'reply-to',
  'delivered-to',
  'x-original-to',
  'envelope-to',
];
const MARKS_OF_MAIL: ReadonlySet<string> = new Set([
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'received',
  'mime-version',
]);
/** What lies before the first e-mail, or this far ahead, is a clock that was wrong. */
const FIRST_MAIL: Instant = Date.UTC(1971, 0, 1);

export function headFacts(raw: Buffer): HeadFacts {
  const { fields } = readHeader(raw, 0, raw.length);
  const kept = mozillaStatus(firstField(fields, 'x-mozilla-status'));
  const size = Number(firstField(fields, SIZE_FIELD.toLowerCase()));
  return {
    isMail: fields.some(({ name }) => MARKS_OF_MAIL.has(name)),
    at: arrivedAt(fields),
    size: Number.isSafeInteger(size) && size > 0 ? size : sizeOnTheWire(raw),
    flags: [...new Set([...kept.flags, ...statusFlags(fields)])],
    isDeleted: kept.isDeleted,
    addresses: [
      ...new Set(
        fields
          .filter(({ name }) => PEOPLE.includes(name))
          .flatMap(({ value }) => parseAddresses(value).map(({ address }) => address.toLowerCase())),
      ),
    ],
  };
}

function arrivedAt(fields: readonly HeaderField[]): Instant | null {
  const received = firstField(fields, 'received');
  const tries = [
    firstField(fields, ARRIVED_FIELD.toLowerCase()),
    // RFC 5321 4.4: the moment is what follows the last semicolon; each relay writes its line on top.
    received.slice(received.lastIndexOf(';') + 1),
    firstField(fields, 'date'),
  ];
  return tries.map(parseMailDate).find((at) => at !== null && at > FIRST_MAIL) ?? null;
}

/** "Status: RO" and "X-Status: AF", as Unix programs note what was read, answered and flagged. */
function statusFlags(fields: readonly HeaderField[]): readonly string[] {
  const letters = firstField(fields, 'status') + firstField(fields, 'x-status');
  return [
    ...(letters.includes('R') ? ['\\Seen'] : []),
    ...(letters.includes('A') ? ['\\Answered'] : []),
    ...(letters.includes('F') ? ['\\Flagged'] : []),
  ];
}

/** Thunderbird's four hex digits. 8: deleted, though it stays in the file until that is compacted. */
function mozillaStatus(value: string): { readonly flags: readonly string[]; readonly isDeleted: boolean } {
  const bits = /^[0-9a-f]{4}$/i.test(value) ? Number.parseInt(value, 16) : 0;
  return {
    flags: [
      ...((bits & 1) !== 0 ? ['\\Seen'] : []),
      ...((bits & 2) !== 0 ? ['\\Answered'] : []),
      ...((bits & 4) !== 0 ? ['\\Flagged'] : []),
    ],
    isDeleted: (bits & 8) !== 0,
  };
}

function sizeOnTheWire(raw: Buffer): number {
  let bare = 0;
  for (let at = raw.indexOf(10); at >= 0; at = raw.indexOf(10, at + 1)) if (raw[at - 1] !== 13) bare += 1;
  return raw.length + bare;
}
