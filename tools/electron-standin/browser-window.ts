// BrowserWindow: an app-style window of the browser. It is on the screen only after show(); when the owner closes it and the
// app wants to keep it (tray), the page is gone and the next show() opens it anew and loads it again. hide() minimises.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { note } from './aside.ts';
import type { Cdp } from './cdp.ts';
import type { CdpBounds, WindowState } from './cdp-types.ts';
import { HostEmitter, HostEvent } from './host-emitter.ts';
import { running, theChromium } from './running.ts';
import { WebContents } from './web-contents.ts';

type Options = Electron.BrowserWindowConstructorOptions;
type OnScreen = { readonly cdp: Cdp; readonly targetId: string; readonly windowId: number };

const EVENTS = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'resize',
  'resized',
  'move',
  'moved',
  'enter-full-screen',
  'leave-full-screen',
  // Cannot happen here: the title is the page's, and the window answers as long as the browser does.
  'page-title-updated',
  'unresponsive',
  'responsive',
  'session-end',
  'query-session-end',
];
/** Electron's own defaults. */
const USUAL_SIZE = { width: 800, height: 600 };

const issued = { lastId: 0 };

export class BrowserWindow extends HostEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #showsAtOnce: boolean;
  readonly #loaded = Promise.withResolvers<void>();
  #onScreen: Promise<OnScreen> | null = null;
  #unhook: readonly (() => void)[] = [];
  #address = '';
  #title: string;
  #bounds: Electron.Rectangle;
  #isPlaced: boolean;
  #state: WindowState = 'normal';
  #isShown = false;
  #isFocused = false;
  #isDestroyed = false;

  constructor(options: Options = {}) {
    super('BrowserWindow', EVENTS);
    if (!running.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    issued.lastId += 1;
    this.id = issued.lastId;
    const { x = 0, y = 0, width = USUAL_SIZE.width, height = USUAL_SIZE.height } = options;
    this.#bounds = { x, y, width, height };
    this.#isPlaced = options.x !== undefined && options.y !== undefined;
    this.#title = options.title ?? app.name;
    this.#showsAtOnce = options.show !== false;
    this.webContents = new WebContents(this, options.webPreferences ?? {});
    // Whoever does not await loadURL hears of the failure by did-fail-load.
    this.#loaded.promise.catch(() => {});
    running.windows.add(this);
    app.emit('web-contents-created', new HostEvent(), this.webContents);
    app.emit('browser-window-created', new HostEvent(), this);
    if (this.#showsAtOnce) this.show();
  }

  /** Before the window is on the screen the page cannot load; the promise then waits for show(). */
  loadURL(url: string): Promise<void> {
    this.#address = url;
    if (this.#onScreen !== null) return this.#load();
    // There is no painting in advance: ready when asked.
    setImmediate(() => this.emit('ready-to-show', new HostEvent()));
    return this.#loaded.promise;
  }
  loadFile(filePath: string, options: Electron.LoadFileOptions = {}): Promise<void> {
    const url = pathToFileURL(resolve(app.getAppPath(), filePath));
    if (options.hash !== undefined) url.hash = options.hash;
    if (options.search !== undefined) url.search = options.search;
    for (const [name, value] of Object.entries(options.query ?? {})) url.searchParams.set(name, value);
    return this.loadURL(url.href);
  }
  show(): void {
    if (this.#isDestroyed) return;
    const wasShown = this.#isShown;
    this.#isShown = true;
    if (this.#onScreen === null) {
      this.#open();
      // A failed load of a shown window is told by did-fail-load and on stderr.
      if (this.#address !== '') this.#load().catch((error: Error) => note(error.message));
    } else if (!wasShown || this.#state === 'minimized') this.#setState('normal');
    if (!wasShown) this.emit('show');
  }
  showInactive(): void {
    this.show();
  }
  hide(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.$focusSeen(false);
    if (this.#onScreen !== null) this.#setState('minimized');
    this.emit('hide');
  }
  close(): void {
    if (this.#isDestroyed) return;
    const event = new HostEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    running.windows.delete(this);
    const onScreen = this.#onScreen;
    this.#leaveScreen();
    // The browser may be closing as well.
    onScreen?.then(({ cdp, targetId }) => cdp.send('Target.closeTarget', { targetId })).catch(() => {});
    this.webContents.$destroyed();
    this.emit('closed');
    app.$windowGone();
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isVisible(): boolean {
    return this.#isShown && this.#state !== 'minimized';
  }
  isFocused(): boolean {
    return this.#isFocused;
  }
  isMinimized(): boolean {
    return this.#isShown && this.#state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }
  focus(): void {
    this.#onScreen?.then(({ cdp, targetId }) => cdp.send('Target.activateTarget', { targetId })).catch(() => {});
  }
  minimize(): void {
    this.#setState('minimized');
    this.emit('minimize');
  }
  restore(): void {
    this.#setState('normal');
    this.emit('restore');
  }
  maximize(): void {
    this.#setState('maximized');
    this.emit('maximize');
  }
  unmaximize(): void {
    this.#setState('normal');
    this.emit('unmaximize');
  }
  setFullScreen(isFull: boolean): void {
    this.#setState(isFull ? 'fullscreen' : 'normal');
    this.emit(isFull ? 'enter-full-screen' : 'leave-full-screen');
  }
  getBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Electron.Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.#isPlaced = true;
    const { x, y, width, height } = this.#bounds;
    this.#place({ left: x, top: y, width, height });
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  // What a browser's window has no place for.
  setMenu(_menu: object | null): void {}
  removeMenu(): void {}
  setMenuBarVisibility(_isVisible: boolean): void {}
  setAutoHideMenuBar(_isHidden: boolean): void {}
  setIcon(_icon: unknown): void {}
  setBackgroundColor(_colour: string): void {}
  setSkipTaskbar(_isSkipped: boolean): void {}
  setProgressBar(_progress: number): void {}
  setOverlayIcon(_overlay: unknown, _description: string): void {}
  flashFrame(_isOn: boolean): void {}
  center(): void {}
  moveTop(): void {}

  static getAllWindows(): BrowserWindow[] {
    return [...running.windows].filter((window) => window instanceof BrowserWindow);
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.isFocused()) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.id === id) ?? null;
  }
  static fromWebContents(webContents: WebContents | Electron.WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents.id === webContents.id) ?? null;
  }

  $focusSeen(isFocused: boolean): void {
    if (isFocused === this.#isFocused) return;
    this.#isFocused = isFocused;
    this.emit(isFocused ? 'focus' : 'blur');
    app.emit(isFocused ? 'browser-window-focus' : 'browser-window-blur', new HostEvent(), this);
  }
  /** The owner may have moved, resized or minimised it: only the browser knows. */
  $boundsMayHaveChanged(): void {
    const look = async ({ cdp, targetId }: OnScreen): Promise<void> => {
      const { bounds } = await cdp.send('Browser.getWindowForTarget', { targetId });
      // Hidden is our own doing, see hide().
      if (this.#isShown) this.#state = bounds.windowState ?? 'normal';
      if (this.#state !== 'normal') return;
      const { left = 0, top = 0, width = 0, height = 0 } = bounds;
      const before = this.#bounds;
      this.#bounds = { x: left, y: top, width, height };
      if (before.width !== width || before.height !== height) this.emit('resize');
      if (before.x !== left || before.y !== top) this.emit('move');
    };
    // It may be closing.
    this.#onScreen?.then(look).catch(() => {});
  }

  #open(): void {
    this.#onScreen = (async () => {
      const { x, y, width, height } = this.#bounds;
      const { cdp, targetId } = await theChromium().open(this.#isPlaced ? { x, y, width, height } : { width, height });
      this.#unhook = [
        // A window that a page opened past every handler.
        cdp.on('Target.targetCreated', ({ targetInfo }) => {
          if (!this.webContents.$isTarget(targetInfo.openerId) || targetInfo.type !== 'page') return;
          cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => {});
        }),
        cdp.on('Target.targetDestroyed', (gone) => {
          if (this.webContents.$isTarget(gone.targetId)) this.#closedByOwner();
        }),
      ];
      const [{ windowId }] = await Promise.all([
        cdp.send('Browser.getWindowForTarget', { targetId }),
        this.webContents.$attach(cdp, targetId),
      ]);
      return { cdp, targetId, windowId };
    })();
    this.#onScreen.catch((error: Error) => {
      if (!this.#isDestroyed) note(error.message);
    });
  }
  async #load(): Promise<void> {
    await this.#onScreen;
    if (this.#isDestroyed) return;
    try {
      await this.webContents.$load(this.#address);
    } catch (error) {
      // Destroyed while loading: Electron's promise stays open as well.
      if (this.#isDestroyed) return;
      this.#loaded.reject(error);
      throw error;
    }
    this.#loaded.resolve();
    if (this.#showsAtOnce) this.emit('ready-to-show', new HostEvent());
  }
  #closedByOwner(): void {
    this.#leaveScreen();
    this.#isShown = false;
    const event = new HostEvent();
    this.emit('close', event);
    if (event.defaultPrevented) note('the window is closed and the app goes on; start it again to get the window back');
    else this.destroy();
  }
  #leaveScreen(): void {
    for (const stop of this.#unhook) stop();
    this.#unhook = [];
    this.#onScreen = null;
    this.#state = 'normal';
    this.#isFocused = false;
    this.webContents.$detach();
  }
  #setState(windowState: WindowState): void {
    this.#state = windowState;
    this.#place({ windowState });
  }
  #place(bounds: CdpBounds): void {
    const put = async ({ cdp, windowId }: OnScreen): Promise<void> => {
      await cdp.send('Browser.setWindowBounds', { windowId, bounds });
    };
    this.#onScreen?.then(put).catch((error: Error) => {
      if (!this.#isDestroyed) note(error.message);
    });
  }
}
