import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOVECOT_USER, hasDovecot } from '../helpers/dovecot.ts';
import { openSignInDesk, type SignInDesk } from '../helpers/sign-in-desk.ts';
import { customerMail } from '../helpers/sync-desk.ts';

describe.runIf(hasDovecot())('signing in by browser, with real servers behind it', () => {
  let desk: SignInDesk;
  beforeEach(async () => {
    desk = await openSignInDesk();
  });
  afterEach(() => desk.stop());

  const added = async (): Promise<string> => {
    const account = await desk.add();
    if (!account.ok) throw new Error(JSON.stringify(account.error));
    return account.value.id;
  };
  const sync = (id: string) => desk.engine.call('sync.now', { account: id, mailbox: null, full: false });
  const answerFirst = async () => {
    const queue = await desk.engine.call('queue.list', { section: null, offset: 0, limit: 1, at: null });
    const conversation = queue.ok ? (queue.value.items[0]?.conversation ?? 0) : 0;
    await desk.engine.call('reply.send', { conversation, text: 'Ja hoor.', sendAt: null, now: true, cannedId: null });
    return desk.engine.call('outbox.run', {});
  };

  it('the owner allows it once; mail comes in and answers go out', async () => {
    desk.dovecot.deliver(customerMail('Is de fiets klaar?'));
    const account = await desk.add();
    expect(account).toMatchObject({ value: { oauthProvider: 'google', keep: 'keychain' } });
    const id = account.ok ? account.value.id : '';
    expect(await sync(id)).toMatchObject({ value: { added: 1 } });
    expect(await answerFirst()).toMatchObject({ value: [{ state: 'sent' }] });
    expect(desk.smtp.accepted).toHaveLength(1);
    expect(desk.authority.asked('authorize')).toBe(1);
    expect(desk.authority.asked('introspect')).toBeGreaterThan(0);
    const steps = desk.events.flatMap((event) => (event.kind === 'connection-test' ? [event.step] : []));
    expect(steps).toEqual([
      'browser',
      'imap-connect',
      'imap-sign-in',
      'imap-mailboxes',
      'smtp-connect',
      'smtp-sign-in',
    ]);
  });

  it('a token that ends before its time is renewed, and nobody notices', async () => {
    const id = await added();
    desk.authority.expireAccess();
    desk.dovecot.deliver(customerMail('Na het verlopen'));
    expect(await sync(id)).toMatchObject({ value: { added: 1 } });
    desk.authority.expireAccess();
    expect(await answerFirst()).toMatchObject({ value: [{ state: 'sent' }] });
    expect(desk.smtp.accepted).toHaveLength(1);
    expect(desk.authority.asked('authorize')).toBe(1);
  });

  it('a token whose time is almost up is renewed before it is used; the newest refresh token is what is kept', async () => {
    desk.authority.rules({ lifeS: 30 });
    const id = await added();
    const first = desk.keychain.get(id);
    expect(await sync(id)).toMatchObject({ ok: true });
    const second = desk.keychain.get(id);
    expect(second).not.toBe(first);
    expect(desk.authority.given().findLast((token) => token.startsWith('refresh-'))).toBe(second);
    await desk.restart();
    expect(await sync(id)).toMatchObject({ ok: true });
    expect(desk.authority.asked('authorize')).toBe(1);
  });

  it('withdrawn: the owner is told so, signs in again, and it goes on', async () => {
    const id = await added();
    desk.authority.withdraw();
    expect(await sync(id)).toMatchObject({ error: { code: 'sign-in-revoked', retry: 'user' } });
    desk.atNextPage('allows');
    expect(await desk.engine.call('accounts.signInAgain', { id, testId: 't2' })).toMatchObject({ ok: true });
    desk.dovecot.deliver(customerMail('Weer terug'));
    expect(await sync(id)).toMatchObject({ value: { added: 1 } });
  });

  it('ended by disuse is told apart from withdrawn', async () => {
    const id = await added();
    desk.authority.withdraw('AADSTS700082: The refresh token has expired due to inactivity.');
    expect(await sync(id)).toMatchObject({ error: { code: 'sign-in-expired', retry: 'user' } });
  });

  it('a provider that is away is not the owner’s fault, and costs nothing', async () => {
    const id = await added();
    desk.authority.expireAccess();
    desk.authority.say({ status: 200, body: '<html>Welkom op de wifi van dit hotel</html>' });
    expect(await sync(id)).toMatchObject({ error: { code: 'server-nonsense', retry: 'auto' } });
    desk.authority.say(null);
    expect(await sync(id)).toMatchObject({ ok: true });
    expect(desk.authority.asked('authorize')).toBe(1);
    desk.authority.expireAccess();
    desk.authority.say({ status: 503, body: '' });
    expect(await sync(id)).toMatchObject({ error: { code: 'server-busy', retry: 'after' } });
  });

  it('somebody else’s sign-in opens nothing, and nothing is stored of it', async () => {
    desk.authority.signedInAs('buurman@elders.example');
    expect(await desk.add()).toMatchObject({ error: { code: 'sign-in-refused', retry: 'user' } });
    expect(await desk.engine.call('accounts.list', {})).toEqual({ ok: true, value: [] });
    expect(desk.keychain.size).toBe(0);
  });

  it('refused at the page, or stopped by the owner', async () => {
    expect(await desk.add('denies')).toMatchObject({ error: { code: 'sign-in-stopped', detail: 'access_denied' } });
    desk.atNextPage('stops');
    const id = await added();
    desk.atNextPage('stops');
    expect(await desk.engine.call('accounts.signInAgain', { id, testId: 't3' })).toMatchObject({
      error: { code: 'sign-in-stopped', detail: 'stopped' },
    });
    expect(await sync(id)).toMatchObject({ ok: true });
  });

  it('a test that fails after the sign-in does not ask for the browser again', async () => {
    await desk.dovecot.goAway();
    expect(await desk.add()).toMatchObject({ error: { code: 'connection-refused' } });
    await desk.dovecot.start();
    expect(await desk.add()).toMatchObject({ ok: true });
    expect(desk.authority.asked('authorize')).toBe(1);
  });

  it('disconnected: the access is withdrawn, the mail stays, and the same address takes it up again', async () => {
    desk.dovecot.deliver(customerMail('Is de fiets klaar?'));
    const id = await added();
    await sync(id);
    expect(await desk.engine.call('accounts.remove', { id, keepMail: true })).toMatchObject({ ok: true });
    expect(desk.authority.asked('revoke')).toBe(1);
    expect(desk.keychain.size).toBe(0);
    expect(await sync(id)).toMatchObject({ error: { code: 'not-possible-now' } });
    const found = await desk.engine.call('search', { query: 'fiets', limit: 10 });
    expect(found).toMatchObject({ value: { hits: [{ subject: 'Is de fiets klaar?' }] } });
    const conversation = found.ok ? (found.value.hits[0]?.conversation ?? 0) : 0;
    const answer = { conversation, text: 'Ja.', sendAt: null, now: true, cannedId: null };
    expect(await desk.engine.call('reply.send', answer)).toMatchObject({ error: { code: 'account-detached' } });

    desk.dovecot.deliver(customerMail('Intussen gekomen'));
    expect(await desk.add()).toMatchObject({ value: { id, state: { kind: 'new' } } });
    expect(await sync(id)).toMatchObject({ value: { added: 1, messages: 2 } });
  });

  it('no token lies in the data folder, nor in anything that was told', async () => {
    const id = await added();
    const told: unknown[] = [await sync(id)];
    desk.authority.expireAccess();
    told.push(await sync(id), await answerFirst());
    desk.authority.withdraw();
    told.push(await sync(id), await desk.engine.call('accounts.list', {}), desk.events);
    const given = desk.authority.given();
    expect(given.length).toBeGreaterThan(4);
    const places = [desk.bytesOnDisk().toString('latin1'), JSON.stringify(told)];
    for (const token of given) {
      const inside = Buffer.from(`user=${DOVECOT_USER}\x01auth=Bearer ${token}\x01\x01`).toString('base64');
      for (const form of [token, Buffer.from(token).toString('base64'), inside]) {
        for (const place of places) expect(place.includes(form)).toBe(false);
      }
    }
  });
});

