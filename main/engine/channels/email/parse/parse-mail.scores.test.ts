// The floor under the scores of reading; bench/scores.ts prints them all with their faults.
import { describe, expect, test } from 'vitest';
import { hasSharedData } from '../../../../../tests/helpers/shared-data.ts';
import {
  scoreHamSpamReading,
  scoreMimeExpect,
  scoreMimeHeaders,
  scoreMimeOwn,
  scoreMimeWild,
  scoreTnef,
} from '../../../../../tests/scores/mail-scores.ts';

describe.skipIf(!hasSharedData)('collections of mail', () => {
  test.each([
    // Three of the six faults are halves of broken multiparts that we show and the answers leave out.
    ['mime-expect', scoreMimeExpect, 0.88],
    ['mime-headers', scoreMimeHeaders, 0.98],
    ['mime-wild', scoreMimeWild, 1],
    ['mime-own', scoreMimeOwn, 1],
    ['ham-spam', scoreHamSpamReading, 0.995],
    ['tnef', scoreTnef, 1],
  ])('%s stays above its floor', (_, score, floor) => {
    const { good, total } = score();
    expect(good / total).toBeGreaterThanOrEqual(floor);
  });
});
