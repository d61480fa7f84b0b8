// The outbox as the owner uses it: answer, take back, look, try again, say what happened. The states and their order are in
// next-step.ts, carrying them out is sender.ts, the words and the bytes are prepare-answer.ts.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { EngineEvent } from '../../contract/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AccountId, AccountState, ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Handlers } from '../host/engine.ts';
import { failureOfStore } from '../store/store-failure.ts';
import type { Ingest } from '../ingest/arrived.ts';
import { SECOND_MS, type Instant } from '../../domain/instant.ts';
import { messageTooLarge } from '../channels/email/smtp-refusal.ts';
import { parseIds } from '../channels/email/parse/message-ids.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import type { DeliveryChange, DeliveryRow } from '../store/delivery-table.ts';
import type { Store } from '../store/store.ts';
import { deliveryView } from './delivery-view.ts';
import { asQueuedByOwner, asSentByOwner } from './next-step.ts';
import { prepareAnswer } from './prepare-answer.ts';
import { openPlaceholders } from '../../domain/canned/template.ts';
import { createSender, type SenderDeps } from './sender.ts';

export type OutboxDeps = Omit<SenderDeps, 'store' | 'onChanged' | 'onTrouble'> & {
  readonly store: Store;
  readonly ingest: Ingest;
  /** Computes the turn of conversations anew: engine/queue/settle.ts. */
  readonly settle: (conversations: readonly ConversationId[]) => void;
  readonly settings: { readonly get: () => Settings };
  readonly emit: (event: EngineEvent) => void;
};

