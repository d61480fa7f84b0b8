// What bytes from a stranger are, by their own first bytes and not by what their server calls them. Only raster pictures, and only of
// a size that can be drawn: a file of 20 kB may unfold into gigabytes. No SVG, which is a program.

export type PictureKind = {
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly width: number;
  readonly height: number;
};

/** Four bytes each once drawn: 160 MB. The largest photograph of a telephone is half of it. */
const MOST_PIXELS = 40_000_000;

/** null: no picture that is shown. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = asPng(view) ?? asGif(view) ?? asWebp(view) ?? asJpeg(view);
  if (kind === null || kind.width < 1 || kind.height < 1) return null;
  return kind.width * kind.height > MOST_PIXELS ? null : kind;
}

const startsWith = (view: DataView, at: number, marks: readonly number[]): boolean =>
  view.byteLength >= at + marks.length && marks.every((mark, index) => view.getUint8(at + index) === mark);
const letters = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

function asPng(view: DataView): PictureKind | null {
  if (!startsWith(view, 0, [0x89, ...letters('PNG\r\n'), 0x1a, 0x0a]) || !startsWith(view, 12, letters('IHDR')))
    return null;
  return view.byteLength < 24
    ? null
    : { contentType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function asGif(view: DataView): PictureKind | null {
  if (!startsWith(view, 0, letters('GIF87a')) && !startsWith(view, 0, letters('GIF89a'))) return null;
  if (view.byteLength < 10) return null;
  return { contentType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function asWebp(view: DataView): PictureKind | null {
  if (!startsWith(view, 0, letters('RIFF')) || !startsWith(view, 8, letters('WEBP')) || view.byteLength < 30)
    return null;
  const contentType = 'image/webp';
  if (startsWith(view, 12, letters('VP8X'))) {
    const u24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { contentType, width: u24(24) + 1, height: u24(27) + 1 };
  }
  if (startsWith(view, 12, letters('VP8L'))) {
    const bits = view.getUint32(21, true);
    return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (!startsWith(view, 12, letters('VP8 '))) return null;
  return { contentType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** The frame header says the size (ITU T.81 B.2.2); it stands behind what cameras and programs write about themselves. */
function asJpeg(view: DataView): PictureKind | null {
  if (!startsWith(view, 0, [0xff, 0xd8, 0xff])) return null;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { contentType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // A marker may be filled up with 0xff; every other one here has a length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
