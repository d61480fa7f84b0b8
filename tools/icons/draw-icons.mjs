// Draws the PNGs of the app and tray marks from their SVGs, in a headless Chromium so that they look as drawn. Run by hand after
// an SVG was changed: `node tools/icons/draw-icons.mjs`; the results are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { at } from '../build/paths.mjs';

/** Tray marks at one, one and a half, and two times their size: Electron picks by the @ in the name. */
const TRAY_SIZES = /** @type {const} */ ([
  [16, ''],
  [24, '@1.5x'],
  [32, '@2x'],
]);
/** The window's own, and the one from which the installers make their formats (electron-builder looks for icon.png). */
const ICONS = /** @type {const} */ ([
  [512, 'balie-512'],
  [1024, 'icon'],
]);

const browser = await chromium.launch({
  executablePath: process.env.BALIE_CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

/** @param {string} source @param {number} size @param {string} target */
async function draw(source, size, target) {
  await page.setViewportSize({ width: size, height: size });
  const svg = readFileSync(at('assets', source), 'utf8').replace(
    /width="\d+" height="\d+"/,
    `width="${size}" height="${size}"`,
  );
  await page.setContent(
    `<!doctype html><style>html,body{margin:0;background:transparent}svg{display:block}</style>${svg}`,
  );
  writeFileSync(at('assets', target), await page.screenshot({ omitBackground: true }));
}

for (const [size, name] of ICONS) await draw('icon/balie.svg', size, `icon/${name}.png`);
for (const mark of ['calm', 'alert', 'calmTemplate', 'alertTemplate']) {
  for (const [size, suffix] of TRAY_SIZES) await draw(`tray/${mark}.svg`, size, `tray/${mark}${suffix}.png`);
}
await browser.close();
