// The rooms of the house and who may look into which: architecture.md's rules 1 to 3 as tables. The rules read them; a new room
// gets its line here.

/** Longest prefix wins. A path that fits none is outside the walls (config files at the top). */
const ROOMS = [
  'main/domain',
  'main/contract',
  'main/engine/ports',
  'main/engine/store',
  'main/engine/channels',
  'main/engine',
  'main/shell',
  'main/cli',
  'preload',
  'renderer/client',
  'renderer',
  'tests',
  'tools',
  'bench',
  'assets',
] as const;
export type Room = (typeof ROOMS)[number];

const ENGINE = ['main/engine', 'main/engine/ports', 'main/engine/store', 'main/engine/channels'] as const;
const EVERYTHING = ROOMS;

/** Which rooms a room may import from. Its own is always allowed. */
const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  'main/domain': [],
  'main/contract': ['main/domain'],
  'main/engine': ['main/domain', 'main/contract', ...ENGINE],
  'main/engine/ports': ['main/domain', 'main/contract', ...ENGINE],
  'main/engine/store': ['main/domain', 'main/contract', ...ENGINE],
  'main/engine/channels': ['main/domain', 'main/contract', ...ENGINE],
  'main/shell': ['main/domain', 'main/contract', ...ENGINE],
  'main/cli': ['main/domain', 'main/contract', ...ENGINE],
  preload: ['main/contract', 'main/domain'],
  renderer: ['renderer/client', 'main/domain', 'main/contract'],
  'renderer/client': ['renderer', 'main/domain', 'main/contract'],
  tests: EVERYTHING,
  tools: EVERYTHING,
  bench: EVERYTHING,
  assets: [],
};

/** Packages that only some rooms may touch; a package that is not here is free, save in the domain and the contract. */
const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  electron: ['main/shell', 'preload', 'tools', 'tests'],
  'better-sqlite3': ['main/engine/store', 'bench', 'tests'],
  imapflow: ['main/engine/channels', 'bench', 'tests'],
  nodemailer: ['main/engine/channels', 'tests'],
  keytar: ['main/shell/secrets-', 'main/cli/secrets-', 'tests'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer'],
};
const DOMAIN_PACKAGES: readonly string[] = ['date-fns', '@date-fns/tz'];
const CONTRACT_PACKAGES: readonly string[] = ['zod'];

export const roomOf = (path: string): Room | null =>
  ROOMS.filter((room) => path === room || path.startsWith(`${room}/`)).toSorted((a, b) => b.length - a.length)[0] ??
  null;

export const mayImport = (from: Room, to: Room): boolean => from === to || MAY_IMPORT[from].includes(to);

export const featureOf = (path: string): string | null => /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('tests/');

/** Null when allowed, else the sentence that says who may. */
export function packageComplaint(path: string, specifier: string): string | null {
  const name = packageName(specifier);
  const room = roomOf(path);
  if (isTest(path))
    return name === 'electron' && room !== 'tests' && room !== 'tools' ? 'unit tests run without electron' : null;
  if (room === 'main/domain' && !DOMAIN_PACKAGES.includes(name)) {
    return `the domain is pure: it may use ${DOMAIN_PACKAGES.join(' and ')}, not ${name}`;
  }
  if (room === 'main/contract' && ![...DOMAIN_PACKAGES, ...CONTRACT_PACKAGES].includes(name)) {
    return `the contract may use ${CONTRACT_PACKAGES.join(' and ')}, not ${name}`;
  }
  if ((room === 'renderer' || room === 'renderer/client' || room === 'preload') && specifier.startsWith('node:')) {
    return `${room} runs in a sandbox without Node`;
  }
  const allowed = PACKAGE_ROOMS[name.replace(/^electron\/.*/, 'electron')];
  if (allowed === undefined || allowed.some((place) => path.startsWith(place))) return null;
  return `${name} is only for ${allowed.join(', ')}`;
}

function packageName(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
