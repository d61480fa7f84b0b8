// The app as its owner meets it, from the first start to an answered customer: the built app in its window, a real Dovecot and a
// real SMTP server. One story, told in order; each step stands on the one before it. Runs under whichever host is there.
import { AxeBuilder } from '@axe-core/playwright';
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BalieBridge } from '../../main/contract/bridge.ts';
import { at } from '../../tools/build/paths.mjs';
import { DOVECOT_PASSWORD, DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { createTestCa, type TestCa } from '../helpers/test-ca.ts';

declare global {
  interface Window {
    readonly balie: BalieBridge;
  }
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let data: string;
let ca: TestCa;
let dovecot: Dovecot;
let smtp: SmtpDesk;
let app: ElectronApplication;
let page: Page;

const mail = (who: string, subject: string, words: string, at_: number): string => {
  const address = `${who.toLowerCase().replaceAll(' ', '.')}@klant.example`;
  return [
    `From: ${who} <${address}>`,
    `To: De Winkel <${DOVECOT_USER}>`,
    `Subject: ${subject}`,
    `Date: ${new Date(at_).toUTCString()}`,
    `Message-ID: <${subject.replaceAll(' ', '-').toLowerCase()}@klant.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '',
  ].join('\r\n');
};
const arrive = (who: string, subject: string, words: string, ago = 60_000): void => {
  const when = Date.now() - ago;
  dovecot.deliver(mail(who, subject, words, when), { at: when });
};

async function launch(options: { readonly isHidden?: boolean } = {}): Promise<void> {
  app = await _electron.launch({
    args: [at(), ...(options.isHidden === true ? ['--hidden'] : [])],
    cwd: at(),
    timeout: 30_000,
    env: {
      ...(process.env as Record<string, string>),
      BALIE_DATA: data,
      HOME: data,
      LANG: 'nl_BE.UTF-8',
      LANGUAGE: 'nl',
      XDG_CONFIG_HOME: join(data, 'config'),
      BALIE_STARTED_BY: JSON.stringify([process.execPath, at('tools/setup/start.mjs')]),
    },
  });
  if (options.isHidden === true) {
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click());
  }
  page = await app.firstWindow();
  await page.locator('#root > *').first().waitFor();
  // What the desktop would show is kept instead, the same under every host.
  await app.evaluate(({ Notification }) => {
    const shown: { readonly title: string; readonly click: () => void }[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    Notification.prototype.show = function show(this: Electron.Notification): void {
      shown.push({ title: this.title, click: () => void this.emit('click') });
    };
  });
}

const row = (who: string) => page.getByRole('option').filter({ hasText: who });
const openRow = async (who: string): Promise<void> => {
  await row(who).first().click();
  await expect(
    page.getByRole('region', { name: 'Gesprek' }).or(page.locator('.conversation-pane')).first(),
  ).toBeVisible();
};
const rail = (name: string | RegExp) => page.locator('nav').getByRole('button', { name });
const composer = () => page.getByRole('textbox', { name: 'Antwoord schrijven' });
const listHasFocus = (): Promise<void> => page.locator('#queue-list').focus();

/** After hours an answer waits for the next opening; these tests run at any hour. */
const openAtAnyHour = (): Promise<unknown> =>
  page.evaluate(async () => {
    const settings = await window.balie.call('settings.get', {});
    if (!settings.ok) throw new Error(settings.error.code);
    const day = [['00:00', '23:59'] as [string, string]];
    await window.balie.call('settings.set', {
      officeHours: {
        ...settings.value.officeHours,
        week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
        closures: [],
        holidays: 'none',
      },
    });
  });

async function expectAccessible(what: string): Promise<void> {
  // The mail's own frame is the sender's page, and has no scripts to be looked at with.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('iframe')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(told, what).toEqual([]);
}

test.describe.configure({ mode: 'serial' });
test.skip(!hasDovecot(), 'needs Dovecot');

test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'balie-e2e-'));
  ca = createTestCa();
  const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
  dovecot = await startDovecot({ certificate });
  smtp = await startSmtp({ security: 'tls', certificate });
  arrive('Mia Peeters', 'Offerte terras', 'Dag, kunt u mij een offerte sturen voor ons terras?', 2 * HOUR_MS);
  arrive('Jan Claes', 'Kast stuk', 'De deur van de kast hangt scheef. Wanneer kunt u komen?', HOUR_MS);
  arrive('Els Maes', 'Openingsuren', 'Zijn jullie zaterdag open?', HOUR_MS / 2);
  await launch();
});
test.afterAll(async () => {
  await app.close();
  await smtp.stop();
  await dovecot.stop();
  rmSync(data, { recursive: true, force: true });
});

test('the first start offers a mailbox or the practice desk, and nothing else', async () => {
  await expect(page.getByRole('heading', { name: 'Welkom bij Balie' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Eerst rondkijken in de oefenbalie' })).toBeVisible();
  await expectAccessible('welcome');
});

test('a mailbox is connected, with its servers shown before the password goes anywhere', async () => {
  await page.getByRole('button', { name: 'Mijn e-mail verbinden' }).click();
  await page.getByLabel('E-mailadres').fill(DOVECOT_USER);
  await page.getByLabel('Je naam').fill('An Winkel');
  await page.getByRole('button', { name: 'Verder' }).click();
  const servers = (name: string) => page.getByRole('group', { name });
  await expect(page.getByRole('button', { name: 'Verbinden' })).toBeVisible({ timeout: 30_000 });
  const edit = page.getByRole('button', { name: 'Wijzigen' });
  if (await edit.isVisible()) await edit.click();
  for (const [name, port] of [
    ['Post ontvangen (IMAP)', dovecot.tlsPort],
    ['Post versturen (SMTP)', smtp.port],
  ] as const) {
    await servers(name).getByLabel('Server').fill('127.0.0.1');
    await servers(name).getByLabel('Poort').fill(String(port));
    await servers(name).getByLabel('Beveiliging').selectOption('tls');
  }
  await page.getByLabel('Gebruikersnaam').fill(DOVECOT_USER);
  await page.getByText('Meer instellingen').click();
  await page.getByLabel('Eigen certificaat').fill(ca.ca);
  await page.getByLabel('Wachtwoord', { exact: true }).fill('fout');
  await expectAccessible('wizard');
  await page.getByRole('button', { name: 'Verbinden' }).click();
  await expect(page.locator('.failure').first()).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Gegevens nakijken' }).click();
  await page.getByLabel('Wachtwoord', { exact: true }).fill(DOVECOT_PASSWORD);
  await page.getByRole('button', { name: 'Verbinden' }).click();
  await page.getByRole('button', { name: 'Naar de balie' }).click({ timeout: 20_000 });
});

test('the queue fills, with the reason for each place', async () => {
  for (const who of ['Mia Peeters', 'Jan Claes', 'Els Maes']) await expect(row(who)).toBeVisible();
  await expect(page.getByText('verbonden', { exact: true })).toBeVisible();
  await openRow('Mia Peeters');
  await listHasFocus();
  await page.keyboard.press('i');
  await expect(page.getByRole('dialog')).toContainText('Samen');
  await page.keyboard.press('Escape');
  await expectAccessible('queue');
});

test('a mail is read, and the window asks nothing of any network', async () => {
  await openRow('Mia Peeters');
  await expect(
    page.getByRole('article').getByText('Dag, kunt u mij een offerte sturen voor ons terras?'),
  ).toBeVisible();
  const answer = await page.evaluate(() =>
    fetch('https://elders.example/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
});

test('an answer can be taken back within its ten seconds, and its words are there again', async () => {
  await openAtAnyHour();
  await openRow('Els Maes');
  await composer().fill('Ja hoor, tot 17 uur.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Els Maes vertrekt' })).toBeVisible();
  await expect(page.locator('#queue-list')).toBeFocused();
  await page.keyboard.press('z');
  await openRow('Els Maes');
  await expect(composer()).toHaveText('Ja hoor, tot 17 uur.');
  expect(smtp.accepted).toHaveLength(0);
});

test('a saved reply goes out with the right headers, lies in Sent, and the customer waits no longer', async () => {
  await page.evaluate(() => window.balie.call('settings.set', { undoSeconds: 5 }));
  await openRow('Mia Peeters');
  await composer().focus();
  await page.keyboard.type('/');
  await page.getByRole('combobox', { name: 'Zoek een standaardantwoord' }).fill('openingsuren');
  await page.keyboard.press('Enter');
  await expect(composer()).toHaveText(/U bent welkom vanaf/);
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => smtp.accepted.length, { timeout: 20_000 }).toBe(1);
  const sent = smtp.accepted[0];
  expect(sent?.to).toEqual(['mia.peeters@klant.example']);
  expect(sent?.raw).toMatch(/^In-Reply-To: <offerte-terras@klant\.example>/m);
  expect(sent?.raw).toMatch(/^References: <offerte-terras@klant\.example>/m);
  expect(sent?.raw).toMatch(/^Subject: Re: Offerte terras/m);
  expect(sent?.raw).toMatch(/^From: An Winkel <info@dewinkel\.example>/m);
  await expect(row('Mia Peeters')).toHaveCount(0);
  await rail(/Wacht op hen/).click();
  await expect(row('Mia Peeters')).toBeVisible();
  await expect
    .poll(
      async () => {
        const other = await dovecot.otherProgram();
        try {
          await other.mailboxOpen('Sent');
          return (await other.search({ header: { 'message-id': sent?.messageId ?? '' } })) || [];
        } finally {
          await other.logout();
        }
      },
      { timeout: 30_000 },
    )
    .toHaveLength(1);
});

test('a new mail with looks and a file leaves as both kinds of text, to whom was typed', async () => {
  await rail(/Te beantwoorden/).click();
  await listHasFocus();
  await page.keyboard.press('c');
  await expect(page.getByRole('combobox', { name: 'Aan' })).toBeFocused();
  await page.keyboard.type('Bo Maas <bo@leverancier.example>,');
  await page.getByLabel('Onderwerp').fill('Bestelling eik');
  const letter = page.getByRole('textbox', { name: 'Mail schrijven' });
  await letter.focus();
  await page.keyboard.type('Graag twaalf planken, ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('droog');
  await page.locator('.composer input[type=file]').setInputFiles({
    name: 'maten.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('12 x 240'),
  });
  await expect(page.getByText('maten.txt')).toBeVisible();
  await letter.focus();
  await page.keyboard.press('Control+Enter');
  const left = () => smtp.accepted.find(({ to }) => to.includes('bo@leverancier.example'));
  await expect.poll(() => left() === undefined, { timeout: 20_000 }).toBe(false);
  const raw = left()?.raw ?? '';
  expect(raw).toMatch(/^To: Bo Maas <bo@leverancier\.example>/m);
  expect(raw).toMatch(/^Subject: Bestelling eik/m);
  expect(raw).toContain('Graag twaalf planken, droog');
  expect(raw).toContain('<strong>droog</strong>');
  expect(raw).toContain('filename=maten.txt');
  await expect(page.locator('.draft-line').filter({ hasText: 'Bestelling eik' })).toHaveCount(0);
  await rail(/Te beantwoorden/).click();
});

test('a conversation is put off and comes back from Later; another is done, and that is taken back', async () => {
  await rail(/Te beantwoorden/).click();
  await openRow('Jan Claes');
  await listHasFocus();
  await page.keyboard.press('h');
  await page.getByRole('dialog').getByLabel('Of schrijf zelf een moment').fill('over 10 minuten');
  await expectAccessible('snooze');
  await page.keyboard.press('Enter');
  await expect(row('Jan Claes')).toHaveCount(0);
  await rail(/^Later/).click();
  await expect(row('Jan Claes')).toBeVisible();

  await rail(/Te beantwoorden/).click();
  await openRow('Els Maes');
  await listHasFocus();
  await page.keyboard.press('e');
  await expect(row('Els Maes')).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(row('Els Maes')).toBeVisible();
});

test('the server goes away: said plainly, everything readable, decisions taken; and it comes back', async () => {
  await dovecot.goAway();
  await expect(page.locator('.health-account.waiting')).toBeVisible({ timeout: 40_000 });
  await openRow('Els Maes');
  await expect(page.getByRole('article').getByText('Zijn jullie zaterdag open?')).toBeVisible();
  await listHasFocus();
  await page.keyboard.press('e');
  await expect(row('Els Maes')).toHaveCount(0);
  await dovecot.start();
  await page.evaluate(() => window.balie.call('host.resumed', {}));
  await expect(page.locator('.health-account.live')).toBeVisible({ timeout: 40_000 });
  arrive('Bea Wouters', 'Na de storing', 'Kunt u mij terugbellen over de levering?');
  await expect(row('Bea Wouters')).toBeVisible({ timeout: 20_000 });
});

test('a customer who waits too long is told of by a notification that opens the conversation', async () => {
  await page.evaluate(() =>
    window.balie.call('settings.set', {
      notifications: { enabled: true, hideContent: false, outsideOfficeHours: true },
    }),
  );
  arrive('Luc Laat', 'Al lang vergeten', 'Ik wacht nog steeds op antwoord. Wanneer komt u?', 12 * DAY_MS);
  const shown = () =>
    app.evaluate(() =>
      (globalThis as unknown as { shownNotifications: { title: string }[] }).shownNotifications.map(
        ({ title }) => title,
      ),
    );
  await expect.poll(shown, { timeout: 30_000 }).toContainEqual(expect.stringContaining('Luc Laat wacht te lang'));
  await rail('Zoeken').click();
  await app.evaluate(() => {
    const { shownNotifications } = globalThis as unknown as {
      shownNotifications: { title: string; click: () => void }[];
    };
    shownNotifications.find(({ title }) => title.startsWith('Luc Laat'))?.click();
  });
  await expect(page.getByRole('article').getByText('Ik wacht nog steeds op antwoord. Wanneer komt u?')).toBeVisible();
});

test('why it came is told; silence and starting with the computer are one press away', async () => {
  await rail('Instellingen').click();
  await page.getByRole('button', { name: 'Meldingen', exact: true }).click();
  await page.getByRole('button', { name: 'Laatste meldingen…' }).click();
  const told = page.getByRole('dialog').getByRole('button', { name: /Luc Laat/ });
  await expect(told).toContainText(/Het antwoord moest .* weg zijn \(8 werkuren na de vraag\)\./);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Een uur stil' }).click();
  await expect(page.getByText(/^Stil tot \d/)).toBeVisible();
  await page.getByRole('button', { name: 'Weer aan' }).first().click();
  await expect(page.getByRole('button', { name: 'Een uur stil' })).toBeVisible();
  const autostart = page.getByRole('checkbox', { name: /Start Balie met de computer/ });
  await autostart.click();
  await expect(autostart).toBeChecked();
  const entry = join(data, 'config', 'autostart', 'balie.desktop');
  expect(readFileSync(entry, 'utf8')).toMatch(/^Exec=\S+ \S+start\.mjs --data=\S+ --hidden$/m);
  await autostart.click();
  await expect(autostart).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);
  await rail(/Te beantwoorden/).click();
});

test('closing the window keeps the desk in the tray; starting again shows it', async () => {
  const window = await app.browserWindow(page);
  await window.evaluate((shown) => shown.close());
  await expect.poll(() => window.evaluate((shown) => shown.isVisible())).toBe(false);
  await app.evaluate(({ app: host }) => void host.emit('second-instance', {}, [], ''));
  await expect.poll(() => window.evaluate((shown) => shown.isVisible())).toBe(true);
});

test('everything speaks English too, and is accessible in it', async () => {
  page = app.windows()[0] ?? page;
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => window.balie.call('settings.set', { language: 'en' }));
  await expect(rail(/Waiting on them/)).toBeVisible();
  await expectAccessible('English');
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(labels).toEqual(['File', 'Edit', 'View', 'Conversation', 'Help']);
});

test('started with the computer it opens no window until asked for one, shows what was asked for, and all is still there', async () => {
  await app.close();
  await launch({ isHidden: true });
  await expect(page.locator('.settings-sheet')).toBeVisible();
  await rail(/Waiting on them/).click();
  await expect(row('Mia Peeters')).toBeVisible();
});
