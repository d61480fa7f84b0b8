// Pictures of a mail, once the purifier has been through it: those that came along stay, those that lie elsewhere leave their place
// and are told apart from the ones that only spy. No address of a picture stays in the page.
import { isOpenTracker } from '../../../main/domain/link/open-tracker.ts';
import { bytesOfData, createEasel } from './drawable.ts';

/** A picture that lies elsewhere; in the page stands `data-picture` with its place in the list. */
export type RemotePicture = {
  readonly url: string;
  /** As the mail drew it; through the purifier like everything else. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
};

export type Pictures = {
  readonly remote: readonly RemotePicture[];
  /** Pictures that would only have told that the mail was opened. Never fetched. */
  readonly spies: number;
};

/** More than any mail has; the rest is left out without a place. */
const MOST = 300;

export function settlePictures(root: HTMLElement, label: string): Pictures {
  const remote: RemotePicture[] = [];
  let spies = 0;
  const easel = createEasel();
  for (const image of root.querySelectorAll('img')) {
    const source = (image.getAttribute('src') ?? '').replace(/[\t\n\r]/g, '').trim();
    if (/^data:/i.test(source)) {
      const bytes = bytesOfData(source);
      const type = bytes === null ? null : easel.take(bytes);
      if (type === null) image.remove();
      else image.setAttribute('src', source.replace(/^[^,]*/, `data:${type};base64`));
      continue;
    }
    image.removeAttribute('src');
    if (/^cid:/i.test(source)) {
      // The frame's owner fills in the picture from the mail's own attachments.
      image.setAttribute('data-cid', decodedCid(source.slice(4)));
      continue;
    }
    const url = webAddress(source);
    if (url === null || remote.length >= MOST) image.remove();
    else if (isSpy(image, url)) {
      spies += 1;
      image.remove();
    } else if (isHidden(image) || isSpacer(image)) image.remove();
    else {
      image.replaceWith(placeFor(image, remote.length, label));
      remote.push({ url, attributes: [...image.attributes].map(({ name, value }) => [name, value] as const) });
    }
  }
  return { remote, spies };
}

/** Relative addresses have nothing to be relative to. */
function webAddress(source: string): string | null {
  const whole = source.startsWith('//') ? `https:${source}` : source;
  return /^https?:\/\//i.test(whole) && URL.canParse(whole) ? whole : null;
}

function placeFor(image: HTMLImageElement, index: number, label: string): HTMLElement {
  const place = image.ownerDocument.createElement('span');
  place.className = 'balie-left-out';
  place.setAttribute('data-picture', String(index));
  place.textContent = image.getAttribute('alt')?.trim() || label;
  return place;
}

/** Nobody can see two dots. */
const DOT_PX = 3;

/** In pixels, of attributes and of its own style; what is not said is not in it. */
const sizesOf = (image: HTMLImageElement): readonly number[] =>
  [
    image.getAttribute('width') ?? '',
    image.getAttribute('height') ?? '',
    image.style.width || image.style.maxWidth,
    image.style.height || image.style.maxHeight,
  ]
    .map((size) => Number.parseFloat(size))
    .filter((size) => !Number.isNaN(size));

function isSpy(image: HTMLImageElement, url: string): boolean {
  if (isOpenTracker(url)) return true;
  const sizes = sizesOf(image);
  const isDot = sizes.length >= 2 && sizes.every((size) => size <= DOT_PX);
  // Hidden, and not because another width of window shows it.
  return isDot || (isHidden(image) && sizes.every((size) => size <= DOT_PX));
}

const isSpacer = (image: HTMLImageElement): boolean => sizesOf(image).some((size) => size <= DOT_PX);

function isHidden(image: HTMLElement): boolean {
  for (let at: HTMLElement | null = image; at !== null; at = at.parentElement) {
    const { display, visibility, opacity } = at.style;
    if (display === 'none' || visibility === 'hidden' || (opacity !== '' && Number(opacity) < 0.05)) return true;
  }
  return false;
}

function decodedCid(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid;
  }
}
