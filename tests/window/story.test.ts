// A conversation as one story: two thousand messages that hold still, words that are found in all of them, paper, and a source.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

const openLong = async (): Promise<Page> => {
  const { page } = await desk.open({ scene: 'long' });
  await page.getByRole('option', { name: /Vaste Klant/ }).click();
  await page.locator('.message-text', { hasText: 'Dit is het nieuwste bericht' }).waitFor();
  return page;
};

/** The wheel turns once: the row in the middle moves exactly as far, and stays there while frames above it load and grow. */
async function turnWheel(page: Page, by: number): Promise<void> {
  await page.locator('.story').evaluate((story) => {
    const middle = story.getBoundingClientRect().top + story.clientHeight / 2;
    for (const row of story.querySelectorAll('.story-row')) {
      const { top, bottom } = row.getBoundingClientRect();
      row.toggleAttribute('data-watched', top < middle && bottom > middle);
    }
  });
  const watched = page.locator('[data-watched]');
  const topOf = async (): Promise<number> => (await watched.boundingBox())?.y ?? Infinity;
  const before = await topOf();
  const isOff = async (): Promise<boolean> => Math.abs((await topOf()) - before + by) > 2;
  await page.mouse.wheel(0, by);
  await expect.poll(isOff).toBe(false);
  await page.waitForTimeout(60);
  expect(await isOff()).toBe(false);
}

describe('a story of two thousand messages', () => {
  test('opens at its newest, draws what is in sight, and holds still while letters above grow', async () => {
    const page = await openLong();
    expect(await page.locator('.story-row').count()).toBeLessThan(40);
    expect(await page.locator('.message').last().textContent()).toContain('Dit is het nieuwste bericht');
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'Alles sluiten' }).waitFor();
    const story = await page.locator('.story').boundingBox();
    await page.mouse.move((story?.x ?? 0) + 200, (story?.y ?? 0) + 200);
    for (let turn = 0; turn < 6; turn += 1) await turnWheel(page, -120);
    // Far beyond what came with the conversation.
    await page.locator('.story').evaluate((element) => element.scrollTo(0, 0));
    await page.locator('.message-text', { hasText: /^Bericht 1 gaat over/ }).waitFor();
    expect(await page.locator('.story-row').count()).toBeLessThan(40);
    await desk.leave(page);
  });

  test('is walked, opened and folded by keyboard', async () => {
    const page = await openLong();
    await page.locator('.story').focus();
    await page.keyboard.press('Enter');
    await page.locator('.turn:focus').waitFor();
    await page.locator('.turn').last().focus();
    for (const letter of ['1999', '1998', '1997']) {
      await page.keyboard.press('ArrowUp');
      await page
        .locator('.message', { hasText: `Bericht ${letter}` })
        .locator('.turn:focus')
        .waitFor();
    }
    const letter = page.locator('.message', { hasText: 'Bericht 1997' });
    await page.keyboard.press('ArrowRight');
    await letter.locator('.message-text').waitFor();
    expect(await letter.locator('.turn').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => letter.locator('.turn').getAttribute('aria-expanded')).toBe('false');
    await desk.leave(page);
  });

  test('gives up its words, in folded letters and in frames, and counts them', async () => {
    const page = await openLong();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Bestelling 1998');
    const count = page.getByRole('status').filter({ hasText: ' van ' });
    // Only its layout says this, not its text: found in the text it is not there.
    await page.getByText('Niet gevonden').waitFor();
    await page.locator('#find-words').fill('BERICHT 6 gaat óver');
    await expect.poll(() => count.textContent()).toBe('1 van 1');
    await page.locator('.message-text', { hasText: 'Bericht 6 gaat over' }).waitFor();
    await page.locator('#find-words').fill('de dakkapel');
    await expect.poll(() => count.textContent()).toBe('285 van 285');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(() => count.textContent()).toBe('284 van 285');
    const marked = () => page.evaluate(`[...(CSS.highlights.get('found-now') ?? [])].map(String)`);
    await expect.poll(marked).toEqual(['de dakkapel']);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(marked).toEqual([]);
    await desk.leave(page);
  });
});

test('on paper come the words of each message and the names of its files, without what it quotes', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('j');
  await page.locator('.message').first().waitFor();
  await page.evaluate(`window.print = () => document.body.setAttribute('data-printed', '')`);
  await page.keyboard.press('Control+p');
  await page.locator('[data-printed]').waitFor();
  const paper = page.locator('.printed-story');
  expect(await paper.locator('article').count()).toBe(3);
  const words = await paper.textContent();
  expect(words).toContain('Bijlagen: schets-slaapkamer.pdf, foto muur.jpg');
  expect(words).not.toContain('> Dag, ik kijk het na.');
  await page.emulateMedia({ media: 'print' });
  expect(await paper.isVisible()).toBe(true);
  expect(await page.locator('#root').isVisible()).toBe(false);
  await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
  await paper.waitFor({ state: 'detached' });
  await desk.leave(page);
});

test('the source of a message is shown as text, and says so when its original cannot be had', async () => {
  const { page } = await desk.open();
  await page.keyboard.press('j');
  await page.locator('.message').first().waitFor();
  await page.keyboard.press('U');
  const sheet = page.getByRole('dialog', { name: 'Bron van het bericht' });
  await sheet.getByText('<script>alert(1)</script>').waitFor();
  expect(await sheet.locator('pre *').count()).toBe(0);
  await sheet.getByRole('button', { name: 'Origineel ophalen' }).click();
  await sheet.getByText('Er is geen verbinding met het internet').waitFor();
  await desk.leave(page);
});
