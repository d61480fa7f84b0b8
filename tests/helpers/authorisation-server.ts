// An authorisation server on loopback for tests (RFC 6749 with PKCE, RFC 7009, RFC 7662): it grants what it is told to, forgets what it is
// told to, and answers Dovecot's questions about tokens. It checks what it gets as strictly as the big providers do.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT_ID = 'balie-test-client';
/** What Google's list asks for; given to either provider here. */
const ALL_SCOPES =
  'https://mail.google.com/ https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send';

export type AuthorisationServer = {
  /** For `issuer` in sign-in.json. */
  readonly issuer: string;
  /** For Dovecot: the token is put behind it. */
  readonly introspection: string;
  /** The owner at the sign-in page: follows the provider's redirect to this machine. Answers the page that his browser shows. */
  readonly browse: (
    url: string,
    owner?: 'allows' | 'denies',
  ) => Promise<{ readonly status: number; readonly html: string }>;
  /** For anybody, or for this user alone. */
  readonly isGood: (access: string, user?: string) => boolean;
  /** Whose mailbox the tokens that come now open. */
  readonly signedInAs: (user: string) => void;
  /** Access tokens given so far are worth nothing any more; refreshing gives new ones. */
  readonly expireAccess: () => void;
  /** The owner withdrew it: no refresh, and no access. */
  readonly withdraw: (words?: string) => void;
  /** The next answers of the token endpoint; null is its own. */
  readonly say: (answer: { readonly status: number; readonly body: string } | null) => void;
  /** Seconds that an access token lives; and whether each refresh gives a new refresh token and ends the old one. */
  readonly rules: (rules: { readonly lifeS?: number; readonly rotates?: boolean; readonly scope?: string }) => void;
  /** How often each of its pages was asked. */
  readonly asked: (page: 'authorize' | 'token' | 'introspect' | 'revoke') => number;
  /** Every token it ever gave, for looking whether one lies about somewhere. */
  readonly given: () => readonly string[];
  readonly stop: () => Promise<void>;
};

type Code = { readonly challenge: string; readonly redirect: string; readonly user: string };

export async function startAuthorisationServer(user: string): Promise<AuthorisationServer> {
  const codes = new Map<string, Code>();
  const refreshes = new Map<string, string>();
  const accesses = new Map<string, string>();
  const given: string[] = [];
  const counts = { authorize: 0, token: 0, introspect: 0, revoke: 0 };
  let owner = user;
  let scripted: { readonly status: number; readonly body: string } | null = null;
  let goneWords: string | null = null;
  let rules = { lifeS: 3_600, rotates: true, scope: ALL_SCOPES };

  const fresh = (kind: string): string => {
    const token = `${kind}-${randomBytes(24).toString('base64url')}`;
    given.push(token);
    return token;
  };
  const grant = (as: string, refresh: string | null): object => {
    const access = fresh('access');
    accesses.set(access, as);
    const next = refresh === null || rules.rotates ? fresh('refresh') : null;
    if (next !== null) {
      if (refresh !== null) refreshes.delete(refresh);
      refreshes.set(next, as);
    }
    return {
      access_token: access,
      token_type: 'Bearer',
      expires_in: rules.lifeS,
      scope: rules.scope,
      ...(next === null ? {} : { refresh_token: next }),
    };
  };

  const authorise = (asked: URLSearchParams, response: ServerResponse): void => {
    counts.authorize += 1;
    const redirect = asked.get('redirect_uri') ?? '';
    const isSound =
      asked.get('response_type') === 'code' &&
      asked.get('client_id') === CLIENT_ID &&
      asked.get('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/.test(asked.get('code_challenge') ?? '') &&
      (asked.get('state') ?? '').length >= 16 &&
      /^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(redirect);
    if (!isSound) {
      end(response, 400, { error: 'invalid_request' });
      return;
    }
    const back = new URL(redirect);
    back.searchParams.set('state', asked.get('state') ?? '');
    if (asked.get('denied') === '1') back.searchParams.set('error', 'access_denied');
    else {
      const code = fresh('code');
      codes.set(code, { challenge: asked.get('code_challenge') ?? '', redirect, user: owner });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  };

  const token = (form: URLSearchParams, response: ServerResponse): void => {
    counts.token += 1;
    if (scripted !== null) {
      response.writeHead(scripted.status, { 'content-type': 'application/json' }).end(scripted.body);
      return;
    }
    const invalid = (): void =>
      end(response, 400, { error: 'invalid_grant', ...(goneWords === null ? {} : { error_description: goneWords }) });
    if (form.get('client_id') !== CLIENT_ID) {
      end(response, 401, { error: 'invalid_client' });
      return;
    }
    if (form.get('grant_type') === 'authorization_code') {
      const code = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (code === undefined || code.challenge !== proof || code.redirect !== form.get('redirect_uri')) invalid();
      else end(response, 200, grant(code.user, null));
      return;
    }
    const refresh = form.get('refresh_token') ?? '';
    const as = refreshes.get(refresh);
    if (as === undefined) invalid();
    else end(response, 200, grant(as, refresh));
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = new URL(request.url ?? '/', 'http://127.0.0.1');
    const form = new URLSearchParams(await bodyOf(request));
    if (request.method === 'GET' && asked.pathname === '/authorize') authorise(asked.searchParams, response);
    else if (request.method === 'POST' && asked.pathname === '/token') token(form, response);
    else if (request.method === 'POST' && asked.pathname === '/revoke') {
      counts.revoke += 1;
      refreshes.delete(form.get('token') ?? '');
      accesses.clear();
      end(response, 200, {});
    } else if (asked.pathname === '/introspect') {
      counts.introspect += 1;
      const as = accesses.get(asked.searchParams.get('token') ?? '');
      end(response, 200, as === undefined ? { active: false } : { active: true, username: as, scope: 'mail' });
    } else end(response, 404, {});
  };

  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    introspection: `${issuer}/introspect?token=`,
    browse: async (url, does = 'allows') => {
      const page = new URL(url);
      if (does === 'denies') page.searchParams.set('denied', '1');
      const sent = await fetch(page, { redirect: 'manual' });
      const back = sent.headers.get('location');
      if (back === null) return { status: sent.status, html: await sent.text() };
      const shown = await fetch(back.replace('//localhost:', '//127.0.0.1:'));
      return { status: shown.status, html: await shown.text() };
    },
    isGood: (access, user = accesses.get(access)) => user !== undefined && accesses.get(access) === user,
    signedInAs: (next) => {
      owner = next;
    },
    expireAccess: () => accesses.clear(),
    withdraw: (words) => {
      goneWords = words ?? null;
      accesses.clear();
      refreshes.clear();
    },
    say: (answer) => {
      scripted = answer;
    },
    rules: (next) => {
      rules = { ...rules, ...next };
    },
    asked: (page) => counts[page],
    given: () => given,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
