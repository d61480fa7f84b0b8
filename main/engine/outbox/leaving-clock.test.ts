import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/instant.ts';
import { createFakePorts } from '../ports/fake-ports.ts';
import { createLeavingClock } from './leaving-clock.ts';

const START = Date.UTC(2026, 4, 26, 7, 0);

describe('the moment to leave', () => {
  it('never comes before its time, however often the clock is ahead for half a minute', async () => {
    const leap = fc.record({
      calmMs: fc.integer({ min: 0, max: 10 * MINUTE_MS }),
      aheadMs: fc.integer({ min: 2 * MINUTE_MS, max: 48 * HOUR_MS }),
      wrongMs: fc.integer({ min: 0, max: 30 * SECOND_MS }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(leap, { maxLength: 8 }),
        fc.integer({ min: MINUTE_MS, max: 12 * HOUR_MS }),
        async (leaps, plannedMs) => {
          const ports = createFakePorts(START);
          const leaving = createLeavingClock(ports.clock);
          const row = { createdAt: START, leavesAt: START + plannedMs };
          const isFair = (): boolean => leaving.hasCome(row) === ports.clock.monotonicMs() >= plannedMs;
          for (const { calmMs, aheadMs, wrongMs } of leaps) {
            await ports.pass(calmMs);
            expect(isFair()).toBe(true);
            ports.jumpTo(ports.clock.now() + aheadMs);
            expect(isFair()).toBe(true);
            await ports.pass(wrongMs);
            expect(isFair()).toBe(true);
            ports.jumpTo(ports.clock.now() - aheadMs);
            expect(isFair()).toBe(true);
          }
          await ports.pass(plannedMs);
          expect(leaving.hasCome(row)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is followed when the clock is set back', async () => {
    const ports = createFakePorts(START);
    const leaving = createLeavingClock(ports.clock);
    const row = { createdAt: START, leavesAt: START + HOUR_MS };
    ports.jumpTo(START - 48 * HOUR_MS);
    expect(leaving.waitMs(row)).toBe(49 * HOUR_MS);
    await ports.pass(49 * HOUR_MS);
    expect(leaving.hasCome(row)).toBe(true);
  });
});
