// Speaks the Chrome DevTools Protocol over a pipe (file descriptors 3 and 4): no port that another program could reach.
// Messages are JSON with a zero byte between; sessions are flattened into the one stream.
import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { Readable, Writable } from 'node:stream';
import type { CdpEvents, CdpMethods } from './cdp-types.ts';

type Waiting = {
  readonly method: string;
  // The protocol's word is taken for it: what comes back is of the method's own type.
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
};
type Incoming = {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: object;
  readonly method?: string;
  readonly params?: object;
  readonly sessionId?: string;
};

export type Cdp = {
  /** `session`: a page's; without it the browser itself. Rejects when the browser is gone. */
  readonly send: <Method extends keyof CdpMethods>(
    method: Method,
    params: CdpMethods[Method][0],
    session?: string,
  ) => Promise<CdpMethods[Method][1]>;
  /** Answers a function that stops listening. */
  readonly on: <Name extends keyof CdpEvents>(
    name: Name,
    hear: (params: CdpEvents[Name]) => void,
    session?: string,
  ) => () => void;
  readonly isClosed: () => boolean;
  /** Resolves when the browser's process has ended. */
  readonly ended: Promise<void>;
  /** For a browser that does not close when asked. */
  readonly kill: () => void;
};

/** Starts the browser; `onErrorLine` gets what it writes to stderr. */
export function openCdp(binary: string, args: readonly string[], onErrorLine: (line: string) => void): Cdp {
  const child = spawn(binary, [...args, '--remote-debugging-pipe'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C in the terminal reaches the app, which then closes the browser in order.
    detached: process.platform !== 'win32',
  });
  const toBrowser = pipeOf(child, 3, Writable);
  const fromBrowser = pipeOf(child, 4, Readable);
  const events = new EventEmitter();
  events.setMaxListeners(0);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosed = false;
  const ended = Promise.withResolvers<void>();

  const close = (why: string): void => {
    if (isClosed) return;
    isClosed = true;
    for (const call of waiting.values()) call.reject(new Error(`the browser ended (${why}) during ${call.method}`));
    waiting.clear();
    ended.resolve();
  };
  child.on('exit', (code, signal) => close(String(code ?? signal)));
  child.on('error', (error) => close(error.message));
  // A write into a browser that just died: the exit above tells the story.
  toBrowser.on('error', () => {});
  eachPiece(child.stderr, '\n', onErrorLine);
  eachPiece(fromBrowser, '\0', (text) => {
    const message = JSON.parse(text) as Incoming;
    if (message.id === undefined) {
      if (message.method !== undefined) events.emit(eventKey(message.method, message.sessionId), message.params);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) call?.reject(new Error(`${call.method}: ${message.error.message}`));
    else call?.resolve((message.result ?? {}) as never);
  });

  return {
    send: (method, params, session) => {
      if (isClosed) return Promise.reject(new Error(`the browser is gone (${method})`));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { method, resolve, reject });
        toBrowser.write(JSON.stringify({ id, method, params, sessionId: session }) + '\0');
      });
    },
    on: (name, hear, session) => {
      const key = eventKey(name, session);
      events.on(key, hear);
      return () => events.off(key, hear);
    },
    isClosed: () => isClosed,
    ended: ended.promise,
    kill: () => {
      if (isClosed || child.pid === undefined) return;
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      } catch {
        // It ended by itself in the meantime.
      }
    },
  };
}

const eventKey = (name: string, session: string | undefined): string => `${session ?? ''} ${name}`;

function pipeOf<Kind extends Readable | Writable>(
  child: ChildProcess,
  fd: number,
  kind: abstract new (...args: never[]) => Kind,
): Kind {
  const stream = child.stdio[fd];
  if (!(stream instanceof kind)) throw new Error(`the browser's pipe ${fd} did not open`);
  return stream;
}

/** Calls `take` for each piece that `separator` ends. Joined once per piece: a message may come in hundreds of chunks. */
function eachPiece(stream: Readable | null, separator: '\n' | '\0', take: (piece: string) => void): void {
  const end = separator.charCodeAt(0);
  let held: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let at = chunk.indexOf(end); at !== -1; at = chunk.indexOf(end, from)) {
      const piece = Buffer.concat([...held, chunk.subarray(from, at)]).toString('utf8');
      held = [];
      from = at + 1;
      take(piece);
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
  });
}
