// Listens to the keyboard for the whole window. Off while typing and while a sheet is open.
import { useEffect } from 'react';
import { actionFor } from './keys.ts';
import type { Actions } from './actions.ts';

const TYPING = 'input:not([type=checkbox],[type=radio],[type=range]), textarea, select, [contenteditable]';
const OWN_ENTER = 'button, a, summary, input';
/** Arrow keys scroll the story and move sliders and radios when these have the focus. */
const OWN_ARROWS = '.story, input, .settings-sheet';

export function useKeys(actions: Actions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const focused = document.activeElement;
      if (event.key.startsWith('Arrow') && focused?.matches(OWN_ARROWS) === true) return;
      const action = actionFor({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isTyping: focused?.matches(TYPING) === true,
        isOnControl: focused?.matches(OWN_ENTER) === true,
      });
      if (action === null) return;
      event.preventDefault();
      actions.run(action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
