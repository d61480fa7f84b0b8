// The owner's answer as a calendar object, with him as its one ATTENDEE: METHOD:REPLY (RFC 5546 3.2.3), or METHOD:COUNTER with another
// moment (3.2.7). UID, SEQUENCE and RECURRENCE-ID are those of the invitation, or the organiser's agenda would not know what is
// answered; DTSTAMP is fresh, or it could not tell two answers apart.
import type { Address } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import { folded, textValue, utc } from '../../domain/day-plan/calendar-file.ts';
import type { EventTime, Invitation, InvitationAnswer } from '../../domain/invitation/invitation.ts';

export type AnswerToWrite = {
  readonly method: 'REPLY' | 'COUNTER';
  readonly as: InvitationAnswer;
  readonly by: Address;
  /** Who writes on behalf of `by` (RFC 5545 3.2.18); null: he himself. */
  readonly sentBy: string | null;
  readonly organizer: Address;
  readonly at: Instant;
  readonly comment: string;
};

export function calendarAnswer(invitation: Invitation, answer: AnswerToWrite): string {
  // Several of a series in one mail, without the series: each is asked, each is answered.
  const others = invitation.recurrence === null || answer.method === 'COUNTER' ? [] : invitation.exceptions;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Balie//Uitnodigingen//NL',
    'CALSCALE:GREGORIAN',
    `METHOD:${answer.method}`,
    ...eventLines(invitation, answer, invitation),
    ...others.flatMap((one) => (one.recurrence === null ? [] : eventLines(invitation, answer, one))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

type Which = Pick<Invitation, 'recurrence' | 'start' | 'end'>;

function eventLines(
  { uid, sequence, summary }: Invitation,
  { as, by, sentBy, organizer, at, comment }: AnswerToWrite,
  { recurrence, start, end }: Which,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    ...(recurrence === null ? [] : [recurrence]),
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(at)}`,
    `ORGANIZER${named(organizer)}`,
    `ATTENDEE;PARTSTAT=${as.toUpperCase()}${sentBy === null ? '' : `;SENT-BY="mailto:${sentBy}"`}${named(by)}`,
    ...(start === null ? [] : [`DTSTART${timeValue(start)}`]),
    ...(end === null ? [] : [`DTEND${timeValue(end)}`]),
    ...(summary === '' ? [] : [`SUMMARY:${textValue(summary)}`]),
    ...(comment === '' ? [] : [`COMMENT:${textValue(comment)}`]),
    'END:VEVENT',
  ];
}

const timeValue = (time: EventTime): string =>
  time.kind === 'day' ? `;VALUE=DATE:${time.day.replaceAll('-', '')}` : `:${utc(time.at)}`;

/** A quote cannot stand in a parameter, and no other mark ends one that is quoted (RFC 5545 3.2). */
function named({ name, address }: Address): string {
  const plain = name.replaceAll(/["\p{Cc}]/gu, ' ').trim();
  return `${plain === '' ? '' : `;CN="${plain}"`}:mailto:${address}`;
}
