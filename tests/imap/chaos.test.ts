// reliability-security.md, P4: a line that cuts, stalls, delays and corrupts, and a server whose processes are killed.
import { describe, expect, it } from 'vitest';
import { hasDovecot } from '../helpers/dovecot.ts';
import { MOST_RUNS, runChaosCopies } from './chaos-copies.ts';

describe.skipIf(!hasDovecot())('a mailbox copied over a line that goes wrong', () => {
  it('comes over whole, once, and as it was written', async () => {
    const report = await runChaosCopies({ copies: 4, messages: 400, seed: 11 });
    expect(report).toMatchObject({ copies: 4, lost: [], doubled: [], spoiled: [] });
    expect(report.mostRuns).toBeLessThanOrEqual(MOST_RUNS);
    expect(Object.values(report.faults).reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(2);
    expect(report.processesKilled).toBeGreaterThanOrEqual(1);
  }, 180_000);
});
