// A watched mailbox in a process of its own, so that it can be put to sleep. Tells on stdout when it is live, and every subject it has.
// Its limits are so long that nothing but the waking itself can bring it back in time.
import { createGroundWatch } from '../../main/engine/sync/ground-watch.ts';
import { createSystemClock, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import { IMAP_LIMITS } from '../../main/engine/channels/email/imap-limits.ts';
import { openSyncDesk, plainAt } from '../helpers/sync-desk.ts';

const desk = openSyncDesk({
  imap: plainAt(Number(process.argv[2])),
  limits: { ...IMAP_LIMITS, idleMs: 300_000, idleAnswerMs: 300_000 },
  sentLookMs: 300_000,
});
const watch = desk.watch();
createGroundWatch({
  clock: createSystemClock(),
  timers: createSystemTimers(),
  net: { whereabouts: () => 'here' },
  onMoved: watch.reconnect,
  // Longer than a busy machine makes anybody wait.
  limits: { lookEveryMs: 250, gapMs: 4_000 },
}).start();
let told = '';
setInterval(() => {
  const now = JSON.stringify({ state: watch.state().kind, subjects: desk.subjects() });
  if (now !== told) process.stdout.write(`${now}\n`);
  told = now;
}, 50);
