import { describe, expect, it } from 'vitest';
import type { CommitmentView } from '../../../main/contract/commitments.ts';
import type { MessageView } from '../../../main/contract/views.ts';
import { DAY_MS } from '../../../main/domain/instant.ts';
import { shownPromises } from './shown-promises.ts';

const NOW = Date.parse('2026-05-12T08:00:00Z');
const promise = (id: number, other: Partial<CommitmentView>): CommitmentView => ({
  id,
  conversation: 1,
  message: 10,
  words: 'Vrijdag bel ik u.',
  madeAt: NOW - DAY_MS,
  dueAt: NOW + DAY_MS,
  state: 'open',
  because: null,
  closedAt: null,
  closedBy: null,
  ...other,
});
const letter = (id: number, direction: 'in' | 'out') => ({ id, direction }) as MessageView;
const shown = (commitments: readonly CommitmentView[], messages = [letter(10, 'out')]): readonly number[] =>
  shownPromises({ commitments, messages }, NOW).map(({ id }) => id);

describe('above the composer', () => {
  it('stand open promises, the first due first, before those that wait for a yes', () => {
    const asked = promise(1, { state: 'proposed', dueAt: NOW });
    expect(shown([asked, promise(2, { dueAt: NOW + 2 * DAY_MS }), promise(3, { dueAt: NOW - DAY_MS })])).toEqual([
      3, 2, 1,
    ]);
  });
  it('a promise that nobody confirmed stands for a few days after its moment', () => {
    expect(shown([promise(1, { state: 'proposed', dueAt: NOW - 3 * DAY_MS + 1 })])).toEqual([1]);
    expect(shown([promise(1, { state: 'proposed', dueAt: NOW - 3 * DAY_MS })])).toEqual([]);
  });
  it('stands what our newest answer kept, until there is a newer one', () => {
    const kept = promise(1, { state: 'kept', because: 'answered', closedBy: 11 });
    expect(shown([kept], [letter(10, 'out'), letter(11, 'out'), letter(12, 'in')])).toEqual([1]);
    expect(shown([kept], [letter(11, 'out'), letter(12, 'out')])).toEqual([]);
  });
  it('stands nothing that was let go, or kept in another way', () => {
    const because = 'owner' as const;
    expect(shown([promise(1, { state: 'dropped', because }), promise(2, { state: 'kept', because })])).toEqual([]);
  });
});
