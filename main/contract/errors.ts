// The closed list of what can go wrong in the world. Our own bugs are thrown; these are values that cross the boundary.
// Their sentences, in Dutch and English, with one thing to do, are in text/errors.ts.
export const ERROR_CODES = [
  // reaching a server
  'offline',
  'host-unknown',
  'connection-refused',
  'timeout',
  'connection-lost',
  'tls-certificate',
  'tls-expired',
  'tls-other-host',
  'tls-not-offered',
  'tls-failed',
  'tls-tampered',
  'plain-refused',
  'not-a-mail-server',
  // signing in
  'wrong-password',
  'app-password-needed',
  'password-expired',
  'web-sign-in-first',
  'account-blocked',
  'sign-in-by-browser-needed',
  // signing in by browser: nothing of it is kept here; the grant ended by itself, or by somebody; the mail server will not have it;
  // it was not finished; there is no client id
  'sign-in-missing',
  'sign-in-expired',
  'sign-in-revoked',
  'sign-in-refused',
  'sign-in-stopped',
  'sign-in-not-set-up',
  'password-missing',
  'keychain-unavailable',
  // the server's own troubles
  'server-busy',
  'too-many-connections',
  'over-quota',
  'cannot-archive',
  'cannot-trash',
  'server-refused',
  'server-nonsense',
  // sending
  'recipient-missing',
  'recipient-refused',
  'recipient-mailbox-full',
  'refused-as-spam',
  'refused-by-policy',
  'sender-refused',
  'message-too-large',
  'send-outcome-unknown',
  'acknowledgements-stopped',
  // our own store
  'disk-full',
  'store-damaged',
  'store-too-new',
  'store-busy',
  'network-folder',
  // what was asked for
  'not-found',
  'invalid-argument',
  'already-exists',
  'not-possible-now',
  'answered-on-network',
  'sender-not-proven',
  'account-detached',
  'outbox-waiting',
  'answer-waiting',
  'field-without-value',
  'when-not-understood',
  'contact-not-understood',
  'contact-taken',
  'no-cards-in-file',
  'moment-past',
  'past-reply-by',
  'not-all-decided',
  'provider-unknown',
  'demo-only',
  'no-program',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** auto: we try again ourselves; after: once the given time has passed; user: the owner must do something; never: it will not work. */
export type Retry = 'auto' | 'after' | 'user' | 'never';

/** The server knows this account and turned it down as it is: knocking on with the same password could lock it. */
export const SIGN_IN_REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'wrong-password',
  'app-password-needed',
  'password-expired',
  'web-sign-in-first',
  'account-blocked',
  'sign-in-refused',
]);

export type Failure = {
  readonly code: ErrorCode;
  readonly retry: Retry;
  /** For logs and for "details" in the window; never holds a secret. May be the server's own words. */
  readonly detail: string;
  /** Values for the sentence, such as the host's name. */
  readonly values?: Readonly<Record<string, string>>;
  /** How long the server asked to be left alone. */
  readonly afterMs?: number;
};

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (
  code: ErrorCode,
  retry: Retry,
  detail: string,
  values?: Readonly<Record<string, string>>,
): { readonly ok: false; readonly error: Failure } => ({
  ok: false,
  error: values === undefined ? { code, retry, detail } : { code, retry, detail, values },
});
