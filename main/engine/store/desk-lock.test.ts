import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeDeskLock } from './desk-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('lets one keep a desk, and the next only after it was left', () => {
  const file = join(folder, 'keeper.lock');
  const first = takeDeskLock(file);
  expect(first).not.toBeNull();
  expect(takeDeskLock(file)).toBeNull();
  first?.release();
  const second = takeDeskLock(file);
  expect(second).not.toBeNull();
  second?.release();
});