type OutboxCommand =
  | 'draft.save'
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
    if (row.state === 'sent') markAnswered(store, row, clock.now());
    tell(row);
  };
  const tell = (row: DeliveryRow): void =>
    store.afterCommit(() => {
      emit({ kind: 'delivery-changed', delivery: deliveryView(row) });
      emit({ kind: 'conversations-changed', conversations: [row.conversation] });
    });
  const onTrouble = (error: unknown): void => {
    ports.log('error', 'outbox', { error: error instanceof Error ? error.message : String(error) });
    const failure = failureOfStore(error);
    if (failure !== null) emit({ kind: 'trouble', error: failure });
  };
  const sender = createSender({ ...deps, onChanged: changed, onTrouble });

  const change = (row: DeliveryRow, what: DeliveryChange): Result<DeliveryRow> =>
    store.transaction(() => {
      const isMine = store.deliveries.change(row, what);
      const now = store.deliveries.get(row.id);
      if (!isMine || now === null) return failed('not-possible-now', 'auto', 'the delivery moved on meanwhile');
      changed(now);
      return ok(now);
    });

  /**
   * Out of the outbox and out of the conversation; the words become the draft again, before what was typed since, and what the
   * owner had put off or done with stands as before. Not where the customer wrote meanwhile: that woke it all the same.
   */
  const takeBack = (row: DeliveryRow, because: 'owner' | 'customer-wrote'): boolean =>
    store.transaction(() => {
      if (!store.deliveries.remove(row.id)) return false;
      const isAutomatic = store.messages.get(row.messageRow)?.kind === 'auto-reply';
      const conversation = store.conversations.get(row.conversation);
      if (because === 'owner' && conversation !== null && row.decisionsBefore !== null) {
        store.conversations.decide(row.conversation, decisionsRestored(conversation.decisions, row.decisionsBefore));
      }
      store.fullText.remove(row.messageRow);
      store.messages.remove(row.messageRow);
      const since = store.drafts.get(row.conversation)?.text.trim() ?? '';
      const text = since === '' ? row.text : `${row.text}\n\n${since}`;
      // Words that a machine wrote are nobody's draft.
      if (!isAutomatic) store.drafts.save({ conversation: row.conversation, text, savedAt: clock.now() });
      settle([row.conversation]);
      return true;
    });

  const customerWrote = (conversations: readonly ConversationId[]): void => {
    for (const conversation of conversations) {
      for (const row of store.deliveries.ofConversation(conversation)) {
        if (row.state !== 'queued' || row.sendAt === null || row.attempts > 0) continue;
        if (!takeBack(row, 'customer-wrote')) continue;
        store.afterCommit(() => {
          emit({ kind: 'conversations-changed', conversations: [conversation] });
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
    'draft.save': ({ conversation, text }) => {
      if (store.conversations.get(conversation) === null) {
        return failed('not-found', 'never', `conversation ${conversation}`);
      }
      if (text.trim() === '') {
        store.drafts.remove(conversation);
        return ok(null);
      }
      const draft = { conversation, text, savedAt: clock.now() };
      store.drafts.save(draft);
      return ok(draft);
    },

    'reply.send': async ({ conversation, text, sendAt, now: isNow, cannedId }) => {
      const [field] = openPlaceholders(text);
      if (field !== undefined) return failed('field-without-value', 'user', field, { field });
      if (text.trim() === '') return failed('invalid-argument', 'user', 'an empty answer');
      const settings = deps.settings.get();
      const now = clock.now();
      const prepared = await prepareAnswer(store, { conversation, text, now, uuid: ports.random.uuid(), settings });
      if (!prepared.ok) return prepared;
      const { account, mail, messageId, sender: from, recipients, raw } = prepared.value;
      const { maxBytes } = store.habits.get(account.id);
      if (maxBytes !== null && raw.byteLength > maxBytes) {
        return { ok: false, error: messageTooLarge(raw.byteLength, maxBytes) };
      }
      const soonest = now + (isNow ? 0 : settings.undoSeconds * SECOND_MS);
      const leavesAt = Math.max(soonest, sendAt ?? 0);

      const id = store.transaction(() => {
        const decisionsBefore = store.conversations.get(conversation)?.decisions ?? null;
        const report = deps.ingest([
          {
            account: account.id,
            channel: 'email',
            direction: 'out',
            at: now,
            size: raw.byteLength,
            mail,
            place: null,
            conversation,
          },
        ]);
        const messageRow = report.rows[0];
        if (messageRow === undefined) throw new Error('ingest answered no row for our own message');
        store.drafts.remove(conversation);
        if (cannedId !== null) store.canned.countUse(cannedId, now);
        const delivery = store.deliveries.add({
          conversation,
          account: account.id,
          messageRow,
          messageId,
          subject: mail.subject,
          sender: from,
          recipients,
          raw,
          text,
          leavesAt,
          sendAt: sendAt !== null && sendAt > soonest ? sendAt : null,
          undoUntil: leavesAt > now ? leavesAt : null,
          decisionsBefore,
          createdAt: now,
        });
        // The watch over an answer that leaves later begins later.
        if (sendAt !== null) settle([conversation]);
        return delivery;
      });
      const row = store.deliveries.get(id);
      if (row === null) throw new Error('the delivery just queued is not there');
      tell(row);
      sender.pump();
      return ok(deliveryView(row));
    },

    'outbox.list': () => ok(store.deliveries.list(LISTED).map(deliveryView)),

    'outbox.undo': ({ id }) => {
      const row = store.deliveries.get(id);
      if (row === null) return failed('not-found', 'never', `delivery ${id}`);
      if (!takeBack(row, 'owner')) return failed('not-possible-now', 'never', `it is ${row.state} already`);
      emit({ kind: 'conversations-changed', conversations: [row.conversation] });
      return ok({ conversation: row.conversation, text: row.text });
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

/** The answer put an end to these; nothing else did since, or it would not be as the answer left it. */
const decisionsRestored = (now: Decisions, before: Decisions): Decisions => ({
  ...now,
  ...(now.doneAt === null ? { doneAt: before.doneAt, doneBecause: before.doneBecause } : {}),
  snoozedUntil: now.snoozedUntil ?? before.snoozedUntil,
  replyByHand: now.replyByHand ?? before.replyByHand,
});

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
