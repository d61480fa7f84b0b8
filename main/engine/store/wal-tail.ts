// Whether a write-ahead log lost something in its middle. SQLite reads a log up to the first frame that does not add up, and takes
// that for the end: right after a power cut, where the last transaction may be torn, but silent about a damaged byte before
// transactions that were acknowledged. Format: https://www.sqlite.org/fileformat2.html#walformat
import { readFileSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const BIG_ENDIAN_SUMS = 0x377f0683;

export type WalTail = {
  /** Which log this is: each time it begins anew it draws another. */
  readonly salt: string;
  /** Frames from its beginning that add up. */
  readonly soundFrames: number;
  /** Frames of the same log follow a bad one, among them a whole transaction after which another was begun. */
  readonly isTorn: boolean;
};

export function readWalTail(file: string): WalTail {
  const wal = readFileSync(file);
  const salt = wal.subarray(16, 24);
  const found = { soundFrames: 0 };
  const isTorn = hasTornMiddle(wal, salt, found);
  return { salt: salt.toString('hex'), soundFrames: found.soundFrames, isTorn };
}

function hasTornMiddle(wal: Buffer, salt: Buffer, found: { soundFrames: number }): boolean {
  if (wal.length < HEADER_BYTES + FRAME_HEADER_BYTES) return false;
  const isBig = wal.readUInt32BE(0) === BIG_ENDIAN_SUMS;
  const pageBytes = wal.readUInt32BE(8);
  const frameBytes = FRAME_HEADER_BYTES + pageBytes;
  let sums = addUp(wal.subarray(0, 24), isBig, [0, 0]);
  // With a bad header the whole log is passed over; one that was only begun has nothing behind it.
  if (sums[0] !== wal.readUInt32BE(24) || sums[1] !== wal.readUInt32BE(28)) return true;
  let at = HEADER_BYTES;
  for (; at + frameBytes <= wal.length; at += frameBytes) {
    const strange = saltBytesOff(wal.subarray(at + 8, at + 16), salt);
    // Frames of the log that was here before this one: the end.
    if (strange > 1) return false;
    if (strange === 1) break;
    sums = addUp(wal.subarray(at, at + 8), isBig, sums);
    sums = addUp(wal.subarray(at + FRAME_HEADER_BYTES, at + frameBytes), isBig, sums);
    if (sums[0] !== wal.readUInt32BE(at + 16) || sums[1] !== wal.readUInt32BE(at + 20)) break;
    found.soundFrames += 1;
  }
  let isCommitSeen = false;
  for (; at + frameBytes <= wal.length; at += frameBytes) {
    if (!wal.subarray(at + 8, at + 16).equals(salt)) continue;
    if (isCommitSeen) return true;
    isCommitSeen = wal.readUInt32BE(at + 4) !== 0;
  }
  return false;
}

/** A log begun anew draws another salt, which differs in several bytes; one byte is damage. */
const saltBytesOff = (found: Buffer, salt: Buffer): number =>
  salt.filter((byte, index) => byte !== found[index]).length;

type Sums = readonly [number, number];

/** The log's own sum: two 32-bit numbers over pairs of words, in the byte order that its first four bytes tell. */
function addUp(bytes: Buffer, isBig: boolean, [first, second]: Sums): Sums {
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + (isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + b) >>> 0;
    b = (b + (isBig ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + a) >>> 0;
  }
  return [a, b];
}
