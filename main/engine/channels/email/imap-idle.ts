// Waits on an open connection until the server says that something changed, and finds out in time that it is not there any more: a
// link that broke in sleep looks sound for a quarter of an hour, and a server may never answer the IDLE command itself.
import { ok, type Result } from '../../../contract/errors.ts';
import type { Timers } from '../../ports/ports.ts';
import type { ImapLimits } from './imap-limits.ts';
import type { ImapLine } from './imap-line.ts';

/**
 * 'quiet': nothing changed, and the server proved that it is still there. `wake` ends the wait early. Without IDLE it only waits.
 * The mailbox in which something may change is the selected one.
 */
export async function waitForChange(
  line: ImapLine,
  timers: Timers,
  limits: ImapLimits,
  wake: AbortSignal,
): Promise<Result<'changed' | 'quiet' | 'woken'>> {
  const { client } = line;
  if (line.takeChange()) return ok('changed');
  if (!client.isClosed && !wake.aborted) {
    // Ends by itself when another command is given; how it ended is seen by that command.
    await news(line, timers, limits.idleMs, wake, () => {
      if (client.capabilities.has('IDLE')) client.idle().catch(() => {});
    });
  }
  if (client.isClosed) return line.refused('IDLE');
  if (line.takeChange()) return ok('changed');
  if (wake.aborted) return ok('woken');
  const answer = { silentMs: limits.idleAnswerMs, totalMs: limits.idleAnswerMs };
  const renewed = await line.ask(answer, 'NOOP after IDLE', async () => {
    await client.noop();
    return client.isClosed ? line.refused('NOOP') : ok(null);
  });
  if (!renewed.ok) return renewed;
  return ok(line.takeChange() ? 'changed' : 'quiet');
}

function news(line: ImapLine, timers: Timers, longestMs: number, wake: AbortSignal, listen: () => void): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stopTimer();
      wake.removeEventListener('abort', done);
      line.onNews(() => {});
      resolve();
    };
    const stopTimer = timers.after(longestMs, done);
    wake.addEventListener('abort', done);
    line.onNews(done);
    listen();
  });
}
