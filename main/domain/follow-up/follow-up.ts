// The watch over an answer of ours that asks something back: product.md, "The clock", rule 11. When it passes without a word from
// the customer, the conversation comes back as "nog niets gehoord". Whether an answer asks for one is expects-answer.ts.
import type { Direction, MailKind } from '../conversation/message.ts';
import type { Signals } from '../conversation/signals.ts';
import type { Instant } from '../instant.ts';
import type { OpenTime } from '../office-hours/open-time.ts';

/** The owner's own word about the watch. It holds for the answer that stood last when he gave it, and goes with that answer. */
export type FollowUpDecision = {
  readonly answerAt: Instant;
  /** null: no watch. */
  readonly at: Instant | null;
};

export type FollowUp = {
  readonly at: Instant;
  /** Since when we have been waiting to hear. */
  readonly since: Instant;
  readonly isByHand: boolean;
  /** What we asked, in our own words; null for an answer that asked nothing. */
  readonly words: string | null;
};

export type WatchedMessage = {
  readonly direction: Direction;
  readonly kind: MailKind;
  readonly at: Instant;
  readonly isHistory: boolean;
  readonly signals: Pick<Signals, 'asks'>;
};

export type FollowUpQuestion<Message extends WatchedMessage> = {
  /** In order of arrival, without those of ours that failed to leave. */
  readonly messages: readonly Message[];
  readonly decision: FollowUpDecision | null;
  /** Of the owner's own hours; 0 is no watch but by hand. */
  readonly workingDays: number;
  readonly openTime: OpenTime;
  /** When an answer of ours leaves, where that is later than its place in the conversation says. */
  readonly leavesAt: (message: Message) => Instant;
};

/** Null: nothing is watched. Only for conversations in which nothing of the customer's waits for us. */
export function followUpOf<Message extends WatchedMessage>({
  messages,
  decision,
  workingDays,
  openTime,
  leavesAt,
}: FollowUpQuestion<Message>): FollowUp | null {
  // A machine's "I am away" is no answer.
  const heard = messages.findLastIndex(({ direction, kind }) => direction === 'in' && kind !== 'auto-reply');
  const asking = messages
    .slice(heard + 1)
    .findLast((one) => isOurAnswer(one) && !one.isHistory && one.signals.asks.length > 0);
  const decided =
    decision === null ? undefined : messages.find(({ at }, index) => index >= heard && at === decision.answerAt);
  if (decision !== null && decided !== undefined && (asking === undefined || asking.at <= decided.at)) {
    if (decision.at === null) return null;
    const about = asking ?? decided;
    return { at: decision.at, since: leavesAt(about), isByHand: true, words: wordsOf(asking) };
  }
  if (asking === undefined || workingDays <= 0) return null;
  const since = leavesAt(asking);
  const at = afterWorkingDays(since, workingDays, openTime);
  return at === null ? null : { at, since, isByHand: false, words: wordsOf(asking) };
}

/** The newest message, as what a decision of now is about. */
export const decidedFor = (messages: readonly Pick<WatchedMessage, 'at' | 'kind'>[]): Instant | null =>
  messages.findLast(({ kind }) => kind !== 'auto-reply' && kind !== 'remark')?.at ?? null;

/**
 * So many days that have open time, at the same hour or else at the first open moment after it. A day on which it is closed
 * counts for nothing, also the one it was sent on. Null: never open again.
 */
export function afterWorkingDays(from: Instant, days: number, openTime: OpenTime): Instant | null {
  const start = openTime.nextOpening(from);
  if (start === null) return null;
  const { day: first, msOfDay } = openTime.clock.at(start);
  let day = first;
  for (let counted = 0; counted < days; counted += 1) {
    const opening = openTime.openingFrom(day + 1);
    if (opening === null) return null;
    day = openTime.clock.at(opening).day;
  }
  return openTime.nextOpening(openTime.clock.instantOf(day, msOfDay));
}

const isOurAnswer = ({ direction, kind }: WatchedMessage): boolean =>
  direction === 'out' && (kind === 'human' || kind === 'invite');

const wordsOf = (asking: WatchedMessage | undefined): string | null => asking?.signals.asks[0]?.words ?? null;
