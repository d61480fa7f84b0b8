import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileLog } from './file-log.ts';
import { createRedactor } from './redactor.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a line an entry, for the owner alone', () => {
  const file = join(folder, 'logs', 'engine.log');
  const log = createFileLog(file, createRedactor(), () => 0);
  log('warn', 'sync', { account: 'a1', tries: 3 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    what: 'sync',
    account: 'a1',
    tries: 3,
  });
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'logs')).mode & 0o077).toBe(0);
});

it('holds no password, no address and no long answer of a server', () => {
  const file = join(folder, 'engine.log');
  const redactor = createRedactor();
  redactor.learn('Zomer2026!');
  const log = createFileLog(file, redactor, () => 0);
  const base64 = Buffer.from('Zomer2026!').toString('base64');
  log('error', 'LOGIN "mia@post.example" "Zomer2026!"', {
    said: `${base64} ${'QUJD'.repeat(40)} for <mia@post.example>`,
  });
  const written = readFileSync(file, 'utf8');
  expect(written).not.toContain('Zomer2026!');
  expect(written).not.toContain(base64);
  expect(written).not.toContain('mia@post.example');
  expect(written).not.toContain('QUJDQUJD');
});

it('turns over before it grows large, and keeps only a few', () => {
  const file = join(folder, 'engine.log');
  const log = createFileLog(file, createRedactor(), () => 0);
  const words = 'woord '.repeat(500);
  for (let entry = 0; entry < 2_000; entry += 1) log('info', words);
  expect(readdirSync(folder).toSorted()).toEqual(['engine.log', 'engine.log.1', 'engine.log.2', 'engine.log.3']);
  expect(statSync(join(folder, 'engine.log.1')).size).toBeLessThan(1_010_000);
});

it('says nothing rather than stop the desk where it cannot write', () => {
  writeFileSync(join(folder, 'in-the-way'), '');
  const log = createFileLog(join(folder, 'in-the-way', 'engine.log'), createRedactor(), () => 0);
  expect(() => log('error', 'disk full')).not.toThrow();
});
