// Writing as the owner does: with looks, files and people, by keyboard, and with nothing lost on the way.
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

const letter = (page: Page) => page.locator('#composer-text');

/** What is done in the page is written as its own language: these tests know no page. */
const pasteOf = (kind: string, words: string): string => `{
  const data = new DataTransfer();
  data.setData(${JSON.stringify(kind)}, ${JSON.stringify(words)});
  const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector('#composer-text').dispatchEvent(paste);
}`;
const PASTE_PICTURE = `(async () => {
  const canvas = new OffscreenCanvas(3000, 1000);
  canvas.getContext('2d').fillRect(0, 0, 10, 10);
  const data = new DataTransfer();
  // As a browser copies a picture: with the HTML that fetches it.
  data.setData('text/html', '<img src="https://x.be/kast.jpg" alt="kast">');
  // Goes as what every program shows.
  const picture = await canvas.convertToBlob({ type: 'image/webp' });
  data.items.add(new File([picture], 'kast.webp', { type: 'image/webp' }));
  const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector('#composer-text').dispatchEvent(paste);
})()`;
const PICTURE_WIDTH = `document.querySelector('#composer-text img[alt="kast.jpg"]')?.naturalWidth`;

async function beginAnswer(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.locator('.message').first().waitFor();
  await page.keyboard.press('r');
}

