// Search does not miss: every word that is stored is found, and what is found is what reading everything would find.
import { array, assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { openDatabase } from '../store/database.ts';
import { numbersIn } from './number-forms.ts';
import { createSearch, type Search } from './search.ts';
import { searchLetters } from './search-letters.ts';

let desk: FakeDesk;
let search: Search;
beforeEach(() => {
  desk = createFakeDesk();
  search = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
});
afterEach(() => desk.store.close());

/** SQLite's own tokenizer says what a word is. */
function wordsOf(text: string): readonly string[] {
  const db = openDatabase(':memory:');
  db.exec(`CREATE VIRTUAL TABLE text USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE word USING fts5vocab (text, 'row')`);
  db.prepare('INSERT INTO text (body) VALUES (?)').run(searchLetters(text));
  const words = db.prepare<[], string>('SELECT term FROM word').pluck().all();
  db.close();
  return words;
}

/** Signs that came to Unicode after SQLite's tables count as words there; nobody looks for them. */
const isWord = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
const letters = string({
  unit: constantFrom(...Array.from('abcdeéèëïçßæœøłĳ0123456789 \n.,-/@_東京한かﬁＡ')),
  maxLength: 80,
});
const anything = string({ unit: 'grapheme', maxLength: 60 });

it('every word of a message is found, wherever it stands and whatever letters it has', () => {
  assert(
    property(tuple(anything, letters, anything, letters), ([subject, text, name, fileName]) => {
      const row = desk.receive({
        subject,
        text,
        from: [{ name, address: 'iemand@voorbeeld.example' }],
        attachments: [
          { part: '2', fileName, contentType: 'a/b', size: 1, contentId: null, isInline: false, content: null },
        ],
      });
      for (const word of wordsOf([subject, text, name, fileName].join('\n')).filter(isWord).slice(0, 25)) {
        const ids = search({ query: `"${word}"`, limit: 500 }).hits.map(({ message }) => message);
        expect({ word, ids }).toEqual({ word, ids: expect.arrayContaining([row]) });
      }
    }),
    { numRuns: 60 },
  );
});

it('a number is found by its digits in one piece, however its groups are parted', () => {
  const parted = tuple(
    array(integer({ min: 10, max: 9999 }), { minLength: 3, maxLength: 4 }),
    constantFrom(' ', '.', '-', '/'),
  );
  assert(
    property(parted, ([groups, gap]) => {
      const written = `0${groups.join(gap)}`;
      if (numbersIn(written).length === 0) return;
      const row = desk.receive({ text: `Bel ${written} aub` });
      const ids = search({ query: `0${groups.join('')}`, limit: 500 }).hits.map(({ message }) => message);
      expect(ids).toContain(row);
    }),
    { numRuns: 60 },
  );
});

it('finds exactly what reading every message finds', () => {
  const vocabulary = 'dak goot offerte factuur klok trap deur raam hout glas prijs maandag garantie levering'.split(
    ' ',
  );
  const sentence = array(constantFrom(...vocabulary), { minLength: 1, maxLength: 8 });
  const mails: { readonly row: number; readonly text: string }[] = [];
  let drawn = 0;
  assert(
    property(sentence, (words) => {
      drawn += 1;
      const text = words.join(' ');
      const from = [{ name: '', address: `k${drawn}@voorbeeld.example` }];
      mails.push({ row: desk.receive({ subject: '', text, from, at: TUESDAY_TEN - drawn * 3_600_000 }), text });
    }),
    { numRuns: 100 },
  );
  const has = (text: string, word: string): boolean => text.split(' ').includes(word);
  const holds = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `);
  const word = constantFrom(...vocabulary);
  assert(
    property(tuple(word, word, word), ([a, b, c]) => {
      const oracle: readonly (readonly [string, (text: string) => boolean])[] = [
        [a, (text) => has(text, a)],
        [`${a} ${b}`, (text) => has(text, a) && has(text, b)],
        [`"${a} ${b}"`, (text) => holds(text, `${a} ${b}`)],
        [`${a} -${b}`, (text) => has(text, a) && !has(text, b)],
        [`-${a} -${b}`, (text) => !has(text, a) && !has(text, b)],
        [
          `${a.slice(0, 3)}* ${c}`,
          (text) => has(text, c) && text.split(' ').some((one) => one.startsWith(a.slice(0, 3))),
        ],
        [`${a.slice(0, 4)}*`, (text) => text.split(' ').some((one) => one.startsWith(a.slice(0, 4)))],
      ];
      for (const [query, isMeant] of oracle) {
        const wanted = mails.filter(({ text }) => isMeant(text)).map(({ row }) => row);
        const rows = (limit: number) => search({ query, limit }).hits.map(({ message }) => message);
        expect({ query, rows: rows(500) }).toEqual({ query, rows: wanted });
        expect({ query, rows: rows(10) }).toEqual({ query, rows: wanted.slice(0, 10) });
        expect(search({ query, limit: 10 }).hasMore).toBe(wanted.length > 10);
      }
    }),
    { numRuns: 25 },
  );
});
