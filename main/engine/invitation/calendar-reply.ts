// The owner's answer as a calendar object: METHOD:REPLY with him as its one ATTENDEE (RFC 5546 3.2.3). UID, SEQUENCE and
// RECURRENCE-ID are those of the invitation, or the organiser's agenda would not know what is answered.
import type { Address } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import { folded, textValue, utc } from '../../domain/day-plan/calendar-file.ts';
import type { EventTime, Invitation, InvitationAnswer } from '../../domain/invitation/invitation.ts';

export function calendarReply(
  invitation: Invitation,
  answer: { readonly as: InvitationAnswer; readonly by: Address; readonly organizer: Address; readonly at: Instant },
): string {
  const { uid, recurrence, sequence, start, end, summary } = invitation;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Balie//Uitnodigingen//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    ...(recurrence === null ? [] : [recurrence]),
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(answer.at)}`,
    `ORGANIZER${named(answer.organizer)}`,
    `ATTENDEE;PARTSTAT=${answer.as.toUpperCase()}${named(answer.by)}`,
    ...(start === null ? [] : [`DTSTART${timeValue(start)}`]),
    ...(end === null ? [] : [`DTEND${timeValue(end)}`]),
    ...(summary === '' ? [] : [`SUMMARY:${textValue(summary)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const timeValue = (time: EventTime): string =>
  time.kind === 'day' ? `;VALUE=DATE:${time.day.replaceAll('-', '')}` : `:${utc(time.at)}`;

/** A quote cannot stand in a parameter, and no other mark ends one that is quoted (RFC 5545 3.2). */
function named({ name, address }: Address): string {
  const plain = name.replaceAll(/["\p{Cc}]/gu, ' ').trim();
  return `${plain === '' ? '' : `;CN="${plain}"`}:mailto:${address}`;
}
