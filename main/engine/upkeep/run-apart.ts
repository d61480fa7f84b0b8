// Runs one order of upkeep in a thread of its own, so that no command waits for it.
import { Worker } from 'node:worker_threads';
import { failed } from '../../contract/errors.ts';
import { threadSurroundings } from '../ports/thread-surroundings.ts';
import type { UpkeepAnswer, UpkeepOrder } from './upkeep-orders.ts';

export type RunApart = {
  readonly run: (order: UpkeepOrder) => Promise<UpkeepAnswer>;
  /** A copy that is being made is given up; its half is cleared away by the next. */
  readonly stop: () => Promise<void>;
};

/** Where the worker's code is: beside this file, or in the built program beside the other workers. */
const workerUrl = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./upkeep-worker.ts', import.meta.url)
    : new URL('../main/upkeep-worker.js', import.meta.url);

export function createRunApart(): RunApart {
  const running = new Set<Worker>();
  return {
    run: (order) =>
      new Promise((resolve) => {
        const worker = new Worker(workerUrl(), { workerData: order, env: threadSurroundings(), name: 'balie-upkeep' });
        running.add(worker);
        worker.once('message', (answer: UpkeepAnswer) => resolve(answer));
        worker.once('error', (error) => resolve(failed('internal', 'auto', error.message)));
        worker.once('exit', () => {
          running.delete(worker);
          resolve(failed('not-possible-now', 'auto', 'the upkeep thread ended'));
        });
      }),
    stop: async () => {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
