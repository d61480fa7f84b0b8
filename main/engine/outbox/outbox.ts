// The outbox as the owner uses it: answer, take back, look, try again, say what happened. The states and their order are in
// next-step.ts, carrying them out is sender.ts; what goes in is queue-letter.ts, what comes out again take-back.ts.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type {
  AccountId,
  AccountState,
  ConversationId,
  DeliveryId,
  DeliveryView,
  MessageRowId,
} from '../../contract/views.ts';
import type { Handlers } from '../host/engine.ts';
import { failureOfStore } from '../store/store-failure.ts';
import type { Ingest } from '../ingest/arrived.ts';
import type { Instant } from '../../domain/instant.ts';
import { parseIds } from '../channels/email/parse/message-ids.ts';
import type { DeliveryChange, DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { deliveryView, listedDelivery } from './delivery-view.ts';
import { asQueuedByOwner, asSentByOwner } from './next-step.ts';
import { createQueueLetter } from './queue-letter.ts';
import { createSender, type SenderDeps } from './sender.ts';
import { takeBack } from './take-back.ts';

export type OutboxDeps = Omit<SenderDeps, 'store' | 'onChanged' | 'onTrouble'> & {
  readonly store: Store;
  readonly ingest: Ingest;
  /** Computes the turn of conversations anew: engine/queue/settle.ts. */
  readonly settle: (conversations: readonly ConversationId[]) => void;
  readonly settings: { readonly get: () => Settings };
  readonly emit: (event: EngineEvent) => void;
};

type OutboxCommand =
  | 'draft.send'
  | 'reply.send'
  | 'outbox.list'
  | 'outbox.undo'
  | 'outbox.run'
  | 'outbox.retry'
  | 'outbox.resolve';

export type Outbox = {
  readonly handlers: Pick<Handlers, OutboxCommand>;
  /** Puts right what an earlier run left behind, and sends from now on. */
  readonly start: () => void;
  /** Something may have been queued by another process on this desk. */
  readonly look: () => void;
  /** The network or the machine is back; or, where an account is named, its password. */
  readonly wake: (account?: AccountId) => void;
  /** The host saw the machine sleep. What only looks like sleep (a clock that leapt) is no reason to let a planned answer go. */
  readonly slept: () => void;
  /** For every state that an account's watch tells: a server that can be reached again takes what waits for it. */
  readonly accountState: (account: AccountId, state: AccountState) => void;
  /** For every message that was stored: a customer who writes first stops an answer that was to leave later. */
  readonly messageStored: (message: MessageRowId) => void;
  readonly customerWrote: (conversations: readonly ConversationId[]) => void;
  readonly stop: () => Promise<void>;
};

/** Settled deliveries that a list shows; unsettled ones are always in it. */
const LISTED = 200;

export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, ports, emit, settle } = deps;
  const { clock } = ports;
  /** Accounts whose server could not be reached when last heard of. */
  const away = new Set<AccountId>();

  /** Part of the transaction that changed the row: what failed no longer counts as answered, from that very moment. */
  const changed = (row: DeliveryRow): void => {
    settle([row.conversation]);
    if (row.state === 'sent' || row.accepted.length > 0) letGoOfDraft(store, row);
    if (row.state === 'sent') markAnswered(store, row, clock.now());
    tell(row);
  };
  /** Its own conversation, and that of the message that it passes on. */
  const shownIn = ({ conversation, passesOn }: DeliveryRow): readonly ConversationId[] => {
    const original = passesOn === null ? null : store.messages.get(passesOn);
    return original === null ? [conversation] : [conversation, original.conversation];
  };
  const tell = (row: DeliveryRow): void =>
    store.afterCommit(() => {
      emit({ kind: 'delivery-changed', delivery: deliveryView(row) });
      emit({ kind: 'conversations-changed', conversations: shownIn(row) });
    });
  const onTrouble = (error: unknown): void => {
    ports.log('error', 'outbox', { error: error instanceof Error ? error.message : String(error) });
    const failure = failureOfStore(error);
    if (failure !== null) emit({ kind: 'trouble', error: failure });
  };
  const sender = createSender({ ...deps, onChanged: changed, onTrouble });

  const queueLetter = createQueueLetter(deps);
  const answered = (queued: Result<DeliveryId>): Result<DeliveryView> => {
    if (!queued.ok) return queued;
    const row = store.deliveries.get(queued.value);
    if (row === null) throw new Error('the delivery just queued is not there');
    tell(row);
    emit({ kind: 'drafts-changed' });
    sender.pump();
    return ok(deliveryView(row));
  };

  const change = (row: DeliveryRow, what: DeliveryChange): Result<DeliveryRow> =>
    store.transaction(() => {
      const isMine = store.deliveries.change(row, what);
      const now = store.deliveries.get(row.id);
      if (!isMine || now === null) return failed('not-possible-now', 'auto', 'the delivery moved on meanwhile');
      changed(now);
      return ok(now);
    });

  const customerWrote = (conversations: readonly ConversationId[]): void => {
    for (const conversation of conversations) {
      for (const row of store.deliveries.ofConversation(conversation)) {
        if (row.state !== 'queued' || row.sendAt === null || row.attempts > 0) continue;
        if (takeBack(deps, row, 'customer-wrote', clock.now()) === null) continue;
        store.afterCommit(() => {
          emit({ kind: 'conversations-changed', conversations: [conversation] });
          emit({ kind: 'drafts-changed' });
          emit({ kind: 'send-later-cancelled', conversation });
        });
      }
    }
  };

  /** What was left behind when its account was disconnected can be read, and settled by hand; nothing looks or leaves. */
  const noLongerConnected = ({ account }: DeliveryRow): Result<never> | null => {
    const row = store.accounts.get(account);
    if (row === null || row.detachedAt === null) return null;
    return failed('account-detached', 'user', 'the account is not connected', { email: row.email });
  };

  const handlers: Pick<Handlers, OutboxCommand> = {
    'draft.send': async ({ id, sendAt, now }) => answered(await queueLetter.draft(id, { sendAt, now })),
    'reply.send': async ({ conversation, text, sendAt, now, cannedId }) =>
      answered(await queueLetter.plainAnswer(conversation, text, { sendAt, now }, cannedId)),

    'outbox.list': () => ok(store.deliveries.list(LISTED).map((row) => listedDelivery(store, row))),

    'outbox.undo': ({ id }) => {
      const row = store.deliveries.get(id);
      if (row === null) return failed('not-found', 'never', `delivery ${id}`);
      const back = takeBack(deps, row, 'owner', clock.now());
      if (back === null) return failed('not-possible-now', 'never', `it is ${row.state} already`);
      emit({ kind: 'drafts-changed' });
      emit({ kind: 'conversations-changed', conversations: shownIn(row) });
      return ok(back);
    },

    'outbox.run': async () => {
      const touched = await sender.runNow();
      return ok(touched.flatMap((id) => store.deliveries.get(id) ?? []).map(deliveryView));
    },

    'outbox.retry': ({ id }) => {
      const row = store.deliveries.get(id);
      if (row === null) return failed('not-found', 'never', `delivery ${id}`);
      const isPartlySent = row.state === 'sent' && row.refused.length > 0;
      // Not for 'unknown': that question has its own answer, outbox.resolve.
      if (row.state !== 'failed' && row.state !== 'queued' && !isPartlySent) {
        return failed('not-possible-now', 'never', `it is ${row.state}`);
      }
      const gone = noLongerConnected(row);
      if (gone !== null) return gone;
      // Within its undo time, or waiting for its moment: trying again does not mean sending early.
      if (row.state === 'queued' && row.leavesAt > clock.now()) return ok(deliveryView(row));
      const result = change(row, asQueuedByOwner(clock.now()));
      if (!result.ok) return result;
      sender.wake('password', row.account);
      return ok(deliveryView(result.value));
    },

    'outbox.resolve': ({ id, as }) => {
      const row = store.deliveries.get(id);
      if (row === null) return failed('not-found', 'never', `delivery ${id}`);
      if (row.state !== 'unknown') return failed('not-possible-now', 'never', `it is ${row.state}, not in doubt`);
      const gone = as === 'sent' ? null : noLongerConnected(row);
      if (gone !== null) return gone;
      const result = change(row, resolved(row, as, clock.now()));
      if (!result.ok) return result;
      if (as === 'send-again') sender.wake('password', row.account);
      else sender.pump();
      return ok(deliveryView(result.value));
    },
  };

  return {
    handlers,
    start: sender.start,
    look: sender.pump,
    wake: (account) => (account === undefined ? sender.wake('network') : sender.wake('password', account)),
    slept: () => {
      sender.trustClock();
      sender.wake('network');
    },
    accountState: (account, state) => {
      const isReached = state.kind === 'live' || state.kind === 'polling' || state.kind === 'first-sync';
      if (isReached && away.delete(account)) sender.wake('network', account);
      if (state.kind === 'waiting') away.add(account);
      // No longer paused: what was held may leave.
      else sender.pump();
    },
    messageStored: (message) => {
      const stored = store.messages.get(message);
      const isFromCustomer = stored?.direction === 'in' && (stored.kind === 'human' || stored.kind === 'invite');
      if (stored === null || !isFromCustomer || stored.isHistory) return;
      customerWrote([stored.conversation]);
      for (const row of store.deliveries.ofConversation(stored.conversation)) {
        // It may answer the very message that nobody knew the fate of.
        if (row.state !== 'unknown' || row.nextAttemptAt !== null) continue;
        change(row, resolved(row, 'check', clock.now()));
        store.afterCommit(sender.pump);
      }
    },
    customerWrote,
    stop: sender.stop,
  };
}

