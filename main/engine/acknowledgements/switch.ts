// The switch of the acknowledgements, as it is kept: off; on, of which the first week only rehearses; stopped by the ceiling. Apart
// from the settings, so that nothing that saves a setting can begin the sending.
import type { AcknowledgementMode } from '../../contract/acknowledgements.ts';
import { DAY_MS, SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { Store } from '../store/store.ts';

export type AcknowledgementSwitch = {
  readonly at: (now: Instant) => AcknowledgementMode;
  /** What came before it was switched on is not looked at. Null: off. */
  readonly since: () => Instant | null;
  readonly turnOn: (now: Instant) => void;
  readonly turnOff: () => void;
  /** The rehearsal is over. */
  readonly goLive: (now: Instant) => void;
  readonly stop: (now: Instant) => void;
  readonly resume: (now: Instant) => void;
};

/** product.md, "Acknowledgements": the first week is a dry run. */
export const DRY_RUN_MS = 7 * DAY_MS;

const KEY = 'acknowledgement-switch';
type Kept = { readonly since: Instant; readonly dryRunUntil: Instant; readonly stoppedAt: Instant | null };

export function createSwitch({ settings }: Pick<Store, 'settings'>): AcknowledgementSwitch {
  // Read anew each time: the command line beside the app turns it too.
  const kept = (): Kept | null => (settings.all().get(KEY) as Kept | null | undefined) ?? null;
  const keep = (next: Kept | null): void => settings.put(KEY, next);
  return {
    at: (now) => {
      const set = kept();
      if (set === null) return { kind: 'off' };
      if (set.stoppedAt !== null) return { kind: 'stopped', since: set.stoppedAt };
      return now < set.dryRunUntil ? { kind: 'dry-run', until: set.dryRunUntil } : { kind: 'on' };
    },
    since: () => kept()?.since ?? null,
    turnOn: (now) => {
      if (kept() === null) keep({ since: wholeSecond(now), dryRunUntil: now + DRY_RUN_MS, stoppedAt: null });
    },
    turnOff: () => keep(null),
    goLive: (now) => {
      const set = kept();
      // What was rehearsed is not sent after all: it begins with what comes in from now on.
      if (set !== null) keep({ ...set, since: wholeSecond(now), dryRunUntil: Math.min(set.dryRunUntil, now) });
    },
    stop: (now) => {
      const set = kept();
      if (set !== null) keep({ ...set, stoppedAt: now });
    },
    resume: (now) => {
      const set = kept();
      if (set !== null) keep({ ...set, since: wholeSecond(now), stoppedAt: null });
    },
  };
}

/** As servers tell when a message came in. */
const wholeSecond = (at: Instant): Instant => at - (at % SECOND_MS);
