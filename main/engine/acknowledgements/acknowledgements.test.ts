// The room with a real store, the real ingest and queue, and a clock that moves when told. What leaves is what stands in the outbox.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../contract/commands.ts';
import type { AcknowledgementView } from '../../contract/acknowledgements.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk, type SampleFacts } from '../ingest/fake-desk.ts';
import { createAvailabilitySwitch } from '../settings/availability-switch.ts';
import { createAcknowledgements, type Acknowledgements } from './acknowledgements.ts';

/** Tuesday 12 May, 10:00, and 8 working hours of 7.5 a day: Wednesday 10:30. */
const STATED = Date.parse('2026-05-13T08:30:00Z');

let desk: FakeDesk;
let room: Acknowledgements;
let heard: number;
let isCatchingUp: boolean;
let letBe: number[];

beforeEach(() => {
  desk = createFakeDesk();
  isCatchingUp = false;
  letBe = [];
  heard = 0;
  room = openRoom();
  room.start();
});

function openRoom(): Acknowledgements {
  const { store, ports, settings, ingest, settle, events } = desk;
  return createAcknowledgements({
    store,
    ports,
    settings,
    ingest,
    settle,
    emit: (event) => void events.push(event),
    background: () => {},
    look: () => {},
    letBe: (id) => void letBe.push(id),
    isCatchingUp: () => isCatchingUp,
  });
}

