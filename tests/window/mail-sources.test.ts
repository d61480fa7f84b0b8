// Mail that stands for a message from somewhere else: what is shown of it, how it is answered, and the owner's own word about it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test('a review is answered where everybody reads it, on a second click', async () => {
  const { page, complaints } = await desk.open({ scene: 'sources', language: 'nl', theme: 'light' });
  await page.locator('.queue-row', { hasText: 'Nele Claus' }).click();
  await page.locator('.message', { hasText: 'openbaar' }).waitFor();
  expect(await page.locator('.message .message-from').textContent()).toContain('via Google-review');
  await page.locator('#composer-text').fill('Bedankt, en sorry voor het wachten.');
  await page.getByRole('button', { name: 'Kopieer en open Google-review' }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Iedereen leest dit: openbaar antwoorden' }).click();
  await page.locator('.hand-off-asked').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('the owner says who is behind a form, and takes the rule back', async () => {
  const { page, complaints } = await desk.open({ scene: 'sources', language: 'en', theme: 'dark' });
  await page.locator('.queue-row', { hasText: 'Nieuwe inzending' }).click();
  await page.getByRole('button', { name: 'Who is this from?' }).click();
  await page.getByText('Changes 3 open mails.').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByLabel('Whoever stands in a field of the mail').check();
  await page.getByLabel('Field', { exact: true }).selectOption('Naam');
  await page.getByText('This mail names nobody there.').waitFor();
  expect(await page.getByRole('button', { name: 'That is it' }).isDisabled()).toBe(true);
  await page.getByLabel('Field', { exact: true }).selectOption('E-mail');
  await page.getByRole('button', { name: 'That is it' }).click();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Messages from others' }).click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Remove the rule for formulier@sitebouwer.example' }).click();
  await page.getByText('come as plain mail again').waitFor();
  expect(await page.locator('.settings-list li').count()).toBe(1);
  expect(complaints).toEqual([]);
  await desk.leave(page);
});
