// Reads mail in worker threads under a deadline and a memory limit. A mail that takes its worker down loses only itself: the
// others of its batch are read again one by one, and the culprit comes back as its header with the note 'too-complex'.
import { Worker } from 'node:worker_threads';
import type { Cancel, Logger, Timers } from '../../../ports/ports.ts';
import { threadSurroundings } from '../../../ports/thread-surroundings.ts';
import { prepareMail, type PreparedMail } from '../../../ingest/prepared-mail.ts';
import { parseHeaderOnly } from './parse-mail.ts';
import { WORKER_READY, type ParseAnswer, type ParseJob, type ParseOrder } from './parse-orders.ts';
import type { FetchedPieces } from './parse-pieces.ts';

export type ParsePoolDeps = {
  readonly timers: Timers;
  readonly log: Logger;
  /** Threads at most. One starts when there is work, another only when those at work are held up by a mail. */
  readonly size: number;
  /** Where the worker's code is, when it is not beside this file (the bundled app). */
  readonly workerUrl?: URL;
  readonly deadlineMs?: number;
  readonly memoryMb?: number;
};

export type ParsePool = {
  /** Calls of one turn of the event loop travel together. Rejects only when stopped, or when no worker can start. */
  readonly whole: (raw: Uint8Array) => Promise<PreparedMail>;
  /** With the bytes of all attachments: for mail that lies on no server. */
  readonly wholeWithFiles: (raw: Uint8Array) => Promise<PreparedMail>;
  readonly pieces: (pieces: FetchedPieces) => Promise<PreparedMail>;
  /** Resolves when all threads are gone. What was not answered by then is rejected. */
  readonly stop: () => Promise<void>;
};

/**
 * The slowest mail of our collections takes 0.2 s on a busy machine. A poison one is met twice, in its batch and alone, and must be
 * listed within five seconds.
 */
const DEADLINE_MS = 2_000;
/** Loading the worker's code, on a machine that is starting up with everything at once. */
const START_DEADLINE_MS = 30_000;
const MEMORY_MB = 256;
/** What is parsed lives shortly; the usual 48 MB a thread would only be garbage that waits. */
const YOUNG_MB = 16;
/** Large enough that the hop between threads does not count, small enough that both workers get some. */
const BATCH_MAILS = 32;
const BATCH_BYTES = 2 * 1024 * 1024;
/**
 * One thread reads twice as fast as the engine stores, and a second would only warm up the same code once more: a tenth of the
 * CPU of a first sync (measured). But the mail behind one that takes its time is not to wait for it.
 */
const HELD_UP_MS = 250;
/** A thread costs some 15 MB; between two syncs nobody needs it. */
const IDLE_MS = 30_000;
/** What is still read of a mail that brought a worker down, here in the engine's own thread. */
const POISON_HEADER_BYTES = 64 * 1024;

type Task = {
  readonly job:
    | { readonly kind: 'whole'; readonly raw: Uint8Array; readonly withFiles: boolean }
    | { readonly kind: 'pieces'; readonly pieces: FetchedPieces };
  readonly resolve: (mail: PreparedMail) => void;
  readonly reject: (reason: Error) => void;
};

type Hand = {
  readonly worker: Worker;
  isReady: boolean;
  busy: { readonly id: number; readonly tasks: readonly Task[] } | null;
  /** Of what it is doing now: starting, reading, or nothing. */
  cancelTimer: Cancel;
};

