import { expect, it } from 'vitest';
import { pictureKind } from './picture-kind.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const png = (width: number, height: number): Uint8Array =>
  bytes(
    '\x89PNG\r\n\x1a\n',
    [0, 0, 0, 13],
    'IHDR',
    [0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255],
    [8, 6, 0, 0, 0],
  );
const webp = (chunk: string, rest: readonly number[]): Uint8Array =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', chunk, [0, 0, 0, 0], rest, [0, 0, 0, 0, 0, 0]);

it.each([
  ['a PNG', png(600, 200), { contentType: 'image/png', width: 600, height: 200 }],
  ['a GIF', bytes('GIF89a', [88, 2, 200, 0], [0, 0, 0]), { contentType: 'image/gif', width: 600, height: 200 }],
  [
    'a JPEG behind what its camera wrote',
    bytes([0xff, 0xd8, 0xff, 0xe1, 0, 6], 'Exif', [0xff, 0xc0, 0, 17, 8, 0, 200, 2, 88], [3, 1, 0x22]),
    { contentType: 'image/jpeg', width: 600, height: 200 },
  ],
  [
    'a WebP, wide form',
    webp('VP8X', [0, 0, 0, 0, 87, 2, 0, 199, 0, 0]),
    { contentType: 'image/webp', width: 600, height: 200 },
  ],
  [
    'a WebP, plain form',
    webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 88, 2, 200, 0]),
    { contentType: 'image/webp', width: 600, height: 200 },
  ],
  [
    'a WebP, lossless form',
    webp('VP8L', [0x2f, 0x57, 0xc2, 0x31, 0, 0, 0, 0]),
    { contentType: 'image/webp', width: 600, height: 200 },
  ],
] as const)('%s is known by its first bytes', (_, file, kind) => {
  expect(pictureKind(file)).toEqual(kind);
});

it.each([
  ['a page', bytes('<html><script>alert(1)</script>')],
  ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['an icon', bytes([0, 0, 1, 0, 1, 0, 16, 16], 'x'.repeat(40))],
  ['nothing', bytes()],
  ['the beginning of one', png(1, 1).slice(0, 18)],
  ['one of nothing by nothing', png(0, 10)],
  ['one that unfolds into a gigabyte', png(30_000, 10_000)],
  ['a JPEG without a picture', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2], 'x'.repeat(20))],
])('%s is no picture that is shown', (_, file) => {
  expect(pictureKind(file)).toBeNull();
});
