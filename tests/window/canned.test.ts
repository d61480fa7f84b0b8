// Saved replies in the window: kept in the settings, tried out while they are written, and put into an answer.
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
async function openList(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Instellingen|Settings)/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^(Standaardantwoorden|Saved replies)$/ }).click();
}

test('a reply is found, removed and taken back; another is written with a field, tried out, and kept', () =>
  atDesk({}, async (page) => {
    await openList(page);
    await page.getByLabel('Zoek op code, titel, tekst of label').fill('ofrt');
    const rows = page.locator('.canned-row');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('button', { name: 'Verwijderen: Offerte komt eraan' }).click();
    await page.getByText('“Offerte komt eraan” verwijderd.').waitFor();
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByRole('button', { name: 'Wijzigen: Offerte komt eraan' }).waitFor();

    await page.getByRole('button', { name: 'Nieuw standaardantwoord' }).click();
    await page.getByLabel('Titel').fill('Garantie');
    await page.getByLabel('Code').fill('klacht');
    await page.getByText('/klacht is al van “Klacht ontvangen”').waitFor();
    await page.getByLabel('Code').fill('garantie');
    const text = page.getByLabel('Tekst in het Nederlands');
    await text.fill('Dag {{klant.leeftijd}}');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('{{klant.leeftijd}} is geen veld').waitFor();
    await text.fill('Dag ');
    await page.getByLabel('Veld invoegen').selectOption({ label: 'Voornaam van de klant' });
    expect(await text.inputValue()).toBe('Dag {{klant.voornaam}}');
    expect(await page.locator('.canned-letter').innerText()).toBe('Dag Jan');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await page.getByText('“Garantie” bewaard.').waitFor();
  }));

test.each([
  ['nl', 'light'],
  ['en', 'dark'],
] as const)('list, form, table and what was learned can be used by everybody, in %s', (language, theme) =>
  atDesk({ language, theme }, async (page) => {
    // Each picture in one of the two: looking for faults is what takes long.
    const lookIn = async (where: string): Promise<void> => {
      expect(where === language ? await faults(page) : []).toEqual([]);
    };
    await openList(page);
    await lookIn('en');
    await page.getByRole('button', { name: /^(Bewaren als standaardantwoord|Keep as a saved reply)/ }).click();
    await page.getByRole('group', { name: /^(Bijlagen|Files)$/ }).waitFor();
    await lookIn('nl');
    await page.getByRole('button', { name: /^(Bewaren|Save)$/ }).click();
    await expect.poll(() => page.locator('.canned-proposal').count()).toBe(0);
    const table = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('code') };
    await page.getByLabel(/^(Standaardantwoorden importeren|Import saved replies)$/).setInputFiles(table);
    await page.getByText(/^(regel|line) 7/).waitFor();
    await lookIn('en');
    await page.getByRole('button', { name: /^(Importeren|Import)$/ }).click();
    await page.getByText(/^3 (standaardantwoorden geïmporteerd|saved replies imported)/).waitFor();
    await page.getByRole('button', { name: /^(Wat Balie leert|What Balie learns)$/ }).click();
    await page.getByText(/inbouwkast, opmeten/).waitFor();
    await lookIn('nl');
  }),
);

test('the list shows how a reply would go in, and in another language when that is wanted', () =>
  atDesk({}, async (page) => {
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('/offerte');
    await page.locator('.canned-aside', { hasText: 'Dag Marleen' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('.canned-aside', { hasText: 'Hello Marleen' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#composer-text').innerText()).toContain('Hello Marleen');
  }));
