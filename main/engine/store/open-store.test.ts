import BetterSqlite3 from 'better-sqlite3';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { openDatabase } from './database.ts';
import { migrate, MIGRATIONS, schemaVersion } from './migrate.ts';
import { backupDesk } from './backup-desk.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

let folder: string;
let file: string;
const opened: Store[] = [];
const open = (): Store => {
  const result = openStore(file);
  if (!result.ok) throw new Error(result.error.detail);
  opened.push(result.value);
  return result.value;
};
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'balie-store-')), 'desk');
  file = join(folder, 'balie.db');
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(join(folder, '..'), { recursive: true });
});

/** As a crash leaves it: the write-ahead log still has what was written. */
function crash(): void {
  const store = open();
  store.contacts.setVip('jan@peeters.be', true);
  for (const part of ['', '-wal']) copyFileSync(file + part, `${file}.kept${part}`);
  store.close();
  opened.length = 0;
  for (const part of ['', '-wal']) copyFileSync(`${file}.kept${part}`, file + part);
}

describe('a desk on disk', () => {
  it('is for the owner alone', () => {
    open().contacts.setVip('jan@peeters.be', true);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const part of ['', '-wal', '-shm']) expect(statSync(file + part).mode & 0o777).toBe(0o600);
  });
  it('in a folder that was there leaves that folder to whom it belongs', () => {
    const common = join(folder, '../common');
    mkdirSync(common);
    chmodSync(common, 0o755);
    const store = openStore(join(common, 'balie.db'));
    if (store.ok) opened.push(store.value);
    expect(statSync(common).mode & 0o777).toBe(0o755);
    expect(statSync(join(common, 'balie.db')).mode & 0o777).toBe(0o600);
  });
  it('made by a newer Balie is refused and left as it was', () => {
    open().close();
    opened.length = 0;
    const raw = new BetterSqlite3(file);
    raw.pragma('user_version = 99');
    raw.close();
    const before = readFileSync(file);
    expect(openStore(file)).toMatchObject({ ok: false, error: { code: 'store-too-new' } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });
  it('that is no database is damaged, and is kept', () => {
    open().close();
    opened.length = 0;
    writeFileSync(file, 'this is no database at all, but it is long enough to be looked at'.repeat(40));
    expect(openStore(file)).toMatchObject({ ok: false, error: { code: 'store-damaged', values: { file } } });
    expect(readFileSync(file, 'utf8')).toContain('this is no database');
  });
  it('has what was acknowledged before a crash', () => {
    crash();
    expect(open().contacts.isVip('jan@peeters.be')).toBe(true);
  });
  it('with a page damaged in a crash is not opened', () => {
    open().close();
    opened.length = 0;
    crash();
    // Into the schema's second page and further, so that opening alone would not notice.
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096 * 2, Math.min(bytes.length, 4096 * 20));
    writeFileSync(file, bytes);
    rmSync(`${file}-shm`, { force: true });
    writeFileSync(`${file}-wal`, readFileSync(`${file}-wal`).subarray(0, 40));
    expect(openStore(file)).toMatchObject({ ok: false, error: { code: 'store-damaged' } });
  });
  it('may be open twice: the app, and the command line beside it', () => {
    const app = open();
    const seen = app.queue.foreignVersion();
    const cli = open();
    cli.contacts.setVip('jan@peeters.be', true);
    expect(app.contacts.isVip('jan@peeters.be')).toBe(true);
    expect(app.queue.foreignVersion()).not.toBe(seen);
  });
});

describe('a migration', () => {
  const step = 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT';
  it('leaves a copy of the desk as it was', () => {
    open().contacts.setVip('jan@peeters.be', true);
    const db = openDatabase(file);
    const copy = join(folder, 'copy.db');
    expect(migrate(db, () => backupDesk(file, copy), [...MIGRATIONS, step])).toEqual(ok(MIGRATIONS.length + 1));
    db.close();
    const kept = new BetterSqlite3(copy, { readonly: true });
    expect(schemaVersion(kept)).toBe(MIGRATIONS.length);
    expect(kept.prepare('SELECT count(*) FROM contact_mark').pluck().get()).toBe(1);
    kept.close();
  });
  it('does not happen when no copy could be made', () => {
    open();
    const db = openDatabase(file);
    const full = { ok: false, error: { code: 'disk-full', retry: 'user', detail: '' } } as const;
    expect(migrate(db, () => full, [...MIGRATIONS, step])).toEqual(full);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    db.close();
  });
  it('that fails half-way leaves the schema as it was', () => {
    open();
    const db = openDatabase(file);
    expect(() => migrate(db, () => ok(null), [...MIGRATIONS, `${step}; CREATE TABLE broken (`])).toThrow(
      'incomplete input',
    );
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'later'`).pluck().get()).toBe(0);
    db.close();
  });
});
