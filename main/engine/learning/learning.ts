// Hears what the owner does and keeps what can be learned from it, on this machine only: domain/needs-answer/learn.ts says what it
// amounts to. Messages that come afterwards are judged with it; what lies somewhere already stays there.
import { failed, ok } from '../../contract/errors.ts';
import type { LearnedView } from '../../contract/learning.ts';
import type { ConversationId } from '../../contract/views.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import type { FeatureName } from '../../domain/needs-answer/features.ts';
import { learn, type Deed, type Learned } from '../../domain/needs-answer/learn.ts';
import { readAnswer } from '../../domain/needs-answer/needs-reply.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import type { Handlers } from '../host/engine.ts';
import type { LearnedHere } from '../ingest/ingest.ts';
import type { Clock } from '../ports/ports.ts';
import type { ConversationRow } from '../store/conversation-table.ts';
import type { Store } from '../store/store.ts';

export type Learning = {
  readonly learnedHere: LearnedHere;
  /** Before the decision is written, in its transaction. `isTakingBack`: the owner undoes what he did. */
  readonly decided: (conversation: ConversationRow, decisions: Decisions, isTakingBack: boolean) => void;
  /** Looks before the answer is stored; to be called when it is. */
  readonly answering: (conversation: ConversationId) => () => void;
  readonly answerTakenBack: (conversation: ConversationId) => void;
  /** After another process wrote in the store. */
  readonly reread: () => void;
  readonly handlers: Pick<Handlers, 'learning.list' | 'learning.forget' | 'learning.reset'>;
};

export type LearningDeps = {
  readonly store: Pick<Store, 'lessons' | 'conversations' | 'messages' | 'bodies' | 'transaction' | 'onFailure'>;
  readonly clock: Pick<Clock, 'now'>;
};

/** An answer so soon says that the message wanted one; a later one may be courtesy. */
const SOON_MS = 4 * HOUR_MS;
/** Where the verdict was right already there is nothing to learn, and no row to keep. */
const UNSURE_BELOW = 0.6;
const UNSURE_ABOVE = 0.3;
/** Some deeds in the same direction; one alone is not worth showing. */
const SHOWN_FROM = 0.15;

export function createLearning({ store, clock }: LearningDeps): Learning {
  let known: Learned | null = null;
  const learned = (): Learned => (known ??= learn(store.lessons.all()));
  const changed = (): void => {
    known = null;
  };

  // What was read in a transaction that then failed is not so.
  store.onFailure(changed);

  const keep = (id: ConversationId, sender: string, deed: Deed, signs: readonly FeatureName[]): void => {
    store.lessons.add(id, { sender, deed, signs, at: clock.now() });
    changed();
  };
  const takeBack = (id: ConversationId, deeds: readonly Deed[]): void => {
    if (store.lessons.takeBack(id, deeds)) changed();
  };

  return {
    learnedHere: (sender) => {
      const { nudges, apartFor } = learned();
      return {
        nudges,
        apart: () => {
          const entry = apartFor(sender);
          return entry === null || store.conversations.wasAnswered(sender.toLowerCase()) ? null : entry.sender;
        },
      };
    },
    decided: (conversation, decisions, isTakingBack) => {
      const { id, turn, decisions: before } = conversation;
      if (decisions.sortedAs !== before.sortedAs) {
        if (isTakingBack) takeBack(id, ['apart', 'back']);
        else if (decisions.sortedAs !== null) {
          const last = lastOfTheirs(store, id);
          const deed = decisions.sortedAs === 'fyi' ? 'apart' : 'back';
          if (last !== null) keep(id, last.sender, deed, last.signs);
        }
      }
      if (before.doneAt !== null && decisions.doneAt === null) takeBack(id, ['no-answer']);
      if (before.doneAt === null && decisions.doneBecause === 'no-answer' && turn === 'ours' && !isTakingBack) {
        const last = lastOfTheirs(store, id);
        if (last !== null && last.score > UNSURE_ABOVE) keep(id, last.sender, 'no-answer', last.signs);
      }
    },
    answering: (id) => {
      const waitingSince = store.conversations.get(id)?.waitingSince ?? null;
      const last = lastOfTheirs(store, id);
      if (last === null) return () => {};
      const isSoon = waitingSince !== null && clock.now() - waitingSince <= SOON_MS;
      const isTold = isSoon && last.score < UNSURE_BELOW;
      const wasApart = learned().senders.some(({ sender }) => sender === last.sender);
      return () => {
        if (isTold || wasApart) keep(id, last.sender, 'answered', isTold ? last.signs : []);
      };
    },
    answerTakenBack: (id) => takeBack(id, ['answered']),
    reread: changed,
    handlers: {
      'learning.list': () => ok(viewOf(learned(), store.lessons.all().length)),
      'learning.forget': ({ sender }) => {
        if (!learned().senders.some((one) => one.sender === sender)) return failed('not-found', 'never', sender);
        store.transaction(() => store.lessons.forgetSender(sender));
        changed();
        return ok(viewOf(learned(), store.lessons.all().length));
      },
      'learning.reset': () => {
        store.transaction(() => store.lessons.clear());
        changed();
        return ok(viewOf(learned(), 0));
      },
    },
  };
}

type TheirLast = { readonly sender: string; readonly score: number; readonly signs: readonly FeatureName[] };

/** The newest message of a person there: what the owner looked at when he decided. */
function lastOfTheirs(store: LearningDeps['store'], id: ConversationId): TheirLast | null {
  const last = store.messages
    .ofConversation(id)
    .findLast(({ direction, kind, isHistory }) => direction === 'in' && kind === 'human' && !isHistory);
  if (last === undefined) return null;
  const { found, verdict } = readAnswer({
    subject: last.subject,
    text: store.bodies.get(last.id)?.text ?? '',
    channel: last.channel,
  });
  return { sender: last.from.address.toLowerCase(), score: verdict.score, signs: found.map(({ name }) => name) };
}

function viewOf({ senders, nudges }: Learned, deeds: number): LearnedView {
  const signs = Object.entries(nudges)
    .map(([name, nudge]) => ({ name: name as FeatureName, nudge: Math.round(nudge * 100) / 100 }))
    .filter(({ nudge }) => Math.abs(nudge) >= SHOWN_FROM)
    .toSorted((a, b) => Math.abs(b.nudge) - Math.abs(a.nudge) || a.name.localeCompare(b.name));
  return { senders, signs, deeds };
}
