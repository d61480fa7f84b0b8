// Signing in by browser through the whole app: the engine's thread asks, the shell opens the provider's page and no other, the owner's
// browser comes back to this machine, and mail comes in.
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../tools/build/paths.mjs';
import { CLIENT_ID } from '../helpers/authorisation-server.ts';
import { DOVECOT_USER, hasDovecot } from '../helpers/dovecot.ts';
import { startTokenServers, type TokenServers } from '../helpers/sign-in-desk.ts';
import { customerMail } from '../helpers/sync-desk.ts';

let data: string;
let servers: TokenServers;
let app: ElectronApplication;
let page: Page;

test.skip(!hasDovecot(), 'needs Dovecot');

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'balie-e2e-sign-in-'));
  servers = await startTokenServers();
  writeFileSync(
    join(data, 'sign-in.json'),
    JSON.stringify({ google: { clientId: CLIENT_ID, issuer: servers.authority.issuer } }),
  );
  app = await _electron.launch({
    args: [at()],
    cwd: at(),
    timeout: 30_000,
    env: {
      ...(process.env as Record<string, string>),
      BALIE_DATA: data,
      HOME: data,
      LANG: 'nl_BE.UTF-8',
      LANGUAGE: 'nl',
    },
  });
  page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  // What would be opened in the owner's browser is kept instead.
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedPages: opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
});
test.afterAll(async () => {
  await app.close();
  await servers.stop();
  rmSync(data, { recursive: true, force: true });
});

test('the provider’s page opens in the browser, and what is allowed there connects the account', async () => {
  servers.dovecot.deliver(customerMail('Is de fiets klaar?'));
  const [imap, smtp] = [servers.dovecot.port, servers.smtp.port];
  const adding = page.evaluate(
    ([email, imapPort, smtpPort]) => {
      const local = (port: number) => ({ host: '127.0.0.1', port, security: 'plain' }) as const;
      return window.balie.call('accounts.add', {
        testId: 'e2e',
        draft: {
          email,
          name: 'De Winkel',
          user: email,
          password: '',
          oauth: 'google',
          imap: local(imapPort),
          smtp: local(smtpPort),
          ca: null,
          keep: 'session',
          plainAllowed: false,
        },
      });
    },
    [DOVECOT_USER, imap, smtp] as const,
  );
  const opened = () => app.evaluate(() => (globalThis as unknown as { openedPages: string[] }).openedPages);
  await expect.poll(async () => (await opened()).length).toBe(1);
  const [url = ''] = await opened();
  expect(url.startsWith(`${servers.authority.issuer}/authorize?`)).toBe(true);
  const shown = await servers.authority.browse(url);
  expect(shown.html).toContain('Je bent aangemeld');
  expect(await adding).toMatchObject({ ok: true, value: { oauthProvider: 'google', keep: 'session' } });
  await expect(page.locator('.health-account.live')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('option').filter({ hasText: 'Klant' })).toBeVisible();
  expect(servers.authority.asked('authorize')).toBe(1);
});

test('access that is withdrawn asks for the owner on top of the window', async () => {
  servers.authority.withdraw();
  await page.evaluate(() => window.balie.call('host.resumed', {}));
  const line = page.locator('.top-lines');
  await expect(line).toContainText('Google laat Balie niet meer toe', { timeout: 40_000 });
  await line.getByRole('button', { name: 'Aanmelden in de browser' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Aanmelden in de browser' }).click();
  const opened = () => app.evaluate(() => (globalThis as unknown as { openedPages: string[] }).openedPages);
  await expect.poll(async () => (await opened()).length).toBe(2);
  await servers.authority.browse((await opened())[1] ?? '');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.health-account.live')).toBeVisible({ timeout: 20_000 });
});
