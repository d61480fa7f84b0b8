// Which messages of a story stand open: the newest, the newest of the customer, what he had not read, and what he was brought to;
// the others are one line each. What the owner turned himself, or all at once, wins.
import type { MessageLine } from '../../../main/contract/story.ts';
import type { MessageRowId } from '../../../main/contract/views.ts';
import type { Reading } from '../../state/reading.ts';

type Turned = Pick<Reading, 'turned' | 'all'>;

export function openMessages(
  lines: readonly (MessageLine | null)[],
  { turned, all }: Turned,
  alsoOpen: ReadonlySet<MessageRowId>,
): (id: MessageRowId) => boolean {
  const newest = lines.findLast((line) => line !== null && !isAcknowledging(line))?.id;
  const newestAsked = lines.findLast((line) => line?.direction === 'in')?.id;
  return (id) =>
    turned.get(id) ?? (all === null ? id === newest || id === newestAsked || alsoOpen.has(id) : all === 'open');
}

/** An acknowledgement is no answer: it never stands for the newest word. */
export const isAcknowledging = ({ direction, kind }: Pick<MessageLine, 'direction' | 'kind'>): boolean =>
  direction === 'out' && kind === 'auto-reply';
