// Promise P9: a server that asks for peace gets it, from everything that signs in for that account, and nothing is lost by it.
import { afterEach, describe, expect, it } from 'vitest';
import { DOVECOT_PASSWORD, hasDovecot, startDovecot } from '../helpers/dovecot.ts';
import { startScriptedImap, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { customerMail, openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});
const scripted = async (options: Parameters<typeof startScriptedImap>[0] = {}): Promise<ScriptedImap> => {
  const server = await startScriptedImap({ mails: [{ uid: 1, raw: customerMail('Vraag') }], ...options });
  stops.push(server.stop);
  return server;
};
const deskAt = (port: number): SyncDesk => {
  const desk = openSyncDesk({ imap: plainAt(port), sentLookMs: 60_000 });
  stops.push(desk.stop);
  return desk;
};
const everything = { mailbox: null, full: false } as const;
/** Half a minute, less what this machine may need to look at the clock. */
const PEACE_MS = 20_000;
const untilNextTry = async (desk: SyncDesk): Promise<number> => {
  const state = await desk.untilState('waiting');
  return state.kind === 'waiting' ? state.nextTryAt - Date.now() : 0;
};

describe('a server that asks for peace', () => {
  it.each([
    ['at the door', 'LOGIN', '$TAG NO [LIMIT] rate limit hit'],
    ['at the door, in words only', 'LOGIN', '$TAG NO Temporary authentication failure, try again later'],
    ['with too many of us inside', 'LOGIN', '$TAG NO [ALERT] Too many simultaneous connections. (Failure)'],
    ['for a day’s limit', 'UID FETCH', '$TAG NO [OVERQUOTA] Account exceeded bandwidth limits'],
    ['behind the door', 'SELECT', '$TAG NO [UNAVAILABLE] backend down'],
    ['by showing us out', 'SELECT', '* BYE Autologout'],
    ['by saying that it is not ready for us', 'LIST', '$TAG BAD User is authenticated but not connected.'],
  ])('%s gets half a minute, from everybody', async (_, step, reply) => {
    const server = await scripted();
    server.script(({ name, socket }) => {
      if (name !== step) return null;
      if (reply.includes('BYE')) setTimeout(() => socket.destroy(), 20);
      return `${reply}\r\n`;
    });
    const desk = deskAt(server.port);
    const watch = desk.watch();
    expect(await watch.syncNow(everything)).toMatchObject({ ok: false, error: { retry: 'after' } });
    expect(await untilNextTry(desk)).toBeGreaterThan(PEACE_MS);
    // The owner asks, the machine wakes twice, and the outbox wants to look in Sent.
    expect(await watch.syncNow(everything)).toMatchObject({ ok: false, error: { retry: 'after' } });
    watch.reconnect();
    watch.reconnect();
    await new Promise((resolve) => setTimeout(resolve, 400));
    const sought = await desk.connector.findSent(desk.account, DOVECOT_PASSWORD, 'x@x.example');
    expect(sought).toMatchObject({ ok: false, error: { retry: 'after' } });
    expect(server.connections()).toBe(1);
  });

  it('for a time that it names gets all of that', async () => {
    const server = await scripted();
    server.script(({ name }) =>
      name === 'UID FETCH' ? '$TAG BAD Request is throttled. Suggested Backoff Time: 92415 milliseconds\r\n' : null,
    );
    const desk = deskAt(server.port);
    expect(await desk.watch().syncNow(everything)).toMatchObject({ error: { code: 'server-busy', afterMs: 92_415 } });
    expect(await untilNextTry(desk)).toBeGreaterThan(90_000);
  });

  it.skipIf(!hasDovecot())('because another program holds the only place', async () => {
    const dovecot = await startDovecot({ extra: 'mail_max_userip_connections = 1' });
    stops.push(dovecot.stop);
    const other = await dovecot.otherProgram();
    const desk = deskAt(dovecot.port);
    const watch = desk.watch();
    expect(await watch.syncNow(everything)).toMatchObject({ error: { code: 'too-many-connections', retry: 'after' } });
    expect(await untilNextTry(desk)).toBeGreaterThan(PEACE_MS);
    await other.logout();
    await watch.stop();
    // As at the next start, half a minute later.
    const later = deskAt(dovecot.port);
    expect(await later.watch().syncNow(everything)).toMatchObject({ ok: true });
  });
});

describe('a sign-in that is refused', () => {
  it('once, erases nothing: the next one goes through', async () => {
    const server = await scripted();
    const desk = deskAt(server.port);
    const watch = desk.watch();
    await desk.untilState('live');
    server.script(({ name }) => (name === 'LOGIN' ? '$TAG NO [AUTHENTICATIONFAILED] no\r\n' : null));
    watch.reconnect();
    expect(await untilNextTry(desk)).toBeGreaterThan(PEACE_MS);
    expect(desk.store.mailboxes.countMessages('a1')).toBe(1);
    server.script(() => null);
    server.mails.push({ uid: 2, raw: customerMail('Nog een vraag') });
    expect(await watch.syncNow(everything)).toMatchObject({ ok: true, value: { messages: 2 } });
    await desk.untilState('live');
  });

  it('twice, is the owner’s to mend, and all mail stays', async () => {
    const server = await scripted();
    const desk = deskAt(server.port);
    const watch = desk.watch();
    await desk.untilState('live');
    server.script(({ name }) => (name === 'LOGIN' ? '$TAG NO [AUTHENTICATIONFAILED] no\r\n' : null));
    watch.reconnect();
    await desk.untilState('waiting');
    await watch.syncNow(everything);
    await desk.untilState('needs-owner');
    expect(desk.store.mailboxes.countMessages('a1')).toBe(1);
  });

  it.each([
    ['NO [ALERT] Application-specific password required: https://support.google.com/accounts', 'app-password-needed'],
    ['NO [WEBALERT https://accounts.google.com/x] Web login required.', 'web-sign-in-first'],
    ['NO [EXPIRED] choose another', 'password-expired'],
  ])('with a reason, %s, is told with it and not tried again', async (reply, code) => {
    const server = await scripted();
    server.script(({ name }) => (name === 'LOGIN' ? `$TAG ${reply}\r\n` : null));
    const desk = deskAt(server.port);
    expect(await desk.watch().syncNow(everything)).toMatchObject({ error: { code, retry: 'user' } });
    await desk.untilState('needs-owner');
    expect(server.connections()).toBe(1);
  });
});

it('five accounts that wake together do not all knock at once, and are all back within seconds', async () => {
  const server = await scripted();
  const desk = deskAt(server.port);
  const accounts = ['a1', 'a2', 'a3', 'a4', 'a5'];
  const watches = accounts.map((id) => desk.watch({ id, email: `${id}@dewinkel.example` }));
  const isLive = () => watches.every((watch) => watch.state().kind === 'live');
  await desk.until('all live', isLive);
  const knockedAt: number[] = [];
  server.script(({ name }) => {
    if (name === 'LOGIN') knockedAt.push(performance.now());
    return null;
  });
  for (const watch of watches) watch.reconnect();
  await desk.until('all back', () => knockedAt.length === 5 && isLive(), 30_000);
  expect(Math.max(...knockedAt) - Math.min(...knockedAt)).toBeGreaterThan(100);
});
