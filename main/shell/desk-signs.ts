// What the desktop shows of the desk while its window is away: the tray, the badge, notifications; and what the owner does there.
// What they say is in tray-menu.ts and reminder-text.ts; when to look again is told to watch-over.ts.
import { app } from 'electron';
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import type { Result } from '../contract/errors.ts';
import type { EveningState } from '../contract/evening.ts';
import type { Reminder, ReminderBundle } from '../contract/reminders.ts';
import { saidIn, type Settings } from '../contract/settings.ts';
import { momentWords } from '../contract/text/reply-by-words.ts';
import type { TraySummary } from '../contract/views.ts';
import type { UiLanguage } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import { availabilityAt } from '../domain/office-hours/availability.ts';
import { officeHoursOf } from '../domain/office-hours/holidays.ts';
import { createOpenTime } from '../domain/office-hours/open-time.ts';
import { pauseUntil } from '../domain/office-hours/pause.ts';
import type { Logger, Timers } from '../engine/ports/ports.ts';
import { createNotifications } from './notifications.ts';
import { reminderWordsIn } from './reminder-words.ts';
import { createTray } from './tray.ts';
import { trayMenu, trayTip, trayUntil, type TrayDeed } from './tray-menu.ts';

export type DeskSignsDeps = {
  readonly assetsFolder: string;
  readonly engine: <Name extends CommandName>(
    name: Name,
    args: CommandArgs<Name>,
  ) => Promise<Result<CommandValue<Name>>>;
  readonly settings: () => Settings;
  readonly language: () => UiLanguage;
  /** The machine's clock. */
  readonly now: () => Instant;
  readonly timers: Timers;
  readonly isDemo: () => boolean;
  readonly show: (conversation: number | null) => void;
  readonly runAction: (action: string) => void;
  readonly background: (name: string, work: Promise<unknown>) => void;
  readonly log: Logger;
};

export type DeskSigns = {
  /** Answers how many milliseconds the words stay right. */
  readonly update: (summary: TraySummary, evening: EveningState, clockOffsetMs: number) => number;
  readonly remind: (bundle: ReminderBundle) => void;
  readonly destroy: () => void;
};

/** By then the window is there, and as a rule the engine too, which has more to tell. */
const FIRST_MENU_AFTER_MS = 2_000;
const NOBODY: TraySummary = { overdue: 0, now: 0, late: [], next: [] };

export function createDeskSigns(deps: DeskSignsDeps): DeskSigns {
  let offsetMs = 0;
  const deskNow = (): Instant => deps.now() + offsetMs;
  const openTime = () => createOpenTime(officeHoursOf(deps.settings().officeHours, deskNow()));

  const run = (deed: TrayDeed): void => {
    switch (deed.kind) {
      case 'show':
        return deps.show(deed.conversation);
      case 'run':
        return deps.runAction(deed.action);
      case 'available':
        return deps.background('availability', deps.engine('availability.set', { wish: deed.wish, until: null }));
      case 'pause': {
        const pausedUntil = deed.pause === 'over' ? deskNow() : pauseUntil(deed.pause, deskNow(), openTime());
        return deps.background('pause', deps.engine('settings.set', { pausedUntil }));
      }
      case 'quit':
        return app.quit();
    }
  };
  /** What no longer fits the conversation is not done: the owner sees it instead. */
  const act = async ({ conversation, lastAt }: Reminder, choice: 'snooze-hour' | 'phoned'): Promise<void> => {
    const done = await deps.engine('reminders.act', { conversation, lastAt, act: choice });
    if (!done.ok) deps.show(conversation);
  };

  const tray = createTray(deps.assetsFolder, run);
  const notifications = createNotifications({
    look: () => ({
      words: reminderWordsIn(deps.language()),
      isContentHidden: deps.settings().notifications.hideContent,
      moment: (at) => momentWords(deps.language(), at, deskNow(), deps.settings().officeHours.zone),
    }),
    isDemo: deps.isDemo,
    deskNow,
    onClick: deps.show,
    onAction: (reminder, choice) => deps.background('notification', act(reminder, choice)),
    log: deps.log,
  });

  const update = (
    summary: TraySummary,
    evening: Pick<EveningState, 'isAfterClosing' | 'toDecide' | 'until'>,
  ): number => {
    const now = deskNow();
    const hours = openTime();
    const { pausedUntil, ...settings } = deps.settings();
    const availability = availabilityAt(now, saidIn(settings), hours);
    const facts = { summary, pausedUntil, hours, availability, evening, now };
    tray.update(summary.overdue, trayTip(facts, deps.language()), trayMenu(facts, deps.language()));
    return trayUntil(facts) - now;
  };
  // A desk that cannot be opened still has its menu. Not at once: reckoning the opening hours for the first time takes 20 ms of
  // the process that opens the window.
  const cancelFirst = deps.timers.after(FIRST_MENU_AFTER_MS, () => {
    update(NOBODY, { isAfterClosing: false, toDecide: 0, until: 0 });
  });
  return {
    update: (summary, evening, clockOffsetMs) => {
      cancelFirst();
      offsetMs = clockOffsetMs;
      app.setBadgeCount(summary.overdue);
      return update(summary, evening);
    },
    remind: notifications.remind,
    destroy: () => {
      cancelFirst();
      tray.destroy();
    },
  };
}
