// Which key does what, as Balie has it and as the owner changed it. None needs AltGr on a Belgian AZERTY. How a key is written down
// is in strokes.ts; the words beside it in action-words.ts.
import type { Settings } from '../../main/contract/settings.ts';
import { SECTIONS } from '../../main/domain/queue/sections.ts';
import { REVIEW_DEEDS, type ReviewDeed } from '../ui/room-deeds.ts';
import { isAction, type ActionName } from './actions.ts';
import { isCombination, strokeOf, type Press } from './strokes.ts';

export const KEY_GROUPS = ['list', 'conversation', 'everywhere', 'places', 'review'] as const;
export type KeyGroup = (typeof KEY_GROUPS)[number];
/** An action of the desk, or a deed of the one room that has keys of its own. */
export type KeyAction = ActionName | ReviewDeed;
/** Where a key means what it means. In the review its own go before those of the desk. */
export type KeyContext = 'desk' | 'review';

export type KeyRule = {
  readonly action: KeyAction;
  /** See strokes.ts; any of them. */
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  /** Enter and Esc stay what they are everywhere. */
  readonly isFixed?: true;
};

export const KEY_RULES: readonly KeyRule[] = [
  { action: 'next', keys: ['j', 'ArrowDown'], group: 'list' },
  { action: 'previous', keys: ['k', 'ArrowUp'], group: 'list' },
  { action: 'open', keys: ['Enter'], group: 'list', isFixed: true },
  { action: 'leave', keys: ['Escape'], group: 'list', isFixed: true },
  { action: 'explain', keys: ['i'], group: 'list' },
  { action: 'reply', keys: ['r'], group: 'conversation' },
  { action: 'reply-all', keys: ['a'], group: 'conversation' },
  { action: 'forward', keys: ['f'], group: 'conversation' },
  { action: 'done', keys: ['e'], group: 'conversation' },
  { action: 'no-answer', keys: ['E'], group: 'conversation' },
  { action: 'snooze', keys: ['h'], group: 'conversation' },
  { action: 'reply-by', keys: ['w'], group: 'conversation' },
  { action: 'follow-up', keys: ['o'], group: 'conversation' },
  { action: 'plan', keys: ['p'], group: 'conversation' },
  { action: 'promise', keys: ['y'], group: 'conversation' },
  { action: 'promise-moment', keys: ['W'], group: 'conversation' },
  { action: 'phoned', keys: ['B'], group: 'conversation' },
  { action: 'add-note', keys: ['N'], group: 'conversation' },
  // On a Belgian keyboard "#" hides behind AltGr; Delete does not.
  { action: 'delete', keys: ['Delete', '#'], group: 'conversation' },
  { action: 'move', keys: ['m'], group: 'conversation' },
  { action: 'vip', keys: ['v'], group: 'conversation' },
  { action: 'card', keys: ['x'], group: 'conversation' },
  { action: 'source', keys: ['V'], group: 'conversation' },
  { action: 'person-data', keys: ['G'], group: 'conversation' },
  { action: 'find', keys: ['Mod+f'], group: 'conversation' },
  { action: 'expand-all', keys: ['t'], group: 'conversation' },
  { action: 'print', keys: ['Mod+p'], group: 'conversation' },
  { action: 'message-source', keys: ['U'], group: 'conversation' },
  { action: 'new-note', keys: ['n'], group: 'everywhere' },
  { action: 'compose', keys: ['c'], group: 'everywhere' },
  { action: 'search', keys: ['/'], group: 'everywhere' },
  { action: 'undo', keys: ['z'], group: 'everywhere' },
  { action: 'availability', keys: ['S'], group: 'everywhere' },
  { action: 'pause-hour', keys: ['g h'], group: 'everywhere' },
  { action: 'pause-tomorrow', keys: ['g m'], group: 'everywhere' },
  { action: 'pause-over', keys: ['g z'], group: 'everywhere' },
  { action: 'palette', keys: ['Mod+k'], group: 'everywhere' },
  { action: 'keys', keys: ['?'], group: 'everywhere' },
  { action: 'queue', keys: ['g q'], group: 'places' },
  ...SECTIONS.map((section, index): KeyRule => ({
    action: `go-${section}`,
    keys: [String(index + 1)],
    group: 'places',
  })),
  { action: 'evening', keys: ['A'], group: 'places' },
  { action: 'day-plan', keys: ['D'], group: 'places' },
  { action: 'contacts', keys: ['g c'], group: 'places' },
  { action: 'promises', keys: ['g b'], group: 'places' },
  { action: 'outbox', keys: ['g u'], group: 'places' },
  { action: 'trash', keys: ['g p'], group: 'places' },
  { action: 'drafts', keys: ['g d'], group: 'places' },
  { action: 'report', keys: ['g r'], group: 'places' },
  { action: 'notifications', keys: ['g n'], group: 'places' },
  { action: 'settings', keys: ['g s'], group: 'places' },
  { action: 'learned', keys: ['g l'], group: 'places' },
  { action: 'acknowledgements', keys: ['g o'], group: 'places' },
  { action: 'add-account', keys: ['g a'], group: 'places' },
  { action: 'review-answer', keys: ['r'], group: 'review' },
  { action: 'review-plan', keys: ['p'], group: 'review' },
  { action: 'review-later', keys: ['h'], group: 'review' },
  { action: 'review-no-answer', keys: ['n'], group: 'review' },
  { action: 'review-skip', keys: ['j'], group: 'review' },
  { action: 'review-undo', keys: ['z'], group: 'review' },
];

