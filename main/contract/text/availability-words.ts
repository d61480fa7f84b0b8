// Whether the owner is there, in a few words: "Open tot 17:30", "Gesloten · ma 9:00 open", "Afwezig tot 1 dec". The same in the rail,
// the tray and on the command line.
import type { UiLanguage } from '../../domain/conversation/message.ts';
import { DAY_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import type { Availability } from '../../domain/office-hours/availability.ts';
import { wallTimeAt } from '../../domain/office-hours/wall-clock.ts';
import { clockWords, dayWords, momentWords } from './reply-by-words.ts';

const TEXTS: {
  readonly [language in UiLanguage]: {
    readonly open: (until: string) => string;
    readonly closed: (until: string) => string;
    readonly closedForGood: string;
    readonly away: (until: string) => string;
    readonly midnight: string;
  };
} = {
  nl: {
    open: (until) => `Open tot ${until}`,
    closed: (until) => `Gesloten · ${until} open`,
    closedForGood: 'Gesloten',
    away: (until) => `Afwezig tot ${until}`,
    midnight: 'middernacht',
  },
  en: {
    open: (until) => `Open until ${until}`,
    closed: (until) => `Closed · opens ${until}`,
    closedForGood: 'Closed',
    away: (until) => `Away until ${until}`,
    midnight: 'midnight',
  },
};

export function availabilityWords(
  language: UiLanguage,
  availability: Availability,
  now: Instant,
  zone: ZoneName,
): string {
  const texts = TEXTS[language];
  const { kind, until } = availability;
  if (until === null) return texts.closedForGood;
  const wall = wallTimeAt(zone, until);
  const today = wallTimeAt(zone, now);
  const isToday = wall.day === today.day;
  switch (kind) {
    case 'open':
      if (isToday) return texts.open(clockWords(wall));
      return texts.open(
        wall.day === today.day + 1 && wall.msOfDay === 0 ? texts.midnight : momentWords(language, until, now, zone),
      );
    case 'closed':
      return texts.closed(isToday ? clockWords(wall) : momentWords(language, until, now, zone));
    case 'away':
      // A date that far off is a day; the hour would only be noise.
      if (isToday) return texts.away(clockWords(wall));
      return texts.away(
        until - now < 7 * DAY_MS ? momentWords(language, until, now, zone) : dayWords(language, wall, today),
      );
  }
}
