import BetterSqlite3 from 'better-sqlite3';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { judgeBackup, shelveBackup } from './backup-desk.ts';
import { backupFolder, listBackups, tidyBackups } from './backup-shelf.ts';
import { readDeskNews } from './desk-news.ts';

import { openStore } from './open-store.ts';
import { restoreStore } from './restore-store.ts';
import type { Store } from './store.ts';
import { plainWords } from '../outbox/queue-letter.ts';

let folder: string;
let file: string;
let opened: Store | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-mend-'));
  file = join(folder, 'balie.db');
});
afterEach(() => {
  opened?.close();
  opened = null;
  rmSync(folder, { recursive: true });
});

const LATER = TUESDAY_TEN + 3 * HOUR_MS;

function open(options: { readonly isMending: boolean } = { isMending: true }): Store {
  const store = openStore(file, { now: LATER, ...options });
  if (!store.ok) throw new Error(`${store.error.code} ${store.error.detail}`);
  opened = store.value;
  return store.value;
}

function answer(desk: FakeDesk, messageId: string, leavesAt: number): number {
  const question = desk.receive({ subject: `Vraag bij ${messageId}` });
  const row = desk.sentElsewhere({ messageId, subject: `Antwoord ${messageId}`, text: 'Dat kan zeker.' });
  return desk.store.deliveries.add({
    conversation: desk.conversationOf(row),
    account: 'mertens',
    messageRow: row,
    messageId,
    subject: 'Re: Vraag',
    sender: 'info@fietsenmertens.be',
    recipients: ['jan@peeters.be'],
    raw: Buffer.from(`To: jan@peeters.be\r\n\r\n${question}`),
    text: 'Dat kan zeker.',
    leavesAt,
    sendAt: null,
    undoUntil: null,
    decisionsBefore: null,
    createdAt: leavesAt,
  });
}

/** A desk of yesterday on the shelf, and what was done since in the desk itself. */
function deskWithCopy(since: (desk: FakeDesk) => void = () => {}): void {
  const desk = createFakeDesk({ file });
  for (let letter = 0; letter < 40; letter += 1)
    desk.receive({ subject: `Vraag ${letter}`, text: 'Wat kost dit? '.repeat(80) });
  answer(desk, 'early@own', TUESDAY_TEN);
  expect(shelveBackup(file, 'day', TUESDAY_TEN).ok).toBe(true);
  since(desk);
  desk.store.close();
}

