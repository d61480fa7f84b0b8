// Loaded first in a utility process: gives it process.parentPort. Messages wait until somebody listens, as in Electron.
import { EventEmitter } from 'node:events';

type Heard = { readonly data: unknown; readonly ports: readonly never[] };

const waiting: Heard[] = [];
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    process.send?.(message);
  },
  start: (): void => {},
});
process.on('message', (data) => {
  const heard = { data, ports: [] };
  if (port.listenerCount('message') === 0) waiting.push(heard);
  else port.emit('message', heard);
});
port.on('newListener', (name) => {
  if (name !== 'message') return;
  setImmediate(() => {
    for (const heard of waiting.splice(0)) port.emit('message', heard);
  });
});
Object.defineProperty(process, 'parentPort', { value: port });
Object.defineProperty(process, 'type', { value: 'utility' });
