// To which invitations the owner said yes, at a given time. No agenda is kept: it is read from his own answers and the newest mail
// about each event.
import type { InvitationView } from '../../contract/invitation.ts';
import type { ZoneName } from '../../domain/instant.ts';
import { meetsIn, type Span } from '../../domain/invitation/meets.ts';
import type { InvitationRow } from '../store/invitation-table.ts';
import type { Store } from '../store/store.ts';
import type { ReadHere } from './read-here.ts';

type AcceptedDeps = {
  readonly store: Pick<Store, 'invitations'>;
  readonly readHere: ReadHere;
  readonly zone: ZoneName;
};

/** `event`: the one that is asked about, which does not clash with itself. */
export function acceptedIn(
  { store, readHere, zone }: AcceptedDeps,
  span: Span,
  event: string,
): InvitationView['accepted'] {
  const seen = new Set<string>();
  return store.invitations.answered().flatMap((answer) => {
    const key = `${answer.event} ${answer.recurrence}`;
    const isNewest = !seen.has(key);
    seen.add(key);
    if (!isNewest || answer.said !== 'accepted' || answer.event === event) return [];
    const word = newestWord(store.invitations.ofEvent(answer.event), answer.recurrence);
    if (word?.method === 'cancel') return [];
    // His answer names the time too, where the invitation itself is not here.
    const meeting = (word === null ? null : readHere(word.message)) ?? readHere(answer.message);
    const met = meeting === null ? null : meetsIn(meeting, span, zone);
    return meeting === null || met === null ? [] : [{ summary: meeting.summary, ...met }];
  });
}

const newestWord = (rows: readonly InvitationRow[], recurrence: string): InvitationRow | null =>
  rows.findLast(
    (row) =>
      row.direction === 'in' && row.recurrence === recurrence && (row.method === 'request' || row.method === 'cancel'),
  ) ?? null;
