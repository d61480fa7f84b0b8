// Fetches one picture that the owner asked to see. Every hop is checked anew: scheme, port, and each address that its name has now;
// the connection goes to the very address that was checked.
import { isIP } from 'node:net';
import type { PictureAnswer } from '../../contract/remote-content.ts';
import { isOpenTracker } from '../../domain/link/open-tracker.ts';
import type { Clock, HostAddress, Outside, PageAnswer } from '../ports/ports.ts';
import { pictureKind } from './picture-kind.ts';

/** A picture that moved once or twice; a chain that is longer follows the reader around. */
const MOST_HOPS = 3;
const WHOLE_MS = 10_000;
/** A server that does not answer on the safe port is asked on the plain one, with most of the time left. */
const SAFE_TRY_MS = 4_000;

export type FetchDeps = { readonly outside: Outside; readonly clock: Pick<Clock, 'monotonicMs'> };

/** Never rejects. `maxBytes` holds while it streams. */
export async function fetchPicture(
  { outside, clock }: FetchDeps,
  address: string,
  maxBytes: number,
): Promise<PictureAnswer> {
  const until = clock.monotonicMs() + WHOLE_MS;
  let place = address;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    if (isOpenTracker(place)) return not('spy');
    const url = webPage(place);
    if (url === null) return not('bad-address');
    const answer = await askSafely(url);
    if (typeof answer === 'string') return not(answer);
    if (answer.kind === 'too-large') return not('too-large');
    if (answer.kind === 'no-answer') return not('no-answer');
    if (isMoved(answer) && URL.canParse(answer.location, url.href)) {
      place = new URL(answer.location, url).href;
      continue;
    }
    if (answer.status !== 200) return not('no-answer');
    const kind = pictureKind(answer.bytes);
    if (kind === null) return not('no-picture');
    return { kind: 'picture', contentType: kind.contentType, bytes: answer.bytes };
  }
  return not('bad-address');

  /** Over TLS, also where the mail names the plain port; the plain one only where there is no other. */
  async function askSafely(url: URL): Promise<PageAnswer | 'refused-place' | 'no-answer'> {
    if (url.protocol === 'http:' && url.port === '') {
      const safe = new URL(url);
      safe.protocol = 'https:';
      const answer = await ask(safe, SAFE_TRY_MS);
      if (typeof answer !== 'string' && answer.kind === 'answer' && answer.status < 400) return answer;
    }
    return ask(url, WHOLE_MS);
  }

  async function ask(url: URL, mostMs: number): Promise<PageAnswer | 'refused-place' | 'no-answer'> {
    const timeoutMs = Math.min(mostMs, until - clock.monotonicMs());
    if (timeoutMs <= 0) return 'no-answer';
    const addresses = await addressesOf(outside, url);
    const [first] = addresses;
    if (first === undefined) return 'no-answer';
    const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
    // One address in the house among public ones is a trick (DNS rebinding), not a mistake.
    if (!addresses.every(({ address: one }) => outside.mayReach(one, port))) return 'refused-place';
    return outside.get(url.href, first, { timeoutMs, maxBytes });
  }
}

const not = (why: Extract<PictureAnswer, { kind: 'not' }>['why']): PictureAnswer => ({ kind: 'not', why });

const isMoved = (
  answer: PageAnswer,
): answer is Extract<PageAnswer, { kind: 'answer' }> & { readonly location: string } =>
  answer.kind === 'answer' && [301, 302, 303, 307, 308].includes(answer.status) && answer.location !== null;

/** Without what a stranger wants us to say: a name and password, or where in the page. */
function webPage(place: string): URL | null {
  if (!URL.canParse(place)) return null;
  const url = new URL(place);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

async function addressesOf(outside: Outside, { hostname }: URL): Promise<readonly HostAddress[]> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  if (family === 4 || family === 6) return [{ address: bare, family }];
  try {
    return await outside.lookUp(hostname);
  } catch {
    return [];
  }
}