/** The room hears what the desk told, and does what there is to do. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    while (heard < desk.events.length) {
      const event = desk.events[heard];
      heard += 1;
      if (event !== undefined) room.hear(event);
    }
    await desk.ports.pass(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
async function turn(how: CommandArgs<'acknowledgements.switch'>): Promise<void> {
  await room.handlers['acknowledgements.switch'](how);
}
async function live(): Promise<void> {
  await turn({ to: 'on' });
  await turn({ to: 'live', hasRead: true });
}
type Letter = Partial<ParsedMail> & SampleFacts;
const fromPerson = (mail: Letter = {}): Letter => {
  const from = mail.from?.[0] ?? CUSTOMER;
  return { ...mail, headers: { 'return-path': [`<${from.address}>`], ...mail.headers } };
};
async function receive(mail: Letter = {}): Promise<number> {
  const row = desk.receive(fromPerson(mail));
  await rest();
  return row;
}
const somebody = (name: string): Letter => ({ from: [{ name, address: `${name}@klant.be` }] });
const listed = async (): Promise<readonly AcknowledgementView[]> => {
  const answer = await room.handlers['acknowledgements.list']({ limit: 500 });
  return answer.ok ? answer.value.items : [];
};
const mode = async (): Promise<string> => {
  const answer = await room.handlers['acknowledgements.list']({ limit: 1 });
  return answer.ok ? answer.value.mode.kind : '';
};
const queued = () => desk.store.deliveries.inState('queued');
const refusals = async () => (await listed()).map(({ refusal }) => refusal);

describe('switched on', () => {
  it('is off at first: nothing leaves and nothing is listed', async () => {
    await receive();
    expect(await mode()).toBe('off');
    expect([queued(), await listed()]).toEqual([[], []]);
  });

  it('a week long only lists what it would have sent', async () => {
    await turn({ to: 'on' });
    await receive();
    expect(queued()).toEqual([]);
    expect(await listed()).toMatchObject([
      { outcome: 'dry-run', who: 'Jan Peeters', statedAt: STATED, delivery: null },
    ]);
    expect((await listed())[0]?.text).toContain('uiterlijk woensdag 13 mei om 10.30 uur');
    await desk.ports.pass(7 * DAY_MS);
    expect(await mode()).toBe('on');
  });

  it('ends its rehearsal early when the owner says so, and sends nothing of what came before', async () => {
    await turn({ to: 'on' });
    await receive(somebody('an'));
    await turn({ to: 'live', hasRead: true });
    room = openRoom();
    room.start();
    await rest();
    expect(queued()).toEqual([]);
    await receive(somebody('an'));
    expect(queued()).toHaveLength(1);
  });

  it('does not go live by a yes that nobody was asked for', async () => {
    await turn({ to: 'live', hasRead: true });
    expect(await mode()).toBe('off');
  });
});

describe('live', () => {
  beforeEach(live);

  it('answers the customer, from the address he wrote to, as a machine does', async () => {
    const row = await receive({ messageId: 'vraag@peeters.be', references: ['eerder@peeters.be'] });
    const [delivery] = queued();
    const raw = Buffer.from(desk.store.deliveries.raw(delivery?.id ?? 0) ?? []).toString();
    expect(delivery).toMatchObject({
      recipients: ['jan@peeters.be'],
      sender: OWNER.address,
      leavesAt: TUESDAY_TEN,
      undoUntil: null,
      conversation: desk.conversationOf(row),
    });
    expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
    expect(raw).toMatch(/^Precedence: auto_reply\r$/m);
    expect(raw).toMatch(/^In-Reply-To: <vraag@peeters.be>\r$/m);
    expect(raw).toMatch(/^Subject: Automatisch antwoord: Vraag over een fiets\r$/m);
    expect(raw).not.toContain('blauwe fiets');
  });

  it('makes the moment it named the reply-by, to the instant, and does not stop the clock', async () => {
    await desk.ports.pass(20 * MINUTE_MS);
    const row = await receive({ at: TUESDAY_TEN + 10 * MINUTE_MS });
    expect(desk.item(row)).toMatchObject({
      turn: 'ours',
      // The target is 10:40; nobody says that.
      replyBy: STATED + 30 * MINUTE_MS,
      replyByFrom: 'acknowledgement',
      waitingSince: TUESDAY_TEN + 10 * MINUTE_MS,
      preview: 'Is de blauwe fiets nog te koop?',
    });
    expect((await listed())[0]).toMatchObject({ statedAt: STATED + 30 * MINUTE_MS, delivery: 'queued' });
  });

  it('keeps to what it said when the office hours change afterwards', async () => {
    const row = await receive();
    const { officeHours } = desk.settings.get();
    desk.settings.set({ officeHours: { ...officeHours, week: { ...officeHours.week, wed: [] } } });
    desk.settle([desk.conversationOf(row)]);
    expect(desk.item(row).replyBy).toBe(STATED);
  });

  it('promised nothing when it could not leave', async () => {
    await desk.ports.pass(10 * MINUTE_MS);
    const row = await receive();
    const [delivery] = queued();
    if (delivery !== undefined) desk.store.deliveries.change(delivery, { state: 'failed', nextAttemptAt: null });
    desk.settle([desk.conversationOf(row)]);
    expect(desk.item(row)).toMatchObject({ replyByFrom: 'target', replyBy: STATED + 10 * MINUTE_MS });
  });

  it('writes to one person once a day, whatever the subject and whatever he puts behind a plus', async () => {
    await receive();
    await receive({ subject: 'Nog iets' });
    await receive({ subject: 'En dit', from: [{ name: 'Jan', address: 'Jan+2@peeters.be' }] });
    expect(queued()).toHaveLength(1);
    expect((await refusals()).slice(0, 2)).toEqual(['person-today', 'person-today']);
    await desk.ports.pass(DAY_MS + MINUTE_MS);
    await receive({ subject: 'De volgende dag' });
    expect(queued()).toHaveLength(2);
  });

  it('a copy in Sent of another desk counts as one', async () => {
    const row = desk.receive(fromPerson({ at: TUESDAY_TEN - MINUTE_MS, messageId: 'eerst@peeters.be' }));
    desk.sentElsewhere({ kind: 'auto-reply', references: ['eerst@peeters.be'], at: TUESDAY_TEN });
    await rest();
    expect(desk.item(row).turn).toBe('ours');
    await receive({ subject: 'Nog iets' });
    expect(queued()).toEqual([]);
    expect(await refusals()).toEqual(['person-today']);
  });

  it('stops at the ceiling, says so, and goes on when the owner says', async () => {
    desk.settings.set({ acknowledgements: { perHour: 3, texts: {} } });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await receive(somebody(name));
    expect(queued()).toHaveLength(3);
    expect(await mode()).toBe('stopped');
    expect((await refusals()).slice(0, 2)).toEqual(['ceiling', 'ceiling']);
    expect(desk.events).toContainEqual({
      kind: 'trouble',
      error: expect.objectContaining({ code: 'acknowledgements-stopped', values: { count: '3' } }),
    });
    await desk.ports.pass(2 * HOUR_MS);
    await receive(somebody('f'));
    expect(queued()).toHaveLength(3);
    await turn({ to: 'resume' });
    await receive(somebody('g'));
    expect(queued()).toHaveLength(4);
  });

  it('tells who joins the conversation the moment that it told the others', async () => {
    await desk.ports.pass(20 * MINUTE_MS);
    const row = await receive({ messageId: 'vraag@peeters.be' });
    await desk.ports.pass(5 * HOUR_MS);
    await receive({ ...somebody('an'), references: ['vraag@peeters.be'] });
    const [second, first] = await listed();
    expect(second).toMatchObject({ outcome: 'sent', who: 'an', statedAt: first?.statedAt });
    expect(desk.item(row).replyBy).toBe(first?.statedAt);
  });

  it('goes with the conversation into another, and with the person when he is erased', async () => {
    const row = await receive();
    const other = desk.receive(fromPerson({ ...somebody('an'), subject: 'Iets anders' }));
    await rest();
    const kept = desk.conversationOf(other);
    desk.store.conversations.merge(kept, desk.conversationOf(row));
    expect((await listed()).map(({ conversation }) => conversation)).toEqual([kept, kept]);
    desk.store.erasures.forgetAddress('jan@peeters.be');
    expect((await listed()).map(({ who }) => who)).toEqual(['an']);
  });

  it('is taken back where the owner answers first, and no draft is made of it', async () => {
    const row = await receive();
    desk.sentElsewhere({ references: ['m1@example'], at: TUESDAY_TEN + MINUTE_MS });
    await rest();
    expect(queued()).toEqual([]);
    expect(await listed()).toMatchObject([{ outcome: 'sent', delivery: 'taken-back' }]);
    expect(desk.item(row)).toMatchObject({ turn: 'theirs', messages: 2 });
    expect(desk.store.drafts.get(desk.conversationOf(row))).toBeNull();
  });

  it('waits until it is known what happened meanwhile', async () => {
    isCatchingUp = true;
    await receive({ messageId: 'vraag@peeters.be' });
    desk.sentElsewhere({ references: ['vraag@peeters.be'], at: TUESDAY_TEN + 1 });
    await rest();
    expect(await listed()).toEqual([]);
    isCatchingUp = false;
    await desk.ports.pass(10_000);
    await rest();
    expect(await refusals()).toEqual(['answered']);
  });

  it('lets be what may or may not have left: no question, and no second one', async () => {
    await receive();
    const [delivery] = queued();
    if (delivery === undefined) throw new Error('nothing was queued');
    desk.store.deliveries.change(delivery, { state: 'unknown', nextAttemptAt: null, bodyStarted: true });
    desk.events.push({ kind: 'delivery-changed', delivery: { ...deliveryOf(delivery.id), state: 'unknown' } });
    await rest();
    expect(letBe).toEqual([delivery.id]);
  });

  it('says nothing about what was sent before it was switched on, or lay there too long', async () => {
    await desk.ports.pass(3 * HOUR_MS);
    await receive({ at: TUESDAY_TEN - 1 });
    expect(await listed()).toEqual([]);
    await receive({ ...somebody('laat'), at: TUESDAY_TEN + MINUTE_MS });
    expect(await refusals()).toEqual(['too-old']);
  });

  it('finds after a crash what was stored and not decided about, and decides once', async () => {
    desk.receive(fromPerson());
    room = openRoom();
    room.start();
    await rest();
    room = openRoom();
    room.start();
    await rest();
    expect(queued()).toHaveLength(1);
  });

  it('when it breaks between the letter and the note of it, neither is there', async () => {
    const { acknowledgements } = desk.store;
    const broken = {
      ...desk.store,
      acknowledgements: {
        ...acknowledgements,
        add: () => {
          throw new Error('disk');
        },
      },
    };
    const { ports, settings, ingest, settle, events } = desk;
    const emit = (event: (typeof events)[number]) => void events.push(event);
    room = createAcknowledgements({
      store: broken,
      ports,
      settings,
      ingest,
      settle,
      emit,
      background: () => {},
      look: () => {},
      letBe: () => {},
      isCatchingUp: () => false,
    });
    room.start();
    const row = await receive();
    expect([queued(), desk.item(row).messages]).toEqual([[], 1]);
    room = openRoom();
    room.start();
    await rest();
    expect(queued()).toHaveLength(1);
  });
});

const deliveryOf = (id: number) => ({
  id,
  conversation: 1,
  account: 'a1',
  messageId: '',
  to: [],
  subject: '',
  state: 'queued' as const,
  leavesAt: 0,
  undoUntil: null,
  attempts: 1,
  nextAttemptAt: null,
  error: null,
  refused: [],
  filed: 'pending' as const,
});

it('an answer that waits in the outbox at the start is taken back too', async () => {
  await live();
  await receive();
  room = openRoom();
  room.start();
  desk.sentElsewhere({ references: ['m1@example'], at: TUESDAY_TEN + MINUTE_MS });
  await rest();
  expect(queued()).toEqual([]);
});

describe('not for', () => {
  beforeEach(live);
  it.each<[string, Letter, string]>([
    ['a newsletter', { kind: 'newsletter' }, 'machine'],
    ['an answering machine', { headers: { 'auto-submitted': ['auto-replied'] } }, 'automatic'],
    ['a bounce', { kind: 'bounce', headers: { 'return-path': ['<>'] } }, 'machine'],
    ['our own address', { from: [OWNER], flags: [] }, 'own-address'],
    ['a blind copy', { to: [{ name: '', address: 'leden@club.be' }] }, 'not-to-us'],
    ['"bedankt!"', { text: 'Bedankt!' }, 'needs-no-answer'],
    [
      'a form that nobody vouches for',
      { from: [{ name: 'Site', address: 'wordpress@site.be' }], replyTo: [CUSTOMER] },
      'other',
    ],
  ])('%s', async (_, mail, refusal) => {
    const row = desk.receive({ ...mail, headers: { 'return-path': ['<jan@peeters.be>'], ...mail.headers } });
    await rest();
    expect(queued()).toEqual([]);
    // Mail from ourselves is ours, and asks nothing.
    const isIncoming = desk.store.messages.get(row)?.direction === 'in';
    expect(await refusals()).toEqual(isIncoming ? [refusal === 'other' ? 'other-return-path' : refusal] : []);
  });
  it('an account that is paused', async () => {
    const account = desk.store.accounts.list()[0];
    if (account !== undefined) desk.store.accounts.update({ ...account, isPaused: true });
    await receive();
    expect(await refusals()).toEqual(['account-off']);
  });
  it('a question for which the owner chose the moment himself, or that is late already', async () => {
    const chosen = desk.receive(fromPerson({ at: TUESDAY_TEN - DAY_MS, messageId: 'eerst@peeters.be' }));
    const conversation = desk.conversationOf(chosen);
    const decisions = desk.store.conversations.get(conversation)?.decisions;
    if (decisions === undefined) throw new Error('no conversation');
    desk.store.conversations.decide(conversation, { ...decisions, replyByHand: TUESDAY_TEN + DAY_MS });
    desk.settle([conversation]);
    await receive({ references: ['eerst@peeters.be'] });
    desk.receive({ ...fromPerson(somebody('laat')), at: TUESDAY_TEN - 5 * DAY_MS, messageId: 'lang@klant.be' });
    await receive({ ...somebody('laat'), references: ['lang@klant.be'] });
    expect(await refusals()).toEqual(['no-moment', 'moment-set']);
    expect(queued()).toEqual([]);
  });
});

describe('the words follow the switch of availability', () => {
  beforeEach(live);
  const say = (wish: 'closed' | 'away', until: number | null = null) =>
    createAvailabilitySwitch({ settings: desk.settings, clock: desk.ports.clock })['availability.set']({ wish, until });
  it('closed', async () => {
    say('closed');
    await receive();
    expect((await listed())[0]).toMatchObject({
      situation: 'closed',
      text: expect.stringContaining('zijn we gesloten'),
    });
  });
  it('away, also to somebody who is in conversation with us', async () => {
    desk.receive(fromPerson({ at: TUESDAY_TEN - DAY_MS, messageId: 'eerst@peeters.be' }));
    desk.sentElsewhere({ references: ['eerst@peeters.be'], at: TUESDAY_TEN - DAY_MS + 1 });
    await rest();
    await receive({ references: ['eerst@peeters.be'], ...somebody('jan'), subject: 'Re: Vraag over een fiets' });
    expect((await refusals())[0]).toBe('in-conversation');
    await desk.ports.pass(1);
    say('away', Date.parse('2026-05-20T07:00:00Z'));
    await receive({ references: ['eerst@peeters.be'], ...somebody('jan'), text: 'En kan hij morgen geleverd worden?' });
    expect((await listed())[0]).toMatchObject({
      situation: 'away',
      text: expect.stringContaining('Ik ben afwezig tot woensdag 20 mei.'),
    });
  });
});

it('sends the owner a trial of his own words', async () => {
  const sent = await room.handlers['acknowledgements.sendTest']({
    channel: 'email',
    situation: 'away',
    language: 'fr',
  });
  expect(sent).toMatchObject({
    ok: true,
    value: { to: [OWNER.address], subject: 'Réponse automatique: Question sur une commande' },
  });
  desk.settings.set({ acknowledgements: { perHour: 20, texts: { email: { open: { nl: 'Bel {{mijn.telefoon}}' } } } } });
  const wrong = await room.handlers['acknowledgements.sendTest']({
    channel: 'email',
    situation: 'open',
    language: 'nl',
  });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'field-without-value' } });
});
