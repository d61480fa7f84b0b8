// The floor under what is said to be wrong with a letter. False alarms are the worse fault.
import { describe, expect, test } from 'vitest';
import { scoreAttachments, scoreDates, scoreNames } from '../../../tests/scores/sending-scores.ts';

const LANGUAGES = ['nl', 'en', 'fr', 'de'] as const;

describe('what is missing or wrong in a letter', () => {
  test.each(LANGUAGES)('an attachment that is named and not there is seen in %s, and none made up', (language) => {
    const held = scoreAttachments(language, 'held');
    expect(held.precision).toBeGreaterThanOrEqual(0.94);
    expect(held.recall).toBeGreaterThanOrEqual(0.83);
    expect(scoreAttachments(language, 'build')).toMatchObject({ precision: 1, recall: 1 });
  });
  test('another name than the customer’s is seen, nicknames let go', () => {
    const held = scoreNames('held');
    expect(held.precision).toBeGreaterThanOrEqual(0.92);
    expect(held.recall).toBeGreaterThanOrEqual(0.9);
    expect(scoreNames('build')).toMatchObject({ precision: 1, recall: 1 });
  });
  test('a weekday that does not fit its date is seen, and none made up', () => {
    const held = scoreDates('held');
    expect(held.precision).toBe(1);
    expect(held.recall).toBeGreaterThanOrEqual(0.87);
    expect(scoreDates('build')).toMatchObject({ precision: 1, recall: 1 });
  });
});
