// The window as its owner uses it: by keyboard, in both languages and themes, without an accessibility fault.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessibility.ts';
import { startWindowBrowser, type WindowBrowser } from './window-browser.ts';

let desk: WindowBrowser;
beforeAll(async () => {
  desk = await startWindowBrowser();
});
afterAll(() => desk.close());

/** Both languages and both themes in two looks: words know nothing of colours. */
const CORNERS = [
  { language: 'nl', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

describe.each(CORNERS)('in $language, $theme', (look) => {
  test('the desk has no accessibility fault while one reads, chooses and explains', async () => {
    const { page, complaints } = await desk.open(look);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    expect(await faults(page)).toEqual([]);
    for (const key of ['h', 'i', '?', 'Control+k']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('r');
    await page.locator('#composer-text:focus').waitFor();
    await page.keyboard.type('/kl');
    await page.getByRole('option', { name: '/klacht' }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await desk.leave(page);
  });
});

describe.each(CORNERS)('in $language, $theme', (look) => {
  test.each(['welcome', 'empty', 'offline', 'password', 'first-sync', 'demo'])(
    'the scene %s has no accessibility fault',
    async (scene) => {
      const { page, complaints } = await desk.open({ ...look, scene });
      expect(await faults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await desk.leave(page);
    },
  );

  test('no sheet of the settings has an accessibility fault', async () => {
    const { page } = await desk.open(look);
    await page.getByRole('button', { name: look.language === 'nl' ? 'Instellingen' : 'Settings' }).click();
    const tabs = page.locator('.settings-tabs button');
    for (let at = 0; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click();
      expect(await faults(page)).toEqual([]);
    }
    await desk.leave(page);
  });
});

describe('by keyboard alone', () => {
  test('the owner walks the list, handles a conversation and takes it back', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    const selected = page.getByRole('option', { selected: true });
    await expect.poll(() => selected.textContent()).toContain('Marleen De Smet');
    await page.keyboard.press('e');
    await page.getByText('Afgehandeld: Marleen De Smet').waitFor();
    // On to the next one by itself.
    await expect.poll(() => selected.textContent()).toContain('Ahmed Benali');
    await page.keyboard.press('z');
    await expect.poll(() => selected.textContent()).toContain('Marleen De Smet');
    await desk.leave(page);
  });

  test('a saved reply goes in as one undo step, and its empty field blocks sending', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Goeiedag. ');
    await page.keyboard.type('/klacht');
    await page.keyboard.press('Enter');
    const field = page.locator('#composer-text');
    await expect.poll(() => field.innerText()).toContain('Goeiedag. Dag Marleen,');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Vul eerst dit veld in').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field.innerText()).toBe('Goeiedag. ');
    await desk.leave(page);
  });

  test('a question in a saved reply is asked before it goes in', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('/offerte');
    await page.keyboard.press('Enter');
    await page.getByLabel('Tegen wanneer').fill('vrijdag');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#composer-text').innerText()).toContain('uiterlijk vrijdag.');
    await desk.leave(page);
  });

  test('a saved reply that fits is one click away, with the words it fits', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /Offerte komt eraan.*offerte/i }).click();
    await page.getByLabel('Tegen wanneer').fill('morgen');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#composer-text').innerText()).toContain('uiterlijk morgen.');
    await desk.leave(page);
  });

  test('an answer can be taken back into the composer before it leaves', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('Ik kom morgen.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/Antwoord aan Marleen De Smet vertrekt over/).waitFor();
    await page.keyboard.press('z');
    await expect.poll(() => page.locator('#composer-text').innerText()).toBe('Ik kom morgen.');
    await desk.leave(page);
  });

  test('"5 / 6" is a fraction and no saved reply', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('5 / 6 en/of 7');
    await expect.poll(() => page.locator('#composer-text').innerText()).toBe('5 / 6 en/of 7');
    await desk.leave(page);
  });

  test('snoozing past the reply-by asks for a new one in the same step', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('h');
    await page.getByLabel('Of schrijf zelf een moment').fill('vrijdag 10u');
    await page.keyboard.press('Enter');
    await page.getByText(/Wanneer wil je nu geantwoord hebben/).waitFor();
    await page.keyboard.press('1');
    await expect
      .poll(() => page.locator('.notice').textContent())
      .toContain('Marleen De Smet komt terug vrijdag 10:00');
    await desk.leave(page);
  });

  test('a moment in the owner’s own words says what it means, and what else, before it is taken', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.locator('.message').first().waitFor();
    await page.keyboard.press('w');
    const field = page.getByLabel('Of schrijf zelf een moment');
    const reads = page.locator('.when-reads');
    await field.fill('gisteren');
    await expect.poll(() => reads.textContent()).toContain('al voorbij');
    await field.fill('volgende vrijdag 20u');
    await expect.poll(() => reads.textContent()).toContain('vrijdag 22 mei 20:00');
    expect(await reads.textContent()).toContain('Dan is je zaak gesloten.');
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'vrijdag 15 mei 20:00?' }).click();
    await expect.poll(() => page.locator('.notice').textContent()).toContain('antwoord voor vrijdag 20:00');
    await desk.leave(page);
  });

  test('a customer who did not answer is for now, and is followed up by one key', async () => {
    const { page } = await desk.open();
    await page.getByRole('option', { name: /Ilse Van Damme.*nog niets gehoord.*sinds do 7 mei/i }).click();
    await page.locator('.moment-mark').getByText('nog niets gehoord (sinds do 7 mei)').waitFor();
    await page.keyboard.press('o');
    await page.getByRole('dialog', { name: 'Antwoord verwacht voor' }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('3');
    await expect.poll(() => page.locator('.notice').textContent()).toContain('Ilse Van Damme: antwoord verwacht voor');
    await desk.leave(page);
  });

  test('search finds as one types, and Esc leads back to the list', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('/');
    await page.keyboard.type('offerte');
    await expect.poll(() => page.locator('.hit mark').last().textContent()).toMatch(/^offerte/i);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#queue-list').isVisible()).toBe(true);
    await desk.leave(page);
  });
});

