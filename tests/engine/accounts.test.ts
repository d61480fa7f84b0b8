// Several accounts in one engine, against a real server: side by side in one queue, and each with a window of history that can be widened.
import { chownSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../main/contract/account-commands.ts';
import { hasDovecot } from '../helpers/dovecot.ts';
import { openSignInDesk, type SignInDesk } from '../helpers/sign-in-desk.ts';
import { customerMail } from '../helpers/sync-desk.ts';

const DAY_MS = 86_400_000;

describe.runIf(hasDovecot())('accounts side by side', () => {
  let desk: SignInDesk;
  beforeEach(async () => {
    desk = await openSignInDesk();
  });
  afterEach(() => desk.stop());

  const deliver = (user: string, subject: string, at = Date.now()): void => {
    const { uid, gid } = desk.dovecot.owner;
    const root = join(desk.dovecot.mailFolder, '..', user);
    for (const folder of ['', 'cur', 'new', 'tmp']) {
      mkdirSync(join(root, folder), { recursive: true });
      chownSync(join(root, folder), uid, gid);
    }
    const file = join(root, 'new', `${Math.floor(at / 1_000)}.M${subject.length}P1.test`);
    writeFileSync(file, customerMail(subject, { at }));
    chownSync(file, uid, gid);
    // The server's own date of arrival.
    utimesSync(file, at / 1_000, at / 1_000);
  };
  const add = async (user: string, part: Partial<AccountDraft> = {}): Promise<string> => {
    desk.authority.signedInAs(user);
    const server = (port: number) => ({ host: '127.0.0.1', port, security: 'plain' }) as const;
    const draft: AccountDraft = {
      email: user,
      name: 'De Winkel',
      user,
      password: '',
      oauth: 'google',
      imap: server(desk.dovecot.port),
      smtp: server(desk.smtp.port),
      ca: null,
      keep: 'keychain',
      plainAllowed: false,
      ...part,
    };
    const added = await desk.engine.call('accounts.add', { testId: user, draft });
    if (!added.ok) throw new Error(JSON.stringify(added.error));
    return added.value.id;
  };
  const sync = (account: string | null) => desk.engine.call('sync.now', { account, mailbox: null, full: false });

  it('five of them make one queue, each with a colour and a grant of its own', async () => {
    const users = ['info', 'verkoop', 'atelier', 'jan', 'els'].map((name) => `${name}@dewinkel.example`);
    for (const user of users) {
      deliver(user, `Vraag aan ${user}`);
      await add(user);
    }
    expect(await sync(null)).toMatchObject({ value: { added: 5 } });
    const queue = await desk.engine.call('queue.list', { section: null, offset: 0, limit: 50, at: null });
    const items = queue.ok ? queue.value.items : [];
    expect(items.map(({ subject }) => subject).toSorted()).toEqual(users.map((user) => `Vraag aan ${user}`).toSorted());
    expect(new Set(items.map(({ account }) => account)).size).toBe(5);
    const accounts = await desk.engine.call('accounts.list', {});
    expect(new Set(accounts.ok ? accounts.value.map(({ colour }) => colour) : []).size).toBe(5);
    expect(new Set(desk.keychain.values()).size).toBe(5);

    // All their tokens end at once: each is renewed for itself, and nobody signs in again.
    desk.authority.expireAccess();
    expect(await sync(null)).toMatchObject({ ok: true });
    expect(desk.authority.asked('authorize')).toBe(5);
  });

  it('a wider window of history brings in what lay before it', async () => {
    const user = 'info@dewinkel.example';
    deliver(user, 'Van dit jaar');
    deliver(user, 'Van drie jaar geleden', Date.now() - 1_000 * DAY_MS);
    const id = await add(user, { history: '1y' });
    expect(await sync(id)).toMatchObject({ value: { added: 1 } });
    const changes = { history: 'all' } as const;
    const edited = await desk.engine.call('accounts.edit', { id, testId: 't', changes, password: null });
    expect(edited).toMatchObject({ value: { historyFrom: 0 } });
    expect(await sync(id)).toMatchObject({ value: { added: 1, messages: 2 } });
  });
});
