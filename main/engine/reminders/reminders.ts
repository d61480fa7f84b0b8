// Tells when a reply is about to be late, is late, or when what was put off comes back: product.md, "The clock", rule 10. Each
// once, those that fall together in one bundle, and none in closed time unless the owner wants it.
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Reminder } from '../../contract/views.ts';
import { createOpenTime } from '../../domain/office-hours/open-time.ts';
import type { OfficeHours } from '../../domain/office-hours/office-hours.ts';
import { DAY_MS, MINUTE_MS, type Instant } from '../../domain/instant.ts';
import type { Cancel, Clock, Timers } from '../ports/ports.ts';
import type { DueReminder } from '../store/reminder-table.ts';
import type { Store } from '../store/store.ts';

export type ReminderDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly emit: (event: EngineEvent) => void;
  readonly settings: {
    readonly get: () => Pick<Settings, 'notifications'>;
    readonly officeHours: (now: Instant) => OfficeHours;
  };
};

export type Reminders = {
  /** Begins with what was missed while the app was off, in one bundle. */
  readonly start: () => void;
  /** Every event of the engine: changed conversations and settings move the next moment. */
  readonly hear: (event: EngineEvent) => void;
  /** The machine woke up or its clock was set. */
  readonly resumed: () => void;
  readonly stop: () => void;
};

/** What fell due longer ago is not news; longer than a summer closure, after which all of it is told on the first morning. */
const MISSED_MS = 31 * DAY_MS;
/** The machine's clock may jump while a timer runs on. */
const LOOK_AGAIN_MS = MINUTE_MS;
/** A sync's bursts of changes are one look. */
const AFTER_CHANGES_MS = 500;

export function createReminders({ store, clock, timers, emit, settings }: ReminderDeps): Reminders {
  let isRunning = false;
  /** A look is near already: changes that keep coming must not put it off for ever. */
  let isNear = false;
  let cancelTimer: Cancel = () => {};

  const lookIn = (delayMs: number): void => {
    cancelTimer();
    isNear = delayMs <= AFTER_CHANGES_MS;
    cancelTimer = timers.after(delayMs, look);
  };

  const look = (): void => {
    if (!isRunning) return;
    const now = clock.now();
    const { notifications } = settings.get();
    const openTime = createOpenTime(settings.officeHours(now));
    const due = store.reminders.due(now - MISSED_MS, now);
    const mayTell = notifications.outsideOfficeHours || openTime.isOpenAt(now);
    if (due.length > 0 && mayTell) give(due, now, notifications.enabled);
    const opening = due.length > 0 && !mayTell ? openTime.nextOpening(now) : null;
    const next = Math.min(opening ?? Infinity, store.reminders.nextAfter(now) ?? Infinity);
    lookIn(Math.min(Math.max(0, next - now), LOOK_AGAIN_MS));
  };

  /** Switched off they count as given, so that switching them on does not bring a flood. */
  const give = (due: readonly DueReminder[], now: Instant, isEnabled: boolean): void => {
    store.transaction(() => {
      for (const one of due) store.reminders.give(one, now);
      store.afterCommit(() => {
        const reminders = isEnabled ? oneEach(due).flatMap((one) => reminderOf(store, one)) : [];
        if (reminders.length > 0) emit({ kind: 'reminders', reminders });
      });
    });
  };

  return {
    start: () => {
      isRunning = true;
      lookIn(0);
    },
    hear: (event) => {
      const moves = event.kind === 'conversations-changed' || event.kind === 'settings-changed';
      if (isRunning && moves && !isNear) lookIn(AFTER_CHANGES_MS);
    },
    resumed: () => {
      if (isRunning) lookIn(0);
    },
    stop: () => {
      isRunning = false;
      cancelTimer();
    },
  };
}

const WEIGHT = { warning: 0, woken: 1, overdue: 2 } as const;

/** Who is late needs no warning as well. In order of moment. */
function oneEach(due: readonly DueReminder[]): readonly DueReminder[] {
  const heaviest = new Map<number, DueReminder>();
  for (const one of due) {
    const other = heaviest.get(one.conversation);
    if (other === undefined || WEIGHT[one.threshold] >= WEIGHT[other.threshold]) heaviest.set(one.conversation, one);
  }
  return due.filter((one) => heaviest.get(one.conversation) === one);
}

function reminderOf(store: Store, { conversation, threshold }: DueReminder): readonly Reminder[] {
  const row = store.conversations.get(conversation);
  if (row === null) return [];
  const { name, address } = row.customer;
  return [{ conversation, threshold, who: name === '' ? address : name, subject: row.subject, replyBy: row.replyBy }];
}
