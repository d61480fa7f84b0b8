import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../instant.ts';
import { freeSlots, holesIn, SLOT_MS } from './free-slots.ts';

const nine = Date.parse('2026-05-13T07:00:00Z');
const hours = [
  { from: nine, until: nine + 3.5 * HOUR_MS },
  { from: nine + 4.5 * HOUR_MS, until: nine + 8.5 * HOUR_MS },
];
const minutes = (slots: readonly number[]): readonly number[] => slots.map((at) => (at - nine) / MINUTE_MS);

it('the first free quarter is at opening, and the last ends at closing', () => {
  const slots = minutes(freeSlots(hours, [], 0));
  expect(slots.slice(0, 3)).toEqual([0, 15, 30]);
  expect(slots.at(-1)).toBe(8.5 * 60 - 15);
  expect(slots).not.toContain(3.5 * 60);
});
it('a quarter that has begun is over', () => {
  expect(minutes(freeSlots(hours, [], nine + 10 * MINUTE_MS))[0]).toBe(15);
});
it('a moment in between takes both quarters that it touches', () => {
  expect(minutes(freeSlots(hours, [nine + 40 * MINUTE_MS], 0)).slice(0, 3)).toEqual([0, 15, 60]);
});
it('holes lie between what is planned, and none is shorter than a quarter', () => {
  const holes = holesIn(hours, [nine + HOUR_MS, nine + HOUR_MS + 20 * MINUTE_MS], nine + 5 * MINUTE_MS);
  expect(holes.map(({ from, until }) => minutes([from, until]))).toEqual([
    [5, 60],
    [95, 210],
    [270, 510],
  ]);
});
it('whatever is planned: slots and holes are free, open, and lie ahead', () => {
  const moment = integer({ min: -60, max: 600 }).map((minute) => nine + minute * MINUTE_MS);
  assert(
    property(array(moment, { maxLength: 30 }), moment, (taken, from) => {
      const slots = freeSlots(hours, taken, from).map((at) => ({ from: at, until: at + SLOT_MS }));
      for (const one of [...slots, ...holesIn(hours, taken, from)]) {
        expect(one.until - one.from).toBeGreaterThanOrEqual(SLOT_MS);
        expect(one.from).toBeGreaterThanOrEqual(from);
        expect(hours.some((span) => span.from <= one.from && one.until <= span.until)).toBe(true);
        expect(taken.some((at) => at < one.until && at + SLOT_MS > one.from)).toBe(false);
      }
    }),
  );
});
