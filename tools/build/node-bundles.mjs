// Bundles what runs on Node: the shell, the two worker entries, the command line; and the preload and the sanitizer script,
// which run in Chromium but are one file each. Every entry becomes one self-contained file, so that a file's own location
// (import.meta.url) says the same in each of them; sharing chunks would save little and move that ground.
import { existsSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { at } from './paths.mjs';

/** Loaded from node_modules at run time: native add-ons and the host. Everything else is bundled (and a devDependency). */
const EXTERNAL = ['electron', 'better-sqlite3', 'keytar'];

/** Node 24 is what Electron 45 carries and what the command line runs on. */
const NODE_TARGET = 'node24';
const CHROMIUM_TARGET = 'chrome140';

/**
 * Imported as a module, node:http has every one of its names read, and three of them make Node load its whole fetch: 65 ms of CPU in
 * each thread that only wants to listen on a port. Asked for as an object it does not.
 * @type {import('rolldown').Plugin}
 */
const httpAlone = {
  name: 'balie-http-alone',
  resolveId: (id) => (id === 'node:http' || id === 'http' ? HTTP_ALONE : null),
  load: (id) => (id === HTTP_ALONE ? httpSource() : null),
};
const HTTP_ALONE = '\0balie-http-alone';

function httpSource() {
  const plain = Object.entries(Object.getOwnPropertyDescriptors(http)).flatMap(([name, held]) =>
    'value' in held ? [name] : [],
  );
  return `const http = process.getBuiltinModule('node:http');\nexport default http;\nexport const { ${plain.join(', ')} } = http;`;
}

/**
 * @typedef {object} Entry
 * @property {string} source
 * @property {string} out relative to dist/
 * @property {'node' | 'browser'} platform
 * @property {'esm' | 'cjs' | 'iife'} format
 */

/** @type {readonly Entry[]} */
export const ENTRIES = [
  { source: 'main/shell/index.ts', out: 'main/index.js', platform: 'node', format: 'esm' },
  { source: 'main/engine/host/worker-entry.ts', out: 'main/engine-worker.js', platform: 'node', format: 'esm' },
  {
    source: 'main/engine/channels/email/parse/parse-worker.ts',
    out: 'main/parse-worker.js',
    platform: 'node',
    format: 'esm',
  },
  { source: 'main/engine/upkeep/upkeep-worker.ts', out: 'main/upkeep-worker.js', platform: 'node', format: 'esm' },
  { source: 'main/cli/index.ts', out: 'cli/balie.js', platform: 'node', format: 'esm' },
  // A sandboxed preload cannot be an ES module (Electron's documentation).
  { source: 'preload/index.ts', out: 'preload/index.cjs', platform: 'browser', format: 'cjs' },
  {
    source: 'renderer/features/conversation/sanitize-mail-global.ts',
    out: 'renderer/sanitize-mail.js',
    platform: 'browser',
    format: 'iife',
  },
];

/** Entries whose source is not in the tree: the build names them all at once rather than failing on the first. */
export const missingEntries = () => ENTRIES.filter((entry) => !existsSync(at(entry.source)));

/**
 * Writes one entry below `folder`; answers the ids of the modules that went in.
 * @param {Entry} entry @param {string} folder @returns {Promise<readonly string[]>}
 */
export async function bundleEntry(entry, folder) {
  const isNode = entry.platform === 'node';
  const bundle = await rolldown({
    input: at(entry.source),
    cwd: at(),
    platform: entry.platform,
    external: [...EXTERNAL, ...(isNode ? [/^node:(?!http$)/] : [])],
    plugins: isNode ? [httpAlone] : [],
    transform: {
      target: isNode ? NODE_TARGET : CHROMIUM_TARGET,
      define: { 'process.env.NODE_ENV': '"production"' },
    },
    onLog(level, log, forward) {
      // An import that nobody provides would only fail at run time, in the owner's hands.
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      forward(level, log);
    },
  });
  try {
    const { output } = await bundle.write({
      file: join(folder, entry.out),
      format: entry.format,
      codeSplitting: false,
      sourcemap: isNode,
      comments: { legal: false },
    });
    return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
  } finally {
    await bundle.close();
  }
}
