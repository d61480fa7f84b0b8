// Invitations of the fixture desk, as the engine would say they stand.
import type { CommandArgs } from '../../main/contract/commands.ts';
import { ok, type Result } from '../../main/contract/errors.ts';
import type { CalendarCopy, InvitationView } from '../../main/contract/invitation.ts';
import type { DeliveryView } from '../../main/contract/views.ts';
import type { InvitationAnswer } from '../../main/domain/invitation/invitation.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../main/domain/instant.ts';
import { FIXTURE_NOW } from './fixture-scenes.ts';

/** `send` answers the conversation of that message; what it answers waits in the outbox. */
export function createFixtureInvitations(send: (message: number, text: string) => DeliveryView) {
  const answers = new Map<number, InvitationAnswer>();
  const proposals = new Map<number, Instant>();
  return {
    'invitation.look': ({ message }: CommandArgs<'invitation.look'>): Result<InvitationView | null> => {
      const said = answers.get(message);
      const at = proposals.get(message);
      return ok({
        ...INVITATION,
        proposed: at === undefined ? null : { start: { kind: 'instant', at }, end: null, at: FIXTURE_NOW },
        answer: said === undefined ? null : { said, at: FIXTURE_NOW, isOfThis: true, isOfSeries: false },
      });
    },
    'invitation.answer': ({ message, as }: CommandArgs<'invitation.answer'>): Result<DeliveryView> => {
      answers.set(message, as);
      proposals.delete(message);
      return ok(send(message, 'Tom Claes heeft uw uitnodiging beantwoord.'));
    },
    'invitation.propose': ({ message, start }: CommandArgs<'invitation.propose'>): Result<DeliveryView> => {
      proposals.set(message, start);
      return ok(send(message, 'Tom Claes stelt een ander moment voor.'));
    },
    'invitation.calendar': (): Result<CalendarCopy> => ok({ fileName: 'Plaatsbezoek.ics', text: '' }),
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
  comment: '',
  repeats: null,
  occurrence: { at: { kind: 'instant', at: START - 2 * HOUR_MS }, isFromThenOn: false },
  exceptions: [],
  exceptionCount: 0,
  instead: null,
  proposed: null,
  canPropose: true,
  organizer: { name: 'Nadia Amrani', address: 'nadia@amrani-interieur.be' },
  standing: 'open',
  isUpdate: false,
  theirZone: 'Europe/London',
  people: [
    { name: 'Nadia Amrani', address: 'nadia@amrani-interieur.be', said: 'accepted' },
    { name: 'Tom Claes', address: 'info@claes.be', said: 'needs-action' },
    { name: 'Bouw De Keyser', address: 'aannemer@bouwdekeyser.be', said: 'tentative' },
  ],
  peopleCount: 3,
  isPast: false,
  invitedAs: { name: 'Tom Claes', address: 'info@claes.be' },
  isPassedOn: false,
  answer: null,
  clashes: ['Ahmed Benali'],
  accepted: [{ summary: 'Proefrit met de bakfiets', from: START - HOUR_MS / 2, until: START + HOUR_MS / 2 }],
  isOutsideHours: true,
};
