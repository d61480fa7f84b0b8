// One sign-in by browser from beginning to end: the authorisation code flow with PKCE (RFC 7636, S256 only), the owner's own browser,
// and an answer that comes to this machine alone (RFC 8252). Who keeps what was granted is in sign-ins.ts.
import { createHash } from 'node:crypto';
import { failed, type Result } from '../../../contract/errors.ts';
import type { OAuthProvider } from '../../../contract/views.ts';
import type { UiLanguage } from '../../../domain/conversation/message.ts';
import { MINUTE_MS } from '../../../domain/instant.ts';
import type { OAuthClient, Ports } from '../../ports/ports.ts';
import { browserPage } from './browser-page.ts';
import { openLoopbackDoor, type DoorAnswer, type LoopbackDoor } from './loopback-door.ts';
import { oauthPlace, PROVIDER_NAMES, type OAuthPlace } from './oauth-providers.ts';
import { TOKEN_LIMIT } from './token-limit.ts';
import { readTokenAnswer, type Tokens } from './token-answer.ts';

/** Long enough for a second factor that lies in another room. */
export const PATIENCE_MS = 10 * MINUTE_MS;

export type BrowserSignIn = {
  readonly provider: OAuthProvider;
  readonly client: OAuthClient;
  readonly email: string;
  readonly language: UiLanguage;
  /** Shows this page to the owner, in his own browser. */
  readonly openBrowser: (url: string) => void;
  /** The owner thought better of it. */
  readonly signal: AbortSignal;
};

export async function signInByBrowser(
  ports: Pick<Ports, 'clock' | 'timers' | 'random' | 'net'>,
  request: BrowserSignIn,
): Promise<Result<Tokens & { readonly refresh: string }>> {
  const { provider, client, email } = request;
  const place = oauthPlace(provider, client);
  const values = { provider: PROVIDER_NAMES[provider], email };
  const { uuid } = ports.random;
  // 122 random bits each: the verifier is well above the 256 bits that RFC 7636 (7.1) asks for.
  const state = uuid();
  const verifier = `${uuid()}${uuid()}${uuid()}`;
  const door = await openLoopbackDoor(state, (kind) => browserPage(request.language, kind));
  try {
    const redirect = `http://${place.redirectHost}:${door.port}`;
    request.openBrowser(pageFor(request, place, { redirect, state, verifier }));
    const answer = await answerAt(door, ports, request.signal);
    if (answer.kind === 'nobody') return failed('sign-in-stopped', 'user', answer.why, values);
    if (answer.kind === 'refused') return failed('sign-in-stopped', 'user', answer.error, values);
    const posted = await ports.net.postForm(
      place.token,
      {
        grant_type: 'authorization_code',
        code: answer.code,
        redirect_uri: redirect,
        code_verifier: verifier,
        client_id: client.clientId,
        ...(client.clientSecret === null ? {} : { client_secret: client.clientSecret }),
      },
      TOKEN_LIMIT,
    );
    const host = new URL(place.token).hostname;
    const read = readTokenAnswer(posted, { provider, host, now: ports.clock.now(), email, scopes: place.scopes });
    if (!read.ok) return read;
    const { refresh } = read.value;
    // An access of one hour is no account: better said now than tomorrow.
    if (refresh === null) return failed('server-nonsense', 'user', 'no refresh token was granted', values);
    return { ok: true, value: { ...read.value, refresh } };
  } finally {
    door.close();
  }
}

function pageFor(
  { client, email }: BrowserSignIn,
  place: OAuthPlace,
  own: { readonly redirect: string; readonly state: string; readonly verifier: string },
): string {
  const page = new URL(place.authorise);
  const asked: Readonly<Record<string, string>> = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: own.redirect,
    scope: place.scopes.join(' '),
    state: own.state,
    code_challenge: createHash('sha256').update(own.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: email,
    ...place.extra,
  };
  for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value);
  return page.href;
}

function answerAt(
  door: LoopbackDoor,
  { timers }: Pick<Ports, 'timers'>,
  signal: AbortSignal,
): Promise<DoorAnswer | { readonly kind: 'nobody'; readonly why: string }> {
  return new Promise((resolve, reject) => {
    const leave = (why: string): void => resolve({ kind: 'nobody', why });
    const cancel = timers.after(PATIENCE_MS, () => leave('nobody came back from the browser in time'));
    const stop = (): void => leave('stopped');
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    door.arrived.then(resolve, reject).finally(() => {
      cancel();
      signal.removeEventListener('abort', stop);
    });
  });
}