export function createParsePool(deps: ParsePoolDeps): ParsePool {
  const workerUrl = deps.workerUrl ?? new URL('./parse-worker.ts', import.meta.url);
  const deadlineMs = deps.deadlineMs ?? DEADLINE_MS;
  const hands = new Set<Hand>();
  const leaving = new Set<Promise<unknown>>();
  let fresh: Task[] = [];
  const batches: (readonly Task[])[] = [];
  let orders = 0;
  let isStopped = false;
  let stopWaiting: Cancel | null = null;

  const take = (job: Task['job']): Promise<PreparedMail> =>
    new Promise((resolve, reject) => {
      if (isStopped) {
        reject(stopped());
        return;
      }
      fresh.push({ job, resolve, reject });
      if (fresh.length === 1) queueMicrotask(gather);
    });

  const gather = (): void => {
    batches.push(...inBatches(fresh));
    fresh = [];
    handOut();
  };

  const handOut = (): void => {
    for (let batch = batches[0]; batch !== undefined; batch = batches[0]) {
      const hand = Array.from(hands).find(({ busy }) => busy === null) ?? (hands.size === 0 ? startHand() : null);
      if (hand === null) {
        waitForHands();
        return;
      }
      batches.shift();
      give(hand, batch);
    }
  };

  const waitForHands = (): void => {
    if (hands.size >= deps.size) return;
    stopWaiting ??= deps.timers.after(HELD_UP_MS, () => {
      stopWaiting = null;
      // One that is still starting is held up by the machine, and another would be too.
      if (Array.from(hands).every(({ isReady }) => isReady)) startHand();
      handOut();
    });
  };
  const noteProgress = (): void => {
    stopWaiting?.();
    stopWaiting = null;
  };

  const give = (hand: Hand, tasks: readonly Task[]): void => {
    const id = (orders += 1);
    hand.busy = { id, tasks };
    if (hand.isReady) setDeadline(hand);
    hand.worker.ref();
    const order = orderOf(id, tasks);
    hand.worker.postMessage(order, [order.bytes]);
  };

  const setDeadline = (hand: Hand): void => {
    hand.cancelTimer();
    hand.cancelTimer = deps.timers.after(deadlineMs, () => drop(hand, 'deadline'));
  };

  const startHand = (): Hand => {
    const worker = new Worker(workerUrl, {
      resourceLimits: { maxOldGenerationSizeMb: deps.memoryMb ?? MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
      env: threadSurroundings(),
    });
    const hand: Hand = { worker, isReady: false, busy: null, cancelTimer: () => {} };
    hand.cancelTimer = deps.timers.after(START_DEADLINE_MS, () => drop(hand, new Error('no parse worker came up')));
    hands.add(hand);
    worker.on('message', (answer: ParseAnswer | typeof WORKER_READY) => {
      if (answer === WORKER_READY) {
        hand.isReady = true;
        setDeadline(hand);
        return;
      }
      const { busy } = hand;
      if (busy === null || busy.id !== answer.id) return;
      hand.busy = null;
      noteProgress();
      worker.unref();
      hand.cancelTimer();
      hand.cancelTimer = deps.timers.after(IDLE_MS, () => drop(hand, 'idle'));
      busy.tasks.forEach((task, index) => {
        const mail = answer.mails[index];
        if (mail === undefined) task.resolve(poisonMail(task));
        else task.resolve(mail);
      });
      handOut();
    });
    worker.on('error', (error) => drop(hand, error));
    worker.on('exit', () => drop(hand, 'exit'));
    return hand;
  };

  const drop = (hand: Hand, why: 'deadline' | 'idle' | 'exit' | Error): void => {
    if (!hands.delete(hand)) return;
    hand.cancelTimer();
    const { busy } = hand;
    const left = hand.worker.terminate().finally(() => leaving.delete(left));
    leaving.add(left);
    if (busy !== null) retry(busy.tasks, hand, why);
    handOut();
  };

  const retry = (tasks: readonly Task[], hand: Hand, why: 'deadline' | 'idle' | 'exit' | Error): void => {
    const what = why instanceof Error ? why.message.slice(0, 200) : why;
    if (!hand.isReady) {
      // Its code does not load: that is our fault, and no mail's.
      for (const task of tasks)
        task.reject(why instanceof Error ? why : new Error(`a parse worker did not start: ${what}`));
      return;
    }
    deps.log('warn', 'parse worker replaced', { why: what, mails: tasks.length });
    const [only] = tasks;
    if (tasks.length === 1 && only !== undefined) only.resolve(poisonMail(only));
    else batches.unshift(...tasks.map((task) => [task]));
  };

  return {
    whole: (raw) => take({ kind: 'whole', raw, withFiles: false }),
    wholeWithFiles: (raw) => take({ kind: 'whole', raw, withFiles: true }),
    pieces: (pieces) => take({ kind: 'pieces', pieces }),
    stop: async () => {
      isStopped = true;
      noteProgress();
      for (const task of [...fresh, ...batches.flat()]) task.reject(stopped());
      fresh = [];
      batches.length = 0;
      const ends = Array.from(hands, (hand) => {
        hand.cancelTimer();
        for (const task of hand.busy?.tasks ?? []) task.reject(stopped());
        return hand.worker.terminate();
      });
      hands.clear();
      await Promise.all([...ends, ...leaving]);
    },
  };
}

const stopped = (): Error => new Error('the parse pool is stopped');

const sizeOf = ({ job }: Task): number =>
  job.kind === 'whole'
    ? job.raw.length
    : Array.from(job.pieces.parts.values()).reduce((sum, part) => sum + part.length, 0);

function inBatches(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const batches: Task[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const task of tasks) {
    const size = sizeOf(task);
    const last = batches.at(-1);
    if (last === undefined || last.length >= BATCH_MAILS || bytes + size > BATCH_BYTES) {
      batches.push([task]);
      bytes = size;
    } else {
      last.push(task);
      bytes += size;
    }
  }
  return batches;
}

/** The bytes are copied once, here: what imapflow gives are views on larger buffers, which may not be transferred away. */
function orderOf(id: number, tasks: readonly Task[]): ParseOrder {
  const total = tasks.reduce((sum, { job }) => sum + (job.kind === 'whole' ? job.raw.length : 0), 0);
  const bytes = new Uint8Array(total);
  let at = 0;
  const jobs = tasks.map(({ job }): ParseJob => {
    if (job.kind === 'pieces') {
      const parts = new Map(Array.from(job.pieces.parts, ([name, part]) => [name, part.slice()] as const));
      return {
        kind: 'pieces',
        pieces: { header: new Uint8Array(job.pieces.header), structure: job.pieces.structure, parts },
      };
    }
    bytes.set(job.raw, at);
    at += job.raw.length;
    return { kind: 'whole', length: job.raw.length, withFiles: job.withFiles };
  });
  return { id, bytes: bytes.buffer, jobs };
}

const poisonMail = ({ job }: Task): PreparedMail =>
  prepareMail(
    parseHeaderOnly(
      (job.kind === 'whole' ? job.raw : job.pieces.header).subarray(0, POISON_HEADER_BYTES),
      'too-complex',
    ),
  );
