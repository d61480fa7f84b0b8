import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createForeignFiles } from './foreign-files.ts';

let desk: string;
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'balie-foreign-'));
});
afterAll(() => rmSync(desk, { recursive: true, force: true }));

const bytes = Buffer.from('%PDF-1.7');
const files = (platform: NodeJS.Platform = 'linux') =>
  createForeignFiles({ folder: join(desk, 'opened'), platform, now: () => 0 });

describe('files that somebody sent, on the owner’s disk', () => {
  it('opens from a copy that only he reads and nobody writes, under its own name, and gone when cleaned', async () => {
    const { copyToOpen, clean } = files();
    const [one, other] = [await copyToOpen('offerte.pdf', bytes), await copyToOpen('offerte.pdf', bytes)];
    const path = one.ok ? one.value : '';
    expect(basename(path)).toBe('offerte.pdf');
    expect(other).not.toEqual(one);
    expect(statSync(path).mode & 0o777).toBe(0o400);
    expect(statSync(join(desk, 'opened')).mode & 0o777).toBe(0o700);
    clean();
    expect(existsSync(join(desk, 'opened'))).toBe(false);
    clean();
  });

  it('saves beside what is there, never over it', async () => {
    const { saveIn } = files();
    for (const text of ['een', 'twee', 'drie']) await saveIn(desk, 'foto.van.jan.jpg', Buffer.from(text));
    expect(readdirSync(desk).toSorted()).toEqual(['foto.van.jan (2).jpg', 'foto.van.jan (3).jpg', 'foto.van.jan.jpg']);
    expect(readFileSync(join(desk, 'foto.van.jan.jpg'), 'utf8')).toBe('een');
  });

  it('marks them on Windows as coming from the internet', async () => {
    await files('win32').save(join(desk, 'lijst.csv'), bytes);
    // Here it is a file of its own; there it is a stream of the same one.
    expect(readFileSync(join(desk, 'lijst.csv:Zone.Identifier'), 'utf8')).toContain('ZoneId=3');
  });

  it('says what hinders it', async () => {
    expect(await files().save(join(desk, 'geen', 'map.pdf'), bytes)).toMatchObject({
      error: { code: 'not-possible-now' },
    });
  });
});
