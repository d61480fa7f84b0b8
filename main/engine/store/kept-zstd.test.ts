import { constants, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createKeptZstd } from './kept-zstd.ts';

const compress = createKeptZstd({ [constants.ZSTD_c_compressionLevel]: 1 });
const noise = (length: number): Buffer => {
  let state = 1;
  return Buffer.from(Array.from({ length }, () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 24));
};

test('every frame is whole by itself, whatever went before', () => {
  const texts = ['', 'x', 'kast '.repeat(3_000), noise(200_000), noise(3_000_000), 'fiets '.repeat(40), noise(70_000)];
  const frames = texts.map((text) => compress(Buffer.from(text)));
  expect(frames.map((frame) => zstdDecompressSync(frame).equals(Buffer.from([])))).toEqual([
    true,
    ...texts.slice(1).map(() => false),
  ]);
  for (const [index, text] of texts.entries()) {
    expect(zstdDecompressSync(frames[index] ?? new Uint8Array()).equals(Buffer.from(text))).toBe(true);
  }
});

test('compresses', () => {
  expect(compress(Buffer.from('kast '.repeat(3_000))).length).toBeLessThan(100);
});
