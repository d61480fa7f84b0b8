// What the modules of the stand-in share while an app runs. Electron's module is one per process; so is this.
import type { Chromium } from './chromium.ts';
import type { ToPage } from './page/messages.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** A window, as far as the app's life cycle and the menus need it. */
export type LiveWindow = {
  readonly close: () => void;
  readonly focus: () => void;
  readonly isDestroyed: () => boolean;
  readonly isFocused: () => boolean;
};

/** An open page: what can be told to all of them at once. */
export type LivePage = {
  readonly tell: (message: ToPage) => void;
  readonly emulateTheme: (source: 'system' | 'light' | 'dark') => Promise<void>;
};

export const running: {
  chromium: Chromium | null;
  /** Electron's `ready`; app.isReady is what a test driver may replace. */
  isReady: boolean;
  readonly windows: Set<LiveWindow>;
  readonly pages: Set<LivePage>;
  readonly schemes: Map<string, SchemeHandler>;
} = { chromium: null, isReady: false, windows: new Set(), pages: new Set(), schemes: new Map() };

export function theChromium(): Chromium {
  if (running.chromium === null) throw new Error('no window can be opened before the app is ready');
  return running.chromium;
}
