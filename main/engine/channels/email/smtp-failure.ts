// Says what an SMTP session's error means, in the closed list of failures. The server's reply code decides first (RFC 5321, 4.2;
// enhanced codes RFC 3463), then the system's error code, then nodemailer's own; its texts only where STARTTLS hides the cause.
import { failed, type ErrorCode, type Failure, type Retry } from '../../../contract/errors.ts';
import { certificateFault } from './server-tls.ts';
import { refusedSignIn } from './sign-in-words.ts';
import { refusalOf, type RefusedAt } from './smtp-refusal.ts';

/** The step of the session at which something went wrong; shown in details. */
export type SmtpStep = 'connect' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'body' | 'answer';

export type SmtpTrouble = {
  readonly step: SmtpStep;
  readonly host: string;
  /** What to take out of any text that is shown or logged. */
  readonly secrets: readonly string[];
};

type MailError = {
  readonly code: string;
  readonly originalCode: string;
  readonly responseCode: number;
  readonly response: string;
  readonly command: string;
  /** Whom the reply was about, where it was about one. */
  readonly recipient: string;
  readonly message: string;
};

export const SMTP_DEADLINE = 'BALIE_DEADLINE';
/** The library drops what came in between STARTTLS and the encryption, and goes on; we do not. */
export const SMTP_INJECTION = 'BALIE_INJECTION';

const OFFLINE: ReadonlySet<string> = new Set([
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ETIMEOUT',
  'ENONET',
]);
/** Where a STARTTLS handshake hides the cause, these words are left of it. */
const CERTIFICATE_WORDS: readonly (readonly [RegExp, ErrorCode])[] = [
  [/certificate (has expired|is not yet valid)/i, 'tls-expired'],
  [/does not match certificate|altname/i, 'tls-other-host'],
  [/certificate/i, 'tls-certificate'],
];
const CROWDED = /too many (connections|sessions|concurrent)|connection (rate )?limit/;
const PASSING = /temporar|try (again|it) later|too many (failed )?(login|auth)/;

export function smtpFailure(error: unknown, at: SmtpTrouble): Failure {
  const seen = readMailError(error);
  const as = (code: ErrorCode, retry: Retry): Failure => {
    const words = seen.response === '' ? seen.message : seen.response;
    return failed(code, retry, `SMTP ${at.step}: ${withoutSecrets(words, at.secrets)}`, {
      host: at.host,
      step: at.step,
      ...(seen.recipient === '' ? {} : { address: seen.recipient }),
    }).error;
  };
  if (seen.code === SMTP_INJECTION) return as('tls-tampered', 'user');
  if (seen.code === SMTP_DEADLINE || seen.code === 'ETIMEDOUT') return as('timeout', 'auto');
  if (seen.command === 'STARTTLS' && seen.responseCode > 0) {
    return as('tls-not-offered', seen.responseCode < 500 ? 'auto' : 'user');
  }
  if (seen.responseCode > 0) return as(...byReply(seen, at));

  const cause = seen.originalCode === '' ? seen.code : seen.originalCode;
  const certificate = certificateFault(cause) ?? (isTls(seen) ? certificateWords(seen.message) : null);
  if (certificate !== null) return as(certificate, 'user');
  if (isTls(seen) || cause.startsWith('ERR_SSL') || cause === 'EPROTO') return as('tls-failed', 'auto');
  if (OFFLINE.has(cause)) return as('offline', 'auto');
  // A name server that has no answer today has one tomorrow: the outbox goes on trying.
  if (seen.code === 'EDNS') return as('host-unknown', 'auto');
  if (cause === 'ECONNREFUSED') return as('connection-refused', 'auto');
  if (cause === 'ETIMEDOUT') return as('timeout', 'auto');
  if (seen.code === 'EMESSAGE') return as('message-too-large', 'never');
  // A first line without a reply code: the page on which a hotel wants you to sign in, or another service on this port.
  if (seen.code === 'EPROTOCOL' && at.step === 'connect') return as('not-a-mail-server', 'auto');
  if (seen.code === 'EPROTOCOL') return as('server-nonsense', 'auto');
  if (seen.code === 'EENVELOPE') return as('invalid-argument', 'never');
  if (seen.code === 'EAUTH') return as('wrong-password', 'user');
  return as('connection-lost', 'auto');
}

