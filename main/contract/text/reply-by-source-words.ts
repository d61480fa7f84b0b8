// Where a reply-by comes from, beside the moment itself: "8 werkuren na ma 9:12", "door jou gezet", "tot 16:40 te beantwoorden".
// And what is said of an answer of ours that nobody answered. Shared by window and command line.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { DAY_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import { weekdayIndex } from '../../domain/office-hours/calendar.ts';
import { wallTimeAt } from '../../domain/office-hours/wall-clock.ts';
import type { CommitmentView } from '../commitments.ts';
import type { QueueItem } from '../views.ts';
import { promisedWords } from './commitment-words.ts';
import { MOMENT_TEXTS, momentWords } from './reply-by-words.ts';

type SourceTexts = {
  readonly workingHours: (hours: string, isOne: boolean) => string;
  readonly workingMinutes: (minutes: number) => string;
  readonly after: (amount: string, moment: string) => string;
  readonly target: string;
  readonly hand: string;
  readonly commitment: string;
  readonly acknowledgement: string;
  readonly window: (moment: string) => string;
  readonly marks: { readonly hand: string; readonly commitment: string; readonly acknowledgement: string };
  readonly unheard: (since: string) => string;
  readonly watched: (until: string) => string;
};

const TEXTS: { readonly [language in UiLanguage]: SourceTexts } = {
  nl: {
    workingHours: (hours, isOne) => (isOne ? '1 werkuur' : `${hours} werkuren`),
    workingMinutes: (minutes) => (minutes === 1 ? '1 werkminuut' : `${minutes} werkminuten`),
    after: (amount, moment) => `${amount} na ${moment}`,
    target: 'uit je antwoordtijd',
    hand: 'door jou gezet',
    commitment: 'door jou beloofd',
    acknowledgement: 'genoemd in je ontvangstbericht',
    window: (moment) => `tot ${moment} te beantwoorden`,
    marks: { hand: 'zelf gezet', commitment: 'belofte', acknowledgement: 'toegezegd' },
    unheard: (since) => `nog niets gehoord (sinds ${since})`,
    watched: (until) => `antwoord verwacht voor ${until}`,
  },
  en: {
    workingHours: (hours, isOne) => (isOne ? '1 working hour' : `${hours} working hours`),
    workingMinutes: (minutes) => (minutes === 1 ? '1 working minute' : `${minutes} working minutes`),
    after: (amount, moment) => `${amount} after ${moment}`,
    target: 'from your response time',
    hand: 'set by you',
    commitment: 'promised by you',
    acknowledgement: 'named in your acknowledgement',
    window: (moment) => `can be answered until ${moment}`,
    marks: { hand: 'set by you', commitment: 'promise', acknowledgement: 'announced' },
    unheard: (since) => `not heard yet (since ${since})`,
    watched: (until) => `answer expected by ${until}`,
  },
};

type Sourced = Pick<QueueItem, 'replyByFrom' | 'waitingSince' | 'reckoned'> & {
  readonly promise?: Pick<CommitmentView, 'words'> | null;
};

/** Beside a moment in a list, where it comes from something else than the usual target. */
export const sourceMark = (language: UiLanguage, from: QueueItem['replyByFrom']): string | null =>
  from === 'hand' || from === 'commitment' || from === 'acknowledgement' ? TEXTS[language].marks[from] : null;

/** Null where there is no reply-by. */
export function sourceWords(language: UiLanguage, item: Sourced, now: Instant, zone: ZoneName): string | null {
  const texts = TEXTS[language];
  const { waitingSince, reckoned } = item;
  switch (item.replyByFrom) {
    case null:
      return null;
    case 'target':
      if (reckoned.targetMinutes === null || waitingSince === null) return texts.target;
      return texts.after(
        workingTime(language, reckoned.targetMinutes),
        `${pastDay(language, waitingSince, now, zone)} ${clockOf(waitingSince, zone)}`,
      );
    case 'window':
      return texts.window(
        reckoned.windowClosesAt === null ? '' : todayIsBare(language, reckoned.windowClosesAt, now, zone),
      );
    case 'hand':
      return texts.hand;
    case 'commitment':
      return item.promise == null ? texts.commitment : promisedWords(language, item.promise.words);
    case 'acknowledgement':
      return texts.acknowledgement;
  }
}

/** "nog niets gehoord (sinds di 17 nov)" once the watch has passed, and what is watched for before it. */
export function followUpWords(
  language: UiLanguage,
  { at, since }: NonNullable<QueueItem['followUp']>,
  now: Instant,
  zone: ZoneName,
): string {
  const texts = TEXTS[language];
  if (at > now) return texts.watched(momentWords(language, at, now, zone));
  return texts.unheard(sinceWords(language, since, now, zone));
}

/** "di 17 nov"; "gisteren". */
export const sinceWords = (language: UiLanguage, since: Instant, now: Instant, zone: ZoneName): string =>
  pastDay(language, since, now, zone, 'dated');

/** "4 werkuren", "1,5 werkuren", "30 werkminuten". */
function workingTime(language: UiLanguage, minutes: number): string {
  const texts = TEXTS[language];
  if (minutes < 60 || minutes % 30 !== 0) return texts.workingMinutes(minutes);
  const hours = String(minutes / 60);
  return texts.workingHours(language === 'nl' ? hours.replace('.', ',') : hours, minutes === 60);
}

/** "vandaag", "gisteren", "ma" within the week; 'dated' adds the date to the day of the week: "di 17 nov". */
function pastDay(
  language: UiLanguage,
  at: Instant,
  now: Instant,
  zone: ZoneName,
  how: 'short' | 'dated' = 'short',
): string {
  const { day } = wallTimeAt(zone, at);
  const ago = wallTimeAt(zone, now).day - day;
  const weekday = MOMENT_TEXTS[language].weekdays[weekdayIndex(day)] ?? '';
  if (ago > 1 && ago < 7 && how === 'short') return weekday;
  const [whole = ''] = momentWords(language, at, now, zone).split(/ \d+:\d\d$/);
  return ago > 1 && how === 'dated' && ago * DAY_MS < 300 * DAY_MS ? `${weekday} ${whole}` : whole;
}

/** "16:40" today, else with its day. */
function todayIsBare(language: UiLanguage, at: Instant, now: Instant, zone: ZoneName): string {
  const isToday = wallTimeAt(zone, at).day === wallTimeAt(zone, now).day;
  return isToday ? clockOf(at, zone) : momentWords(language, at, now, zone);
}

function clockOf(at: Instant, zone: ZoneName): string {
  const minutes = Math.floor(wallTimeAt(zone, at).msOfDay / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
