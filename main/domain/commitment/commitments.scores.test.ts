// The floor under finding promises, on sentences that were not looked at while the rules were written.
import { describe, expect, test } from 'vitest';
import { scoreCommitments } from '../../../tests/scores/commitment-scores.ts';

describe('promises in own answers', () => {
  test.each(['nl', 'en', 'fr'] as const)('are found in %s: few missed, hardly one made up', (language) => {
    const { precision, recall } = scoreCommitments(language, 'held');
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
  test.each(['nl', 'en', 'fr'] as const)(
    'stay found in %s among the sentences that the rules were made on',
    (language) => {
      const { precision, recall } = scoreCommitments(language, 'build');
      expect(precision).toBe(1);
      expect(recall).toBeGreaterThanOrEqual(0.97);
    },
  );
});
