// Carries the outbox out, each state on disk before the step that it names: one message at a time an account, and beside that one
// visit at a time to its Sent folder. What a result means is decided in next-step.ts; what the owner asks for comes by outbox.ts.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { AccountId, DeliveryId } from '../../contract/views.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { Connector, OutgoingMail, SendOutcome } from '../channels/connector.ts';
import type { Background } from '../ports/background.ts';
import type { Cancel, Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { DeliveryChange, DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { afterAttempt, afterCrash, afterFiling, afterLookup, stillToReach, waitsForALostClock } from './next-step.ts';

export type SenderDeps = {
  readonly store: Pick<Store, 'accounts' | 'deliveries' | 'mailboxes' | 'transaction'>;
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'log'>;
  readonly connectorFor: (account: AccountRow) => Pick<Connector, 'send' | 'findSent' | 'fileSent'>;
  readonly passwordFor: (account: AccountRow) => Promise<Result<string>>;
  /** At each change of state, as part of the same transaction, the row as it now stands. */
  readonly onChanged: (row: DeliveryRow) => void;
  /** The store could not write, or something of ours broke. */
  readonly onTrouble: (error: unknown) => void;
  readonly background: Background;
};

export type Sender = {
  /** Puts right what an earlier run left behind, and begins. */
  readonly start: () => void;
  /** Looks what is due; to be called whenever something was queued. Does nothing before `start`. */
  readonly pump: () => void;
  /**
   * The network or a password is back: what waits for it is due again. A new password is worth trying at once; a network that
   * flaps is not, and is tried no sooner than 30 s after the last time.
   */
  readonly wake: (because: 'network' | 'password', account?: AccountId) => void;
  /** Sends what is due now, with or without `start`, and waits for the outcomes. Answers which deliveries it touched. */
  readonly runNow: () => Promise<readonly DeliveryId[]>;
  /** Gives a message that is on its way a moment to be answered; then every connection is closed. */
  readonly stop: () => Promise<void>;
};

/** No two sign-ins at one server within this time, unless the owner asks (reliability-security.md, P9). */
const REST_MS = 30 * SECOND_MS;
/** The machine's clock may jump while a timer runs on: look again at least this often while something waits. */
const LOOK_AGAIN_MS = 60 * SECOND_MS;
/** `runNow` stays for a next look in Sent that is this near, and leaves later ones to the next run. */
const STAY_MS = 10 * SECOND_MS;
/** How long a stop waits for the answer to a body that has left: losing it would mean asking the owner. */
const LAST_ANSWER_MS = 10 * SECOND_MS;
/** And for a copy on its way into Sent: when cut short, the next start finds it there. */
const LAST_VISIT_MS = 2 * SECOND_MS;

/** Filing waits for servers that file by themselves, up to a minute; the next answer does not wait for that. */
type Lane = 'smtp' | 'sent-folder';
const LANES = ['smtp', 'sent-folder'] as const;
const laneOf = (row: DeliveryRow): Lane => (row.state === 'queued' ? 'smtp' : 'sent-folder');

export function createSender(deps: SenderDeps): Sender {
  const { store, ports } = deps;
  const { clock, timers } = ports;
  const busy: Readonly<Record<Lane, Map<AccountId, Promise<void>>>> = { smtp: new Map(), 'sent-folder': new Map() };
  const inFlight = new Map<DeliveryId, { readonly abort: AbortController; hasBodyStarted: boolean }>();
  /** Until when an account does not sign in by itself. These three on the clock that never jumps: a machine set back two days rests 30 s. */
  const restUntil = new Map<AccountId, number>();
  const lastTry = new Map<AccountId, number>();
  let troubleUntil = 0;
  /** Rows that did not move when carried out: our bug, and no reason to turn in circles. Left to the next start. */
  const stuck = new Set<DeliveryId>();
  let isStarted = false;
  let isStopped = false;
  let isClosed = false;
  let cancelTimer: Cancel = () => {};

  const jitter = (): number => ports.random.fraction();
  const write = (seen: DeliveryRow, change: DeliveryChange): boolean =>
    !isClosed &&
    store.transaction(() => {
      const isMine = store.deliveries.change(seen, change);
      const row = store.deliveries.get(seen.id);
      if (isMine && row !== null) deps.onChanged(row);
      return isMine;
    });

  /** Rows nobody is sending any more. */
  const recover = (): void => {
    for (const row of store.deliveries.inState('sending')) {
      if (!inFlight.has(row.id)) write(row, afterCrash(row, clock.now()));
    }
    for (const row of store.deliveries.inState('queued')) {
      if (waitsForALostClock(row, clock.now())) write(row, { leavesAt: clock.now(), nextAttemptAt: clock.now() });
    }
  };

  /** A full disk, mostly: what could not be written was not done either, and is found again, but not at once. */
  const noteTrouble = (error: unknown): void => {
    troubleUntil = clock.monotonicMs() + REST_MS;
    deps.onTrouble(error);
  };

  const isResting = (row: DeliveryRow): boolean =>
    row.state === 'queued' && (restUntil.get(row.account) ?? 0) > clock.monotonicMs();

  const dueNow = (lane: Lane, account: AccountId): DeliveryRow | undefined => {
    return store.deliveries
      .due(clock.now())
      .find((row) => row.account === account && laneOf(row) === lane && !isResting(row) && !stuck.has(row.id));
  };

  const begin = (): void => {
    if (clock.monotonicMs() < troubleUntil) return;
    recover();
    const accounts = new Set(store.deliveries.due(clock.now()).map((row) => row.account));
    for (const lane of LANES) {
      for (const id of accounts) {
        const account = store.accounts.get(id);
        if (busy[lane].has(id) || account === null || account.isPaused || dueNow(lane, id) === undefined) continue;
        const run = carryOut(lane, account)
          .catch(noteTrouble)
          .finally(() => {
            busy[lane].delete(id);
            pump();
          });
        busy[lane].set(id, run);
        deps.background('outbox', run);
      }
    }
  };
  const underWay = (): readonly Promise<void>[] => [...busy.smtp.values(), ...busy['sent-folder'].values()];

  const arm = (): void => {
    cancelTimer();
    cancelTimer = () => {};
    if (!isStarted || isStopped) return;
    const now = clock.now();
    const rests = store.deliveries
      .due(now)
      .filter((row) => !busy[laneOf(row)].has(row.account) && !stuck.has(row.id))
      .map((row) => restUntil.get(row.account) ?? 0);
    const waits = [...rests, troubleUntil]
      .map((until) => until - clock.monotonicMs())
      .filter((wait) => wait > 0 && wait !== Infinity);
    const next = Math.min((store.deliveries.nextDueAfter(now) ?? Infinity) - now, ...waits);
    if (next !== Infinity) cancelTimer = timers.after(Math.min(next, LOOK_AGAIN_MS), pump);
  };

  const pump = (): void => {
    if (!isStarted || isStopped) return;
    try {
      begin();
      arm();
    } catch (error) {
      noteTrouble(error);
      cancelTimer();
      cancelTimer = timers.after(REST_MS, pump);
    }
  };

  const carryOut = async (lane: Lane, account: AccountRow): Promise<void> => {
    const next = (): DeliveryRow | undefined => (isStopped ? undefined : dueNow(lane, account.id));
    for (let row = next(); row !== undefined; row = next()) {
      const before = row.nextAttemptAt;
      if (row.state === 'queued') await attempt(account, row);
      else if (row.state === 'unknown') await look(account, row);
      else await file(account, row);
      if (isClosed) return;
      const after = store.deliveries.get(row.id);
      if (after !== null && after.state === row.state && after.nextAttemptAt === before) {
        ports.log('error', 'a delivery did not move', { delivery: row.id, state: row.state });
        stuck.add(row.id);
      }
    }
  };

  const attempt = async (account: AccountRow, queued: DeliveryRow): Promise<void> => {
    const password = await deps.passwordFor(account);
    if (isStopped) return;
    if (!password.ok) {
      restUntil.set(account.id, Infinity);
      write(queued, { error: password.error, nextAttemptAt: null });
      return;
    }
    const mail = mailOf(queued);
    const claimed = { state: 'sending', attempts: queued.attempts + 1, nextAttemptAt: null } as const;
    // Undone, or taken by somebody else, while the keychain was asked.
    if (mail === null || !write(queued, claimed)) return;
    const sending: DeliveryRow = { ...queued, ...claimed };
    const flight = { abort: new AbortController(), hasBodyStarted: false };
    inFlight.set(queued.id, flight);
    lastTry.set(account.id, clock.monotonicMs());
    const markBody = (): void => {
      if (!store.deliveries.markBodyStarted(sending)) throw new Error('this delivery is no longer ours to send');
      flight.hasBodyStarted = true;
    };
    try {
      const outcome = await send(account, password.value, mail, markBody, flight.abort.signal);
      // What happened is told by our own mark too: an outcome that denies a body that left must not lead to a second one.
      const seen = { ...sending, bodyStarted: flight.hasBodyStarted };
      if (!write(seen, afterAttempt(seen, outcome, clock.now(), jitter()))) {
        // Taken for lost meanwhile. What the server said still counts, and only for this very attempt.
        const doubted = store.deliveries.get(queued.id);
        const isOurs = doubted?.state === 'unknown' && doubted.attempts === seen.attempts;
        if (isOurs && outcome.kind !== 'unknown') write(doubted, afterAttempt(doubted, outcome, clock.now(), jitter()));
      }
      if (outcome.kind !== 'try-later') restUntil.delete(account.id);
      else if (outcome.error.retry !== 'user') restUntil.set(account.id, clock.monotonicMs() + REST_MS);
      // The account's other messages would only get the same no.
      else {
        const nextAt = store.deliveries.get(queued.id)?.nextAttemptAt ?? Infinity;
        restUntil.set(account.id, clock.monotonicMs() + nextAt - clock.now());
      }
    } finally {
      inFlight.delete(queued.id);
    }
  };

  const send = async (
    account: AccountRow,
    password: string,
    mail: OutgoingMail,
    markBody: () => void,
    signal: AbortSignal,
  ): Promise<SendOutcome> => {
    let isMarked = false;
    try {
      return await deps.connectorFor(account).send(
        account,
        password,
        mail,
        () => {
          markBody();
          isMarked = true;
        },
        signal,
      );
    } catch (error) {
      ports.log('error', 'sending threw', { error: error instanceof Error ? error.message : String(error) });
      const internal = failed('internal', 'auto', 'the channel broke down while sending').error;
      return { kind: isMarked ? 'unknown' : 'try-later', error: internal };
    }
  };

  const look = async (account: AccountRow, row: DeliveryRow): Promise<void> => {
    // Sync may have brought the copy in Sent already: its place is then tied to our own row.
    const isHere = row.accepted.length === 0 && store.mailboxes.placesOf(row.messageRow).length > 0;
    const found = isHere
      ? ok(true)
      : await withPassword(account, (password) =>
          deps.connectorFor(account).findSent(account, password, row.messageId),
        );
    write(row, afterLookup(row, found, clock.now(), jitter()));
  };

  const file = async (account: AccountRow, row: DeliveryRow): Promise<void> => {
    const mail = mailOf(row);
    const filing =
      mail === null
        ? failed('internal', 'never', 'the message is gone')
        : await withPassword(account, (password) => deps.connectorFor(account).fileSent(account, password, mail));
    write(row, afterFiling(row, filing, clock.now(), jitter()));
  };

  const withPassword = async <T>(
    account: AccountRow,
    visit: (password: string) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const password = await deps.passwordFor(account);
    if (!password.ok) return failed(password.error.code, 'auto', password.error.detail);
    try {
      return await visit(password.value);
    } catch (error) {
      ports.log('error', 'visiting Sent threw', { error: error instanceof Error ? error.message : String(error) });
      return failed('internal', 'auto', 'the channel broke down at the Sent folder');
    }
  };

  const mailOf = (row: DeliveryRow): OutgoingMail | null => {
    const raw = store.deliveries.raw(row.id);
    return raw === null ? null : { messageId: row.messageId, sender: row.sender, recipients: stillToReach(row), raw };
  };

  /** Queued, past its moment, and held up by something that may be over now. */
  const makeDue = (rows: readonly DeliveryRow[], at: (row: DeliveryRow) => Instant): void => {
    for (const row of rows) write(row, { nextAttemptAt: at(row) });
  };
  const heldUp = (now: Instant): readonly DeliveryRow[] =>
    store.deliveries
      .inState('queued')
      .filter((row) => row.leavesAt <= now && (row.nextAttemptAt === null || row.nextAttemptAt > now));

  const wake: Sender['wake'] = (because, account) => {
    const now = clock.now();
    const isMeant = (row: DeliveryRow): boolean => account === undefined || row.account === account;
    if (account === undefined) restUntil.clear();
    else restUntil.delete(account);
    const soonest = (row: DeliveryRow): Instant =>
      because === 'password'
        ? now
        : now + Math.max(0, (lastTry.get(row.account) ?? -Infinity) + REST_MS - clock.monotonicMs());
    makeDue(
      heldUp(now).filter((row) => isMeant(row) && (because === 'password' || row.error?.code !== 'wrong-password')),
      soonest,
    );
    makeDue(
      store.deliveries.inState('unknown').filter((row) => isMeant(row) && row.nextAttemptAt !== null),
      () => now,
    );
    pump();
  };

  /** When Sent is looked through again for a message in doubt. */
  const nextLook = (id: DeliveryId): Instant => {
    const row = store.deliveries.get(id);
    const at = row?.state === 'unknown' ? row.nextAttemptAt : null;
    return at === null || at <= clock.now() ? Infinity : at;
  };

  return {
    start: () => {
      isStarted = true;
      makeDue(store.deliveries.parked(), () => clock.now());
      pump();
    },
    pump,
    wake,
    runNow: async () => {
      const now = clock.now();
      recover();
      restUntil.clear();
      troubleUntil = 0;
      makeDue(heldUp(now), () => now);
      makeDue(store.deliveries.inState('unknown'), () => now);
      const touched = store.deliveries.due(now).map(({ id }) => id);
      for (;;) {
        begin();
        if (underWay().length > 0) {
          await Promise.allSettled(underWay());
          continue;
        }
        const nearest = Math.min(...touched.map(nextLook));
        if (isStopped || nearest > clock.now() + STAY_MS) break;
        await new Promise<void>((resolve) => void timers.after(nearest - clock.now(), resolve));
      }
      arm();
      return touched;
    },
    stop: async () => {
      isStopped = true;
      cancelTimer();
      for (const flight of inFlight.values()) if (!flight.hasBodyStarted) flight.abort.abort();
      const cancels = [
        timers.after(LAST_ANSWER_MS, () => {
          for (const flight of inFlight.values()) flight.abort.abort();
        }),
      ];
      await Promise.allSettled(busy.smtp.values());
      const enough = new Promise<void>((resolve) => void cancels.push(timers.after(LAST_VISIT_MS, resolve)));
      await Promise.race([Promise.allSettled(busy['sent-folder'].values()), enough]);
      for (const cancel of cancels) cancel();
      isClosed = true;
    },
  };
}
