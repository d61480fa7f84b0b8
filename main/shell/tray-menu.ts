// What the tray says: the sentence on hover, and its menu. Moments are told as they stand on the wall ("sinds 14:05") and not as
// what is left, so that the menu changes only when the desk does: some desktops flicker at each new one. Pure.
import type { EveningState } from '../contract/evening.ts';
import { availabilityWords } from '../contract/text/availability-words.ts';
import { sourceMark } from '../contract/text/reply-by-source-words.ts';
import { momentWords } from '../contract/text/reply-by-words.ts';
import type { TrayEntry, TraySummary } from '../contract/views.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import type { Availability, AvailabilityWish } from '../domain/office-hours/availability.ts';
import type { OfficeHours } from '../domain/office-hours/office-hours.ts';
import { createOpenTime } from '../domain/office-hours/open-time.ts';
import { isPausedAt, PAUSES, pauseUntil, type Pause } from '../domain/office-hours/pause.ts';
import { reminderWordsIn, type ReminderWords } from './reminder-words.ts';

export type TrayDeed =
  | { readonly kind: 'show'; readonly conversation: number | null }
  /** The window's own action of that name. */
  | { readonly kind: 'run'; readonly action: 'evening' | 'availability' }
  | { readonly kind: 'available'; readonly wish: Exclude<AvailabilityWish, 'away'> }
  | { readonly kind: 'pause'; readonly pause: Pause | 'over' }
  | { readonly kind: 'quit' };

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'words'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'deed';
      readonly id: string;
      readonly label: string;
      readonly deed: TrayDeed;
      readonly isOn?: boolean;
    }
  | { readonly kind: 'more'; readonly id: string; readonly label: string; readonly items: readonly TrayItem[] };

export type TrayFacts = {
  readonly summary: TraySummary;
  readonly pausedUntil: Instant | null;
  readonly hours: OfficeHours;
  readonly availability: Availability;
  readonly evening: Pick<EveningState, 'isAfterClosing' | 'toDecide' | 'until'>;
  readonly now: Instant;
};

// A menu longer than this runs off small screens, and longer names push the words that matter off the menu.
const SHOWN = 10;
const LONGEST_NAME = 40;

export function trayTip({ summary, hours, now }: TrayFacts, language: UiLanguage): string {
  const words = reminderWordsIn(language);
  const { overdue, next } = summary;
  const tip = overdue === 0 ? words.trayCalm : words.trayLate(overdue);
  const [first] = next;
  return first === undefined ? tip : words.trayNext(tip, momentWords(language, first.replyBy, now, hours.zone));
}

export function trayMenu(facts: TrayFacts, language: UiLanguage): readonly TrayItem[] {
  const words = reminderWordsIn(language);
  const { summary, hours, now } = facts;
  const moment = (at: Instant): string => momentWords(language, at, now, hours.zone);
  const entry = ({ conversation, who, replyBy, replyByFrom }: TrayEntry, say: ReminderWords['dueBy']): TrayItem => {
    const name = who.length > LONGEST_NAME ? `${who.slice(0, LONGEST_NAME - 1)}…` : who;
    const mark = sourceMark(language, replyByFrom);
    return {
      kind: 'deed',
      id: `conversation-${conversation}`,
      label: `${say(name, moment(replyBy))}${mark === null ? '' : ` · ${mark}`}`,
      deed: { kind: 'show', conversation },
    };
  };
  const late = summary.late.slice(0, SHOWN).map((one) => entry(one, words.lateSince));
  const left = summary.overdue - late.length;
  const more: readonly TrayItem[] =
    left > 0 && late.length > 0
      ? [{ kind: 'deed', id: 'more-late', label: words.moreLate(left), deed: { kind: 'show', conversation: null } }]
      : [];
  return [
    { kind: 'words', id: 'tip', label: summary.overdue === 0 ? words.trayCalm : words.trayLate(summary.overdue) },
    ...late,
    ...more,
    ...apart(summary.next.map((one) => entry(one, words.dueBy))),
    ...apart([...eveningItem(facts, words), availabilityItem(facts, words, language), pauseItem(facts, words, moment)]),
    { kind: 'line' },
    { kind: 'deed', id: 'show', label: words.show, deed: { kind: 'show', conversation: null } },
    { kind: 'deed', id: 'quit', label: words.quit, deed: { kind: 'quit' } },
  ];
}

/** The first instant at which the words change although nothing on the desk does. */
export function trayUntil({ pausedUntil, availability, evening, hours, now }: TrayFacts): Instant {
  const { clock } = createOpenTime(hours);
  const tomorrow = clock.instantOf(clock.at(now).day + 1, 0);
  const pauseEnds = isPausedAt(now, pausedUntil) ? pausedUntil : Infinity;
  return Math.min(tomorrow, pauseEnds, ...[availability.until ?? Infinity, evening.until].filter((at) => at > now));
}

const apart = (items: readonly TrayItem[]): readonly TrayItem[] =>
  items.length === 0 ? [] : [{ kind: 'line' }, ...items];

/** After closing time, while there is something to decide. */
const eveningItem = ({ evening }: TrayFacts, words: ReminderWords): readonly TrayItem[] =>
  evening.isAfterClosing && evening.toDecide > 0
    ? [
        {
          kind: 'deed',
          id: 'evening',
          label: words.evening(evening.toDecide),
          deed: { kind: 'run', action: 'evening' },
        },
      ]
    : [];

function availabilityItem(
  { availability, now, hours }: TrayFacts,
  words: ReminderWords,
  language: UiLanguage,
): TrayItem {
  const current: AvailabilityWish = availability.by === 'hours' ? 'by-hours' : availability.kind;
  const say = (wish: Exclude<AvailabilityWish, 'away'>, label: string): TrayItem => {
    return { kind: 'deed', id: `available-${wish}`, label, deed: { kind: 'available', wish }, isOn: wish === current };
  };
  return {
    kind: 'more',
    id: 'availability',
    label: availabilityWords(language, availability, now, hours.zone),
    items: [
      say('by-hours', words.byHours),
      say('open', words.openNow),
      say('closed', words.closedNow),
      {
        kind: 'deed',
        id: 'available-away',
        label: words.awayUntil,
        deed: { kind: 'run', action: 'availability' },
        isOn: current === 'away',
      },
    ],
  };
}

function pauseItem(
  { pausedUntil, hours, now }: TrayFacts,
  words: ReminderWords,
  moment: (at: Instant) => string,
): TrayItem {
  if (isPausedAt(now, pausedUntil)) {
    return {
      kind: 'deed',
      id: 'pause-over',
      label: words.quietOver(moment(pausedUntil)),
      deed: { kind: 'pause', pause: 'over' },
    };
  }
  const items = PAUSES.map((pause): TrayItem => {
    const label = pause === 'hour' ? words.quietHour : words.quietUntil(moment(pauseUntil(pause, now, hours)));
    return { kind: 'deed', id: `pause-${pause}`, label, deed: { kind: 'pause', pause } };
  });
  return { kind: 'more', id: 'pause', label: words.quiet, items };
}
