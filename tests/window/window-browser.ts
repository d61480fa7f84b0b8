// The window without the app: Vite serves it, this machine's Chromium shows it, and renderer/dev answers for the engine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { findChromium } from '../../tools/setup/find-chromium.mjs';

export const root = join(import.meta.dirname, '../..');

export type Wish = {
  readonly scene: string;
  readonly language: 'nl' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
};

export type WindowBrowser = {
  readonly browser: Browser;
  readonly address: string;
  /** Opens the fixture desk; what the page threw or logged as an error is kept in `complaints`. */
  readonly open: (wish?: Partial<Wish>) => Promise<{ readonly page: Page; readonly complaints: readonly string[] }>;
  readonly close: () => Promise<void>;
};

export async function startWindowBrowser(): Promise<WindowBrowser> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'balie-window-'));
  const server: ViteDevServer = await createServer({
    configFile: join(root, 'renderer/vite.config.ts'),
    cacheDir,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  return {
    browser,
    address,
    open: async ({ scene = 'desk', language = 'nl', theme = 'light', width = 1280, height = 800 } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`${address}dev/fixture.html?scene=${scene}&lang=${language}&theme=${theme}`);
      await page.locator('.rail, .welcome').first().waitFor();
      return { page, complaints };
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}
