// Whether the moment that an answer waits for has really come. A machine's clock that is suddenly hours ahead is more often wrong
// than right, and what left too early cannot be called back: such a jump is believed only after a while, or when the machine slept.
import { MINUTE_MS, SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { Clock } from '../ports/ports.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';

export type LeavingClock = {
  readonly hasCome: (row: Pick<DeliveryRow, 'leavesAt' | 'createdAt'>) => boolean;
  /** How long until then, as far as is known now; 0 when it has come. */
  readonly waitMs: (row: Pick<DeliveryRow, 'leavesAt' | 'createdAt'>) => number;
  /** The host says that the machine slept: then the clock is ahead for a reason. */
  readonly trust: () => void;
};

/** More than the drift of a bad clock between two looks, less than what anybody plans by. */
const JUMP_MS = MINUTE_MS;
/** A clock that came up wrong is set right by the network within seconds; one that stays like this is the time. */
const SETTLE_MS = 45 * SECOND_MS;

/** Looked at once a minute at least while something waits. What one process does not see (a restart) it cannot doubt. */
export function createLeavingClock({ now, monotonicMs }: Clock): LeavingClock {
  let offsetMs = now() - monotonicMs();
  let jumpedAt: number | null = null;

  /** The instant that surely has been reached. */
  const reached = (): Instant => {
    const elapsed = monotonicMs();
    const seen = now() - elapsed;
    if (seen - offsetMs <= JUMP_MS) jumpedAt = null;
    else jumpedAt ??= elapsed;
    if (jumpedAt === null || elapsed - jumpedAt >= SETTLE_MS) {
      offsetMs = seen;
      jumpedAt = null;
    }
    return elapsed + offsetMs;
  };
  // What was queued after the jump was planned by the clock as it stands now.
  const clockOf = ({ createdAt }: Pick<DeliveryRow, 'createdAt'>): Instant => {
    const sure = reached();
    return createdAt > sure ? now() : sure;
  };
  const waitMs: LeavingClock['waitMs'] = (row) => {
    const wait = Math.max(0, row.leavesAt - clockOf(row));
    return jumpedAt === null ? wait : Math.min(wait, jumpedAt + SETTLE_MS - monotonicMs());
  };
  return {
    waitMs,
    hasCome: (row) => row.leavesAt <= clockOf(row),
    trust: () => {
      offsetMs = now() - monotonicMs();
      jumpedAt = null;
    },
  };
}
