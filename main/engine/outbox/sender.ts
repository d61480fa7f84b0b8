// Carries the outbox out: one message at a time an account, and beside that one visit at a time to its Sent folder. What a step
// does is delivery-steps.ts, what its result means next-step.ts; what the owner asks for comes by outbox.ts.
import { SIGN_IN_REFUSALS } from '../../contract/errors.ts';
import type { AccountId, DeliveryId } from '../../contract/views.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import type { Background } from '../ports/background.ts';
import type { Cancel, Ports } from '../ports/ports.ts';
import { isAtRest, type AccountRow } from '../store/account-table.ts';
import type { DeliveryChange, DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { createDeliverySteps, type StepDeps } from './delivery-steps.ts';
import { createLeavingClock } from './leaving-clock.ts';
import { afterCrash, waitsForALostClock } from './next-step.ts';

export type SenderDeps = Pick<StepDeps, 'connectorFor' | 'passwordFor'> & {
  readonly store: StepDeps['store'] & Pick<Store, 'accounts' | 'transaction'>;
  readonly ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'log'>;
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
  /** The host says that the machine slept: the clock may be far ahead for a good reason. */
  readonly trustClock: () => void;
  /**
   * Sends what is due now, with or without `start`, and waits for the outcomes. Answers which deliveries it touched. A copy in
   * Sent is waited for only where it was due before: the answer to "send this" is what the outgoing server said.
   */
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

/** Visits to Sent take their time; the next answer does not wait for them. */
type Lane = 'smtp' | 'sent-folder';
const LANES = ['smtp', 'sent-folder'] as const;
const laneOf = (row: DeliveryRow): Lane => (row.state === 'queued' ? 'smtp' : 'sent-folder');
/** The server knows the account and will not have it as it is: another network does not change that. */
const wasTurnedDown = ({ error }: DeliveryRow): boolean => error !== null && SIGN_IN_REFUSALS.has(error.code);
/** Of a second attempt, for the rest of the recipients, the copy in Sent tells nothing. */
const canBeFound = ({ accepted }: DeliveryRow): boolean => accepted.length === 0;

export function createSender(deps: SenderDeps): Sender {
  const { store, ports } = deps;
  const { clock, timers } = ports;
  const leaving = createLeavingClock(clock);
  const busy: Readonly<Record<Lane, Map<AccountId, Promise<void>>>> = { smtp: new Map(), 'sent-folder': new Map() };
  /** Until when an account does not sign in by itself. These three on the clock that never jumps: a machine set back two days rests 30 s. */
  const restUntil = new Map<AccountId, number>();
  const lastTry = new Map<AccountId, number>();
  let troubleUntil = 0;
  /** Rows that did not move when carried out: our bug, and no reason to turn in circles. Left to the next start. */
  const stuck = new Set<DeliveryId>();
  const moved = new Set<DeliveryId>();
  let isStarted = false;
  let isStopped = false;
  let isClosed = false;
  let cancelTimer: Cancel = () => {};

  const write = (seen: DeliveryRow, change: DeliveryChange): boolean =>
    !isClosed &&
    store.transaction(() => {
      const isMine = store.deliveries.change(seen, change);
      const row = store.deliveries.get(seen.id);
      if (isMine && row !== null) deps.onChanged(row);
      if (isMine) moved.add(seen.id);
      return isMine;
    });
  const rest: StepDeps['rest'] = (account, until, row) => {
    if (until === 'no-longer') restUntil.delete(account);
    else restUntil.set(account, restEnd(until, row));
  };
  const restEnd = (until: 'password' | 'next-attempt' | 'a-while', row: DeliveryId): number => {
    if (until === 'password') return Infinity;
    if (until === 'a-while') return clock.monotonicMs() + REST_MS;
    return clock.monotonicMs() + (store.deliveries.get(row)?.nextAttemptAt ?? Infinity) - clock.now();
  };
  const steps = createDeliverySteps({ ...deps, write, rest, isStopped: () => isStopped });

  /** Rows nobody is sending any more. */
  const recover = (): void => {
    for (const row of store.deliveries.inState('sending')) {
      if (!steps.flights().has(row.id)) write(row, afterCrash(row, clock.now()));
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

  const restMs = (row: DeliveryRow): number =>
    row.state === 'queued' ? (restUntil.get(row.account) ?? 0) - clock.monotonicMs() : 0;
  const isEarly = (row: DeliveryRow): boolean => row.state === 'queued' && row.attempts === 0 && !leaving.hasCome(row);

  /** Until a delivery that is due may be carried out; Infinity where no passing of time brings that about. */
  const heldMs = (row: DeliveryRow): number =>
    stuck.has(row.id) ? Infinity : Math.max(restMs(row), isEarly(row) ? leaving.waitMs(row) : 0);

  const begin = (): void => {
    if (clock.monotonicMs() < troubleUntil) return;
    troubleUntil = 0;
    recover();
    const due = store.deliveries.due(clock.now());
    const accounts = new Set(due.map((row) => row.account));
    for (const lane of LANES) {
      for (const id of accounts) {
        const account = store.accounts.get(id);
        if (busy[lane].has(id) || account === null || isAtRest(account)) continue;
        const row = due.find((one) => one.account === id && laneOf(one) === lane && heldMs(one) <= 0);
        if (row === undefined) continue;
        const run = carryOut(account, row)
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

  const carryOut = async (account: AccountRow, row: DeliveryRow): Promise<void> => {
    if (row.state === 'queued') lastTry.set(account.id, clock.monotonicMs());
    moved.delete(row.id);
    await steps.take(account, row);
    if (isClosed || isStopped || moved.has(row.id)) return;
    const after = store.deliveries.get(row.id);
    if (after === null || after.state !== row.state || after.nextAttemptAt !== row.nextAttemptAt) return;
    ports.log('error', 'a delivery did not move', { delivery: row.id, state: row.state });
    stuck.add(row.id);
  };

  const arm = (): void => {
    cancelTimer();
    cancelTimer = () => {};
    if (!isStarted || isStopped) return;
    const next = troubleUntil > 0 ? troubleUntil - clock.monotonicMs() : untilNext();
    if (next !== Infinity) cancelTimer = timers.after(Math.min(Math.max(0, next), LOOK_AGAIN_MS), pump);
  };

  const untilNext = (): number => {
    const now = clock.now();
    let next = (store.deliveries.nextDueAfter(now) ?? Infinity) - now;
    for (const row of store.deliveries.due(now)) {
      const account = store.accounts.get(row.account);
      if (busy[laneOf(row)].has(row.account) || account === null || isAtRest(account)) continue;
      // What nothing holds fell due since we looked.
      next = Math.min(next, heldMs(row));
    }
    return next;
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

  const makeDue = (rows: readonly DeliveryRow[], at: (row: DeliveryRow) => Instant): void => {
    for (const row of rows) write(row, { nextAttemptAt: at(row) });
  };
  /** Queued, past its moment, and held up by something that may be over now. */
  const heldUp = (now: Instant): readonly DeliveryRow[] =>
    store.deliveries
      .inState('queued')
      .filter((row) => row.leavesAt <= now && (row.nextAttemptAt === null || row.nextAttemptAt > now));

  const wake: Sender['wake'] = (because, account) => {
    const now = clock.now();
    const isMeant = (row: DeliveryRow): boolean => account === undefined || row.account === account;
    // There may be room on the disk again, which is heard of in the same way.
    troubleUntil = 0;
    if (account === undefined) restUntil.clear();
    else restUntil.delete(account);
    const soonest = (row: DeliveryRow): Instant =>
      because === 'password'
        ? now
        : now + Math.max(0, (lastTry.get(row.account) ?? -Infinity) + REST_MS - clock.monotonicMs());
    makeDue(
      heldUp(now).filter((row) => isMeant(row) && (because === 'password' || !wasTurnedDown(row))),
      soonest,
    );
    makeDue(
      store.deliveries.inState('unknown').filter((row) => isMeant(row) && row.nextAttemptAt !== null),
      () => now,
    );
    pump();
  };

  /** When this run must come back to a delivery: now, for a look that is near, or never. */
  const openUntil = (id: DeliveryId, waitsForFiling: ReadonlySet<DeliveryId>): Instant => {
    const row = store.deliveries.get(id);
    if (row === null || stuck.has(id)) return Infinity;
    if (row.state === 'sending') return clock.now();
    if (row.state === 'sent' && !waitsForFiling.has(id)) return Infinity;
    const at = row.nextAttemptAt ?? Infinity;
    return row.state === 'unknown' || at <= clock.now() ? at : Infinity;
  };

  return {
    start: () => {
      isStarted = true;
      makeDue(store.deliveries.parked(), () => clock.now());
      pump();
    },
    pump,
    wake,
    trustClock: leaving.trust,
    runNow: async () => {
      const now = clock.now();
      recover();
      restUntil.clear();
      troubleUntil = 0;
      makeDue(heldUp(now), () => now);
      makeDue(store.deliveries.inState('unknown').filter(canBeFound), () => now);
      const due = store.deliveries.due(now);
      const touched = due.map(({ id }) => id);
      const filings = new Set(due.filter(({ state }) => state === 'sent').map(({ id }) => id));
      for (;;) {
        begin();
        const nearest = Math.min(...touched.map((id) => openUntil(id, filings)));
        if (isStopped || nearest > clock.now() + STAY_MS) break;
        if (nearest > clock.now()) {
          await new Promise<void>((resolve) => void timers.after(nearest - clock.now(), resolve));
          continue;
        }
        // Nothing runs, and something is due nevertheless: its account is at rest, or it is too early after all.
        if (underWay().length === 0) break;
        await Promise.race(underWay());
      }
      arm();
      return touched;
    },
    stop: async () => {
      isStopped = true;
      cancelTimer();
      const abort = (isMeant: (hasBodyStarted: boolean) => boolean): void => {
        for (const flight of steps.flights().values()) if (isMeant(flight.hasBodyStarted)) flight.abort.abort();
      };
      abort((hasBodyStarted) => !hasBodyStarted);
      const cancels = [timers.after(LAST_ANSWER_MS, () => abort(() => true))];
      await Promise.allSettled(busy.smtp.values());
      const enough = new Promise<void>((resolve) => void cancels.push(timers.after(LAST_VISIT_MS, resolve)));
      await Promise.race([Promise.allSettled(busy['sent-folder'].values()), enough]);
      for (const cancel of cancels) cancel();
      isClosed = true;
    },
  };
}
