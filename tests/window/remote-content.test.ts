// Mailings in the window: what they would fetch, how they look in the dark, where their links lead, and who sent them.
import type { FrameLocator, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contrast, readColour } from '../../renderer/features/conversation/colour.ts';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

const frameOf = (page: Page): FrameLocator => page.frameLocator('.mail-frame iframe');
const openIn = async (page: Page, section: string, subject: string): Promise<void> => {
  await page
    .getByRole('button', { name: new RegExp(`^${section}`) })
    .first()
    .click();
  await page.locator('.queue-row', { hasText: subject }).click();
};

type Shade = { readonly words: string; readonly ink: string; readonly ground: string };
const shade = (computed: string) => readColour(computed) ?? { r: 0, g: 0, b: 0, alpha: 1 };

/** Every piece of words in the frame that can be seen, with its colour and that of what is behind it. */
const SHADES = `((body) => [...body.querySelectorAll('*')].flatMap((element) => {
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
  const words = own.map(({ nodeValue }) => nodeValue.trim()).join(' ').trim();
  const ink = getComputedStyle(element).color;
  if (words === '' || element.localName === 'style' || element.getClientRects().length === 0) return [];
  const groundOf = (one) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one);
    return backgroundImage.match(/rgb[^)]*[)]/)?.[0] ?? backgroundColor;
  };
  let behind = element;
  while (groundOf(behind) === 'rgba(0, 0, 0, 0)' && behind.parentElement !== null) behind = behind.parentElement;
  const ground = groundOf(behind);
  return ink === ground ? [] : [{ words, ink, ground }];
}))(document.querySelector('.mail-frame iframe').contentDocument.body)`;
const shades = (page: Page): Promise<readonly Shade[]> => page.evaluate(SHADES);

test('pictures from elsewhere come when the owner asks, and spy pixels never', async () => {
  const { page, complaints } = await desk.open({ scene: 'mailings', language: 'nl', theme: 'light' });
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  await openIn(page, 'Ter info', 'Nieuw eiken binnen');
  await page.getByText('2 afbeeldingen van buiten niet geladen. 1 spionpixel tegengehouden.').waitFor();
  expect(await frameOf(page).locator('img').count()).toBe(0);
  await page.getByRole('button', { name: 'Eén keer tonen' }).click();
  await frameOf(page).locator('img[src^="blob:"]').nth(1).waitFor();
  expect(await page.locator('.picture-bar').textContent()).toBe('1 spionpixel tegengehouden.');
  expect(await frameOf(page).locator('img').count()).toBe(2);
  await page.locator('.queue-row', { hasText: 'Gereedschap.nu' }).click();
  await page.getByRole('button', { name: 'Altijd van deze afzender' }).click();
  await page.getByText('Afbeeldingen van acties@shop.example worden altijd getoond. 1 afbeelding kon niet').waitFor();
  await page.getByRole('button', { name: 'Niet meer' }).click();
  await page.getByText('4 afbeeldingen van buiten niet geladen.').waitFor();
  await page.getByRole('button', { name: 'Altijd van iedereen @shop.example' }).click();
  await page.getByText('Afbeeldingen van iedereen @shop.example worden altijd getoond.').waitFor();
  await page.getByRole('button', { name: 'Niet meer' }).click();
  await page.getByText('4 afbeeldingen van buiten niet geladen.').waitFor();
  expect(asked.filter((url) => !url.startsWith('blob:') && !url.startsWith(desk.address))).toEqual([]);
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('in a dark window paper is dark, colours stay, and all of it can be read', async () => {
  const { page, complaints } = await desk.open({ scene: 'mailings', language: 'en', theme: 'dark' });
  await openIn(page, 'For information', 'Nieuw eiken binnen');
  await page.locator('.mail-frame iframe.dark').waitFor();
  const wood = await shades(page);
  expect(wood.find(({ words }) => words === 'Nieuw eiken binnen')?.ground).toBe('rgb(39, 35, 32)');
  expect(wood.find(({ words }) => words === 'Bekijk de voorraad')).toMatchObject({
    ground: 'rgb(47, 106, 53)',
    ink: 'rgb(255, 255, 255)',
  });
  for (const subject of ['Uw maandoverzicht', 'Uw pakket komt', 'Alleen dit weekend', 'Uw gratis ticket']) {
    await page.locator('.queue-row', { hasText: subject }).click();
    await page.locator('.conversation h2', { hasText: subject }).waitFor();
    await page.locator('.mail-frame iframe.dark:not(.coming)').waitFor();
    const shown = await shades(page);
    expect(shown.length).toBeGreaterThan(2);
    // White on its own orange, as the bank made it, is the palest.
    expect(shown.filter(({ ink, ground }) => contrast(shade(ink), shade(ground)) < 2.8)).toEqual([]);
  }
  await page.getByRole('button', { name: 'On white paper' }).click();
  await page.locator('.mail-frame iframe:not(.dark)').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('a link that says one site and goes to another is looked at first, with the keyboard too', async () => {
  const { page, complaints } = await desk.open({ scene: 'mailings', language: 'nl', theme: 'light' });
  await openIn(page, 'Nu', 'Prijzen beslag');
  const link = frameOf(page).getByRole('link', { name: 'www.beslag.be' });
  await link.focus();
  expect(await page.locator('.link-target').textContent()).toBe('beslag-online.example.ru/login');
  expect(await page.locator('.link-target strong').textContent()).toBe('example.ru');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Eerst even kijken waar deze link heen gaat' });
  await sheet.getByText('In de tekst staat www.beslag.be, maar de link gaat naar beslag-online.example.ru.').waitFor();
  expect(complaints).toEqual([]);
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await frameOf(page).getByRole('link', { name: 'order@beslag.be' }).click();
  await page.getByRole('textbox', { name: 'Onderwerp' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Onderwerp' }).inputValue()).toBe('Bestelling');
  await desk.leave(page);
});

test('a sender who bears a known name from another address gets one line, and a reason', async () => {
  const { page, complaints } = await desk.open({ scene: 'mailings', language: 'en', theme: 'light' });
  await openIn(page, 'Now', 'Nieuw rekeningnummer');
  await page.getByText('You know Marleen De Smet from another address.').waitFor();
  await page.getByRole('button', { name: 'Why?', exact: true }).click();
  await page.getByText('Until now you wrote with: marleen.desmet@telenet.be.').waitFor();
  await page.getByText('your answer would go to betalingen@snelgeld.example').waitFor();
  await page.getByText('another account number than before, BE71 0961 2345 6769').waitFor();
  // In a text, too, a link is looked at.
  await page.getByRole('link', { name: 'https://rnicrosoft.example/formulier' }).click();
  await page.getByText('The name looks much like microsoft, but is another.').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});
