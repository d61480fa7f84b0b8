// The proof that nothing is missing, as the owner sees it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test.each([
  ['nl', 'light', ['1.204 van 1.204', '310 oudere', 'om de paar minuten', 'wordt niet opgehaald', 'ontbreekt nog']],
  ['en', 'dark', ['1,204 of 1,204', '310 older', 'every few minutes', 'is not fetched', 'still missing']],
] as const)('every mailbox says how much of it is here (%s)', async (language, theme, words) => {
  const { page, complaints } = await desk.open({ language, theme });
  await page.getByRole('button', { name: /^(Instellingen|Settings)/ }).click();
  await page.getByRole('button', { name: 'Accounts', exact: true }).click();
  await page.locator('.account-mailboxes summary').first().click();
  const table = page.locator('.mailbox-health');
  await expect.poll(() => table.textContent()).toContain(words[0]);
  const text = (await table.textContent()) ?? '';
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
  expect(text).toContain('Klanten/Peeters');
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('an account that is silent longer than ever says so on top, and leads to where one can look', async () => {
  const { page, complaints } = await desk.open({ scene: 'quiet' });
  const line = page.locator('.top-lines');
  await expect.poll(() => line.textContent()).toContain('voor het laatst iets binnen');
  expect(await faults(page)).toEqual([]);
  await line.getByRole('button', { name: 'Kijk na' }).click();
  await expect.poll(() => page.locator('.settings-sheet').isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await desk.leave(page);
});
