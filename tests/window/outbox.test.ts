// What has not left yet says why, when it is tried again, and what the server said; who did not get it is named.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

describe.each([
  {
    language: 'nl',
    theme: 'light',
    words: ['Probeert weer vandaag', 'heeft het nu te druk', 'Greylisted', 'De mailbox van oud@architect.be is vol'],
    resend: 'Opnieuw naar wie het niet kreeg',
  },
  {
    language: 'en',
    theme: 'dark',
    words: ['Tries again today', 'is too busy', 'Greylisted', 'The mailbox of oud@architect.be is full'],
    resend: 'Send to those who did not get it',
  },
] as const)('the outbox in $language', ({ words, resend, ...look }) => {
  test('says what each message waits for, and offers to reach only who did not get it', async () => {
    const { page, complaints } = await desk.open({ ...look, scene: 'trouble' });
    await page.getByRole('button', { name: look.language === 'nl' ? /^Postvak uit/ : /^Outbox/ }).click();
    for (const part of words) await page.locator('.outbox-lists').getByText(part).first().waitFor();
    expect(await faults(page)).toEqual([]);
    const partly = page.locator('.outbox-line').filter({ hasText: 'oud@architect.be' });
    await partly.click();
    await page.getByRole('button', { name: resend, exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });
});
