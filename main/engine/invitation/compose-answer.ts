// The answer to an invitation as a letter: the frozen bytes, and the same message as ingest wants it. Beside its words stands what
// the organiser's agenda reads (iMIP, RFC 6047).
import { failed, ok, type Result } from '../../contract/errors.ts';
import {
  dayInWords,
  instantInWords,
  invitationProposal,
  invitationReply,
} from '../../contract/text/invitation-words.ts';
import type { CannedLanguage } from '../../domain/canned/template.ts';
import type { Address } from '../../domain/conversation/message.ts';
import { HOUR_MS, SECOND_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
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
import { calendarAnswer, type AnswerToWrite } from './calendar-answer.ts';

export type AnswerFacts = {
  /** The guest who answers. */
  readonly by: Address;
  /** The owner's own address, where that is another: the mail was passed on to him. */
  readonly sentBy: Address | null;
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

export function composeAnswer(
  invitation: Invitation,
  as: InvitationAnswer,
  facts: AnswerFacts,
): Promise<Result<ComposedAnswer>> {
  const { language, zone } = facts;
  const words = invitationReply(language, as, {
    who: nameOf(facts),
    what: oneLine(invitation.summary),
    when: timeInWords(invitation.start, language, zone),
  });
  return composeLetter(invitation, { method: 'REPLY', as, comment: '' }, words, facts);
}

/**
 * Another moment, as long as it was. Where the organiser takes no proposals (Outlook lets him say so) his agenda reads "maybe", and
 * he himself reads the rest. The moment stands there in his zone too, where his clock shows another time.
 */
export function composeProposal(
  invitation: Invitation,
  { start, words }: { readonly start: Instant; readonly words: string },
  facts: AnswerFacts,
): Promise<Result<ComposedAnswer>> {
  const { language, zone } = facts;
  const proposed = proposedTimes(invitation, start);
  const inWords = (time: EventTime | null): string => bothZones(time, language, zone, invitation.zone);
  const letter = invitationProposal(language, {
    who: nameOf(facts),
    what: oneLine(invitation.summary),
    when: inWords(proposed.start),
    instead: inWords(invitation.start),
    words: words.trim(),
  });
  const method = invitation.takesProposals ? 'COUNTER' : 'REPLY';
  const asked = method === 'COUNTER' ? { ...invitation, ...proposed } : invitation;
  const comment = words.trim() === '' ? inWords(proposed.start) : `${inWords(proposed.start)}\n${words.trim()}`;
  return composeLetter(asked, { method, as: 'tentative', comment }, letter, facts);
}

function proposedTimes(
  { start, end }: Invitation,
  at: Instant,
): { readonly start: EventTime; readonly end: EventTime } {
  const length = start?.kind === 'instant' && end?.kind === 'instant' ? Math.max(0, end.at - start.at) : HOUR_MS;
  return { start: { kind: 'instant', at }, end: { kind: 'instant', at: at + length } };
}

const nameOf = ({ by }: AnswerFacts): string => (by.name === '' ? by.address : by.name);

async function composeLetter(
  invitation: Invitation,
  answer: Pick<AnswerToWrite, 'method' | 'as' | 'comment'>,
  { subject, text }: { readonly subject: string; readonly text: string },
  { by, sentBy, organizer, answers, uuid, now }: AnswerFacts,
): Promise<Result<ComposedAnswer>> {
  const from = sentBy ?? by;
  const sender = sendableAddress(from.address);
  const recipient = sendableAddress(organizer.address);
  if (sender === null) return failed('sender-refused', 'user', `not an address: ${from.address}`);
  if (recipient === null) {
    const { address } = organizer;
    return failed('recipient-refused', 'user', `not an address: ${address}`, { address });
  }
  const { inReplyTo, references } = referencesFor({
    messageId: answers.messageId,
    inReplyTo: (answers.headers['in-reply-to'] ?? []).flatMap(parseIds),
    references: (answers.headers['references'] ?? []).flatMap(parseIds),
  });
  const calendar = calendarAnswer(invitation, { ...answer, by, sentBy: sentBy?.address ?? null, organizer, at: now });
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
  const raw = await composeMail({ ...letter, from, inReplyTo, calendar: { method: answer.method, text: calendar } });
  const bytes = new TextEncoder().encode(calendar);
  const mail: ParsedMail = {
    ...letter,
    from: [from],
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

function timeInWords(start: EventTime | null, language: CannedLanguage, zone: ZoneName): string {
  if (start === null) return '';
  return start.kind === 'day' ? dayInWords(language, start.day) : instantInWords(language, start.at, zone);
}

/** "donderdag 3 december 2026 om 14:00 CET (13:00 GMT)"; the other day is named where it is another. */
function bothZones(time: EventTime | null, language: CannedLanguage, own: ZoneName, theirs: ZoneName | null): string {
  const here = timeInWords(time, language, own);
  if (theirs === null || time?.kind !== 'instant') return here;
  const there = instantInWords(language, time.at, theirs);
  return clockOf(there) === clockOf(here) ? here : `${here} (${there})`;
}

/** Without the name of the zone: two zones may show the same time. */
const clockOf = (words: string): string => words.slice(0, words.lastIndexOf(' '));
