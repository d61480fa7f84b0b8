// What stays in the window's memory after conversations were opened and left again: heap, nodes, documents (each HTML mail is one)
// and listeners, after a collection, in this machine's Chromium with the fixture desk for an engine.
//
//   node bench/renderer-memory.ts [conversations]
import { startWindowBrowser } from '../tests/window/window-browser.ts';

const OPENED = Number(process.argv[2] ?? 500);
/** Until caches of the browser and of React stand. */
const WARM_UP = 40;
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

await openSome(WARM_UP);
const before = await measured();
const startedAt = performance.now();
await openSome(OPENED);
const took = performance.now() - startedAt;
const after = await measured();
await desk.close();

console.log(`${OPENED} conversations opened in ${Math.round(took / 1_000)} s`);
COUNTED.forEach((name, index) => {
  const scale = name === 'JSHeapUsedSize' ? 1024 * 1024 : 1;
  const shown = (value: number | undefined): string => ((value ?? 0) / scale).toFixed(scale === 1 ? 0 : 1);
  console.log(`${name.padEnd(18)} ${shown(before[index]).padStart(8)} -> ${shown(after[index]).padStart(8)}`);
});
