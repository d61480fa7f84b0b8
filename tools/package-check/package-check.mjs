// `npm run package-check`: packs the app for this machine's kind of Linux as electron-builder would, around a fake Electron, and
// looks at what came out: the files in the archive and beside it, and the fuses.
import { getRawHeader } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { at, root } from '../build/paths.mjs';
import { FUSES } from '../packaging/set-fuses.mjs';
import { ensureBuilt } from '../setup/built-app.mjs';
import { runMain, say, StepFailed } from '../setup/say.mjs';
import { faultsOf } from './contents.mjs';
import { writeFakeElectron } from './fake-electron.mjs';

/** @param {string} folder @param {string} from @returns {string[]} */
function filesBelow(folder, from = folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path, from) : [relative(from, path).split(sep).join('/')];
  });
}

/**
 * Files that really are in the archive; those beside it are listed in its header as well.
 * @param {import('@electron/asar').DirectoryRecord['files']} files @param {string} prefix @returns {string[]}
 */
function packedFiles(files, prefix = '') {
  return Object.entries(files).flatMap(([name, entry]) => {
    if ('files' in entry) return packedFiles(entry.files, `${prefix}${name}/`);
    return 'unpacked' in entry && entry.unpacked ? [] : [prefix + name];
  });
}

/** @param {string} program @returns {Promise<string[]>} */
async function fuseFaults(program) {
  const wire = /** @type {Readonly<Record<string, number>>} */ (
    /** @type {unknown} */ (await getCurrentFuseWire(program))
  );
  return Object.entries(FUSES)
    .filter(([fuse, isOn]) => wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse]) => `fuse not as decided: ${FuseV1Options[Number(fuse)]}`);
}

/** @param {string} folder */
function pack(folder) {
  const electron = join(folder, 'electron');
  writeFakeElectron(electron);
  const builder = at('node_modules/electron-builder/cli.js');
  const args = [
    '--linux',
    'dir',
    '--publish',
    'never',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(folder, 'out')}`,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(stdout + stderr);
    throw new StepFailed('Packing with electron-builder', 'See the lines above.');
  }
  const name = readdirSync(join(folder, 'out')).find(
    (entry) => entry.startsWith('linux') && entry.endsWith('unpacked'),
  );
  return join(folder, 'out', name ?? '');
}

await runMain(async () => {
  ensureBuilt(process.execPath);
  const folder = mkdtempSync(join(tmpdir(), 'balie-package-'));
  try {
    const packedApp = pack(folder);
    const archive = join(packedApp, 'resources/app.asar');
    const packed = packedFiles(getRawHeader(archive).header.files);
    const unpacked = filesBelow(`${archive}.unpacked`);
    const beside = readdirSync(join(packedApp, 'resources')).filter(
      (name) => !['app.asar', 'app.asar.unpacked'].includes(name),
    );
    const faults = [
      ...faultsOf({ packed, unpacked, target: `linux-${process.arch}` }),
      ...beside.map((name) => `too much in resources: ${name}`),
      ...(await fuseFaults(join(packedApp, 'balie'))),
    ];
    for (const fault of faults) say(fault);
    const megabytes = (statSync(archive).size / 1e6).toFixed(1);
    say(
      `package: ${packed.length} files in the archive (${megabytes} MB), ${unpacked.length} beside it, ${Object.keys(FUSES).length} fuses: ${faults.length === 0 ? 'good' : `${faults.length} faults`}`,
    );
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
