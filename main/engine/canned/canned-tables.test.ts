import { beforeEach, describe, expect, it } from 'vitest';
import type { CannedCsvOutlook } from '../../contract/canned.ts';
import type { Result } from '../../contract/errors.ts';
import { createFakeDesk } from '../ingest/fake-desk.ts';
import type { Store } from '../store/store.ts';
import { createCannedTables, type CannedTables } from './canned-tables.ts';

let store: Store;
let tables: CannedTables;
beforeEach(() => {
  const desk = createFakeDesk();
  ({ store } = desk);
  tables = createCannedTables({ store, clock: desk.ports.clock, onChanged: () => {} });
  store.canned.add({
    code: 'prijs',
    title: 'Prijs',
    tags: ['offerte'],
    texts: { nl: 'Dat kost vijf euro.', fr: 'Bonjour' },
  });
  store.canned.add({ code: 'open', title: 'Open', tags: [], texts: { nl: 'Wij zijn open.' } });
});

const utf8 = (text: string): { readonly bytes: Uint8Array<ArrayBuffer> } => ({ bytes: new TextEncoder().encode(text) });
const value = (result: Result<CannedCsvOutlook>): CannedCsvOutlook => {
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
};
const all = (): readonly string[] =>
  store.canned.list().map(({ code, title, texts }) => `${code} ${title} ${texts.nl}`);
const TABLE =
  'code;title;tags;nl\nprijs;Prijs;offerte;Dat kost zes euro.\nopen;Open;;Wij zijn open.\nnieuw;Nieuw;;Dag\n;;;fout';

describe('a table of saved replies', () => {
  it('is first said what it would do, which changes nothing', () => {
    const before = all();
    expect(value(tables.lookAtCsv(utf8(TABLE)))).toEqual({
      added: [{ line: 4, code: 'nieuw', title: 'Nieuw' }],
      changed: [{ line: 2, code: 'prijs', title: 'Prijs', what: ['nl'] }],
      same: 1,
      unreadable: [{ line: 5, why: 'no-code', said: 'fout' }],
    });
    expect(all()).toEqual(before);
  });
  it('is taken in, what it does not speak of left as it is, and taken back as it was', () => {
    const before = all();
    const { id } = store.canned.findByCode('prijs') ?? { id: 0 };
    tables.importCsv(utf8(TABLE));
    expect(all()).toEqual(['nieuw Nieuw Dag', 'open Open Wij zijn open.', 'prijs Prijs Dat kost zes euro.']);
    expect(store.canned.get(id)?.texts.fr).toBe('Bonjour');
    expect(tables.undoCsv()).toMatchObject({ ok: true });
    expect(all()).toEqual(before);
    expect(tables.undoCsv()).toMatchObject({ error: { code: 'not-found' } });
  });
  it('that was written here changes nothing when it comes back', () => {
    const csv = tables.csv();
    expect(value(tables.importCsv(utf8(csv.ok ? csv.value : '')))).toEqual({
      added: [],
      changed: [],
      same: 2,
      unreadable: [],
    });
  });
  it.each([
    ['the letters of Windows', Buffer.from('code;title;nl\nete;\xC9t\xE9;Caf\xE9 \x80 5', 'latin1')],
    ['UTF-16 of a spreadsheet', Buffer.from('\uFEFFcode;title;nl\nete;Été;Café € 5', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFcode;title;nl\nete;Été;Café € 5')],
  ])('is read in %s', (_, bytes) => {
    tables.importCsv({ bytes });
    expect(store.canned.findByCode('ete')).toMatchObject({ title: 'Été', texts: { nl: 'Café € 5' } });
  });
});
