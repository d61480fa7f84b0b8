// What bytes from a stranger are, by their own first bytes and not by what their server calls them. Only raster pictures, and only of
// a size that can be drawn: a file of 20 kB may unfold into gigabytes. No SVG, which is a program.
import { pictureSize, type PictureSize } from '../../domain/attachment/picture-size.ts';
import { isPicture, sniff } from '../../domain/attachment/sniff.ts';

export type PictureKind = PictureSize & {
  readonly contentType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
};

/** Four bytes each once drawn: 160 MB. The largest photograph of a telephone is half of it. */
const MOST_PIXELS = 40_000_000;

/** null: no picture that is shown. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const found = sniff(bytes);
  // Mails have no bitmaps.
  if (!isPicture(found) || found === 'bmp') return null;
  const size = pictureSize(found, bytes);
  if (size === null || size.width * size.height > MOST_PIXELS) return null;
  return { contentType: `image/${found}`, ...size };
}
