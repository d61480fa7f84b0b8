// An invitation in a message: how it is shown, and the owner's answer to it.
import { z } from 'zod';
import type { Address } from '../domain/conversation/message.ts';
import type { Instant } from '../domain/instant.ts';
import { ANSWERS, type Invitation, type InvitationAnswer, type Invitee } from '../domain/invitation/invitation.ts';
import { command, query, rowId } from './command-spec.ts';
import type { DeliveryView } from './views.ts';

/** Why there is nothing to answer; 'open': there is. */
export type InvitationStanding =
  | 'open'
  /** It, or a later mail, says that it is off. */
  | 'cancelled'
  | 'superseded'
  | 'ours'
  | 'not-addressed'
  | 'no-organizer'
  /** It informs: an answer of somebody else, a proposal, a publication. */
  | 'tells';

export type InvitationView = Pick<
  Invitation,
  'method' | 'summary' | 'location' | 'description' | 'start' | 'end' | 'repeats' | 'organizer'
> & {
  readonly standing: InvitationStanding;
  /** An update of one that came before. */
  readonly isUpdate: boolean;
  readonly isOneOfSeries: boolean;
  /** Where the organiser's clock shows another time than the owner's: his zone. */
  readonly theirZone: string | null;
  /** The first of them; `peopleCount` says how many there are. */
  readonly people: readonly Invitee[];
  readonly peopleCount: number;
  readonly isPast: boolean;
  /** As which the owner is invited. */
  readonly invitedAs: Address | null;
  /** What he said last, from here or from another program. */
  readonly answer: { readonly said: InvitationAnswer; readonly at: Instant; readonly isOfThis: boolean } | null;
  /** Whom he planned to answer at that time. */
  readonly clashes: readonly string[];
};

export const INVITATION_COMMANDS = {
  /** null: there is no invitation in it that can be read. */
  'invitation.look': query<InvitationView | null>()(z.object({ message: rowId })),
  /** Goes to the organiser as a mail, with the time to take it back; it answers the conversation. */
  'invitation.answer': command<DeliveryView>()(
    // `now`: skip the undo time.
    z.object({ message: rowId, as: z.enum(ANSWERS), now: z.boolean() }),
  ),
} as const;
