// What the owner writes down himself: from "n" to the answer in another app, by keyboard, without an accessibility fault.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

describe.each([
  { language: 'nl', theme: 'light', asked: 'Verstuurd?', kept: 'staat in de wachtrij', blind: 'Balie ziet niet' },
  { language: 'en', theme: 'dark', asked: 'Sent?', kept: 'is in the queue', blind: 'Balie does not see' },
] as const)('what is written down, in $language', ({ asked, kept, blind, ...look }) => {
  test('stands in the queue after who, what and Enter, and is taken back with one key', async () => {
    const { page, complaints } = await desk.open(look);
    await page.locator('#queue-list').focus();
    await page.keyboard.press('n');
    await page.getByRole('combobox').fill('marl');
    await page.locator('.known-person', { hasText: 'Marleen De Smet' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.note-text').fill('Belt straks nog eens over de kast');
    await page.keyboard.press('Enter');
    const row = page.locator('.queue-row').filter({ hasText: 'Belt straks nog eens' });
    await row.waitFor();
    await page.locator('.notice').filter({ hasText: kept }).waitFor();
    await page.keyboard.press('z');
    await row.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });

  test('is answered in the app it came by: Balie opens it, asks whether it was sent, and Enter says yes', async () => {
    const { page, complaints } = await desk.open(look);
    await page.locator('.queue-row').filter({ hasText: 'Koen Aerts' }).click();
    await page.getByText(blind).waitFor();
    await page.locator('#composer-text').fill('Ja, dat kan in lariks');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('group', { name: asked }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.message.ours').filter({ hasText: 'Ja, dat kan in lariks' }).waitFor();
    expect(await page.locator('#composer-text').textContent()).toBe('');
    await page.keyboard.press('Shift+N');
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });

  test('needs no mail account: the desk begins with it', async () => {
    const { page } = await desk.open({ ...look, scene: 'welcome' });
    await page
      .getByRole('button', { name: look.language === 'nl' ? 'Zonder e-mail beginnen' : 'Begin without e-mail' })
      .click();
    await page.locator('.rail').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await desk.leave(page);
  });
});
