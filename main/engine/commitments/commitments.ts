// The commands about promises: the ledger, the owner's word on one, and one that he writes down himself. Each word can be taken back.
import { failed, ok, type Result } from '../../contract/errors.ts';
import type { CommitmentView, LedgerLine, LedgerPage } from '../../contract/commitments.ts';
import type { EngineEvent } from '../../contract/events.ts';
import { PROPOSAL_LASTS_MS } from '../../domain/commitment/standing.ts';
import type { Instant } from '../../domain/instant.ts';
import { UNTIL_THEY_WRITE, type Decisions } from '../../domain/queue/decisions.ts';
import { commitmentView } from './commitment-view.ts';
import { calledBy, type CardNames } from '../contacts/called.ts';
import { fileOnServer } from '../conversations/file-on-server.ts';
import type { Handlers } from '../host/engine.ts';
import type { Clock } from '../ports/ports.ts';
import type { Settle } from '../queue/settle.ts';
import type { CommitmentRow, ListedCommitment } from '../store/commitment-table.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { Store } from '../store/store.ts';

export type CommitmentDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly emit: (event: EngineEvent) => void;
  readonly settle: Settle;
};

export type Commitments = {
  readonly handlers: Pick<
    Handlers,
    'commitments.list' | 'commitment.decide' | 'commitment.restore' | 'commitment.add' | 'commitment.remove'
  >;
};

export function createCommitments({ store, clock, emit, settle }: CommitmentDeps): Commitments {
  const notThere = (what: string) => failed('not-found', 'never', what);

  /** `decisions`: as they are to be, where the owner's word changes them too. */
  const change = (conversation: ConversationRow, decisions: Decisions, write: () => void): void =>
    store.transaction(() => {
      write();
      store.conversations.decide(conversation.id, decisions);
      fileOnServer(store, conversation.id, conversation.decisions, decisions, clock.now());
      settle([conversation.id]);
      store.afterCommit(() => emit({ kind: 'conversations-changed', conversations: [conversation.id] }));
    });

  const find = (id: number): { readonly row: CommitmentRow; readonly conversation: ConversationRow } | null => {
    const row = store.commitments.get(id);
    const conversation = row === null ? null : store.conversations.get(row.conversation);
    return row === null || conversation === null ? null : { row, conversation };
  };

  /** Looked up anew: how it stands was settled meanwhile. */
  const viewOf = (id: number): Result<CommitmentView> => {
    const row = store.commitments.get(id);
    return row === null ? notThere(`commitment ${id}`) : ok(commitmentView(row));
  };

  return {
    handlers: {
      'commitments.list': ({ part, limit, offset }): Result<LedgerPage> => {
        const now = clock.now();
        const since = now - PROPOSAL_LASTS_MS;
        return ok({
          lines: store.commitments.list(part, since, limit, offset).map((row) => ledgerLine(store, row)),
          counts: store.commitments.counts(since, now),
        });
      },
      'commitment.decide': ({ id, as, due }) => {
        const found = find(id);
        if (found === null) return notThere(`commitment ${id}`);
        const { row, conversation } = found;
        const now = clock.now();
        if (due !== null && due <= now) return failed('moment-past', 'user', 'a promise is for later');
        const dueAt = due ?? row.dueAt;
        const after = as === 'watch' ? asWatched(conversation.decisions, dueAt) : conversation.decisions;
        change(conversation, after, () => store.commitments.say(id, as, now, dueAt));
        const { said, saidAt } = row;
        return ok({ said, saidAt, dueAt: row.dueAt, decisions: conversation.decisions });
      },
      'commitment.restore': ({ id, before: { said, saidAt, dueAt, decisions } }) => {
        const found = find(id);
        if (found === null) return notThere(`commitment ${id}`);
        change(found.conversation, decisions, () => store.commitments.say(id, said, saidAt, dueAt));
        return ok(null);
      },
      'commitment.add': ({ conversation: id, words, due }) => {
        const conversation = store.conversations.get(id);
        if (conversation === null) return notThere(`conversation ${id}`);
        const now = clock.now();
        const text = words.replaceAll(/\s+/g, ' ').trim();
        if (text === '') return failed('invalid-argument', 'user', 'a promise without words');
        if (due <= now) return failed('moment-past', 'user', 'a promise is for later');
        let added = 0;
        change(conversation, asWatched(conversation.decisions, due), () => {
          added = store.commitments.add({
            conversation: id,
            message: null,
            nth: 0,
            words: text,
            madeAt: now,
            dueAt: due,
            isWholeAnswer: false,
            said: 'watch',
            saidAt: now,
          });
        });
        const view = viewOf(added);
        return view.ok ? ok({ ...view.value, decisionsBefore: conversation.decisions }) : view;
      },
      'commitment.remove': ({ id, decisions }) => {
        const found = find(id);
        if (found === null) return notThere(`commitment ${id}`);
        // What stands in a letter was said; it can be let go of, and not be made unsaid.
        if (found.row.message !== null) return failed('not-possible-now', 'never', 'it stands in a message');
        change(found.conversation, decisions ?? found.conversation.decisions, () => store.commitments.remove(id));
        return ok(null);
      },
    },
  };
}

const ledgerLine = (store: CardNames, row: ListedCommitment): LedgerLine => ({
  ...commitmentView(row),
  who: calledBy(store, row.customer),
  address: row.customer.address,
  subject: row.subject,
});

/**
 * Open again where it was done, awake before the promise is due, and by the promise's own moment: one that was set by hand was for
 * a question that is answered.
 */
const asWatched = (decisions: Decisions, dueAt: Instant): Decisions => ({
  ...decisions,
  doneAt: null,
  doneBecause: null,
  replyByHand: null,
  snoozedUntil:
    decisions.snoozedUntil !== UNTIL_THEY_WRITE && (decisions.snoozedUntil ?? 0) > dueAt
      ? null
      : decisions.snoozedUntil,
});
