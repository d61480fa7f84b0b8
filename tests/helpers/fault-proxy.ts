// A line that goes wrong: stands between a client and a real server on loopback, and spoils some of the connections at some byte,
// the same ones for the same seed. It knows no protocol; what a server says wrongly by itself is scripted-imap.ts.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * cut: a reset, both ways. half-close: the end of what the server says, while it still listens. stall: silence, both ways, the line
 * left open. delay: silence for a while. corrupt: some bytes are not what was sent.
 */
export const FAULTS = ['cut', 'half-close', 'stall', 'delay', 'corrupt'] as const;
export type Fault = (typeof FAULTS)[number];

export type FaultProxy = {
  readonly port: number;
  /** How often each fault came to pass; one whose byte was never reached did not. */
  readonly happened: () => Readonly<Record<Fault, number>>;
  /** From now on every new connection is a good one. */
  readonly calmDown: () => void;
  readonly stop: () => Promise<void>;
};

export type FaultPlan = {
  readonly draw: () => number;
  readonly faults: readonly Fault[];
  /** Of all connections. */
  readonly share: number;
  /** The fault comes somewhere within so many bytes; near ones are likelier, or no greeting would ever be hurt. */
  readonly withinBytes: number;
  readonly longestDelayMs?: number;
};

export async function startFaultProxy(serverPort: number, plan: FaultPlan): Promise<FaultProxy> {
  const { draw } = plan;
  const happened: Record<Fault, number> = { cut: 0, 'half-close': 0, stall: 0, delay: 0, corrupt: 0 };
  const sockets = new Set<Socket>();
  let isCalm = false;

  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    const isSpoiled = draw() < plan.share && !isCalm;
    const fault = plan.faults[Math.floor(draw() * plan.faults.length)];
    // Uniform over the orders of magnitude: a hundred bytes are as likely as a hundred thousand.
    const after = Math.floor(plan.withinBytes ** draw());
    const isFromServer = draw() < 0.75;
    const delayMs = Math.floor(draw() * (plan.longestDelayMs ?? 500));
    let isDead = false;

    const strike = (from: Socket, to: Socket, before: Buffer, rest: Buffer): void => {
      if (fault === undefined) return;
      happened[fault] += 1;
      switch (fault) {
        case 'cut':
          to.write(before, () => {
            client.resetAndDestroy();
            server.resetAndDestroy();
          });
          return;
        case 'half-close':
          isDead = true;
          to.end(before);
          return;
        case 'stall':
          isDead = true;
          to.write(before);
          return;
        case 'delay':
          to.write(before);
          from.pause();
          setTimeout(() => {
            to.write(rest);
            from.resume();
          }, delayMs);
          return;
        case 'corrupt': {
          const wrong = Buffer.from(rest);
          for (let index = 0; index < Math.min(3, wrong.length); index += 1) wrong[index] = Math.floor(draw() * 256);
          to.write(Buffer.concat([before, wrong]));
        }
      }
    };
    const carry = (from: Socket, to: Socket, isSpoiledWay: boolean): void => {
      let passed = 0;
      let isStruck = !isSpoiledWay;
      from.on('data', (chunk: Buffer) => {
        if (isDead) return;
        const isHere = !isStruck && passed + chunk.length > after;
        if (isHere) {
          isStruck = true;
          strike(from, to, chunk.subarray(0, after - passed), chunk.subarray(after - passed));
        } else to.write(chunk);
        passed += chunk.length;
      });
      from.on('end', () => isDead || to.end());
      // Whoever is left alone on a line that died notices by silence, as on a real one.
      from.on('close', () => isDead || to.destroy());
    };
    carry(client, server, isSpoiled && !isFromServer);
    carry(server, client, isSpoiled && isFromServer);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: (proxy.address() as AddressInfo).port,
    happened: () => happened,
    calmDown: () => {
      isCalm = true;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
