import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SECOND_MS } from '../../domain/instant.ts';
import { createFakePorts, type FakePorts } from '../ports/fake-ports.ts';
import { createSystemTimers } from '../ports/system-clock.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createForeignWatch, type ForeignWatch } from './foreign-watch.ts';

let folder: string;
let ports: FakePorts;
let watch: ForeignWatch | null;
const opened: Store[] = [];
const open = (): Store => {
  const result = openStore(join(folder, 'balie.db'));
  if (!result.ok) throw new Error(result.error.detail);
  opened.push(result.value);
  return result.value;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-foreign-'));
  ports = createFakePorts(0);
  watch = null;
});
afterEach(() => {
  watch?.stop();
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

it('what another process wrote is noticed as soon as the file system tells, and what we wrote ourselves is not', async () => {
  const [ours, theirs] = [open(), open()];
  const noticed = new Promise<readonly string[]>((resolve) => {
    watch = createForeignWatch({ store: ours, timers: createSystemTimers(), folder }, () =>
      resolve([...ours.settings.all().keys()]),
    );
    watch.start();
  });
  ours.settings.put('ours', 1);
  theirs.settings.put('theirs', 2);
  // Told once, and not already of our own row, which came first.
  expect(await noticed).toContain('theirs');
});

it('where the file system says nothing it is noticed at the next glance', async () => {
  const [ours, theirs] = [open(), open()];
  let noticed = 0;
  watch = createForeignWatch({ store: ours, timers: ports.timers, folder: null }, () => (noticed += 1));
  watch.start();
  theirs.settings.put('theirs', 2);
  await ports.pass(19 * SECOND_MS);
  expect(noticed).toBe(0);
  await ports.pass(SECOND_MS);
  expect(noticed).toBe(1);
  ours.settings.put('ours', 1);
  await ports.pass(60 * SECOND_MS);
  expect(noticed).toBe(1);
});

it('a folder that cannot be watched is glanced at all the same', async () => {
  const [ours, theirs] = [open(), open()];
  let noticed = 0;
  const gone = join(folder, 'gone');
  watch = createForeignWatch({ store: ours, timers: ports.timers, folder: gone }, () => (noticed += 1));
  watch.start();
  theirs.settings.put('theirs', 2);
  await ports.pass(20 * SECOND_MS);
  expect(noticed).toBe(1);
});
