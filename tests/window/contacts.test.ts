// The customer card and the list of people, by keyboard, without an accessibility fault.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test('the card opens by one key, takes a word, merges two, and gives everything back by another', async () => {
  const { page, complaints } = await desk.open();
  await page.locator('.queue-row').filter({ hasText: 'Sofie Vermeulen' }).click();
  const card = page.getByRole('complementary', { name: 'Klantkaart' });
  expect(await card.count()).toBe(0);
  await page.keyboard.press('x');
  await card.getByRole('heading', { name: 'Sofie Vermeulen' }).waitFor();
  await card.getByText('Is dit dezelfde persoon?').waitFor();
  expect(await faults(page)).toEqual([]);

  await card.getByLabel('Label toevoegen').fill('haast');
  await page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Label haast weghalen' }).waitFor();
  await card.getByLabel('Notitie').fill('Sleutel bij de buren');
  await card.getByLabel('Notitie').blur();
  await page.getByText('Notitie over Sofie Vermeulen bewaard').waitFor();
  await page.keyboard.press('z');
  await card.getByText('Werkt met ons sinds').waitFor();

  await card.getByRole('button', { name: 'Zelfde persoon' }).click();
  await card.getByText('sofie@vermeulen-interieur.be', { exact: true }).waitFor();
  await card.getByRole('button', { name: 'Weer splitsen' }).click();
  await card.getByText('sofie@vermeulen-interieur.be', { exact: true }).waitFor({ state: 'detached' });
  await card.getByRole('heading').first().click();
  await card.focus();
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

describe('everybody in a list', () => {
  test('is searched, walked through by arrows, added to by hand, and leads to the conversations', async () => {
    const { page, complaints } = await desk.open({ language: 'en', theme: 'dark' });
    await page.locator('#queue-list').focus();
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    const list = page.getByRole('listbox', { name: 'Contacts' });
    await list.getByRole('option').first().waitFor();
    await page.keyboard.type('marl');
    await list.getByRole('option', { name: /Marleen De Smet/ }).waitFor();
    await list.focus();
    await page.keyboard.press('ArrowDown');
    const card = page.getByRole('complementary', { name: 'Customer card' });
    await card.getByRole('heading', { name: 'Marleen De Smet' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).last().fill('Zeno Daems');
    await page.getByLabel('Mail address, number or link').fill('0471 12 34 56');
    await page.keyboard.press('Enter');
    await card.getByRole('heading', { name: 'Zeno Daems' }).waitFor();
    await card.getByRole('button', { name: '+32 471 12 34 56' }).waitFor();
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });

  test('grows by an address book, which is told about first', async () => {
    const { page, complaints } = await desk.open();
    await page.getByRole('button', { name: 'Contacten' }).click();
    await page.getByRole('button', { name: 'Inlezen' }).click();
    await page.getByRole('button', { name: 'Bestand kiezen' }).click();
    await page.getByText('212 kaarten: 187 nieuw').waitFor();
    await page.getByRole('button', { name: 'Nu bewaren' }).click();
    await page.getByText('Adresboek ingelezen: 187 nieuw').waitFor();
    // Who may stand in it twice is counted beside the list.
    await page.getByRole('button', { name: 'Misschien staat iemand er dubbel in' }).click();
    await page.getByText('zelfde naam, zelfde bedrijf').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Iemand anders' }).click();
    await page.getByText('Niemand lijkt hier tweemaal te staan.').waitFor();
    await page.getByRole('button', { name: 'Alle contacten' }).click();
    await page.getByRole('listbox', { name: 'Contacten' }).getByRole('option').first().waitFor();
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });
});
