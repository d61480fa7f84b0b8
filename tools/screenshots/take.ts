// Takes the pictures of the app that the README and a reviewer's eye need: the real app on a fresh demo desk, in both languages
// and themes, at the size it is designed for. `npm run screenshots` writes docs/images/desk.png and, for looking only,
// .cache/screenshots/. Run it after every visible change.
import { _electron, type Page } from '@playwright/test';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import prepareHost from '../../tests/e2e/prepare-host.ts';
import { root, at } from '../build/paths.mjs';
import type { BalieBridge } from '../../main/contract/bridge.ts';
import type { Settings } from '../../main/contract/settings.ts';

const PICTURES = at('.cache/screenshots');
const SIZE = { width: 1280, height: 800 };

declare global {
  interface Window {
    readonly balie: BalieBridge;
  }
}

type Look = { readonly language: 'nl' | 'en'; readonly theme: 'light' | 'dark' };
const LOOKS: readonly Look[] = [
  { language: 'nl', theme: 'light' },
  { language: 'nl', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
];

prepareHost();
mkdirSync(PICTURES, { recursive: true });
mkdirSync(at('docs/images'), { recursive: true });
const dataFolder = mkdtempSync(join(tmpdir(), 'balie-pictures-'));
const app = await _electron.launch({
  args: [root],
  cwd: root,
  env: { ...process.env, BALIE_DATA: dataFolder },
});
try {
  await takeAll(await app.firstWindow());
} finally {
  await app.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
copyFileSync(join(PICTURES, 'nl-light-desk.png'), at('docs/images/desk.png'));

async function takeAll(page: Page): Promise<void> {
  await page.setViewportSize(SIZE);
  await page.getByRole('main').waitFor();
  for (const look of LOOKS) {
    await wear(page, look);
    await picture(page, look, 'welcome');
  }
  // The window reloads into the demo, and takes this very call with it.
  await page.evaluate(async () => window.balie.shell('shell.enterDemo', {})).catch(() => null);
  await page.getByRole('listbox').first().waitFor();
  for (const look of LOOKS) {
    await wear(page, look);
    await page.keyboard.press('Escape');
    await page.getByRole('option').nth(1).click();
    await page.waitForTimeout(400);
    await picture(page, look, 'desk');
    await page.keyboard.press('i');
    await picture(page, look, 'rank');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await picture(page, look, 'keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await picture(page, look, 'snooze');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.locator('.search-pane input, [role=combobox]').first().fill('eik');
    await page.waitForTimeout(300);
    await picture(page, look, 'search');
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /instellingen|settings/i })
      .first()
      .click();
    await page.waitForTimeout(300);
    await picture(page, look, 'settings');
    await page
      .getByRole('button', { name: /^(ter info|for information)/i })
      .first()
      .click();
    await page.getByRole('option').first().click();
    await page.waitForTimeout(500);
    await picture(page, look, 'newsletter');
    await page
      .getByRole('button', { name: /^(nu|now)/i })
      .first()
      .click();
  }
}

async function wear(page: Page, look: Look): Promise<void> {
  await page.evaluate(
    async (part: Pick<Settings, 'language' | 'theme'>) => window.balie.call('settings.set', part),
    look,
  );
  await page.waitForTimeout(300);
}

async function picture(page: Page, look: Look, name: string): Promise<void> {
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(PICTURES, `${look.language}-${look.theme}-${name}.png`) });
}
