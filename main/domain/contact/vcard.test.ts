import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCard, type Card } from './card.ts';
import { planCards } from './plan-cards.ts';
import { readVcards, type FieldWords } from './vcard-read.ts';
import { writeVcard } from './vcard-write.ts';

const WORDS: FieldWords = {
  address: 'Adres',
  birthday: 'Verjaardag',
  title: 'Functie',
  phone: 'Telefoon',
  email: 'E-mail',
  page: 'Website',
  chat: 'Chat',
  date: 'Datum',
  relation: 'Relatie',
};
const read = (text: string): readonly (Card | null)[] => readVcards(text, WORDS, 'BE');
const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('a file of cards', () => {
  it('as Google exports it', () => {
    const google = card(
      'VERSION:3.0',
      'FN:Mia van den Berg',
      'N:van den Berg;Mia;;;',
      'EMAIL;TYPE=INTERNET;TYPE=HOME:Mia@Berg.be',
      'item1.EMAIL;TYPE=INTERNET:mia@bergfietsen.be',
      'item1.X-ABLabel:Winkel',
      'TEL;TYPE=CELL:0471 12 34 56',
      'ADR;TYPE=WORK:;;Kerkstraat 4;Mechelen;;2800;België',
      'ORG:Berg Fietsen;Werkplaats',
      'TITLE:zaakvoerder',
      'BDAY:19800512',
      'NOTE:Belt liever\\, na 18 u.\\nHond heet Bas.',
      'CATEGORIES:myContacts,Leverancier',
      'PHOTO:https://lh3.googleusercontent.com/x',
    );
    expect(read(google)).toEqual([
      {
        name: 'Mia van den Berg',
        company: 'Berg Fietsen, Werkplaats',
        language: null,
        note: 'Belt liever, na 18 u.\nHond heet Bas.',
        tags: ['Leverancier'],
        fields: [
          { name: 'Adres', value: 'Kerkstraat 4, 2800 Mechelen, België' },
          { name: 'Functie', value: 'zaakvoerder' },
          { name: 'Verjaardag', value: '1980-05-12' },
        ],
        handles: ['mia@berg.be', 'mia@bergfietsen.be', 'tel:+32471123456'],
      },
    ]);
  });
  it('as iCloud and macOS write it, with labels and a folded picture', () => {
    const apple = card(
      'VERSION:3.0',
      'PRODID:-//Apple Inc.//macOS 14//EN',
      'N:Hondt;Bart;;D\\;r.;',
      'FN:Bart D’Hondt',
      'item1.URL;type=pref:https://hondt.be',
      'item1.X-ABLabel:_$!<HomePage>!$_',
      'X-SOCIALPROFILE;type=instagram;x-user=bart.hondt:https://www.instagram.com/bart.hondt',
      'X-SOCIALPROFILE;type=twitter:bart',
      'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/',
      '  2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQ',
      'X-ABUID:5AD380FD-B2DE-4261-BA99-DE1D1DB52FBE\\:ABPerson',
    );
    expect(read(apple)).toMatchObject([
      {
        name: 'Bart D’Hondt',
        fields: [{ name: 'twitter', value: 'bart' }],
        handles: ['https://hondt.be/', 'https://www.instagram.com/bart.hondt'],
      },
    ]);
  });
  it('of an old telephone: bare parameters, quoted-printable over two lines, its own charset', () => {
    const nokia = card(
      'VERSION:2.1',
      'N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Lemm=C3=A9ns;Zo=C3=AB',
      'TEL;CELL:+31612345678',
      'TEL;WORK;VOICE:onbekend',
      'NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Caf=E9 op de hoek, =',
      'altijd open=0D=0Aen druk',
      'X-KLANT-NUMMER:114',
    );
    expect(read(nokia)).toMatchObject([
      {
        name: 'Zoë Lemméns',
        note: 'Café op de hoek, altijd open\nen druk',
        fields: [
          { name: 'Telefoon', value: 'onbekend' },
          { name: 'Klant nummer', value: '114' },
        ],
        handles: ['tel:+31612345678'],
      },
    ]);
  });
  it('in version 4.0, with numbers as addresses and a language', () => {
    const text = card(
      'VERSION:4.0',
      'FN:Luc',
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+32-471-12-34-56',
      'LANG;PREF=1:fr',
    );
    expect(read(text)).toMatchObject([{ name: 'Luc', language: 'fr', handles: ['tel:+32471123456'] }]);
  });
  it('with nothing that tells who it is gives nobody, and a card within a card is its own affair', () => {
    expect(read(card('VERSION:3.0', 'NOTE:x'))).toEqual([null]);
    expect(read(card('FN:Jan', 'BEGIN:VCARD', 'FN:Zijn secretaris', 'END:VCARD', 'EMAIL:jan@x.be'))).toMatchObject([
      { name: 'Jan', handles: ['jan@x.be'] },
    ]);
    expect(read('geen kaart\n')).toEqual([]);
  });
  it('never fails, whatever it holds', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom(
          'BEGIN:VCARD',
          'END:VCARD',
          'FN;QUOTED-PRINTABLE:=',
          'TEL;;=:',
          'N:;;\\',
          ' ',
          'item1.X-ABLabel:',
          'X-A;B="c:d',
        ),
        fc.string({ maxLength: 30 }),
      ),
    );
    expect(fc.check(fc.property(lines, (text) => read(text.join('\n')).length >= 0)).counterexample).toBeNull();
  });
});

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim() || 'x');
const cards = fc.record({
  name: line,
  company: line.map((text) => text.replaceAll(';', '')),
  language: fc.constantFrom(null, 'nl' as const, 'de' as const),
  note: fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
  tags: fc.uniqueArray(
    line.map((text) => `tag ${text}`),
    { selector: (tag) => tag.toLowerCase(), maxLength: 3 },
  ),
  fields: fc.uniqueArray(fc.record({ name: line, value: line }), { selector: ({ name }) => name, maxLength: 3 }),
  handles: fc.subarray(['jan@peeters.be', 'tel:+32471123456', 'instagram:fiets.jan', 'https://www.peeters.be/'], {
    minLength: 1,
  }),
});

