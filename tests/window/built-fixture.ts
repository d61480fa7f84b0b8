// Before all tests of the window: its pages are built, once for all files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFixture } from './window-browser.ts';

// As a global setup has it.
// oxlint-disable-next-line import/no-default-export
export default async function setUp(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-fixture-'));
  await buildFixture(folder);
  process.env['BALIE_BUILT_FIXTURE'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
