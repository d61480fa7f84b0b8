// Timers whose work may meet a disk that takes nothing. Such an error would end the engine's thread, and the next one would meet it
// again; instead the same work is tried again a little later, which also keeps every chain of timers going.
import type { Timers } from '../ports/ports.ts';

const TRY_AGAIN_MS = 5_000;

/** `met` answers whether the error is one of the store's; any other is our bug and goes on. */
export function guardTimers(timers: Timers, met: (error: unknown) => boolean): Timers {
  return {
    after: (delayMs, run) => {
      let isCancelled = false;
      let cancel = (): void => {};
      const attempt = (): void => {
        try {
          run();
        } catch (error) {
          if (!met(error)) throw error;
          if (!isCancelled) cancel = timers.after(TRY_AGAIN_MS, attempt);
        }
      };
      cancel = timers.after(delayMs, attempt);
      return () => {
        isCancelled = true;
        cancel();
      };
    },
  };
}
