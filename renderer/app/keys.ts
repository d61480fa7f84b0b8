// Which key does what. Matched by the character typed, so that "?" and "/" work wherever a keyboard hides them; none needs
// AltGr on a Belgian AZERTY. `m` (move) is for Ter info; `v` for VIP.
import type { ActionName } from './actions.ts';

export type KeyGroup = 'list' | 'conversation' | 'everywhere';
export type KeyRule = {
  readonly action: ActionName;
  /** KeyboardEvent.key; a capital letter wants Shift. */
  readonly keys: readonly string[];
  /** As printed in help. */
  readonly shown: string;
  readonly group: KeyGroup;
  /** The key of its words below `keys`. */
  readonly words:
    | 'next'
    | 'previous'
    | 'open'
    | 'leave'
    | 'reply'
    | 'done'
    | 'snooze'
    | 'when'
    | 'followUp'
    | 'promise'
    | 'promiseMoment'
    | 'phoned'
    | 'newNote'
    | 'addNote'
    | 'plan'
    | 'evening'
    | 'dayPlan'
    | 'move'
    | 'vip'
    | 'explain'
    | 'search'
    | 'undo'
    | 'help'
    | 'showPalette';
};

export const KEY_RULES: readonly KeyRule[] = [
  { action: 'next', keys: ['j', 'ArrowDown'], shown: 'j ↓', group: 'list', words: 'next' },
  { action: 'previous', keys: ['k', 'ArrowUp'], shown: 'k ↑', group: 'list', words: 'previous' },
  { action: 'open', keys: ['Enter'], shown: 'Enter', group: 'list', words: 'open' },
  { action: 'leave', keys: ['Escape'], shown: 'Esc', group: 'list', words: 'leave' },
  { action: 'explain', keys: ['i'], shown: 'i', group: 'list', words: 'explain' },
  { action: 'reply', keys: ['r'], shown: 'r', group: 'conversation', words: 'reply' },
  { action: 'done', keys: ['e'], shown: 'e', group: 'conversation', words: 'done' },
  { action: 'snooze', keys: ['h'], shown: 'h', group: 'conversation', words: 'snooze' },
  { action: 'reply-by', keys: ['w'], shown: 'w', group: 'conversation', words: 'when' },
  { action: 'follow-up', keys: ['o'], shown: 'o', group: 'conversation', words: 'followUp' },
  { action: 'plan', keys: ['p'], shown: 'p', group: 'conversation', words: 'plan' },
  { action: 'promise', keys: ['y'], shown: 'y', group: 'conversation', words: 'promise' },
  { action: 'promise-moment', keys: ['W'], shown: 'Shift W', group: 'conversation', words: 'promiseMoment' },
  { action: 'phoned', keys: ['B'], shown: 'Shift B', group: 'conversation', words: 'phoned' },
  { action: 'add-note', keys: ['N'], shown: 'Shift N', group: 'conversation', words: 'addNote' },
  { action: 'move', keys: ['m'], shown: 'm', group: 'conversation', words: 'move' },
  { action: 'vip', keys: ['v'], shown: 'v', group: 'conversation', words: 'vip' },
  { action: 'new-note', keys: ['n'], shown: 'n', group: 'everywhere', words: 'newNote' },
  { action: 'search', keys: ['/'], shown: '/', group: 'everywhere', words: 'search' },
  { action: 'evening', keys: ['A'], shown: 'Shift A', group: 'everywhere', words: 'evening' },
  { action: 'day-plan', keys: ['D'], shown: 'Shift D', group: 'everywhere', words: 'dayPlan' },
  { action: 'undo', keys: ['z'], shown: 'z', group: 'everywhere', words: 'undo' },
  { action: 'palette', keys: [], shown: 'Ctrl K', group: 'everywhere', words: 'showPalette' },
  { action: 'keys', keys: ['?'], shown: '?', group: 'everywhere', words: 'help' },
];

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  /** The focus is in a field in which keys are text. */
  readonly isTyping: boolean;
  /** The focus is on a button or link, which has its own Enter. */
  readonly isOnControl: boolean;
};

export function actionFor({ key, ctrlKey, metaKey, altKey, isTyping, isOnControl }: Pressed): ActionName | null {
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return 'palette';
  if (isTyping || ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter' && isOnControl) return null;
  return KEY_RULES.find(({ keys }) => keys.includes(key))?.action ?? null;
}
