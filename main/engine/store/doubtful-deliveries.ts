// The outbox of a desk that went back in time: what it holds as waiting may have left since. Never sent blindly: it becomes a
// question, which the outbox answers by looking in Sent, and else puts to the owner.
import { failed } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

/** Answers how many. What was to leave later than now cannot have left, and keeps waiting. */
export function doubtDeliveries(db: Database, now: Instant, why: string): number {
  const error = JSON.stringify(failed('send-outcome-unknown', 'user', why).error);
  return db
    .prepare<[string, Instant, Instant]>(
      // A second attempt for refused recipients carries the Message-ID that Sent holds already: looking there would prove nothing.
      `UPDATE delivery SET state = 'unknown', body_started = 1, error = ?, undo_until = NULL, filed_tries = 0,
         lookups = CASE WHEN accepted = '[]' THEN 0 ELSE 99 END,
         next_attempt_at = CASE WHEN accepted = '[]' THEN ? ELSE NULL END
       WHERE state = 'sending' OR (state = 'queued' AND leaves_at <= ?)`,
    )
    .run(error, now, now).changes;
}
