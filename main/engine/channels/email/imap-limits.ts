// How long an IMAP server may keep us waiting, and how much it may send at once.

/** Milliseconds. Tests use shorter ones. */
export type ImapLimits = {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Longest silence within a command. */
  readonly silentMs: number;
  /** Longest time of a command whose answer is small. */
  readonly commandMs: number;
  /** IDLE is broken and begun anew after this long; a server that does not answer that is gone. */
  readonly idleMs: number;
  readonly idleAnswerMs: number;
};

export const IMAP_LIMITS: ImapLimits = {
  connectMs: 20_000,
  greetingMs: 15_000,
  // A faulted pass should end within 30 s and must within 75 s (promise P7).
  silentMs: 30_000,
  commandMs: 60_000,
  // 40 s + 15 s: a half-open connection is noticed within 60 s. Far below the 10 minutes after which some servers drop a session.
  idleMs: 40_000,
  idleAnswerMs: 15_000,
};

/** Two seconds of politeness; nothing depends on the answer. */
export const LEAVE_MS = 2_000;

/** A larger literal is refused by the library; the connection is closed then. */
export const MAX_LITERAL_BYTES = 64 * 1024 * 1024;
export const MAX_LINE_BYTES = 8 * 1024 * 1024;
/** No mailbox we read holds more; bounds what a set such as "1:4294967295" can make us allocate. */
export const MAX_UIDS = 2_000_000;
/** Answers in one FETCH about messages nobody asked for, or had already. Other programs cause a few; this many are a flood. */
export const MAX_NEEDLESS = 50_000;
/** We ask for 64 MB at most in one go. */
export const MAX_FETCH_BYTES = 256 * 1024 * 1024;
/** The slowest uplink on which a copy is still filed: 4 kB a second. */
const SLOW_UPLINK_BYTES_PER_MS = 4;

export const uploadMs = (bytes: number, limits: ImapLimits): number =>
  limits.silentMs + bytes / SLOW_UPLINK_BYTES_PER_MS;
