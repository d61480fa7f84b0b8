// Invitations of the fixture desk, as the engine would say they stand.
import type { CommandArgs } from '../../main/contract/commands.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { InvitationView } from '../../main/contract/invitation.ts';
import type { DeliveryView } from '../../main/contract/views.ts';
import type { InvitationAnswer } from '../../main/domain/invitation/invitation.ts';
import { DAY_MS, HOUR_MS } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

/** `send` answers the conversation of that message; what it answers waits in the outbox. */
export function createFixtureInvitations(send: (message: number, text: string) => DeliveryView) {
  const answers = new Map<number, InvitationAnswer>();
  return {
    'invitation.look': ({ message }: CommandArgs<'invitation.look'>): Result<InvitationView | null> => {
      const said = answers.get(message);
      return ok({ ...INVITATION, answer: said === undefined ? null : { said, at: FIXTURE_NOW, isOfThis: true } });
    },
    'invitation.answer': ({ message, as }: CommandArgs<'invitation.answer'>): Result<DeliveryView> => {
      answers.set(message, as);
      return ok(send(message, 'Tom Claes heeft uw uitnodiging beantwoord.'));
    },
  };
}

const START = FIXTURE_NOW - (FIXTURE_NOW % HOUR_MS) + 6 * DAY_MS;

const INVITATION: InvitationView = {
  method: 'request',
  summary: 'Plaatsbezoek: inbouwkast op zolder',
  location: 'Kerkstraat 12, 2800 Mechelen',
  description: 'Graag de stalen meebrengen.\nParkeren kan op de oprit.',
  start: { kind: 'instant', at: START },
  end: { kind: 'instant', at: START + HOUR_MS },
  repeats: { every: 'week', interval: 2, weekdays: [1], until: null, count: 3, isMore: false },
  organizer: { name: 'Nadia Amrani', address: 'nadia@amrani-interieur.be' },
  standing: 'open',
  isUpdate: false,
  isOneOfSeries: false,
  theirZone: 'Europe/London',
  people: [
    { name: 'Nadia Amrani', address: 'nadia@amrani-interieur.be', said: 'accepted' },
    { name: 'Tom Claes', address: 'info@claes.be', said: 'needs-action' },
    { name: 'Bouw De Keyser', address: 'aannemer@bouwdekeyser.be', said: 'tentative' },
  ],
  peopleCount: 3,
  isPast: false,
  invitedAs: { name: 'Tom Claes', address: 'info@claes.be' },
  answer: null,
  clashes: ['Ahmed Benali'],
};
