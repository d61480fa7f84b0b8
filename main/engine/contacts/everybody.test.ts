import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyCard, type Card } from '../../domain/contact/card.ts';
import type { HomeCountry } from '../../domain/contact/phone-number.ts';
import type { Result } from '../../contract/errors.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createCardWords } from './card-words.ts';
import { createContacts, type Contacts } from './contacts.ts';

let desk: FakeDesk;
let contacts: Contacts;
let home: HomeCountry;
beforeEach(() => {
  desk = createFakeDesk();
  home = 'NL';
  contacts = createContacts({
    ...desk,
    ...desk.ports,
    emit: (event) => contacts.hear(event),
    cards: createCardWords(desk.store),
    home: () => home,
    language: () => 'nl',
  });
});

const valueOf = async <T>(answer: Result<T> | Promise<Result<T>>): Promise<T> => {
  const given = await answer;
  if (!given.ok) throw new Error(given.error.code);
  return given.value;
};
const wrote = (name: string, address: string): number =>
  desk.conversationOf(desk.receive({ from: [{ name, address }], subject: name, messageId: `${address}@x` }));
const keep = (card: Partial<Card> & Pick<Card, 'handles'>): void => {
  const stored = { ...emptyCard(''), ...card, id: null, createdAt: TUESDAY_TEN, changedAt: TUESDAY_TEN };
  desk.store.contacts.save(stored);
};
const listed = async () => valueOf(contacts.handlers['contact.list']({ text: '', tag: '', offset: 0, limit: 200 }));
const names = async () => (await listed()).rows.map(({ name }) => name);
const pairs = async () =>
  (await valueOf(contacts.handlers['contact.duplicates']({ limit: 9 }))).pairs.map(
    ({ one, other, reason }) => [one.shown, other.shown, reason] as const,
  );

describe('the list of everybody', () => {
  it('stands by last name, as it is done where the owner lives', async () => {
    wrote('Jan van den Berg', 'jan@x.be');
    wrote('Wim Visser', 'wim@x.be');
    wrote('Els Claes', 'els@x.be');
    wrote('', 'tel:+32479123456');
    expect(await names()).toEqual(['Jan van den Berg', 'Els Claes', 'Wim Visser', '+32 479 12 34 56']);
    home = 'BE';
    contacts.hear({ kind: 'settings-changed' });
    expect(await names()).toEqual(['Els Claes', 'Jan van den Berg', 'Wim Visser', '+32 479 12 34 56']);
  });
  it('holds whom the owner marked, also when no letter of his is left, until he takes that back', async () => {
    const id = wrote('Els Claes', 'els@x.be');
    for (const { id: message } of desk.store.messages.ofConversation(id))
      desk.store.erasures.eraseMessage(message, () => 'k');
    desk.store.contacts.setVip('els@x.be', true);
    desk.store.conversations.remove(id);
    contacts.forget();
    expect((await listed()).rows).toMatchObject([{ address: 'els@x.be', isVip: true, conversations: 0 }]);
    expect(await valueOf(contacts.handlers['contact.card']({ address: 'els@x.be' }))).toMatchObject({ isVip: true });
    desk.store.contacts.setVip('els@x.be', false);
    contacts.forget();
    expect(await names()).toEqual([]);
  });
});

describe('who may be one person', () => {
  it('is told of everybody, the surest first, and no more once the owner said what is so', async () => {
    wrote('Jan Peeters', 'jan.peeters@gmail.com');
    wrote('J. P.', 'janpeeters+werk@gmail.com');
    wrote('Peeters, Jan', 'tel:+32479123456');
    wrote('Els Claes', 'els@claes.be');
    wrote('Els Claes', 'els.claes@telenet.be');
    expect(await pairs()).toEqual([
      ['janpeeters+werk@gmail.com', 'jan.peeters@gmail.com', 'same-mailbox'],
      ['jan.peeters@gmail.com', '+32 479 12 34 56', 'same-name'],
    ]);
    await valueOf(contacts.handlers['contact.refuse']({ address: 'jan.peeters@gmail.com', other: 'tel:+32479123456' }));
    expect(await pairs()).toHaveLength(1);
    await valueOf(
      contacts.handlers['contact.merge']({ address: 'jan.peeters@gmail.com', other: 'janpeeters+werk@gmail.com' }),
    );
    expect(await pairs()).toEqual([]);
  });
  it('is not remembered of somebody who is known no more', () => {
    wrote('Jan Peeters', 'jan@thuis.be');
    keep({ handles: ['els@claes.be'], note: 'Belt graag' });
    const refuse = (one: string, other: string) =>
      desk.store.contactMerges.add({ id: null, one, other, said: 'refused', before: null, at: TUESDAY_TEN });
    refuse('jan@thuis.be', 'els@claes.be');
    refuse('jan@thuis.be', 'weg@elders.be');
    desk.store.contactMerges.forgetStrangers();
    expect(desk.store.contactMerges.naming(['jan@thuis.be'])).toMatchObject([{ other: 'els@claes.be' }]);
  });
});

it('an address book of a thousand comes in at one go, and is listed a page at a time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-book-'));
  const path = join(folder, 'boek.vcf');
  const one = (nr: number): string =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Klant Nummer${nr}\r\nEMAIL:klant${nr}@x.be\r\nTEL:+3247${String(nr).padStart(7, '0')}\r\nORG:Firma ${nr % 90}\r\nEND:VCARD\r\n`;
  writeFileSync(path, Array.from({ length: 1_000 }, (_, nr) => one(nr)).join(''));
  try {
    expect(await valueOf(contacts.handlers['contact.import']({ path, isRehearsal: false }))).toMatchObject({
      added: 1_000,
    });
    const page = await valueOf(contacts.handlers['contact.list']({ text: '', tag: '', offset: 0, limit: 200 }));
    expect(page.total).toBe(1_000);
    expect(page.rows).toHaveLength(200);
    expect(contacts.find('nummer321', 5).map(({ name }) => name)).toEqual(['Klant Nummer321']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
