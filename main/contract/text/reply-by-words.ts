// A reply-by and other moments in human words: "nog 40 min", "voor wo 10:00", "2 u te laat". Shared by window, tray and command
// line, so that a moment reads the same everywhere.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import { dateOf, weekdayIndex } from '../../domain/office-hours/calendar.ts';
import { wallTimeAt, type WallTime } from '../../domain/office-hours/wall-clock.ts';

type MomentTexts = {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  readonly units: { readonly min: string; readonly hour: string; readonly days: string };
  readonly left: (amount: string) => string;
  readonly late: (amount: string) => string;
  readonly lateJustNow: string;
  readonly before: (moment: string) => string;
  readonly beforeToday: (time: string) => string;
};

export const MOMENT_TEXTS: { readonly [language in UiLanguage]: MomentTexts } = {
  nl: {
    weekdays: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    months: ['jan', 'feb', 'mrt', 'apr', 'mei', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
    today: 'vandaag',
    tomorrow: 'morgen',
    yesterday: 'gisteren',
    units: { min: 'min', hour: 'u', days: 'dagen' },
    left: (amount) => `nog ${amount}`,
    late: (amount) => `${amount} te laat`,
    lateJustNow: 'net te laat',
    before: (moment) => `voor ${moment}`,
    beforeToday: (time) => `vandaag voor ${time}`,
  },
  en: {
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    today: 'today',
    tomorrow: 'tomorrow',
    yesterday: 'yesterday',
    units: { min: 'min', hour: 'h', days: 'days' },
    left: (amount) => `${amount} left`,
    late: (amount) => `${amount} late`,
    lateJustNow: 'just late',
    before: (moment) => `by ${moment}`,
    beforeToday: (time) => `today by ${time}`,
  },
};

export function replyByWords(language: UiLanguage, replyBy: Instant, now: Instant, zone: ZoneName): string {
  const texts = MOMENT_TEXTS[language];
  const ms = replyBy - now;
  if (ms <= -MINUTE_MS) return texts.late(amountWords(language, -ms));
  if (ms <= 0) return texts.lateJustNow;
  // Rounded up: "nog 1 min" until the very end, never "nog 0 min".
  if (ms < HOUR_MS) return texts.left(`${Math.ceil(ms / MINUTE_MS)} ${texts.units.min}`);
  const due = wallTimeAt(zone, replyBy);
  if (due.day === wallTimeAt(zone, now).day) return texts.beforeToday(clockWords(due));
  return texts.before(momentWords(language, replyBy, now, zone));
}

/** "vandaag 16:00", "morgen 9:00", "wo 10:00", "12 mei 10:00", "12 mei 2027 10:00". */
export function momentWords(language: UiLanguage, at: Instant, now: Instant, zone: ZoneName): string {
  const wall = wallTimeAt(zone, at);
  return `${dayWords(language, wall, wallTimeAt(zone, now))} ${clockWords(wall)}`;
}

export function dayWords(language: UiLanguage, { day }: WallTime, today: WallTime): string {
  const texts = MOMENT_TEXTS[language];
  const ahead = day - today.day;
  if (ahead === 0) return texts.today;
  if (ahead === 1) return texts.tomorrow;
  if (ahead === -1) return texts.yesterday;
  if (ahead > 0 && ahead < 7) return texts.weekdays[weekdayIndex(day)] ?? '';
  const { year, month, day: ofMonth } = dateOf(day);
  const date = `${ofMonth} ${texts.months[month - 1] ?? ''}`;
  return year === dateOf(today.day).year ? date : `${date} ${year}`;
}

/** "9:00": as one says it, without a leading zero. */
export function clockWords({ msOfDay }: WallTime): string {
  const minutes = Math.floor(msOfDay / MINUTE_MS);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Rounded down to what one would say: minutes up to an hour, hours up to two days, then days. */
function amountWords(language: UiLanguage, ms: number): string {
  const { units } = MOMENT_TEXTS[language];
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} ${units.min}`;
  if (ms < 2 * DAY_MS) return `${Math.floor(ms / HOUR_MS)} ${units.hour}`;
  return `${Math.floor(ms / DAY_MS)} ${units.days}`;
}
