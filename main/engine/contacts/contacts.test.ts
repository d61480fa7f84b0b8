import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs, CommandName, CommandValue } from '../../contract/commands.ts';
import type { ContactsBefore } from '../../contract/contacts.ts';
import { isBlank } from '../../domain/contact/card.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import { cannedFacts } from '../host/canned-facts.ts';
import { knownPeople } from '../hand-entered/known-people.ts';
import { createHandEntered } from '../hand-entered/hand-entered.ts';
import { createNotePromises } from '../commitments/note-promises.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createCardWords } from './card-words.ts';
import { createContacts, type Contacts } from './contacts.ts';

let desk: FakeDesk;
let contacts: Contacts;
beforeEach(() => {
  desk = createFakeDesk();
  contacts = createContacts({
    ...desk,
    ...desk.ports,
    emit: (event) => {
      desk.events.push(event);
      contacts.hear(event);
    },
    cards: createCardWords(desk.store),
    home: () => 'BE',
    language: () => 'nl',
  });
});

type Answered = Extract<CommandName, keyof Contacts['handlers']>;
const ask = async <Name extends Answered>(name: Name, args: CommandArgs<Name>): Promise<CommandValue<Name>> => {
  const handler = contacts.handlers[name] as (args: CommandArgs<Name>) => unknown;
  const answer = (await handler(args)) as
    | { ok: true; value: CommandValue<Name> }
    | { ok: false; error: { code: string } };
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const card = (address: string) => ask('contact.card', { address });
const restore = (before: ContactsBefore) => ask('contact.restore', { before });
const say = (address: string, changes: CommandArgs<'contact.change'>['changes']) =>
  ask('contact.change', { address, changes });

const MIA = { name: 'Mia Claes', address: 'mia@claes.be' };
const OTHER = { name: 'Jan Peeters', address: 'j.peeters@gmail.com' };
/** The owner writes down who called. */
const called = (who: string, phone: string, customer: string | null = null): void => {
  const { handlers } = createHandEntered({
    ...desk,
    ...desk.ports,
    notePromises: createNotePromises({ ...desk, ...desk.ports }),
    emit: (event) => contacts.hear(event),
    language: () => 'nl',
    ownName: () => 'Wij',
    home: () => 'BE',
  });
  const noted = handlers['note.add']({ who, phone, customer, channel: 'phone', text: 'Belde over de poort' });
  if (!(noted as { ok: boolean }).ok) throw new Error('not noted');
};

describe('the card of a customer', () => {
  it('tells what was between him and us: conversations, waits, promises', async () => {
    const asked = desk.receive({ at: TUESDAY_TEN - 26 * HOUR_MS, messageId: 'vraag@x' });
    const answered = desk.sentElsewhere({
      at: TUESDAY_TEN - 24 * HOUR_MS,
      inReplyTo: ['vraag@x'],
      references: ['vraag@x'],
      messageId: 'antwoord@x',
      text: 'Vrijdag laat ik u iets weten.',
    });
    expect(desk.conversationOf(answered)).toBe(desk.conversationOf(asked));
    desk.receive({
      at: TUESDAY_TEN - 22 * HOUR_MS,
      inReplyTo: ['antwoord@x'],
      references: ['antwoord@x'],
      subject: 'Re: Vraag',
    });
    desk.receive({ subject: 'Iets anders' });
    expect(await card('JAN@peeters.be')).toMatchObject({
      address: CUSTOMER.address,
      id: null,
      name: '',
      letters: { name: CUSTOMER.name, company: 'Peeters' },
      conversations: 2,
      history: [{ subject: 'Iets anders' }, { subject: 'Vraag over een fiets' }],
      // Asked at 8:00, and the shop opens at 9:00.
      waits: { minutes: 60, answers: 1, theirMinutes: 120, theirAnswers: 1 },
      handles: [{ shown: CUSTOMER.address, kind: 'email', isKept: true }],
    });
    await expect(card('niemand@x.be')).rejects.toThrow('not-found');
  });
  it('keeps what the owner says, under any of his addresses, and each word can be taken back', async () => {
    desk.receive({});
    const unsaid = await say(CUSTOMER.address, { name: 'Jan van den Berg', tags: ['aannemer'], note: 'Belt liever.' });
    const longer = await say(CUSTOMER.address, { handles: [CUSTOMER.address, '0471 12 34 56'] });
    expect(await card('0471123456')).toMatchObject({
      name: 'Jan van den Berg',
      tags: ['aannemer'],
      note: 'Belt liever.',
    });
    expect(await ask('contact.tags', {})).toEqual(['aannemer']);
    await restore(longer);
    await expect(card('0471123456')).rejects.toThrow('not-found');
    await restore(unsaid);
    expect(await card(CUSTOMER.address)).toMatchObject({ id: null, name: '', note: '' });
    expect(desk.store.contacts.all()).toEqual([]);
  });
  it('lets whoever bears a label go first, once the owner says so of the label', async () => {
    const row = desk.receive({});
    const points = (): number | undefined => desk.item(row).factors.find(({ name }) => name === 'tag')?.points;
    await say(CUSTOMER.address, { tags: ['Aannemer'] });
    expect(points()).toBeUndefined();
    await ask('contact.tagFirst', { tag: 'aannemer', isFirst: true });
    expect(desk.item(row).factors).toContainEqual({
      name: 'tag',
      points: 20,
      because: { kind: 'words', words: 'Aannemer' },
    });
    await ask('contact.tagFirst', { tag: 'Aannemer', isFirst: false });
    expect(points()).toBeUndefined();
  });
  it('takes no address that is another’s, or none, or the owner’s own', async () => {
    desk.receive({});
    await ask('contact.add', { name: 'Mia', company: '', handles: [MIA.address] });
    const asHisToo = (handle: string) => say(CUSTOMER.address, { handles: [CUSTOMER.address, handle] });
    await expect(asHisToo(MIA.address)).rejects.toThrow('contact-taken');
    await expect(asHisToo('06 12')).rejects.toThrow('contact-not-understood');
    await expect(asHisToo(OWNER.address)).rejects.toThrow('invalid-argument');
  });
  it('goes before his letters where he is greeted, named and written to', async () => {
    const row = desk.receive({ from: [{ name: 'jp', address: CUSTOMER.address }] });
    await say(CUSTOMER.address, { name: 'Mevr. An Peeters', company: 'Peeters Dakwerken', language: 'fr' });
    expect(desk.item(row).who).toBe('Mevr. An Peeters');
    expect(cannedFacts(desk.store, desk.conversationOf(row))).toMatchObject({
      language: 'fr',
      contact: { name: 'Mevr. An Peeters', company: 'Peeters Dakwerken' },
    });
    expect(await ask('contact.complete', { text: 'an pee', limit: 3 })).toMatchObject([
      { name: 'Mevr. An Peeters', isKnownPerson: true },
    ]);
  });
});

describe('one person with two addresses', () => {
  it('is proposed with the reason, and not again once the owner denies it', async () => {
    desk.receive({ text: 'Dag,\n\nIs hij er nog?\n\n-- \nJan Peeters\nTel. 0471 12 34 56' });
    called('Jan', '0471/12.34.56');
    desk.receive({ from: [MIA] });
    const proposed = await ask('contact.suggestions', { address: CUSTOMER.address });
    expect(proposed).toEqual([
      { address: 'tel:+32471123456', shown: '+32 471 12 34 56', name: 'Jan', reason: 'same-number' },
    ]);
    const before = await ask('contact.refuse', { address: CUSTOMER.address, other: 'tel:+32471123456' });
    expect(await ask('contact.suggestions', { address: CUSTOMER.address })).toEqual([]);
    expect(await ask('contact.suggestions', { address: 'tel:+32471123456' })).toEqual([]);
    await restore(before);
    expect(await ask('contact.suggestions', { address: CUSTOMER.address })).toHaveLength(1);
  });
  it('has one history, counts as known, and matters by each of them', async () => {
    desk.receive({ at: TUESDAY_TEN - HOUR_MS });
    const merge = (): Promise<ContactsBefore> =>
      ask('contact.merge', { address: CUSTOMER.address, other: OTHER.address });
    await merge();
    desk.store.contacts.setVip(CUSTOMER.address, false);
    const second = desk.receive({ from: [OTHER], subject: 'Van thuis' });
    expect(await card(OTHER.address)).toMatchObject({
      conversations: 2,
      handles: [{}, {}],
      merges: [{ names: [CUSTOMER.address, OTHER.address] }],
    });
    expect(desk.item(second).factors.map(({ name }) => name)).toContain('known-customer');
    called('Jan', '0471 12 34 56', CUSTOMER.address);
    expect((await card(OTHER.address)).handles.map(({ shown }) => shown)).toContain('+32 471 12 34 56');
  });
  it('is taken apart as it was, also later, and that too can be taken back', async () => {
    desk.receive({});
    desk.receive({ from: [OTHER] });
    await say(CUSTOMER.address, { note: 'Belt liever.', tags: ['vast'] });
    desk.store.contacts.setVip(OTHER.address, true);
    await ask('contact.merge', { address: CUSTOMER.address, other: OTHER.address });
    expect([CUSTOMER, OTHER].map(({ address }) => desk.store.contacts.isVip(address))).toEqual([true, true]);
    await say(OTHER.address, { note: 'Belt liever.\nKomt dinsdag.' });
    const [merged] = (await card(OTHER.address)).merges;
    const whole = await card(CUSTOMER.address);
    const together = await ask('contact.split', { merge: merged?.id ?? 0 });
    expect(await card(CUSTOMER.address)).toMatchObject({
      note: 'Belt liever.\nKomt dinsdag.',
      tags: ['vast'],
      isVip: false,
    });
    expect(await card(OTHER.address)).toMatchObject({ id: null, isVip: true, merges: [] });
    await restore(together);
    expect(await card(CUSTOMER.address)).toEqual(whole);
  });
  it('of three, the last that was joined comes apart first', async () => {
    for (const from of [CUSTOMER, OTHER, MIA]) desk.receive({ from: [from] });
    await ask('contact.merge', { address: CUSTOMER.address, other: OTHER.address });
    await ask('contact.merge', { address: CUSTOMER.address, other: MIA.address });
    const [last, first] = (await card(MIA.address)).merges;
    await expect(ask('contact.split', { merge: first?.id ?? 0 })).rejects.toThrow('not-possible-now');
    await ask('contact.split', { merge: last?.id ?? 0 });
    await ask('contact.split', { merge: first?.id ?? 0 });
    expect(desk.store.contacts.all()).toEqual([]);
    expect((await card(CUSTOMER.address)).merges).toEqual([]);
  });
});

describe('the list of people', () => {
  const names = async (text = '', tag = ''): Promise<readonly string[]> =>
    (await ask('contact.list', { text, tag, offset: 0, limit: 50 })).rows.map(({ name }) => name);
  it('holds everybody once, by last name, whoever has no name last', async () => {
    desk.receive({ from: [MIA] });
    desk.receive({});
    desk.receive({ from: [OTHER] });
    called('', '0471 12 34 56');
    await ask('contact.add', { name: 'Zeno', company: 'Zeno BV', handles: [] });
    await ask('contact.merge', { address: CUSTOMER.address, other: OTHER.address });
    expect(await names()).toEqual(['Mia Claes', 'Jan Peeters', 'Zeno', '+32 471 12 34 56']);
    expect(await names('471 12')).toEqual([]);
    expect(await names('0471')).toEqual([]);
    expect(await names('claes')).toEqual(['Mia Claes']);
    expect(await names('zeno bv')).toEqual(['Zeno']);
    expect(await names('j.pee')).toEqual(['Jan Peeters']);
  });
  it('is asked whom the owner means when he writes something down', async () => {
    desk.receive({});
    await ask('contact.add', { name: 'Zeno Daems', company: '', handles: ['0471 12 34 56'] });
    await say(CUSTOMER.address, { name: 'Jan van hiernaast' });
    const meant = (text: string) =>
      knownPeople(desk.store, contacts.find, text).map(({ name, shown }) => `${name} ${shown}`);
    expect(meant('zeno')).toEqual(['Zeno Daems +32 471 12 34 56']);
    expect(meant('hiernaast')).toEqual(['Jan van hiernaast jan@peeters.be']);
    expect(meant('peeters')).toEqual(['Jan van hiernaast jan@peeters.be']);
  });
  it('is kept to a tag', async () => {
    desk.receive({ from: [MIA] });
    desk.receive({});
    await say(MIA.address, { tags: ['Leverancier'] });
    expect(await names('', 'leverancier')).toEqual(['Mia Claes']);
  });
  it('forgets what was only said, not who wrote', async () => {
    desk.receive({ from: [MIA] });
    await say(MIA.address, { name: 'Mia' });
    const { before } = await ask('contact.add', { name: 'Zeno', company: '', handles: ['zeno@x.be'] });
    await ask('contact.remove', { address: MIA.address });
    await restore(before);
    expect(await names()).toEqual(['Mia Claes']);
  });
});

it('a file of cards is told about first, then taken in once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-cards-'));
  const path = join(folder, 'mensen.vcf');
  desk.receive({});
  writeFileSync(
    path,
    Buffer.from('BEGIN:VCARD\r\nFN:Jos\xe9e\r\nEMAIL:jan@peeters.be\r\nTEL:0471123456\r\nEND:VCARD\r\n', 'latin1'),
  );
  try {
    expect(await ask('contact.import', { path, isRehearsal: true })).toMatchObject({
      cards: 1,
      added: 1,
      examples: ['Josée'],
    });
    expect(desk.store.contacts.all()).toEqual([]);
    await ask('contact.import', { path, isRehearsal: false });
    expect(await ask('contact.import', { path, isRehearsal: false })).toMatchObject({ added: 0, known: 1 });
    expect(await card('0471 12 34 56')).toMatchObject({ name: 'Josée', conversations: 1 });
    expect(await ask('contact.vcards', { address: null })).toContain('TEL;VALUE=uri:tel:+32471123456');
    writeFileSync(path, 'geen kaarten');
    await expect(ask('contact.import', { path, isRehearsal: false })).rejects.toThrow('no-cards-in-file');
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(desk.store.contacts.all().some(isBlank)).toBe(false);
});
