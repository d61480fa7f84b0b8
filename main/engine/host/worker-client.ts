// The shell's end of the engine's thread: a promise a call, events passed on, and a new thread when the old one dies.
// What the window is told meanwhile is the shell's business (shell/engine-host.ts).
import { Worker } from 'node:worker_threads';
import type { CommandArgs, CommandName, CommandValue } from '../../contract/commands.ts';
import { failed, ok, type Failure, type Result } from '../../contract/errors.ts';
import type { NumberedEvent } from '../../contract/events.ts';
import type { Logger, Secrets, Timers } from '../ports/ports.ts';
import { answerSecretQuestion } from '../ports/secrets-over-port.ts';
import type { FromEngine, ToEngine, WorkerDesk } from './worker-messages.ts';

export type EngineThreadState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  /** It died and comes back after `delayMs`. */
  | { readonly kind: 'restarting'; readonly delayMs: number }
  /** The store could not be opened. Tried again by itself where time may help, else at the next call. */
  | { readonly kind: 'not-opened'; readonly error: Failure }
  | { readonly kind: 'stopped' };

export type WorkerClientDeps = {
  /** The worker's file: source or bundle, the host knows. */
  readonly entry: URL;
  readonly desk: WorkerDesk;
  readonly secrets: Secrets;
  readonly timers: Timers;
  readonly monotonicMs: () => number;
  readonly log: Logger;
  readonly onEvent: (numbered: NumberedEvent) => void;
  readonly onState: (state: EngineThreadState) => void;
  /** What the thread sees as its environment; left out, the process's own. */
  readonly env?: NodeJS.ProcessEnv;
};

export type WorkerClient = {
  /** Waits for the thread to be ready. A call that was under way when the thread died answers 'internal', retry 'auto'. */
  readonly call: <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => Promise<Result<CommandValue<Name>>>;
  readonly state: () => EngineThreadState;
  /** Once the desk is open, or could not be: why the copy that `desk.restoreFrom` names did not take its place. */
  readonly restored: () => Promise<Result<null>>;
  readonly stop: () => Promise<void>;
};

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;
// A thread that lived this long was sound: the next death begins at the short delay again.
const SOUND_AFTER_MS = 60_000;
// A full disk is emptied, another program leaves: looked at again this often.
const REOPEN_MS = 5_000;
// What is being written is small; a server that does not say goodbye must not hold up the quitting.
const STOP_LIMIT_MS = 4_000;

type Waiting = { readonly resolve: (result: Result<unknown>) => void };

