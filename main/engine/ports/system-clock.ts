// The machine's clock, timers and chance: the only place in the engine that touches them.
// Which offset the demo desk's clock has is decided when the desk is filled (host/demo-clock.ts).
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Clock, Random, Timers } from './ports.ts';

// setTimeout takes a signed 32-bit number; a longer one would fire at once. A snooze until next month is longer.
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** `offsetMs` is added to the machine's clock on every look. */
export function createSystemClock(offsetMs: () => number = () => 0): Clock {
  return { now: () => Date.now() + offsetMs(), monotonicMs: () => performance.now() };
}

export function createSystemTimers(): Timers {
  return {
    after: (delayMs, run) => {
      let timer: NodeJS.Timeout;
      const wait = (leftMs: number): void => {
        const stepMs = Math.min(Math.max(0, leftMs), LONGEST_DELAY_MS);
        timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : run()), stepMs);
        timer.unref();
      };
      wait(delayMs);
      return () => clearTimeout(timer);
    },
  };
}

export function createSystemRandom(): Random {
  return { uuid: () => randomUUID(), fraction: () => Math.random() };
}
