// Reads our own answers for promises as they come in, whether sent from here or from another program, in the transaction that stores
// them. What becomes of a promise afterwards is settled with its conversation.
import type { Settings } from '../../contract/settings.ts';
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import { findCommitments } from '../../domain/commitment/find-commitments.ts';
import { saysOnlyPromises } from '../../domain/commitment/only-promises.ts';
import { PROPOSAL_LASTS_MS } from '../../domain/commitment/standing.ts';
import { guessLanguage } from '../../domain/conversation/language-guess.ts';
import { stripQuote } from '../../domain/conversation/strip-quote.ts';
import type { Instant } from '../../domain/instant.ts';
import type { OfficeHours } from '../../domain/office-hours/office-hours.ts';
import type { Clock } from '../ports/ports.ts';
import type { Store } from '../store/store.ts';

export type NotePromisesDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: {
    readonly get: () => Pick<Settings, 'commitments'>;
    readonly officeHours: (now: Instant) => OfficeHours;
  };
};

/** A human message of ours that nobody else can have put there. */
export type OwnLetter = {
  readonly row: MessageRowId;
  readonly conversation: ConversationId;
  readonly at: Instant;
  readonly text: string;
  readonly hasAttachments: boolean;
};

export type NotePromises = (letter: OwnLetter) => void;

/** The owner said no to these very words so often: they are a line of his letters. */
const NO_PROMISE_AFTER = 2;

export function createNotePromises({ store, clock, settings }: NotePromisesDeps): NotePromises {
  return ({ row, conversation, at, text, hasAttachments }) => {
    if (store.commitments.isNoted(row)) return;
    const now = clock.now();
    const own = stripQuote(text);
    const hours = settings.officeHours(now);
    const language = guessLanguage(own) ?? store.conversations.get(conversation)?.language ?? null;
    const found = findCommitments({ text: own, sentAt: at, zone: hours.zone, language, hours });
    const fresh = found.filter(
      ({ text: words, due }) => due > now - PROPOSAL_LASTS_MS && store.commitments.turnedDown(words) < NO_PROMISE_AFTER,
    );
    if (fresh.length === 0) return;
    const isWholeAnswer = !hasAttachments && saysOnlyPromises(own, new Set(found.map(({ text: words }) => words)));
    const watchesAll = settings.get().commitments.watch === 'by-itself';
    // Of what is past already only the owner knows whether he kept it.
    const isWatched = (due: Instant): boolean => watchesAll && due > now;
    for (const [nth, { text: words, due }] of fresh.entries()) {
      store.commitments.add({
        conversation,
        message: row,
        nth,
        words,
        madeAt: at,
        dueAt: due,
        isWholeAnswer,
        said: isWatched(due) ? 'watch' : 'nothing',
        saidAt: isWatched(due) ? at : null,
      });
    }
    const isAnyWatched = fresh.some(({ due }) => isWatched(due)) || (isWholeAnswer && hasOpen(store, conversation));
    if (isAnyWatched) letPromiseCount(store, conversation);
  };
}

const hasOpen = ({ commitments }: Store, conversation: ConversationId): boolean =>
  commitments.ofConversation(conversation).some(({ state }) => state === 'open');

/** A moment set by hand was for the question that has been answered since: it must not stand before the promise. */
export function letPromiseCount({ conversations }: Pick<Store, 'conversations'>, id: ConversationId): void {
  const decisions = conversations.get(id)?.decisions;
  if (decisions != null && decisions.replyByHand !== null) {
    conversations.decide(id, { ...decisions, replyByHand: null });
  }
}
