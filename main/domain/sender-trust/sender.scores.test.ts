// The floor under seeing a sender who pretends to be another. `hard` is made of what the rules missed at first; what they still miss
// has no name to compare: "Uw pakketdienst", a stranger with a story.
import { expect, test } from 'vitest';
import { scoreSenders } from '../../../tests/scores/sender-scores.ts';

test.each([
  ['held', 0.95, 0.9],
  ['hard', 0.95, 0.7],
] as const)('of the %s mails few are missed, and hardly any made up', (part, fewestRight, fewestFound) => {
  const { precision, recall } = scoreSenders(part);
  expect(precision).toBeGreaterThanOrEqual(fewestRight);
  expect(recall).toBeGreaterThanOrEqual(fewestFound);
});
