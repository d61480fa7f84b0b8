// Between a mail program and its server: counts the bytes of both directions, and can stop passing them on as a dead line does.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type CountingProxy = {
  readonly port: number;
  /** Bytes in both directions since the last time this was asked. */
  readonly taken: () => number;
  /** The line stays up and nothing comes through any more. */
  readonly hang: () => void;
  readonly stop: () => void;
};

export async function startCountingProxy(target: number): Promise<CountingProxy> {
  let bytes = 0;
  let isHanging = false;
  const sockets = new Set<Socket>();
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (chunk) => {
      bytes += chunk.length;
      if (!isHanging) to.write(chunk);
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    pass(near, far);
    pass(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    taken: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    hang: () => {
      isHanging = true;
    },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
