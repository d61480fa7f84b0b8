// One browser process for the app: started with the first window (or windowless, for the tray), asked for further windows,
// closed with the app.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../setup/find-chromium.mjs';
import { openCdp, type Cdp } from './cdp.ts';
import type { TargetInfo } from './cdp-types.ts';
import { chromiumFlags, FIRST_PREFERENCES, type ChromiumSetting } from './chromium-flags.ts';

export type WindowPlace = {
  readonly width: number;
  readonly height: number;
  readonly x?: number | undefined;
  readonly y?: number | undefined;
};

export type Chromium = {
  /** The running browser; starts it windowless when there is none. */
  readonly cdp: () => Promise<Cdp>;
  /** Opens an empty app window; answers its target id. */
  readonly open: (place: WindowPlace) => Promise<{ readonly cdp: Cdp; readonly targetId: string }>;
  readonly close: () => Promise<void>;
};

/** A machine under heavy load was seen to take 4 s. */
const OPEN_LIMIT_MS = 20_000;
/** Of what a browser has to say when it ends. */
const TOLD_LINES = 5;
/** Browser.close took 0.1 to 0.4 s; after this the process group is killed. */
const CLOSE_LIMIT_MS = 2_500;

export function createChromium(
  setting: ChromiumSetting,
  onErrorLine: (line: string) => void,
  /** With its last words. */
  onEnd: (lastLines: readonly string[]) => void,
): Chromium {
  const flags = chromiumFlags(setting);
  let running: Cdp | null = null;
  let starting: Promise<Cdp> | null = null;
  let opened = 0;

  const binary = (): string => {
    const found = findChromium();
    if (found === null)
      throw new Error('no Chromium, Chrome, Edge or Brave was found (STANDIN_CHROMIUM names one by hand)');
    return found;
  };
  const start = (first: readonly string[]): Promise<Cdp> => {
    starting ??= (async () => {
      makeProfile(setting.profile);
      const lastLines: string[] = [];
      const cdp = openCdp(binary(), [...flags, ...first], (line) => {
        lastLines.push(line);
        if (lastLines.length > TOLD_LINES) lastLines.shift();
        onErrorLine(line);
      });
      running = cdp;
      void cdp.ended.then(() => {
        running = null;
        starting = null;
        onEnd(lastLines);
      });
      await cdp.send('Target.setDiscoverTargets', { discover: true });
      return cdp;
    })();
    return starting;
  };
  const cdp = (): Promise<Cdp> => start(['--no-startup-window']);

  const openVisible = async (place: WindowPlace) => {
    opened += 1;
    // No space in the address: a raw space opened a new-tab page instead.
    const mark = `w${process.pid}-${opened}`;
    const at = place.x === undefined || place.y === undefined ? [] : [`--window-position=${place.x},${place.y}`];
    const args = [`--app=data:text/html,#${mark}`, `--window-size=${place.width},${place.height}`, ...at];
    const isFirst = starting === null;
    const browser = await (isFirst ? start(args) : cdp());
    const found = seeTarget(browser, mark);
    // Starting the program again with the same profile asks the running one for a window.
    if (!isFirst) spawn(binary(), [...flags, ...args], { stdio: 'ignore' }).on('error', () => {});
    return { cdp: browser, targetId: await found };
  };

  return {
    cdp,
    open: async (place) => {
      if (!setting.isHeadless) return openVisible(place);
      const browser = await cdp();
      const { width, height } = place;
      const { targetId } = await browser.send('Target.createTarget', {
        url: 'about:blank',
        width,
        height,
        newWindow: true,
      });
      return { cdp: browser, targetId };
    },
    close: async () => {
      const browser = running;
      if (browser === null) return;
      browser.send('Browser.close', {}).catch(() => {});
      const late = setTimeout(() => browser.kill(), CLOSE_LIMIT_MS);
      await browser.ended;
      clearTimeout(late);
    },
  };
}

/** The profile holds what the page stored: for this user only. */
function makeProfile(folder: string): void {
  const preferences = join(folder, 'Default', 'Preferences');
  mkdirSync(join(folder, 'Default'), { recursive: true, mode: 0o700 });
  if (!existsSync(preferences)) writeFileSync(preferences, JSON.stringify(FIRST_PREFERENCES), { mode: 0o600 });
}

/** The target whose address bears `mark`, whether it is there already or comes. */
function seeTarget(cdp: Cdp, mark: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
    const see = ({ targetInfo }: { readonly targetInfo: TargetInfo }): void => {
      if (targetInfo.type !== 'page' || !targetInfo.url.endsWith(`#${mark}`)) return;
      finish();
      resolve(targetInfo.targetId);
    };
    const fail = (why: string): void => {
      finish();
      reject(new Error(why));
    };
    const stops = [cdp.on('Target.targetCreated', see), cdp.on('Target.targetInfoChanged', see)];
    const timer = setTimeout(() => fail(`the browser opened no window in ${OPEN_LIMIT_MS / 1000} s`), OPEN_LIMIT_MS);
    void cdp.ended.then(() => fail('the browser ended before it opened a window'));
    cdp.send('Target.getTargets', {}).then(
      ({ targetInfos }) => targetInfos.forEach((targetInfo) => see({ targetInfo })),
      (error: Error) => fail(error.message),
    );
  });
}
