// Asks a stranger's server for one page, at exactly the address that was checked: between the check and the connection no name is
// looked up again. Nothing goes along but the question: no cookie, no referrer, no language, a name that a hundred programs bear.
import { lookup } from 'node:dns/promises';
import { request as askPlain, type IncomingMessage } from 'node:http';
import { request as askTls } from 'node:https';
import type { Outside, PageAnswer } from './ports.ts';
import { isPublicAddress } from './public-address.ts';

/** The program's name and version would tell the sender with what he is read. */
const USER_AGENT = 'Mozilla/5.0';
const PORTS: readonly number[] = [80, 443];
const MAX_HEADER_BYTES = 16_384;

export function createSystemOutside(): Outside {
  return {
    lookUp: (host) => lookup(host, { all: true }),
    mayReach: (address, port) => PORTS.includes(port) && isPublicAddress(address),
    get: getPage,
  };
}

const getPage: Outside['get'] = (url, { address, family }, { timeoutMs, maxBytes }) =>
  new Promise((resolve) => {
    const ask = url.startsWith('https:') ? askTls : askPlain;
    const request = ask(url, {
      agent: false,
      headers: { 'user-agent': USER_AGENT, accept: 'image/*', 'accept-encoding': 'identity', connection: 'close' },
      lookup: (_host, options, answer) => {
        if (options.all === true) answer(null, [{ address, family }]);
        else answer(null, address, family);
      },
      maxHeaderSize: MAX_HEADER_BYTES,
      // From the first byte asked to the last one read.
      signal: AbortSignal.timeout(Math.ceil(timeoutMs)),
    });
    request.on('error', (error) => resolve({ kind: 'no-answer', code: codeOf(error) }));
    request.on('response', (answer) => {
      const done = (said: PageAnswer): void => {
        resolve(said);
        request.destroy();
      };
      const status = answer.statusCode ?? 0;
      const location = answer.headers.location ?? null;
      // What lies at a place that only points on is of no use to us.
      if (status !== 200) done({ kind: 'answer', status, location, bytes: new Uint8Array() });
      else readAtMost(answer, maxBytes, done);
    });
    request.end();
  });

/** Its Content-Length is only believed where it says too much already. */
function readAtMost(answer: IncomingMessage, maxBytes: number, done: (said: PageAnswer) => void): void {
  const told = Number(answer.headers['content-length']);
  if (told > maxBytes) {
    done({ kind: 'too-large' });
    return;
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  answer.on('data', (piece: Buffer) => {
    bytes += piece.byteLength;
    if (bytes > maxBytes) done({ kind: 'too-large' });
    else pieces.push(piece);
  });
  answer.on('error', (error) => done({ kind: 'no-answer', code: codeOf(error) }));
  answer.on('end', () => done({ kind: 'answer', status: 200, location: null, bytes: Buffer.concat(pieces) }));
}

function codeOf(error: Error): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'ETIMEDOUT';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
