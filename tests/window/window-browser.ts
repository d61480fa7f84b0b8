// The window without the app: built once by Vite, shown by this machine's Chromium, and renderer/dev answers for the engine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../tools/setup/find-chromium.mjs';
import { serveFolder } from './serve-folder.ts';

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
  /** Hands a desk back at the end of its story. One whose story broke off is not handed back, and never used again. */
  readonly leave: (page: Page) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** The pages under renderer/dev as one bundle in that folder, with React's own warnings in them. */
export async function buildFixture(folder: string): Promise<void> {
  const page = (name: string): string => join(root, 'renderer/dev', `${name}.html`);
  await build({
    configFile: join(root, 'renderer/vite.config.ts'),
    mode: 'development',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      // Every page reads all of it anew: small, each opens a fifth sooner.
      minify: true,
      rolldownOptions: { input: { fixture: page('fixture'), sanitizer: page('sanitizer') } },
    },
  });
}

/** Where `npm test` has built them already, once for all files. */
const BUILT = process.env['BALIE_BUILT_FIXTURE'];

export async function startWindowBrowser(): Promise<WindowBrowser> {
  const own = BUILT === undefined ? mkdtempSync(join(tmpdir(), 'balie-window-')) : null;
  if (own !== null) await buildFixture(own);
  const server = await serveFolder(own ?? BUILT ?? '');
  const { address } = server;
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
  // A page takes three times as long to open as to load anew: a process, and every script read for the first time.
  const idle: Page[] = [];
  return {
    browser,
    address,
    open: async ({ scene = 'desk', language = 'nl', theme = 'light', width = 1280, height = 800 } = {}) => {
      const page = idle.pop() ?? (await browser.newPage({ reducedMotion: 'reduce' }));
      await page.setViewportSize({ width, height });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`${address}dev/fixture.html?scene=${scene}&lang=${language}&theme=${theme}`);
      await page.locator('.rail, .welcome').first().waitFor();
      return { page, complaints };
    },
    leave: async (page) => {
      // A page of the same origin that does not exist: what the desk writes as it goes is cleared too.
      await page.goto(`${address}nothing`);
      await page.evaluate('localStorage.clear(); sessionStorage.clear();');
      page.removeAllListeners();
      await page.emulateMedia({ media: null, reducedMotion: 'reduce' });
      await page.mouse.move(-1, -1);
      idle.push(page);
    },
    close: async () => {
      await browser.close();
      await server.close();
      if (own !== null) rmSync(own, { recursive: true, force: true });
    },
  };
}
