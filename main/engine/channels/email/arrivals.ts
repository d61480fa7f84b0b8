// From fetched content to stored messages: parse in the pool, then ingest in slices small enough that nobody else waits.
import type { AccountRow } from '../../store/account-table.ts';
import type { MailboxRow } from '../../store/mailbox-table.ts';
import type { Direction } from '../../../domain/conversation/message.ts';
import { DAY_MS, type Instant } from '../../../domain/instant.ts';
import { CARD_DOMAIN, type ArrivedMessage, type Ingest } from '../../ingest/arrived.ts';
import type { ArrivedMail } from '../../ingest/prepared-mail.ts';
import type { Clock, Timers } from '../../ports/ports.ts';
import type { ParsedMail } from '../parsed-mail.ts';
import type { FetchedContent } from './body-fetch.ts';
import type { ParsePool } from './parse/parse-pool.ts';

/** Bytes in, a message out; bad mail is no error. */
export type MailReader = Pick<ParsePool, 'whole' | 'pieces'>;

export type ArrivalsDeps = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly reader: MailReader;
  readonly ingest: Ingest;
  /** The watch was stopped: what is parsed is dropped and fetched again another time. */
  readonly isStopped: () => boolean;
};

/**
 * A slice should take about this long: below the 50 ms that a command may wait, and long enough that the disk's answer to each
 * commit does not make up most of it. Of all the work the full-text index gains most by larger ones: 400 messages instead of 75 in
 * a transaction take 12 % off its time, 1,600 with a larger buffer (hashsize) a third. Only who knows that nobody waits may do so.
 */
const SLICE_MS = 40;
const FIRST_SLICE = 25;
const MAX_SLICE = 150;

export type Arrivals = {
  /**
   * Answers how many of them were new to us, once all are on disk. Parsing begins at once, also while what was given before is
   * still being stored; storing keeps the order of the calls.
   */
  readonly store: (account: AccountRow, mailbox: MailboxRow, contents: readonly FetchedContent[]) => Promise<number>;
};

export function createArrivals(deps: ArrivalsDeps): Arrivals {
  let slice = FIRST_SLICE;
  let before: Promise<unknown> = Promise.resolve();

  const storeInTurn = async (
    account: AccountRow,
    mailbox: MailboxRow,
    contents: readonly FetchedContent[],
    turn: Promise<unknown>,
  ): Promise<number> => {
    const mails = await Promise.all(contents.map((content) => readContent(deps.reader, content, mailbox.id)));
    await turn;
    const arrived = contents.map((content, index): ArrivedMessage => {
      const mail = mails[index] ?? notFetchedMail(content.uid, mailbox.id);
      const direction = directionOf(mail, account.addresses, mailbox);
      return {
        account: account.id,
        channel: 'email',
        direction,
        isHistory: direction === 'in' && isFiled(mailbox, content.flags),
        at: arrivalInstant(content.at, mail.date, deps.clock.now()),
        size: content.size,
        mail,
        place: { mailboxId: mailbox.id, uid: content.uid, flags: content.flags, emailId: content.emailId },
      };
    });
    let added = 0;
    for (let from = 0; from < arrived.length;) {
      if (deps.isStopped()) return added;
      const startedAt = deps.clock.monotonicMs();
      // In equal parts: a commit costs the same for the five that would be left over.
      const left = arrived.length - from;
      const part = arrived.slice(from, from + Math.ceil(left / Math.ceil(left / slice)));
      added += deps.ingest(part).added;
      from += part.length;
      const tookMs = Math.max(1, deps.clock.monotonicMs() - startedAt);
      slice = Math.max(5, Math.min(MAX_SLICE, Math.round((part.length * SLICE_MS) / tookMs)));
      // Lets waiting commands in between two transactions.
      await new Promise<void>((resolve) => void deps.timers.after(0, resolve));
    }
    return added;
  };

  return {
    store: (account, mailbox, contents) => {
      const stored = storeInTurn(account, mailbox, contents, before);
      // What fails is told to whoever asked for it; those behind it are no worse for it.
      before = stored.catch(() => {});
      return stored;
    },
  };
}

function readContent(reader: MailReader, { uid, content }: FetchedContent, mailboxId: number): Promise<ArrivedMail> {
  switch (content.kind) {
    case 'whole':
      return reader.whole(content.raw);
    case 'pieces':
      return reader.pieces(content.pieces);
    case 'header':
      return content.header.byteLength === 0
        ? Promise.resolve({ ...notFetchedMail(uid, mailboxId), note: content.note })
        : reader.whole(content.header).then((mail) => ({ ...mail, note: content.note }));
  }
}

/** What lies in Sent is ours, and what carries an own address as sender. That a web form may do so too is ingest's to see. */
export function directionOf(
  { from }: Pick<ParsedMail, 'from'>,
  ownAddresses: readonly string[],
  { role }: Pick<MailboxRow, 'role'>,
): Direction {
  const isOwn = from.some(({ address }) => ownAddresses.includes(address.toLowerCase()));
  return role === 'sent' || isOwn ? 'out' : 'in';
}

/**
 * First met outside the inbox: somebody filed it, and it asks for nothing any more. Only what lies unread in a folder of the
 * owner's own may have been put there by a rule of the server before anybody saw it.
 */
export function isFiled({ role }: Pick<MailboxRow, 'role'>, flags: readonly string[]): boolean {
  return role !== 'inbox' && (role !== null || flags.includes('\\Seen'));
}

/** The server's moment counts; only where it gives none, or one that cannot be, the sender's Date stands in. */
export function arrivalInstant(internalDate: Instant | null, headerDate: Instant | null, now: Instant): Instant {
  const isPossible = (at: Instant | null): at is Instant => at !== null && at > 0 && at <= now + DAY_MS;
  if (isPossible(internalDate)) return internalDate;
  return isPossible(headerDate) ? headerDate : now;
}

/** The card of a message that the server names but does not give. */
function notFetchedMail(uid: number, mailboxId: number): ParsedMail {
  return {
    subject: '',
    from: [],
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    date: null,
    // Keeps two cards apart: copies of one message are recognised by what they hold, and these hold nothing.
    messageId: `${uid}.${mailboxId}${CARD_DOMAIN}`,
    inReplyTo: [],
    references: [],
    text: '',
    html: null,
    headers: {},
    attachments: [],
    kind: 'human',
    note: 'not-fetched',
  };
}
