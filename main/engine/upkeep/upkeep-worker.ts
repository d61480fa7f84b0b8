// The thread for what takes seconds and needs nobody: a copy of the desk, or a look at every byte of it. One order, then it ends.
import { parentPort, workerData } from 'node:worker_threads';
import { ok } from '../../contract/errors.ts';
import { lookThroughDesk, shelveBackup } from '../store/backup-desk.ts';
import { tidyBackups } from '../store/backup-shelf.ts';
import type { UpkeepAnswer, UpkeepOrder } from './upkeep-orders.ts';

function carryOut(order: UpkeepOrder): UpkeepAnswer {
  switch (order.kind) {
    case 'back-up': {
      const shelved = shelveBackup(order.file, order.as, order.at);
      if (!shelved.ok) return shelved;
      tidyBackups(order.file, order.at);
      return ok(shelved.value.name);
    }
    case 'look-through':
      return lookThroughDesk(order.file);
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(carryOut(workerData as UpkeepOrder));
