// Searching in the window: what was understood is shown and can be taken out, and the palette leads there.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

/** A folder for looking at what these stories show; none by default. */
const pictures = process.env['BALIE_SEARCH_PICTURES'];

describe.each([
  {
    language: 'nl',
    theme: 'light',
    typed: '-van:piet op:vorige week offerte',
    chips: ['niet van piet', 'op 4 mei 2026 – 10 mei 2026'],
  },
  {
    language: 'en',
    theme: 'dark',
    typed: '-from:piet on:last week offerte',
    chips: ['not from piet', 'on 4 May 2026 – 10 May 2026'],
  },
] as const)('in $language, $theme', ({ language, theme, typed, chips }) => {
  test('conditions stand below the field, and a click takes one out', async () => {
    const { page, complaints } = await desk.open({ language, theme });
    await page.keyboard.press('/');
    await page.locator('.search-filter').first().waitFor();
    expect(await faults(page)).toEqual([]);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `begin-${language}.png`) });
    await page.keyboard.type(typed);
    const shown = page.locator('.search-filter');
    await expect.poll(() => shown.allTextContents()).toEqual(chips);
    await page.locator('.hit mark').first().waitFor();
    expect(await faults(page)).toEqual([]);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `found-${language}.png`) });
    await shown.first().click();
    await expect.poll(() => page.locator('#search-field').inputValue()).toBe(typed.slice(typed.indexOf(' ') + 1));
    await expect.poll(() => shown.count()).toBe(1);
    expect(await page.evaluate('document.activeElement?.id')).toBe('search-field');
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });
});

test('a condition that makes no sense is told in a sentence', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('/');
  await page.keyboard.type('voor:straks');
  const told = page.locator('.search-count');
  await expect
    .poll(() => told.textContent())
    .toContain('“voor:straks” begrijp ik niet als voorwaarde; ik zocht naar de woorden.');
  await desk.leave(page);
});

test('a starting point puts its words in the field, ready to go on', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'Van …' }).click();
  await page.keyboard.type('els');
  await expect.poll(() => page.locator('#search-field').inputValue()).toBe('van:els');
  await expect.poll(() => page.locator('.search-filter').allTextContents()).toEqual(['van els']);
  // Whom he may mean stands beside it, and one key further than the field.
  await page.getByRole('list', { name: 'Aanvullen' }).getByRole('button', { name: 'Els' }).first().waitFor();
  await page.locator('#search-field').fill('lab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('#search-field').inputValue()).toBe('label:');
  await page.getByRole('button', { name: 'vaste klant' }).click();
  expect(await page.locator('#search-field').inputValue()).toBe('label:"vaste klant" ');
  await expect.poll(() => page.locator('.search-filter').allTextContents()).toEqual(['label vaste klant']);
  await page.getByText('op de klantkaart: Vermeulen Interieur').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await desk.leave(page);
});

test('what is no command in the palette is searched for', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('offerte');
  await page.getByRole('option', { name: 'Zoek “offerte” in alle gesprekken' }).waitFor();
  await page.keyboard.press('Enter');
  // In the subject as well as in the text.
  await expect.poll(() => page.locator('.hit').first().locator('mark').allTextContents()).toContain('Offerte');
  expect(await page.locator('#search-field').inputValue()).toBe('offerte');
  await desk.leave(page);
});
