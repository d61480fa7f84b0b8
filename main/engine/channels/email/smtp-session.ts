// One SMTP session on nodemailer's SMTPConnection, with what that leaves to its caller: a deadline for every step (it has none of its
// own after the greeting short of an idle socket), the step at which it stood, and TLS that is never optional.
// What an error means is in smtp-failure.ts; what a sent or lost message means is in smtp-send.ts.
import type { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import type { Cancel, Timers } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import { tlsOptions } from './server-tls.ts';
import { signsInByBrowser } from './sign-in.ts';
import { SMTP_DEADLINE, SMTP_INJECTION, type SmtpStep } from './smtp-failure.ts';
import { tokenHandlers, tokenMethod } from './smtp-token.ts';

export type SmtpDeadlines = {
  /** To look up the name, connect, and shake hands. */
  readonly connectMs: number;
  /** For the greeting and the answer to each command. */
  readonly replyMs: number;
  /** Without a byte of the body moving. */
  readonly bodyIdleMs: number;
  /** For the answer after the final dot. RFC 5321 4.5.3.2.6 allows the server ten minutes; a longer wait than this is "unknown". */
  readonly answerMs: number;
};

/** A hang at any one step, with the look in Sent that follows, ends well within 75 s. */
export const SMTP_DEADLINES: SmtpDeadlines = {
  connectMs: 20_000,
  replyMs: 25_000,
  bodyIdleMs: 30_000,
  answerMs: 45_000,
};

/** A line of 4 kB/s is slow but alive: what still lies in the system's buffers after the last read gets that long. */
const SLOWEST_BYTES_PER_MS = 4;

export type SmtpSession = {
  readonly step: () => SmtpStep;
  /** Extensions with their parameters as the server announced them last (after TLS). */
  readonly extensions: () => ReadonlyMap<string, string>;
  readonly open: () => Promise<void>;
  /** With the password, or the access token of an account that has one. Does nothing where the server knows no AUTH. */
  readonly signIn: (secret: string) => Promise<void>;
  /** `body` is read only after the server said 354. */
  readonly send: (
    envelope: {
      readonly from: string;
      readonly to: readonly string[];
      readonly size: number;
      readonly use8BitMime: boolean;
    },
    body: Readable,
  ) => Promise<SMTPConnectionSendInfo>;
  readonly bodyMoved: () => void;
  readonly bodyEnded: (bytes: number) => void;
  /** With a QUIT where the session came to its end; in the middle of a body it would become part of the message. */
  readonly close: (manner: 'quit' | 'drop') => void;
};

export function createSmtpSession(
  account: AccountRow,
  deps: { readonly timers: Timers; readonly deadlines?: SmtpDeadlines },
  signal: AbortSignal,
): SmtpSession {
  const deadlines = deps.deadlines ?? SMTP_DEADLINES;
  let step: SmtpStep = 'connect';
  let cancelDeadline: Cancel = () => {};
  let rejectRunning: ((error: Error) => void) | null = null;
  let extensions: ReadonlyMap<string, string> = new Map();

  const stopWith = (error: Error): void => {
    const reject = rejectRunning;
    rejectRunning = null;
    reject?.(error);
    connection.close();
  };
  const enter = (next: SmtpStep, withinMs: number): void => {
    step = next;
    cancelDeadline();
    cancelDeadline = deps.timers.after(withinMs, () => {
      stopWith(Object.assign(new Error(`no answer within ${withinMs} ms`), { code: SMTP_DEADLINE }));
    });
  };
  const watch = {
    debug: (entry: { readonly tnx?: string }, words: string) => {
      if (entry.tnx === 'client') enter(stepOf(words, step), deadlines.replyMs);
      if (entry.tnx !== 'server') return;
      if (/^250[ -]/.test(words) && step === 'EHLO') extensions = readExtensions(words);
      // The greeting, or the answer to one of several commands sent together: the next answer has its own time.
      if (step !== 'body' && step !== 'answer') enter(step, deadlines.replyMs);
    },
    info: (entry: { readonly tnx?: string }) => {
      if (entry.tnx === 'network' && step === 'connect') enter('connect', deadlines.replyMs);
    },
    warn: (entry: { readonly discarded?: number }) => {
      // Told in the middle of the upgrade, which is not to be disturbed; nothing of ours goes out before its answer is read.
      if (entry.discarded === undefined) return;
      const error = Object.assign(new Error('bytes before the encryption began'), { code: SMTP_INJECTION });
      const reject = rejectRunning;
      rejectRunning = null;
      reject?.(error);
      cancelDeadline = deps.timers.after(0, () => connection.close());
    },
    error: () => {},
  };
  const connection = new SMTPConnection({
    host: account.smtp.host,
    port: account.smtp.port,
    secure: account.smtp.security === 'tls',
    requireTLS: account.smtp.security === 'starttls',
    ignoreTLS: account.smtp.security === 'plain',
    // The machine's own name is nobody's business; an address literal is what RFC 5321 4.1.3 offers instead.
    name: '[127.0.0.1]',
    tls: tlsOptions(account.ca),
    customAuth: tokenHandlers(account.smtp),
    transactionLog: true,
    logger: watch,
    // Ours are shorter and know the step; these are only the net below.
    connectionTimeout: deadlines.connectMs + deadlines.replyMs * 2,
    greetingTimeout: deadlines.replyMs * 2,
    dnsTimeout: deadlines.connectMs,
    socketTimeout: 600_000,
    socketCloseTimeout: 1_000,
    maxResponseSize: 65_536,
  });

  /** Ends by its callback, by the connection's error, by the deadline, or by the caller's signal; whichever comes first. */
  const run = <T>(
    start: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(stopped());
        return;
      }
      rejectRunning = reject;
      start((error, value) => {
        cancelDeadline();
        rejectRunning = null;
        if (error === null || error === undefined) resolve(value);
        else reject(error);
      });
    });
  connection.on('error', (error: Error) => {
    cancelDeadline();
    stopWith(error);
  });
  const onAbort = (): void => stopWith(stopped());
  signal.addEventListener('abort', onAbort, { once: true });

  return {
    step: () => step,
    extensions: () => extensions,
    open: async () => {
      enter('connect', deadlines.connectMs);
      await run<void>((done) => connection.connect((error) => done(error)));
    },
    signIn: async (secret) => {
      const offered = extensions.get('AUTH');
      if (offered === undefined) return;
      const auth = signsInByBrowser(account)
        ? { user: account.user, pass: secret, method: tokenMethod(offered) }
        : { user: account.user, pass: secret };
      await run<boolean>((done) => connection.login(auth, done));
    },
    send: async (envelope, body) => {
      const info = await run<SMTPConnectionSendInfo>((done) =>
        connection.send({ ...envelope, to: [...envelope.to] }, body, done),
      );
      if (info === undefined) throw new Error('nodemailer reported neither an error nor a result');
      return info;
    },
    bodyMoved: () => enter('body', deadlines.bodyIdleMs),
    bodyEnded: (bytes) => enter('answer', deadlines.answerMs + Math.ceil(bytes / SLOWEST_BYTES_PER_MS)),
    close: (manner) => {
      cancelDeadline();
      signal.removeEventListener('abort', onAbort);
      if (manner === 'quit') connection.quit();
      connection.close();
      // QUIT itself is a command with a deadline of its own.
      cancelDeadline();
    },
  };
}

const stopped = (): Error => Object.assign(new Error('stopped'), { code: 'ECONNECTION' });

function stepOf(command: string, before: SmtpStep): SmtpStep {
  const verb = /^[A-Z]+/.exec(command)?.[0] ?? '';
  if (verb === 'EHLO' || verb === 'HELO') return 'EHLO';
  if (verb === 'STARTTLS' || verb === 'AUTH' || verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA') return verb;
  // The lines after AUTH LOGIN are bare base64.
  return before;
}

function readExtensions(reply: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of reply.split(/\r?\n/).slice(1)) {
    // "AUTH=PLAIN LOGIN" is what old Exchange wrote beside the right form.
    const [, name, value] = /^250[ -]([A-Z0-9-]+)[ =]?(.*)$/i.exec(line) ?? [];
    if (name !== undefined)
      found.set(name.toUpperCase(), `${found.get(name.toUpperCase()) ?? ''} ${value ?? ''}`.trim());
  }
  return found;
}
