// The floor under the scores of telling persons from machines; bench/scores.ts prints them all with their faults.
import { describe, expect, test } from 'vitest';
import { hasSharedData } from '../../../tests/helpers/shared-data.ts';
import { scoreAutomation, scoreBounces, scoreHamSpamKinds } from '../../../tests/scores/kind-scores.ts';

describe.skipIf(!hasSharedData)('collections of machine mail', () => {
  test.each([
    ['automation', scoreAutomation, 1],
    ['bounces', scoreBounces, 0.99],
    ['ham-spam', scoreHamSpamKinds, 0.97],
  ])('%s stays above its floor', (_, score, floor) => {
    const { good, total } = score();
    expect(good / total).toBeGreaterThanOrEqual(floor);
  });
  test('no person is hidden', () => {
    const hidden = scoreHamSpamKinds().faults.filter(({ why }) => why.startsWith('ham read'));
    // A bounce and two newsletters that the collection counts as ham.
    expect(hidden.map(({ id }) => id)).toEqual(['easy-ham-2/01304', 'easy-ham-2/01293', 'easy-ham-2/01323']);
  });
});
