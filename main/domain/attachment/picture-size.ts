// How many points a picture has, by its own header: one that would fill the memory is not decoded.
import type { PictureKind } from './sniff.ts';

export type PictureSize = { readonly width: number; readonly height: number };

/** A camera of today makes 50 million; decoded, one point takes four bytes. */
export const MOST_POINTS = 80_000_000;

/** null: the header is not what it should be. */
export function pictureSize(kind: PictureKind, bytes: Uint8Array): PictureSize | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { width, height } = read(kind, data);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch (error) {
    // A header that ends too soon.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(kind: PictureKind, data: DataView): PictureSize {
  switch (kind) {
    case 'png':
      return { width: data.getUint32(16), height: data.getUint32(20) };
    case 'gif':
      return { width: data.getUint16(6, true), height: data.getUint16(8, true) };
    case 'bmp':
      return data.getUint32(14, true) === 12
        ? { width: data.getUint16(18, true), height: data.getUint16(20, true) }
        : // Rows from the top down have a height below zero.
          { width: Math.abs(data.getInt32(18, true)), height: Math.abs(data.getInt32(22, true)) };
    case 'webp':
      return webpSize(data);
    case 'jpeg':
      return jpegSize(data);
  }
}

/** RFC 9649 2.5 to 2.7: lossy, lossless, extended. */
function webpSize(data: DataView): PictureSize {
  const three = (at: number): number => data.getUint16(at, true) + (data.getUint8(at + 2) << 16);
  switch (data.getUint32(12)) {
    case 0x56503820:
      return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = data.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x56503858:
      return { width: three(24) + 1, height: three(27) + 1 };
    default:
      return { width: 0, height: 0 };
  }
}

/** ITU T.81 B.1.1.3: the frame header (SOF) stands behind tables and comments of stated length. */
function jpegSize(data: DataView): PictureSize {
  let at = 2;
  while (at < data.byteLength) {
    if (data.getUint8(at) !== 0xff) break;
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: data.getUint16(at + 7), height: data.getUint16(at + 5) };
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += isAlone ? 2 : 2 + Math.max(2, data.getUint16(at + 2));
  }
  return { width: 0, height: 0 };
}
