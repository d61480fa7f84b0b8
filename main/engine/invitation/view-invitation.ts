// How an invitation stands: whether it is still the newest word about its event, as whom the owner is invited, what he said, and
// what else is on his desk at that time.
import type { InvitationView } from '../../contract/invitation.ts';
import type { MessageRowId } from '../../contract/views.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { Instant, ZoneName } from '../../domain/instant.ts';
import {
  invitedAs,
  isNewer,
  isSameTime,
  ownOf,
  type EventTime,
  type Invitation,
  type SeriesException,
} from '../../domain/invitation/invitation.ts';
import { spanOf, type Span } from '../../domain/invitation/meets.ts';
import { createOpenTime } from '../../domain/office-hours/open-time.ts';
import type { OfficeHours } from '../../domain/office-hours/office-hours.ts';
import { createWallClock } from '../../domain/office-hours/wall-clock.ts';
import { calledBy } from '../contacts/called.ts';
import type { InvitationRow } from '../store/invitation-table.ts';
import type { Store } from '../store/store.ts';
import { acceptedIn } from './accepted.ts';
import { eventOf } from './note-invitation.ts';
import type { ReadHere } from './read-here.ts';
import { inOrder } from './read-times.ts';
import { isAbout, ownAnswer, standingOf } from './standing.ts';

export type InvitationStore = Pick<Store, 'accounts' | 'contacts' | 'conversations' | 'evenings' | 'invitations'>;

export type ViewFacts = {
  readonly hours: OfficeHours;
  readonly now: Instant;
  readonly readHere: ReadHere;
  /** To whom the mail itself was addressed and delivered. */
  readonly recipients: readonly string[];
};

/** Guests in a card; whoever counts more reads a list. */
const PEOPLE_SHOWN = 50;
const EXCEPTIONS_SHOWN = 40;
const LONGEST_DESCRIPTION = 5_000;

export function viewInvitation(
  store: InvitationStore,
  message: MessageRowId,
  invitation: Invitation,
  { hours, now, readHere, recipients }: ViewFacts,
): InvitationView {
  const { zone } = hours;
  const event = eventOf(invitation);
  const others = store.invitations.ofEvent(event).filter((row) => row.message !== message);
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const as = asWhom(invitation, own, recipients);
  const answered = ownAnswer(others, invitation);
  const span = spanOf(invitation.start, invitation.end, zone);
  const { method, summary, location, description, comment, start, end, repeats, occurrence, organizer } = invitation;
  const isOurs = organizer !== null && ownOf(organizer.address, own) !== null;
  const standing = standingOf({ invitation, others, isOurs, isAddressed: as !== null });
  const exceptions = withLaterOnes(invitation, others, readHere);
  const isAsked = standing === 'open' || method === 'counter';
  const isTimed = start?.kind === 'instant' && span !== null;
  return {
    method,
    summary,
    location,
    description: description.slice(0, LONGEST_DESCRIPTION),
    comment,
    start,
    end,
    repeats,
    occurrence,
    organizer,
    standing,
    isUpdate: others.some(
      (row) =>
        row.direction === 'in' && row.method === 'request' && isAbout(row, invitation) && isNewer(invitation, row),
    ),
    exceptions: exceptions.slice(0, EXCEPTIONS_SHOWN).map(shownOf),
    exceptionCount: exceptions.length,
    instead: method === 'counter' ? asItStands(invitation, others, readHere) : null,
    proposed: proposedOf(invitation, others, readHere),
    canPropose: standing === 'open' && isTimed && repeats === null,
    theirZone: showsOther(invitation.zone, zone, start) ? invitation.zone : null,
    people: invitation.people.slice(0, PEOPLE_SHOWN),
    peopleCount: invitation.people.length,
    isPast: repeats === null && span !== null && span.until <= now,
    invitedAs: as === null ? null : { name: as.name, address: as.address },
    isPassedOn: as !== null && ownOf(as.address, own) === null,
    answer:
      answered?.said == null
        ? null
        : {
            said: answered.said,
            at: answered.at,
            isOfThis: isAnswerTo(answered, invitation),
            isOfSeries: answered.recurrence === '' && invitation.recurrence !== null,
          },
    clashes: isTimed ? plannedBetween(store, span) : [],
    accepted: isTimed && isAsked ? acceptedIn({ store, readHere, zone }, span, event) : [],
    isOutsideHours: isTimed && isAsked && isClosed(span, hours),
  };
}

