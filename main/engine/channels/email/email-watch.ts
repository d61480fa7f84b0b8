// The life of one account: connect, make a pass, wait for the server to say that something changed, and again; back off when it
// fails, stop when only the owner can help. One connection. What a pass does is in email-pass.ts.
import { failed, ok, type Failure, type Result } from '../../../contract/errors.ts';
import type { AccountState, SyncSummary } from '../../../contract/views.ts';
import { MINUTE_MS, type Instant } from '../../../domain/instant.ts';
import type { AccountRow } from '../../store/account-table.ts';
import type { ChannelWatch } from '../connector.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Background } from '../../ports/background.ts';
import { backOffMs, isSignInRefusal, needsOwner, PROVEN_MS, SPREAD_MS, wantsPeace } from './back-off.ts';
import type { Doors } from './doors.ts';
import { lookAtSent, openInbox, type SentSeen } from './between-passes.ts';
import { makePass, type PassDeps, type PassTotals, type Progress } from './email-pass.ts';
import { failureOfStore } from '../../store/store-failure.ts';
import { openImapSession, type ImapLimits, type ImapSession } from './imap-session.ts';
import { signInOf } from './imap-errands.ts';
import { carryOutActions, type ActionDeps } from './server-actions.ts';
import { withSecret, type SignIns } from './sign-in.ts';

export type WatchDeps = PassDeps &
  ActionDeps & {
    readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'log'>;
    readonly signIns: SignIns;
    readonly doors: Doors;
    readonly background: Background;
    readonly limits: ImapLimits;
    readonly version: string;
    readonly checkEveryMinutes: () => number;
    /** Sent is asked after this often. */
    readonly sentLookMs: number;
    readonly onState: (state: AccountState) => void;
  };

type Request = {
  readonly mailbox: string | null;
  readonly full: boolean;
  readonly answer: (result: Result<SyncSummary>) => void;
};

/** Why a pass is made: the connection is new, it is time for one, or the server told of a change. */
type Occasion = 'first' | 'round' | 'event';

/** Progress is told this often at most. */
const PROGRESS_MS = 250;
/** Compare all UIDs this often, whatever the cursors say: finds what a server forgot to tell. */
const FULL_CHECK_MS = 12 * 60 * MINUTE_MS;

