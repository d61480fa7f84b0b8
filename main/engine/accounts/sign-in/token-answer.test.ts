import { describe, expect, it } from 'vitest';
import type { FormAnswer } from '../../ports/ports.ts';
import { readTokenAnswer } from './token-answer.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const MAIL = 'https://mail.google.com/';
const read = (answer: FormAnswer) =>
  readTokenAnswer(answer, {
    provider: 'google',
    host: 'oauth2.googleapis.com',
    now: NOW,
    email: 'info@dewinkel.example',
    scopes: [MAIL, 'offline_access'],
  });
const said = (status: number, body: object): FormAnswer => ({ kind: 'answer', status, body: JSON.stringify(body) });
const refused = (error: string, words?: string, status = 400) =>
  read(said(status, { error, ...(words === undefined ? {} : { error_description: words }) }));
const granted = { access_token: 'a1', token_type: 'Bearer', expires_in: 3599, scope: MAIL, refresh_token: 'r1' };

describe('what a provider answers about tokens', () => {
  it('a grant, with the moment at which it ends', () => {
    expect(read(said(200, granted))).toEqual({
      ok: true,
      value: { access: 'a1', refresh: 'r1', expiresAt: NOW + 3_599_000 },
    });
  });

  it('a renewal without a new refresh token leaves ours as it is', () => {
    expect(read(said(200, { access_token: 'a2', token_type: 'bearer', expires_in: '60' }))).toMatchObject({
      value: { access: 'a2', refresh: null, expiresAt: NOW + 60_000 },
    });
  });

  it('a grant without the mail in it is none', () => {
    const answer = read(said(200, { ...granted, scope: 'openid email' }));
    expect(answer).toMatchObject({ error: { code: 'sign-in-stopped', retry: 'user' } });
  });

  it.each([
    ['invalid_grant', 'Token has been expired or revoked.', 'sign-in-revoked'],
    ['invalid_grant', undefined, 'sign-in-revoked'],
    ['invalid_grant', 'AADSTS50173: The provided grant has expired due to it being revoked', 'sign-in-revoked'],
    ['invalid_grant', 'AADSTS700082: The refresh token has expired due to inactivity.', 'sign-in-expired'],
    ['interaction_required', 'AADSTS50076: Due to a configuration change', 'sign-in-revoked'],
    ['invalid_client', undefined, 'sign-in-not-set-up'],
    ['unauthorized_client', undefined, 'sign-in-not-set-up'],
  ])('%s (%s) is for the owner: %s', (error, words, code) => {
    expect(refused(error, words)).toMatchObject({ error: { code, retry: 'user', values: { provider: 'Google' } } });
  });

  it.each([
    [{ kind: 'no-answer', code: 'ENOTFOUND' }, 'offline', 'auto'],
    [{ kind: 'no-answer', code: 'ENETUNREACH' }, 'offline', 'auto'],
    [{ kind: 'no-answer', code: 'ETIMEDOUT' }, 'timeout', 'auto'],
    [{ kind: 'no-answer', code: 'UND_ERR_CONNECT_TIMEOUT' }, 'timeout', 'auto'],
    [{ kind: 'no-answer', code: 'ECONNREFUSED' }, 'connection-refused', 'auto'],
    [{ kind: 'no-answer', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'tls-certificate', 'auto'],
    [{ kind: 'no-answer', code: 'ECONNRESET' }, 'connection-lost', 'auto'],
    [said(503, { error: 'invalid_grant' }), 'server-busy', 'after'],
    [said(429, {}), 'server-busy', 'after'],
    [said(400, { error: 'temporarily_unavailable' }), 'server-busy', 'after'],
    [{ kind: 'answer', status: 200, body: '<html>Welkom op onze wifi</html>' }, 'server-nonsense', 'auto'],
    [{ kind: 'answer', status: 302, body: '' }, 'server-nonsense', 'auto'],
  ] as const)('%j waits, and is not the owner’s fault', (answer, code, retry) => {
    expect(read(answer)).toMatchObject({ error: { code, retry } });
  });

  it('tells no token, and not the numbers by which Microsoft traces a person', () => {
    const answer = refused('invalid_grant', 'AADSTS70000: bad\r\nTrace ID: 11-22 Correlation ID: 33 Timestamp: 44');
    expect(JSON.stringify(answer)).not.toMatch(/Trace|11-22/);
    const odd = read(said(200, { ...granted, token_type: 'mac' }));
    expect(JSON.stringify(odd)).not.toMatch(/"a1"|r1/);
  });
});