it('a card that was written is read as it was, and no line is longer than 75 octets', () => {
  fc.assert(
    fc.property(cards, (one) => {
      const written = writeVcard(one, '');
      expect(read(written)).toEqual([{ ...one, company: one.company.trim() }]);
      for (const part of written.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    }),
  );
});

describe('what comes of a file', () => {
  const JAN: Card = { ...emptyCard('jan@peeters.be'), name: 'Jan Peeters' };
  const plan = (cards_: readonly (Card | null)[], kept: readonly (Card & { readonly id: number })[] = []) =>
    planCards(cards_, kept, new Set(['ik@winkel.be']), () => 'noted:1');

  it('who is there is completed, never replaced, and a second time says nothing new', () => {
    const kept = { ...JAN, id: 7, note: 'Belt liever.' };
    const file: Card = {
      ...JAN,
      name: 'J. Peeters',
      note: 'Uit Gmail',
      handles: ['jan@peeters.be', 'tel:+32471123456'],
    };
    const first = plan([file], [kept]);
    expect(first).toMatchObject({ added: 0, completed: 1, known: 0 });
    expect(first.writes).toEqual([
      {
        id: 7,
        card: { ...JAN, note: 'Belt liever.\n\nUit Gmail', handles: ['jan@peeters.be', 'tel:+32471123456'] },
      },
    ]);
    expect(plan([file], [{ ...(first.writes[0]?.card ?? JAN), id: 7 }])).toMatchObject({ writes: [], known: 1 });
  });
  it('two cards of one address in a file are one person', () => {
    expect(plan([JAN, { ...JAN, name: 'Jan', handles: ['jan@peeters.be', 'j@p.be'] }])).toMatchObject({
      added: 1,
      newNames: ['Jan Peeters'],
    });
  });
  it('an address that is another’s stays his', () => {
    const both: Card = { ...JAN, handles: ['jan@peeters.be', 'mia@claes.be'] };
    const planned = plan(
      [both],
      [
        { ...JAN, id: 1 },
        { ...emptyCard('mia@claes.be'), id: 2 },
      ],
    );
    expect(planned).toMatchObject({ writes: [], known: 1 });
  });
  it('the owner himself, and nobody, are passed over', () => {
    expect(plan([null, { ...JAN, handles: ['ik@winkel.be'] }])).toMatchObject({ added: 0, skipped: 2 });
  });
  it('who has only a name is known by it', () => {
    const named: Card = { ...JAN, handles: [] };
    expect(plan([named]).writes).toMatchObject([{ id: null, card: { handles: ['noted:1'] } }]);
    expect(plan([named], [{ ...JAN, handles: ['noted:9'], id: 3 }])).toMatchObject({ writes: [], known: 1 });
  });
});
