// webContents: the page of a window as the app sees it. The page itself is page-link.ts, and comes and goes with the window on
// the screen, while this object stays.
import type { Cdp } from './cdp.ts';
import { note } from './aside.ts';
import { HostEmitter, HostEvent } from './host-emitter.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu } from './menu.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { linkPage, type PageLink } from './page-link.ts';
import type { FromPage, ToPage } from './page/messages.ts';
import { running, type LivePage } from './running.ts';
import { addressOf, aliasOf } from './scheme-alias.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';

const EVENTS = [
  'did-start-loading',
  'did-navigate',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'console-message',
  'preload-error',
  'render-process-gone',
  'destroyed',
  'will-navigate',
  'will-frame-navigate',
  // Cannot happen here, and a guard against them is no mistake: there are no redirects, no webviews, no pop-up menus.
  'will-redirect',
  'will-attach-webview',
  'context-menu',
  'unresponsive',
  'responsive',
  'before-input-event',
];

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** What the page reports and only its window can act on. */
export type OwnWindow = {
  readonly close: () => void;
  readonly focus: () => void;
  readonly isFocused: () => boolean;
  readonly $focusSeen: (isFocused: boolean) => void;
  readonly $boundsMayHaveChanged: () => void;
};

type Preferences = Electron.WebPreferences;
/** ids are Electron's way to tell contents apart; never used twice. */
const issued = { lastId: 0 };
const contents = new Map<number, WebContents>();

