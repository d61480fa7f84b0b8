// Fills in the pictures of a mail in its frame: those that came along, and those from elsewhere once they may be seen. The engine
// hands over bytes; here they become a blob: of a raster type, the only kind of address that the frame's policy lets through.
import type { MessageView } from '../../../main/contract/views.ts';
import type { DeskClient } from '../../client/desk-client.ts';
import { createEasel } from './drawable.ts';
import type { RemotePicture } from './left-out-pictures.ts';

export type PictureHand = {
  readonly fillOwn: (inside: Document) => void;
  /** Those in sight of the mail; what its style hides is not asked for. */
  readonly fillRemote: (inside: Document, pictures: readonly RemotePicture[], told: (done: Filled) => void) => void;
  /** Lets go of what was shown. */
  readonly stop: () => void;
};
export type Filled = { readonly waiting: number; readonly failed: number };

/** `onDrawn` hears of each picture once its size is known. */
export function createPictureHand(
  client: Pick<DeskClient, 'call'>,
  message: MessageView['id'],
  onDrawn: (image: HTMLImageElement) => void,
): PictureHand {
  const urls: string[] = [];
  let hasStopped = false;

  const easel = createEasel();

  /** Answers whether it may be drawn: what the mail calls its type is the sender's word. */
  const draw = (image: HTMLImageElement, bytes: Uint8Array): boolean => {
    const type = easel.take(bytes);
    if (type === null) return false;
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    urls.push(url);
    image.addEventListener('load', () => onDrawn(image), { once: true });
    image.setAttribute('src', url);
    return true;
  };

  const fillOne = async (image: HTMLImageElement): Promise<void> => {
    const contentId = image.getAttribute('data-cid') ?? '';
    const answer = await client.call('attachment.inline', { message, contentId });
    if (answer.ok && !hasStopped) draw(image, answer.value.bytes);
  };

  /** Answers whether it is there now. */
  const fetchOne = async (place: Element, { url, attributes }: RemotePicture): Promise<boolean> => {
    const answer = await client.call('remote.picture', { message, url });
    if (hasStopped) return true;
    if (!answer.ok || answer.value.kind === 'not') return false;
    const image = place.ownerDocument.createElement('img');
    for (const [name, value] of attributes) image.setAttribute(name, value);
    const isDrawn = draw(image, answer.value.bytes);
    if (isDrawn) place.replaceWith(image);
    return isDrawn;
  };

  return {
    fillOwn: (inside) => {
      for (const image of inside.querySelectorAll<HTMLImageElement>('img[data-cid]')) void fillOne(image);
    },
    fillRemote: (inside, pictures, told) => {
      const places = [...inside.querySelectorAll('[data-picture]')].filter(
        (place) => place.getClientRects().length > 0,
      );
      let waiting = places.length;
      let failed = 0;
      told({ waiting, failed });
      for (const place of places) {
        const picture = pictures[Number(place.getAttribute('data-picture'))];
        const settled = picture === undefined ? Promise.resolve(false) : fetchOne(place, picture);
        void settled.then((isThere) => {
          waiting -= 1;
          if (!isThere) failed += 1;
          if (!hasStopped) told({ waiting, failed });
        });
      }
    },
    stop: () => {
      hasStopped = true;
      for (const url of urls) URL.revokeObjectURL(url);
    },
  };
}

/** A look at some points of it is enough to know. */
const LOOKED_AT_PX = 24;

/** Dark lines on nothing, as most logos are drawn: on a dark ground they would be gone, and get a light one. */
export function isDarkOnNothing(image: HTMLImageElement): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = LOOKED_AT_PX;
  canvas.height = LOOKED_AT_PX;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || image.naturalWidth === 0) return false;
  context.drawImage(image, 0, 0, LOOKED_AT_PX, LOOKED_AT_PX);
  const { data } = context.getImageData(0, 0, LOOKED_AT_PX, LOOKED_AT_PX);
  let clear = 0;
  let seen = 0;
  let light = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [r = 0, g = 0, b = 0, alpha = 0] = data.subarray(at, at + 4);
    if (alpha < 32) clear += 1;
    else {
      seen += 1;
      light += 0.3 * r + 0.6 * g + 0.1 * b;
    }
  }
  return clear > 20 && seen > 0 && light / seen < 90;
}
