// The IMAP library waits for ever on a server that falls silent: every command runs under this watch, which closes the
// connection when it takes too long. Closing is the only cure; an answer that comes later would belong to nobody.
import { failed, type Result } from '../../../contract/errors.ts';
import type { Clock, Timers } from '../../ports/ports.ts';

export type Limit = {
  /** Longest silence. */
  readonly silentMs: number;
  /** Longest time altogether, or null where bytes that keep coming are reason enough to go on (a large message on a slow line). */
  readonly totalMs: number | null;
};

export type Watched = {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly timers: Timers;
  /** Bytes received so far on this connection. */
  readonly received: () => number;
  readonly close: () => void;
};

/**
 * Fewer bytes than this in a whole period of silence is a drip, not an answer: a broken server can send "* OK" for ever.
 * The slowest line worth waiting for, 4 kB/s, brings a hundred times more.
 */
export const DRIP_BYTES = 1_024;

/** Resolves with what `run` resolves to, or with a timeout. What `run` throws is passed on. */
export function withinLimit<T>(
  watched: Watched,
  limit: Limit,
  what: string,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return new Promise((resolve, reject) => {
    const startedAt = watched.clock.monotonicMs();
    let heardAt = startedAt;
    let heard = watched.received();
    let stopTimer = (): void => {};
    let isOver = false;
    const over = (then: () => void): void => {
      if (isOver) return;
      isOver = true;
      stopTimer();
      then();
    };
    const look = (): void => {
      const now = watched.clock.monotonicMs();
      const received = watched.received();
      if (received - heard >= DRIP_BYTES) {
        heard = received;
        heardAt = now;
      }
      const left = Math.min(
        heardAt + limit.silentMs - now,
        limit.totalMs === null ? Number.POSITIVE_INFINITY : startedAt + limit.totalMs - now,
      );
      if (left > 0) {
        // Looking four times a period keeps the overshoot on a drip small.
        stopTimer = watched.timers.after(Math.min(left, limit.silentMs / 4), look);
        return;
      }
      over(() => resolve(failed('timeout', 'auto', `no answer to ${what} within ${Math.round(now - startedAt)} ms`)));
      watched.close();
    };
    stopTimer = watched.timers.after(limit.silentMs / 4, look);
    run().then(
      (result) => over(() => resolve(result)),
      (error: unknown) => over(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}
