// Tells when a reply is about to be late, is late, or when what was put off comes back: product.md, "The clock", rule 10. Each
// once, those that fall together in one bundle, and none in closed time unless the owner wants it.
// Marked as given on disk before it is told: a desk that dies between the two tells nothing twice. What was lost that way still
// stands in the queue, the tray and the badge (docs/decisions, "A reminder is given before it is shown").
import type { EngineEvent } from '../../contract/events.ts';
import { saidIn, type Settings } from '../../contract/settings.ts';
import type { ConversationId } from '../../contract/views.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Instant } from '../../domain/instant.ts';
import { availabilityAt } from '../../domain/office-hours/availability.ts';
import type { OpenTime } from '../../domain/office-hours/open-time.ts';
import { isPausedAt } from '../../domain/office-hours/pause.ts';
import type { Cancel, Clock, Timers } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';
import { loggedReminder, reminderOf } from './told-reminder.ts';

export type ReminderDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly emit: (event: EngineEvent) => void;
  readonly settings: {
    readonly get: () => Pick<Settings, 'notifications' | 'pausedUntil' | 'officeHours' | 'availability'>;
    readonly officeHours: (now: Instant) => OpenTime;
  };
  /** An account is still asking its server what happened: the owner may have answered from his phone. */
  readonly isCatchingUp: () => boolean;
};

export type Reminders = {
  /** Begins with what was missed while the app was off, in one bundle. */
  readonly start: () => void;
  /** Every event of the engine: changed conversations and settings move the next moment. */
  readonly hear: (event: EngineEvent) => void;
  /** The machine woke up or its clock was set. */
  readonly resumed: () => void;
  /** The owner has this conversation before him, or none. */
  readonly looking: (conversation: ConversationId | null) => void;
  readonly stop: () => void;
};

/** What fell due longer ago is not news; longer than a summer closure, after which all of it is told on the first morning. */
const MISSED_MS = 31 * DAY_MS;
const LOGGED_MS = 31 * DAY_MS;
/** Timers and the clock drift apart; a leap of the clock is told by `resumed`. */
const LOOK_AGAIN_MS = 15 * MINUTE_MS;
/** A sync's bursts of changes are one look. */
const AFTER_CHANGES_MS = 500;
/** What falls due within it of the last notification is gathered for the next. */
const APART_MS = 30 * SECOND_MS;
/** After a start or a waking the accounts are waited for this long, and no longer: a server may be away for days. */
const CATCH_UP_MS = MINUTE_MS;
/** More than a notification can name. The rest of a bundle is only counted, so that ten thousand cost no more than ten. */
const NAMED = 20;

export function createReminders({ store, clock, timers, emit, settings, isCatchingUp }: ReminderDeps): Reminders {
  let isRunning = false;
  /** A look is near already: changes that keep coming must not put it off for ever. */
  let isNear = false;
  let cancelTimer: Cancel = () => {};
  let beganAtMs = 0;
  let toldAtMs = Number.NEGATIVE_INFINITY;
  let lookedAt: ConversationId | null = null;

  const lookIn = (delayMs: number): void => {
    cancelTimer();
    isNear = delayMs <= AFTER_CHANGES_MS;
    cancelTimer = timers.after(delayMs, look);
  };
  const begin = (): void => {
    beganAtMs = clock.monotonicMs();
    lookIn(0);
  };

  const look = (): void => {
    if (!isRunning) return;
    const now = clock.now();
    const isDue = store.reminders.due(now - MISSED_MS, now, 1).length > 0;
    const heldMs = isDue ? heldFor(now) : 0;
    if (isDue && heldMs === 0) give(now);
    const nextAt = store.reminders.nextAfter(now) ?? Infinity;
    lookIn(Math.min(heldMs === 0 ? nextAt - now : heldMs, LOOK_AGAIN_MS));
  };

  /** How long what is due must wait; infinite when only the owner can free it. */
  const heldFor = (now: Instant): number => {
    const { notifications, pausedUntil, ...said } = settings.get();
    const elapsedMs = clock.monotonicMs();
    const here = availabilityAt(now, saidIn(said), settings.officeHours(now));
    const isClosed = here.kind !== 'open' && !notifications.outsideOfficeHours;
    return Math.max(
      0,
      isClosed ? (here.until ?? Infinity) - now : 0,
      isPausedAt(now, pausedUntil) ? pausedUntil - now : 0,
      toldAtMs + APART_MS - elapsedMs,
      isCatchingUp() ? beganAtMs + CATCH_UP_MS - elapsedMs : 0,
    );
  };

  /** Switched off, what is due counts as given, so that switching on does not bring a flood. */
  const give = (now: Instant): void => {
    const from = now - MISSED_MS;
    store.transaction(() => {
      const first = store.reminders.due(from, now, NAMED);
      const { customers, counts } = store.reminders.tally(from, now);
      store.reminders.giveAll(from, now, now);
      store.reminderLog.removeBefore(now - LOGGED_MS);
      const { notifications, pausedUntil } = settings.get();
      if (!notifications.enabled) return;
      const openTime = settings.officeHours(now);
      const circumstances = { now, pausedUntil, isToldWhenClosed: notifications.outsideOfficeHours, openTime };
      const logged = first.flatMap((due) => {
        const row = store.conversations.get(due.conversation);
        return row === null ? [] : loggedReminder(due, row, circumstances, due.conversation !== lookedAt);
      });
      store.reminderLog.add(now, total(counts), logged);
      const seen = first.find(({ conversation }) => conversation === lookedAt);
      const reminders = first.flatMap((due) => (due === seen ? [] : reminderOf(store, due)));
      if (reminders.length === 0) return;
      const shown = seen === undefined ? counts : { ...counts, [seen.threshold]: counts[seen.threshold] - 1 };
      store.afterCommit(() => {
        toldAtMs = clock.monotonicMs();
        emit({ kind: 'reminders', reminders, customers, counts: shown });
      });
    });
  };

  return {
    start: () => {
      isRunning = true;
      begin();
    },
    hear: ({ kind }) => {
      const moves = kind === 'conversations-changed' || kind === 'settings-changed' || kind === 'account-state';
      if (isRunning && moves && !isNear) lookIn(AFTER_CHANGES_MS);
    },
    resumed: () => {
      if (isRunning) begin();
    },
    looking: (conversation) => {
      lookedAt = conversation;
    },
    stop: () => {
      isRunning = false;
      cancelTimer();
    },
  };
}

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
