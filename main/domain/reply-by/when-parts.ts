// A moment as someone said it, taken apart but not yet looked up in a calendar. read-when.ts fills this from words;
// resolve-when.ts turns it into an instant.

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'opening' | 'end' | 'later';

export type WhenDay =
  /** `isNamed`: called by its name ("morgen") and not counted ("over 3 dagen"); a named day is kept though it be closed. */
  | { readonly kind: 'in-days'; readonly days: number; readonly isNamed: boolean }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'in-weeks'; readonly weeks: number }
  | { readonly kind: 'in-months'; readonly months: number }
  /** `week` null: the coming one; else of the week that many weeks after this one. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly week: number | null; readonly plusWeeks: number }
  | { readonly kind: 'week'; readonly weeks: number; readonly edge: Edge | null }
  /** Of the calendar's own numbering (ISO 8601): "week 24". */
  | { readonly kind: 'iso-week'; readonly week: number; readonly edge: Edge | null; readonly weekday: number | null }
  | { readonly kind: 'month'; readonly month: number | null; readonly months: number; readonly edge: Edge | null }
  | { readonly kind: 'weekend'; readonly weeks: number; readonly isAfter: boolean }
  | { readonly kind: 'date'; readonly year: number | null; readonly month: number; readonly day: number }
  | { readonly kind: 'day-of-month'; readonly day: number };

export type Edge = 'start' | 'middle' | 'end';

/** `isCertain`: no doubt whether it is before or after noon. */
export type WhenTime = { readonly minutes: number; readonly isCertain: boolean };

export type WhenParts = {
  readonly day: WhenDay | null;
  readonly time: WhenTime | null;
  readonly part: DayPart | null;
  /** Exactly this long from now. */
  readonly afterMs: number | null;
  /** Said with its own offset to UTC. */
  readonly instant: number | null;
};

export const NO_PARTS: WhenParts = { day: null, time: null, part: null, afterMs: null, instant: null };

/** Null when the two contradict one another. */
export function withDay(parts: WhenParts, day: WhenDay): WhenParts | null {
  const joined = parts.day === null ? day : joinDays(parts.day, day);
  return joined === null ? null : { ...parts, day: joined };
}

export const withTime = (parts: WhenParts, time: WhenTime): WhenParts | null =>
  parts.time === null && time.minutes <= 24 * 60 && !isEdgeOfDay(parts.part) ? { ...parts, time } : null;

export const withPart = (parts: WhenParts, part: DayPart): WhenParts | null =>
  (parts.part === null || parts.part === part) && (parts.time === null || !isEdgeOfDay(part))
    ? { ...parts, part }
    : null;

/** Has its own hour: "een uur voor sluiting" is no moment that we know, and not one o'clock either. */
const isEdgeOfDay = (part: DayPart | null): boolean => part === 'opening' || part === 'end';

export const withAfter = (parts: WhenParts, ms: number): WhenParts => ({
  ...parts,
  afterMs: (parts.afterMs ?? 0) + ms,
});

/** "vrijdag 15 mei", "volgende week dinsdag", "dinsdag over twee weken", "morgen over een week". */
function joinDays(first: WhenDay, second: WhenDay): WhenDay | null {
  if (first.kind === 'weekday') {
    if (second.kind === 'date' || second.kind === 'day-of-month') return second;
    if (second.kind === 'week' && second.edge === null) return { ...first, week: second.weeks };
    if (second.kind === 'in-weeks') return { ...first, plusWeeks: second.weeks };
    // "Vrijdag over veertien dagen"; in Flanders the day itself is counted too: "over acht dagen".
    if (second.kind === 'in-days' && !second.isNamed && second.days % 7 <= 1 && second.days >= 7)
      return { ...first, plusWeeks: Math.floor(second.days / 7) };
    if (second.kind === 'iso-week' && second.edge === null) return { ...second, weekday: first.weekday };
    return null;
  }
  if (second.kind === 'weekday') {
    if (first.kind === 'date') return first;
    if (first.kind === 'week' && first.edge === null) return { ...second, week: first.weeks };
    if (first.kind === 'in-weeks') return { ...second, week: first.weeks };
    if (first.kind === 'iso-week' && first.edge === null) return { ...first, weekday: second.weekday };
    return null;
  }
  if (first.kind === 'in-days' && second.kind === 'in-weeks') return { ...first, days: first.days + 7 * second.weeks };
  return null;
}
