// Invented trouble for everything that reads what strangers write (P13), some thousands of cases each; bench/fuzz.ts runs a hundred
// thousand and holds them to 50 ms per 10 kB. Here the bound is far above that, so that only what grows faster than its input fails,
// and no busy machine.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUZZ_TARGETS, hostileText } from '../fuzz/fuzz-targets.ts';

const CASES = 2_000;
/** 30 kB of what takes its square is 10 times over this. */
const LONGEST = 30_000;
const MOST_MS = 3_000;

test.each(FUZZ_TARGETS.map((target) => [target.name, target] as const))(
  '%s: nothing is thrown, nothing hangs',
  (_, { bits, read }) => {
    let slowest = 0;
    fc.assert(
      fc.property(hostileText(bits, LONGEST), (text) => {
        const begun = performance.now();
        read(text);
        slowest = Math.max(slowest, performance.now() - begun);
      }),
      { numRuns: CASES },
    );
    expect(slowest).toBeLessThan(MOST_MS);
  },
);
