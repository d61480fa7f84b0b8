// The floor under seeing that an answer of ours asks for one back, on answers that were not looked at while the words were chosen.
import { describe, expect, test } from 'vitest';
import { scoreFollowUp } from '../../../tests/scores/follow-up-scores.ts';

describe('answers that ask for one back', () => {
  test.each(['nl', 'en', 'fr'] as const)('are known in %s: few missed, few made up', (language) => {
    const { precision, recall } = scoreFollowUp(language, 'held');
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });
});
