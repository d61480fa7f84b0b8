import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  actionFor,
  bindingsOf,
  contextOf,
  KEY_RULES,
  ownKeysWith,
  type KeyContext,
  type OwnKeys,
  type Pressed,
} from './keys.ts';
import { printed, refusedStroke } from './strokes.ts';

const pressed = (part: Partial<Pressed>): Pressed => ({
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isTyping: false,
  isOnControl: false,
  ...part,
});
const press = (
  part: Partial<Pressed>,
  own: OwnKeys = {},
  begun: string | null = null,
  context: KeyContext = 'desk',
) => {
  const meant = actionFor(bindingsOf(own), pressed(part), begun, context);
  return meant !== null && 'action' in meant ? meant.action : meant;
};

describe('the keys of the desk', () => {
  test('go by the character typed, so that a Belgian keyboard reaches them all', () => {
    expect(press({ key: '?', shiftKey: true })).toBe('keys');
    expect(press({ key: '/', shiftKey: true })).toBe('search');
    expect(press({ key: 'B', shiftKey: true })).toBe('phoned');
    expect(press({ key: 'b' })).toBeNull();
  });

  test('need no AltGr', () => {
    const behindAltGr = /[@#{}[\]|\\^~`€]/;
    expect(KEY_RULES.filter(({ keys }) => keys.length > 0 && keys.every((key) => behindAltGr.test(key)))).toEqual([]);
  });

  test('are silent while the owner types, but for combinations', () => {
    expect(press({ key: 'e', isTyping: true })).toBeNull();
    expect(press({ key: 'k', ctrlKey: true, isTyping: true })).toBe('palette');
    expect(press({ key: 'K', metaKey: true, shiftKey: true })).toBeNull();
    expect(press({ key: 'k', metaKey: true })).toBe('palette');
  });

  test('leave combinations to the browser and Enter to the button that has the focus', () => {
    expect(press({ key: 'e', ctrlKey: true })).toBeNull();
    expect(press({ key: 'Enter', isOnControl: true })).toBeNull();
  });

  test('may be two after one another; a first one alone does nothing, and a wrong second one is its own', () => {
    expect(press({ key: 'g' })).toEqual({ begins: 'g' });
    expect(press({ key: 'r' }, {}, 'g')).toBe('report');
    expect(press({ key: 'e' }, {}, 'g')).toBe('done');
  });

  test('exist for every action, and never mean two things in one place', () => {
    expect(KEY_RULES.filter(({ keys }) => keys.length === 0)).toEqual([]);
    for (const context of ['desk', 'review'] as const) {
      const keys = KEY_RULES.filter(({ action }) => contextOf(action) === context).flatMap((rule) => rule.keys);
      expect(new Set(keys).size).toBe(keys.length);
      const begun = new Set(keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]));
      expect(keys.filter((key) => begun.has(key))).toEqual([]);
    }
  });
});

describe('the keys of the evening review', () => {
  const review = (part: Partial<Pressed>, own: OwnKeys = {}, begun: string | null = null) =>
    press(part, own, begun, 'review');

  test('go before those of the desk there, and nowhere else', () => {
    expect(review({ key: 'j' })).toBe('review-skip');
    expect(press({ key: 'j' })).toBe('next');
    expect(review({ key: 'w' })).toBe('reply-by');
    expect(review({ key: 'Escape' })).toBe('leave');
  });

  test('leave two after one another what they are', () => {
    expect(review({ key: 'g' })).toEqual({ begins: 'g' });
    expect(review({ key: 'r' }, {}, 'g')).toBe('report');
  });

  test('change among themselves: what was chosen for the desk stays, and the other way round', () => {
    const desk = ownKeysWith({}, 'done', ['r']);
    const both = ownKeysWith(desk, 'review-later', ['r']);
    expect(press({ key: 'r' }, both)).toBe('done');
    expect(review({ key: 'r' }, both)).toBe('review-later');
    expect(bindingsOf(both).keysOf('review-answer')).toEqual([]);
    expect(review({ key: 'r' }, ownKeysWith(both, 'review-later', null))).toBe('review-answer');
    expect(review({ key: '1' }, ownKeysWith({}, 'review-answer', ['1']))).toBe('review-answer');
    expect(press({ key: '1' }, ownKeysWith({}, 'review-answer', ['1']))).toBe('go-overdue');
  });
});

describe('a key of the owner’s own', () => {
  test('replaces the one that Balie gave, and is taken from whoever had it', () => {
    const own = ownKeysWith({}, 'done', ['r']);
    expect(press({ key: 'r' }, own)).toBe('done');
    expect(press({ key: 'e' }, own)).toBeNull();
    expect(bindingsOf(own).keysOf('reply')).toEqual([]);
  });

  test('goes with "as Balie had it", and comes back to its first action', () => {
    const own = ownKeysWith(ownKeysWith({}, 'done', ['r']), 'done', null);
    expect(press({ key: 'r' }, own)).toBe('reply');
    expect(press({ key: 'e' }, own)).toBe('done');
  });

  test('cannot take Enter and Esc away, nor be for an action that is not there any more', () => {
    expect(press({ key: 'Escape' }, { leave: ['q'], gone: ['Escape'] })).toBe('leave');
    expect(refusedStroke('Escape')).toBe('fixed');
    expect(refusedStroke('Mod+c')).toBe('editing');
    expect(refusedStroke('q')).toBeNull();
  });

  test('means one thing, whatever was chosen before', () => {
    const anyAction = fc.constantFrom(...KEY_RULES.map(({ action }) => action));
    const anyKey = fc.constantFrom('j', 'e', 'r', 'g', 'g r', 'Mod+k', 'q');
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAction, anyKey)), (choices) => {
        const own = choices.reduce<OwnKeys>((all, [action, key]) => ownKeysWith(all, action, [key]), {});
        const bindings = bindingsOf(own);
        const held = KEY_RULES.flatMap(({ action }) =>
          bindings.keysOf(action).map((held) => `${contextOf(action)} ${held}`),
        );
        expect(new Set(held).size).toBe(held.length);
      }),
    );
  });
});

test('keys are printed as they stand on the keyboard', () => {
  expect(printed('W', false)).toEqual(['Shift', 'W']);
  expect(printed('Mod+k', false)).toEqual(['Ctrl', 'K']);
  expect(printed('Mod+Shift+p', true)).toEqual(['Cmd', 'Shift', 'P']);
  expect(printed('g r', false)).toEqual(['g', 'r']);
  expect(printed('ArrowDown', false)).toEqual(['↓']);
  expect(printed('Mod++', false)).toEqual(['Ctrl', '+']);
});
