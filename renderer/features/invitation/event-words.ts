// When an event is, and how it repeats, as one says it.
import type { TFunction } from 'i18next';
import type { InvitationView } from '../../../main/contract/invitation.ts';
import type { UiLanguage } from '../../../main/domain/conversation/message.ts';
import { DAY_MS, type Instant, type ZoneName } from '../../../main/domain/instant.ts';
import type { EventTime, Repeats } from '../../../main/domain/invitation/invitation.ts';
import { LOCALE } from '../../i18n/moments.ts';

export type EventWords = {
  /** "dinsdag 26 mei 2026, 09:00 - 10:00". null: no moment is named. */
  readonly when: string | null;
  /** Whole days, and whether there are several. */
  readonly days: { readonly from: string; readonly until: string | null } | null;
};

export function eventWords(
  { start, end }: Pick<InvitationView, 'start' | 'end'>,
  language: UiLanguage,
  zone: ZoneName,
): EventWords {
  if (start === null) return { when: null, days: null };
  if (start.kind === 'day') {
    const last = end?.kind === 'day' ? Date.parse(end.day) - DAY_MS : null;
    const first = Date.parse(start.day);
    const until = last !== null && last > first ? dayWords(last, language, 'UTC') : null;
    return { when: null, days: { from: dayWords(first, language, 'UTC'), until } };
  }
  const day = dayWords(start.at, language, zone);
  const from = `${day}, ${timeWords(start.at, language, zone)}`;
  if (end?.kind !== 'instant' || end.at <= start.at) return { when: from, days: null };
  const lastDay = dayWords(end.at, language, zone);
  const until = `${lastDay === day ? '' : `${lastDay}, `}${timeWords(end.at, language, zone)}`;
  return { when: `${from} – ${until}`, days: null };
}

/** The moment in one line. null: none is named. */
export function whenWords(
  of: Pick<InvitationView, 'start' | 'end'>,
  language: UiLanguage,
  zone: ZoneName,
  t: TFunction,
): string | null {
  const { when, days } = eventWords(of, language, zone);
  if (days === null) return when;
  const { from, until } = days;
  return until === null ? t('invitation.allDay', { day: from }) : t('invitation.days', { from, until });
}

export const timeWords = (at: Instant, language: UiLanguage, zone: ZoneName): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

const dayWords = (at: Instant, language: UiLanguage, zone: ZoneName): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);

const UNITS = {
  nl: { day: ['dag', 'dagen'], week: ['week', 'weken'], month: ['maand', 'maanden'], year: ['jaar', 'jaar'] },
  en: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'], year: ['year', 'years'] },
} as const;
const JOIN = {
  nl: {
    every: 'elke',
    everyNeuter: 'elk',
    on: 'op',
    until: 'tot en met',
    times: 'keer',
    more: 'volgens een langere regel',
  },
  en: { every: 'every', everyNeuter: 'every', on: 'on', until: 'until', times: 'times', more: 'by a longer rule' },
} as const;

const NTH: Readonly<Record<UiLanguage, Readonly<Record<number, string>>>> = {
  nl: { 1: 'de eerste', 2: 'de tweede', 3: 'de derde', 4: 'de vierde', 5: 'de vijfde', [-1]: 'de laatste' },
  en: { 1: 'the first', 2: 'the second', 3: 'the third', 4: 'the fourth', 5: 'the fifth', [-1]: 'the last' },
};

/** "Elke 2 weken op dinsdag en donderdag, tot en met 30 september 2026". */
export function repeatWords(repeats: Repeats, language: UiLanguage, zone: ZoneName): string {
  const words = JOIN[language];
  const [one, many] = UNITS[language][repeats.every];
  const every = repeats.every === 'year' && repeats.interval === 1 ? words.everyNeuter : words.every;
  const step = repeats.interval === 1 ? `${every} ${one}` : `${words.every} ${repeats.interval} ${many}`;
  const days = repeats.weekdays.map((day) => weekdayWords(day, language));
  const [nth] = repeats.nth === null ? [] : [NTH[language][repeats.nth.nth]];
  const ofMonth =
    repeats.nth === null || nth === undefined ? [] : [`${nth} ${weekdayWords(repeats.nth.weekday, language)}`];
  const list = new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format([...days, ...ofMonth]);
  const parts = [
    list === '' ? step : `${step} ${words.on} ${list}`,
    ...(repeats.until === null ? [] : [`${words.until} ${lastDay(repeats.until, language, zone)}`]),
    ...(repeats.count === null ? [] : [`${repeats.count} ${words.times}`]),
    ...(repeats.isMore ? [words.more] : []),
  ];
  const said = parts.join(', ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** 1970-01-05 was a Monday. */
const weekdayWords = (day: number, language: UiLanguage): string =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', weekday: 'long' }).format((day + 3) * DAY_MS);

const lastDay = (until: EventTime, language: UiLanguage, zone: ZoneName): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone: until.kind === 'day' ? 'UTC' : zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(until.kind === 'day' ? Date.parse(until.day) : until.at);
