// reliability-security.md, P20: one bit of a desk is not what it was. It is noticed and the desk restored, or it is proved harmless.
import { expect, it } from 'vitest';
import { runFlips } from './flip-rounds.ts';

it('of 60 desks with one flipped bit, none starts wrong without a word', () => {
  const report = runFlips({ rounds: 60, seed: 20_261_122, messages: 240 });
  expect(report).toMatchObject({ silent: [], wrong: [] });
  expect(report.restored).toBeGreaterThanOrEqual(40);
  expect(report.restored + report.changesMissing + report.refused + report.harmless).toBe(60);
}, 180_000);
