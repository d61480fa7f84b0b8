import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { kept } from './kept.ts';

const row = (who: string, isUnread: boolean) => ({ who, isUnread, factors: [{ name: 'time-left', points: 3 }] });

test('an answer that says the same is the same object', () => {
  const before = { items: [row('Els', true), row('Jan', false)], total: 2 };
  expect(kept(before, structuredClone(before))).toBe(before);
});

test('only the row that changed is another one', () => {
  const before = [row('Els', true), row('Jan', false)];
  const after = kept(before, [row('Els', false), row('Jan', false)]);
  expect(after).toEqual([row('Els', false), row('Jan', false)]);
  expect(after[0]).not.toBe(before[0]);
  expect(after[0]?.factors).toBe(before[0]?.factors);
  expect(after[1]).toBe(before[1]);
});

test('what is gone, what came and what is of another shape is as it came', () => {
  expect(kept<unknown>({ at: 1, until: undefined }, { at: 1 })).toStrictEqual({ at: 1 });
  expect(kept<unknown>({ at: 1 }, { at: 1, until: undefined })).toStrictEqual({ at: 1, until: undefined });
  expect(kept<unknown>([1, 2], { 0: 1, 1: 2 })).toStrictEqual({ 0: 1, 1: 2 });
  expect(kept<unknown>(null, { at: 1 })).toStrictEqual({ at: 1 });
  expect(kept([1, 2, 3], [1])).toStrictEqual([1]);
});

test('whatever was before, what is kept says what came', () => {
  assert(
    property(jsonValue(), jsonValue(), (before, fresh) => {
      expect(kept<unknown>(before, fresh)).toStrictEqual(fresh);
    }),
  );
});
