// Copies, damage and restoring on the command line.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeDeskLock } from '../../main/engine/store/desk-lock.ts';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';

type Check = { readonly ok: boolean; readonly messages: number };

describe('a desk on the command line', () => {
  let desk: CommandLineDesk;
  let copy: string;
  let data: readonly string[];
  const file = (): string => join(desk.dataFolder, 'balie.db');
  const run = (...words: string[]) => desk.balie([...words, ...data, '--json']);

  beforeAll(async () => {
    desk = await openCommandLine();
    data = ['--data', desk.dataFolder];
    await run('demo');
    copy = join(desk.dataFolder, 'elsewhere.db');
  }, 120_000);
  afterAll(() => desk.close());

  it('is copied, decided upon, and restored to what it was', async () => {
    expect((await run('backup', copy)).json()).toMatchObject({ file: copy });
    const queue = (await run('queue')).json() as readonly { readonly conversation: number }[];
    expect((await run('done', String(queue[0]?.conversation))).code).toBe(0);
    expect((await run('queue')).json()).toHaveLength(queue.length - 1);
    const restored = await run('restore', copy);
    expect(restored.json()).toMatchObject({ outbox: { doubtful: 0 } });
    expect(existsSync((restored.json() as { readonly kept: string }).kept)).toBe(true);
    expect((await run('queue')).json()).toHaveLength(queue.length);
    const check = await run('check');
    expect(check.json()).toMatchObject({ ok: true });
    expect(check.err).toContain('is teruggezet');
  }, 120_000);

  it('that is open in the app is not restored', async () => {
    const app = takeDeskLock(join(desk.dataFolder, 'keeper.lock'));
    const refused = await run('restore', copy);
    app?.release();
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'store-busy' } });
  }, 60_000);

  it('is not restored from what is no desk', async () => {
    const before = (await run('check')).json() as Check;
    const bad = join(desk.dataFolder, 'notes.txt');
    writeFileSync(bad, 'geen bureau');
    expect((await run('restore', bad)).json()).toMatchObject({ error: { code: 'store-damaged' } });
    expect((await run('restore', join(desk.dataFolder, 'nothing'))).json()).toMatchObject({
      error: { code: 'not-found' },
    });
    expect((await run('check')).json()).toMatchObject({ messages: before.messages });
  }, 120_000);

  it('that is damaged is said so by a look, and comes back by restoring', async () => {
    const bytes = readFileSync(file());
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 0x20;
    writeFileSync(file(), bytes);
    const looked = await run('check');
    expect(looked.code).toBe(1);
    expect(looked.json()).toMatchObject({ error: { code: 'store-damaged' } });
    expect((await run('restore', copy)).code).toBe(0);
    expect((await run('check')).json()).toMatchObject({ ok: true });
    const kept = readdirSync(join(desk.dataFolder, 'backups')).find((name) => /^balie-damaged-.*\.db$/.test(name));
    expect(readFileSync(join(desk.dataFolder, 'backups', kept ?? '')).equals(bytes)).toBe(true);
    rmSync(copy);
  }, 120_000);
});
