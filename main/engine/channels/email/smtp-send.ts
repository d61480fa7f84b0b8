// Sends one frozen message once, and says what is known of the outcome. The line that matters runs just before the first byte of the
// body: above it nothing can have arrived, below it only the server's answer counts. nodemailer's errors do not tell the two apart
// (a hang at EHLO and one after the final dot look alike), so the phase is kept here, by the stream that hands over the body.
import { Readable } from 'node:stream';
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { failed, type Failure } from '../../../contract/errors.ts';
import type { Timers } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { OutgoingMail, SendOutcome } from '../connector.ts';
import { checkSecurity } from './server-tls.ts';
import { readMailError, secretForms, smtpFailure } from './smtp-failure.ts';
import { messageTooLarge } from './smtp-refusal.ts';
import { createSmtpSession, type SmtpDeadlines, type SmtpSession } from './smtp-session.ts';

export type SmtpSendDeps = {
  readonly timers: Timers;
  readonly deadlines?: SmtpDeadlines;
  /** Told what the server says it takes at most; null where it does not say. */
  readonly onMaxBytes?: (maxBytes: number | null) => void;
};

type Refused = readonly { readonly address: string; readonly reply: string }[];

/** Handed over in pieces of this size, so that a slow line shows that it moves. */
const PIECE_BYTES = 16_384;

export async function sendBySmtp(
  account: AccountRow,
  password: string,
  mail: OutgoingMail,
  onBodyStart: () => void,
  signal: AbortSignal,
  deps: SmtpSendDeps,
): Promise<SendOutcome> {
  const secure = checkSecurity(account.smtp, account.plainAllowed);
  if (!secure.ok) return { kind: 'try-later', error: secure.error };

  const session = createSmtpSession(account, deps, signal);
  const secrets = secretForms(account.user, password);
  const body = createBody(mail.raw, session, onBodyStart);
  let manner: 'quit' | 'drop' = 'drop';
  try {
    await session.open();
    const maxBytes = maxBytesOf(session);
    deps.onMaxBytes?.(maxBytes);
    if (maxBytes !== null && mail.raw.byteLength > maxBytes) {
      manner = 'quit';
      return { kind: 'refused', error: messageTooLarge(mail.raw.byteLength, maxBytes), refused: [] };
    }
    const browser = needsBrowser(session, account);
    if (browser !== null) return { kind: 'try-later', error: browser };
    await session.signIn(password);
    const info = await session.send(
      {
        from: mail.sender,
        to: mail.recipients,
        size: mail.raw.byteLength,
        use8BitMime: mail.raw.some((byte) => byte > 0x7f),
      },
      body.stream,
    );
    manner = 'quit';
    return {
      kind: 'sent',
      accepted: info.accepted,
      refused: refusedIn(info.rejectedErrors),
      serverReply: info.response.slice(0, 500),
    };
  } catch (error) {
    const failure = smtpFailure(error, { step: session.step(), host: account.smtp.host, secrets });
    return outcomeOf(error, failure, body.hasStarted());
  } finally {
    session.close(manner);
    body.stream.destroy();
  }
}

/** The one decision table of this file; see reliability-security.md, section 0, points 1 and 2. */
function outcomeOf(error: unknown, failure: Failure, bodyHasStarted: boolean): SendOutcome {
  const { responseCode, code } = readMailError(error);
  const refused = refusedIn(rejectedErrorsOf(error));
  // A reply to the message itself is an answer even when the connection died right behind it. Any other reply that came after
  // the body began (a 421 out of turn, nonsense) tells nothing about the message.
  const isAnswer = bodyHasStarted ? code === 'EMESSAGE' && responseCode >= 400 : responseCode >= 400;
  if (bodyHasStarted && !isAnswer) {
    return {
      kind: 'unknown',
      error: { ...failure, code: 'send-outcome-unknown', retry: 'user', detail: `${failure.code}: ${failure.detail}` },
    };
  }
  if (failure.retry === 'never') return { kind: 'refused', error: failure, refused };
  return { kind: 'try-later', error: failure };
}

function createBody(
  raw: Uint8Array,
  session: SmtpSession,
  onBodyStart: () => void,
): { readonly stream: Readable; readonly hasStarted: () => boolean } {
  let isStarted = false;
  let at = 0;
  const stream = new Readable({
    highWaterMark: PIECE_BYTES,
    read() {
      if (!isStarted) {
        try {
          // Returns only when the mark is on disk; when it throws, not a byte leaves.
          onBodyStart();
        } catch (error) {
          this.destroy(error instanceof Error ? error : new Error(String(error)));
          return;
        }
        isStarted = true;
      }
      if (at >= raw.byteLength) {
        session.bodyEnded(raw.byteLength);
        this.push(null);
        return;
      }
      session.bodyMoved();
      const piece = raw.subarray(at, at + PIECE_BYTES);
      at += piece.byteLength;
      this.push(piece);
    },
  });
  // The error is reported through the session; without a listener Node would throw it.
  stream.on('error', () => {});
  return { stream, hasStarted: () => isStarted };
}

const rejectedErrorsOf = (error: unknown): SMTPConnectionSendInfo['rejectedErrors'] =>
  error instanceof Error && 'rejectedErrors' in error && Array.isArray(error.rejectedErrors)
    ? (error.rejectedErrors as NonNullable<SMTPConnectionSendInfo['rejectedErrors']>)
    : undefined;

const refusedIn = (errors: SMTPConnectionSendInfo['rejectedErrors']): Refused =>
  (errors ?? []).map((error) => ({
    address: error.recipient ?? '',
    reply: (error.response ?? error.message).slice(0, 500),
  }));

/** RFC 1870: "SIZE" without a number, or with 0, sets no limit. */
export function maxBytesOf(session: SmtpSession): number | null {
  const size = Number(session.extensions().get('SIZE') ?? '0');
  return Number.isSafeInteger(size) && size > 0 ? size : null;
}

/** A server that takes only OAuth would refuse our password with words nobody understands. */
export function needsBrowser(session: SmtpSession, account: AccountRow): Failure | null {
  const offered = session.extensions().get('AUTH');
  if (account.oauthProvider !== null) return null;
  if (offered === undefined || offered === '' || /\b(PLAIN|LOGIN|CRAM-MD5)\b/i.test(offered)) return null;
  if (!/\b(XOAUTH2|OAUTHBEARER)\b/i.test(offered)) return null;
  return failed('sign-in-by-browser-needed', 'user', `SMTP AUTH ${offered}`, { host: account.smtp.host }).error;
}
