// What the engine needs from the world, as interfaces. The system's own are in system-ports.ts; tests bring a fake clock.
// Nothing else in the engine reads a clock, sets a timer, draws a random number, or writes to a console.
import type { Instant } from '../../domain/instant.ts';

export type Clock = {
  /** The desk's now. In the demo desk it runs beside the machine's clock. */
  readonly now: () => Instant;
  /** Milliseconds that never jump; only differences mean something. */
  readonly monotonicMs: () => number;
};

export type Cancel = () => void;
export type Timers = {
  /** Runs once, after at least `delayMs`. Long delays are fine. Does not keep the process alive. */
  readonly after: (delayMs: number, run: () => void) => Cancel;
};

export type Random = {
  readonly uuid: () => string;
  /** 0 inclusive to 1 exclusive; for jitter only. */
  readonly fraction: () => number;
};

/** What the keychain said: "unknown" is not "there is none" (a locked Linux keyring answers nothing, not an error). */
export type SecretAnswer =
  | { readonly kind: 'found'; readonly secret: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable'; readonly why: string };

/** Passwords by account id. Never on disk, save in the operating system's keychain. */
export type Secrets = {
  readonly read: (account: string) => Promise<SecretAnswer>;
  /** Answers where it is kept now: a keychain that does not answer leaves it in memory for this session. */
  readonly keep: (account: string, secret: string, where: 'session' | 'keychain') => Promise<'session' | 'keychain'>;
  readonly forget: (account: string) => Promise<void>;
  readonly status: () => Promise<{ readonly where: 'keychain' | 'session'; readonly trouble: string | null }>;
};

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** Never given a password, a subject, a body, or an address. */
export type Logger = (
  level: LogLevel,
  what: string,
  facts?: Readonly<Record<string, string | number | boolean>>,
) => void;

/** Names only; connections are opened by the channels' libraries. Rejects as node:dns does. */
export type Net = {
  readonly resolveMx: (domain: string) => Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  readonly resolveSrv: (
    name: string,
  ) => Promise<
    readonly { readonly name: string; readonly port: number; readonly priority: number; readonly weight: number }[]
  >;
  /** https only; null when there is no such page. Follows no redirect away from https. */
  readonly fetchText: (
    url: string,
    limit: { readonly timeoutMs: number; readonly maxBytes: number },
  ) => Promise<string | null>;
};

export type Ports = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly net: Net;
};
