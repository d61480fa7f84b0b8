// How an invitation stands: whether it is still the newest word about its event, as whom the owner is invited, what he said, and
// what else he planned then.
import type { InvitationStanding, InvitationView } from '../../contract/invitation.ts';
import type { MessageRowId } from '../../contract/views.ts';
import { HOUR_MS, type Instant, type ZoneName } from '../../domain/instant.ts';
import { invitedAs, isNewer, type EventTime, type Invitation } from '../../domain/invitation/invitation.ts';
import { parseIsoDay } from '../../domain/office-hours/calendar.ts';
import { createWallClock } from '../../domain/office-hours/wall-clock.ts';
import { calledBy } from '../contacts/called.ts';
import type { InvitationRow } from '../store/invitation-table.ts';
import type { Store } from '../store/store.ts';
import { eventOf } from './note-invitation.ts';

export type InvitationStore = Pick<Store, 'accounts' | 'contacts' | 'conversations' | 'evenings' | 'invitations'>;

/** Guests in a card; whoever counts more reads a list. */
const PEOPLE_SHOWN = 50;
const LONGEST_DESCRIPTION = 5_000;
/** A moment without an end is taken for an hour where planned things are looked for. */
const USUAL_LENGTH_MS = HOUR_MS;

export function viewInvitation(
  store: InvitationStore,
  message: MessageRowId,
  invitation: Invitation,
  { zone, now }: { readonly zone: ZoneName; readonly now: Instant },
): InvitationView {
  const rows = store.invitations.ofEvent(eventOf(invitation));
  const own = new Set(store.accounts.list().flatMap(({ addresses }) => addresses));
  const others = rows.filter((row) => row.message !== message);
  const asked = others.filter(({ direction }) => direction === 'in');
  const as = invitedAs(invitation.people, own);
  const answered = rows.findLast((row) => isOwnAnswer(row, invitation));
  const { from, until } = spanOf(invitation, zone);
  const { method, summary, location, description, start, end, repeats, organizer, people } = invitation;
  return {
    method,
    summary,
    location,
    description: description.slice(0, LONGEST_DESCRIPTION),
    start,
    end,
    repeats,
    organizer,
    standing: standingOf(
      invitation,
      asked,
      organizer !== null && own.has(organizer.address.toLowerCase()),
      as !== null,
    ),
    isUpdate: asked.some((row) => row.method === 'request' && isAbout(row, invitation) && isNewer(invitation, row)),
    isOneOfSeries: invitation.recurrence !== null,
    theirZone: showsOther(invitation.zone, zone, start) ? invitation.zone : null,
    people: people.slice(0, PEOPLE_SHOWN),
    peopleCount: people.length,
    isPast: repeats === null && until !== null && until <= now,
    invitedAs: as === null ? null : { name: as.name, address: as.address },
    answer:
      answered?.said == null
        ? null
        : { said: answered.said, at: answered.at, isOfThis: answered.sequence >= invitation.sequence },
    clashes: start?.kind === 'instant' && from !== null && until !== null ? plannedBetween(store, from, until) : [],
  };
}

function standingOf(
  invitation: Invitation,
  others: readonly InvitationRow[],
  isOurs: boolean,
  isAddressed: boolean,
): InvitationStanding {
  if (invitation.method === 'cancel' || (invitation.isOff && invitation.method === 'request')) return 'cancelled';
  if (invitation.method !== 'request') return 'tells';
  if (isOurs) return 'ours';
  // What is said of a whole series is said of each of it.
  const later = others.filter((row) => isAboutOrAround(row, invitation) && isNewer(row, invitation));
  const newest = later.findLast(({ method }) => method === 'cancel' || method === 'request');
  if (newest !== undefined) return newest.method === 'cancel' ? 'cancelled' : 'superseded';
  if (invitation.organizer === null) return 'no-organizer';
  return isAddressed ? 'open' : 'not-addressed';
}

const isAbout = ({ recurrence }: InvitationRow, invitation: Invitation): boolean =>
  recurrence === (invitation.recurrence ?? '');
const isAboutOrAround = (row: InvitationRow, invitation: Invitation): boolean =>
  isAbout(row, invitation) || row.recurrence === '';
const isOwnAnswer = (row: InvitationRow, invitation: Invitation): boolean =>
  row.direction === 'out' && row.method === 'reply' && row.said !== null && isAbout(row, invitation);

function spanOf(
  { start, end }: Invitation,
  zone: ZoneName,
): { readonly from: Instant | null; readonly until: Instant | null } {
  const instantOf = (time: EventTime | null, daysLater = 0): Instant | null => {
    if (time === null) return null;
    if (time.kind === 'instant') return time.at;
    const day = parseIsoDay(time.day);
    return day === null ? null : createWallClock(zone).instantOf(day + daysLater, 0);
  };
  const from = instantOf(start);
  const usual = start?.kind === 'day' ? instantOf(start, 1) : from === null ? null : from + USUAL_LENGTH_MS;
  return { from, until: instantOf(end) ?? usual };
}

/** Only where it says more than the owner's own clock. */
function showsOther(theirs: ZoneName | null, own: ZoneName, start: EventTime | null): boolean {
  if (theirs === null || start?.kind !== 'instant') return false;
  const [here, there] = [own, theirs].map((zone) => createWallClock(zone).at(start.at));
  return here?.day !== there?.day || here?.msOfDay !== there?.msOfDay;
}

function plannedBetween(store: InvitationStore, from: Instant, until: Instant): readonly string[] {
  return store.evenings.plannedBetween(from, until).flatMap((id) => {
    const row = store.conversations.get(id);
    return row === null ? [] : [calledBy(store, row.customer)];
  });
}
