// One door for each account, whoever wants to go through: the watch, or a short errand. A server that asked for peace, or that says
// there are too many of us, would take every other knock as one more reason (promise P9).
import type { Failure, Result } from '../../../contract/errors.ts';
import type { AccountId } from '../../../contract/views.ts';
import type { Clock, Net } from '../../ports/ports.ts';
import type { Instant } from '../../../domain/instant.ts';
import { peaceMs } from './back-off.ts';

export type Doors = {
  /** Signs in, unless the account was turned away for a while less long ago than that: then the answer is the same, unasked. */
  readonly through: <T>(account: AccountId, signIn: () => Promise<Result<T>>) => Promise<Result<T>>;
  /** The same for who was let in, and asked to leave. */
  readonly shownOut: (account: AccountId, error: Failure) => void;
};

export function createDoors(clock: Pick<Clock, 'monotonicMs' | 'now'>, net: Pick<Net, 'whereabouts'>): Doors {
  const shut = new Map<AccountId, { readonly untilMs: number; readonly untilAt: Instant; readonly error: Failure }>();
  const shownOut = (account: AccountId, error: Failure): void => {
    if (error.retry !== 'after') return;
    const waitMs = peaceMs(error);
    shut.set(account, { untilMs: clock.monotonicMs() + waitMs, untilAt: clock.now() + waitMs, error });
  };
  return {
    shownOut,
    through: async (account, signIn) => {
      const turnedAway = shut.get(account);
      // Whichever clock says that it is over: one of them may have stood still while the machine slept.
      const isShut =
        turnedAway !== undefined && clock.monotonicMs() < turnedAway.untilMs && clock.now() < turnedAway.untilAt;
      if (isShut) return { ok: false, error: turnedAway.error };
      shut.delete(account);
      const signedIn = withoutNetwork(await signIn(), net);
      if (!signedIn.ok) shownOut(account, signedIn.error);
      return signedIn;
    },
  };
}

/** Where there is no network at all, some systems say of every name that it does not exist. */
function withoutNetwork<T>(result: Result<T>, net: Pick<Net, 'whereabouts'>): Result<T> {
  if (result.ok || result.error.code !== 'host-unknown' || net.whereabouts() !== '') return result;
  return { ok: false, error: { ...result.error, code: 'offline' } };
}
