// What the engine needs from the world, as interfaces. The system's own are in system-ports.ts; tests bring a fake clock.
// Nothing else in the engine reads a clock, sets a timer, draws a random number, or writes to a console.
import type { OAuthProvider } from '../../contract/views.ts';
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

/** What a form that was sent came back with. `code` is the system's, such as ENOTFOUND. */
export type FormAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'no-answer'; readonly code: string };

/** Names and small texts; connections to mail servers are opened by the channels' libraries. Look-ups reject as node:dns does. */
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
  /** https only, save to this machine itself; follows no redirect, for the form holds a secret. Never rejects. */
  readonly postForm: (
    url: string,
    fields: Readonly<Record<string, string>>,
    limit: { readonly timeoutMs: number; readonly maxBytes: number },
  ) => Promise<FormAnswer>;
  /** Our addresses on real networks, in a fixed order; empty when there is none. Another word: another network. */
  readonly whereabouts: () => string;
};

export type HostAddress = { readonly address: string; readonly family: number };
/** `bytes` only at status 200. */
export type PageAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly location: string | null; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'no-answer'; readonly code: string };

/** Strangers' servers: only for a picture that the owner asked to see (engine/remote-content). */
export type Outside = {
  /** All addresses that the name has now. Rejects as node:dns does. */
  readonly lookUp: (host: string) => Promise<readonly HostAddress[]>;
  /** Whether a stranger's mail may make us connect there. */
  readonly mayReach: (address: string, port: number) => boolean;
  /** One question at exactly that address; follows nothing. Reads no further than `maxBytes`. Never rejects. */
  readonly get: (
    url: string,
    at: HostAddress,
    limit: { readonly timeoutMs: number; readonly maxBytes: number },
  ) => Promise<PageAnswer>;
};

/** Under which name this program asks a provider for access to the owner's mail. */
export type OAuthClient = {
  readonly clientId: string;
  /** Google gives one to desktop programs too and asks it back; it is no secret (RFC 8252, 8.5). */
  readonly clientSecret: string | null;
  /** Microsoft: whose accounts may sign in. */
  readonly tenant: string;
  /** Another authorisation server than the provider's own: https, or http on this machine. */
  readonly issuer: string | null;
};
export type OAuthClients = {
  readonly clients: Readonly<Record<OAuthProvider, OAuthClient | null>>;
  /** Why the configuration could not be read, or null. */
  readonly trouble: string | null;
};

export type Ports = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly net: Net;
  readonly outside: Outside;
  /** None unless configured; read anew each time, so that no restart is needed. */
  readonly oauthClients: () => Promise<OAuthClients>;
  /** Keeps out of the log what is secret and passes no Secrets port: an access token. */
  readonly hide: (secret: string) => void;
};
