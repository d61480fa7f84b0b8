// The one window: sandboxed, isolated, without Node, never leaving its own page. Closing it keeps the desk in the tray when the
// owner wants that. What it shows comes from protocol.ts; what it may ask is in gate.ts.
import { BrowserWindow, screen, type Event } from 'electron';
import { START_PAGE } from './protocol.ts';
import { readBounds, SMALLEST, writeBounds } from './window-bounds.ts';

export type DeskWindowDeps = {
  readonly preloadFile: string;
  readonly iconFile: string;
  readonly boundsFile: string;
  readonly keepsInTray: () => boolean;
  readonly isQuitting: () => boolean;
  readonly onLink: (url: string) => void;
  readonly onCrash: (reason: string) => void;
};

export type DeskWindow = {
  /** Opens it, or brings it to the front. */
  readonly show: () => void;
  readonly current: () => BrowserWindow | null;
  readonly reload: () => void;
  readonly close: () => void;
};

export function createDeskWindow(deps: DeskWindowDeps): DeskWindow {
  let window: BrowserWindow | null = null;

  const open = (): void => {
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    const opened = new BrowserWindow({
      ...readBounds(deps.boundsFile, screens),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      title: 'Balie',
      icon: deps.iconFile,
      // The page's own paper colour, so that a slow start is not a white flash.
      backgroundColor: '#f6f2ea',
      webPreferences: {
        preload: deps.preloadFile,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
        // Elsewhere than on macOS Chromium fetches its dictionaries from a server of Google's.
        spellcheck: process.platform === 'darwin',
        devTools: true,
      },
    });
    window = opened;
    holdNavigation(opened, deps.onLink);
    opened.once('ready-to-show', () => opened.show());
    opened.on('page-title-updated', (event) => event.preventDefault());
    opened.on('close', (event) => {
      writeBounds(deps.boundsFile, opened.getNormalBounds());
      if (deps.isQuitting() || !deps.keepsInTray()) return;
      event.preventDefault();
      opened.hide();
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      deps.onCrash(reason);
      if (!opened.isDestroyed()) opened.webContents.reload();
    });
    void opened.loadURL(START_PAGE);
  };

  return {
    show: () => {
      if (window === null) {
        // Shown once it has something to show.
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    current: () => window,
    reload: () => window?.webContents.reload(),
    close: () => window?.close(),
  };
}

/** Nothing in the page may lead the window elsewhere: not by a link, not by a frame, not by a redirect, not by a new window. */
function holdNavigation(window: BrowserWindow, onLink: (url: string) => void): void {
  const { webContents } = window;
  webContents.setWindowOpenHandler(({ url }) => {
    onLink(url);
    return { action: 'deny' };
  });
  webContents.on('will-navigate', (event) => stay(event, event.url));
  // A frame shows one mail and stays on it; only its first, empty page is let through.
  webContents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) stay(event, event.url);
    else if (event.url !== 'about:blank' && event.url !== 'about:srcdoc') event.preventDefault();
  });
  webContents.on('will-redirect', (event) => event.preventDefault());
  webContents.on('will-attach-webview', (event) => event.preventDefault());
}

function stay(event: Event, url: string): void {
  if (url !== START_PAGE) event.preventDefault();
}
