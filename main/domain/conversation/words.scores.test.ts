// The floor under the scores of the word rules; bench/scores.ts prints them all with their faults.
import { describe, expect, test } from 'vitest';
import { hasSharedData } from '../../../tests/helpers/shared-data.ts';
import {
  scoreNeedsReplyEn,
  scoreNeedsReplyNl,
  scoreNeedsReplyOwn,
  scoreQuoteNl,
  scoreReplyQuote,
  scoreReplyQuoteHtml,
  scoreSetApart,
  scoreSubjects,
} from '../../../tests/scores/word-scores.ts';

describe.skipIf(!hasSharedData)('collections of replies', () => {
  test.each([
    // The others are matters of taste: whether a greeting belongs to the reply, and answers that the collections drop.
    ['reply-quote', scoreReplyQuote, 0.9],
    ['quote-nl', scoreQuoteNl, 1],
    ['reply-quote-html', scoreReplyQuoteHtml, 1],
    ['subjects', scoreSubjects, 1],
  ])('%s stays above its floor', (_, score, floor) => {
    const { good, total } = score();
    expect(good / total).toBeGreaterThanOrEqual(floor);
  });
  test('no reply loses more than its signature', () => {
    const lost = [scoreReplyQuote(), scoreQuoteNl()].flatMap(({ faults }) =>
      faults.filter(({ why }) => why === 'loses reply'),
    );
    expect(lost.map(({ id }) => id)).toEqual(['talon/std/sparrow.eml']);
  });
  test('customers who want an answer are known in Dutch and in English', () => {
    expect(scoreNeedsReplyNl().f1).toBeGreaterThanOrEqual(0.9);
    expect(scoreNeedsReplyEn().f1).toBeGreaterThanOrEqual(0.72);
  });
});

describe('our own labelled messages', () => {
  test.each([
    ['nl', 0.92],
    ['en', 0.9],
    ['fr', 0.9],
    ['de', 0.85],
  ] as const)('%s: who waits is known in the part that nothing was fitted on', (language, floor) => {
    expect(scoreNeedsReplyOwn(language, 'held').f1).toBeGreaterThanOrEqual(floor);
  });
  test.each(['build', 'held'] as const)('nobody who waits, and nothing to be seen, is set apart: %s', (part) => {
    expect(scoreSetApart(part).faults).toEqual([]);
  });
});
