// Notices that the ground moved under our connections: the machine slept, its clock was set, or it is on another network. A line that
// broke that way looks sound for minutes; building all of them anew at once brings the first new mail within seconds (promise P8).
import { SECOND_MS } from '../../domain/instant.ts';
import type { Cancel, Clock, Net, Timers } from '../ports/ports.ts';

export type GroundLimits = {
  readonly lookEveryMs: number;
  /** A look that comes this much later than the one before was slept through. */
  readonly gapMs: number;
};

export const GROUND_LIMITS: GroundLimits = { lookEveryMs: 10 * SECOND_MS, gapMs: 60 * SECOND_MS };
/** The desktop's word that the machine woke follows closely on what we saw ourselves. */
const SAME_WAKING_MS = 5 * SECOND_MS;

export type GroundWatch = {
  readonly start: () => void;
  /** The desktop says that the machine woke. Often sooner than we can see it; sometimes just after. */
  readonly told: () => void;
  readonly stop: () => void;
};

export function createGroundWatch(deps: {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly net: Pick<Net, 'whereabouts'>;
  readonly onMoved: () => void;
  readonly limits?: GroundLimits;
}): GroundWatch {
  const { clock, timers, net, onMoved } = deps;
  const { lookEveryMs, gapMs } = deps.limits ?? GROUND_LIMITS;
  let cancel: Cancel = () => {};
  let lastMonotonicMs = 0;
  let lastNow = 0;
  let wokeAtMs = Number.NEGATIVE_INFINITY;
  let network = '';

  const mark = (): void => {
    lastMonotonicMs = clock.monotonicMs();
    lastNow = clock.now();
  };
  /** Linux stops its monotonic clock while the machine sleeps, so a leap of the wall clock beside it tells as well. */
  const hasLeapt = (): boolean => {
    const passedMs = clock.monotonicMs() - lastMonotonicMs;
    return passedMs > gapMs || Math.abs(clock.now() - lastNow - passedMs) > gapMs;
  };
  const look = (): void => {
    const here = net.whereabouts();
    // Without any network there is nothing to build on yet.
    const hasMoved = here !== network && here !== '';
    const hasWoken = hasLeapt();
    network = here;
    mark();
    if (hasWoken) wokeAtMs = lastMonotonicMs;
    cancel = timers.after(lookEveryMs, look);
    if (hasMoved || hasWoken) onMoved();
  };

  return {
    start: () => {
      network = net.whereabouts();
      mark();
      cancel = timers.after(lookEveryMs, look);
    },
    told: () => {
      mark();
      if (lastMonotonicMs - wokeAtMs > SAME_WAKING_MS) onMoved();
    },
    stop: () => cancel(),
  };
}
