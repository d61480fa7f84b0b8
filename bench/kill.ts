// 1,000 kills of a desk that receives and sends (reliability-security.md, P1): node bench/kill.ts [rounds] [with|without] [seed]
import { runKillRounds } from '../tests/engine/kill-rounds.ts';

const [rounds = '1000', sentFolder = 'with', seed = '1'] = process.argv.slice(2);
if (sentFolder !== 'with' && sentFolder !== 'without') throw new Error(`with or without, not ${sentFolder}`);
const from = performance.now();
const report = await runKillRounds({
  rounds: Number(rounds),
  sentFolder,
  seed: Number(seed),
  onRound: (round) => {
    if (round % 50 === 49) process.stderr.write(`${round + 1} rounds\n`);
  },
});
process.stdout.write(
  `${JSON.stringify({ ...report, seconds: Math.round((performance.now() - from) / 1_000) }, null, 2)}\n`,
);
const { lost, storedTwice, sentTwice, filedTwice, wrong, askedThoughFiled, unsoundAfter } = report;
const broken = [lost, storedTwice, sentTwice, filedTwice, wrong, askedThoughFiled, unsoundAfter].flat();
process.exit(broken.length === 0 ? 0 : 1);
