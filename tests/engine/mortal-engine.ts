// The engine's thread with a way to die: 'host.resumed' throws outside any promise, as a bug in a socket's listener would.
import { parentPort } from 'node:worker_threads';
import type { ToEngine } from '../../main/engine/host/worker-messages.ts';
import { ENGINE_THREAD } from '../helpers/engine-thread.ts';

parentPort?.on('message', (message: ToEngine) => {
  if (message.kind === 'call' && message.name === 'host.resumed') throw new Error('a listener broke');
});
await import(ENGINE_THREAD.href);
