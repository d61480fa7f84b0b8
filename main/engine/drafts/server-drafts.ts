// Keeps a copy of what is being written among the server's drafts, once it has rested; and takes it out when it was sent or thrown
// away. Whatever is cut short is found again: what has to be done is read from the desk each time. Drafts written elsewhere are
// not read in.
import type { Settings } from '../../contract/settings.ts';
import { ok, type Result } from '../../contract/errors.ts';
import type { AccountId, AccountState } from '../../contract/views.ts';
import { MINUTE_MS, SECOND_MS } from '../../domain/instant.ts';
import type { Connector } from '../channels/connector.ts';
import { newMessageId } from '../channels/email/compose.ts';
import { DRAFT_MARK } from '../channels/email/own-drafts.ts';
import { filesOf } from '../outbox/queue-letter.ts';
import { prepareLetter } from '../outbox/prepare-letter.ts';
import type { Background } from '../ports/background.ts';
import type { Cancel, Ports } from '../ports/ports.ts';
import { isAtRest, type AccountRow } from '../store/account-table.ts';
import type { ServerDraft } from '../store/server-draft-table.ts';
import type { Store } from '../store/store.ts';
import { accountOfDraft } from './draft-account.ts';

export type ServerDraftsDeps = {
  readonly store: Store;
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'keepDraft' | 'dropDrafts'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
  readonly stateOf: (account: AccountRow) => AccountState;
  readonly settings: { readonly get: () => Settings };
  readonly background: Background;
};

export type ServerDrafts = {
  readonly start: () => void;
  /** Something was written, sent or thrown away; or an account can be reached again. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
};

/** The owner has paused, or gone on to something else. */
const REST_MS = 20 * SECOND_MS;
/** With files it is not sent up at every pause. */
const HEAVY_BYTES = 5_000_000;
const HEAVY_REST_MS = 2 * MINUTE_MS;
/** How long a stop waits for a copy on its way: cut short, the next start finds it. */
const LAST_VISIT_MS = 2 * SECOND_MS;
/** After a visit that failed. */
const AGAIN_MS = 5 * MINUTE_MS;

export function createServerDrafts(deps: ServerDraftsDeps): ServerDrafts {
  const { store, ports } = deps;
  const { clock, timers } = ports;
  /** On the clock that never jumps. */
  const restUntil = new Map<AccountId, number>();
  let isStarted = false;
  let isRound = false;
  let isAskedAgain = false;
  let round: Promise<void> = Promise.resolve();
  let cancelTimer: Cancel = () => {};

  const canVisit = (account: AccountRow | null): account is AccountRow => {
    if (account === null || account.connector !== 'email' || isAtRest(account)) return false;
    const { kind } = deps.stateOf(account);
    return (kind === 'live' || kind === 'polling') && (restUntil.get(account.id) ?? 0) <= clock.monotonicMs();
  };
  const visit = async <T>(
    account: AccountRow,
    errand: (password: string) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const password = await deps.passwordFor(account);
    const done = password.ok ? await errand(password.value) : password;
    if (!done.ok) restUntil.set(account.id, clock.monotonicMs() + AGAIN_MS);
    return done;
  };

  const takeOutGone = async (): Promise<void> => {
    for (const id of store.serverDrafts.settled()) store.transaction(() => store.serverDrafts.leave(id));
    const byAccount = Map.groupBy(store.serverDrafts.gone(), ({ account }) => account);
    for (const [id, gone] of byAccount) {
      const messageIds = gone.map(({ messageId }) => messageId);
      const account = store.accounts.get(id);
      const isLost = account === null || account.detachedAt !== null;
      if (!isLost && !canVisit(account)) continue;
      const dropped = isLost
        ? ok(true)
        : await visit(account, (password) => deps.connectorFor(account).dropDrafts(account, password, messageIds));
      if (!isStarted) return;
      if (dropped.ok) store.transaction(() => store.serverDrafts.forget(messageIds));
    }
  };

  const dueInMs = ({ savedAt, fileBytes }: ServerDraft): number =>
    savedAt + (fileBytes > HEAVY_BYTES ? HEAVY_REST_MS : REST_MS) - clock.now();

  const keep = async (stale: ServerDraft): Promise<void> => {
    const row = store.drafts.get(stale.id);
    const account = row === null ? null : accountOfDraft(store, row);
    if (row === null || !canVisit(account)) return;
    if (stale.account !== null && stale.account !== account.id) {
      store.transaction(() => store.serverDrafts.leave(row.id));
      isAskedAgain = true;
      return;
    }
    const messageId = stale.messageId ?? newMessageId(ports.random.uuid(), row.sender ?? account.email);
    const prepared = await prepareLetter(
      store,
      { ...row, files: filesOf(store, row.id), date: clock.now(), uuid: '', settings: deps.settings.get() },
      { kind: 'own-draft', messageId, headers: DRAFT_MARK },
    );
    if (!isStarted) return;
    const { maxBytes } = store.habits.get(account.id);
    const isKeepable = prepared.ok && (maxBytes === null || prepared.value.raw.byteLength <= maxBytes);
    if (prepared.ok && isKeepable) {
      // Known before it is there: what a cut leaves behind is found by it.
      store.transaction(() => store.serverDrafts.begin(row.id, account.id, messageId));
      const { raw } = prepared.value;
      const kept = await visit(account, (password) =>
        deps.connectorFor(account).keepDraft(account, password, { messageId, raw }),
      );
      if (!kept.ok || !isStarted) return;
    }
    store.transaction(() => store.serverDrafts.settle(row.id, row.savedAt));
  };

  const goRound = async (): Promise<void> => {
    isAskedAgain = false;
    await takeOutGone();
    for (const stale of store.serverDrafts.stale()) if (isStarted && dueInMs(stale) <= 0) await keep(stale);
    if (isAskedAgain) await goRound();
  };

  const arm = (): void => {
    cancelTimer();
    cancelTimer = () => {};
    if (!isStarted) return;
    const waits = store.serverDrafts.stale().map((stale) => Math.max(dueInMs(stale), 0));
    const isWaiting = waits.length > 0 || store.serverDrafts.gone().length > 0;
    // What is due already waits for its account, which is heard of; or for the end of its rest.
    const soonest = Math.min(...waits.filter((ms) => ms > 0), isWaiting ? AGAIN_MS : Infinity);
    if (soonest !== Infinity) cancelTimer = timers.after(soonest, look);
  };

  const look = (): void => {
    if (!isStarted) return;
    isAskedAgain = true;
    if (isRound) return;
    isRound = true;
    round = goRound().finally(() => {
      isRound = false;
      arm();
    });
    deps.background('drafts on the server', round);
  };

  return {
    start: () => {
      isStarted = true;
      look();
    },
    look,
    stop: async () => {
      isStarted = false;
      cancelTimer();
      let cancelWait: Cancel = () => {};
      const enough = new Promise<void>((resolve) => {
        cancelWait = timers.after(LAST_VISIT_MS, resolve);
      });
      await Promise.race([Promise.allSettled([round]), enough]);
      cancelWait();
    },
  };
}
