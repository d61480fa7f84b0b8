import { describe, expect, it } from 'vitest';
import { chordOf } from './accelerator.ts';

describe('an accelerator', () => {
  it('is spelled as the page spells the key press, modifiers in one order', () => {
    expect(chordOf('CmdOrCtrl+Shift+M')).toBe('c+s+m');
    expect(chordOf('Shift+CommandOrControl+M')).toBe('c+s+m');
    expect(chordOf('Alt+Up')).toBe('a+arrowup');
    expect(chordOf('F5')).toBe('f5');
  });
  it('may be for the plus key itself', () => {
    expect(chordOf('CmdOrCtrl+Plus')).toBe('c++');
  });
});
