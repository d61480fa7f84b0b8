// 300 power cuts of a working desk, 100 for each of three seeds (reliability-security.md, P2): node bench/power.ts [cuts a seed] [rounds]
// Needs Linux and a C compiler.
import { findCompiler, runPowerCuts } from '../tests/engine/power/power-cuts.ts';

const [cuts = '100', rounds = '25'] = process.argv.slice(2);
const compiler = findCompiler();
if (compiler === null) throw new Error('the recorder needs Linux and a C compiler');
let isKept = true;
for (const seed of [1, 2, 3]) {
  const report = runPowerCuts({ compiler, cuts: Number(cuts), rounds: Number(rounds), seed });
  process.stdout.write(`${JSON.stringify({ seed, ...report })}\n`);
  isKept &&= report.corrupt.length + report.lost.length + report.wouldSendTwice.length === 0;
}
process.exit(isKept ? 0 : 1);
