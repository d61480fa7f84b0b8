// Transactions that may nest, and work that waits until the outermost one is on disk: events must not tell of what a later
// failure takes back.
import type { Database } from './database.ts';

export type Transactions = {
  readonly run: <T>(work: () => T) => T;
  /** Runs at once when no transaction is open; never when the one that is open fails. */
  readonly afterCommit: (work: () => void) => void;
  /** Hears the error of every outermost transaction that failed. */
  readonly onFailure: (listener: (error: unknown) => void) => void;
};

/** `onCommit` hears of every outermost one that was written. */
export function createTransactions(db: Database, onCommit: () => void): Transactions {
  let depth = 0;
  let waiting: (() => void)[] = [];
  let tellFailure = (_error: unknown): void => {};
  return {
    run: (work) => {
      const waitedBefore = waiting.length;
      depth += 1;
      try {
        const value = db.transaction(work)();
        if (depth > 1) return value;
        onCommit();
        const due = waiting;
        waiting = [];
        // Still inside this call, so that what was committed is told of before anything else happens.
        depth = 0;
        for (const tell of due) tell();
        return value;
      } catch (error) {
        if (depth > 0) waiting = waiting.slice(0, waitedBefore);
        if (depth === 1) tellFailure(error);
        throw error;
      } finally {
        depth = Math.max(0, depth - 1);
      }
    },
    onFailure: (listener) => {
      tellFailure = listener;
    },
    afterCommit: (work) => {
      if (depth === 0) work();
      else waiting.push(work);
    },
  };
}