describe('the window', () => {
  test('asks on the road whether the opening hours travel along, once', async () => {
    const context = await desk.browser.newContext({ timezoneId: 'Europe/Lisbon' });
    const page = await context.newPage();
    await page.goto(`${desk.address}dev/fixture.html?scene=desk&lang=nl&theme=light`);
    const line = page.getByText('Je computer staat op Lissabon. Openingsuren blijven Brussel.');
    await line.waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zo laten' }).click();
    await line.waitFor({ state: 'detached' });
    await context.close();
  });

  test('shows twelve conversations at 1280 by 800', async () => {
    const { page } = await desk.open();
    const whole = await page
      .locator('.queue-option')
      .evaluateAll((rows, height) => rows.filter((row) => row.getBoundingClientRect().bottom <= height).length, 800);
    expect(whole).toBeGreaterThanOrEqual(12);
    // Nothing in a row is higher than its place: it would lie over its neighbours.
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.queue-row')].filter((row) => row.scrollHeight > row.clientHeight).map((row) => row.textContent)`,
      ),
    ).toEqual([]);
    await desk.leave(page);
  });

  test('loses nothing at 200 %: list and conversation each have the room, and nothing runs off sideways', async () => {
    const { page } = await desk.open({ width: 640, height: 400 });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.message').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= 640')).toBe(true);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Terug' }).click();
    await page.locator('#queue-list').waitFor();
    await desk.leave(page);
  });

  test('comes back to the same conversation after a reload', async () => {
    const { page } = await desk.open();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Deur van de winkel sluit niet meer' }).waitFor();
    await page.reload();
    const title = page.locator('.conversation-head h2');
    await expect.poll(() => title.textContent()).toBe('Deur van de winkel sluit niet meer');
    await desk.leave(page);
  });
});
