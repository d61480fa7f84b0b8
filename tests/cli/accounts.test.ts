// Accounts on the command line: how far back they reach, signing in by browser, and leaving one without losing its mail.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLIENT_ID } from '../helpers/authorisation-server.ts';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';
import { DOVECOT_USER, hasDovecot } from '../helpers/dovecot.ts';
import { startTokenServers, type TokenServers } from '../helpers/sign-in-desk.ts';
import { customerMail } from '../helpers/sync-desk.ts';

type Account = { readonly id: string; readonly oauth: string | null; readonly historyFrom: string | null };

describe.skipIf(!hasDovecot())('accounts on the command line', () => {
  let servers: TokenServers;
  let desk: CommandLineDesk;
  beforeEach(async () => {
    servers = await startTokenServers();
    desk = await openCommandLine();
    writeFileSync(
      join(desk.dataFolder, 'sign-in.json'),
      JSON.stringify({ google: { clientId: CLIENT_ID, issuer: servers.authority.issuer } }),
    );
  });
  afterEach(async () => {
    await desk.close();
    await servers.stop();
  });

  const words = (...more: readonly string[]): readonly string[] => [
    ...`account add --json --email ${DOVECOT_USER} --keep session`.split(' '),
    ...`--imap 127.0.0.1:${servers.dovecot.port},plain --smtp 127.0.0.1:${servers.smtp.port},plain`.split(' '),
    ...more,
  ];
  /** The owner at the page that the command line names. */
  const signedIn = async (...more: readonly string[]): Promise<Account> => {
    const adding = desk.stay(words('--oauth', 'google', ...more));
    const page = await waitFor(() => /http:\/\/127\.0\.0\.1:\d+\/authorize\S+/.exec(adding.told())?.[0]);
    await servers.authority.browse(page);
    await adding.until((lines) => lines.length > 0);
    return JSON.parse(adding.lines[0] ?? '') as Account;
  };

  it('signs in by browser: the page is named on stderr, no password is asked', async () => {
    const account = await signedIn();
    expect(account).toMatchObject({ oauth: 'google', historyFrom: null });
  });

  it('Ctrl+C ends the waiting for the browser, and adds nothing', async () => {
    const adding = desk.stay(words('--oauth', 'google'));
    await waitFor(() => /\/authorize/.exec(adding.told())?.[0]);
    expect(await adding.interrupt()).toBe(1);
    expect((await desk.balie(['account', 'list', '--json'])).json()).toEqual([]);
  });

  it('a provider that nobody set up is said so, with code 1', async () => {
    const ran = await desk.balie(words('--oauth', 'microsoft'));
    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject({ error: { code: 'sign-in-not-set-up', retry: 'user' } });
  });

  it.each([
    ['--history', '2y'],
    ['--oauth', 'yahoo'],
    ['--keep', 'nowhere'],
  ])('%s %s is wrong use', async (...odd) => {
    expect((await desk.balie(words(...odd))).code).toBe(2);
  });

  it('leaves an account and keeps its mail', async () => {
    servers.dovecot.deliver(customerMail('Is de fiets klaar?'));
    const { id } = await signedIn();
    const refresh = servers.authority.given().findLast((token) => token.startsWith('refresh-')) ?? '';
    // No keychain here: what a session would remember comes from the environment, as a password would.
    const env = { BALIE_PASSWORD: refresh };
    expect((await desk.balie(['sync', '--json'], { env })).json()).toMatchObject({ added: 1 });
    expect((await desk.balie(['account', 'remove', id, '--keep-mail', '--json'], { env })).json()).toEqual({
      detached: id,
    });
    expect((await desk.balie(['account', 'list', '--json'])).json()).toMatchObject([{ id, state: 'detached' }]);
    expect((await desk.balie(['search', 'fiets', '--json'])).json()).toMatchObject([{ subject: 'Is de fiets klaar?' }]);
    expect(servers.authority.asked('revoke')).toBe(1);
  });

  it('remembers how far back it reaches, and fetches nothing older', async () => {
    const old = Date.now() - 400 * 86_400_000;
    servers.dovecot.deliver(customerMail('Van lang geleden', { at: old }), { at: old });
    servers.dovecot.deliver(customerMail('Van vandaag'));
    const account = await signedIn('--history', '1y');
    expect(Date.parse(account.historyFrom ?? '')).toBeGreaterThan(old);
    const refresh = servers.authority.given().findLast((token) => token.startsWith('refresh-')) ?? '';
    const synced = await desk.balie(['sync', '--json'], { env: { BALIE_PASSWORD: refresh } });
    expect(synced.json()).toMatchObject({ added: 1 });
  });
});

async function waitFor<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 2_000; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('not seen within 20 s');
}
