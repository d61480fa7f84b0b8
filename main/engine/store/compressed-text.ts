// Bodies on disk: zstd where it pays, plain UTF-8 where it does not. The first bytes tell which: zstd frames begin with
// 28 B5 2F FD (RFC 8878, 3.1.1), and B5 after 28 can never occur in UTF-8.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { createKeptZstd, type Compress } from './kept-zstd.ts';

/** Below this a frame saves less than a page holds, and costs its time all the same (measured). */
const WORTH_COMPRESSING_BYTES = 1_000;

/** Two thirds of the time of level 3; of a mail's text it makes the same size, of long HTML a tenth more (measured). */
const QUICK = { [constants.ZSTD_c_compressionLevel]: 1 } as const;

export type CompressText = (text: string) => Uint8Array;

export const compressText: CompressText = (text) =>
  compressWith(text, (plain) => zstdCompressSync(plain, { params: QUICK }));

/** The same for whoever has many to compress. */
export function createCompressText(): CompressText {
  const compress = createKeptZstd(QUICK);
  return (text) => compressWith(text, compress);
}

function compressWith(text: string, compress: Compress): Uint8Array {
  const plain = Buffer.from(text, 'utf8');
  return plain.length < WORTH_COMPRESSING_BYTES ? plain : compress(plain);
}

export function expandText(stored: Uint8Array): string {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const isFrame = bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528;
  return (isFrame ? zstdDecompressSync(bytes) : bytes).toString('utf8');
}
