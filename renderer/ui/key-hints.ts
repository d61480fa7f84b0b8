// The key that does what a button does, as it holds now: the owner may have chosen another. The window fills it in (app/).
import { createContext, useContext } from 'react';
import type { ReviewDeed } from './room-deeds.ts';

/** Actions of the window that stand on a button somewhere. */
export type HintedAction =
  | ReviewDeed
  | 'new-note'
  | 'compose'
  | 'search'
  | 'keys'
  | 'done'
  | 'snooze'
  | 'plan'
  | 'reply-by'
  | 'follow-up'
  | 'phoned'
  | 'add-note'
  | 'move'
  | 'delete'
  | 'vip'
  | 'card'
  | 'explain'
  | 'find'
  | 'expand-all'
  | 'print'
  | 'message-source'
  | 'promise'
  | 'promise-moment';

/** As printed on the keys, one piece a key. Empty: none. */
export const KeyHints = createContext<(action: HintedAction) => readonly string[]>(() => []);

export const useKeyHint = (action: HintedAction | undefined): readonly string[] => {
  const hintOf = useContext(KeyHints);
  return action === undefined ? [] : hintOf(action);
};
