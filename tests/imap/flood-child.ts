// One pass over the mailbox at the port given, in a process of its own, so that what it cost in memory can be told.
import { openSyncDesk, plainAt, QUICK_LIMITS } from '../helpers/sync-desk.ts';

const desk = openSyncDesk({
  imap: plainAt(Number(process.argv[2])),
  limits: { ...QUICK_LIMITS, silentMs: 3_000, commandMs: 10_000 },
});
// The engine's own timers keep no process alive.
const alive = setInterval(() => {}, 1_000);
const watch = desk.watch();
const results: (string | number)[] = [];
for (let pass = 0; pass < Number(process.argv[3]); pass += 1) {
  const synced = await watch.syncNow({ mailbox: null, full: false });
  results.push(synced.ok ? synced.value.messages : synced.error.code);
}
await desk.stop();
clearInterval(alive);
console.log(JSON.stringify({ results, peakBytes: process.resourceUsage().maxRSS * 1024 }));
