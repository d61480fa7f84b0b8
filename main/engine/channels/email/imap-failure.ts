// Turns what the IMAP library throws into one of our failures. The server's words only ever go into `detail`.
import type { ErrorCode, Failure, Retry } from '../../../contract/errors.ts';

export type FailureContext = {
  readonly host: string;
  readonly port: number;
  /** Never shown, not even when a server repeats it back to us. */
  readonly password: string;
};

type Thrown = {
  readonly code: string;
  readonly message: string;
  /** NO or BAD: the server answered and said no. */
  readonly status: string;
  /** Response code in brackets, such as UNAVAILABLE. */
  readonly responseCode: string;
  readonly responseText: string;
  readonly isSignIn: boolean;
  readonly isTls: boolean;
};

/** What we raise ourselves when a command took too long and we closed the connection. */
export const DEADLINE_CODE = 'BALIE_DEADLINE';

/** Hosts where an ordinary or app password no longer works over IMAP: sign-in is by browser (channels.md, 3). */
const BROWSER_ONLY_HOST = /(^|\.)(outlook\.com|office365\.com|hotmail\.com|live\.com)$/i;

const NO_NETWORK: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
]);
const TIMED_OUT: ReadonlySet<string> = new Set([
  DEADLINE_CODE,
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
  'ETIMEOUT',
  'ETIMEDOUT',
]);
const LOST: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'NoConnection',
  'EConnectionClosed',
  'StateLogout',
  'ClosedAfterConnectText',
  'ClosedAfterConnectTLS',
]);
const BAD_CERTIFICATE =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_|ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERR_SSL_EE_KEY_TOO_SMALL)/;
const BUSY_CODES: ReadonlySet<string> = new Set(['UNAVAILABLE', 'LIMIT', 'INUSE', 'THROTTLED', 'SERVERBUG']);
const TOO_MANY =
  /too many (simultaneous |concurrent |open )?connections|maximum number of connections|connection limit/i;
/** A BYE reaches us as its text alone, without the code in brackets. */
const BUSY_WORDS = /temporar(y|ily)|try again|unavailable|overload|throttl|shutting down/i;
/** Microsoft 365 says OK to AUTHENTICATE and then this: a passing state, not a wrong password. */
const NOT_YET_CONNECTED = /authenticated but not connected/i;
const BROWSER_WORDS = /web ?browser|WEBALERT|basic auth(entication)? is (disabled|blocked)/i;
const APP_PASSWORD_WORDS = /application-specific password|app(lication)?[ -]password/i;

export function imapFailure(error: unknown, context: FailureContext): Failure {
  const thrown = read(error);
  const { code, retry } = judge(thrown, context.host);
  const words = [thrown.code, thrown.message, thrown.responseCode && `[${thrown.responseCode}]`, thrown.responseText];
  const values: Record<string, string> = { host: context.host, port: String(context.port) };
  if (code === 'wrong-password' && APP_PASSWORD_WORDS.test(thrown.responseText)) values['hint'] = 'app-password';
  return { code, retry, detail: redact(words.filter((word) => word !== '').join(' '), context.password), values };
}

function judge(thrown: Thrown, host: string): { readonly code: ErrorCode; readonly retry: Retry } {
  const { code } = thrown;
  if (thrown.status !== '') return thrown.isSignIn ? judgeSignIn(thrown, host) : judgeAnswer(thrown);
  if (TIMED_OUT.has(code)) return { code: 'timeout', retry: 'auto' };
  if (TOO_MANY.test(thrown.responseText)) return { code: 'too-many-connections', retry: 'after' };
  if (BUSY_CODES.has(thrown.responseCode)) return { code: 'server-busy', retry: 'after' };
  if (NOT_YET_CONNECTED.test(thrown.responseText)) return { code: 'server-busy', retry: 'after' };
  if (BUSY_WORDS.test(thrown.responseText)) return { code: 'server-busy', retry: 'after' };
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME' || code === 'EAI_NODATA') {
    return { code: 'host-unknown', retry: 'auto' };
  }
  if (code === 'ECONNREFUSED') return { code: 'connection-refused', retry: 'auto' };
  if (NO_NETWORK.has(code)) return { code: 'offline', retry: 'auto' };
  if (BAD_CERTIFICATE.test(code)) return { code: 'tls-certificate', retry: 'user' };
  if (/does not support STARTTLS/i.test(thrown.message)) return { code: 'tls-not-offered', retry: 'user' };
  if (thrown.isTls || /^(ERR_SSL|ERR_TLS|EPROTO|STARTTLS_INJECTION)/.test(code)) {
    return LOST.has(code) ? { code: 'connection-lost', retry: 'auto' } : { code: 'tls-failed', retry: 'user' };
  }
  if (code === 'LiteralTooLarge') return { code: 'message-too-large', retry: 'never' };
  if (code === 'ETHROTTLE') return { code: 'server-busy', retry: 'after' };
  if (LOST.has(code) || /closed|disconnected/i.test(thrown.message)) return { code: 'connection-lost', retry: 'auto' };
  return { code: 'server-nonsense', retry: 'auto' };
}

