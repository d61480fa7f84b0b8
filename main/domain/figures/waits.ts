// How long customers waited: each stretch in which a conversation was ours to answer, from the first message that asked to the
// answer that a human of ours gave. The same rules as the queue's clock (queue/assess.ts), read backwards over the whole story.
import type { Instant } from '../instant.ts';
import { asksForUs, isHumanAnswer, type AssessedMessage } from '../queue/assess.ts';
import type { Decisions } from '../queue/decisions.ts';

export type Wait<Message extends AssessedMessage> = {
  /** The message that opened it. */
  readonly opened: Message;
  readonly since: Instant;
  /** No human of ours had answered in this conversation before: the target for a first answer counts. */
  readonly isFirst: boolean;
  /**
   * `elsewhere`: ended at a moment that we do not know (\Answered without the answer itself), or without an answer ("no answer
   * needed"): it is no figure.
   */
  readonly end:
    | { readonly kind: 'answered' | 'phoned'; readonly at: Instant }
    | { readonly kind: 'elsewhere' }
    | { readonly kind: 'open' };
};

/** `messages` in order of arrival, without those of ours that failed to leave. In the order in which they began. */
export function waitsOf<Message extends AssessedMessage>(
  messages: readonly Message[],
  decisions: Decisions,
): readonly Wait<Message>[] {
  const waits: Wait<Message>[] = [];
  let asked: Message[] = [];
  let isFirst = true;
  const close = (end: Wait<Message>['end']): void => {
    const [opened] = asked;
    if (opened !== undefined) waits.push({ opened, since: opened.at, isFirst, end });
    asked = [];
  };
  for (const message of messages) {
    if (isHumanAnswer(message)) {
      close({ kind: 'answered', at: message.at });
      isFirst = false;
    } else if (asksForUs(message)) asked.push(message);
  }
  close(endOfLast(asked, decisions));
  return waits;
}

function endOfLast(asked: readonly AssessedMessage[], decisions: Decisions): Wait<AssessedMessage>['end'] {
  const last = asked.at(-1);
  if (last === undefined) return { kind: 'open' };
  const { doneAt, doneBecause, settledUntil } = decisions;
  if (doneAt !== null && doneAt >= last.at) {
    return doneBecause === 'phone' ? { kind: 'phoned', at: doneAt } : { kind: 'elsewhere' };
  }
  const isSettled = settledUntil != null && settledUntil >= last.at;
  return isSettled || last.isAnswered ? { kind: 'elsewhere' } : { kind: 'open' };
}