function byReply(seen: MailError, { step, host }: SmtpTrouble): readonly [ErrorCode, Retry] {
  const { responseCode: code, response } = seen;
  const words = response.toLowerCase();
  if (seen.code === 'EAUTH') {
    // 454 4.7.0 is a server that cannot ask its own directory now: not a wrong password.
    if (code < 500) return CROWDED.test(words) ? ['too-many-connections', 'auto'] : ['server-busy', 'auto'];
    // 538 5.7.11, and 530 where STARTTLS has to come first.
    if (code === 538 || /starttls|encryption (is )?required/.test(words)) return ['plain-refused', 'user'];
    const refusal = refusedSignIn(response, host);
    return refusal === 'wrong-password' && PASSING.test(words) ? ['server-busy', 'auto'] : [refusal, 'user'];
  }
  if (code < 400) return ['server-nonsense', 'auto'];
  if (code < 500) {
    if (CROWDED.test(words)) return ['too-many-connections', 'auto'];
    return refusalOf(response, refusedAt(seen, step)) === 'recipient-mailbox-full'
      ? ['recipient-mailbox-full', 'auto']
      : ['server-busy', 'auto'];
  }
  // 503: our session was out of step, not the message refused; the same message can go through on a new connection.
  if (code === 503) return ['server-nonsense', 'auto'];
  // Said before the message was even named, so it is about this line (a blocked address, a server in repair), not about the message.
  if (step === 'connect' || step === 'EHLO') return ['server-refused', 'auto'];
  // Said to a client that signed in: the sign-in is what this server wants for such a message, and has not taken.
  if (code === 530) return [/starttls/.test(words) ? 'tls-not-offered' : 'wrong-password', 'user'];
  return [refusalOf(response, refusedAt(seen, step)), 'never'];
}

function refusedAt(seen: MailError, step: SmtpStep): RefusedAt {
  if (seen.command === 'MAIL FROM' || step === 'MAIL') return 'sender';
  return seen.command === 'RCPT TO' || step === 'RCPT' ? 'recipient' : 'message';
}

const certificateWords = (message: string): ErrorCode | null =>
  CERTIFICATE_WORDS.find(([words]) => words.test(message))?.[1] ?? null;

const isTls = (seen: MailError): boolean => seen.code === 'ETLS';

/** nodemailer hangs its facts on the error object; read without trusting their types. */
export function readMailError(error: unknown): MailError {
  const facts: Readonly<Record<string, unknown>> = typeof error === 'object' && error !== null ? { ...error } : {};
  const word = (name: string): string => (typeof facts[name] === 'string' ? facts[name] : '');
  return {
    code: word('code'),
    originalCode: word('originalCode'),
    responseCode: typeof facts['responseCode'] === 'number' ? facts['responseCode'] : 0,
    response: word('response'),
    command: word('command'),
    recipient: word('recipient'),
    message: error instanceof Error ? error.message : String(error),
  };
}

/** Servers have been seen to repeat the AUTH line in their refusal. */
export function withoutSecrets(words: string, secrets: readonly string[]): string {
  let clean = words;
  for (const secret of secrets) if (secret.length > 0) clean = clean.split(secret).join('***');
  return clean.slice(0, 500);
}

/** The password in each form in which it goes over the line (AUTH PLAIN, LOGIN). */
export function secretForms(user: string, password: string): readonly string[] {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  return [base64(`\0${user}\0${password}`), base64(`${user}\0${user}\0${password}`), base64(password), password];
}