function judgeSignIn(thrown: Thrown, host: string): { readonly code: ErrorCode; readonly retry: Retry } {
  const { responseCode, responseText } = thrown;
  if (TOO_MANY.test(responseText)) return { code: 'too-many-connections', retry: 'after' };
  if (BUSY_CODES.has(responseCode) || NOT_YET_CONNECTED.test(responseText)) {
    return { code: 'server-busy', retry: 'after' };
  }
  if (responseCode === 'PRIVACYREQUIRED') return { code: 'tls-not-offered', retry: 'user' };
  if (APP_PASSWORD_WORDS.test(responseText)) return { code: 'wrong-password', retry: 'user' };
  if (BROWSER_ONLY_HOST.test(host) || BROWSER_WORDS.test(`${responseCode} ${responseText}`)) {
    return { code: 'sign-in-by-browser-needed', retry: 'user' };
  }
  return { code: 'wrong-password', retry: 'user' };
}

function judgeAnswer(thrown: Thrown): { readonly code: ErrorCode; readonly retry: Retry } {
  const { responseCode, responseText } = thrown;
  if (TOO_MANY.test(responseText)) return { code: 'too-many-connections', retry: 'after' };
  if (BUSY_CODES.has(responseCode) || thrown.code === 'ETHROTTLE' || NOT_YET_CONNECTED.test(responseText)) {
    return { code: 'server-busy', retry: 'after' };
  }
  if (responseCode === 'OVERQUOTA') return { code: 'over-quota', retry: 'after' };
  if (responseCode === 'NONEXISTENT' || responseCode === 'TRYCREATE' || thrown.code === 'NotFound') {
    return { code: 'not-found', retry: 'never' };
  }
  return { code: 'server-refused', retry: 'auto' };
}

function read(error: unknown): Thrown {
  const facts: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? { ...error } : { message: String(error) };
  const message = error instanceof Error ? error.message : text(facts['message']);
  const responseText = text(facts['responseText']) || text(facts['response']) || text(facts['reason']);
  const bracketed = codeOf(facts['response']) || (/\[([A-Z][A-Z0-9-]*)/i.exec(`${responseText} ${message}`)?.[1] ?? '');
  return {
    code: text(facts['code']),
    message,
    status: text(facts['responseStatus']),
    responseCode: (text(facts['serverResponseCode']) || bracketed).toUpperCase(),
    responseText,
    isSignIn: facts['authenticationFailed'] === true,
    isTls: facts['tlsFailed'] === true,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The bracketed code of a parsed response, which the library names only after sign-in failures. */
function codeOf(response: unknown): string {
  if (typeof response !== 'object' || response === null || !('attributes' in response)) return '';
  const first: unknown = Array.isArray(response.attributes) ? response.attributes[0] : null;
  if (typeof first !== 'object' || first === null || !('section' in first)) return '';
  const atom: unknown = Array.isArray(first.section) ? first.section[0] : null;
  return typeof atom === 'object' && atom !== null && 'value' in atom ? text(atom.value) : '';
}

/** A server may repeat what it was sent, plain or as it stood in AUTHENTICATE PLAIN. */
function redact(words: string, password: string): string {
  const limited = words.replace(/\p{Cc}+/gu, ' ').slice(0, 500);
  if (password === '') return limited;
  return limited.split(password).join('***').split(Buffer.from(password).toString('base64')).join('***');
}
