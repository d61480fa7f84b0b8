// The owner's data as such, in the window: old mail in, everything out, and a customer erased only after all was said.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser, type Wish } from './window-browser.ts';

let window: WindowBrowser;
beforeAll(async () => {
  window = await startWindowBrowser();
});
afterAll(() => window.close());

async function atDesk(wish: Partial<Wish>, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await window.open(wish);
  try {
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await window.leave(page);
  }
}

test.each(['nl', 'en'] as const)('takes mail in and along from the settings in %s', (language) =>
  atDesk({ language }, async (page) => {
    await page
      .getByRole('button', { name: /^(Instellingen|Settings)/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^(Opslag en reservekopieën|Storage and backups)$/ }).click();
    await page.getByRole('button', { name: /^(Bestand kiezen|Choose a file)/ }).click();
    await page.getByText(/1204 (berichten erbij|messages added)/).waitFor();
    await page.getByRole('button', { name: /^(Alles exporteren|Export everything)/ }).click();
    await page.getByText('balie-export-2026-05-12').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
    expect(await faults(page)).toEqual([]);
  }),
);

test.each(['nl', 'en'] as const)(
  'erases a customer only after saying what goes and what the law wants kept, in %s',
  (language) =>
    atDesk({ language }, async (page) => {
      await page.locator('#queue-list').focus();
      await page.keyboard.press('j');
      await page.keyboard.press('Control+k');
      await page.keyboard.type(language === 'nl' ? 'klant exporteren of wissen' : 'erase this customer');
      await page.keyboard.press('Enter');
      const sheet = page.getByRole('dialog', { name: /^(Gegevens van deze klant|This customer's data)$/ });
      await sheet.getByRole('button', { name: /^(Kijken wat|See what)/ }).click();
      await sheet.getByText(/(belastingdienst|tax office)/).waitFor();
      await sheet.getByText(/(Reservekopieën|Backups)/).waitFor();
      expect(await faults(page)).toEqual([]);
      await sheet.getByRole('checkbox').check();
      await sheet.getByRole('button', { name: /^(Voorgoed wissen|Erase for good)$/ }).click();
      await sheet.getByText(/2 (berichten gewist|messages erased)/).waitFor();
      expect(await sheet.getByText(/(mailserver|mail server)/).count()).toBe(0);
      expect(await faults(page)).toEqual([]);
    }),
);
