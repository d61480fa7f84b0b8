// What is heard inside the frame of a mail: links that are followed or pointed at, and the desk's own keys.
import type { LinkFacts } from '../../../main/domain/link/look-at-link.ts';
import { wordsOfLink } from './link-words.ts';

export type FollowedLink = Pick<LinkFacts, 'href' | 'words'>;

type LinkEars = {
  readonly signal: AbortSignal;
  readonly onLink: (link: FollowedLink) => void;
  /** null: nothing is pointed at any more. */
  readonly onTarget: (link: FollowedLink | null) => void;
};

export function listenToLinks(inside: Document, { signal, onLink, onTarget }: LinkEars): void {
  const go = (event: Event): void => {
    const link = linkAt(event);
    if (link === null) return;
    // Nothing ever navigates the frame itself.
    event.preventDefault();
    if (link.href.startsWith('#')) inside.getElementById(link.href.slice(1))?.scrollIntoView();
    else onLink(link);
  };
  const show = (event: Event): void => {
    const link = linkAt(event);
    onTarget(link === null || link.href.startsWith('#') ? null : link);
  };
  inside.addEventListener('click', go, { signal });
  inside.addEventListener('auxclick', go, { signal });
  inside.addEventListener('submit', (event) => event.preventDefault(), { signal });
  inside.addEventListener('mouseover', show, { signal });
  inside.addEventListener('focusin', show, { signal });
  inside.addEventListener('mouseout', () => onTarget(null), { signal });
  inside.addEventListener('focusout', () => onTarget(null), { signal });
}

/** Elements of the frame are of another realm: instanceof our Element does not hold there. */
function closestOf({ target: node }: Event, selector: string): Element | null {
  if (node === null || !('closest' in node) || typeof node.closest !== 'function') return null;
  return (node as Element).closest(selector);
}

function linkAt(event: Event): FollowedLink | null {
  const link = closestOf(event, 'a[href]');
  if (link === null) return null;
  const point = 'clientX' in event ? (event as MouseEvent) : null;
  return { href: link.getAttribute('href') ?? '', words: wordsOfLink(link, point) };
}

/** The desk's keys work while the mail has the focus, too. */
export function forwardKeys(inside: Document, signal: AbortSignal): void {
  inside.addEventListener(
    'keydown',
    (event) => {
      const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
      // What has the focus is followed or unfolded by these: no key of the desk's then.
      if ((key === 'Enter' || key === ' ') && closestOf(event, 'a[href], summary') !== null) return;
      const copy = new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, cancelable: true });
      if (!window.dispatchEvent(copy)) event.preventDefault();
    },
    { signal },
  );
}
