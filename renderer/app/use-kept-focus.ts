// Keeps the focus at hand when what had it goes: a line that was put back, a notice that was taken back, a room that was left by its
// key. The browser would begin anew at the top of the page, where a screen reader says nothing.
import { useEffect } from 'react';

type Spot = {
  readonly element: HTMLElement;
  readonly isInConversation: boolean;
  /** The list that it stood in, and at which line. */
  readonly list: Element | null;
  readonly line: number;
};

const CONTROL = 'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), [tabindex="0"]';

export function useKeptFocus(): void {
  useEffect(() => {
    let last: Spot | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) last = spotOf(target);
    };
    const watch = new MutationObserver(() => {
      if (last === null || last.element.isConnected || document.activeElement !== document.body) return;
      // A sheet that closes gives the focus back by itself.
      if (document.querySelector('dialog[open]') !== null) return;
      const spot = last;
      last = null;
      besideIt(spot)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', onFocus);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocus);
      watch.disconnect();
    };
  }, []);
}

function spotOf(element: HTMLElement): Spot {
  const line = element.closest('li, tr');
  return {
    element,
    isInConversation: element.closest('.conversation') !== null,
    list: line?.parentElement ?? null,
    line: line === null ? 0 : [...(line.parentElement?.children ?? [])].indexOf(line),
  };
}

/** The line that came in its place, else the story, the list or the room. */
function besideIt({ list, line, isInConversation }: Spot): HTMLElement | null {
  const lines = list?.isConnected === true ? [...list.children] : [];
  // Its first control and not the same one: Enter that is held down must not go through the list.
  const beside = lines[Math.min(line, lines.length - 1)]?.querySelector<HTMLElement>(CONTROL);
  if (beside != null) return beside;
  const homes = isInConversation ? ['.story', '#queue-list', '#room'] : ['#queue-list', '#room'];
  for (const home of homes) {
    const found = document.querySelector<HTMLElement>(home);
    if (found !== null && found.offsetParent !== null) return found;
  }
  return null;
}
