// The engine's thread with a way to die: 'host.resumed' throws outside any promise, as a bug in a socket's listener would.
import { parentPort } from 'node:worker_threads';
import type { ToEngine } from '../../main/engine/host/worker-messages.ts';

parentPort?.on('message', (message: ToEngine) => {
  if (message.kind === 'call' && message.name === 'host.resumed') throw new Error('a listener broke');
});
await import('../../main/engine/host/worker-entry.ts');
