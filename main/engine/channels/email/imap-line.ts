// One connection to an IMAP server: the library set up so that no password leaves it unprotected, a time limit on every command, and
// a failure of ours for whatever breaks. What is said on it is in imap-session.ts.
import { ImapFlow } from 'imapflow';
import { failed, ok, type Result } from '../../../contract/errors.ts';
import type { ServerAddress } from '../../../contract/views.ts';
import type { Clock, Timers } from '../../ports/ports.ts';
import { withinLimit, type Limit } from './command-deadline.ts';
import { GOODBYE, imapFailure, NO_MAIL_SERVER, THROTTLED } from './imap-failure.ts';
import { createHearing } from './imap-hearing.ts';
import { MAX_LINE_BYTES, MAX_LITERAL_BYTES, type ImapLimits } from './imap-limits.ts';
import { checkSecurity, tlsOptions } from './server-tls.ts';

export type ImapSignIn = {
  readonly server: ServerAddress;
  readonly user: string;
  /** Or, with `isToken`, an access token. */
  readonly password: string;
  readonly isToken?: boolean;
  readonly ca: string | null;
  readonly plainAllowed: boolean;
};

export type ImapDeps = { readonly clock: Clock; readonly timers: Timers; readonly version: string };

export type ImapLine = {
  readonly client: ImapFlow;
  /** 'small': an answer that is short whatever the mailbox; 'large': one that takes as long as bytes keep coming. Or a limit of its own. */
  readonly ask: <T>(
    limit: 'small' | 'large' | Limit,
    what: string,
    run: () => Promise<Result<T>>,
  ) => Promise<Result<T>>;
  readonly connect: () => Promise<Result<null>>;
  readonly refused: (what: string) => Result<never>;
  readonly nonsense: (what: string) => Result<never>;
  /** Something changed in the selected mailbox, or may have. */
  readonly noteChange: () => void;
  /** Whether something did since it was last taken. */
  readonly takeChange: () => boolean;
  /** Called at the next change, or when the line breaks. */
  readonly onNews: (listener: () => void) => void;
};

/** `dropped` closes the connection at whatever stage it is. */
export function createImapLine(
  deps: ImapDeps,
  signIn: ImapSignIn,
  limits: ImapLimits,
  dropped: AbortSignal | null,
): Result<ImapLine> {
  const { server } = signIn;
  const secure = checkSecurity(server, signIn.plainAllowed);
  if (!secure.ok) return secure;
  if (dropped?.aborted === true) return failed('connection-lost', 'auto', 'not wanted any more');

  // Tells why, where the command that was under way only rejects with "closed".
  let broken: Error | null = null;
  const breakOff = (why: Error): void => {
    broken ??= why;
    client.close();
  };
  const hearing = createHearing({
    onNoMailServer: () => breakOff(Object.assign(new Error('no IMAP greeting'), { code: NO_MAIL_SERVER })),
    // A moment later: the library only then begins the wait that closing cuts short.
    onThrottled: (throttleReset) =>
      void deps.timers.after(0, () =>
        breakOff(Object.assign(new Error('told to slow down'), { code: THROTTLED, throttleReset })),
      ),
    onGoodbye: (words) => {
      broken ??= Object.assign(new Error('the server said goodbye'), { code: GOODBYE, response: words });
    },
  });
  const client = new ImapFlow({ ...optionsFor(deps, signIn, limits), logger: hearing.logger });
  let hasChanged = false;
  let onNews = (): void => {};
  const noteChange = (): void => {
    hasChanged = true;
    onNews();
  };
  client.on('exists', noteChange);
  client.on('expunge', noteChange);
  client.on('flags', noteChange);
  client.on('close', () => onNews());
  // Without a listener the process would end.
  client.on('error', (error) => {
    broken ??= error;
    onNews();
  });
  const drop = (): void => client.close();
  dropped?.addEventListener('abort', drop);
  client.once('close', () => dropped?.removeEventListener('abort', drop));

  const context = { server, password: signIn.password };
  const watched = {
    clock: deps.clock,
    timers: deps.timers,
    received: () => hearing.worth(client.stats().received),
    close: () => client.close(),
  };
  const usual: { readonly [kind in 'small' | 'large']: Limit } = {
    small: { silentMs: limits.silentMs, totalMs: limits.commandMs },
    large: { silentMs: limits.silentMs, totalMs: null },
  };
  const line: ImapLine = {
    client,
    ask: async (limit, what, run) => {
      try {
        const result = await withinLimit(watched, typeof limit === 'string' ? usual[limit] : limit, what, run);
        if (result.ok || result.error.values !== undefined) return result;
        return { ok: false, error: { ...result.error, values: { host: server.host, port: String(server.port) } } };
      } catch (error) {
        const isAnswer = error instanceof Error && 'responseStatus' in error;
        return { ok: false, error: imapFailure(isAnswer || !client.isClosed ? error : (broken ?? error), context) };
      }
    },
    connect: () =>
      line.ask(
        { silentMs: Math.max(limits.silentMs, limits.connectMs), totalMs: limits.commandMs },
        'sign-in',
        async () => {
          await client.connect();
          return ok(null);
        },
      ),
    refused: (what) =>
      client.isClosed || !client.usable
        ? { ok: false, error: imapFailure(broken ?? gone(what), context) }
        : failed('server-refused', 'auto', `${what} refused`, { host: server.host }),
    nonsense: (what) => failed('server-nonsense', 'auto', what, { host: server.host }),
    noteChange,
    takeChange: () => {
      const had = hasChanged;
      hasChanged = false;
      return had;
    },
    onNews: (listener) => {
      onNews = listener;
    },
  };
  return ok(line);
}

const gone = (what: string): Error =>
  Object.assign(new Error(`connection gone during ${what}`), { code: 'NoConnection' });

const optionsFor = (deps: ImapDeps, { server, user, password, isToken, ca }: ImapSignIn, limits: ImapLimits) => ({
  host: server.host,
  port: server.port,
  secure: server.security === 'tls',
  // true means required: the library would otherwise sign in over clear text when STARTTLS is taken out on the way.
  doSTARTTLS: server.security === 'starttls',
  tls: tlsOptions(ca),
  // With a token: OAUTHBEARER (RFC 7628) where the server offers it, else XOAUTH2.
  auth: isToken === true ? { user, accessToken: password } : { user, pass: password },
  clientInfo: { name: 'Balie', version: deps.version, vendor: false, 'support-url': false } as const,
  disableAutoIdle: true,
  // Saves little on mail with attachments, costs CPU, and hides from the deadline how much really came in.
  disableCompression: true,
  // No QRESYNC: comparing UID sets (a few bytes with ESEARCH) tells the same and also heals what was missed. With QRESYNC on,
  // imapflow 2.1.2 does not count VANISHED, and so keeps silent about the message that makes up the number again.
  qresync: false,
  disableIMAP4rev2: true,
  connectionTimeout: limits.connectMs,
  greetingTimeout: limits.greetingMs,
  socketTimeout: limits.idleMs * 4,
  maxLiteralSize: MAX_LITERAL_BYTES,
  maxLineLength: MAX_LINE_BYTES,
  maxResponseSize: MAX_LITERAL_BYTES + MAX_LINE_BYTES,
});
