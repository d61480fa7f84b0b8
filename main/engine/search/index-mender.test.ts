import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { openDatabase } from '../store/database.ts';
import { createIndexMender, type IndexMender } from './index-mender.ts';
import { createSearch, type Search } from './search.ts';

let folder: string;
let desk: FakeDesk;
let search: Search;
let mender: IndexMender;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-index-'));
  desk = createFakeDesk({ file: join(folder, 'desk.db') });
  search = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
  mender = createIndexMender({ store: desk.store, timers: desk.ports.timers, log: desk.ports.log });
  for (let index = 0; index < 250; index += 1) {
    desk.receive({
      subject: `nummer ${index}`,
      from: [{ name: 'An', address: `an${index}@maes.be` }],
      attachments: [
        {
          part: '2',
          fileName: 'plan.pdf',
          contentType: 'a/b',
          size: 1,
          contentId: null,
          isInline: false,
          content: null,
        },
      ],
    });
  }
});
afterEach(() => {
  desk.store.close();
  rmSync(folder, { recursive: true });
});

/** What another program, or a bad disk, did to the file. */
function damage(sql: string): void {
  const db = openDatabase(join(folder, 'desk.db'));
  db.unsafeMode();
  db.exec(sql);
  db.close();
}
const count = (query: string): number => search({ query, limit: 500 }).hits.length;

it('rows that an index lost come back in slices, the newest first, and search says how far it is', async () => {
  damage('DELETE FROM message_fts WHERE rowid IN (SELECT id FROM message ORDER BY id LIMIT 240)');
  expect(search({ query: 'nummer', limit: 500 })).toMatchObject({ indexed: 10, messages: 250 });
  mender.start();
  await desk.ports.pass(5_000);
  expect(search({ query: 'nummer', limit: 500 })).toMatchObject({ indexed: 110, messages: 250 });
  expect(count('"nummer 239"')).toBe(1);
  expect(count('"nummer 0"')).toBe(0);
  await desk.ports.pass(1_000);
  expect(search({ query: 'nummer van:maes heeft:bijlage plan', limit: 500 })).toMatchObject({
    indexed: 250,
    messages: 250,
  });
  expect(count('nummer van:maes heeft:bijlage plan')).toBe(250);
  expect(desk.ports.pendingTimers()).toBe(0);
});
it('an index that is complete is left alone', async () => {
  mender.start();
  await desk.ports.pass(60_000);
  expect(desk.ports.pendingTimers()).toBe(0);
  expect(count('nummer')).toBe(250);
});
it('words without a message go', () => {
  damage(`DELETE FROM message_fts WHERE rowid = (SELECT max(id) FROM message);
    INSERT INTO message_fts (rowid, subject, body) VALUES (5, 'spook', 'spook'), (6, 'spook', '')`);
  mender.mendAll();
  expect(search({ query: 'spook', limit: 5 })).toMatchObject({ hits: [], indexed: 250, messages: 250 });
  expect(count('nummer')).toBe(250);
});
it('a damaged index is emptied and filled again', async () => {
  damage('UPDATE message_fts_data SET block = zeroblob(length(block)) WHERE id > 10');
  mender.start();
  mender.lookClosely();
  await desk.ports.pass(60_000);
  expect(count('nummer')).toBe(250);
  expect(desk.ports.logged.join()).toContain('filled anew');
});
it('stops when told', async () => {
  damage("INSERT INTO message_fts (message_fts) VALUES ('delete-all')");
  mender.start();
  mender.stop();
  await desk.ports.pass(60_000);
  expect(count('nummer')).toBe(0);
});
