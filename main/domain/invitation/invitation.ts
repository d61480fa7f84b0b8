// An invitation as the owner meets it: what, when, where, who, and what it wants of him (iTIP, RFC 5546). Reading it from the
// bytes of a mail is engine/invitation's.
import type { Address } from '../conversation/message.ts';
import type { Instant } from '../instant.ts';

export const INVITATION_METHODS = ['request', 'cancel', 'reply', 'counter', 'publish'] as const;
/** Of the METHODs, those that mean something here; the rest is shown as 'publish'. */
export type InvitationMethod = (typeof INVITATION_METHODS)[number];

export const PART_STATS = ['needs-action', 'accepted', 'declined', 'tentative', 'delegated'] as const;
export type PartStat = (typeof PART_STATS)[number];
/** What the owner can say. */
export const ANSWERS = ['accepted', 'tentative', 'declined'] as const;
export type InvitationAnswer = (typeof ANSWERS)[number];

/** A whole day ("2026-05-26"), or an instant. */
export type EventTime =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'instant'; readonly at: Instant };

export const REPEAT_UNITS = ['day', 'week', 'month', 'year'] as const;
export type Repeats = {
  readonly every: (typeof REPEAT_UNITS)[number];
  readonly interval: number;
  /** 1 is Monday. Only for weeks. */
  readonly weekdays: readonly number[];
  readonly until: EventTime | null;
  readonly count: number | null;
  /** It is more than these words say ("de laatste vrijdag", exceptions, several rules). */
  readonly isMore: boolean;
};

export type Invitee = Address & { readonly said: PartStat };

export type Invitation = {
  readonly method: InvitationMethod;
  readonly uid: string;
  /** The value of RECURRENCE-ID with its parameters, as it must be repeated; null for a whole series or a single event. */
  readonly recurrence: string | null;
  readonly sequence: number;
  /** DTSTAMP. */
  readonly stamp: Instant | null;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly start: EventTime | null;
  /** After it: of whole days the day behind the last. */
  readonly end: EventTime | null;
  /** IANA name of the zone in which the organiser wrote it, where it is known. */
  readonly zone: string | null;
  readonly repeats: Repeats | null;
  /** STATUS says that it is off, whatever the method. */
  readonly isOff: boolean;
  readonly organizer: Address | null;
  readonly people: readonly Invitee[];
};

/** Newer by SEQUENCE, then by DTSTAMP (RFC 5546 2.1.4, 2.1.5). */
export function isNewer(
  one: Pick<Invitation, 'sequence' | 'stamp'>,
  other: Pick<Invitation, 'sequence' | 'stamp'>,
): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence;
  return (one.stamp ?? 0) > (other.stamp ?? 0);
}

/** As which of his addresses the owner was invited. null: as none of them. */
export function invitedAs(people: readonly Address[], own: ReadonlySet<string>): Address | null {
  return people.find(({ address }) => own.has(address.toLowerCase())) ?? null;
}
