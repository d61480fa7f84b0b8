// What a package must hold and what it may hold. Anything that is neither is too much: a source, a test, a secret, a stand-in.

/** Without each of these the packed app does not work, or may not be passed on. */
export const NEEDED = [
  'package.json',
  'LICENSE',
  'dist/main/index.js',
  'dist/main/engine-worker.js',
  'dist/main/parse-worker.js',
  'dist/main/upkeep-worker.js',
  'dist/preload/index.cjs',
  'dist/renderer/index.html',
  'dist/assets/mail-providers/ispdb.json',
  'dist/assets/mail-providers/nl-be-extra.json',
  'dist/assets/mail-providers/LICENSE-MPL-2.0.txt',
  'dist/THIRD-PARTY-LICENSES.txt',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/keytar/package.json',
  'node_modules/keytar/lib/keytar.js',
  'node_modules/keytar/LICENSE.md',
];

/** The operating system loads these; they must lie beside the archive and not in it. @param {string} target as in linux-x64 */
export const neededUnpacked = (target) => [
  `node_modules/better-sqlite3/prebuilds/${target}.node`,
  `node_modules/keytar/prebuilds/${target}/keytar.node`,
];

const ALLOWED = [
  /^dist\/renderer\/assets\/[^/]+\.(?:js|css|woff2|svg|png)$/,
  // Decoders of scanned pages, which pdf.js loads by name.
  /^dist\/renderer\/assets\/pdf\/[a-z0-9_]+_nowasm_fallback\.js$/,
  /^dist\/assets\/(?:demo|icon|tray|mail-providers)\/[^/]+$/,
  /^node_modules\/better-sqlite3\/lib\/(?:[^/]+\/)?[^/]+\.js$/,
];

/**
 * @param {{ readonly packed: readonly string[], readonly unpacked: readonly string[], readonly target: string }} package paths with /
 * @returns {readonly string[]} what is wrong; nothing when all is well
 */
export function faultsOf({ packed, unpacked, target }) {
  const unpackedNeeded = neededUnpacked(target);
  const isAllowed = (/** @type {string} */ path) =>
    NEEDED.includes(path) || ALLOWED.some((pattern) => pattern.test(path));
  return [
    ...NEEDED.filter((path) => !packed.includes(path)).map((path) => `missing: ${path}`),
    ...unpackedNeeded.filter((path) => !unpacked.includes(path)).map((path) => `missing beside the archive: ${path}`),
    ...packed.filter((path) => !isAllowed(path)).map((path) => `too much: ${path}`),
    ...unpacked.filter((path) => !unpackedNeeded.includes(path)).map((path) => `too much beside the archive: ${path}`),
  ];
}
