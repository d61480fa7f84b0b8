// Whose turn a conversation is, and since when the customer waits: product.md, "The queue" and "The clock", rules 1, 2 and 5.
// The instant by which to answer follows in reply-by/; the place in the order in rank.ts.
import type { Direction, MailKind } from '../conversation/message.ts';
import type { Signals } from '../conversation/signals.ts';
import type { Instant } from '../instant.ts';
import type { Decisions } from './decisions.ts';
import type { Turn } from './sections.ts';

export type AssessedMessage = {
  readonly direction: Direction;
  readonly kind: MailKind;
  readonly at: Instant;
  /** Arrived before the account was added: never opens the clock. */
  readonly isHistory: boolean;
  /** \Answered on the server: somebody answered it from another program. */
  readonly isAnswered: boolean;
  readonly signals: Pick<Signals, 'isCloser' | 'rests'> & { readonly asks?: Signals['asks'] };
};

export type Assessment<Message extends AssessedMessage> = {
  readonly turn: Turn;
  readonly isFyi: boolean;
  readonly isDone: boolean;
  /** The oldest question without an answer, or else the promise that is open. */
  readonly waitingSince: Instant | null;
  /** A human of ours answered in this conversation before: the target for a next answer counts. */
  readonly isAnsweredBefore: boolean;
  /** What waits for an answer, oldest first. */
  readonly unanswered: readonly Message[];
};

/**
 * `messages` in order of arrival, without those of ours that failed to leave. `promisedAt` is when the oldest commitment that
 * is still open was made: then it is for us to move, though we spoke last.
 */
export function assess<Message extends AssessedMessage>(
  messages: readonly Message[],
  decisions: Decisions,
  isOwnMail: boolean,
  promisedAt: Instant | null = null,
): Assessment<Message> {
  const answered = messages.findLastIndex(countsAsAnswered);
  const settledUntil = decisions.settledUntil ?? -Infinity;
  const isOurs = opens(decisions.sortedAs);
  const unanswered =
    isOwnMail && decisions.sortedAs !== 'queue'
      ? []
      : messages.filter(
          (message, index) => index > answered && message.at > settledUntil && isOurs(message, messages, index),
        );
  const doneAt = decisions.doneAt;
  const isDone = doneAt !== null && !unanswered.some((message) => message.at > doneAt && !message.isHistory);
  const oldest = unanswered[0];
  const waitingSince = oldest?.at ?? promisedAt;
  const turn = waitingSince !== null ? 'ours' : isTheirTurn(messages, decisions, isOwnMail) ? 'theirs' : 'nobody';
  return {
    turn,
    isFyi: turn === 'nobody' && messages.some((message) => !message.isHistory),
    isDone,
    waitingSince,
    isAnsweredBefore: messages.some(isHumanAnswer),
    unanswered,
  };
}

/** A message by which a person of theirs puts us to move. */
export const asksForUs = (message: AssessedMessage): boolean =>
  message.direction === 'in' &&
  (message.kind === 'human' || message.kind === 'invite') &&
  !message.signals.isCloser &&
  !message.isHistory;

/** An auto-reply of ours, such as an acknowledgement, is none. */
export const isHumanAnswer = (message: AssessedMessage): boolean =>
  message.direction === 'out' && (message.kind === 'human' || message.kind === 'invite');

/** "Ja, prima" under a question of ours answers it, and the owner has something to do with that. It stands at `index`. */
export const answersOurQuestion: Opens = (message, messages, index) => {
  if (message.signals.rests?.isYes !== true || message.isHistory) return false;
  const spokeLast = messages.findLast(({ kind }, place) => place < index && kind !== 'auto-reply' && kind !== 'remark');
  if (spokeLast === undefined || !isHumanAnswer(spokeLast)) return false;
  const asks = spokeLast.signals.asks ?? [];
  return SAYS_YES.test(message.signals.rests.words) ? asks.length > 0 : asks.some(isPlainQuestion);
};

/** Nobody says yes to what was only told; "ok" he does. */
const SAYS_YES = /^\W*(?:ja|jawel|jep|yes|yep|oui|si)\b/i;

/** "Houthandel Peeters kan je helpen" reads like a request, and no yes answers it. A long one is cut before its mark. */
const isPlainQuestion = ({ words }: { readonly words: string }): boolean => /[?…]$/.test(words);

type Opens = (message: AssessedMessage, messages: readonly AssessedMessage[], index: number) => boolean;

/** The owner's own sorting wins over what the mail looks like, and over history. */
const opens = (sortedAs: Decisions['sortedAs']): Opens => {
  switch (sortedAs) {
    case 'fyi':
      return () => false;
    case 'queue':
      return (message) => message.direction === 'in';
    case null:
      return (message, messages, index) => asksForUs(message) || answersOurQuestion(message, messages, index);
  }
};

/** By order and not by instant: servers count in whole seconds. \Answered counts for the flagged message and all before it. */
const countsAsAnswered = (message: AssessedMessage): boolean =>
  isHumanAnswer(message) || (message.direction === 'in' && message.isAnswered);

/** We spoke last. Neither their machine's answer to ours ("I am away") nor a remark of ours for ourselves takes the turn from them. */
function isTheirTurn(messages: readonly AssessedMessage[], decisions: Decisions, isOwnMail: boolean): boolean {
  if (isOwnMail || decisions.sortedAs === 'fyi') return false;
  const last = messages.findLast(({ kind }) => kind !== 'auto-reply' && kind !== 'remark');
  if (last === undefined || last.isHistory) return false;
  return countsAsAnswered(last);
}
