// The engine in a worker thread of the app's main process, so that SQLite and parsing never hold up the window.
// It knows nothing of the app: calls come in as messages, results and events go out, passwords are asked of the other side.
import { flushCompileCache } from 'node:module';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { CommandArgs, CommandName } from '../../contract/commands.ts';
import type { Failure } from '../../contract/errors.ts';
import type { Timers } from '../ports/ports.ts';
import { createAskedSecrets, type SecretAnswerMessage, type SecretQuestion } from '../ports/secrets-over-port.ts';
import { createSystemPorts } from '../ports/system-ports.ts';
import type { Engine } from './engine.ts';
import { openEngine } from './open-engine.ts';
import { transferable, type FromEngine, type ToEngine, type WorkerDesk } from './worker-messages.ts';

// Above what waits at the top level, which may need them.
const BROKEN_STOP_MS = 2_000;
/** What the first screen and the first mails asked for has been compiled by then. */
const KEEP_CODE_AFTER_MS = 10_000;

if (parentPort !== null) await serve(parentPort, workerData as WorkerDesk);

async function serve(port: MessagePort, desk: WorkerDesk): Promise<void> {
  const tell = (message: FromEngine, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  const asked = createQuestions(tell);
  const ports = createSystemPorts({
    dataFolder: desk.dataFolder,
    logName: 'engine',
    secrets: (learn) => createAskedSecrets(asked.ask, learn),
  });
  // A stray rejection is our bug; the desk goes on and the log tells. A thrown error outside any promise ends the thread, and
  // the other side starts a new one.
  process.on('unhandledRejection', (error) => {
    ports.log('error', 'unhandled rejection', { error: error instanceof Error ? (error.stack ?? '') : String(error) });
  });

  let engine: Engine | null = null;
  port.on('message', (message: ToEngine) => {
    if (message.kind === 'secret-answer' || message.kind === 'secret-failed') asked.answer(message);
    else if (message.kind === 'stop') void stop(engine, tell);
    else if (engine !== null) void answerCall(engine, message.id, message.name, message.args, tell);
  });

  let notRestored: Failure | null = null;
  const opened = await openEngine({
    ...desk,
    ports,
    watch: true,
    onNotRestored: (error) => {
      notRestored = error;
    },
    // The other side starts a new thread, which opens the desk anew and looks it through.
    onBroken: () => {
      ports.log('error', 'the store is broken', {});
      void stopWithin(ports.timers, engine).then(() => process.exit(1));
    },
  });
  if (!opened.ok) {
    tell({ kind: 'not-opened', error: opened.error });
    return;
  }
  const open = opened.value;
  open.onEvent((numbered) => tell({ kind: 'event', numbered }));
  engine = open;
  tell({ kind: 'opened', notRestored });
  // At its end too, but a program that is killed has none.
  ports.timers.after(KEEP_CODE_AFTER_MS, flushCompileCache);
}

async function answerCall(
  engine: Engine,
  id: number,
  name: CommandName,
  args: unknown,
  tell: (message: FromEngine, transfer?: ArrayBuffer[]) => void,
): Promise<void> {
  const result = await engine.call(name, args as CommandArgs<typeof name>);
  tell({ kind: 'result', id, result }, transferable(result));
}

/** What hangs on a disk that fails must not keep a broken desk alive. */
function stopWithin(timers: Timers, engine: Engine | null): Promise<void> {
  return new Promise((resolve) => {
    timers.after(BROKEN_STOP_MS, resolve);
    void Promise.resolve(engine?.stop()).then(resolve, resolve);
  });
}

async function stop(engine: Engine | null, tell: (message: FromEngine) => void): Promise<void> {
  await engine?.stop();
  tell({ kind: 'stopped' });
}

function createQuestions(tell: (message: FromEngine) => void) {
  const waiting = new Map<
    number,
    { resolve: (message: SecretAnswerMessage) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  return {
    ask: (question: SecretQuestion): Promise<SecretAnswerMessage> => {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        tell({ kind: 'secret-question', id, question });
      });
    },
    answer: (message: Extract<ToEngine, { kind: 'secret-answer' | 'secret-failed' }>): void => {
      const question = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'secret-answer') question?.resolve(message.message);
      else question?.reject(new Error(message.why));
    },
  };
}
