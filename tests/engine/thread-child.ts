// The engine in its thread, as the app runs it, in a process of its own: for what a process learns only at its start. Adds the account that
// its argument describes, and prints what came of it.
import { createWorkerClient } from '../../main/engine/host/worker-client.ts';
import { createSystemClock, createSystemTimers } from '../../main/engine/ports/system-clock.ts';
import type { AccountDraft } from '../../main/contract/account-commands.ts';

const [thread = '', dataFolder = '', assetsFolder = '', draft = ''] = process.argv.slice(2);
const client = createWorkerClient({
  entry: new URL(thread),
  desk: { dataFolder, assetsFolder, version: '0.0.0', isDemo: false, systemLanguage: 'nl' },
  secrets: {
    read: async () => ({ kind: 'unknown' }),
    keep: async () => 'session',
    forget: async () => {},
    status: async () => ({ where: 'session', trouble: null }),
  },
  timers: createSystemTimers(),
  monotonicMs: createSystemClock().monotonicMs,
  log: () => {},
  onEvent: () => {},
  onState: () => {},
});
const tested = await client.call('accounts.test', { testId: 't', draft: JSON.parse(draft) as AccountDraft });
await client.stop();
process.stdout.write(JSON.stringify(tested.ok ? 'ok' : tested.error.code));
process.exit(0);