/** In the middle of the mail, where no table that matters to the outbox lies. */
function damage(): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf('Wat kost dit?');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe('a damaged desk', () => {
  it('is left alone by who only looks in', () => {
    deskWithCopy();
    damage();
    expect(openStore(file)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  });

  it('is kept under its own name, and the newest good copy stands in its place', () => {
    deskWithCopy((desk) => desk.receive({ subject: 'Na de kopie' }));
    damage();
    const bad = readFileSync(file);
    const store = open();
    expect(store.check.integrity()).toBe('ok');
    expect(store.check.counts().messages).toBe(42);
    const news = readDeskNews(store.settings);
    expect(news).toMatchObject({
      kind: 'restored',
      because: 'damaged',
      at: LATER,
      from: TUESDAY_TEN,
      messages: 42,
      outbox: { saved: 0, doubtful: 1, isWhole: true },
    });
    const kept = listBackups(file).find(({ kind }) => kind === 'damaged');
    expect(kept === undefined ? null : readFileSync(kept.file).equals(bad)).toBe(true);
    expect(news?.kind === 'restored' && news.kept).toBe(kept?.name);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('starts as any other from then on', () => {
    deskWithCopy();
    damage();
    open().close();
    const again = openStore(file);
    expect(again.ok).toBe(true);
    if (again.ok) again.value.close();
    expect(listBackups(file).filter(({ kind }) => kind === 'damaged')).toHaveLength(1);
  });

  it('gives back the answers that were queued since, as a question and not to be sent', () => {
    deskWithCopy((desk) => {
      const held = answer(desk, 'late@own', TUESDAY_TEN + HOUR_MS);
      const conversation = desk.store.deliveries.get(held)?.conversation ?? 0;
      const words = { ...plainWords(conversation, 'Met het plan'), canned: [], savedAt: TUESDAY_TEN };
      const draft = desk.store.drafts.add(words, { delivery: held });
      const plan = { fileName: 'plan.pdf', contentType: 'application/pdf', contentId: null };
      desk.store.draftFiles.add(draft, plan, new Uint8Array([1, 2]));
      const sent = desk.store.deliveries.list(10).find(({ messageId }) => messageId === 'early@own');
      if (sent === undefined) throw new Error('no delivery');
      desk.store.deliveries.change(sent, { state: 'sent', sentAt: TUESDAY_TEN + 1, nextAttemptAt: null });
      desk.store.drafts.add({ ...plainWords(sent.conversation, 'Nog een woord'), canned: [], savedAt: TUESDAY_TEN });
    });
    damage();
    const store = open();
    const states = Object.fromEntries(store.deliveries.list(10).map((row) => [row.messageId, row.state]));
    // What is known to have left is not asked about.
    expect(states).toEqual({ 'early@own': 'sent', 'late@own': 'unknown' });
    const late = store.deliveries.list(10).find(({ messageId }) => messageId === 'late@own');
    expect(late).toMatchObject({ nextAttemptAt: LATER, lookups: 0, error: { code: 'send-outcome-unknown' } });
    expect(store.messages.get(late?.messageRow ?? 0)).toMatchObject({ messageId: 'late@own' });
    const written = store.drafts.ofDelivery(late?.id ?? 0);
    expect(written?.text).toBe('Met het plan');
    expect(store.draftFiles.ofDraft(written?.id ?? 0)).toMatchObject([{ fileName: 'plan.pdf', size: 2 }]);
    expect(store.check.integrity()).toBe('ok');
    expect(store.drafts.answerIn(late?.conversation ?? 0)?.text ?? '').toBe('');
    expect(
      store.drafts.answerIn(store.deliveries.list(10).find(({ state }) => state === 'sent')?.conversation ?? 0)?.text,
    ).toBe('Nog een woord');
    expect(readDeskNews(store.settings)).toMatchObject({ outbox: { saved: 1, doubtful: 1, isWhole: true } });
  });

  it.each(['empty', 'gone', 'rubbish'] as const)('that is %s comes back from its copy', (fault) => {
    deskWithCopy();
    if (fault === 'empty') truncateSync(file, 0);
    if (fault === 'gone') rmSync(file);
    if (fault === 'rubbish') writeFileSync(file, Buffer.alloc(300_000, 'geen bureau'));
    const store = open();
    expect(store.check.counts().messages).toBe(42);
    expect(readDeskNews(store.settings)).toMatchObject({
      because: fault === 'rubbish' ? 'damaged' : 'gone',
      outbox: { doubtful: 1, isWhole: false },
    });
  });

  it('is not restored from a copy in which a byte changed, but from the one before', () => {
    const desk = createFakeDesk({ file });
    desk.receive({ subject: 'Een', text: 'Wat kost dit? '.repeat(50) });
    shelveBackup(file, 'day', TUESDAY_TEN - DAY_MS);
    desk.receive({ subject: 'Twee' });
    const newest = shelveBackup(file, 'day', TUESDAY_TEN);
    desk.store.close();
    if (!newest.ok) throw new Error(newest.error.detail);
    const bytes = readFileSync(newest.value.file);
    const at = bytes.indexOf('Wat kost dit?');
    bytes[at + 4] = 0x58;
    writeFileSync(newest.value.file, bytes);
    damage();
    const store = open();
    expect(readDeskNews(store.settings)).toMatchObject({ from: TUESDAY_TEN - DAY_MS, messages: 1 });
  });

  it('without any copy is put together from what can be read, and says so', () => {
    const desk = createFakeDesk({ file });
    for (let letter = 0; letter < 40; letter += 1)
      desk.receive({ subject: `Vraag ${letter}`, text: 'Wat kost dit? '.repeat(80) });
    desk.store.close();
    damage();
    const store = open();
    expect(store.check.counts().messages).toBe(40);
    expect(readDeskNews(store.settings)).toMatchObject({ kind: 'rebuilt', messages: 40 });
  });

  it('beyond reading and without any copy is refused, and kept', () => {
    createFakeDesk({ file }).store.close();
    writeFileSync(file, Buffer.alloc(100_000, 'x'));
    expect(openStore(file, { now: LATER, isMending: true })).toMatchObject({
      ok: false,
      error: { code: 'store-damaged' },
    });
    expect(readFileSync(file, 'utf8').startsWith('xxxx')).toBe(true);
  });
});

it('a desk whose log was cut goes on, and asks about what may have left', () => {
  const desk = createFakeDesk({ file });
  answer(desk, 'early@own', TUESDAY_TEN);
  const reader = new BetterSqlite3(file);
  reader.pragma('wal_checkpoint(TRUNCATE)');
  reader.close();
  for (let letter = 0; letter < 40; letter += 1) desk.receive({ subject: `Vraag ${letter}` });
  for (const part of ['', '-wal', '-mark']) copyFileSync(file + part, `${file}.kept${part}`);
  desk.store.close();
  for (const part of ['', '-wal', '-mark']) copyFileSync(`${file}.kept${part}`, file + part);
  truncateSync(`${file}-wal`, 4_152);
  const store = open({ isMending: false });
  expect(readDeskNews(store.settings)).toMatchObject({ kind: 'changes-missing', doubtful: 1 });
  expect(store.deliveries.list(5).map(({ state }) => state)).toEqual(['unknown']);
});

describe('restoring because the owner wants to', () => {
  it('brings the rows back as they were, to the last bit', () => {
    deskWithCopy((desk) => desk.receive({ subject: 'Na de kopie' }));
    const [copy] = listBackups(file);
    if (copy === undefined) throw new Error('no copy');
    const before = rowsOf(copy.file);
    expect(restoreStore(file, copy, LATER)).toMatchObject({ ok: true, value: { because: 'owner' } });
    const after = rowsOf(file);
    // The answer in the outbox stands as the later desk knew it, and the news is new.
    expect({ ...after, setting: [] }).toEqual({ ...before, setting: [] });
    expect(Object.keys(after).length).toBeGreaterThan(20);
  });
  it('keeps what stood there, whole and restorable', () => {
    deskWithCopy((desk) => desk.receive({ subject: 'Na de kopie' }));
    const [copy] = listBackups(file);
    restoreStore(file, { file: copy?.file ?? '', at: TUESDAY_TEN }, LATER);
    const former = listBackups(file).find(({ kind }) => kind === 'restore');
    expect(former).toMatchObject({ messages: 43, at: LATER });
    expect(judgeBackup(former?.file ?? '')).toEqual({ ok: true, value: 43 });
  });
  it('does nothing when the copy is not good', () => {
    deskWithCopy();
    const bad = join(folder, 'bad.db');
    writeFileSync(bad, 'geen kopie');
    const before = readFileSync(file);
    expect(restoreStore(file, { file: bad, at: TUESDAY_TEN }, LATER)).toMatchObject({
      ok: false,
      error: { code: 'store-damaged' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});

it('of daily copies seven stay, and halves of one do not', () => {
  const desk = createFakeDesk({ file });
  desk.receive({ subject: 'Een' });
  for (let day = 0; day < 9; day += 1) shelveBackup(file, 'day', TUESDAY_TEN + day * DAY_MS);
  shelveBackup(file, 'asked', TUESDAY_TEN);
  shelveBackup(file, 'update', TUESDAY_TEN - 40 * DAY_MS);
  writeFileSync(join(backupFolder(file), 'balie-day-2026-05-20-100000.db.partial'), 'half');
  desk.store.close();
  expect(tidyBackups(file, TUESDAY_TEN + 9 * DAY_MS)).toHaveLength(3);
  expect(listBackups(file).map(({ kind }) => kind)).toEqual([...Array<string>(7).fill('day'), 'asked']);
  expect(readdirSync(backupFolder(file)).filter((name) => name.includes('partial'))).toEqual([]);
  expect(readdirSync(backupFolder(file))).toHaveLength(16);
});

function rowsOf(path: string): Record<string, unknown[]> {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'message_fts' ORDER BY name",
      )
      .pluck()
      .all();
    return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
  } finally {
    db.close();
  }
}
