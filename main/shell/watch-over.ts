// Keeps the tray, the badge and the words in step with the desk: asks the engine again when it says that something changed, and
// once a minute because "over 12 minuten" changes by itself.
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import type { Result } from '../contract/errors.ts';
import type { EngineEvent } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import type { TraySummary } from '../contract/views.ts';
import type { Timers } from '../engine/ports/ports.ts';

export type WatchOverDeps = {
  readonly engine: <Name extends CommandName>(
    name: Name,
    args: CommandArgs<Name>,
  ) => Promise<Result<CommandValue<Name>>>;
  readonly timers: Timers;
  readonly background: (name: string, work: Promise<unknown>) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly onSummary: (summary: TraySummary, clockOffsetMs: number) => void;
};

export type WatchOver = {
  readonly hear: (event: EngineEvent) => void;
  /** Another desk is open, or the engine is new: ask everything again. */
  readonly refresh: () => void;
};

// A first sync tells of changes many times a second; the tray need not follow each.
const GATHER_MS = 400;
const EVERY_MS = 60_000;

export function createWatchOver(deps: WatchOverDeps): WatchOver {
  let isPlanned = false;
  const look = async (): Promise<void> => {
    const [summary, status] = await Promise.all([deps.engine('queue.tray', {}), deps.engine('desk.status', {})]);
    if (summary.ok) deps.onSummary(summary.value, status.ok ? status.value.clockOffsetMs : 0);
  };
  const readSettings = async (): Promise<void> => {
    const settings = await deps.engine('settings.get', {});
    if (settings.ok) deps.onSettings(settings.value);
  };
  const plan = (): void => {
    if (isPlanned) return;
    isPlanned = true;
    deps.timers.after(GATHER_MS, () => {
      isPlanned = false;
      deps.background('tray', look());
    });
  };
  const everyMinute = (): void => {
    plan();
    deps.timers.after(EVERY_MS, everyMinute);
  };
  everyMinute();
  return {
    hear: (event) => {
      if (event.kind === 'settings-changed') deps.background('settings', readSettings().then(plan));
      else if (event.kind === 'conversations-changed' || event.kind === 'queue-changed' || event.kind === 'reminders') {
        plan();
      }
    },
    refresh: () => {
      deps.background('settings', readSettings());
      plan();
    },
  };
}
