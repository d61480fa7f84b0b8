import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../contract/events.ts';
import { createFakePorts, type FakePorts } from '../../ports/fake-ports.ts';
import type { FormAnswer, OAuthClient } from '../../ports/ports.ts';
import type { AccountRow } from '../../store/account-table.ts';
import { createSignIns, type Grant, type SignInDesk } from './sign-ins.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const HOUR_MS = 3_600_000;
const CLIENT: OAuthClient = { clientId: 'c', clientSecret: null, tenant: 'common', issuer: null };
const ACCOUNT: AccountRow = {
  id: 'a1',
  connector: 'email',
  email: 'info@dewinkel.example',
  name: '',
  user: 'info@dewinkel.example',
  imap: { host: 'imap.gmail.com', port: 993, security: 'tls' },
  smtp: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
  ca: null,
  plainAllowed: false,
  keep: 'keychain',
  colour: 0,
  isPaused: false,
  queueFrom: 0,
  createdAt: 1,
  oauthProvider: 'google',
  historyFrom: 0,
  archiveDone: false,
  detachedAt: null,
  addresses: [],
};
const GRANT: Grant = { provider: 'google', access: 'access-0', refresh: 'refresh-0', expiresAt: NOW + HOUR_MS };

describe('signing in with what was granted', () => {
  let ports: FakePorts;
  let desk: SignInDesk;
  let events: EngineEvent[];
  let posted: { url: string; fields: Readonly<Record<string, string>>; kept: string }[];
  let answers: FormAnswer[];
  let hidden: string[];
  let kept: string[];
  const renewed = (access: string, refresh?: string): FormAnswer => ({
    kind: 'answer',
    status: 200,
    body: JSON.stringify({
      access_token: access,
      token_type: 'Bearer',
      expires_in: 3_600,
      ...(refresh === undefined ? {} : { refresh_token: refresh }),
    }),
  });
  const secretNow = async (): Promise<string> => {
    const answer = await ports.secrets.read('a1');
    return answer.kind === 'found' ? answer.secret : answer.kind;
  };

  beforeEach(() => {
    ports = createFakePorts(NOW);
    [events, posted, answers, hidden, kept] = [[], [], [], [], []];
    desk = createSignIns({
      ports: {
        ...ports,
        hide: (secret) => void hidden.push(secret),
        oauthClients: async () => ({ clients: { google: CLIENT, microsoft: null }, trouble: null }),
        net: {
          ...ports.net,
          postForm: async (url, fields) => {
            posted.push({ url, fields, kept: await secretNow() });
            return answers.shift() ?? { kind: 'no-answer', code: 'ENETUNREACH' };
          },
        },
      },
      emit: (event) => void events.push(event),
      language: () => 'nl',
      onKept: (id, where) => void kept.push(`${id} ${where}`),
    });
  });

  it('a password account is none of this', async () => {
    await ports.secrets.keep('p1', 'geheim', 'session');
    expect(await desk.secretFor({ ...ACCOUNT, id: 'p1', oauthProvider: null })).toMatchObject({ value: 'geheim' });
    expect(posted).toEqual([]);
  });

  it('the access token serves as long as it lasts; only the refresh token is kept', async () => {
    await desk.keep(ACCOUNT, GRANT, 'keychain');
    expect(await secretNow()).toBe('refresh-0');
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({ value: 'access-0' });
    expect(posted).toEqual([]);
  });

  it('a token is renewed before its time is up, once for all who ask', async () => {
    await desk.keep(ACCOUNT, GRANT, 'keychain');
    ports.jumpTo(NOW + HOUR_MS - 60_000);
    answers = [renewed('access-1')];
    const both = await Promise.all([desk.secretFor(ACCOUNT), desk.secretFor(ACCOUNT)]);
    expect(both.map((answer) => answer.ok && answer.value)).toEqual(['access-1', 'access-1']);
    expect(posted).toHaveLength(1);
    expect(posted[0]?.fields).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-0',
      client_id: 'c',
    });
    expect(await secretNow()).toBe('refresh-0');
  });

  it('a rotated refresh token is kept before the access that came with it is used', async () => {
    await desk.keep(ACCOUNT, { ...GRANT, expiresAt: NOW }, 'keychain');
    answers = [renewed('access-1', 'refresh-1'), renewed('access-2', 'refresh-2')];
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({ value: 'access-1' });
    expect(await secretNow()).toBe('refresh-1');
    expect(await desk.renew(ACCOUNT, 'access-1')).toMatchObject({ value: 'access-2' });
    expect(posted.map((form) => form.kept)).toEqual(['refresh-0', 'refresh-1']);
    // The fake keychain keeps for this session only, and the account is told so.
    expect(kept).toEqual(['a1 session', 'a1 session']);
    expect(hidden).toEqual(expect.arrayContaining(['access-1', 'refresh-1', 'access-2', 'refresh-2']));
  });

  it('a token that another connection renewed already is not renewed again', async () => {
    await desk.keep(ACCOUNT, GRANT, 'keychain');
    expect(await desk.renew(ACCOUNT, 'an older one')).toMatchObject({ value: 'access-0' });
    expect(posted).toEqual([]);
  });

  it('no network leaves the grant alone, and a token that still has a minute in use', async () => {
    await desk.keep(ACCOUNT, GRANT, 'keychain');
    ports.jumpTo(NOW + HOUR_MS - 60_000);
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({ value: 'access-0' });
    ports.jumpTo(NOW + HOUR_MS + 1);
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({ error: { code: 'offline', retry: 'auto' } });
    expect(await secretNow()).toBe('refresh-0');
  });

  it('a grant that the owner withdrew is his to give again; it is not thrown away', async () => {
    await desk.keep(ACCOUNT, { ...GRANT, expiresAt: NOW }, 'keychain');
    answers = [{ kind: 'answer', status: 400, body: '{"error":"invalid_grant"}' }];
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({ error: { code: 'sign-in-revoked', retry: 'user' } });
    expect(await secretNow()).toBe('refresh-0');
  });

  it('nothing kept, after a session that did not keep it, is not called a missing password', async () => {
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({
      error: { code: 'sign-in-missing', values: { provider: 'Google' } },
    });
  });

  it('without a client id nothing is asked of anybody', async () => {
    const account = { ...ACCOUNT, oauthProvider: 'microsoft' as const };
    expect(await desk.secretFor(account)).toMatchObject({ error: { code: 'sign-in-not-set-up' } });
    expect(await desk.grant({ testId: 't', provider: 'microsoft', email: 'a@b.example' })).toMatchObject({
      error: { code: 'sign-in-not-set-up', values: { provider: 'Microsoft' } },
    });
    expect([...posted, ...events]).toEqual([]);
  });

  it('a sign-in that is stopped, or that nobody finishes, ends in words', async () => {
    const stopped = desk.grant({ testId: 't1', provider: 'google', email: 'a@b.example' });
    await shown('t1');
    desk.cancel('t1');
    expect(await stopped).toMatchObject({ error: { code: 'sign-in-stopped', detail: 'stopped' } });
    const left = desk.grant({ testId: 't2', provider: 'google', email: 'a@b.example' });
    await shown('t2');
    await ports.pass(11 * 60_000);
    expect(await left).toMatchObject({ error: { code: 'sign-in-stopped' } });
  });

  it('forgetting an account tells Google, and keeps nothing', async () => {
    await desk.keep(ACCOUNT, GRANT, 'keychain');
    await desk.forget(ACCOUNT);
    expect(posted[0]).toMatchObject({ url: 'https://oauth2.googleapis.com/revoke', fields: { token: 'refresh-0' } });
    expect(await secretNow()).toBe('unknown');
    expect(await desk.secretFor(ACCOUNT)).toMatchObject({ error: { code: 'sign-in-missing' } });
  });

  it('the log never gets a token', async () => {
    await desk.keep(ACCOUNT, { ...GRANT, expiresAt: NOW }, 'keychain');
    answers = [{ kind: 'answer', status: 400, body: '{"error":"invalid_grant","error_description":"x"}' }];
    await desk.secretFor(ACCOUNT);
    await desk.forget(ACCOUNT);
    expect(ports.logged.join('\n')).toContain('token not renewed');
    expect(ports.logged.join('\n')).not.toMatch(/refresh-0|access-0/);
  });

  async function shown(testId: string): Promise<void> {
    for (let turn = 0; turn < 200; turn += 1) {
      if (events.some((event) => event.kind === 'open-browser' && event.testId === testId)) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error('no page was shown');
  }
});
