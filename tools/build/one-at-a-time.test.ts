import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';
import { cache } from './paths.mjs';

const name = `test-${process.pid}`;
const folder = join(cache, `${name}.lock`);
/** Larger than any process id that Linux gives out. */
const NOBODY = '99999999';

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('work that must not run twice at once', () => {
  it('waits for who came first, also when that one failed', async () => {
    const order: string[] = [];
    const held = Promise.withResolvers<void>();
    const first = oneAtATime(name, async () => {
      order.push('first begins');
      await held.promise;
      order.push('first ends');
      throw new Error('no luck');
    });
    const second = oneAtATime(name, () => {
      order.push('second');
    });
    held.resolve();
    await expect(first).rejects.toThrow('no luck');
    await second;
    expect(order).toEqual(['first begins', 'first ends', 'second']);
  });
  it('goes on when the one who held the lock has died', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'pid'), NOBODY);
    await expect(oneAtATime(name, () => 'done')).resolves.toBe('done');
    expect(existsSync(folder)).toBe(false);
  });
});
