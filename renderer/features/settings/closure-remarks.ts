// What is remarkable about the owner's closing days: what cannot be, what is hardly meant, what is said twice.
import type { Closure } from '../../../main/domain/office-hours/office-hours.ts';

export type ClosureRemark =
  /** It ends before it begins: no day is closed by it. */
  { readonly kind: 'reversed' } | { readonly kind: 'long'; readonly years: number } | { readonly kind: 'overlap' };

const YEAR_MS = 365.25 * 86_400_000;

/** In the order of the closures; null where there is nothing to say. */
export function closureRemarks(closures: readonly Closure[]): readonly (ClosureRemark | null)[] {
  return closures.map(({ from, until }, index) => {
    if (until < from) return { kind: 'reversed' };
    const years = Math.round((Date.parse(until) - Date.parse(from)) / YEAR_MS);
    if (years >= 1) return { kind: 'long', years };
    // ISO days compare as they stand in the calendar.
    const meets = (other: Closure): boolean => other.until >= other.from && other.from <= until && other.until >= from;
    return closures.some((other, at) => at !== index && meets(other)) ? { kind: 'overlap' } : null;
  });
}
