// What the names in a Maildir tell: flags at the end of a file's name, the moment at its beginning, folders as ".Sent" and the like.
import type { Instant } from '../../domain/instant.ts';

const FLAG_BY_LETTER: Readonly<Record<string, string>> = {
  S: '\\Seen',
  R: '\\Answered',
  F: '\\Flagged',
  D: '\\Draft',
  T: '\\Deleted',
};

/**
 * "1700000000.M1P2.host:2,RS". Windows knows no ":" in a name, so programs write ";", "!" or "-" there, and unpacking makes it
 * "_". No mark at all means no flags.
 */
export function flagsInName(name: string): readonly string[] {
  const letters = /[:;!_-]2,([A-Za-z]*)$/.exec(name)?.[1] ?? '';
  return letters.split('').flatMap((letter) => FLAG_BY_LETTER[letter] ?? []);
}

/** Seconds since 1970 before the first dot, by the delivery agent. */
export function instantInName(name: string): Instant | null {
  const seconds = /^(\d{9,10})\./.exec(name)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}

/** ".Archief.2024" is 2024 within Archief; letters beyond ASCII are in modified UTF-7 (RFC 3501, 5.1.3). */
export function mailboxInFolder(folder: string): string {
  const path = folder.startsWith('.') ? folder.slice(1).split('.').join('/') : folder;
  return path.replaceAll(/&([A-Za-z0-9+,]*)-/g, (_, encoded: string) => (encoded === '' ? '&' : fromUtf7(encoded)));
}

function fromUtf7(encoded: string): string {
  const bytes = Buffer.from(encoded.replaceAll(',', '/'), 'base64');
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
}
