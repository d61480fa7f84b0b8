// The owner's own keys, and the palette that finds more than actions.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test('an action takes the key that is pressed for it, and whoever had it loses it', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'Wijzigen' }).click();
  await page.getByRole('button', { name: 'Wijzigen: Uitstellen' }).click();
  await page.keyboard.press('r');
  await expect.poll(() => page.getByRole('dialog').getByRole('status').textContent()).toContain('Antwoord schrijven');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => page.locator('li', { hasText: 'Uitstellen' }).locator('kbd').allTextContents())
    .toEqual(['r']);
  // The evening has keys of its own: "w" stays by when to answer at the desk.
  await page.getByRole('button', { name: 'Wijzigen: Overslaan' }).click();
  await page.keyboard.press('w');
  await expect.poll(() => page.getByRole('dialog').getByRole('status').textContent()).not.toContain('Antwoord voor');
  await page.keyboard.press('Enter');
  expect(await page.locator('li', { hasText: 'Antwoord voor' }).locator('kbd').allTextContents()).toEqual(['w']);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Shift+A');
  const skip = page.getByRole('button', { name: 'Overslaan' });
  await expect.poll(() => skip.getAttribute('aria-keyshortcuts')).toBe('w');
  const who = await page.locator('.evening-who').textContent();
  await page.keyboard.press('w');
  await expect.poll(() => page.locator('.evening-who').textContent()).not.toBe(who);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.locator('#queue-list').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await page.getByRole('dialog', { name: 'Uitstellen tot' }).waitFor();
  await desk.leave(page);
});

test('the palette opens a conversation by a word from it', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('offerte');
  const first = page.getByRole('group', { name: 'Gesprekken' }).getByRole('option').nth(1);
  const subject = (await first.locator('.soft').textContent()) ?? '';
  expect(subject).not.toBe('');
  await first.click();
  await expect.poll(() => page.locator('section.conversation').textContent()).toContain(subject);
  await desk.leave(page);
});

test('the palette puts a saved reply into the answer, and leads to a customer', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('j');
  await page.locator('#composer-text').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('offerte');
  await page.getByRole('group', { name: 'Standaardantwoorden' }).getByRole('option').first().click();
  await expect.poll(() => page.getByText('Tegen wanneer').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('peeters');
  await page.getByRole('group', { name: 'Klanten' }).getByRole('option').first().click();
  await expect.poll(() => page.getByRole('complementary', { name: 'Klantkaart' }).textContent()).toContain('Peeters');
  await desk.leave(page);
});
