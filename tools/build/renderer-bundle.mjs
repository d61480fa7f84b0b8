// Builds the window's page by its own Vite configuration, into another folder and with a note of what went in.
import { join } from 'node:path';
import { build } from 'vite';
import { at } from './paths.mjs';

/**
 * Writes the page below `folder`/renderer; answers the ids of the modules that went in.
 * @param {string} folder @returns {Promise<readonly string[]>}
 */
export async function bundleRenderer(folder) {
  /** @type {Set<string>} */
  const ids = new Set();
  await build({
    configFile: at('renderer/vite.config.ts'),
    logLevel: 'warn',
    plugins: [
      {
        name: 'balie-note-modules',
        generateBundle() {
          for (const id of this.getModuleIds()) ids.add(id);
        },
      },
    ],
    build: {
      outDir: join(folder, 'renderer'),
      // The folder is new, and the sanitizer script is being written into it at the same time.
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  });
  return [...ids];
}
