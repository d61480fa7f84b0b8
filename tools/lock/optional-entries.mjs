// Optional packages that the lock file does not know. npm leaves out what the registry at hand does not have (the binaries of
// other platforms, mostly), and then `npm ci` refuses the very lock that npm wrote. An entry with the platform in it is what
// npm writes where the registry has them; on other platforms nobody fetches it.

/**
 * @typedef {{ readonly version?: string, readonly dev?: boolean, readonly optional?: boolean,
 *   readonly optionalDependencies?: Readonly<Record<string, string>>, readonly os?: readonly string[],
 *   readonly cpu?: readonly string[], readonly libc?: readonly string[] }} LockEntry
 * @typedef {Readonly<Record<string, LockEntry>>} LockEntries
 */

const EXACT = /^\d+\.\d+\.\d+$/;
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  armhf: 'arm',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
};

/** Where Node would find `name` from the package at `from`, nearest first. @param {string} from @param {string} name */
function placesOf(from, name) {
  const parts = from === '' ? [] : from.split('/node_modules/');
  const nested = parts.map(
    (_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...nested, `node_modules/${name}`];
}

/**
 * A name like @oxlint/binding-linux-arm64-musl says what it is for. Null: it does not.
 * @param {string} name @returns {Pick<LockEntry, 'os' | 'cpu' | 'libc'> | null}
 */
export function platformIn(name) {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = Object.entries(PROCESSORS).find(([word]) => words.includes(word))?.[1];
  if (processor === undefined || (system === undefined && processor !== 'wasm32')) return null;
  const libc =
    words.includes('musl') || words.includes('musleabihf')
      ? 'musl'
      : words.includes('gnu') || words.includes('gnueabihf')
        ? 'glibc'
        : null;
  return {
    cpu: [processor],
    ...(libc === null ? {} : { libc: [libc] }),
    ...(system === undefined ? {} : { os: [system] }),
  };
}

/**
 * The entries that are missing, by path.
 * @param {LockEntries} entries @returns {Record<string, LockEntry>}
 */
export function missingOptionalEntries(entries) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [from, { dev, optionalDependencies = {} }] of Object.entries(entries)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const known = placesOf(from, name).find((path) => path in entries || path in missing);
      // A range is met by what npm put there; an exact version must be that one.
      const isMet =
        known !== undefined && (!EXACT.test(version) || (entries[known] ?? missing[known])?.version === version);
      if (isMet) continue;
      const platform = platformIn(name);
      if (platform === null)
        throw new Error(`${name}, optional for ${from}, is not in the lock, and its name does not tell its platform`);
      const path = known === undefined ? `node_modules/${name}` : `${from}/node_modules/${name}`;
      missing[path] = { version, ...platform, ...(dev === true ? { dev } : {}), optional: true };
    }
  }
  return missing;
}
