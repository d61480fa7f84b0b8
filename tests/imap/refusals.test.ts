import { afterEach, describe, expect, it } from 'vitest';
import { hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startScriptedImap, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { openSyncDesk, plainAt, type SyncDesk } from '../helpers/sync-desk.ts';

describe('signing in that does not work out', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0).toReversed()) await stop();
  });
  const scripted = async (options: Parameters<typeof startScriptedImap>[0]): Promise<ScriptedImap> => {
    const server = await startScriptedImap(options);
    stops.push(server.stop);
    return server;
  };
  const deskFor = (options: Parameters<typeof openSyncDesk>[0]): SyncDesk => {
    const desk = openSyncDesk(options);
    stops.push(desk.stop);
    return desk;
  };
  const syncOnce = (desk: SyncDesk) => desk.watch().syncNow({ mailbox: null, full: false });

  it('nobody listens there', async () => {
    expect(await syncOnce(deskFor({ imap: plainAt(1) }))).toMatchObject({ error: { code: 'connection-refused' } });
  });

  it('no password at hand: everything stays readable, and the owner is asked', async () => {
    const server = await scripted({});
    const desk = deskFor({ imap: plainAt(server.port) });
    desk.setSecret({ kind: 'unknown' });
    expect(await syncOnce(desk)).toMatchObject({ error: { code: 'password-missing' } });
    await desk.untilState('needs-owner');
    expect(server.connections()).toBe(0);
  });

  it('a keychain that does not answer is waited for', async () => {
    const desk = deskFor({ imap: plainAt(1) });
    desk.setSecret({ kind: 'unavailable', why: 'locked' });
    expect(await syncOnce(desk)).toMatchObject({ error: { code: 'keychain-unavailable' } });
    await desk.untilState('waiting');
  });

  it('a password over an unencrypted network is refused before anything is sent', async () => {
    const desk = deskFor({ imap: { host: 'mail.voorbeeld.example', port: 143, security: 'plain' } });
    expect(await syncOnce(desk)).toMatchObject({ error: { code: 'plain-refused' } });
    await desk.untilState('needs-owner');
  });

  it.each([
    ['$TAG NO [UNAVAILABLE] backend down', 'server-busy'],
    ['$TAG NO [LIMIT] slow down', 'server-busy'],
    ['$TAG NO [INUSE] try again', 'server-busy'],
    ['$TAG NO [THROTTLED] later', 'server-busy'],
    ['$TAG NO [ALERT] Too many simultaneous connections. (Failure)', 'too-many-connections'],
    ['$TAG NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded', 'too-many-connections'],
    ['$TAG NO [AUTHENTICATIONFAILED] Authentication failed.', 'wrong-password'],
    ['$TAG NO LOGIN failed', 'wrong-password'],
    ['$TAG NO [ALERT] Please log in via your web browser', 'web-sign-in-first'],
  ])('%s is %s', async (reply, code) => {
    const server = await scripted({});
    server.script(({ name }) => (name === 'LOGIN' || name === 'AUTHENTICATE' ? `${reply}\r\n` : null));
    expect(await syncOnce(deskFor({ imap: plainAt(server.port) }))).toMatchObject({ error: { code } });
  });

  it('a server that repeats the password in its answer: our words do not', async () => {
    const server = await scripted({});
    server.script(({ name, args }) => (name === 'LOGIN' ? `$TAG NO no such login: ${args}\r\n` : null));
    const synced = await syncOnce(deskFor({ imap: plainAt(server.port), password: 'sesamopenu' }));
    expect(synced).toMatchObject({ error: { code: 'wrong-password' } });
    expect(JSON.stringify(synced)).not.toContain('sesamopenu');
  });

  it('turned away at the door because there are too many of us', async () => {
    const server = await scripted({ greeting: '* BYE Too many connections' });
    const desk = deskFor({ imap: plainAt(server.port) });
    expect(await syncOnce(desk)).toMatchObject({ error: { code: 'too-many-connections' } });
    const state = await desk.untilState('waiting');
    // Half a minute at least, and asking for it does not make it sooner.
    expect(state.kind === 'waiting' && state.nextTryAt - Date.now()).toBeGreaterThan(28_000);
    expect(server.connections()).toBe(1);
  });

  it.skipIf(!hasDovecot())('a wrong password: once may be chance, twice is the owner’s to mend', async () => {
    const dovecot: Dovecot = await startDovecot();
    stops.push(dovecot.stop);
    const desk = deskFor({ imap: plainAt(dovecot.port), password: 'niet-goed' });
    const watch = desk.watch();
    expect(await watch.syncNow({ mailbox: null, full: false })).toMatchObject({ error: { code: 'wrong-password' } });
    expect((await desk.untilState('waiting')).kind).toBe('waiting');
    expect(await watch.syncNow({ mailbox: null, full: false })).toMatchObject({ error: { code: 'wrong-password' } });
    await desk.untilState('needs-owner');
  });
});
