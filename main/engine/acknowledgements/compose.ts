// The acknowledgement as a letter: the frozen bytes, and the same message as ingest wants it. Its marks are those by which other
// machines know not to answer (RFC 3834 5, [MS-OXCMAIL] for Exchange, and the older Precedence).
import type { Settings } from '../../contract/settings.ts';
import { acknowledgementSubject } from '../../domain/acknowledgement/texts.ts';
import type { CannedLanguage } from '../../domain/canned/template.ts';
import { baseSubject } from '../../domain/conversation/base-subject.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import { signatureFor } from '../../domain/letter/signature-for.ts';
import {
  composeMail,
  newMessageId,
  oneLine,
  referencesFor,
  sendableAddress,
  threadHeaders,
} from '../channels/email/compose.ts';
import { parseIds } from '../channels/email/parse/message-ids.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import { letterText } from '../outbox/letter-words.ts';

export type Letter = {
  readonly from: Address;
  readonly to: Address;
  readonly text: string;
  readonly subject: string;
  readonly language: CannedLanguage;
  /** What it answers; null for one that answers nothing. */
  readonly answers: { readonly messageId: string | null; readonly headers: ParsedMail['headers'] } | null;
  readonly now: Instant;
  readonly uuid: string;
  readonly settings: Pick<Settings, 'signatures'>;
};

export type ComposedLetter = {
  readonly mail: ParsedMail;
  readonly raw: Uint8Array;
  readonly messageId: string;
  readonly sender: string;
  readonly recipient: string;
};

const MARKS = {
  'Auto-Submitted': 'auto-replied',
  'X-Auto-Response-Suppress': 'All',
  // RFC 3834 3.1.8 allows it for responders from before that standard. "auto_reply" and not "bulk", which spam filters count.
  Precedence: 'auto_reply',
};

/** Null: an address in it cannot be sent to. */
export async function composeAcknowledgement(letter: Letter): Promise<ComposedLetter | null> {
  const sender = sendableAddress(letter.from.address);
  const recipient = sendableAddress(letter.to.address);
  if (sender === null || recipient === null) return null;
  const { inReplyTo, references } = referencesFor({
    messageId: letter.answers?.messageId ?? null,
    inReplyTo: (letter.answers?.headers['in-reply-to'] ?? []).flatMap(parseIds),
    references: (letter.answers?.headers['references'] ?? []).flatMap(parseIds),
  });
  const subject = acknowledgementSubject(oneLine(baseSubject(letter.subject)), letter.language);
  // Nothing is quoted: what somebody else may have written under a false name is not passed on (RFC 3834 3.2).
  const signature = signatureFor(letter.settings.signatures, letter.from.address, letter.language);
  const text = letterText({ text: letter.text, html: null, signature, below: null });
  const messageId = newMessageId(letter.uuid, sender);
  const date = letter.now - (letter.now % SECOND_MS);
  const to = [{ name: letter.to.name, address: recipient }];
  const raw = await composeMail({
    from: letter.from,
    to,
    cc: [],
    subject,
    text,
    messageId,
    inReplyTo,
    references,
    date,
    headers: MARKS,
  });
  const mail: ParsedMail = {
    subject,
    from: [letter.from],
    to,
    cc: [],
    bcc: [],
    replyTo: [],
    date,
    messageId,
    inReplyTo: inReplyTo === null ? [] : [inReplyTo],
    references,
    text,
    html: null,
    headers: {
      ...threadHeaders(messageId, inReplyTo, references),
      ...Object.fromEntries(Object.entries(MARKS).map(([name, value]) => [name.toLowerCase(), [value]])),
    },
    attachments: [],
    kind: 'auto-reply',
    note: null,
  };
  return { mail, raw, messageId, sender, recipient };
}
