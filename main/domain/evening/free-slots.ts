// Where in a working day something can still be planned: quarters of an hour, counted from each opening.
import { MINUTE_MS, type Instant } from '../instant.ts';
import type { OpenSpan } from '../office-hours/open-time.ts';

/** As long as one plans for a message: long enough to read, look something up and answer. */
export const SLOT_MS = 15 * MINUTE_MS;

/** Quarters that lie open and overlap nothing planned, from `from` on. */
export function freeSlots(hours: readonly OpenSpan[], taken: readonly Instant[], from: Instant): readonly Instant[] {
  const free: Instant[] = [];
  for (const span of hours) {
    const passed = Math.max(0, Math.ceil((from - span.from) / SLOT_MS));
    for (let at = span.from + passed * SLOT_MS; at + SLOT_MS <= span.until; at += SLOT_MS) {
      if (!taken.some((other) => Math.abs(other - at) < SLOT_MS)) free.push(at);
    }
  }
  return free;
}

/** What lies open between the planned things, from `from` on; nothing shorter than a slot. */
export function holesIn(hours: readonly OpenSpan[], taken: readonly Instant[], from: Instant): readonly OpenSpan[] {
  const ordered = taken.toSorted((a, b) => a - b);
  const holes: OpenSpan[] = [];
  for (const span of hours) {
    let begin = Math.max(span.from, from);
    for (const at of ordered) {
      if (at + SLOT_MS <= begin || at >= span.until) continue;
      if (at - begin >= SLOT_MS) holes.push({ from: begin, until: at });
      begin = at + SLOT_MS;
    }
    if (span.until - begin >= SLOT_MS) holes.push({ from: begin, until: span.until });
  }
  return holes;
}
