// Turns what the IMAP library throws into one of our failures. The server's words only ever go into `detail`.
import type { ErrorCode, Failure, Retry } from '../../../contract/errors.ts';
import type { ServerAddress } from '../../../contract/views.ts';
import { certificateFault } from './server-tls.ts';
import { refusedSignIn } from './sign-in-words.ts';

export type FailureContext = {
  readonly server: ServerAddress;
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
  readonly command: string;
  readonly throttledMs: number | null;
};
type Judgement = { readonly code: ErrorCode; readonly retry: Retry };

/** What we raise ourselves: no mail server answers; one asked for peace for a time that it named; one said BYE. */
export const NO_MAIL_SERVER = 'BALIE_NO_MAIL_SERVER';
export const THROTTLED = 'ETHROTTLE';
export const GOODBYE = 'BALIE_GOODBYE';

const NO_NETWORK: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
]);
const TIMED_OUT: ReadonlySet<string> = new Set([
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
const BUSY_CODES: ReadonlySet<string> = new Set(['UNAVAILABLE', 'LIMIT', 'INUSE', 'THROTTLED', 'SERVERBUG']);
const TOO_MANY =
  /too many (simultaneous |concurrent |open )?connections|maximum number of connections|connection limit/i;
/** A BYE reaches us as its text alone, without the code in brackets. */
const BUSY_WORDS = /temporar(y|ily)|try again|unavailable|overload|throttl|shutting down|rate limit|bandwidth limit/i;
/** Microsoft 365 says OK to AUTHENTICATE and then this: a passing state, not a wrong password. */
const NOT_YET_CONNECTED = /authenticated but not connected/i;

const BUSY: Judgement = { code: 'server-busy', retry: 'after' };
const CROWDED: Judgement = { code: 'too-many-connections', retry: 'after' };

export function imapFailure(error: unknown, { server, password }: FailureContext): Failure {
  const thrown = read(error);
  const words = [thrown.code, thrown.message, thrown.responseCode && `[${thrown.responseCode}]`, thrown.responseText];
  return {
    ...judge(thrown, server),
    detail: redact(words.filter((word) => word !== '').join(' '), password),
    values: { host: server.host, port: String(server.port) },
    ...(thrown.throttledMs === null ? {} : { afterMs: thrown.throttledMs }),
  };
}

function judge(thrown: Thrown, server: ServerAddress): Judgement {
  const { code, message } = thrown;
  if (code === THROTTLED) return BUSY;
  if (thrown.status !== '') return thrown.isSignIn ? judgeSignIn(thrown, server) : judgeAnswer(thrown);
  if (TIMED_OUT.has(code)) return { code: 'timeout', retry: 'auto' };
  const passing = judgePassing(thrown);
  if (passing !== null) return passing;
  if (BUSY_WORDS.test(thrown.responseText)) return BUSY;
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME' || code === 'EAI_NODATA') {
    return { code: 'host-unknown', retry: 'auto' };
  }
  if (code === 'ECONNREFUSED') return { code: 'connection-refused', retry: 'auto' };
  if (NO_NETWORK.has(code)) return { code: 'offline', retry: 'auto' };
  const certificate = certificateFault(code);
  if (certificate !== null) return { code: certificate, retry: 'user' };
  if (code === NO_MAIL_SERVER) return { code: 'not-a-mail-server', retry: 'auto' };
  // Bytes that were slipped in before the encryption began, to be taken for the server's own (the attacks of 2021).
  if (code === 'STARTTLS_INJECTION') return { code: 'tls-tampered', retry: 'user' };
  if (/does not support STARTTLS/i.test(message)) return { code: 'tls-not-offered', retry: 'user' };
  // LOGINDISABLED. Without encryption it asks for some (RFC 3501, 7.2.1); with it, passwords are not taken at all.
  if (thrown.isSignIn && /login is disabled|no matching authentication/i.test(message)) {
    return { code: server.security === 'plain' ? 'plain-refused' : 'sign-in-by-browser-needed', retry: 'user' };
  }
  if (thrown.isTls || /^(ERR_SSL|ERR_TLS|EPROTO)/.test(code)) {
    return LOST.has(code) ? { code: 'connection-lost', retry: 'auto' } : { code: 'tls-failed', retry: 'user' };
  }
  // Whoever is shown out does not come back at once (promise P9).
  if (code === GOODBYE) return { code: 'connection-lost', retry: 'after' };
  if (code === 'LiteralTooLarge') return { code: 'message-too-large', retry: 'never' };
  if (LOST.has(code) || /closed|disconnected/i.test(message)) return { code: 'connection-lost', retry: 'auto' };
  return { code: 'server-nonsense', retry: 'auto' };
}

function judgeSignIn(thrown: Thrown, server: ServerAddress): Judgement {
  const { responseCode, responseText } = thrown;
  const passing = judgePassing(thrown);
  if (passing !== null) return passing;
  if (responseCode === 'OVERQUOTA') return BUSY;
  if (responseCode === 'PRIVACYREQUIRED') {
    return { code: server.security === 'plain' ? 'plain-refused' : 'tls-not-offered', retry: 'user' };
  }
  const words = `[${responseCode}] ${responseText}`;
  const code = refusedSignIn(words, server.host);
  // Servers that cannot ask their own directory say so in words; a code in brackets means what it says.
  if (code === 'wrong-password' && responseCode === '' && BUSY_WORDS.test(responseText)) return BUSY;
  return { code, retry: 'user' };
}

function judgeAnswer(thrown: Thrown): Judgement {
  const { responseCode } = thrown;
  const passing = judgePassing(thrown);
  if (passing !== null) return passing;
  if (responseCode === 'OVERQUOTA') {
    // Only what puts something there can find it full; to a reader Gmail says it of a day's bandwidth.
    return thrown.command === 'APPEND' ? { code: 'over-quota', retry: 'after' } : BUSY;
  }
  if (responseCode === 'NONEXISTENT' || responseCode === 'TRYCREATE' || thrown.code === 'NotFound') {
    return { code: 'not-found', retry: 'never' };
  }
  return { code: 'server-refused', retry: 'auto' };
}

/** What passes by itself when the server is left alone for a while. */
function judgePassing({ responseCode, responseText }: Thrown): Judgement | null {
  if (TOO_MANY.test(responseText)) return CROWDED;
  return BUSY_CODES.has(responseCode) || NOT_YET_CONNECTED.test(responseText) ? BUSY : null;
}

function read(error: unknown): Thrown {
  const facts: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? { ...error } : { message: String(error) };
  const message = error instanceof Error ? error.message : text(facts['message']);
  const responseText = text(facts['responseText']) || text(facts['response']) || text(facts['reason']);
  const bracketed = codeOf(facts['response']) || (/\[([A-Z][A-Z0-9-]*)/i.exec(`${responseText} ${message}`)?.[1] ?? '');
  const throttledMs = facts['throttleReset'];
  return {
    code: text(facts['code']),
    message,
    status: text(facts['responseStatus']),
    responseCode: (text(facts['serverResponseCode']) || bracketed).toUpperCase(),
    responseText,
    isSignIn: facts['authenticationFailed'] === true,
    isTls: facts['tlsFailed'] === true,
    command: (/^\S+ (?:UID )?(\S+)/.exec(text(facts['executedCommand']))?.[1] ?? '').toUpperCase(),
    throttledMs: typeof throttledMs === 'number' && throttledMs > 0 ? throttledMs : null,
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