export type OwnKeys = Settings['keys'];
export type Bindings = {
  /** By action, as they hold now. */
  readonly keysOf: (action: KeyAction) => readonly string[];
  /** What these strokes mean there, one or two of them; 'begins' where a second one is waited for. */
  readonly meaning: (strokes: string, context: KeyContext) => KeyAction | 'begins' | null;
};

export const isReviewDeed = (action: string): action is ReviewDeed => REVIEW_DEEDS.some((known) => known === action);
export const contextOf = (action: KeyAction): KeyContext => (isReviewDeed(action) ? 'review' : 'desk');

/** A key that the owner gave to one action is taken from any other of the same place. */
export function bindingsOf(own: OwnKeys): Bindings {
  const given = new Map<string, KeyAction>();
  for (const [action, keys] of Object.entries(own)) {
    if (!isKeyAction(action) || isFixed(action)) continue;
    for (const key of keys) given.set(`${contextOf(action)} ${key}`, action);
  }
  const byAction = new Map<KeyAction, readonly string[]>();
  const byStroke = new Map<string, KeyAction>();
  const begins = new Set<string>();
  for (const { action, keys } of KEY_RULES) {
    const context = contextOf(action);
    const chosen = isFixed(action) ? undefined : own[action];
    const holding = (chosen ?? keys).filter((key) => (given.get(`${context} ${key}`) ?? action) === action);
    byAction.set(action, holding);
    for (const key of holding) {
      byStroke.set(`${context} ${key}`, action);
      const [first, second] = key.split(' ');
      if (first !== undefined && second !== undefined) begins.add(`${context} ${first}`);
    }
  }
  // Whoever makes "g" a key of its own can no longer begin with it.
  const there = (strokes: string, context: KeyContext) =>
    byStroke.get(`${context} ${strokes}`) ?? (begins.has(`${context} ${strokes}`) ? ('begins' as const) : null);
  return {
    keysOf: (action) => byAction.get(action) ?? [],
    meaning: (strokes, context) =>
      context === 'desk' ? there(strokes, 'desk') : (there(strokes, context) ?? there(strokes, 'desk')),
  };
}

/** null: the action has the keys again that Balie gives it. What another one loses by this, it loses. */
export function ownKeysWith(own: OwnKeys, action: KeyAction, keys: readonly string[] | null): OwnKeys {
  const isRival = (name: string): boolean => isKeyAction(name) && contextOf(name) === contextOf(action);
  const others = Object.fromEntries(
    Object.entries(own)
      .filter(([name]) => name !== action)
      .map(([name, theirs]) => [
        name,
        isRival(name) ? theirs.filter((key) => keys === null || !keys.includes(key)) : theirs,
      ]),
  );
  return keys === null ? others : { ...others, [action]: [...keys] };
}

const isKeyAction = (name: string): name is KeyAction => isAction(name) || isReviewDeed(name);
const isFixed = (action: KeyAction): boolean =>
  KEY_RULES.some((rule) => rule.action === action && rule.isFixed === true);

export type Pressed = Press & {
  /** The focus is in a field in which keys are text. */
  readonly isTyping: boolean;
  /** The focus is on a button or link, which has its own Enter. */
  readonly isOnControl: boolean;
};

/** `begun`: the first of two strokes, pressed a moment ago. */
export function actionFor(
  bindings: Bindings,
  pressed: Pressed,
  begun: string | null,
  context: KeyContext = 'desk',
): { readonly action: KeyAction } | { readonly begins: string } | null {
  const stroke = strokeOf(pressed);
  if (stroke === null || (pressed.isTyping && !isCombination(stroke))) return null;
  if (stroke === 'Enter' && pressed.isOnControl) return null;
  const meant =
    (begun === null ? null : bindings.meaning(`${begun} ${stroke}`, context)) ?? bindings.meaning(stroke, context);
  if (meant === null) return null;
  return meant === 'begins' ? { begins: stroke } : { action: meant };
}
