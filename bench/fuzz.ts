// Invented trouble for everything that reads what strangers write: `node bench/fuzz.ts [cases] [name]`, a hundred thousand cases
// each unless told otherwise. Counts what was thrown, and inputs that took longer than 50 ms per 10 kB each of three times.
import * as fc from 'fast-check';
import { FUZZ_TARGETS, hostileText } from '../tests/fuzz/fuzz-targets.ts';

const cases = Number(process.argv[2] ?? 100_000);
const only = process.argv[3];
const LONGEST = 10_000;

function timeOf(read: (text: string) => unknown, text: string): number {
  const begun = performance.now();
  read(text);
  return performance.now() - begun;
}

console.log(
  `${'what reads'.padEnd(22)}${'cases'.padStart(8)}${'threw'.padStart(7)}${'slow'.padStart(6)}${'worst ms/10 kB'.padStart(16)}`,
);
let failures = 0;
for (const { name, bits, read, mostMs = 50 } of FUZZ_TARGETS) {
  if (only !== undefined && name !== only) continue;
  let threw = 0;
  let slow = 0;
  let worst = { share: 0, text: '' };
  let error = '';
  for (const text of fc.sample(hostileText(bits, LONGEST), { numRuns: cases, seed: 7 })) {
    // A short text is allowed what a kilobyte may take: below it the clock measures itself.
    const allowed = (Math.max(1_000, text.length) / LONGEST) * mostMs;
    try {
      let took = timeOf(read, text);
      // Another program may have had its turn: only what is slow every time is slow.
      for (let again = 0; took > allowed / 4 && again < 2; again += 1) took = Math.min(took, timeOf(read, text));
      const share = (took / allowed) * mostMs;
      if (share > worst.share) worst = { share, text };
      if (took > allowed) slow += 1;
    } catch (problem) {
      threw += 1;
      error = `${problem instanceof Error ? (problem.stack ?? '') : String(problem)}\n    ${JSON.stringify(text.slice(0, 300))}`;
    }
  }
  failures += threw + slow;
  console.log(
    `${name.padEnd(22)}${String(cases).padStart(8)}${String(threw).padStart(7)}${String(slow).padStart(6)}${worst.share.toFixed(1).padStart(16)}`,
  );
  if (slow > 0 || process.argv.includes('--worst'))
    console.log(`    ${JSON.stringify(worst.text.slice(0, 200))} (${worst.text.length} characters)`);
  if (error !== '') console.log(`    ${error}`);
}
process.exitCode = failures === 0 ? 0 : 1;
