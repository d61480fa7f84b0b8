import { assert, property, string } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../domain/instant.ts';
import { createFakeDesk, CUSTOMER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createSearch, type Search } from './search.ts';

let desk: FakeDesk;
let search: Search;
beforeEach(() => {
  desk = createFakeDesk();
  search = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
});
const found = (query: string): readonly string[] => search({ query, limit: 50 }).hits.map(({ subject }) => subject);
const ago = (days: number): number => TUESDAY_TEN - days * DAY_MS;

describe('words', () => {
  beforeEach(() => {
    desk.receive({ subject: 'Offerte', text: 'Kunt u een prijs geven voor het dak?', at: ago(3) });
    desk.receive({ subject: 'Café Zürich', text: 'De crème brûlée was heerlijk. Prijs graag.', at: ago(2) });
    desk.receive({ subject: 'Dakgoot', text: 'De dakgoot lekt op het dak.', at: ago(1) });
  });
  it.each([
    ['prijs', ['Café Zürich', 'Offerte']],
    ['prijs dak', ['Offerte']],
    ['PRIJS', ['Café Zürich', 'Offerte']],
    ['creme brulee', ['Café Zürich']],
    ['zurich', ['Café Zürich']],
    ['dak*', ['Dakgoot', 'Offerte']],
    ['dakg', []],
    ['"het dak"', ['Dakgoot', 'Offerte']],
    ['"dak het"', []],
    ['subject:dak*', ['Dakgoot']],
    ['prijs -dak', ['Café Zürich']],
    ['-dak', ['Café Zürich']],
    ['-"het dak" -onderwerp:café', []],
    ['prijs - dak', ['Offerte']],
    ['onderwerp:offerte', ['Offerte']],
    ['', []],
    ['  !!!  ', []],
  ])('%s finds, newest first', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
});

describe('conditions', () => {
  beforeEach(() => {
    desk.receive({ subject: 'een', at: ago(40) });
    desk.receive({ subject: 'twee', from: [{ name: 'Élise Dubois', address: 'elise@atelier.fr' }], at: ago(10) });
    desk.sentElsewhere({ subject: 'drie', to: [CUSTOMER], at: ago(5) });
    desk.receive({
      subject: 'vier',
      at: ago(1),
      attachments: [
        {
          part: '2',
          fileName: 'factuur-2026.pdf',
          contentType: 'application/pdf',
          size: 1,
          contentId: null,
          isInline: false,
          content: null,
        },
      ],
    });
  });
  it.each([
    ['from:elise', ['twee']],
    ['van:dubois', ['twee']],
    ['from:elise@atelier.fr', ['twee']],
    ['from:"élise dubois"', ['twee']],
    ['to:jan', ['drie']],
    ['aan:peeters.be', ['drie']],
    ['has:attachment', ['vier']],
    ['heeft:bijlage', ['vier']],
    ['factuur', ['vier']],
    ['before:2026-05-03', ['twee', 'een']],
    ['voor:3-5-2026', ['twee', 'een']],
    ['after:2026-05-07', ['vier', 'drie']],
    ['after:2026-05 before:2026-05-08', ['drie', 'twee']],
    ['after:2026', ['vier', 'drie', 'twee', 'een']],
    ['in:sent', ['drie']],
    ['in:verzonden', ['drie']],
    ['in:inbox from:elise', ['twee']],
    ['channel:email fiets', ['vier', 'twee', 'een']],
    ['kanaal:whatsapp', []],
  ])('%s', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
  it('that make no sense are searched for as words, and told', () => {
    desk.receive({ subject: 'vijf', text: 'Afspraak voor: straks om 9:30, zie https://voorbeeld.example/a' });
    const page = search({ query: 'voor:straks heeft:geduld', limit: 5 });
    expect(page.asWords).toEqual(['voor:straks', 'heeft:geduld']);
    expect(found('voor:straks')).toEqual(['vijf']);
    expect(found('9:30')).toEqual(['vijf']);
    expect(found('https://voorbeeld.example')).toEqual(['vijf']);
  });
});

describe('what is shown of a hit', () => {
  const shown = (query: string): string =>
    search({ query, limit: 1 })
      .hits.flatMap(({ snippet }) => snippet)
      .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
      .join('');
  it('is the text around the first match, with every match in it marked', () => {
    desk.receive({ text: `${'Lorem ipsum '.repeat(40)}de CRÈME is op, de creme\nis   op. ${'Dolor sit '.repeat(40)}` });
    expect(shown('crème')).toMatch(/^… .*de \[CRÈME\] is op, de \[creme\] is op\. .* …$/);
    expect(shown('cre*')).toContain('[CRÈME]');
    expect(shown('"creme is"')).toContain('[CRÈME] [is]');
  });
  it('has in its subject what was looked for marked too, and nothing else in it', () => {
    desk.receive({ subject: 'Prijs van eik 54 mm', text: 'Graag reserveren.' });
    const inSubject = (query: string) => search({ query, limit: 1 }).hits[0]?.inSubject;
    expect(inSubject('eik')?.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'eik', isMatch: true }]);
    expect(
      inSubject('eik')
        ?.map(({ text }) => text)
        .join(''),
    ).toBe('Prijs van eik 54 mm');
    expect(inSubject('reserveren')).toEqual([]);
  });
  it('is the beginning where the match is in the subject or a name', () => {
    desk.receive({ subject: 'Fietsbel', text: 'Hallo daar' });
    expect(shown('fietsbel')).toBe('Hallo daar');
  });
  it('marks whole words only, as they were searched for', () => {
    desk.receive({ text: 'dakgoot en dak' });
    expect(shown('dak')).toBe('dakgoot en [dak]');
    expect(shown('dak*')).toBe('[dakgoot] en [dak]');
  });
});

describe('whatever is typed', () => {
  it('is never an error', () => {
    desk.receive({});
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (query) => {
        expect(search({ query, limit: 5 }).messages).toBe(1);
      }),
      { numRuns: 200 },
    );
  });
  it.each([
    '"',
    '""',
    '*',
    'a"b',
    'AND',
    'OR NOT',
    'NEAR(a b)',
    'a - b',
    'from:',
    'from:*',
    'before:',
    'before:9999-99-99',
    '(((',
    'x:y:z',
    "' OR 1=1 --",
    'a\0b',
    'subject:"',
    '^dak',
    '{a b}:c',
  ])('%j', (query) => {
    desk.receive({});
    expect(() => search({ query, limit: 5 })).not.toThrow();
  });
  it('tells how much of the mail could be searched', () => {
    desk.receive({});
    expect(search({ query: 'fiets', limit: 5 })).toMatchObject({ indexed: 1, messages: 1 });
  });
});
