// reliability-security.md, P1, for sending: a process killed at any moment loses no answer and sends none twice.
import { expect, it } from 'vitest';
import { runKillRounds } from './kill-rounds.ts';

const ROUNDS = 40;
const ROUNDS_WITHOUT_SENT = 12;

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
  const report = await runKillRounds({ rounds: ROUNDS_WITHOUT_SENT, hasSentFolder: false, seed: 3 });
  expect(report).toMatchObject({ lost: [], sentTwice: [], wrong: [], unsoundAfter: [], errors: [] });
  expect(report.killsAtAcceptance).toBeGreaterThanOrEqual(3);
  // A kill before the answer leaves a question, not a guess.
  expect(report.unknownThoughAccepted).toBeGreaterThanOrEqual(3);
}, 180_000);