const shownOf = ({ kind, at, isFromThenOn, start, end, location }: SeriesException) => ({
  kind,
  at,
  isFromThenOn,
  start,
  end,
  location,
});

/** An answer to the series is one to each of it, until one of them is changed. */
const isAnswerTo = (answered: InvitationRow, invitation: Invitation): boolean =>
  isAbout(answered, invitation) && answered.sequence >= invitation.sequence;

/**
 * As one of his own addresses; else as the one guest to whom this very mail was sent: it was passed on from there, and the owner can
 * answer on its behalf.
 */
export function asWhom(
  { people, organizer }: Pick<Invitation, 'people' | 'organizer'>,
  own: ReadonlySet<string>,
  recipients: readonly string[],
): Address | null {
  const himself = invitedAs(people, own);
  if (himself !== null) return himself;
  const sentTo = new Set(recipients.map((address) => address.toLowerCase()));
  const [guest, ...more] = people
    .filter(({ address }) => address.toLowerCase() !== organizer?.address.toLowerCase())
    .filter(({ address }) => sentTo.has(address.toLowerCase()));
  return guest === undefined || more.length > 0 ? null : guest;
}

/** Of a series also what later mails changed of it. */
function withLaterOnes(
  invitation: Invitation,
  others: readonly InvitationRow[],
  readHere: ReadHere,
): readonly SeriesException[] {
  if (invitation.recurrence !== null || invitation.repeats === null) return invitation.exceptions;
  const later = new Map<string, SeriesException>();
  for (const row of others) {
    const isChange = row.direction === 'in' && (row.method === 'request' || row.method === 'cancel');
    if (!isChange || row.recurrence === '' || isNewer(invitation, row)) continue;
    const told = readHere(row.message);
    if (told?.occurrence == null) continue;
    const isGone = row.method === 'cancel';
    later.set(row.recurrence, {
      ...told.occurrence,
      kind: isGone ? 'off' : isSameTime(told.start, told.occurrence.at) ? 'changed' : 'moved',
      start: isGone ? null : told.start,
      end: isGone ? null : told.end,
      location: told.location,
      recurrence: row.recurrence,
    });
  }
  const kept = invitation.exceptions.filter(
    ({ at }) => ![...later.values()].some((changed) => isSameTime(changed.at, at)),
  );
  return inOrder([...kept, ...later.values()]);
}

/** What somebody proposes to change. Of one of a series that the owner's invitation does not name: when the series has it. */
function asItStands(invitation: Invitation, others: readonly InvitationRow[], readHere: ReadHere) {
  const row = others.findLast((one) => one.method === 'request' && isAbout(one, invitation));
  const told = row === undefined ? null : readHere(row.message);
  if (told !== null) return { start: told.start, end: told.end };
  return invitation.occurrence === null ? null : { start: invitation.occurrence.at, end: null };
}

function proposedOf(invitation: Invitation, others: readonly InvitationRow[], readHere: ReadHere) {
  const last = others.findLast(
    (row) =>
      row.direction === 'out' && (row.method === 'counter' || row.method === 'reply') && isAbout(row, invitation),
  );
  if (last?.method !== 'counter' || last.sequence < invitation.sequence) return null;
  const told = readHere(last.message);
  return told === null ? null : { start: told.start, end: told.end, at: last.at };
}

/** Only where it says more than the owner's own clock. */
function showsOther(theirs: ZoneName | null, own: ZoneName, start: EventTime | null): boolean {
  if (theirs === null || start?.kind !== 'instant') return false;
  const [here, there] = [own, theirs].map((zone) => createWallClock(zone).at(start.at));
  return here?.day !== there?.day || here?.msOfDay !== there?.msOfDay;
}

/** Who has no hours is never closed. The last millisecond, for closing time itself is no longer open. */
function isClosed({ from, until }: Span, hours: OfficeHours): boolean {
  const open = createOpenTime(hours);
  return open.nextOpening(from) !== null && !(open.isOpenAt(from) && open.isOpenAt(until - 1));
}

function plannedBetween(store: InvitationStore, { from, until }: Span): readonly string[] {
  return store.evenings.plannedBetween(from, until).flatMap((id) => {
    const row = store.conversations.get(id);
    return row === null ? [] : [calledBy(store, row.customer)];
  });
}
