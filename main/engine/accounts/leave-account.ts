// The two ways to leave an account: disconnect it and keep its mail for reading and searching, or take everything off this computer.
// Either way nothing more is fetched or sent, what it signs in with is forgotten, and no answer that waits is dropped without a word.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { AccountId, ConversationId, DeliveryId } from '../../contract/views.ts';
import { asDone } from '../conversations/decide.ts';
import type { Ports } from '../ports/ports.ts';
import type { AccountRow } from '../store/account-table.ts';
import type { DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import type { SyncSupervisor } from '../sync/supervisor.ts';
import type { SignInDesk } from './sign-in/sign-ins.ts';

export type LeaveDeps = {
  readonly ports: Pick<Ports, 'clock' | 'timers'>;
  readonly store: Pick<Store, 'accounts' | 'contactMerges' | 'deliveries' | 'conversations' | 'transaction'>;
  readonly supervisor: Pick<SyncSupervisor, 'halt'>;
  readonly signIns: Pick<SignInDesk, 'forget'>;
  readonly emit: (event: EngineEvent) => void;
  readonly settle: (conversations: readonly ConversationId[]) => void;
  /** Out of the outbox; its words become the draft again. */
  readonly takeBack: (delivery: DeliveryId) => void;
};

export type LeaveAccount = (
  id: AccountId,
  wish: { readonly keepMail: boolean; readonly dropOutbox: boolean },
) => Promise<Result<null>>;

/** Conversations in one transaction: some 10 ms. */
const SLICE = 50;

export function createLeaveAccount(deps: LeaveDeps): LeaveAccount {
  const { ports, store, supervisor, signIns, emit } = deps;
  const pause = (): Promise<void> => new Promise((resolve) => void ports.timers.after(0, resolve));

  const waitingFor = (id: AccountId): readonly DeliveryRow[] =>
    (['queued', 'sending', 'unknown', 'failed'] as const)
      .flatMap((state) => store.deliveries.inState(state))
      .filter(({ account }) => account === id);

  const closeConversations = async (id: AccountId): Promise<void> => {
    for (;;) {
      const open = store.conversations.openOf(id, SLICE);
      if (open.length === 0) return;
      store.transaction(() => {
        for (const conversation of open) {
          const row = store.conversations.get(conversation);
          if (row === null) continue;
          store.conversations.decide(conversation, asDone(row, 'account-detached', ports.clock.now()));
        }
        deps.settle(open);
      });
      emit({ kind: 'conversations-changed', conversations: open });
      await pause();
    }
  };
  const detach = async (account: AccountRow): Promise<void> => {
    for (const { id, state } of waitingFor(account.id)) if (state !== 'unknown') deps.takeBack(id);
    // First, so that mail which is still on its way in finds nobody at home.
    store.accounts.update({ ...account, detachedAt: ports.clock.now(), keep: 'session' });
    deps.settle(store.accounts.handOver(account.id));
    await closeConversations(account.id);
  };
  const removeAll = async (id: AccountId): Promise<void> => {
    // In slices, so that a mailbox of years does not keep the window waiting.
    while (store.accounts.emptySome(id, SLICE, deps.settle) > 0) await pause();
    store.accounts.remove(id);
    store.contactMerges.forgetStrangers();
  };

  return async (id, { keepMail, dropOutbox }) => {
    const account = store.accounts.get(id);
    if (account === null) return failed('not-found', 'never', `no account ${id}`);
    const waiting = waitingFor(id);
    if (waiting.some(({ state }) => state === 'sending')) {
      return failed('not-possible-now', 'auto', 'an answer of this account is on its way');
    }
    if (waiting.length > 0 && !dropOutbox) {
      return failed('outbox-waiting', 'user', `${waiting.length} in the outbox`, { count: String(waiting.length) });
    }
    await supervisor.halt(id);
    await signIns.forget(account);
    await (keepMail ? detach(account) : removeAll(id));
    emit({ kind: 'accounts-changed' });
    emit({ kind: 'queue-changed' });
    return ok(null);
  };
}
