// Keys that mean something of their own in the review and the plan. Heard before the desk's, for j and z mean something else there.
import { useEffect, useEffectEvent } from 'react';

const TYPING = 'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]';
const OWN_ENTER = 'button, a, summary';

/** Letters are letters while one types, and a sheet that is open has keys of its own. */
export function useReviewKeys(keys: Readonly<Record<string, () => void>>): void {
  const pressed = useEffectEvent((event: KeyboardEvent): void => {
    const deed = keys[event.key];
    if (deed === undefined || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const focused = document.activeElement;
    if (document.querySelector('dialog[open]') !== null || focused?.matches(TYPING) === true) return;
    if (event.key === 'Enter' && focused?.matches(OWN_ENTER) === true) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
