import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { readMark } from './desk-mark.ts';
import { networkShare, refuseNetworkFolder } from './disk-room.ts';
import { examine } from './sound-file.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-sound-'));
  file = join(folder, 'balie.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const PARTS = ['', '-wal', '-mark'] as const;

function filledDesk(): FakeDesk {
  const desk = createFakeDesk({ file });
  for (let letter = 0; letter < 60; letter += 1) {
    desk.receive({ subject: `Vraag ${letter}`, text: `Wat kost fiets nummer ${letter}? `.repeat(100) });
  }
  return desk;
}

/** What a kill leaves behind: the files as they are while the desk is open. */
function killed(after = (_desk: FakeDesk): void => {}): void {
  const desk = filledDesk();
  after(desk);
  for (const part of PARTS) copyFileSync(file + part, `${file}.kept${part}`);
  desk.store.close();
  for (const part of PARTS) copyFileSync(`${file}.kept${part}`, file + part);
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

describe('a desk that was closed', () => {
  beforeEach(() => filledDesk().store.close());

  it('is as it was left', () => {
    expect(examine(file, false)).toEqual({ kind: 'sound' });
    expect(readMark(file)).toMatchObject({ kind: 'closed', messages: 60 });
  });
  it('with one bit changed in a word is damaged, although SQLite finds nothing wrong with it', () => {
    flip(file, readFileSync(file).indexOf('fiets nummer 31'));
    expect(examine(file, false)).toMatchObject({ kind: 'damaged', why: expect.stringContaining('1 of') });
  });
  it('and damaged stays so, however often it is looked at', () => {
    flip(file, readFileSync(file).indexOf('fiets nummer 31'));
    for (let look = 0; look < 3; look += 1) expect(examine(file, false).kind).toBe('damaged');
  });
  it('whose header is rubbish is damaged', () => {
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 0, 100);
    writeFileSync(file, bytes);
    expect(examine(file, false)).toEqual({ kind: 'damaged', why: 'SQLITE_NOTADB' });
  });
  it('that became empty, or was cut, or is gone, is damaged and no new beginning', () => {
    truncateSync(file, 8_192);
    expect(examine(file, false).kind).toBe('damaged');
    truncateSync(file, 0);
    expect(examine(file, false)).toEqual({ kind: 'damaged', why: 'the file is empty' });
    rmSync(file);
    expect(examine(file, false)).toEqual({ kind: 'damaged', why: 'the file is gone' });
    rmSync(`${file}-mark`);
    expect(examine(file, true)).toEqual({ kind: 'damaged', why: 'the file is gone' });
    expect(examine(file, false)).toEqual({ kind: 'fresh' });
  });
  it('in whose place another one was put is told from a damaged one', () => {
    const other = join(folder, 'other.db');
    const desk = createFakeDesk({ file: other });
    for (let letter = 0; letter < 90; letter += 1) desk.receive({ subject: `Anders ${letter}` });
    desk.store.close();
    copyFileSync(other, file);
    expect(examine(file, false)).toEqual({ kind: 'exchanged' });
  });
});

describe('a desk that was killed', () => {
  it('has its last changes in the log, and is sound', () => {
    killed();
    expect(readMark(file)).toMatchObject({ kind: 'open' });
    expect(examine(file, false)).toEqual({ kind: 'sound' });
    expect(examine(file, false)).toEqual({ kind: 'sound' });
  });
  it('whose log was removed misses changes', () => {
    killed((desk) => desk.store.mailboxes.list('mertens'));
    rmSync(`${file}-wal`);
    // Without its log a desk this young has nothing at all in it.
    expect(examine(file, false).kind).not.toBe('sound');
  });
  it('whose log was cut misses changes', () => {
    killed();
    truncateSync(`${file}-wal`, readFileSync(`${file}-wal`).length - 4_120 * 3);
    expect(examine(file, false)).toEqual({ kind: 'changes-missing' });
  });
  it('with a byte damaged in the middle of its log misses what came after it', () => {
    killed();
    flip(`${file}-wal`, Math.floor(readFileSync(`${file}-wal`).length / 2));
    expect(examine(file, false)).toEqual({ kind: 'changes-missing' });
  });
});

it('a first start that was cut off before it wrote anything is a beginning', () => {
  writeFileSync(file, '');
  expect(examine(file, false)).toEqual({ kind: 'fresh' });
});

describe('a folder on another computer', () => {
  const on = (type: number) => () => ({ type, bavail: 1, bsize: 1 });
  it('is refused, with the kind of share as the reason', () => {
    expect(refuseNetworkFolder(join(folder, 'not/yet/there'), on(0xfe534d42))).toMatchObject({
      ok: false,
      error: { code: 'network-folder', values: { kind: 'SMB2' } },
    });
    // A 32-bit machine tells the same number as a negative one.
    expect(networkShare(folder, 'linux', on(0xff534d42 | 0))).toBe('CIFS');
    expect(networkShare(folder, 'linux', on(0xef53))).toBeNull();
  });
  it('is known by its name on Windows', () => {
    expect(networkShare('\\\\nas\\balie', 'win32', on(0))).toBe('SMB');
    expect(networkShare('\\\\?\\C:\\balie', 'win32', on(0))).toBeNull();
    expect(networkShare('C:\\balie', 'win32', on(0))).toBeNull();
  });
});
