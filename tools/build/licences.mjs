// Gathers the licence texts of every package that ends up in the product: those bundled (known from the module ids that the
// bundlers report) and those loaded from node_modules (walked from `dependencies`). A package without any text is a failed
// build: we may not ship what we may not pass on.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './paths.mjs';

/** @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly folder: string }} Package */

const LICENCE_FILE = /^(licen[cs]e|copying|notice|ofl)([-._].*)?$/i;
const RULE = '-'.repeat(80);

/** Folders of a package that hold the work of others, with licences of their own. @type {Readonly<Record<string, readonly string[]>>} */
const WITH_OTHERS_INSIDE = { 'pdfjs-dist': ['standard_fonts', 'cmaps', 'wasm'] };

/** @param {string} folder */
const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The package folder a module file lies in, or null for our own code. @param {string} id */
function packageFolder(id) {
  const file = id.replace(/^\0+/, '').replace(/[?#].*$/, '');
  const inPackages = file.lastIndexOf('/node_modules/');
  if (inPackages === -1) return null;
  const [first = '', second = ''] = file.slice(inPackages + '/node_modules/'.length).split('/');
  return join(file.slice(0, inPackages), 'node_modules', first.startsWith('@') ? join(first, second) : first);
}

/** @param {string} folder @returns {Package} */
function describe(folder) {
  const manifest = manifestOf(folder);
  const license = typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? 'unknown');
  return { name: manifest.name, version: manifest.version, license, folder };
}

/** Our run-time dependencies and theirs, as installed. @returns {string[]} */
function runtimeFolders() {
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {string} */ name, /** @type {string} */ from) => {
    for (let up = from; ; up = dirname(up)) {
      const folder = join(up, 'node_modules', name);
      if (existsSync(join(folder, 'package.json'))) {
        if (found.has(folder)) return;
        found.add(folder);
        for (const dependency of Object.keys(manifestOf(folder).dependencies ?? {})) visit(dependency, folder);
        return;
      }
      if (dirname(up) === up) throw new Error(`${name} is needed at run time but not installed`);
    }
  };
  for (const name of Object.keys(manifestOf(at()).dependencies)) visit(name, at());
  return [...found];
}

/** @param {Package} pack @param {Readonly<Record<string, string>>} spoken licence texts by name, for packages that only name theirs */
function textOf(pack, spoken) {
  const files = ['.', ...(WITH_OTHERS_INSIDE[pack.name] ?? [])].flatMap((inside) =>
    readdirSync(join(pack.folder, inside), { withFileTypes: true })
      .filter((file) => file.isFile() && LICENCE_FILE.test(file.name))
      .map((file) => join(pack.folder, inside, file.name)),
  );
  if (files.length > 0) return files.map((file) => readFileSync(file, 'utf8').trim()).join('\n\n');
  const named = spoken[pack.license];
  return named === undefined
    ? null
    : `(This package names the ${pack.license} licence but carries no text of its own. The standard text:)\n\n${named}`;
}

/**
 * The text of THIRD-PARTY-LICENSES.txt.
 * @param {readonly string[]} moduleIds @returns {string}
 */
export function thirdPartyLicences(moduleIds) {
  const folders = new Set([...moduleIds.map(packageFolder).filter((folder) => folder !== null), ...runtimeFolders()]);
  const packages = [...folders]
    .map(describe)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
  const standard = JSON.parse(readFileSync(join(import.meta.dirname, 'standard-licences.json'), 'utf8'));
  const without = packages.filter((pack) => textOf(pack, standard) === null);
  if (without.length > 0)
    throw new Error(`no licence text found for ${without.map((pack) => `${pack.name} (${pack.license})`).join(', ')}`);
  const seen = new Set();
  const parts = packages.filter(
    (pack) => !seen.has(`${pack.name}@${pack.version}`) && seen.add(`${pack.name}@${pack.version}`),
  );
  return [
    'Balie contains the following software by others. Each part stays under its own licence.',
    'Mail provider settings: assets/mail-providers, MPL-2.0 (LICENSE-MPL-2.0.txt beside the data).',
    ...parts.map(
      (pack) => `${RULE}\n${pack.name} ${pack.version} (${pack.license})\n${RULE}\n${textOf(pack, standard)}`,
    ),
    '',
  ].join('\n\n');
}

export const LICENCES_FILE = 'THIRD-PARTY-LICENSES.txt';
