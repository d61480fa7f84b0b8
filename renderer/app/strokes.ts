// A key as Balie writes it down: "j", "W" (with Shift), "Mod+k" (Ctrl, or Cmd on a Mac), and two after one another, "g r".
// By the character typed and not by the place of the key, so that "?" and "/" work wherever a keyboard hides them.

export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const ONLY_HELD: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'Dead',
  'Process',
]);

/** null for a key that is only held with another one, and for what AltGr or Alt makes: half the keyboards have it elsewhere. */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string | null {
  if (ONLY_HELD.has(key) || key === 'Unidentified' || altKey) return null;
  const shown = key === ' ' ? 'Space' : key;
  if (!ctrlKey && !metaKey) return shown;
  return shown.length === 1
    ? `Mod+${shiftKey && isLetter(shown) ? 'Shift+' : ''}${shown.toLowerCase()}`
    : `Mod+${shiftKey ? 'Shift+' : ''}${shown}`;
}

/** Works while the owner types. */
export const isCombination = (stroke: string): boolean => stroke.startsWith('Mod+');

const PRINTED: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** As printed on keys, one piece a key: ["Shift", "W"], ["g", "r"]. */
export const printed = (strokes: string, isMac: boolean): readonly string[] =>
  strokes.split(' ').flatMap((stroke) => printedStroke(stroke, isMac));

function printedStroke(stroke: string, isMac: boolean): readonly string[] {
  if (!isCombination(stroke)) {
    const isCapital = isLetter(stroke) && stroke !== stroke.toLowerCase();
    return isCapital ? ['Shift', stroke] : [PRINTED[stroke] ?? stroke];
  }
  const rest = stroke.slice('Mod+'.length);
  const isShifted = rest.startsWith('Shift+');
  const key = isShifted ? rest.slice('Shift+'.length) : rest;
  const held = isMac ? 'Cmd' : 'Ctrl';
  return [held, ...(isShifted ? ['Shift'] : []), PRINTED[key] ?? (key.length === 1 ? key.toUpperCase() : key)];
}

/** Why a key cannot be the owner's own choice; null where it can. */
export function refusedStroke(stroke: string): 'fixed' | 'editing' | null {
  if (['Tab', 'Enter', 'Escape', 'Space', 'Backspace', 'Mod+Enter'].includes(stroke)) return 'fixed';
  return EDITING.has(stroke) ? 'editing' : null;
}

/** What fields, the window and the system need for themselves. */
const EDITING: ReadonlySet<string> = new Set(
  'a c v x z y w q r b i u 1 + - 0 , = Shift+z Backspace Delete'.split(' ').map((key) => `Mod+${key}`),
);

const isLetter = (key: string): boolean => key.length === 1 && key.toLowerCase() !== key.toUpperCase();
