// Electron's own runtime: there, fetched, or not to be had. A HEAD request with a short limit comes first, so that a silent
// firewall costs seconds and not minutes; a miss is remembered for a day.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, cache } from '../build/paths.mjs';
import { runStep } from './child.mjs';
import { say } from './say.mjs';

/** @typedef {{ readonly kind: 'there', readonly binary: string } | { readonly kind: 'missing', readonly why: string }} Runtime */

const folder = at('node_modules/electron');
const missFile = join(cache, 'electron-missing');
const ASK_LIMIT_MS = 5_000;
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
const REMEMBER_MISS_MS = 24 * 3_600_000;

/** @returns {string | null} */
export function electronAtHand() {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

function rememberedMiss() {
  const stat = statSync(missFile, { throwIfNoEntry: false });
  if (stat === undefined || Date.now() - stat.mtimeMs > REMEMBER_MISS_MS) return null;
  return readFileSync(missFile, 'utf8');
}

/** Why the download would fail, or null. @returns {Promise<string | null>} */
async function askForDownload() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // The same names as @electron/get.
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  const url = `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const { status } = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(ASK_LIMIT_MS),
    });
    return status < 400 ? null : `its download site answers ${status}`;
  } catch (error) {
    const { name, cause } = /** @type {Error & { cause?: NodeJS.ErrnoException }} */ (error);
    return `its download site cannot be reached: ${cause?.code ?? name}`;
  }
}

/**
 * @param {{ readonly isInsisted: boolean }} options isInsisted: ask again although a miss is remembered
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime({ isInsisted }) {
  const binary = electronAtHand();
  if (binary !== null) return { kind: 'there', binary };
  const remembered = isInsisted ? null : rememberedMiss();
  if (remembered !== null) return { kind: 'missing', why: remembered };

  const refusal = await askForDownload();
  if (refusal === null) {
    say('downloading the Electron runtime (120 MB, once) ...');
    runStep(process.execPath, [join(folder, 'install.js')], { timeoutMs: DOWNLOAD_LIMIT_MS });
    const fetched = electronAtHand();
    if (fetched !== null) {
      rmSync(missFile, { force: true });
      return { kind: 'there', binary: fetched };
    }
  }
  const why = refusal ?? 'its download failed';
  mkdirSync(cache, { recursive: true });
  writeFileSync(missFile, why);
  return { kind: 'missing', why };
}
