import { describe, expect, test } from 'vitest';
import { actionFor, KEY_RULES, type Pressed } from './keys.ts';

const pressed = (part: Partial<Pressed>): Pressed => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isTyping: false,
  isOnControl: false,
  ...part,
});

describe('the keys of the desk', () => {
  test('go by the character typed, so that a Belgian keyboard reaches them all', () => {
    expect(actionFor(pressed({ key: '?' }))).toBe('keys');
    expect(actionFor(pressed({ key: '/' }))).toBe('search');
    expect(actionFor(pressed({ key: 'B' }))).toBe('phoned');
    expect(actionFor(pressed({ key: 'b' }))).toBeNull();
  });

  test('are silent while the owner types, but for the palette', () => {
    expect(actionFor(pressed({ key: 'e', isTyping: true }))).toBeNull();
    expect(actionFor(pressed({ key: 'k', ctrlKey: true, isTyping: true }))).toBe('palette');
  });

  test('leave combinations to the browser and Enter to the button that has the focus', () => {
    expect(actionFor(pressed({ key: 'e', ctrlKey: true }))).toBeNull();
    expect(actionFor(pressed({ key: 'Enter', isOnControl: true }))).toBeNull();
  });

  test('never mean two things', () => {
    const keys = KEY_RULES.flatMap((rule) => rule.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
