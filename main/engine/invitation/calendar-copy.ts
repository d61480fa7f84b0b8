// An invitation as the owner's own agenda takes it in: the moments, how they repeat and their zones as they came, without METHOD and
// people. With those, agendas write to the organiser and the guests by themselves when a file is taken in.
import { folded, utc } from '../../domain/day-plan/calendar-file.ts';
import type { Instant } from '../../domain/instant.ts';
import { calendarLines } from './calendar-lines.ts';

const LEFT_OUT = /^(?:METHOD|VERSION|ATTENDEE|ORGANIZER|COMMENT|X-MICROSOFT-DISALLOW-COUNTER)[;:]/i;

/** null: no event is in it. `at`: for a DTSTAMP, which a file must have and a mail may lack. */
export function calendarCopy(text: string, at: Instant): string | null {
  const lines = calendarLines(text)?.split('\r\n');
  if (lines === undefined) return null;
  const hasStamp = lines.some((line) => /^DTSTAMP[;:]/i.test(line));
  const kept = lines
    .filter((line) => line !== '' && !LEFT_OUT.test(line))
    .flatMap((line) => {
      if (line === 'BEGIN:VCALENDAR') return [line, 'VERSION:2.0', 'PRODID:-//Balie//Uitnodigingen//NL'];
      return line === 'BEGIN:VEVENT' && !hasStamp ? [line, `DTSTAMP:${utc(at)}`] : [line];
    });
  return kept.map((line) => `${folded(line)}\r\n`).join('');
}
