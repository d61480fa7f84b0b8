// Name look-ups and the two kinds of page the engine may ask for: a provider's settings file, and its answer to a sign-in form. Over
// https, small, in time.
import { resolveMx, resolveSrv } from 'node:dns/promises';
import { networkInterfaces } from 'node:os';
import type { FormAnswer, Net } from './ports.ts';
import { isSafeOrigin } from './safe-origin.ts';

// Enough for a host that moved once or twice; a chain that is longer is a trap.
const MAX_REDIRECTS = 3;

export function createSystemNet(): Net {
  return { resolveMx, resolveSrv, fetchText: fetchHttpsText, postForm, whereabouts };
}

/** No event tells of a network change in Node; reading the interfaces takes 0.1 ms. */
function whereabouts(): string {
  return (
    Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      // Link-local and temporary IPv6 addresses come and go by themselves.
      .filter((address) => !address.internal && address.family === 'IPv4')
      .map((address) => `${address.mac} ${address.cidr ?? ''}`)
      .toSorted()
      .join(', ')
  );
}

/** null: no such page, too large, too slow, or a redirect that leaves https. */
async function fetchHttpsText(
  url: string,
  limit: { readonly timeoutMs: number; readonly maxBytes: number },
): Promise<string | null> {
  const signal = AbortSignal.timeout(limit.timeoutMs);
  let place = url;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (!isHttps(place)) return null;
      const answer = await fetch(place, {
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal,
      });
      const next = answer.headers.get('location');
      if (answer.status >= 300 && answer.status < 400 && next !== null) {
        await answer.body?.cancel();
        place = new URL(next, place).href;
        continue;
      }
      if (answer.ok) return await readAtMost(answer, limit.maxBytes);
      await answer.body?.cancel();
      return null;
    }
    return null;
  } catch {
    return null;
  }
}

async function postForm(
  url: string,
  fields: Readonly<Record<string, string>>,
  limit: { readonly timeoutMs: number; readonly maxBytes: number },
): Promise<FormAnswer> {
  if (!isSafeOrigin(url)) return { kind: 'no-answer', code: 'EPROTO' };
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { accept: 'application/json' },
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(limit.timeoutMs),
    });
    const body = await readAtMost(answer, limit.maxBytes);
    return body === null ? { kind: 'no-answer', code: 'EMSGSIZE' } : { kind: 'answer', status: answer.status, body };
  } catch (error) {
    return { kind: 'no-answer', code: codeOf(error) };
  }
}

/** fetch hides the system's own error one level down, and calls a time-out by name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : error.name;
}

async function readAtMost(answer: Response, maxBytes: number): Promise<string | null> {
  if (answer.body === null) return '';
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of answer.body) {
    bytes += piece.byteLength;
    if (bytes > maxBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

const isHttps = (place: string): boolean => URL.canParse(place) && new URL(place).protocol === 'https:';
