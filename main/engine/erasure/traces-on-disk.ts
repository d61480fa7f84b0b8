// What an erasure leaves to be done beside the desk's own file: lines of the log, copies of the desk, and a look at every byte of the
// data folder whether the address can still be read anywhere.
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Instant } from '../../domain/instant.ts';
import { shelveBackup } from '../store/backup-desk.ts';
import { listBackups, removeBackup } from '../store/backup-shelf.ts';
import { holdsPerson } from '../store/holds-person.ts';
import { literally, type Blacken } from './blacken.ts';

/** Lines that name the person go; the log holds none as a rule, and this is the second lock. */
export function cleanLogs(folder: string, blacken: Blacken): void {
  for (const file of filesIn(folder, 1)) {
    const text = readFileSync(file, 'utf8');
    const kept = text.split('\n').filter((line) => blacken(line) === line);
    if (kept.join('\n') !== text) writeFileSync(file, kept.join('\n'), { mode: 0o600 });
  }
}

/** Copies of the desk in which the person can still be found. */
export const copiesHolding = (desk: string, addresses: readonly string[]): readonly string[] =>
  [...listBackups(desk).map(({ file }) => file), ...oldCopies(desk)].filter((file) => holdsPerson(file, addresses));

/**
 * Copies that hold the person go, once there is a new one of the desk as it is now: a copy cannot be changed without losing the
 * sums by which it is known to be sound. Answers what went; null: the new one could not be made, and they stay.
 */
export function renewBackups(desk: string, addresses: readonly string[], now: Instant): readonly string[] | null {
  const holding = copiesHolding(desk, addresses);
  if (holding.length === 0) return [];
  if (!shelveBackup(desk, 'day', now).ok) return null;
  for (const file of holding) removeBackup(file);
  return holding.map((file) => basename(file));
}

/** Earlier versions put the copy before a new schema right beside the desk. */
const oldCopies = (desk: string): readonly string[] =>
  filesIn(dirname(desk), 0).filter((file) => basename(file).startsWith(`${basename(desk)}.schema-`));

/** Files of the data folder that hold one of the addresses as it stands, whatever they are; names relative to the folder. */
export async function filesNaming(folder: string, addresses: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of filesIn(folder, DEEPEST)) if (await names(file, addresses)) found.push(relative(folder, file));
  return found;
}

const DEEPEST = 6;
const CHUNK_BYTES = 1024 * 1024;

async function names(file: string, addresses: readonly string[]): Promise<boolean> {
  // What ends with the address is another one: marjan@peeters.be.
  const whole = new RegExp(`(?<![a-z0-9._+-])(?:${addresses.map(literally).join('|')})(?![a-z0-9_-])`);
  const longest = Math.max(...addresses.map(({ length }) => length));
  let tail = '';
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      const text = tail + (chunk as Buffer).toString('latin1').toLowerCase();
      if (addresses.some((address) => text.includes(address)) && whole.test(text)) return true;
      tail = text.slice(-longest - 2);
    }
  } catch {
    // Gone, or held by somebody: the desk's lock is one such.
  }
  return false;
}

function filesIn(folder: string, depth: number): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      // The demo is a desk of its own.
      if (entry.isDirectory()) return depth > 0 && entry.name !== 'demo' ? filesIn(path, depth - 1) : [];
      return entry.isFile() && statSync(path).size > 0 ? [path] : [];
    });
  } catch {
    return [];
  }
}