function resolved(row: DeliveryRow, as: 'sent' | 'send-again' | 'check', now: Instant): DeliveryChange {
  switch (as) {
    case 'sent':
      return asSentByOwner(row, now);
    case 'send-again':
      return asQueuedByOwner(now);
    case 'check':
      return { nextAttemptAt: now };
  }
}

/** Somebody has it: what is written now is another letter. */
function letGoOfDraft({ drafts }: Pick<Store, 'drafts'>, { id }: DeliveryRow): void {
  const held = drafts.ofDelivery(id);
  if (held !== null) drafts.remove(held.id);
}

/**
 * \Answered on what this answers, once it was sent and not before: the queue believes that flag, and an answer that was taken
 * back or refused is none.
 */
function markAnswered(store: Store, row: DeliveryRow, at: Instant): void {
  // An acknowledgement answers nothing.
  if (store.messages.get(row.messageRow)?.kind === 'auto-reply') return;
  for (const answered of (store.bodies.headers(row.messageRow)['in-reply-to'] ?? []).flatMap(parseIds)) {
    for (const message of store.messages.withMessageId(row.account, answered)) {
      const isTheirs = message.direction === 'in' && message.conversation === row.conversation;
      if (isTheirs && !message.isAnswered) store.mailboxes.queueAction(row.account, message.id, 'mark-answered', at);
    }
  }
}
