// Listens to the keyboard for the whole window. Off while typing and while a sheet is open.
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { machineNow } from '../client/machine-clock.ts';
import { useFacts } from '../state/use-desk.tsx';
import type { HintedAction } from '../ui/key-hints.ts';
import type { RoomDeeds } from '../ui/room-deeds.ts';
import type { Actions } from './actions.ts';
import { actionFor, bindingsOf, isReviewDeed, type Bindings, type KeyAction } from './keys.ts';
import { printed } from './strokes.ts';

const TYPING = 'input:not([type=checkbox],[type=radio],[type=range]), textarea, select, [contenteditable]';
const OWN_ENTER = 'button, a, summary, input';
/** Arrow keys scroll the story and move sliders and radios when these have the focus. */
const OWN_ARROWS = '.story, input, .settings-sheet';
/** Long enough to find the second key, short enough that a stray first one is forgotten. */
const SECOND_KEY_MS = 1_500;

export function useBindings(): Bindings {
  const own = useFacts(({ settings }) => settings.keys);
  return useMemo(() => bindingsOf(own), [own]);
}

/** The first key of an action as it is printed, for buttons that do the same. */
export function useHintOf(): (action: HintedAction) => readonly string[] {
  const bindings = useBindings();
  const isMac = useFacts(({ shell }) => shell.platform === 'darwin');
  return useCallback(
    (action) => {
      const [key] = bindings.keysOf(action);
      return key === undefined ? [] : printed(key, isMac);
    },
    [bindings, isMac],
  );
}

/** Answers how a room claims keys of its own (ui/room-deeds.ts). */
export function useKeys(actions: Actions): (deeds: RoomDeeds) => () => void {
  const bindings = useBindings();
  const room = useRef<RoomDeeds | null>(null);
  useEffect(() => {
    let begun: { readonly stroke: string; readonly at: number } | null = null;
    const run = (action: KeyAction): void => {
      const deed = (room.current as Readonly<Record<string, (() => void) | undefined>> | null)?.[action];
      if (deed !== undefined) deed();
      else if (!isReviewDeed(action)) actions.run(action);
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
      const focused = document.activeElement;
      if (event.key === 'Escape' && event.target instanceof HTMLElement && event.target.matches(TYPING)) {
        return leaveField(event.target);
      }
      if (event.key.startsWith('Arrow') && focused?.matches(OWN_ARROWS) === true) return;
      const first = begun !== null && machineNow() - begun.at < SECOND_KEY_MS ? begun.stroke : null;
      const meant = actionFor(
        bindings,
        {
          key: event.key,
          ctrlKey: event.ctrlKey,
          metaKey: event.metaKey,
          altKey: event.altKey,
          shiftKey: event.shiftKey,
          isTyping: focused?.matches(TYPING) === true,
          isOnControl: focused?.matches(OWN_ENTER) === true,
        },
        first,
        isInReview(room.current) ? 'review' : 'desk',
      );
      if (meant === null) {
        // Shift comes before the capital that it makes.
        if (event.key !== 'Shift') begun = null;
        return;
      }
      event.preventDefault();
      begun = 'begins' in meant ? { stroke: meant.begins, at: machineNow() } : null;
      if ('action' in meant) run(meant.action);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions, bindings]);
  return useCallback((deeds) => {
    room.current = deeds;
    return () => {
      if (room.current === deeds) room.current = null;
    };
  }, []);
}

const isInReview = (room: RoomDeeds | null): boolean => room !== null && Object.keys(room).some(isReviewDeed);

/** From a field back to its room, where keys are keys again. One for searching is emptied first, by the browser. */
function leaveField(field: HTMLElement): void {
  if (field instanceof HTMLInputElement && field.type === 'search' && field.value !== '') return;
  document.getElementById('room')?.focus({ preventScroll: true });
}