export class WebContents extends HostEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly mainFrame: ReturnType<typeof mainFrameOf>;
  readonly $window: OwnWindow;
  readonly #preferences: Preferences;
  #link: PageLink | null = null;
  #livePage: LivePage | null = null;
  #targetId = '';
  #url = '';
  /** The address the app itself asked for: no guard is asked about that one. */
  #own = '';
  #isLoading = false;
  #isDestroyed = false;
  #openHandler: OpenHandler | null = null;

  constructor(window: OwnWindow, preferences: Preferences) {
    super('webContents', EVENTS);
    issued.lastId += 1;
    this.id = issued.lastId;
    this.$window = window;
    this.#preferences = preferences;
    this.mainFrame = mainFrameOf(this);
    contents.set(this.id, this);
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  getURL(): string {
    return this.#url;
  }
  isLoading(): boolean {
    return this.#isLoading;
  }
  isFocused(): boolean {
    return this.$window.isFocused();
  }
  focus(): void {
    this.$window.focus();
  }
  send(channel: string, ...args: unknown[]): void {
    this.#tell({ kind: 'send', channel, args });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  reload(): void {
    this.#own = this.#link === null ? '' : aliasOf(this.#url, running.schemes);
    this.#link?.command('Page.reload', {}).catch((error: Error) => note(error.message));
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails: failure } = await this.#page().command('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (failure !== undefined) throw new Error(failure.exception?.description ?? failure.text);
    return result.value;
  }
  async capturePage(): Promise<ReturnType<typeof nativeImage.createEmpty>> {
    const { data } = await this.#page().command('Page.captureScreenshot', { format: 'png' });
    return nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    const { landscape = false, printBackground = false } = options;
    const { data } = await this.#page().command('Page.printToPDF', { landscape, printBackground });
    return Buffer.from(data, 'base64');
  }
  openDevTools(): void {
    note('press F12 in the window for its developer tools');
  }
  closeDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false;
  }
  setZoomFactor(_factor: number): void {}
  setBackgroundThrottling(_isAllowed: boolean): void {}

  static getAllWebContents(): WebContents[] {
    return [...contents.values()];
  }
  static fromId(id: number): WebContents | undefined {
    return contents.get(id);
  }
  static getFocusedWebContents(): WebContents | null {
    return [...contents.values()].find((one) => one.isFocused()) ?? null;
  }
  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...contents.values()].find((one) => one.#targetId === targetId);
  }

  /** The window is on the screen: takes the page in it. */
  async $attach(cdp: Cdp, targetId: string): Promise<void> {
    this.#targetId = targetId;
    const link = await linkPage({
      cdp,
      targetId,
      preloadFile: this.#preferences.preload ?? null,
      preloadArgs: this.#preferences.additionalArguments ?? [],
      guards: {
        allowsNavigation: (url, isMainFrame) => this.#allowsNavigation(url, isMainFrame),
        allowsRequest: (request) =>
          this.session.webRequest.$allows({
            ...request,
            resourceType: request.resourceType as 'other',
            webContentsId: this.id,
          }),
      },
      onMessage: (message) => this.#receive(message),
      onNavigated: (url) => {
        this.#url = url;
        this.emit('did-navigate', new HostEvent(), url, 200, '');
      },
      onDomReady: () => this.emit('dom-ready', new HostEvent()),
      onLoaded: () => {
        this.#isLoading = false;
        this.emit('did-finish-load', new HostEvent());
      },
      onCrashed: () => this.emit('render-process-gone', new HostEvent(), { reason: 'crashed', exitCode: 1 }),
      onConsole: (level, message) =>
        this.emit('console-message', new HostEvent({ level, message, lineNumber: 0, sourceId: '' })),
    });
    const emulateTheme = async (source: 'system' | 'light' | 'dark'): Promise<void> => {
      const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }];
      await link.command('Emulation.setEmulatedMedia', { features });
    };
    this.#link = link;
    this.#livePage = { tell: link.tell, emulateTheme };
    running.pages.add(this.#livePage);
    await Promise.all([emulateTheme(nativeTheme.themeSource), this.session.$applyPermissions(cdp, this)]);
  }
  /** The window left the screen, and its page with it. */
  $detach(): void {
    if (this.#livePage !== null) running.pages.delete(this.#livePage);
    this.#livePage = null;
    this.#link = null;
    this.#targetId = '';
  }
  $destroyed(): void {
    this.$detach();
    this.#isDestroyed = true;
    contents.delete(this.id);
    this.emit('destroyed');
  }
  $isTarget(targetId: string | undefined): boolean {
    return this.#targetId !== '' && targetId === this.#targetId;
  }
  /** Resolves when the page has loaded. */
  async $load(url: string): Promise<void> {
    this.#own = aliasOf(url, running.schemes);
    this.#isLoading = true;
    this.emit('did-start-loading');
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    const { errorText } = await this.#page().command('Page.navigate', { url: this.#own });
    if (errorText !== undefined && errorText !== '') {
      this.emit('did-fail-load', new HostEvent(), -2, errorText, url, true);
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url });
    }
    await loaded;
  }

  #page(): PageLink {
    if (this.#link === null) throw new Error('this window shows no page at the moment');
    return this.#link;
  }
  #tell(message: ToPage): void {
    this.#link?.tell(message);
  }
  #allowsNavigation(url: string, isMainFrame: boolean): boolean {
    const isOwn = isMainFrame && aliasOf(url, running.schemes) === this.#own;
    if (isOwn) {
      this.#own = '';
      return true;
    }
    const details = { url, isMainFrame, isSameDocument: false, frame: isMainFrame ? this.mainFrame : null };
    const frameEvent = new HostEvent(details);
    this.emit('will-frame-navigate', frameEvent);
    const event = new HostEvent(details);
    if (isMainFrame) this.emit('will-navigate', event, url, false, true);
    return !frameEvent.defaultPrevented && !event.defaultPrevented;
  }
  #receive(message: FromPage): void {
    switch (message.kind) {
      case 'hello':
        nativeTheme.$seen(message.isDark);
        screen.$seenBy(message.screen);
        this.#tell({ kind: 'accelerators', keys: Menu.$accelerators() });
        return;
      case 'send': {
        const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args);
        ipcMain.emit(message.channel, new HostEvent({ ...this.#sender(), ports: [], reply }), ...message.args);
        return;
      }
      case 'invoke':
        void this.#answer(message);
        return;
      case 'open-window':
        this.#askToOpen(addressOf(message.url));
        return;
      case 'accelerator':
        Menu.$press(message.item);
        return;
      case 'focus':
        this.$window.$focusSeen(message.isFocused);
        return;
      case 'bounds':
        this.$window.$boundsMayHaveChanged();
        return;
      case 'dark':
        nativeTheme.$seen(message.isDark);
        return;
      case 'preload-error':
        note(message.text);
        this.emit('preload-error', new HostEvent(), this.#preferences.preload ?? '', new Error(message.text));
    }
  }
  /** Whatever the app answers, no second window opens: the page was told null already. */
  #askToOpen(url: string): void {
    const referrer = { url: '', policy: 'no-referrer' } as const;
    this.#openHandler?.({ url, frameName: '', features: '', disposition: 'foreground-tab', referrer });
  }
  #sender(): object {
    return { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1, type: 'frame' };
  }
  /** The words of a failure are those of Electron's own source; pages show them. */
  async #answer({ id, channel, args }: Extract<FromPage, { kind: 'invoke' }>): Promise<void> {
    try {
      const value = await ipcMain.$invoke(channel, new HostEvent(this.#sender()), args);
      this.#tell({ kind: 'resolve', id, value });
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      this.#tell({ kind: 'reject', id, message: `Error invoking remote method '${channel}': ${String(error)}` });
    }
  }
}

/** The only frame with a preload, so the only one that can send. */
function mainFrameOf(owner: WebContents) {
  return {
    get url() {
      return owner.getURL();
    },
    get origin() {
      const { protocol, host } = new URL(owner.getURL() || 'about:blank');
      return host === '' ? 'null' : `${protocol}//${host}`;
    },
    get detached() {
      return owner.isDestroyed();
    },
    parent: null,
    name: '',
    routingId: 1,
    processId: 1,
    isDestroyed: () => owner.isDestroyed(),
  };
}
