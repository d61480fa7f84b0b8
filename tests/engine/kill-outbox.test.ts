// reliability-security.md, P1, for sending: a process killed at any moment loses no answer and sends none twice.
import { expect, it } from 'vitest';
import { runKillRounds } from './kill-rounds.ts';

const ROUNDS = 40;

it('killed 40 times while sending, with a server that keeps what was sent: nothing lost, nothing twice', async () => {
  const report = await runKillRounds({ rounds: ROUNDS, hasSentFolder: true, seed: 20_260_526 });
  expect(report).toMatchObject({
    lost: [],
    sentTwice: [],
    wrong: [],
    unsoundAfter: [],
    errors: [],
    unknownThoughAccepted: 0,
  });
  expect(report.kills).toBe(ROUNDS);
  expect(report.killsAtAcceptance).toBeGreaterThanOrEqual(10);
}, 180_000);

it('the same with a server that keeps nothing: what nobody knows is asked, and not sent again', async () => {
  const report = await runKillRounds({ rounds: ROUNDS, hasSentFolder: false, seed: 3 });
  expect(report).toMatchObject({ lost: [], sentTwice: [], wrong: [], unsoundAfter: [], errors: [] });
  expect(report.killsAtAcceptance).toBeGreaterThanOrEqual(10);
  // Each kill at acceptance leaves a question, not a guess.
  expect(report.unknown).toBeGreaterThanOrEqual(10);
}, 180_000);