test('an answer with looks, a picture and a file stays as it was made, and comes back from the outbox as it stood', async () => {
  const { page, complaints } = await desk.open({ language: 'en', theme: 'dark' });
  await beginAnswer(page);
  await page.keyboard.type('Kan in ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('eik');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(', of:\n- beuk\nes');
  await page.locator('.composer input[type=file]').setInputFiles({
    name: 'prijzen.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  });
  await page.getByText('prijzen.pdf').waitFor();
  await page.evaluate(PASTE_PICTURE);
  // Scaled down, and shown from where the engine keeps it.
  await expect.poll(() => page.evaluate(PICTURE_WIDTH)).toBe(1_600);
  expect(await faults(page)).toEqual([]);
  const made = await letter(page).innerHTML();
  expect(made).toContain('<strong>eik</strong>');
  expect(await letter(page).locator('li').count()).toBe(2);
  await page.getByText('Signed below: Tom Claes · Schrijnwerkerij Claes').waitFor();

  await page.keyboard.press('Control+Enter');
  await page.locator('.notice', { hasText: 'Marleen De Smet' }).waitFor();
  expect(await letter(page).textContent()).toBe('');
  await page.keyboard.press('z');
  await page.getByText('prijzen.pdf').waitFor();
  await expect.poll(() => letter(page).locator('strong').textContent()).toBe('eik');
  await expect.poll(() => page.evaluate(PICTURE_WIDTH)).toBe(1_600);

  // Two conversations' letters never mix, and neither do their histories.
  await letter(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' nu');
  await page.locator('.queue-row').filter({ hasText: 'Ahmed Benali' }).click();
  await expect.poll(() => letter(page).textContent()).toBe('');
  await letter(page).focus();
  await page.keyboard.press('Control+z');
  expect(await letter(page).textContent()).toBe('');
  await page.locator('.queue-row').filter({ hasText: 'Marleen De Smet' }).click();
  await expect.poll(() => letter(page).locator('strong').textContent()).toBe('eik');
  await letter(page).focus();
  await page.keyboard.press('Control+z');
  expect(await letter(page).textContent()).not.toContain(' nu');
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

test('what is pasted is brought down to a letter, and fetches nothing', async () => {
  const { page } = await desk.open();
  await beginAnswer(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const paste = (kind: string, words: string) => page.evaluate(pasteOf(kind, words));
  await paste(
    'text/html',
    '<html><head><style>p{color:red}</style></head><body><!--StartFragment--><h1 style="font-size:40px">Titel</h1>' +
      '<p class=MsoNormal>een <b>vet</b> <a href="javascript:alert(1)">kwaad</a> <a href="https://x.be/">goed</a></p>' +
      '<img src="https://spion.example/1.gif" onerror="alert(1)"><script>alert(1)</script><!--EndFragment--></body></html>',
  );
  await page.getByText('Een afbeelding van elders is niet mee geplakt').waitFor();
  expect(await letter(page).locator('p').allTextContents()).toEqual(['Titel', 'een vet kwaad goed']);
  expect(await letter(page).locator('strong').allTextContents()).toEqual(['Titel', 'vet']);
  expect(
    await letter(page)
      .locator('a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['https://x.be/']);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await paste('text/plain', 'een\r\n\r\n- twee\n  drie');
  expect(await letter(page).locator('p').allTextContents()).toEqual(['een', '', '- twee', '  drie']);

  const linesOf = async (html: string): Promise<readonly string[]> => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await paste('text/html', html);
    return letter(page).locator('p').allTextContents();
  };
  // A sheet: the two figures of a row must not become one.
  expect(await linesOf('<table><tr><td>Plank</td><td>45,00</td></tr><tr><td>Balk</td><td>8</td></tr></table>')).toEqual(
    ['Plank | 45,00', 'Balk | 8'],
  );
  // Space between paragraphs is an empty line, once, whether a margin made it or a line of its own.
  expect(await linesOf('<p>een</p><p>twee</p><p>&nbsp;</p><p>drie</p>')).toEqual(['een', '', 'twee', '', 'drie']);
  expect(await linesOf('<div>Dag<div><br></div><div>tot dan<br></div><div><br></div></div>')).toEqual([
    'Dag',
    '',
    'tot dan',
  ]);
  expect(await linesOf('<b style="font-weight:normal"><p style="margin:0pt">een</p><br><p>twee</p></b>')).toEqual([
    'een',
    '',
    'twee',
  ]);
  const item = (level: number, marker: string, words: string): string =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>` +
    `${marker}<span>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
  const word =
    '<style>p.MsoNormal{margin:0cm;margin-bottom:.0001pt}</style><p class=MsoNormal>Dag,<o:p></o:p></p>' +
    `<p class=MsoNormal>keuze:</p>${item(1, '·', 'eik')}${item(2, 'o', 'rood')}${item(1, '·', 'beuk')}`;
  expect(await linesOf(word)).toEqual(['Dag,', 'keuze:', 'eik', 'rood', 'beuk']);
  expect(await letter(page).locator('li li').allTextContents()).toEqual(['rood']);
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
  await desk.leave(page);
});

test('a new mail goes to whom is typed, chosen or pasted, by keyboard alone, and is found again among the drafts', async () => {
  const { page, complaints } = await desk.open();
  await page.locator('#queue-list').focus();
  await page.keyboard.press('c');
  const to = page.getByRole('combobox', { name: 'Aan' });
  await expect.poll(() => to.evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.type('ahm');
  await page.getByRole('option', { name: /Ahmed Benali/ }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  const chips = page.locator('.recipient');
  await page.keyboard.type('els@z.be,');
  await page.keyboard.type('fout@');
  await page.keyboard.press('Tab');
  await page.getByRole('alert').getByText('“fout@” is geen e-mailadres').waitFor();
  // Out of sight it would still hold the letter back.
  await page.getByRole('button', { name: 'Inklappen' }).click();
  await expect.poll(() => to.evaluate((field) => field.matches(':focus'))).toBe(true);
  for (let typed = 0; typed < 5; typed += 1) await page.keyboard.press('Backspace');
  await expect.poll(() => chips.allTextContents()).toEqual(['Ahmed Benali', 'els@z.be']);
  await page.keyboard.press('Backspace');
  await expect.poll(() => chips.count()).toBe(1);
  await page.getByLabel('Onderwerp').fill('Opmeten');
  await letter(page).fill('Past dinsdag?');
  await page.getByRole('button', { name: /^Te beantwoorden/ }).click();
  await page.getByRole('button', { name: /^Concepten/ }).click();
  await page.getByRole('button', { name: /Ahmed Benali.*Opmeten/ }).click();
  await expect.poll(() => letter(page).textContent()).toBe('Past dinsdag?');
  await page.getByRole('button', { name: 'Weggooien' }).click();
  await page.getByText('Concept weggegooid.').waitFor();
  await page.keyboard.press('z');
  await expect.poll(() => letter(page).textContent()).toBe('Past dinsdag?');
  await page.getByLabel('Onderwerp').press('Control+Enter');
  await page.getByText(/Ahmed Benali vertrekt over/).waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});
