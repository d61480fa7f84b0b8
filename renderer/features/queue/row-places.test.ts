import { expect, test } from 'vitest';
import type { QueueRow } from '../../state/queue.ts';
import { countedRows, drawnRows, standingFor, topsOf } from './row-places.ts';

const heading: QueueRow = { kind: 'heading', section: 'now', total: 100 };
const item = { kind: 'item', item: {} } as QueueRow;
const tops = topsOf([heading, ...Array.from({ length: 100 }, () => item)]);
const AT_TOP = { top: 0, height: 560 };

test('a heading is less high than a row, and all of them together are the height of the list', () => {
  expect(tops.slice(0, 4)).toEqual([0, 30, 86, 142]);
  expect(tops.at(-1)).toBe(30 + 100 * 56);
  expect(topsOf([])).toEqual([0]);
});

test('a screen reader counts conversations, not headings, those that are still to be fetched among them', () => {
  const soon: QueueRow = { kind: 'heading', section: 'soon', total: 7 };
  const { places, all } = countedRows([heading, item, item, { kind: 'more', section: 'now' }, soon, item]);
  expect([places[1], places[2], places[5], all]).toEqual([1, 2, 101, 107]);
});

test('drawn is what is in sight and a few rows around it', () => {
  expect(drawnRows(tops, AT_TOP)).toEqual({ from: 0, until: 17 });
  expect(drawnRows(tops, { top: 30 + 50 * 56, height: 560 })).toEqual({ from: 45, until: 67 });
});

test('where rows have gone from under the eye the last ones are drawn', () => {
  const { from, until } = drawnRows(tops, { top: 90_000, height: 560 });
  expect(until).toBe(101);
  expect(from).toBeLessThan(until);
  expect(drawnRows(topsOf([]), AT_TOP)).toEqual({ from: 0, until: 0 });
});

test('a row in sight moves nothing; one below comes to the lower edge, one above to the upper', () => {
  expect(standingFor(tops, 3, AT_TOP)).toBe(0);
  expect(standingFor(tops, 10, AT_TOP)).toBe(30);
  expect(standingFor(tops, 11, { top: 30, height: 560 })).toBe(86);
  expect(standingFor(tops, 20, { top: 2000, height: 560 })).toBe(30 + 19 * 56);
});

test('the first row brings its heading along', () => {
  expect(standingFor(tops, 1, { top: 300, height: 560 })).toBe(0);
});
