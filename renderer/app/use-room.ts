// Whether the window has room for a third column without crushing the story.
import { useSyncExternalStore } from 'react';

/** Rail, list and card leave some 560 pixels: the width at which a letter reads well. */
const ROOM = '(min-width: 1500px)';

export function useHasRoomForCard(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const room = window.matchMedia(ROOM);
      room.addEventListener('change', changed);
      return () => room.removeEventListener('change', changed);
    },
    () => window.matchMedia(ROOM).matches,
  );
}
