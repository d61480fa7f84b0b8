// Where the engine's thread begins. Bundled, once for all files of a run: from source each start strips the types of some hundred
// files, three seconds of work where the app itself takes a third of one.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEntry, ENTRIES } from '../../tools/build/node-bundles.mjs';

const BUILT = process.env['BALIE_BUILT_COMMAND_LINE'];

export const ENGINE_THREAD =
  BUILT === undefined
    ? new URL('../../main/engine/host/worker-entry.ts', import.meta.url)
    : pathToFileURL(join(BUILT, 'dist/main/engine-worker.js'));

/** The engine's thread and those that it starts, into the folder of a program. */
export async function bundleThreads(program: string): Promise<void> {
  const threads = ENTRIES.filter(({ out }) => out.endsWith('-worker.js'));
  await Promise.all(threads.map((thread) => bundleEntry(thread, join(program, 'dist'))));
}