export function createEmailWatch(deps: WatchDeps, account: AccountRow, stopping: AbortController): ChannelWatch {
  const { clock, timers, random, log } = deps.ports;
  let state: AccountState = { kind: 'new' };
  let dropping = new AbortController();
  /** Something else than waiting is going on: it is not waited for when we stop. */
  let isBusy = true;
  let waking = new AbortController();
  let requests: Request[] = [];
  let failures = 0;
  let signInRefusals = 0;
  let hasToReconnect = false;
  let sentLookedAt = clock.monotonicMs();
  let sentSeen: SentSeen = '';
  let toldProgressAt = Number.NEGATIVE_INFINITY;

  const isStopped = (): boolean => stopping.signal.aborted;
  const isReconnecting = (): boolean => hasToReconnect;
  const wake = (): void => waking.abort();
  const tell = (next: AccountState): void => {
    state = next;
    if (!isStopped()) deps.onState(next);
  };
  const answerPending = (result: Result<SyncSummary>): void => {
    const asked = requests;
    requests = [];
    for (const request of asked) request.answer(result);
  };
  /** Resolves early when woken. */
  const sleep = async (ms: number): Promise<void> => {
    if (!waking.signal.aborted && !isStopped()) {
      await new Promise<void>((resolve) => {
        const cancel = timers.after(ms, resolve);
        waking.signal.addEventListener('abort', () => {
          cancel();
          resolve();
        });
      });
    }
    waking = new AbortController();
  };
  /** Others may have been told to begin anew in the same moment. */
  const spread = (): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timers.after(random.fraction() * SPREAD_MS, resolve);
      stopping.signal.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
  const onProgress = (progress: Progress): void => {
    const now = clock.monotonicMs();
    if (now - toldProgressAt < PROGRESS_MS && progress.done < progress.total) return;
    toldProgressAt = now;
    tell({ kind: 'first-sync', ...progress });
  };

  /** A pass for the loop itself and for everybody who asked for one before it began. */
  const pass = async (connected: ImapSession, why: Occasion): Promise<Result<PassTotals>> => {
    const asked = requests;
    requests = [];
    isBusy = true;
    try {
      return await passFor(asked, connected, why);
    } catch (error) {
      const failure = failureOfStore(error) ?? { code: 'internal', retry: 'never', detail: String(error) };
      for (const request of asked) request.answer({ ok: false, error: failure });
      if (failure.code === 'internal') throw error;
      return { ok: false, error: failure };
    } finally {
      isBusy = false;
    }
  };
  const passFor = async (
    asked: readonly Request[],
    connected: ImapSession,
    why: Occasion,
  ): Promise<Result<PassTotals>> => {
    const startedAt = clock.monotonicMs();
    const bytesBefore = why === 'first' ? 0 : connected.bytesReceived();
    // Requests for single mailboxes come after the general pass: who asks for Sent alone still wants a live inbox.
    const isFull =
      asked.some(({ full, mailbox }) => full && mailbox === null) || isCheckDue(deps, account, clock.now());
    const general = asked.length === 0 || asked.some(({ mailbox }) => mailbox === null);
    let result: Result<PassTotals> = ok({ added: 0, updated: 0, removed: 0 });
    const acted = await carryOutActions(deps, connected, account);
    // A flag that the server will not set is no reason to leave new mail where it is.
    if (!acted.ok && connected.isClosed()) result = acted;
    else if (general || why === 'first') {
      const isEvent = why === 'event' && asked.length === 0 && !isFull;
      result = await makePass(deps, connected, account, { mailbox: null, isFull, isEvent, onProgress });
    }
    const summary = (totals: PassTotals): SyncSummary => ({
      ...totals,
      messages: deps.mailboxes.countMessages(account.id),
      bytesIn: connected.bytesReceived() - bytesBefore,
      ms: Math.round(clock.monotonicMs() - startedAt),
    });
    for (const request of asked) {
      if (request.mailbox === null || !result.ok) {
        request.answer(result.ok ? ok(summary(result.value)) : result);
        continue;
      }
      const one = await makePass(deps, connected, account, {
        mailbox: request.mailbox,
        isFull: request.full,
        isEvent: false,
        onProgress,
      });
      request.answer(one.ok ? ok(summary(one.value)) : one);
      if (!one.ok && connected.isClosed()) result = one;
    }
    return result;
  };

  /** For the inbox to change, or Sent, or for being woken. */
  const waitAWhile = async (connected: ImapSession): Promise<Result<'changed' | 'quiet' | 'woken'>> => {
    const { signal } = waking;
    const dueMs = sentLookedAt + deps.sentLookMs - clock.monotonicMs();
    const cancel = timers.after(Math.max(0, dueMs), wake);
    const waited = await connected.waitForChange(signal);
    cancel();
    if (signal.aborted) waking = new AbortController();
    const isSentDue = clock.monotonicMs() - sentLookedAt >= deps.sentLookMs;
    if (!waited.ok || waited.value === 'changed' || !isSentDue || isStopped() || isReconnecting()) return waited;
    sentLookedAt = clock.monotonicMs();
    const sent = await lookAtSent(deps.mailboxes, connected, account, sentSeen);
    if (!sent.ok) return sent;
    sentSeen = sent.value.seen;
    return sent.value.isChanged ? ok('changed') : waited;
  };

  /** Stays until the connection fails, or is to be built anew. */
  const live = async (connected: ImapSession): Promise<Result<null>> => {
    const first = await pass(connected, 'first');
    if (!first.ok) return first;
    const hasIdle = connected.capabilities.has('IDLE');
    const since = clock.now();
    let roundAt = clock.monotonicMs();
    const everyMs = (): number => deps.checkEveryMinutes() * MINUTE_MS;
    const tellResting = (): void =>
      tell(hasIdle ? { kind: 'live', since } : { kind: 'polling', nextAt: clock.now() + everyMs() });
    tellResting();
    let hasLookedAgain = false;
    while (!isStopped() && !isReconnecting()) {
      const inbox = await openInbox(deps.mailboxes, connected, account);
      if (!inbox.ok) return inbox;
      // Once only: a server whose numbers never agree with what it gives must not keep us running in circles.
      hasLookedAgain = inbox.value === 'changed' && !hasLookedAgain;
      const waited = hasLookedAgain ? ok('changed' as const) : await waitAWhile(connected);
      if (!waited.ok) return waited;
      if (isStopped() || isReconnecting()) break;
      const isDue = clock.monotonicMs() - roundAt >= everyMs();
      const hasActions = deps.mailboxes.actions(account.id).length > 0;
      if (waited.value !== 'changed' && !isDue && !hasActions && requests.length === 0) continue;
      const startedAt = clock.monotonicMs();
      const passed = await pass(connected, isDue ? 'round' : 'event');
      if (!passed.ok) return passed;
      // A busy inbox must not keep the other mailboxes from having their turn.
      if (isDue) roundAt = startedAt;
      tellResting();
    }
    return ok(null);
  };

  /** One connection from beginning to end. */
  const connectOnce = async (): Promise<{ readonly result: Result<null>; readonly livedMs: number }> => {
    const password = await deps.signIns.secretFor(account);
    if (!password.ok) {
      answerPending(password);
      return { result: password, livedMs: 0 };
    }
    dropping = new AbortController();
    isBusy = true;
    if (isStopped()) return { result: ok(null), livedMs: 0 };
    const opened = await deps.doors.through(account.id, () =>
      withSecret(deps.signIns, account, password.value, (secret) =>
        openImapSession(
          { clock, timers, version: deps.version },
          signInOf(account, secret),
          deps.limits,
          undefined,
          dropping.signal,
        ),
      ),
    );
    if (!opened.ok) {
      answerPending(opened);
      return { result: opened, livedMs: 0 };
    }
    const connectedAt = clock.monotonicMs();
    signInRefusals = 0;
    const result = isStopped() ? ok(null) : await live(opened.value);
    if (isStopped() && result.ok) await opened.value.leave();
    opened.value.close();
    return { result, livedMs: clock.monotonicMs() - connectedAt };
  };

  const rest = async (error: Failure, firstFailedAt: Instant): Promise<void> => {
    log('info', 'account rests', { code: error.code, failures });
    const mustWaitForOwner = needsOwner(error, signInRefusals);
    const delayMs = backOffMs(error, failures, random.fraction());
    const nextTryAt = clock.now() + delayMs;
    tell(
      mustWaitForOwner
        ? { kind: 'needs-owner', error, since: firstFailedAt }
        : { kind: 'waiting', error, since: firstFailedAt, nextTryAt },
    );
    const until = clock.monotonicMs() + delayMs;
    for (;;) {
      // Another network changes nothing about what a server thinks of this account; a night of sleep does.
      const isOverdue = clock.now() >= nextTryAt;
      if (isStopped() || (isReconnecting() && !mustWaitForOwner && (!wantsPeace(error) || isOverdue))) return;
      if (requests.length > 0) {
        // Asking again does not make a busy server less busy; anything else may have been mended by the owner meanwhile.
        if (error.retry !== 'after') return;
        answerPending({ ok: false, error });
      }
      const leftMs = mustWaitForOwner ? 24 * 60 * MINUTE_MS : until - clock.monotonicMs();
      if (leftMs <= 0) return;
      await sleep(leftMs);
    }
  };

  const run = async (): Promise<void> => {
    let firstFailedAt: Instant | null = null;
    while (!isStopped()) {
      if (isReconnecting()) await spread();
      hasToReconnect = false;
      if (firstFailedAt === null) tell({ kind: 'connecting' });
      const { result, livedMs } = await connectOnce();
      if (isStopped()) break;
      if (livedMs >= PROVEN_MS) {
        failures = 0;
        firstFailedAt = null;
      }
      // Asked to begin again: a connection that broke by that is no failure.
      if (result.ok || (isReconnecting() && !wantsPeace(result.error))) {
        failures = 0;
        continue;
      }
      failures += 1;
      firstFailedAt ??= clock.now();
      if (isSignInRefusal(result.error)) signInRefusals += 1;
      const error = afterLiving(result.error, livedMs);
      if (livedMs > 0) deps.doors.shownOut(account.id, error);
      await rest(error, firstFailedAt);
      if (isReconnecting()) failures = 0;
      if (livedMs > 0) firstFailedAt = null;
    }
  };

  const running = run()
    .catch((error: unknown) => {
      // Our own bug: said in the log, and the account shows that it stands still instead of seeming well.
      log('error', 'account watch ended', {
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      tell({
        kind: 'needs-owner',
        error: { code: 'internal', retry: 'user', detail: error instanceof Error ? error.message : String(error) },
        since: clock.now(),
      });
      dropping.abort();
    })
    .finally(() => {
      answerPending(failed('not-possible-now', 'user', 'the account is not being watched'));
    });
  deps.background('account watch', running);

  return {
    syncNow: ({ mailbox, full }) =>
      new Promise((answer) => {
        if (isStopped()) return answer(failed('not-possible-now', 'user', 'the account is not being watched'));
        requests.push({ mailbox, full, answer });
        wake();
      }),
    reconnect: () => {
      hasToReconnect = true;
      dropping.abort();
      wake();
    },
    state: () => state,
    stop: async () => {
      stopping.abort();
      if (isBusy) dropping.abort();
      wake();
      await running;
    },
  };
}

/** A server that says goodbye after hours of waiting only closed an idle line; early on it wants to be rid of us. */
const afterLiving = (error: Failure, livedMs: number): Failure =>
  error.code === 'connection-lost' && livedMs >= PROVEN_MS ? { ...error, retry: 'auto' } : error;

function isCheckDue(deps: WatchDeps, account: AccountRow, now: Instant): boolean {
  const inbox = deps.mailboxes.list(account.id).find(({ role }) => role === 'inbox');
  if (inbox === undefined || inbox.uidNext === null) return false;
  return inbox.lastFullCheckAt === null || now - inbox.lastFullCheckAt > FULL_CHECK_MS;
}
