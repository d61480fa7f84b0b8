// reliability-security.md, P1: a desk killed at any moment of receiving and sending loses nothing, stores nothing twice and sends
// nothing twice.
import { describe, expect, it } from 'vitest';
import { hasDovecot } from '../helpers/dovecot.ts';
import { runKillRounds } from './kill-rounds.ts';

const CLEAN = {
  lost: [],
  storedTwice: [],
  sentTwice: [],
  filedTwice: [],
  wrong: [],
  askedThoughFiled: [],
  errors: [],
  unsoundAfter: [],
};

describe.skipIf(!hasDovecot())('a desk that is killed while customers write and answers leave', () => {
  it('with a server that files most of what it sends', async () => {
    const report = await runKillRounds({ rounds: 25, sentFolder: 'with', seed: 20_260_526 });
    expect(report).toMatchObject(CLEAN);
    expect(report.kills).toBe(25);
    expect(report.killsInTraffic).toBeGreaterThanOrEqual(10);
    expect(report.killsAtAcceptance).toBeGreaterThanOrEqual(5);
  }, 180_000);

  it('with a server that files nothing: what nobody knows is asked, and not sent again', async () => {
    const report = await runKillRounds({ rounds: 12, sentFolder: 'without', seed: 3 });
    expect(report).toMatchObject(CLEAN);
    expect(report.killsAtAcceptance).toBeGreaterThanOrEqual(2);
    // A kill before the answer leaves a question, not a guess.
    expect(report.asked).toBeGreaterThanOrEqual(1);
  }, 180_000);

  it('would be seen to send twice if it forgot its doubts', async () => {
    const report = await runKillRounds({
      rounds: 4,
      sentFolder: 'without',
      seed: 3,
      moment: 'before-answer',
      isBlind: true,
    });
    expect(report.sentTwice.length).toBeGreaterThanOrEqual(1);
  }, 180_000);
});
