// Fresh copies of a mailbox over a line that goes wrong (reliability-security.md, P4): node bench/chaos.ts [copies] [messages] [seed]
import { runChaosCopies } from '../tests/imap/chaos-copies.ts';

const [copies = '50', messages = '400', seed = '1'] = process.argv.slice(2);
const from = performance.now();
const report = await runChaosCopies({
  copies: Number(copies),
  messages: Number(messages),
  seed: Number(seed),
  onCopy: (copy, ends) => process.stderr.write(`copy ${copy}: ${ends.join(', ')}\n`),
});
const seconds = Math.round((performance.now() - from) / 1_000);
process.stdout.write(`${JSON.stringify({ ...report, seconds }, null, 2)}\n`);
process.exit(report.lost.length + report.doubled.length + report.spoiled.length === 0 ? 0 : 1);
