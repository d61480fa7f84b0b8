import { describe, expect, it } from 'vitest';
import { anything, assert, property } from 'fast-check';
import { makeCodec } from './codec.ts';

const { encode, decode } = makeCodec();
const there = (value: unknown): unknown => decode(encode(value));

describe('a value sent as text', () => {
  it('comes back as it was, whatever plain data it holds', () => {
    assert(
      property(
        anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withSparseArray: true,
        }),
        (value) => {
          expect(there(value)).toStrictEqual(structuredClone(value));
        },
      ),
    );
  });
  it('keeps what is one thing one thing, and a loop a loop', () => {
    const one = { name: 'one' };
    const loop: { self?: unknown; readonly twice: readonly unknown[] } = { twice: [one, one] };
    loop.self = loop;
    const back = there(loop) as typeof loop;
    expect(back.self).toBe(back);
    expect(back.twice[0]).toBe(back.twice[1]);
  });
  it('keeps the kind, words and cause of an error', () => {
    const back = there(new RangeError('too far', { cause: new Error('why') })) as RangeError;
    expect(back).toBeInstanceOf(RangeError);
    expect([back.message, (back.cause as Error).message]).toEqual(['too far', 'why']);
  });
  it('cannot set a prototype by a key of that name', () => {
    const back = there(JSON.parse('{"__proto__": {"isAdmin": true}}')) as object;
    expect(Object.hasOwn(back, '__proto__')).toBe(true);
    expect('isAdmin' in back).toBe(false);
  });
  it('is refused when it holds a function, a symbol or a promise', () => {
    for (const value of [() => 1, Symbol('s'), Promise.resolve(1)]) {
      expect(() => encode({ value })).toThrow('An object could not be cloned.');
    }
  });
});
