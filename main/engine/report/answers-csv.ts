// The answers of a period for a spreadsheet. Semicolons, because a comma is the decimal sign in both countries, and Excel there
// reads no other; RFC 4180 for the rest.
import type { AnswerView } from '../../contract/report.ts';
import { MOMENT_TEXTS } from '../../contract/text/reply-by-words.ts';
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { MINUTE_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import { isoDay, weekdayIndex } from '../../domain/office-hours/calendar.ts';
import { wallTimeAt } from '../../domain/office-hours/wall-clock.ts';

const HEADS: Readonly<Record<UiLanguage, readonly string[]>> = {
  nl: ['klant', 'onderwerp', 'kanaal', 'weekdag', 'gevraagd', 'beantwoord', 'hoe', 'werkminuten', 'op tijd'],
  en: ['customer', 'subject', 'channel', 'weekday', 'asked', 'answered', 'how', 'working minutes', 'in time'],
};
const WORDS: Readonly<Record<UiLanguage, Readonly<Record<AnswerView['by'] | 'yes' | 'no', string>>>> = {
  nl: { answered: 'bericht', phoned: 'telefoon', yes: 'ja', no: 'nee' },
  en: { answered: 'message', phoned: 'telephone', yes: 'yes', no: 'no' },
};
/** Without it Excel takes UTF-8 for the old Windows letters. */
const BYTE_ORDER_MARK = '\uFEFF';

export function answersCsv(answers: readonly AnswerView[], language: UiLanguage, zone: ZoneName): string {
  const words = WORDS[language];
  const lines = answers.map((answer) => [
    answer.who,
    answer.subject,
    answer.channel,
    MOMENT_TEXTS[language].weekdays[weekdayIndex(wallTimeAt(zone, answer.askedAt).day)] ?? '',
    moment(answer.askedAt, zone),
    moment(answer.answeredAt, zone),
    words[answer.by],
    String(Math.round(answer.minutes)),
    answer.isInTime ? words.yes : words.no,
  ]);
  return BYTE_ORDER_MARK + [HEADS[language], ...lines].map((line) => `${line.map(cell).join(';')}\r\n`).join('');
}

function moment(at: Instant, zone: ZoneName): string {
  const { day, msOfDay } = wallTimeAt(zone, at);
  const minutes = Math.floor(msOfDay / MINUTE_MS);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${isoDay(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A customer's subject that begins as a formula must stay words: a spreadsheet would carry it out. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
