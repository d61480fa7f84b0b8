// The report: its figures, and the answers behind each of them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test.each([
  { language: 'nl', theme: 'light', report: 'Rapport', inTime: 'op tijd', close: 'Lijst sluiten' },
  { language: 'en', theme: 'dark', report: 'Report', inTime: 'in time', close: 'Close the list' },
] as const)('each number opens the answers behind it ($language)', async (words) => {
  const { page, complaints } = await desk.open(words);
  await page.getByRole('button', { name: words.report, exact: true }).click();
  const answered = page.locator('.report-tiles button').first();
  await answered.locator('.number').waitFor();
  expect(await answered.locator('.number').textContent()).toBe('71');
  expect(await faults(page)).toEqual([]);

  await page.locator('.report-tiles button', { hasText: words.inTime }).click();
  await page.locator('.report-behind li').first().waitFor();
  const late = await page.locator('.report-behind li').count();
  expect(await page.locator('.report-behind .trouble').count()).toBe(late);
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: words.close }).click();
  expect(await page.locator('.report-behind').count()).toBe(0);

  await page.locator('.report-part details summary').first().click();
  expect(await page.locator('.report-table').first().locator('tbody tr').count()).toBe(3);
  await page.locator('.bar').first().click();
  await page.locator('.report-behind li button').first().click();
  await page.locator('.story').waitFor();
  expect(complaints).toEqual([]);
  await desk.leave(page);
});
