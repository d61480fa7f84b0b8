// 1,000 kills of a sending desk (reliability-security.md, P1): node bench/kill.ts [rounds] [with|without] [seed]
import { runKillRounds } from '../tests/engine/kill-rounds.ts';

const [rounds = '1000', sentFolder = 'with', seed = '1'] = process.argv.slice(2);
const from = performance.now();
const report = await runKillRounds({
  rounds: Number(rounds),
  hasSentFolder: sentFolder === 'with',
  seed: Number(seed),
  onRound: (round) => {
    if (round % 50 === 49) process.stderr.write(`${round + 1} rounds\n`);
  },
});
process.stdout.write(
  `${JSON.stringify({ ...report, seconds: Math.round((performance.now() - from) / 1_000) }, null, 2)}\n`,
);
const isKept = report.lost.length + report.sentTwice.length + report.wrong.length + report.unsoundAfter.length === 0;
process.exit(isKept ? 0 : 1);
