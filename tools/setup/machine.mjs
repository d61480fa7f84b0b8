// What this machine has and lacks, and how to get it.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './find-chromium.mjs';

/** Only Linux can be without a display; elsewhere a session has one. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Debian keeps servers in sbin, which is not on every user's PATH. @param {string} name */
export const hasProgram = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'].some((folder) =>
    existsSync(join(folder, name)),
  );

export const hasChromium = () => findChromium() !== null;

export const CHROMIUM_REMEDY =
  process.platform === 'linux'
    ? 'Install one (Debian, Ubuntu: sudo apt install chromium), or set STANDIN_CHROMIUM to its path.'
    : 'Install one of them, or set STANDIN_CHROMIUM to its path.';
