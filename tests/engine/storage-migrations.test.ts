// reliability-security.md, P21: a desk that dies in a migration is the old one or the new one, never one between; and a desk of the
// first version keeps all it had.
import { spawn } from 'node:child_process';
import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../main/contract/errors.ts';
import { judgeBackup } from '../../main/engine/store/backup-desk.ts';
import { listBackups } from '../../main/engine/store/backup-shelf.ts';
import { openDatabase } from '../../main/engine/store/database.ts';
import { migrate, MIGRATIONS } from '../../main/engine/store/migrate.ts';
import { openStore } from '../../main/engine/store/open-store.ts';
import { createSettings } from '../../main/engine/settings/settings.ts';
import { FIRST_DESK_MESSAGES, makeFirstDesk } from './first-desk.ts';
import { statementsOf } from './sql-statements.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-migration-'));
  file = join(folder, 'balie.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Statements that make the schema, as SQLite keeps them. */
function schemaOf(path: string): { readonly version: number; readonly sql: readonly string[] } {
  const db = new BetterSqlite3(path);
  try {
    return {
      version: db.pragma('user_version', { simple: true }) as number,
      sql: db.prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').pluck().all(),
    };
  } finally {
    db.close();
  }
}

function schemaAfter(steps: number): ReturnType<typeof schemaOf> {
  const path = join(folder, `schema-${steps}.db`);
  const db = openDatabase(path);
  migrate(db, () => ok(null), MIGRATIONS.slice(0, steps));
  db.close();
  return schemaOf(path);
}

async function dieIn(path: string, step: number, after: number | 'copy'): Promise<string | null> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./migration-child.ts', import.meta.url)), path, String(step), String(after)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

it('takes every statement of a migration apart, and leaves none out', () => {
  for (const sql of MIGRATIONS) {
    const db = new BetterSqlite3(':memory:');
    for (const earlier of MIGRATIONS.slice(0, MIGRATIONS.indexOf(sql))) db.exec(earlier);
    for (const statement of statementsOf(sql)) expect(() => db.exec(statement)).not.toThrow();
    expect(statementsOf(sql).join('')).toBe(sql);
    db.close();
  }
});

describe.each(MIGRATIONS.map((sql, step) => ({ step, statements: statementsOf(sql).length })))(
  'migration $step',
  ({ step, statements }) => {
    // With BALIE_EVERY_STATEMENT=1 after every one of them, which takes a minute.
    const moments = Array.from({ length: statements + 1 }, (_, after) => after);
    const chosen =
      process.env['BALIE_EVERY_STATEMENT'] === '1'
        ? moments
        : moments.filter((after) => after % 7 === 0 || after === statements);
    it(`killed after ${chosen.length} of its ${statements} statements leaves the old desk, which then becomes the new one`, async () => {
      const old = schemaAfter(step);
      const newest = schemaAfter(MIGRATIONS.length);
      for (const after of chosen) {
        const here = join(folder, `after-${after}`);
        const path = join(here, 'balie.db');
        mkdirSync(here);
        if (step > 0) makeFirstDesk(path);
        expect(await dieIn(path, step, after)).toBe('SIGKILL');
        const left = schemaOf(path);
        expect({ after, ...left }).toEqual({ after, ...old });
        expect(judgeAll(path)).toBe(true);
        const opened = openStore(path);
        if (!opened.ok) throw new Error(`after ${after}: ${opened.error.detail}`);
        expect(opened.value.check.soundness()).toBe('ok');
        expect(opened.value.check.counts().messages).toBe(step === 0 ? 0 : FIRST_DESK_MESSAGES);
        opened.value.close();
        expect(schemaOf(path)).toEqual(newest);
      }
    }, 240_000);
  },
);

/** A migration of a desk with something in it never began without a copy, and the copy can be restored from. */
function judgeAll(path: string): boolean {
  return listBackups(path).every((backup) => judgeBackup(backup.file).ok);
}

it('killed right after the copy was made leaves the old desk, and its copy', async () => {
  makeFirstDesk(file);
  expect(await dieIn(file, 1, 'copy')).toBe('SIGKILL');
  expect(schemaOf(file).version).toBe(1);
  const [copy] = listBackups(file);
  expect(copy).toMatchObject({ kind: 'update', messages: FIRST_DESK_MESSAGES });
  expect(judgeBackup(copy?.file ?? '')).toEqual(ok(FIRST_DESK_MESSAGES));
});

it('a desk of the first version has everything it had', () => {
  makeFirstDesk(file);
  const before = rowsOf(file);
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.detail);
  const store = opened.value;
  expect(store.accounts.get('mertens')).toMatchObject({ email: 'info@fietsenmertens.be', keep: 'keychain' });
  expect(store.deliveries.list(5)).toMatchObject([
    { id: 5, state: 'queued', messageId: 'answer@own', text: 'Dat kan.' },
  ]);
  expect(store.drafts.answerIn(3)?.text).toBe('Beste Jan, de fiets');
  expect(store.bodies.text(7)).toBe('Is de blauwe fiets 7 nog te koop?');
  expect(store.contacts.isVip('jan1@peeters.be')).toBe(true);
  expect(store.settings.all().get('undoSeconds')).toBe(20);
  store.close();
  const after = rowsOf(file);
  for (const [table, rows] of Object.entries(before)) {
    // A later version may know more of a row, and never less.
    expect([table, after[table]?.length]).toEqual([table, rows.length]);
    expect(after[table]).toMatchObject(rows);
  }
  expect(listBackups(file)).toMatchObject([{ kind: 'update', messages: FIRST_DESK_MESSAGES }]);
});

it('the signature that a desk had is the one for all its addresses and languages', () => {
  makeFirstDesk(file);
  const db = new BetterSqlite3(file);
  const me = JSON.stringify({ name: 'Els', phone: '', signature: 'Els\nFietsen Mertens' });
  db.prepare(`INSERT OR REPLACE INTO setting (key, value) VALUES ('me', ?)`).run(me);
  db.close();
  const opened = openStore(file);
  if (!opened.ok) throw new Error(opened.error.detail);
  const settings = createSettings({ store: opened.value, emit: () => {} }).get();
  opened.value.close();
  expect(settings.me).toEqual({ name: 'Els', phone: '' });
  expect(settings.signatures).toEqual([{ address: null, language: null, text: 'Els\nFietsen Mertens' }]);
});

/** Without the full-text index, which is made of the others and may be filled anew. */
function rowsOf(path: string): Record<string, object[]> {
  const db = new BetterSqlite3(path, { readonly: true });
  try {
    const tables = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'message_fts%' ORDER BY name`,
      )
      .pluck()
      .all();
    return Object.fromEntries(tables.map((table) => [table, db.prepare<[], object>(`SELECT * FROM ${table}`).all()]));
  } finally {
    db.close();
  }
}
