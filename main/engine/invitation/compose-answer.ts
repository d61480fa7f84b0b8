// The answer to an invitation as a letter: the frozen bytes, and the same message as ingest wants it. Beside its words stands what
// the organiser's agenda reads (iMIP, RFC 6047).
import { failed, ok, type Result } from '../../contract/errors.ts';
import { dayInWords, instantInWords, invitationReply } from '../../contract/text/invitation-words.ts';
import type { CannedLanguage } from '../../domain/canned/template.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { SECOND_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import type { EventTime, Invitation, InvitationAnswer } from '../../domain/invitation/invitation.ts';
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
import { calendarReply } from './calendar-reply.ts';

export type AnswerFacts = {
  /** The owner, as the address that was invited. */
  readonly by: Address;
  readonly organizer: Address;
  readonly answers: { readonly messageId: string | null; readonly headers: ParsedMail['headers'] };
  readonly language: CannedLanguage;
  readonly zone: ZoneName;
  readonly uuid: string;
  readonly now: Instant;
};

export type ComposedAnswer = {
  readonly mail: ParsedMail;
  readonly raw: Uint8Array;
  readonly messageId: string;
  readonly sender: string;
  readonly recipient: string;
};

export async function composeAnswer(
  invitation: Invitation,
  as: InvitationAnswer,
  { by, organizer, answers, language, zone, uuid, now }: AnswerFacts,
): Promise<Result<ComposedAnswer>> {
  const sender = sendableAddress(by.address);
  const recipient = sendableAddress(organizer.address);
  if (sender === null) return failed('sender-refused', 'user', `not an address: ${by.address}`);
  if (recipient === null) {
    const { address } = organizer;
    return failed('recipient-refused', 'user', `not an address: ${address}`, { address });
  }
  const { inReplyTo, references } = referencesFor({
    messageId: answers.messageId,
    inReplyTo: (answers.headers['in-reply-to'] ?? []).flatMap(parseIds),
    references: (answers.headers['references'] ?? []).flatMap(parseIds),
  });
  const { subject, text } = invitationReply(language, as, {
    who: by.name === '' ? by.address : by.name,
    what: oneLine(invitation.summary),
    when: whenOf(invitation.start, language, zone),
  });
  const calendar = calendarReply(invitation, { as, by, organizer, at: now });
  const messageId = newMessageId(uuid, sender);
  const letter = {
    to: [{ name: organizer.name, address: recipient }],
    cc: [],
    subject,
    text,
    messageId,
    references,
    date: now - (now % SECOND_MS),
  };
  const raw = await composeMail({ ...letter, from: by, inReplyTo, calendar: { method: 'REPLY', text: calendar } });
  const bytes = new TextEncoder().encode(calendar);
  const mail: ParsedMail = {
    ...letter,
    from: [by],
    bcc: [],
    replyTo: [],
    inReplyTo: inReplyTo === null ? [] : [inReplyTo],
    html: null,
    headers: threadHeaders(messageId, inReplyTo, references),
    attachments: [
      {
        part: '2',
        fileName: '',
        contentType: 'text/calendar',
        size: bytes.byteLength,
        contentId: null,
        isInline: false,
        content: bytes,
      },
    ],
    kind: 'human',
    note: null,
  };
  return ok({ mail, raw, messageId, sender, recipient });
}

function whenOf(start: EventTime | null, language: CannedLanguage, zone: ZoneName): string {
  if (start === null) return '';
  return start.kind === 'day' ? dayInWords(language, start.day) : instantInWords(language, start.at, zone);
}
