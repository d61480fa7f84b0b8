// E-mail as a channel: IMAP to read and watch, SMTP to send, put together behind the connector that the engine knows.
import { ok, type Failure } from '../../../contract/errors.ts';
import type { EngineEvent } from '../../../contract/events.ts';
import type { ConversationId } from '../../../contract/views.ts';
import type { Ingest } from '../../ingest/arrived.ts';
import type { Background } from '../../ports/background.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Store } from '../../store/store.ts';
import type { Connector, SendOutcome } from '../connector.ts';
import { createArrivals, type MailReader } from './arrivals.ts';
import { SENT_LOOK_MS } from './between-passes.ts';
import { fetchAttachment, fetchAttachments } from './attachment-fetch.ts';
import { fetchOriginal } from './original-fetch.ts';
import { dropDrafts, keepDraft } from './own-drafts.ts';
import { removeForGood } from './remove-for-good.ts';
import { createEmailWatch } from './email-watch.ts';
import { createDoors } from './doors.ts';
import { createErrands } from './imap-errands.ts';
import { IMAP_LIMITS, type ImapLimits } from './imap-session.ts';
import { testImap } from './imap-test.ts';
import { fileSent, findSent, withdrawCopy } from './sent-copy.ts';
import { isRead } from './mailbox-list.ts';
import { uidsInWindow } from './mailbox-survey.ts';
import { createSuspects } from './suspects.ts';
import { asSignIn, wantsNewToken, type SignIns } from './sign-in.ts';
import { sendBySmtp } from './smtp-send.ts';
import { testSmtp } from './smtp-test.ts';

export type EmailConnectorDeps = {
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'log' | 'net'>;
  readonly signIns: SignIns;
  readonly store: Pick<Store, 'mailboxes' | 'habits'>;
  readonly ingest: Ingest;
  readonly reader: MailReader;
  /** Computes the place in the queue anew of conversations whose messages were changed or disappeared on the server. */
  readonly settle: (conversations: readonly ConversationId[]) => void;
  readonly emit: (event: EngineEvent) => void;
  readonly background: Background;
  readonly checkEveryMinutes: () => number;
  readonly version: string;
  /** Shorter ones in tests. */
  readonly limits?: ImapLimits;
  readonly sentLookMs?: number;
};

export function createEmailConnector(deps: EmailConnectorDeps): Connector {
  const { clock, timers } = deps.ports;
  const { mailboxes, habits } = deps.store;
  const limits = deps.limits ?? IMAP_LIMITS;
  const imap = { clock, timers, version: deps.version };
  const doors = createDoors(clock, deps.ports.net);
  const errands = createErrands(imap, limits, deps.signIns, doors);
  const onChange = (conversations: readonly ConversationId[]): void => {
    if (conversations.length === 0) return;
    deps.settle(conversations);
    deps.emit({ kind: 'conversations-changed', conversations });
  };

  return {
    test: async (account, password, onStep) => {
      const told = (error: Failure) => ({ ok: false, error: asSignIn(account, password, error) }) as const;
      const read = await testImap(imap, limits, account, password, onStep);
      if (!read.ok) return told(read.error);
      const sent = await testSmtp(account, password, onStep, { timers });
      return sent.ok ? ok({ imap: read.value, smtp: sent.value }) : told(sent.error);
    },
    watch: (account) => {
      const stopping = new AbortController();
      const isStopped = (): boolean => stopping.signal.aborted;
      const arrivals = createArrivals({ clock, timers, reader: deps.reader, ingest: deps.ingest, isStopped });
      return createEmailWatch(
        {
          ports: deps.ports,
          signIns: deps.signIns,
          doors,
          background: deps.background,
          limits,
          version: deps.version,
          clock,
          mailboxes,
          arrivals,
          suspects: createSuspects(),
          onChange,
          isStopped,
          checkEveryMinutes: deps.checkEveryMinutes,
          sentLookMs: deps.sentLookMs ?? SENT_LOOK_MS,
          onTrouble: (error) => deps.emit({ kind: 'trouble', error }),
          onState: (state) => deps.emit({ kind: 'account-state', account: account.id, state }),
        },
        account,
        stopping,
      );
    },
    send: async (account, password, mail, onBodyStart, signal) => {
      const attempt = async (secret: string): Promise<SendOutcome> => {
        const outcome = await sendBySmtp(account, secret, mail, onBodyStart, signal, {
          timers,
          onMaxBytes: (maxBytes) => habits.learn(account.id, { maxBytes }),
        });
        return outcome.kind === 'try-later' ? { ...outcome, error: asSignIn(account, secret, outcome.error) } : outcome;
      };
      const first = await attempt(password);
      // Refused at the door: nothing of the message has left.
      if (first.kind !== 'try-later' || !wantsNewToken(first.error)) return first;
      const renewed = await deps.signIns.renew(account, password);
      return renewed.ok ? attempt(renewed.value) : { kind: 'try-later', error: renewed.error };
    },
    findSent: (account, password, messageId) =>
      errands.run(account, password, (session) => findSent(session, messageId)),
    fileSent: (account, password, mail, wish) =>
      errands.run(account, password, (session) => fileSent(session, account.imap.host, mail, wish)),
    withdrawCopy: (account, password, messageId, place) =>
      errands.run(account, password, (session) => withdrawCopy(session, messageId, place)),
    keepDraft: (account, password, draft) => errands.run(account, password, (session) => keepDraft(session, draft)),
    dropDrafts: (account, password, messageIds) =>
      errands.run(account, password, (session) => dropDrafts(session, messageIds)),
    fetchAttachment: (account, password, place) =>
      errands.run(account, password, (session) => fetchAttachment(session, place)),
    fetchAttachments: (account, password, places, onBytes) =>
      errands.run(account, password, (session) => fetchAttachments(session, places, onBytes)),
    fetchOriginal: (account, password, place) =>
      errands.run(account, password, (session) => fetchOriginal(session, place)),
    removeForGood: (account, password, places) =>
      errands.run(account, password, (session) => removeForGood(session, places)),
    compare: (account, password) =>
      errands.run(account, password, async (session) => {
        const compared: { mailbox: string; uids: readonly number[]; wanted: readonly number[] }[] = [];
        // As the server lists them now, and not as we know them: a mailbox that was never read is a gap as well.
        const listed = await session.mailboxes();
        if (!listed.ok) return listed;
        for (const { path } of listed.value.filter(isRead)) {
          const selected = await session.select(path);
          if (!selected.ok) return selected;
          const uids = await session.allUids();
          if (!uids.ok) return uids;
          const wanted = await uidsInWindow(session, uids.value, account.historyFrom);
          if (!wanted.ok) return wanted;
          compared.push({ mailbox: path, uids: uids.value, wanted: wanted.value });
        }
        return ok(compared);
      }),
  };
}
