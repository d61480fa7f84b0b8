import { describe, expect, it } from 'vitest';
import type { MessageLine } from '../../../main/contract/story.ts';
import { openMessages } from './open-messages.ts';
import { placeOf } from './place-of.ts';
import { keptSource, originalSource } from './source-text.ts';

const line = (id: number, direction: 'in' | 'out', kind: MessageLine['kind'] = 'human'): MessageLine => ({
  id,
  direction,
  kind,
  channel: 'email',
  from: { name: 'Els', address: 'els@x.example' },
  at: id,
  preview: '',
  isUnread: false,
  isPublic: false,
});
const asTheyCome = { turned: new Map<number, boolean>(), all: null };
const open = (
  lines: readonly (MessageLine | null)[],
  turned: Parameters<typeof openMessages>[1] = asTheyCome,
  fresh: readonly number[] = [],
): readonly number[] => {
  const isOpen = openMessages(lines, turned, new Set(fresh));
  return lines.flatMap((one) => (one !== null && isOpen(one.id) ? [one.id] : []));
};

describe('which messages stand open', () => {
  it('the newest and the newest question, with the acknowledgement between them folded', () => {
    expect(open([line(1, 'in'), line(2, 'out'), line(3, 'in'), line(4, 'out', 'auto-reply'), line(5, 'out')])).toEqual([
      3, 5,
    ]);
    expect(open([line(1, 'in'), line(2, 'in'), line(3, 'out', 'auto-reply')])).toEqual([2]);
  });
  it('what was unread or looked up, and nothing of what is not told yet', () => {
    expect(open([null, line(1, 'in'), line(2, 'out'), line(3, 'in')], asTheyCome, [1])).toEqual([1, 3]);
  });
  it('all or none, and what the owner turned himself wins', () => {
    const lines = [line(1, 'in'), line(2, 'in')];
    expect(open(lines, { turned: new Map(), all: 'open' })).toEqual([1, 2]);
    expect(open(lines, { turned: new Map([[2, true]]), all: 'closed' })).toEqual([2]);
    expect(open(lines, { turned: new Map([[2, false]]), all: null })).toEqual([]);
  });
});

it('a place counted over all messages is one in a message', () => {
  const found = [
    { message: 7, count: 2 },
    { message: 9, count: 1 },
  ];
  expect([1, 2, 3].map((place) => placeOf(found, place))).toEqual([
    { message: 7, nth: 0 },
    { message: 7, nth: 1 },
    { message: 9, nth: 0 },
  ]);
  expect(placeOf(found, 0)).toBeNull();
  expect(placeOf(found, 4)).toBeNull();
});

describe('a source in words', () => {
  it('has its header lines first, then the text, then the HTML', () => {
    const headers = [{ name: 'from', value: 'els@x.example' }];
    expect(keptSource({ headers, text: 'Dag\n', html: '<p>Dag</p>' })).toBe('from: els@x.example\n\nDag\n\n<p>Dag</p>');
    expect(keptSource({ headers: [], text: 'Dag', html: null })).toBe('Dag');
  });
  it('is read as UTF-8 and cut where nobody reads on', () => {
    expect(originalSource(new TextEncoder().encode('Onderwerp: café\r\n\r\nx'))).toBe('Onderwerp: café\n\nx');
    expect(originalSource(new Uint8Array(3_000_000).fill(97)).length).toBe(1_000_000);
  });
});
