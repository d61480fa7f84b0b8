// By when a conversation must be answered, where several things say so, and which of them said it: product.md, "The clock",
// rules 4 to 6 and 9. Each source reckons its own moment elsewhere; this only chooses.
import type { Instant } from '../instant.ts';
import type { ReplyBySource } from '../queue/sections.ts';

/** null: this source says nothing. */
export type ReplyBySources = {
  /** The owner's own word. It wins over what is computed, earlier or later. */
  readonly hand: Instant | null;
  /** The first moment that an open commitment names. */
  readonly commitment: Instant | null;
  /** What an acknowledgement told the customer who waits; it stands in the place of the target it was made of. */
  readonly acknowledgement: Instant | null;
  /** Working time of the channel, for the oldest question without an answer. */
  readonly target: Instant | null;
  /** Later than this the channel takes no answer. */
  readonly windowClosesAt: Instant | null;
};

export type ChosenReplyBy = { readonly at: Instant; readonly from: ReplyBySource };

export function chooseReplyBy(sources: ReplyBySources): ChosenReplyBy | null {
  const wanted = said(sources.hand, 'hand') ?? owed(sources);
  const last = said(sources.windowClosesAt, 'window');
  if (wanted === null || last === null) return wanted ?? last;
  return last.at < wanted.at ? last : wanted;
}

/** A new question does not wait for an old promise, nor a promise for the target of a new question. */
function owed({ commitment, acknowledgement, target }: ReplyBySources): ChosenReplyBy | null {
  const promised = said(commitment, 'commitment');
  const asked = said(acknowledgement, 'acknowledgement') ?? said(target, 'target');
  if (promised === null || asked === null) return promised ?? asked;
  return asked.at < promised.at ? asked : promised;
}

const said = (at: Instant | null, from: ReplyBySource): ChosenReplyBy | null => (at === null ? null : { at, from });
