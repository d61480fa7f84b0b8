// The evening on the sofa and the morning after: one key a decision, taken back by one key, and a plan to begin the day with.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

test.each([
  { language: 'nl', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const)('from the first letter to the morning after there is no accessibility fault ($language)', async (look) => {
  const { page, complaints } = await desk.open({ ...look, scene: 'evening' });
  await page.keyboard.press('Shift+A');
  await page.locator('.evening .message').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('p');
  await page.getByRole('dialog').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.goto(page.url().replace('scene=evening', 'scene=evening-done'));
  await page.locator('.evening-decided').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.goto(page.url().replace('scene=evening-done', 'scene=morning'));
  await page.locator('.plan-line').first().waitFor();
  await page.keyboard.press('j');
  await page.locator('.plan-line.chosen').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await desk.leave(page);
});

describe('by keyboard alone', () => {
  test('seven letters are decided with one hand, taken back, answered for opening time, and the day is closed', async () => {
    const { page, complaints } = await desk.open({ scene: 'evening' });
    await page.keyboard.press('Shift+A');
    const who = page.locator('.evening-who');
    await who.getByText('Marleen De Smet').waitFor();

    // Late already: the plan asks by when it will be answered then.
    await page.keyboard.press('p');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('1 van 7 beslist').waitFor();
    await page.locator('.notice', { hasText: 'gepland morgen 9:00' }).waitFor();
    await who.getByText('Ahmed Benali').waitFor();

    await page.keyboard.press('z');
    await who.getByText('Marleen De Smet').waitFor();
    await page.getByText('0 van 7 beslist').waitFor();
    await page.keyboard.press('j');
    await who.getByText('Ahmed Benali').waitFor();

    await page.keyboard.press('r');
    await page.locator('#composer-text:focus').waitFor();
    await page.keyboard.type('We komen morgen langs.');
    await page.getByRole('button', { name: 'Versturen morgen 9:00' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 van 7 beslist').waitFor();

    // An answer that waits comes back into the composer.
    await page.keyboard.press('z');
    await who.getByText('Ahmed Benali').waitFor();
    await page.keyboard.press('r');
    await expect.poll(() => page.locator('#composer-text').innerText()).toBe('We komen morgen langs.');
    await page.keyboard.press('Control+Enter');
    for (let decided = 2; decided <= 7; decided += 1) {
      await page.getByText(`${decided - 1} van 7 beslist`).waitFor();
      await page.keyboard.press('n');
    }
    await page.getByText('7 van 7 beslist').waitFor();
    // Once too often: nothing else begins by it.
    await page.keyboard.press('n');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'De dag is afgesloten' }).waitFor();
    expect(await page.locator('.evening-decided li').count()).toBe(7);
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });

  test('the morning opens with the plan, which is walked, checked off, and printed on one sheet of A4', async () => {
    const { page, complaints } = await desk.open({ scene: 'morning' });
    await page.locator('.plan-line.planned').first().waitFor();
    await page.keyboard.press('j');
    await page.locator('.plan-line.chosen', { hasText: 'Marleen De Smet' }).waitFor();
    await page.keyboard.press('p');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');

    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(paper.match(/\/Type \/Page\b/g)?.length).toBe(1);
    // 210 by 297 mm in points.
    expect(paper).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12]/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.rail').isVisible()).toBe(false);
    expect(await page.locator('.plan-line.planned').first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('checkbox', { name: 'Afvinken: Marleen De Smet' }).click();
    await page.locator('.notice', { hasText: 'Afgehandeld: Marleen De Smet' }).waitFor();
    await page.locator('.plan-line.done', { hasText: 'Marleen De Smet' }).waitFor();
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });
});
