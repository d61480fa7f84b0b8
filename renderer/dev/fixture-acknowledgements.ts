// Acknowledgements of the fixture: on trial for three days, with what a list may hold. In the scene of trouble it has stopped.
import type { AcknowledgementMode, AcknowledgementView } from '../../main/contract/acknowledgements.ts';
import type { CommandArgs, CommandValue } from '../../main/contract/commands.ts';
import { failed, ok, type Result } from '../../main/contract/errors.ts';
import { STARTER_TEXTS } from '../../main/domain/acknowledgement/starter-texts.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../main/domain/instant.ts';
import type { DeliveryView, MessageView, QueueItem } from '../../main/contract/views.ts';
import { sentMessage } from './fixture-desk.ts';
import { FIXTURE_NOW, type Scene } from './fixture-scenes.ts';

const NOTHING: Omit<AcknowledgementView, 'id' | 'at' | 'who' | 'subject' | 'outcome'> = {
  conversation: 1,
  refusal: null,
  language: null,
  situation: null,
  text: '',
  statedAt: null,
  delivery: null,
};

const ITEMS: readonly AcknowledgementView[] = [
  {
    ...NOTHING,
    id: 5,
    at: FIXTURE_NOW - 12 * MINUTE_MS,
    who: 'Sofie Vermeulen',
    subject: 'Kunnen jullie vrijdag komen opmeten?',
    outcome: 'dry-run',
    language: 'nl',
    situation: 'open',
    text: STARTER_TEXTS.email.open.nl.replace('{{antwoord.voor}}', 'woensdag 13 mei om 11.30 uur'),
    statedAt: FIXTURE_NOW + 25 * HOUR_MS + 10 * MINUTE_MS,
  },
  {
    ...NOTHING,
    id: 4,
    at: FIXTURE_NOW - 50 * MINUTE_MS,
    who: 'Houthandel Claeys',
    subject: 'Onze acties van mei',
    outcome: 'refused',
    refusal: 'machine',
  },
  {
    ...NOTHING,
    id: 3,
    at: FIXTURE_NOW - 3 * HOUR_MS,
    who: 'Els Peeters',
    subject: 'RE: Plannen verbouwing Kortrijksesteenweg',
    outcome: 'refused',
    refusal: 'in-conversation',
  },
  {
    ...NOTHING,
    id: 2,
    at: FIXTURE_NOW - 15 * HOUR_MS,
    who: 'Claire Dubois',
    subject: 'Demande de devis: bibliothèque sur mesure',
    outcome: 'dry-run',
    language: 'fr',
    situation: 'closed',
    text: STARTER_TEXTS.email.closed.fr.replace('{{reply.by}}', 'mercredi 13 mai à 9 h 30'),
    statedAt: FIXTURE_NOW + 23 * HOUR_MS + 10 * MINUTE_MS,
  },
  {
    ...NOTHING,
    id: 1,
    at: FIXTURE_NOW - 16 * HOUR_MS,
    who: 'Claire Dubois',
    subject: 'Encore une question',
    outcome: 'refused',
    refusal: 'person-today',
  },
];

/** As it stands among the messages of who had one. */
export function acknowledgedStory(item: Pick<QueueItem, 'conversation' | 'address' | 'subject'>): MessageView {
  const delivery: DeliveryView = {
    id: 900,
    conversation: item.conversation,
    account: 'claes',
    messageId: '<ontvangen@fixture.invalid>',
    to: [item.address],
    subject: `Automatisch antwoord: ${item.subject}`,
    state: 'sent',
    leavesAt: FIXTURE_NOW - 12 * MINUTE_MS,
    undoUntil: null,
    attempts: 1,
    nextAttemptAt: null,
    error: null,
    refused: [],
    filed: 'done',
  };
  const text = ITEMS[0]?.text ?? '';
  return { ...sentMessage(delivery, text), kind: 'auto-reply', at: FIXTURE_NOW - 12 * MINUTE_MS };
}

export function createFixtureAcknowledgements(scene: Scene, onTurned: () => void) {
  let mode: AcknowledgementMode =
    scene === 'trouble'
      ? { kind: 'stopped', since: FIXTURE_NOW - HOUR_MS }
      : { kind: 'dry-run', until: FIXTURE_NOW + 4 * DAY_MS };
  return {
    'acknowledgements.list': (): Result<CommandValue<'acknowledgements.list'>> =>
      ok({ mode, inLastHour: 1, items: ITEMS }),
    'acknowledgements.switch': ({ to }: CommandArgs<'acknowledgements.switch'>): Result<AcknowledgementMode> => {
      if (to === 'off') mode = { kind: 'off' };
      else mode = to === 'on' ? { kind: 'dry-run', until: FIXTURE_NOW + 7 * DAY_MS } : { kind: 'on' };
      onTurned();
      return ok(mode);
    },
    'acknowledgements.sendTest': (): Result<CommandValue<'acknowledgements.sendTest'>> =>
      failed('offline', 'auto', 'fixture'),
  };
}
