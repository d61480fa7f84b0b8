// Where the browser brings the answer: a door on this machine alone, on a port that the system picks, open for one sign-in
// (RFC 8252, 7.3). What knocks without the right state (RFC 6749, 10.12) is turned away, and does not end the waiting: any page in the
// owner's browser can knock here.
import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type DoorAnswer =
  | { readonly kind: 'code'; readonly code: string }
  /** The provider's error code, such as access_denied. */
  | { readonly kind: 'refused'; readonly error: string };

export type LoopbackDoor = {
  readonly port: number;
  /** Pending for ever when nobody comes: the caller has the patience. */
  readonly arrived: Promise<DoorAnswer>;
  readonly close: () => void;
};

const MAX_CODE = 4_096;

/** `page` is the whole HTML that the owner sees in the browser afterwards. */
export async function openLoopbackDoor(
  state: string,
  page: (answer: DoorAnswer['kind']) => string,
): Promise<LoopbackDoor> {
  const arrival = Promise.withResolvers<DoorAnswer>();
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    const answer = answerIn(request, state, portOf(server.address()));
    if (answer === null) {
      reply(response, 404, '');
      return;
    }
    reply(response, 200, page(answer.kind));
    arrival.resolve(answer);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: portOf(server.address()),
    arrived: arrival.promise,
    close: () => {
      server.close();
      // A browser keeps its connection open for more, and the page has been written by now.
      server.closeIdleConnections();
    },
  };
}

function answerIn(request: IncomingMessage, state: string, port: number): DoorAnswer | null {
  // Another name that leads here is a page that plays with the DNS.
  const { host } = request.headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return null;
  if (request.method !== 'GET' || request.url === undefined) return null;
  const asked = new URL(request.url, `http://${host}`);
  if (asked.pathname !== '/') return null;
  const one = (name: string): string | null => {
    const values = asked.searchParams.getAll(name);
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  if (!isSame(one('state') ?? '', state)) return null;
  const error = one('error');
  if (error !== null) return { kind: 'refused', error: error.slice(0, 100).replace(/[^\w.-]/g, '') };
  const code = one('code');
  return code === null || code === '' || code.length > MAX_CODE ? null : { kind: 'code', code };
}

function reply(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    // The address of this page holds the code: it goes nowhere else, and nothing on the page fetches anything.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(html);
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
