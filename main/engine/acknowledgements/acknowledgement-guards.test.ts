// Who gets none, and which words the others get: the guards with a whole desk behind them.
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../domain/instant.ts';
import { CUSTOMER, OWNER, sampleMail, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { createAvailabilitySwitch } from '../settings/availability-switch.ts';
import { createFakeRoom, fromPerson, somebody, type FakeRoom, type Letter } from './fake-room.ts';

let fake: FakeRoom;
beforeEach(() => {
  fake = createFakeRoom();
});

describe('not for', () => {
  beforeEach(() => fake.live());
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
    const row = fake.desk.receive({ ...mail, headers: { 'return-path': ['<jan@peeters.be>'], ...mail.headers } });
    await fake.rest();
    expect(fake.queued()).toEqual([]);
    // Mail from ourselves is ours, and asks nothing.
    const isIncoming = fake.desk.store.messages.get(row)?.direction === 'in';
    expect(await fake.refusals()).toEqual(isIncoming ? [refusal === 'other' ? 'other-return-path' : refusal] : []);
  });
  it('an account that is paused', async () => {
    const account = fake.desk.store.accounts.list()[0];
    if (account !== undefined) fake.desk.store.accounts.update({ ...account, isPaused: true });
    await fake.receive();
    expect(await fake.refusals()).toEqual(['account-off']);
  });
  it('a question for which the owner chose the moment himself, or that is late already', async () => {
    const chosen = fake.desk.receive(fromPerson({ at: TUESDAY_TEN - DAY_MS, messageId: 'eerst@peeters.be' }));
    const conversation = fake.desk.conversationOf(chosen);
    const decisions = fake.desk.store.conversations.get(conversation)?.decisions;
    if (decisions === undefined) throw new Error('no conversation');
    fake.desk.store.conversations.decide(conversation, { ...decisions, replyByHand: TUESDAY_TEN + DAY_MS });
    fake.desk.settle([conversation]);
    await fake.receive({ references: ['eerst@peeters.be'] });
    fake.desk.receive({ ...fromPerson(somebody('laat')), at: TUESDAY_TEN - 5 * DAY_MS, messageId: 'lang@klant.be' });
    await fake.receive({ ...somebody('laat'), references: ['lang@klant.be'] });
    expect(await fake.refusals()).toEqual(['no-moment', 'moment-set']);
    expect(fake.queued()).toEqual([]);
  });
});

describe('a form', () => {
  beforeEach(() => fake.live());
  const throughForm = async (standing: 'accepted' | 'by-owner'): Promise<void> => {
    const form = { name: 'Website', address: 'wordpress@fietsenmertens.be' };
    const [account] = fake.desk.store.accounts.list();
    const { rows } = fake.desk.ingest([
      {
        account: account?.id ?? '',
        channel: 'webform',
        direction: 'in',
        at: TUESDAY_TEN,
        size: 900,
        mail: sampleMail({ messageId: 'form@site', from: [form], replyTo: [CUSTOMER] }),
        place: { mailboxId: fake.desk.inbox, uid: 77, flags: [] },
      },
    ]);
    fake.desk.store.sources.set(rows[0] ?? 0, { source: 'form', standing, thread: null });
    await fake.rest();
  };
  it('that our own server vouches for is acknowledged to the visitor, in its own words', async () => {
    await throughForm('accepted');
    expect(fake.queued()).toMatchObject([{ recipients: [CUSTOMER.address] }]);
    expect((await fake.listed())[0]?.text).toContain('via onze website');
  });
  it('that only the owner vouches for is not: anybody could write as it', async () => {
    await throughForm('by-owner');
    expect([fake.queued(), await fake.refusals()]).toEqual([[], ['not-authenticated']]);
  });
});

describe('the words follow the switch of availability', () => {
  beforeEach(() => fake.live());
  const say = (wish: 'closed' | 'away', until: number | null = null) =>
    createAvailabilitySwitch({ settings: fake.desk.settings, clock: fake.desk.ports.clock })['availability.set']({
      wish,
      until,
    });
  it('closed', async () => {
    say('closed');
    await fake.receive();
    expect((await fake.listed())[0]).toMatchObject({
      situation: 'closed',
      text: expect.stringContaining('zijn we gesloten'),
    });
  });
  it('away, also to somebody who is in conversation with us', async () => {
    fake.desk.receive(fromPerson({ at: TUESDAY_TEN - DAY_MS, messageId: 'eerst@peeters.be' }));
    fake.desk.sentElsewhere({ references: ['eerst@peeters.be'], at: TUESDAY_TEN - DAY_MS + 1 });
    await fake.rest();
    await fake.receive({ references: ['eerst@peeters.be'], ...somebody('jan'), subject: 'Re: Vraag over een fiets' });
    expect((await fake.refusals())[0]).toBe('in-conversation');
    await fake.desk.ports.pass(1);
    say('away', Date.parse('2026-05-20T07:00:00Z'));
    await fake.receive({
      references: ['eerst@peeters.be'],
      ...somebody('jan'),
      text: 'En kan hij morgen geleverd worden?',
    });
    expect((await fake.listed())[0]).toMatchObject({
      situation: 'away',
      text: expect.stringContaining('Ik ben afwezig tot woensdag 20 mei.'),
    });
  });
});
