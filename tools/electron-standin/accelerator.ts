// Accelerators as Electron writes them, and as the page sees the keys.

const MODIFIERS: Readonly<Record<string, string>> = {
  cmdorctrl: 'c',
  commandorcontrol: 'c',
  ctrl: 'c',
  control: 'c',
  cmd: 'c',
  command: 'c',
  alt: 'a',
  option: 'a',
  shift: 's',
};
const KEYS: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** 'CmdOrCtrl+Shift+M' as the page spells it: 'c+s+m'. */
export function chordOf(accelerator: string): string {
  const parts = accelerator.toLowerCase().split('+');
  const held = ['c', 'a', 's'].filter((sign) => parts.some((part) => MODIFIERS[part] === sign));
  const key = parts.findLast((part) => MODIFIERS[part] === undefined) ?? '';
  return [...held, KEYS[key] ?? key].join('+');
}
