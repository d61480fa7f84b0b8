// Moments and sizes in words for the window, in the owner's own zone. Reply-by words come from contract/text, shared with
// the tray and the command line.
import type { Instant, ZoneName } from '../../main/domain/instant.ts';
import { UNTIL_THEY_WRITE } from '../../main/domain/queue/decisions.ts';
import type { UiLanguage } from '../../main/domain/conversation/message.ts';

/** Dutch as in the Low Countries, English as in Britain: 24 hours, day before month, Monday first. */
export const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** What a snooze without an hour of its own lasts until: "uitgesteld tot de klant schrijft". */
const NO_HOUR = { nl: 'de klant schrijft', en: 'the customer writes' } as const;

export type Moments = {
  /** For lists: "14:05", "gisteren 9:00", "vr 16:00", "12 mei", "12 mei 2025". */
  readonly short: (at: Instant) => string;
  /** Inside a sentence: "vandaag 16:00", "morgen 9:00", "vrijdag 16:00", "12 mei 16:00". */
  readonly when: (at: Instant) => string;
  /** "vrijdag 12 mei 16:00", with the year where it is another one; for where it must be beyond doubt. */
  readonly full: (at: Instant) => string;
  /** "woensdag 13 mei". */
  readonly weekdayAndDate: (at: Instant) => string;
  /** "12 mei 2026". */
  readonly day: (at: Instant) => string;
  readonly monthYear: (at: Instant) => string;
  readonly time: (at: Instant) => string;
  readonly size: (bytes: number) => string;
  readonly count: (value: number) => string;
};

export function createMoments(language: UiLanguage, zone: ZoneName, now: Instant): Moments {
  const locale = LOCALE[language];
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
  const clock = format({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const dayKey = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const weekday = format({ weekday: 'short' });
  const longWeekday = format({ weekday: 'long' });
  const dayMonth = format({ day: 'numeric', month: 'short' });
  const dayMonthYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const whole = format({ weekday: 'long', day: 'numeric', month: 'long' });
  const wholeWithYear = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const monthAndYear = format({ month: 'long', year: 'numeric' });
  const relativeDay = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  // Noon, so that the hour that a clock change takes or gives never makes a day of its own.
  const dayNumber = (at: Instant): number => Math.round(Date.parse(`${dayKey.format(at)}T12:00Z`) / 86_400_000);
  const number = new Intl.NumberFormat(locale);

  return {
    short: (at) => {
      const days = dayNumber(at) - dayNumber(now);
      const time = clock.format(at);
      if (days === 0) return time;
      if (days === 1 || days === -1) return `${relativeDay.format(days, 'day')} ${time}`;
      if (Math.abs(days) < 7) return `${weekday.format(at)} ${time}`;
      const isThisYear = dayKey.format(at).slice(0, 4) === dayKey.format(now).slice(0, 4);
      return (isThisYear ? dayMonth : dayMonthYear).format(at);
    },
    when: (at) => {
      if (at === UNTIL_THEY_WRITE) return NO_HOUR[language];
      const days = dayNumber(at) - dayNumber(now);
      const time = clock.format(at);
      if (Math.abs(days) <= 1) return `${relativeDay.format(days, 'day')} ${time}`;
      if (days > 0 && days < 7) return `${longWeekday.format(at)} ${time}`;
      return `${(Math.abs(days) < 300 ? dayMonth : dayMonthYear).format(at)} ${time}`;
    },
    full: (at) => {
      if (at === UNTIL_THEY_WRITE) return NO_HOUR[language];
      const isThisYear = dayKey.format(at).slice(0, 4) === dayKey.format(now).slice(0, 4);
      return `${(isThisYear ? whole : wholeWithYear).format(at)} ${clock.format(at)}`;
    },
    weekdayAndDate: (at) => whole.format(at),
    day: (at) => dayMonthYear.format(at),
    monthYear: (at) => monthAndYear.format(at),
    time: (at) => clock.format(at),
    size: (bytes) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const step = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
      const unit = units[step] ?? 'byte';
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short',
        maximumFractionDigits: step > 1 ? 1 : 0,
      }).format(bytes / 1_000 ** step);
    },
    count: (value) => number.format(value),
  };
}

/** "maandag" for 0. 2024-01-01 was a Monday; only the names of the days are taken from it. */
export const weekdayName = (language: UiLanguage, weekday: number): string =>
  new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1 + weekday),
  );
