// A thousand desks with one flipped bit each (reliability-security.md, P20): node bench/flips.ts [rounds] [seed] [messages]
import { runFlips } from '../tests/engine/flip-rounds.ts';

const [rounds = '1000', seed = '1', messages = '400'] = process.argv.slice(2);
const from = performance.now();
const report = runFlips({
  rounds: Number(rounds),
  seed: Number(seed),
  messages: Number(messages),
  onRound: (round) => {
    if (round % 100 === 99) process.stderr.write(`${round + 1} rounds\n`);
  },
});
process.stdout.write(
  `${JSON.stringify({ ...report, seconds: Math.round((performance.now() - from) / 1_000) }, null, 2)}\n`,
);
process.exit(report.silent.length + report.wrong.length === 0 ? 0 : 1);
