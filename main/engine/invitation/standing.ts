// Whether an invitation is still the newest word about its event (RFC 5546 2.1.4, 2.1.5), and what was answered. From the marks of all
// mails about it; pure.
import type { InvitationStanding } from '../../contract/invitation.ts';
import { isNewer, orderOf, type Invitation } from '../../domain/invitation/invitation.ts';
import type { InvitationRow } from '../store/invitation-table.ts';

export type StandingFacts = {
  readonly invitation: Invitation;
  /** Marks of the other mails about the event, in the order in which they came. */
  readonly others: readonly InvitationRow[];
  readonly isOurs: boolean;
  readonly isAddressed: boolean;
};

export function standingOf({ invitation, others, isOurs, isAddressed }: StandingFacts): InvitationStanding {
  if (invitation.method === 'cancel' || (invitation.isOff && invitation.method === 'request')) return 'cancelled';
  if (invitation.method !== 'request') return 'tells';
  if (isOurs) return 'ours';
  const later = others.filter(
    (row) => row.direction === 'in' && isAboutOrAround(row, invitation) && isNewer(row, invitation),
  );
  const newest = later.findLast(({ method }) => method === 'cancel' || method === 'request');
  if (newest !== undefined) return newest.method === 'cancel' ? 'cancelled' : 'superseded';
  // Answered elsewhere in a version that never came here: this one is older than what was answered.
  const answered = ownAnswer(others, invitation);
  if (answered !== null && answered.sequence > invitation.sequence) return 'superseded';
  if (invitation.organizer === null) return 'no-organizer';
  return isAddressed ? 'open' : 'not-addressed';
}

/** The owner's last word on this one, or on the series that it is of. */
export const ownAnswer = (rows: readonly InvitationRow[], invitation: Invitation): InvitationRow | null =>
  rows.findLast(
    (row) => row.direction === 'out' && row.method === 'reply' && row.said !== null && isAboutOrAround(row, invitation),
  ) ?? null;

export const isAbout = ({ recurrence }: Pick<InvitationRow, 'recurrence'>, invitation: Invitation): boolean =>
  recurrence === (invitation.recurrence ?? '');

/** What is said of a whole series is said of each of it; and of all from a moment on, of each after it. */
function isAboutOrAround(row: InvitationRow, invitation: Invitation): boolean {
  if (isAbout(row, invitation) || row.recurrence === '') return true;
  const since = /^RECURRENCE-ID;RANGE=THISANDFUTURE[^:]*:(\d{8}(?:T\d{6}Z?)?)$/.exec(row.recurrence)?.[1];
  const { occurrence } = invitation;
  if (since === undefined || occurrence === null) return false;
  const at = new Date(orderOf(occurrence.at)).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return since <= at.slice(0, since.length);
}
