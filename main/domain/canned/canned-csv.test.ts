import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCannedCsv, writeCannedCsv } from './canned-csv.ts';

const quote = {
  code: 'offerte',
  title: 'Offerte; met "prijs"',
  tags: ['prijs', 'opening hours'],
  texts: { nl: 'Beste Jan,\n\nDe prijs volgt.', fr: 'Bonjour' },
};

describe('saved replies as a table', () => {
  it('have semicolons, a byte-order mark, and their lines within quotes', () => {
    expect(writeCannedCsv([quote])).toBe(
      '\uFEFFcode;title;tags;nl;en;fr\r\nofferte;"Offerte; met ""prijs""";prijs, opening hours;"Beste Jan,\n\nDe prijs volgt.";;Bonjour\r\n',
    );
  });
  it('are no formulas, and come back as they were', () => {
    const odd = { ...quote, title: '=HYPERLINK("x")', texts: { nl: "'-5 graden", en: '@all', fr: '+32' } };
    const csv = writeCannedCsv([odd]);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(`;''-5 graden;'@all;'+32\r\n`);
    expect(readCannedCsv(csv).replies).toMatchObject([{ title: odd.title, texts: odd.texts }]);
  });
  it('come back as they were, whatever is in them', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((words) => words.replaceAll(/\r\n?/g, '\n').trim());
    const rule = fc.property(text, text, (title, nl) => {
      fc.pre(title !== '' && nl !== '');
      const read = readCannedCsv(writeCannedCsv([{ code: 'x', title, tags: [], texts: { nl } }]));
      return read.faults.length === 0 && read.replies[0]?.title === title && read.replies[0]?.texts.nl === nl;
    });
    expect(fc.check(rule, { numRuns: 500 }).counterexample).toBeNull();
  });
});

describe('a table of saved replies', () => {
  it.each([
    ['with commas', 'code,title,nl\nx,Titel,"Dag, Jan"\n'],
    ['with tabs', 'code\ttitle\tnl\nx\tTitel\tDag, Jan\n'],
    ['that Excel names the separator of', 'sep=;\r\ncode;title;nl\r\nx;Titel;Dag, Jan\r\n'],
    ['with Dutch heads in another order', 'Nederlands;Titel;Code\nDag, Jan;Titel;/X'],
    ['with empty lines and columns that are not ours', 'code;title;remark;nl\n;;;\nx;Titel;let op;Dag, Jan\n\n'],
  ])('%s is read', (_, table) => {
    expect(readCannedCsv(table)).toMatchObject({
      faults: [],
      replies: [{ code: 'x', title: 'Titel', tags: undefined, texts: { nl: 'Dag, Jan' } }],
    });
  });
  it('keeps the lines of a text, and knows on which line the next one begins', () => {
    const { replies } = readCannedCsv('code;title;nl\r\na;A;"een\r\ntwee\r\n"\r\nb;B;drie');
    expect(replies.map(({ line, texts }) => [line, texts.nl])).toEqual([
      [2, 'een\ntwee'],
      [5, 'drie'],
    ]);
  });
  it.each([
    ['names no columns', 'offerte;Offerte;Dag', 1, 'no-header'],
    ['is empty', '', 1, 'no-header'],
    ['lacks a code', 'code;title;nl\n;T;Dag', 2, 'no-code'],
    ['has a code with a blank', 'code;title;nl\nmijn code;T;Dag', 2, 'bad-code'],
    ['names a code twice', 'code;title;nl\na;T;Dag\nA;T;Dag', 3, 'code-twice'],
    ['lacks a title', 'code;title;nl\na;;Dag', 2, 'no-title'],
    ['has no text', 'code;title;nl;en\na;T;;', 2, 'no-text'],
    ['has a separator too many', 'code;title;nl\na;T;Dag; tot morgen', 2, 'too-many-columns'],
    ['never closes a quote', 'code;title;nl\na;T;Dag\nb;T;"Dag\nc;T;Dag', 3, 'unclosed-quote'],
    ['has a title like a letter', `code;title;nl\na;${'x'.repeat(201)};Dag`, 2, 'too-long'],
  ])('says where it %s', (_, table, line, why) => {
    expect(readCannedCsv(table).faults).toMatchObject([{ line, why }]);
  });
  it('takes no time that grows with the square of what is in it', () => {
    const before = performance.now();
    readCannedCsv(`code;title;nl\n${'"a";'.repeat(100_000)}`);
    readCannedCsv(`code;title;nl\n${'"'.repeat(200_001)}`);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
