// Files that somebody sent, on the owner's disk: saved where he says, or opened from a copy of our own that does not outlive the
// desk. All of them bear the system's mark of coming from outside, so that it asks before anything in them runs. No Electron here.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { failed, ok, type Result } from '../contract/errors.ts';

export type ForeignFiles = {
  /** Over what may stand there: the owner was asked. Answers the path. */
  readonly save: (path: string, bytes: Uint8Array) => Promise<Result<string>>;
  /** Beside what may stand there, as "naam (2).pdf". */
  readonly saveIn: (folder: string, fileName: string, bytes: Uint8Array) => Promise<Result<string>>;
  /** A copy to open, which only the owner can read and nobody can write. */
  readonly copyToOpen: (fileName: string, bytes: Uint8Array) => Promise<Result<string>>;
  /** Copies of earlier: at the start, at the end, and once a person was erased. One that is still open on Windows stays until then. */
  readonly clean: () => void;
};

export type ForeignFilesDeps = {
  /** Of ours alone, inside the data folder. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly now: () => number;
};

/** Names that may be taken before somebody plays a game with us. */
const MOST_TRIES = 1_000;

export function createForeignFiles({ folder, platform, now }: ForeignFilesDeps): ForeignFiles {
  const write = async (path: string, bytes: Uint8Array, flag: 'w' | 'wx'): Promise<Result<string>> => {
    try {
      await writeFile(path, bytes, { mode: 0o600, flag });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      if (code === 'EEXIST') return failed('already-exists', 'user', code);
      return failed(code === 'ENOSPC' ? 'disk-full' : 'not-possible-now', 'user', code);
    }
    await markAsForeign(path, platform, now());
    return ok(path);
  };
  return {
    save: (path, bytes) => write(path, bytes, 'w'),
    saveIn: async (place, fileName, bytes) => {
      let last = await write(join(place, fileName), bytes, 'wx');
      for (let nr = 2; nr < MOST_TRIES && !last.ok && last.error.code === 'already-exists'; nr += 1) {
        last = await write(join(place, numbered(fileName, nr)), bytes, 'wx');
      }
      return last;
    },
    copyToOpen: async (fileName, bytes) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // A folder for each: the name stays as it is, and two files of one name do not meet.
      const copy = await write(join(mkdtempSync(join(folder, 'file-')), fileName), bytes, 'wx');
      if (copy.ok) chmodSync(copy.value, 0o400);
      return copy;
    },
    clean: () => {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // A program on Windows still holds one of them.
      }
    },
  };
}

const numbered = (fileName: string, nr: number): string => {
  const ending = extname(fileName);
  return `${fileName.slice(0, fileName.length - ending.length)} (${nr})${ending}`;
};

/** Where the system knows no such mark, or the file system cannot hold it, the file is there all the same. */
async function markAsForeign(path: string, platform: NodeJS.Platform, now: number): Promise<void> {
  if (platform === 'win32') {
    // Zone 3 is "the internet".
    await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => {});
  }
  if (platform === 'darwin') {
    // As browsers do: 0083 for a file that came in and was not approved yet, when, and by whom.
    const mark = `0083;${Math.floor(now / 1_000).toString(16)};Balie;`;
    await new Promise<void>((resolve) => {
      execFile('/usr/bin/xattr', ['-w', 'com.apple.quarantine', mark, path], () => resolve());
    });
  }
}
