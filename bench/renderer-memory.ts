// What stays in the window's memory after conversations were opened and left again: heap, nodes, documents (each HTML mail is one)
// and listeners, after a collection, in this machine's Chromium with the fixture desk for an engine.
//
//   node bench/renderer-memory.ts [conversations]
import { startWindowBrowser } from '../tests/window/window-browser.ts';

const OPENED = Number(process.argv[2] ?? 500);
/** Until caches of the browser and of React stand. */
const WARM_UP = 40;
/** A line for so many, so that what grows is seen to grow. */
const EACH = 50;
const COUNTED = ['JSHeapUsedSize', 'Nodes', 'Documents', 'Frames', 'JSEventListeners'];

const desk = await startWindowBrowser();
const { page } = await desk.open({ scene: 'long' });
const probe = await page.context().newCDPSession(page);
await probe.send('Performance.enable');

async function measured(): Promise<readonly number[]> {
  await probe.send('HeapProfiler.collectGarbage');
  await probe.send('HeapProfiler.collectGarbage');
  const { metrics } = await probe.send('Performance.getMetrics');
  return COUNTED.map((name) => metrics.find((metric) => metric.name === name)?.value ?? 0);
}

/** Between a short one with pictures and two thousand messages of which all in sight stand open, frames among them. */
async function openSome(count: number): Promise<void> {
  const rows = page.getByRole('option');
  for (let at = 0; at < count; at += 1) {
    await rows.nth(at % 2).click();
    await page.locator('.story .message').first().waitFor();
    if (at % 2 === 0) continue;
    await page.keyboard.press('t');
    await page.locator('.story iframe').first().waitFor();
  }
  await rows.nth(0).click();
  await page.locator('.story iframe').first().waitFor({ state: 'detached' });
}

const shown = (name: string, value: number): string =>
  (name === 'JSHeapUsedSize' ? (value / 1024 / 1024).toFixed(1) : String(value)).padStart(name.length + 2);
const line = async (opened: number): Promise<string> => {
  const values = await measured();
  return String(opened).padStart(6) + COUNTED.map((name, index) => shown(name, values[index] ?? 0)).join('');
};

console.log(`opened${COUNTED.map((name) => `  ${name}`).join('')}`);
await openSome(WARM_UP);
console.log(await line(0));
for (let opened = 0; opened < OPENED; opened += EACH) {
  await openSome(Math.min(EACH, OPENED - opened));
  console.log(await line(Math.min(OPENED, opened + EACH)));
}
await desk.close();
