// From the bytes of an attachment to a picture that may be decoded: only of the kinds that its own first bytes show, and never one
// that would fill the memory.
import type { AttachmentView } from '../../../main/contract/attachments.ts';
import { MOST_POINTS, pictureSize, type PictureSize } from '../../../main/domain/attachment/picture-size.ts';
import { isPicture, sniff } from '../../../main/domain/attachment/sniff.ts';
import type { DeskClient } from '../../client/desk-client.ts';

export type SafePicture =
  | { readonly kind: 'picture'; readonly blob: Blob; readonly size: PictureSize }
  | { readonly kind: 'not-picture' }
  | { readonly kind: 'too-large'; readonly size: PictureSize };

export function safePicture(bytes: Uint8Array): SafePicture {
  const found = sniff(bytes);
  if (!isPicture(found)) return { kind: 'not-picture' };
  const size = pictureSize(found, bytes);
  if (size === null) return { kind: 'not-picture' };
  if (size.width * size.height > MOST_POINTS) return { kind: 'too-large', size };
  return { kind: 'picture', blob: new Blob([new Uint8Array(bytes)], { type: `image/${found}` }), size };
}

/** A thumbnail is not worth fetching more than this for. */
const MOST_FETCHED_BYTES = 3_000_000;

/** Two points for each of the screen's. */
const THUMBNAIL_WIDTH = 112;
const THUMBNAIL_HEIGHT = 88;

/** Drawn small at once, so that the list keeps no large picture in memory. null: it stays a pictogram. */
export async function thumbnailOf(
  client: DeskClient,
  file: Pick<AttachmentView, 'id' | 'size' | 'isHere'>,
): Promise<ImageBitmap | null> {
  if (file.size > (file.isHere ? 10 * MOST_FETCHED_BYTES : MOST_FETCHED_BYTES)) return null;
  const content = await client.call('attachment.content', { id: file.id });
  if (!content.ok) return null;
  const picture = safePicture(content.value.bytes);
  if (picture.kind !== 'picture') return null;
  const { width, height } = picture.size;
  const scale = Math.max(THUMBNAIL_WIDTH / width, THUMBNAIL_HEIGHT / height);
  const [cutWidth, cutHeight] = [THUMBNAIL_WIDTH / scale, THUMBNAIL_HEIGHT / scale].map(Math.floor);
  try {
    return await createImageBitmap(
      picture.blob,
      Math.floor((width - (cutWidth ?? 0)) / 2),
      Math.floor((height - (cutHeight ?? 0)) / 2),
      Math.max(1, cutWidth ?? 0),
      Math.max(1, cutHeight ?? 0),
      { resizeWidth: THUMBNAIL_WIDTH, resizeHeight: THUMBNAIL_HEIGHT, resizeQuality: 'medium' },
    );
  } catch {
    return null;
  }
}
