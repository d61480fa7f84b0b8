// An invitation as the owner meets it: what, when, where, who, and what it wants of him (iTIP, RFC 5546). Reading it from the
// bytes of a mail is engine/invitation's.
import type { Address } from '../conversation/message.ts';
import type { Instant } from '../instant.ts';

export const INVITATION_METHODS = ['request', 'cancel', 'reply', 'counter', 'decline-counter', 'publish'] as const;
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
  /** Of a month: the first Monday is 1 and 1, the last Friday -1 and 5. */
  readonly nth: { readonly nth: number; readonly weekday: number } | null;
  readonly until: EventTime | null;
  readonly count: number | null;
  /** The rule is more than these words say. */
  readonly isMore: boolean;
};

/** One of a series: when the series has it, and whether all after it are meant too (RANGE=THISANDFUTURE). */
export type Occurrence = { readonly at: EventTime; readonly isFromThenOn: boolean };

/** An occurrence that is otherwise than its series; 'extra': one that the rule does not give. */
export type SeriesException = Occurrence & {
  readonly kind: 'moved' | 'off' | 'extra' | 'changed';
  /** As it is now. */
  readonly start: EventTime | null;
  readonly end: EventTime | null;
  readonly location: string;
  /** As `Invitation.recurrence`; null where the series itself tells of it. */
  readonly recurrence: string | null;
};

export type Invitee = Address & { readonly said: PartStat };

export type Invitation = {
  readonly method: InvitationMethod;
  readonly uid: string;
  /** The value of RECURRENCE-ID with its parameters, as it must be repeated; null for a whole series or a single event. */
  readonly recurrence: string | null;
  readonly occurrence: Occurrence | null;
  /** Those that stand in the same mail, in the order of their moments. */
  readonly exceptions: readonly SeriesException[];
  readonly sequence: number;
  /** DTSTAMP. */
  readonly stamp: Instant | null;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** What its sender adds to an answer or a proposal. */
  readonly comment: string;
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
  /** Its organiser takes proposals of another moment, or does not say. */
  readonly takesProposals: boolean;
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
  return people.find(({ address }) => ownOf(address, own) !== null) ?? null;
}

/** Which of his own addresses that is; what stands behind a plus is his own too (RFC 5233). */
export function ownOf(address: string, own: ReadonlySet<string>): string | null {
  const plain = address.toLowerCase();
  const bare = plain.replace(/\+[^@]*(?=@)/, '');
  return [plain, bare].find((one) => own.has(one)) ?? null;
}

/** For the order of a list: whole days stand at their beginning in UTC. */
export const orderOf = (time: EventTime): number => (time.kind === 'instant' ? time.at : Date.parse(time.day));

export const isSameTime = (one: EventTime | null, other: EventTime | null): boolean =>
  one?.kind === other?.kind && (one === null || other === null || orderOf(one) === orderOf(other));
