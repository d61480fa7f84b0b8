// Pictures that came along with a mail, before the browser decodes them: what they are by their own first bytes, and how many points
// they unfold into. A file of 40 kB can be a picture of ten gigabytes.
import { MOST_POINTS, pictureSize } from '../../../main/domain/attachment/picture-size.ts';
import { isPicture, sniff } from '../../../main/domain/attachment/sniff.ts';

export type Easel = {
  /** The type under which it may be drawn; null: it is no picture, or more than this mail may still fill the memory with. */
  readonly take: (bytes: Uint8Array) => string | null;
};

/** One for each mail: twenty large pictures fill the memory as one enormous one does. */
export function createEasel(): Easel {
  let left = 2 * MOST_POINTS;
  return {
    take: (bytes) => {
      const found = sniff(bytes);
      const size = isPicture(found) ? pictureSize(found, bytes) : null;
      const points = size === null ? 0 : size.width * size.height;
      if (size === null || points > MOST_POINTS || points > left) return null;
      left -= points;
      return `image/${found}`;
    },
  };
}

/** What stands in a data: address; null where it is not base64. */
export function bytesOfData(address: string): Uint8Array | null {
  const [, coded] = /^data:[^,]*;base64,(.*)$/is.exec(address) ?? [];
  if (coded === undefined) return null;
  try {
    const letters = atob(decodeURIComponent(coded));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return bytes;
  } catch {
    return null;
  }
}
