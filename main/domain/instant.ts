// An instant is integer milliseconds since 1970-01-01T00:00Z. Wall-clock meaning always needs a zone beside it.
export type Instant = number;

/** IANA zone name such as "Europe/Amsterdam". */
export type ZoneName = string;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