/**
 * Garbage of a first sync that waits to be collected: left to itself the thread takes 100 MB more for it, and is no quicker
 * (measured). Memory that lives on is not limited by this.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24 } as const;

export function createWorkerClient(deps: WorkerClientDeps): WorkerClient {
  const { entry, desk, secrets, timers, monotonicMs, log, onEvent, onState, env } = deps;
  const waiting = new Map<number, Waiting>();
  let state: EngineThreadState = { kind: 'starting' };
  let lastId = 0;
  let deaths = 0;
  let worker: Worker;
  let opened = Promise.withResolvers<void>();
  // Threads number their events from 1 each; to the window it is one line that goes on, with a gap where a thread died.
  let seqBase = 0;
  let lastSeq = 0;
  let notRestored: Failure | null = null;
  let startedAt = monotonicMs();
  // Only the first thread restores; one that takes over from it opens what is there.
  let { restoreFrom } = desk;

  const enter = (next: EngineThreadState): void => {
    state = next;
    onState(next);
  };
  const failWaiting = (why: string): void => {
    for (const call of waiting.values()) call.resolve(failed('internal', 'auto', why));
    waiting.clear();
  };

  const start = (): void => {
    enter({ kind: 'starting' });
    startedAt = monotonicMs();
    const { restoreFrom: _first, ...same } = desk;
    const workerData: WorkerDesk = restoreFrom === undefined ? same : { ...same, restoreFrom };
    restoreFrom = undefined;
    const thread = new Worker(entry, {
      workerData,
      name: 'balie-engine',
      resourceLimits: LIMITS,
      ...(env === undefined ? {} : { env }),
    });
    worker = thread;
    thread.on('message', (message: FromEngine) => receive(thread, message));
    thread.on('error', (error) => log('error', 'engine thread', { error: error.stack ?? error.message }));
    thread.on('exit', (code) => {
      if (state.kind === 'stopped' || thread !== worker) return;
      failWaiting('the engine stopped');
      if (state.kind === 'not-opened') return;
      if (monotonicMs() - startedAt > SOUND_AFTER_MS) deaths = 0;
      const delayMs = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** deaths);
      deaths += 1;
      log('error', 'engine thread ended', { code, delayMs });
      if (state.kind === 'ready') opened = Promise.withResolvers();
      seqBase = lastSeq + 1;
      enter({ kind: 'restarting', delayMs });
      timers.after(delayMs, () => {
        if (state.kind === 'restarting') start();
      });
    });
  };

  const receive = (thread: Worker, message: FromEngine): void => {
    switch (message.kind) {
      case 'opened':
        notRestored ??= message.notRestored;
        enter({ kind: 'ready' });
        opened.resolve();
        return;
      case 'not-opened':
        enter({ kind: 'not-opened', error: message.error });
        opened.resolve();
        if (message.error.retry === 'auto' || message.error.code === 'disk-full') timers.after(REOPEN_MS, reopen);
        return;
      case 'result': {
        const call = waiting.get(message.id);
        waiting.delete(message.id);
        call?.resolve(message.result);
        return;
      }
      case 'event':
        lastSeq = seqBase + message.numbered.seq;
        onEvent({ seq: lastSeq, event: message.numbered.event });
        return;
      case 'secret-question':
        answerSecretQuestion(secrets, message.question).then(
          (answer) => send(thread, { kind: 'secret-answer', id: message.id, message: answer }),
          (error: unknown) => send(thread, { kind: 'secret-failed', id: message.id, why: String(error) }),
        );
        return;
      case 'stopped':
        return;
    }
  };

  /** A desk that could not be opened is tried again; its thread is gone, or as good as. */
  const reopen = (): void => {
    if (state.kind !== 'not-opened') return;
    opened = Promise.withResolvers();
    const idle = worker;
    start();
    void idle.terminate();
  };

  start();
  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    const thread = worker;
    const wasRunning = state.kind === 'ready' || state.kind === 'starting';
    enter({ kind: 'stopped' });
    if (wasRunning) await saidGoodbye(thread, timers);
    await thread.terminate();
    failWaiting('the engine was stopped');
    opened.resolve();
  };

  return {
    call: async <Name extends CommandName>(name: Name, args: CommandArgs<Name>) => {
      if (state.kind === 'not-opened' && monotonicMs() - startedAt > REOPEN_MS) reopen();
      await opened.promise;
      if (state.kind === 'not-opened') return { ok: false, error: state.error };
      if (state.kind !== 'ready') return failed('internal', 'auto', `the engine is ${state.kind}`);
      lastId += 1;
      const id = lastId;
      const result = new Promise<Result<unknown>>((resolve) => waiting.set(id, { resolve }));
      send(worker, { kind: 'call', id, name, args });
      return withOwnSeq(name, (await result) as Result<CommandValue<Name>>, seqBase);
    },
    state: () => state,
    restored: async () => {
      await opened.promise;
      if (state.kind === 'not-opened') return { ok: false, error: state.error };
      return notRestored === null ? ok(null) : { ok: false, error: notRestored };
    },
    // Whoever asks twice (two clicks on "quit") waits twice: the process must not end before the desk is closed.
    stop: () => (stopping ??= stop()),
  };
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const send = (thread: Worker, message: ToEngine): void => thread.postMessage(message);

/** desk.status tells the last event's number; it must be in the numbering that listeners see. */
function withOwnSeq<Name extends CommandName>(
  name: Name,
  result: Result<CommandValue<Name>>,
  seqBase: number,
): Result<CommandValue<Name>> {
  if (name !== 'desk.status' || !result.ok) return result;
  const status = result.value as CommandValue<'desk.status'>;
  return { ok: true, value: { ...status, lastEventSeq: status.lastEventSeq + seqBase } as CommandValue<Name> };
}

function saidGoodbye(thread: Worker, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(STOP_LIMIT_MS, resolve);
    const done = (): void => {
      cancel();
      resolve();
    };
    thread.on('message', (message: FromEngine) => {
      if (message.kind === 'stopped') done();
    });
    thread.once('exit', done);
    send(thread, { kind: 'stop' });
  });
}