describe.runIf(hasDovecot())('SMTP that takes OAUTHBEARER', () => {
  it('gets that, with the words of RFC 7628, and its refusal is one renewal', async () => {
    const seen: string[] = [];
    let isGood = (_token: string): boolean => true;
    const server = createServer((socket) => {
      socket.write('220 test.example ESMTP\r\n');
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        for (const line of bytes.toString('utf8').split('\r\n').filter(Boolean)) {
          if (line.startsWith('EHLO')) socket.write('250-test.example\r\n250 AUTH PLAIN XOAUTH2 OAUTHBEARER\r\n');
          else if (line.startsWith('AUTH ')) {
            const [, method = '', blob = ''] = line.split(' ');
            const words = Buffer.from(blob, 'base64').toString('utf8');
            seen.push(`${method} ${words.replaceAll('\x01', '|').replace(/Bearer [^|]+/, 'Bearer ...')}`);
            const token = words.split('auth=Bearer ')[1]?.split('\x01')[0] ?? '';
            if (isGood(token)) socket.write('235 2.7.0 welcome\r\n');
            else socket.write(`334 ${Buffer.from('{"status":"invalid_token"}').toString('base64')}\r\n`);
          } else if (line === 'AQ==') {
            seen.push('AQ==');
            socket.write('535 5.7.8 no\r\n');
          } else if (line === 'QUIT') socket.end('221 bye\r\n');
        }
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const desk = await openSignInDesk(port);
    try {
      isGood = desk.authority.isGood;
      expect(await desk.add()).toMatchObject({ ok: true });
      expect(seen).toEqual([`OAUTHBEARER n,a=${DOVECOT_USER},|host=127.0.0.1|port=${port}|auth=Bearer ...||`]);
      isGood = () => false;
      const accounts = await desk.engine.call('accounts.list', {});
      const id = accounts.ok ? (accounts.value[0]?.id ?? '') : '';
      const changes = { plainAllowed: false };
      expect(await desk.engine.call('accounts.edit', { id, testId: 't', changes, password: null })).toMatchObject({
        error: { code: 'sign-in-refused', values: { host: '127.0.0.1' } },
      });
      expect(seen.at(-1)).toBe('AQ==');
    } finally {
      await desk.stop();
      server.close();
    }
  });
});
