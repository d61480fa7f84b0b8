// Several accounts in the window: how each stands, changing one, signing in anew by browser, and leaving one.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type Wish, type WindowBrowser } from './window-browser.ts';

let window: WindowBrowser;
beforeAll(async () => {
  window = await startWindowBrowser();
});
afterAll(() => window.close());

async function at(wish: Partial<Wish>, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await window.open(wish);
  try {
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await window.leave(page);
  }
}
const LOOKS = (['nl', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);
const accounts = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Instellingen|Settings)$/ }).click();
  await page.locator('.settings-tabs').getByRole('button', { name: 'Accounts' }).click();
};
const rowOf = (page: Page, email: string) => page.locator('.settings-sheet li').filter({ hasText: email });

describe('five accounts', () => {
  test.each(LOOKS)('each tells how it stands, and axe finds no fault ($language, $theme)', (look) =>
    at({ scene: 'accounts', ...look }, async (page) => {
      await accounts(page);
      expect(await page.locator('.settings-sheet li').count()).toBe(5);
      expect(await faults(page)).toEqual([]);
    }),
  );

  test('one that must be signed in again has one button, in the top line too', () =>
    at({ scene: 'accounts' }, async (page) => {
      await accounts(page);
      const verkoop = rowOf(page, 'verkoop@');
      expect(await verkoop.textContent()).toContain('Microsoft laat Balie niet meer toe');
      expect(await verkoop.getByRole('button', { name: 'Aanmelden in de browser' }).count()).toBe(1);
      await page.locator('.top-lines').getByRole('button', { name: 'Aanmelden in de browser' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('button', { name: 'Aanmelden in de browser' }).click();
      await sheet.getByText(/Je browser toont nu de pagina van Microsoft/).waitFor();
      await sheet.getByText('Geen pagina gezien?').click();
      expect(await sheet.getByLabel('Adres van de pagina').inputValue()).toContain('https://');
      expect(await faults(page)).toEqual([]);
      await sheet.getByRole('button', { name: 'Stoppen met aanmelden' }).click();
      await sheet.getByText(/niet afgemaakt/).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => sheet.count()).toBe(0);
    }));

  test('a disconnected one offers to be connected again, with its address filled in', () =>
    at({ scene: 'accounts' }, async (page) => {
      await accounts(page);
      const row = rowOf(page, 'claes.hout@skynet.be');
      expect(await row.textContent()).toContain('bewaard om te lezen en te zoeken');
      await row.getByRole('button', { name: 'Opnieuw verbinden' }).click();
      expect(await page.getByLabel('E-mailadres').inputValue()).toBe('claes.hout@skynet.be');
    }));
});

describe('changing an account', () => {
  test.each(LOOKS)('axe finds no fault in it ($language, $theme)', (look) =>
    at({ scene: 'accounts', ...look }, async (page) => {
      await accounts(page);
      await rowOf(page, 'tom@')
        .getByRole('button', { name: /^(Wijzigen|Edit|Change)$/ })
        .click();
      await page.locator('.account-servers summary').click();
      expect(await faults(page)).toEqual([]);
    }),
  );

  test('is done with the keyboard alone, and an address that is none stops it', () =>
    at({ scene: 'accounts' }, async (page) => {
      await accounts(page);
      await rowOf(page, 'tom@').getByRole('button', { name: 'Wijzigen' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('Andere adressen van jou').inputValue()).toContain('bestel@');
      await page.getByRole('radio', { name: 'Blauwgroen' }).focus();
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('radio', { name: 'Oker' }).isChecked()).toBe(true);
      await page.getByLabel('Andere adressen van jou').fill('geen-adres');
      await page.getByText('“geen-adres” is geen volledig e-mailadres.').waitFor();
      expect(await page.getByRole('button', { name: 'Bewaren' }).isDisabled()).toBe(true);
      await page.getByLabel('Andere adressen van jou').fill('');
      await page.getByRole('button', { name: 'Bewaren' }).press('Enter');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    }));
});

describe('leaving an account', () => {
  test('keeps the mail unless told otherwise, and asks about answers that wait', () =>
    at({ scene: 'accounts' }, async (page) => {
      await accounts(page);
      await rowOf(page, 'tom@').getByRole('button', { name: 'Verwijderen' }).click();
      const sheet = page.getByRole('dialog');
      expect(await sheet.getByRole('radio', { name: 'Loskoppelen en de post hier bewaren' }).isChecked()).toBe(true);
      const go = sheet.getByRole('button', { name: 'Loskoppelen' });
      expect(await sheet.textContent()).toContain('postvak uit');
      expect(await go.isDisabled()).toBe(true);
      await sheet.getByRole('checkbox').check();
      expect(await go.isEnabled()).toBe(true);
      expect(await faults(page)).toEqual([]);
      await sheet.getByRole('radio', { name: 'Alles van deze computer verwijderen' }).check();
      expect(await sheet.getByRole('button', { name: 'Alles verwijderen' }).isEnabled()).toBe(true);
    }));

  test('of a disconnected one there is nothing to choose', () =>
    at({ scene: 'accounts' }, async (page) => {
      await accounts(page);
      await rowOf(page, 'claes.hout@skynet.be').getByRole('button', { name: 'Verwijderen' }).click();
      expect(await page.getByRole('dialog').getByRole('radio').count()).toBe(0);
      expect(await page.getByRole('dialog').textContent()).toContain('2.310 berichten');
    }));
});

describe('connecting by browser', () => {
  const begin = async (page: Page, email: string): Promise<void> => {
    await page.getByRole('button', { name: 'Mijn e-mail verbinden' }).click();
    await page.getByLabel('E-mailadres').fill(email);
    await page.keyboard.press('Enter');
  };

  test('is said to be not set up where it is not, with what to do', () =>
    at({ scene: 'welcome' }, async (page) => {
      await begin(page, 'jan@outlook.com');
      await page.getByText(/sign-in\.json, in de gegevensmap/).waitFor();
      await page.getByRole('button', { name: 'Map openen' }).waitFor();
      expect(await page.locator('input[type=password]').count()).toBe(0);
      expect(await faults(page)).toEqual([]);
    }));

  test('shows the servers, asks for no password, and waits for the browser', () =>
    at({ scene: 'welcome' }, async (page) => {
      await begin(page, 'klaar@outlook.com');
      await page
        .getByText(/imap\./)
        .first()
        .waitFor();
      expect(await page.locator('input[type=password]').count()).toBe(0);
      expect(await page.getByRole('radio', { name: '1 jaar' }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Aanmelden in de browser' }).click();
      await page.getByText(/Je browser toont nu de pagina van Microsoft/).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Stoppen met aanmelden' }).click();
      await page.getByText(/niet afgemaakt/).waitFor();
    }));
});
