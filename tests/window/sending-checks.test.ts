// What is looked at before an answer leaves, and what is thrown away: by keyboard, without an accessibility fault.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test('an answer with something wrong in it waits for the owner, by mail and on its way to another program', async () => {
  const { page, complaints } = await desk.open({ language: 'nl', theme: 'light' });
  const guard = page.getByRole('dialog', { name: 'Eerst even kijken' });
  await page.locator('.queue-row').filter({ hasText: 'Marleen De Smet' }).first().click();
  await page.locator('#composer-text').click();
  await page.keyboard.type('Beste Karel, in bijlage onze offerte.');
  await page.keyboard.press('Control+Enter');
  await guard.getByText('De aanhef is “Beste Karel”, maar je schrijft aan Marleen De Smet.').waitFor();
  await guard.getByText('Je schrijft “in bijlage”, maar er is geen bijlage.').waitFor();
  expect(await faults(page)).toEqual([]);
  // Enter does what is safe: back to the answer, which is whole.
  await page.keyboard.press('Enter');
  await guard.waitFor({ state: 'detached' });
  expect(await page.locator('#composer-text').textContent()).toContain('Beste Karel');

  await page.locator('.queue-row').filter({ hasText: 'Koen Aerts' }).click();
  await page.getByText('Balie ziet niet').waitFor();
  await page.locator('#composer-text').click();
  await page.keyboard.type('Mijn rekening: NL91 ABNA 0417 1643 00');
  await page.keyboard.press('Control+Enter');
  await guard.getByText('Dit loopt via WhatsApp, en er staat een rekeningnummer in: NL91 ABNA 0417 1643 00.').waitFor();
  // And here what is safe is the same answer by mail, where an account number is nothing to stop for.
  await page.keyboard.press('Enter');
  await guard.waitFor({ state: 'detached' });
  await page.locator('.composer').getByText('Koen Aerts').first().waitFor();
  expect(await page.locator('#composer-text').textContent()).toContain('NL91 ABNA 0417 1643 00');
  await page.locator('#composer-text').click();
  await page.keyboard.press('Control+Enter');
  await page.locator('.message.ours').filter({ hasText: 'NL91 ABNA 0417 1643 00' }).waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('a conversation is thrown away with one key, taken back with another, and put back from the trash', async () => {
  const { page, complaints } = await desk.open({ language: 'en', theme: 'dark' });
  const row = page.locator('.queue-row').filter({ hasText: 'Ahmed Benali' });
  await row.click();
  await page.locator('#queue-list').focus();
  await page.keyboard.press('Delete');
  await row.waitFor({ state: 'detached' });
  await page.locator('.notice').filter({ hasText: 'Conversation with Ahmed Benali deleted' }).waitFor();
  await page.keyboard.press('z');
  await row.waitFor();
  await page.locator('#queue-list').focus();
  await page.keyboard.press('Delete');
  await row.waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.locator('.trash-open').click();
  await page.getByText('This conversation is in the trash').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('.trash-line').getByRole('button', { name: 'Put back: Ahmed Benali' }).click();
  await page.getByText('The trash is empty.').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});
