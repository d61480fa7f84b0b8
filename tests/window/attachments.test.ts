// Files below a message and the invitation above it: looked at, saved after a warning, and answered, by keyboard too.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test('files are looked at one after the other, and what runs is saved only after a warning', async () => {
  const { page, complaints } = await desk.open({ language: 'nl', theme: 'light' });
  await page.locator('.queue-row', { hasText: 'Dirk Van den Broeck' }).click();
  await page.getByRole('button', { name: /^deurenlijst.xlsx bekijken/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Dit soort bestand toont Balie niet zelf.').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByText('maar dit is een .exe-bestand dat iets uitvoert').waitFor();
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Openen' }).count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  // What looks like a tag is read, not drawn.
  expect(await page.locator('.preview-text pre').textContent()).toContain('<b>160 x 90</b>');
  await page.keyboard.press('ArrowRight');
  await page.locator('.pdf-words', { hasText: 'Bladzijde 1' }).waitFor();
  await expect.poll(() => page.locator('.pdf-page canvas').first().evaluate(inked)).toBeGreaterThan(100);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() =>
      page
        .locator('.preview-picture img')
        .evaluate((image) => (image as unknown as { readonly naturalWidth: number }).naturalWidth),
    )
    .toBe(320);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'offerte.pdf.exe opslaan' }).click();
  await page.getByRole('heading', { name: 'Dit bestand kan schade doen' }).waitFor();
  await page.getByRole('button', { name: 'Toch opslaan' }).click();
  await page.getByText('offerte.pdf.exe is opgeslagen.').waitFor();
  await page.getByRole('button', { name: 'Alle 4 opslaan' }).click();
  await page.getByText('Niet mee opgeslagen, omdat het onveilig kan zijn: offerte.pdf.exe.').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('an invitation says when on the owner’s clock, and is answered with a way back', async () => {
  const { page, complaints } = await desk.open({ language: 'en', theme: 'dark' });
  await page.locator('.queue-row', { hasText: 'Dirk Van den Broeck' }).click();
  const card = page.getByRole('region', { name: 'Plaatsbezoek: inbouwkast op zolder' });
  await card.getByText('You have something planned then: Ahmed Benali.').waitFor();
  const said = (await card.textContent()) ?? '';
  expect(said).toContain('Only this one of a series; it was on');
  expect(said).toContain('You already have Proefrit met de bakfiets then');
  expect(said).toContain('This is outside your opening hours.');
  expect(await faults(page)).toEqual([]);
  await card.getByRole('button', { name: 'Accept' }).click();
  await card.getByText('You said yes.').waitFor();
  await page.locator('.notice-undo').waitFor();
  await card.getByRole('button', { name: 'Answer otherwise' }).click();
  await card.getByRole('button', { name: 'Decline' }).waitFor();
  await card.getByRole('button', { name: 'Another time' }).click();
  const sheet = page.getByRole('dialog', { name: 'Propose another time' });
  await sheet.getByRole('textbox').waitFor();
  await page.keyboard.press('1');
  await sheet.getByText('Your proposal:').waitFor();
  expect(await faults(page)).toEqual([]);
  await sheet.getByRole('button', { name: 'Send the proposal' }).click();
  await card.getByText('You proposed').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

type Canvas = {
  readonly width: number;
  readonly height: number;
  readonly getContext: (kind: '2d') => {
    readonly getImageData: (x: number, y: number, width: number, height: number) => { readonly data: Uint8Array };
  };
};

/** Dark points on it. */
function inked(element: unknown): number {
  const canvas = element as Canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100 && (data[at + 3] ?? 0) > 0) dark += 1;
  return dark;
}
