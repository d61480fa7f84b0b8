// The machine's clock and timers as the window sees them; the only place in the window that reads them.
import type { Instant, ZoneName } from '../../main/domain/instant.ts';

export const machineNow = (): Instant => Date.now();

/** Milliseconds since the page began, by a clock that nobody sets. */
export const sinceStartMs = (): number => performance.now();

/** Where the machine says that it is. */
export const machineZone = (): ZoneName => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Calls `act` every `everyMs` until the answered function is called. */
export function every(everyMs: number, act: () => void): () => void {
  const timer = setInterval(act, everyMs);
  return () => clearInterval(timer);
}

export type Later = { readonly soon: () => void; readonly cancel: () => void };

/** Runs `act` once, `delayMs` after the last (`quiet`) or the first (`steady`) of a burst of calls. */
export function later(delayMs: number, act: () => void, pace: 'quiet' | 'steady' = 'quiet'): Later {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const cancel = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    soon: () => {
      if (timer !== null && pace === 'steady') return;
      cancel();
      timer = setTimeout(() => {
        timer = null;
        act();
      }, delayMs);
    },
    cancel,
  };
}
