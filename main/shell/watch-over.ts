// Keeps the tray, the badge and the words in step with the desk: asks the engine again when it says that something changed, and
// when the words would change by themselves. In between it sleeps.
import type { CommandArgs, CommandName, CommandValue } from '../contract/commands.ts';
import type { Result } from '../contract/errors.ts';
import type { EveningState } from '../contract/evening.ts';
import type { EngineEvent } from '../contract/events.ts';
import type { Settings } from '../contract/settings.ts';
import type { TraySummary } from '../contract/views.ts';
import type { Cancel, Timers } from '../engine/ports/ports.ts';

export type WatchOverDeps = {
  readonly engine: <Name extends CommandName>(
    name: Name,
    args: CommandArgs<Name>,
  ) => Promise<Result<CommandValue<Name>>>;
  readonly timers: Timers;
  readonly background: (name: string, work: Promise<unknown>) => void;
  readonly onSettings: (settings: Settings) => void;
  /** Answers how long what it made of this stays right. */
  readonly onDesk: (summary: TraySummary, evening: EveningState, clockOffsetMs: number) => number;
};

export type WatchOver = {
  readonly hear: (event: EngineEvent) => void;
  /** Another desk is open, or the engine is new: ask everything again. */
  readonly refresh: () => void;
};

// A first sync tells of changes many times a second; the tray need not follow each.
const GATHER_MS = 400;
/** The clock may be set while a timer runs on. */
const LONGEST_MS = 30 * 60_000;

export function createWatchOver(deps: WatchOverDeps): WatchOver {
  let isPlanned = false;
  let cancel: Cancel = () => {};
  const look = async (): Promise<void> => {
    const [summary, evening, status] = await Promise.all([
      deps.engine('queue.tray', {}),
      deps.engine('evening.state', {}),
      deps.engine('desk.status', {}),
    ]);
    if (!summary.ok || !evening.ok) return;
    const staysMs = deps.onDesk(summary.value, evening.value, status.ok ? status.value.clockOffsetMs : 0);
    cancel();
    cancel = deps.timers.after(Math.min(Math.max(staysMs, GATHER_MS), LONGEST_MS), plan);
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
  return {
    hear: (event) => {
      if (event.kind === 'settings-changed') deps.background('settings', readSettings().then(plan));
      else if (event.kind === 'conversations-changed' || event.kind === 'queue-changed') plan();
    },
    refresh: () => deps.background('settings', readSettings().then(plan)),
  };
}
