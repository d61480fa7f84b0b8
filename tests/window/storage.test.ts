// The owner's own disk in the window: copies and putting one back, how long old conversations keep their words, what is said after
// the desk was restored.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser, type Wish } from './window-browser.ts';

let window: WindowBrowser;
beforeAll(async () => {
  window = await startWindowBrowser();
});
afterAll(() => window.close());

async function atStorage(wish: Partial<Wish>, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, complaints } = await window.open(wish);
  try {
    await page
      .getByRole('button', { name: /^(Instellingen|Settings)/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^(Opslag en reservekopieën|Storage and backups)$/ }).click();
    await page.locator('.sizes').waitFor();
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await window.leave(page);
  }
}

test.each(['nl', 'en'] as const)(
  'shows sizes and copies in %s, without accessibility faults, light and dark',
  (language) =>
    atStorage({ language }, async (page) => {
      expect(await page.locator('.sizes').textContent()).toMatch(/52\s?MB/);
      const lines = page.locator('.settings-list li');
      expect(await lines.count()).toBe(5);
      // A damaged one is kept, and never put back.
      expect(await lines.last().getByRole('button').count()).toBe(0);
      expect(await faults(page)).toEqual([]);
      await page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
      expect(await faults(page)).toEqual([]);
    }),
);

test('makes a copy at once, and says when it was looked through', () =>
  atStorage({}, async (page) => {
    await page.getByRole('button', { name: 'Nu een kopie maken' }).click();
    await page.getByText('Kopie gemaakt en nagekeken').waitFor();
    expect(await faults(page)).toEqual([]);
  }));

test('says what putting a copy back does before it does it, and what went wrong after', () =>
  atStorage({}, async (page) => {
    const button = page.getByRole('button', { name: /^Kopie van .* terugzetten/ }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: 'Deze kopie terugzetten?' });
    await sheet.getByText('Wat er nu staat, blijft als kopie bewaard.', { exact: false }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((element) => element.matches(':focus'))).toBe(true);
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Terugzetten', exact: true }).click();
    await page.getByText('Het gegevensbestand van Balie is beschadigd.').waitFor();
    await sheet.waitFor({ state: 'detached' });
  }));

test('asks before old words may go, with today’s figure and what the law wants kept', () =>
  atStorage({}, async (page) => {
    const rule = page.getByLabel('Tekst en bijlagen van afgehandelde gesprekken');
    await rule.selectOption('2');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('1.204 gesprekken met 3.410 berichten', { exact: false }).waitFor();
    await sheet.getByText('in Nederland 7 jaar', { exact: false }).waitFor();
    await sheet.getByText('Wat je koos, is korter dan dat.').waitFor();
    expect(await faults(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Annuleren' }).click();
    expect(await rule.inputValue()).toBe('all');
    await rule.selectOption('7');
    await sheet.getByText('Vandaag is er nog niets zo oud.', { exact: false }).waitFor();
    expect(await sheet.getByText('Wat je koos, is korter dan dat.').count()).toBe(0);
    await sheet.getByRole('button', { name: 'Wissen inschakelen' }).click();
    await expect.poll(() => rule.inputValue()).toBe('7');
    await rule.selectOption('all');
    await expect.poll(() => rule.inputValue()).toBe('all');
  }));

test('what happened to the desk stays on top until it was read', () =>
  atStorage({ scene: 'trouble' }, async (page) => {
    const line = page.getByRole('alert').filter({ hasText: 'Het gegevensbestand was beschadigd.' });
    await line.getByText('1 antwoord uit je postvak uit is gered.', { exact: false }).waitFor();
    await line.getByText('blijft bewaard als balie-damaged', { exact: false }).waitFor();
    await line.getByRole('button', { name: 'Gelezen' }).click();
    await line.waitFor({ state: 'detached' });
    expect(await page.getByText('Het gegevensbestand was beschadigd.').count()).toBe(0);
  }));
