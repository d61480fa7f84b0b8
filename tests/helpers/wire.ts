// A stretch of network between the program and a server: remembers every byte that went over it, and can be slow, or go dead
// without a word as a line does when a laptop sleeps.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Wire = {
  readonly port: number;
  /** Everything the program sent, as it stood on the line. */
  readonly sent: () => Buffer;
  readonly connections: () => number;
  /** From now on nothing passes any more, either way, and nobody is told. */
  readonly goDead: () => void;
  /** New connections pass again; those that are dead stay so. */
  readonly comeBack: () => void;
  readonly stop: () => Promise<void>;
};

export async function layWire(to: { readonly port: number; readonly bytesPerSecond?: number }): Promise<Wire> {
  const sent: Buffer[] = [];
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let connections = 0;
  let isDead = false;
  /** How often the line went dead: who was connected before the last time stays cut off. */
  let deaths = 0;

  const pass = (from: Socket, into: Socket, isCut: () => boolean): void => {
    from.on('data', (chunk: Buffer) => {
      if (isCut()) return;
      if (to.bytesPerSecond === undefined) into.write(chunk);
      else trickle(from, into, chunk, to.bytesPerSecond);
    });
    from.on('error', () => {});
    from.on('close', () => {
      sockets.delete(from);
      if (!isCut()) into.destroy();
    });
  };
  const trickle = (from: Socket, into: Socket, chunk: Buffer, bytesPerSecond: number): void => {
    from.pause();
    const piece = Math.ceil(bytesPerSecond / TICKS);
    let at = 0;
    const tick = setInterval(() => {
      into.write(chunk.subarray(at, at + piece));
      at += piece;
      if (at < chunk.byteLength && !into.destroyed) return;
      clearInterval(tick);
      timers.delete(tick);
      from.resume();
    }, 1_000 / TICKS);
    timers.add(tick);
  };

  const server = createServer((near) => {
    connections += 1;
    const born = isDead ? -1 : deaths;
    const isCut = (): boolean => born !== deaths;
    const far = connect(to.port, '127.0.0.1');
    sockets.add(near).add(far);
    near.on('data', (chunk: Buffer) => sent.push(chunk));
    pass(near, far, isCut);
    pass(far, near, isCut);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    sent: () => Buffer.concat(sent),
    connections: () => connections,
    goDead: () => {
      deaths += 1;
      isDead = true;
    },
    comeBack: () => {
      isDead = false;
    },
    stop: async () => {
      for (const tick of timers) clearInterval(tick);
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Pieces a second on a slow wire. */
const TICKS = 10;

/** Whether a password, in any form in which the protocols carry one, stood readable on the line. */
export function isReadable(sent: Buffer, user: string, password: string): boolean {
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  const forms = [password, base64(password), base64(`\0${user}\0${password}`), base64(`${user}\0${user}\0${password}`)];
  return forms.some((form) => sent.includes(form));
}
