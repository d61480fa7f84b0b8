// An invitation in a message: how it is shown, the owner's answer to it, and another moment that he proposes.
import { z } from 'zod';
import type { Address } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import {
  ANSWERS,
  type EventTime,
  type Invitation,
  type InvitationAnswer,
  type Invitee,
  type SeriesException,
} from '../domain/invitation/invitation.ts';
import { command, instant, query, rowId } from './command-spec.ts';
import type { DeliveryView } from './views.ts';

/** Why there is nothing to answer; 'open': there is. */
export type InvitationStanding =
  | 'open'
  /** It, or a later mail, says that it is off. */
  | 'cancelled'
  /** A later version came, or one was answered. */
  | 'superseded'
  | 'ours'
  | 'not-addressed'
  | 'no-organizer'
  /** It informs: an answer of somebody else, a proposal, a publication. */
  | 'tells';

type When = { readonly start: EventTime | null; readonly end: EventTime | null };

export type InvitationView = Pick<
  Invitation,
  | 'method'
  | 'summary'
  | 'location'
  | 'description'
  | 'comment'
  | 'start'
  | 'end'
  | 'repeats'
  | 'occurrence'
  | 'organizer'
> & {
  readonly standing: InvitationStanding;
  /** An update of one that came before. */
  readonly isUpdate: boolean;
  /** The first of them, also those that came in later mails; `exceptionCount` says how many there are. */
  readonly exceptions: readonly Omit<SeriesException, 'recurrence'>[];
  readonly exceptionCount: number;
  /** Of a proposal that came in: when it stands now. */
  readonly instead: When | null;
  /** What the owner proposed last, where nothing came after it. */
  readonly proposed: (When & { readonly at: Instant }) | null;
  /** Its organiser can be asked for another moment. */
  readonly canPropose: boolean;
  /** Where the organiser's clock shows another time than the owner's: his zone. */
  readonly theirZone: string | null;
  /** The first of them; `peopleCount` says how many there are. */
  readonly people: readonly Invitee[];
  readonly peopleCount: number;
  readonly isPast: boolean;
  /** As which the owner is invited. */
  readonly invitedAs: Address | null;
  /** That address is none of his own: the mail was passed on to him, and he answers on its behalf. */
  readonly isPassedOn: boolean;
  /** What he said last, from here or from another program. */
  readonly answer: {
    readonly said: InvitationAnswer;
    readonly at: Instant;
    readonly isOfThis: boolean;
    /** He said it of the whole series that this is one of. */
    readonly isOfSeries: boolean;
  } | null;
  /** Whom he planned to answer at that time. */
  readonly clashes: readonly string[];
  /** Other invitations of that time to which he said yes. */
  readonly accepted: readonly { readonly summary: string; readonly from: Instant; readonly until: Instant }[];
  /** It begins or ends while the business is closed. */
  readonly isOutsideHours: boolean;
};

export type CalendarCopy = { readonly fileName: string; readonly text: string };

export const INVITATION_COMMANDS = {
  /** null: there is no invitation in it that can be read. */
  'invitation.look': query<InvitationView | null>()(z.object({ message: rowId })),
  /** Goes to the organiser as a mail, with the time to take it back; it answers the conversation. */
  'invitation.answer': command<DeliveryView>()(
    // `now`: skip the undo time.
    z.object({ message: rowId, as: z.enum(ANSWERS), now: z.boolean() }),
  ),
  /** The same way. It lasts as long as it would; `words`: what the owner adds, '' for nothing. */
  'invitation.propose': command<DeliveryView>()(
    z.object({ message: rowId, start: instant, words: z.string().max(5_000), now: z.boolean() }),
  ),
  /** For the owner's own agenda, without the people: his agenda must not write to them. */
  'invitation.calendar': query<CalendarCopy>()(z.object({ message: rowId })),
} as const;
