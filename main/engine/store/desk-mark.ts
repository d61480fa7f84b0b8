// A small file beside the desk that says how it was left: closed, and what every stretch of it added up to; or open, and how far its
// write-ahead log had come. Without it a log that somebody removed, or a file that became empty, looks like a desk with less in it.
//
// It is written in place and never renamed: another process may hold it open, which Windows does not forgive. Half a mark reads as
// none, and none means that everything is looked at.
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { sumsFromText, sumsOf, sumsToText } from './file-sums.ts';

export type DeskMark =
  /** `salt` tells which log, '' none; `frames` how many of it were committed. */
  | { readonly kind: 'open'; readonly salt: string; readonly frames: number }
  | { readonly kind: 'closed'; readonly size: number; readonly messages: number; readonly sums: Uint32Array };

export type OpenMark = {
  /** After a commit: the log has come at least this far. Not synced, so that it costs microseconds; a kill does not lose it. */
  readonly grown: () => void;
  /** The log is about to be emptied, by us. */
  readonly emptied: () => void;
  /** Something in the file is wrong: it will not be marked as closed. */
  readonly distrust: () => void;
  readonly isTrusted: () => boolean;
  readonly release: () => void;
};

export const markFile = (file: string): string => `${file}-mark`;
export const walFile = (file: string): string => `${file}-wal`;

export function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

const stored = z.union([
  z.object({ kind: z.literal('open'), salt: z.string(), frames: z.number().int().min(0) }),
  z.object({
    kind: z.literal('closed'),
    size: z.number().int().min(0),
    messages: z.number().int().min(0),
    sums: z.string(),
  }),
]);

/** null: there is none, or it cannot be read. */
export function readMark(file: string): DeskMark | null {
  try {
    const mark = stored.parse(JSON.parse(readFileSync(markFile(file), 'utf8')));
    return mark.kind === 'open' ? mark : { ...mark, sums: sumsFromText(mark.sums) };
  } catch {
    return null;
  }
}

/** The desk is in use from here on. `isFirst`: nobody else has it open, so what the mark said is over. */
export function markOpen(file: string, isFirst: boolean): OpenMark {
  const handle = openForWriting(file);
  let isTrusted = true;
  const distrust = (): void => {
    isTrusted = false;
  };
  const trust = { distrust, isTrusted: () => isTrusted };
  if (handle === null) return { ...trust, grown: () => {}, emptied: () => {}, release: () => {} };
  const index = createIndexReader(file);
  const put = ({ salt, frames }: LogState): void => {
    try {
      // Always as long, so that a shorter number leaves nothing of a longer one behind.
      writeSync(handle, `${JSON.stringify({ kind: 'open', salt, frames }).padEnd(OPEN_BYTES - 1)}\n`, 0);
    } catch {
      // A disk that takes nothing stops the desk by itself; the mark is the lesser of it.
    }
  };
  if (isFirst) {
    put(NO_LOG);
    try {
      ftruncateSync(handle, OPEN_BYTES);
      fsyncSync(handle);
    } catch {
      rmSync(markFile(file), { force: true });
    }
  }
  return {
    ...trust,
    grown: () => {
      const now = index.read();
      if (now !== null) put(now);
    },
    emptied: () => put(NO_LOG),
    release: () => {
      index.close();
      closeSync(handle);
    },
  };
}

const OPEN_BYTES = 80;
type LogState = { readonly salt: string; readonly frames: number };
const NO_LOG: LogState = { salt: '', frames: 0 };

/**
 * The log's shared index begins with how many of its frames are committed, and with its salt. Reading 48 bytes takes a microsecond;
 * reading the log itself after each commit would take longer than the commit. https://www.sqlite.org/walformat.html, 2.1
 */
function createIndexReader(file: string): { readonly read: () => LogState | null; readonly close: () => void } {
  const header = Buffer.alloc(48);
  let handle: number | null = null;
  return {
    read: () => {
      try {
        handle ??= openSync(`${file}-shm`, 'r');
        if (readSync(handle, header, 0, header.length, 0) < header.length) return null;
        return { frames: header.readUInt32LE(16), salt: header.toString('hex', 32, 40) };
      } catch {
        return null;
      }
    },
    close: () => {
      if (handle !== null) closeSync(handle);
    },
  };
}

/** The file is closed by everybody and stays as it is now. A mark that cannot be written is none. */
export function markClosed(file: string, messages: number): void {
  try {
    const mark = { kind: 'closed', size: sizeOf(file) ?? 0, messages, sums: sumsToText(sumsOf(file)) };
    const handle = openSync(markFile(file), 'w', 0o600);
    try {
      writeSync(handle, `${JSON.stringify(mark)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    rmSync(markFile(file), { force: true });
  }
}

/** null on a disk without room for it; then a mark that says something else goes. */
function openForWriting(file: string): number | null {
  try {
    // 'r+' fails where there is none, 'a' would write at the end only.
    return openSync(markFile(file), sizeOf(markFile(file)) === null ? 'w' : 'r+', 0o600);
  } catch {
    rmSync(markFile(file), { force: true });
    return null;
  }
}
