// The `app` object: name, folders, one instance, and the life cycle from ready to quit.
import { createChromium } from './chromium.ts';
import { CommandLine } from './command-line.ts';
import { createAppPaths, type PathName } from './app-paths.ts';
import { isHeadlessWanted, note } from './aside.ts';
import { HostEmitter, HostEvent } from './host-emitter.ts';
import { join } from 'node:path';
import { running } from './running.ts';
import { takeInstanceLock, type InstanceLock } from './single-instance.ts';

/** What run.ts read of the app's package.json. */
export type AppManifest = {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
};

const EVENTS = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'activate',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
  'child-process-gone',
];
/** Who only wants to look in with a debugger does not hold the app back: its own first window starts the browser. */
const LOOKER_START_MS = 400;

class App extends HostEmitter {
  readonly commandLine = new CommandLine();
  readonly isPackaged = false;
  readonly dock: undefined = undefined;
  readonly #paths = createAppPaths(() => this.name);
  readonly #ready = Promise.withResolvers<void>();
  #name = 'Electron';
  #version = '0.0.0';
  #folder = '';
  #lock: InstanceLock | null = null;
  #exitCode = 0;
  #phase: 'running' | 'quitting' | 'ended' = 'running';
  #login: Electron.Settings = { openAtLogin: false };

  constructor() {
    super('app', EVENTS);
  }
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  getName(): string {
    return this.#name;
  }
  setName(name: string): void {
    this.#name = name;
  }
  getVersion(): string {
    return this.#version;
  }
  getAppPath(): string {
    return this.#folder;
  }
  getPath(name: PathName): string {
    return this.#paths.get(name);
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }
  getLocale(): string {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    const [tag = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split('.');
    return tag === '' || tag === 'C' || tag === 'POSIX' ? 'en-US' : tag.replace('_', '-');
  }
  getPreferredSystemLanguages(): string[] {
    const tags = (process.env['LANGUAGE'] ?? '').split(':').filter((tag) => tag !== '');
    return tags.length > 0 ? tags.map((tag) => tag.replace('_', '-')) : [this.getLocale()];
  }
  isReady(): boolean {
    return running.isReady;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.#lock ??= takeInstanceLock(this.getPath('userData'), additionalData, (second) => {
      this.emit('second-instance', new HostEvent(), second.argv, second.workingDirectory, second.additionalData);
    });
    return this.#lock !== null;
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock !== null;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }
  quit(): void {
    if (this.#phase !== 'running') return;
    const before = new HostEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#phase = 'quitting';
    for (const window of running.windows) {
      window.close();
      // A window that stays keeps the app.
      if (!window.isDestroyed()) {
        this.#phase = 'running';
        return;
      }
    }
    const will = new HostEvent();
    this.emit('will-quit', will);
    if (will.defaultPrevented) this.#phase = 'running';
    else void this.#end(this.#exitCode);
  }
  exit(exitCode = 0): void {
    void this.#end(exitCode);
  }
  focus(): void {
    [...running.windows][0]?.focus();
  }
  relaunch(): void {
    note('app.relaunch() does nothing here: start again by hand');
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    // On Linux Electron ignores it as well.
    if (process.platform !== 'linux') this.#login = settings;
  }
  getLoginItemSettings(_options?: Electron.LoginItemSettingsOptions): Electron.LoginItemSettings {
    const openAtLogin = this.#login.openAtLogin ?? false;
    return {
      openAtLogin,
      wasOpenedAtLogin: false,
      executableWillLaunchAtLogin: openAtLogin,
      launchItems: [],
      status: 'not-registered',
    };
  }
  setBadgeCount(_count?: number): boolean {
    return false;
  }
  // What a browser in the app's place has no use for.
  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: Electron.AboutPanelOptionsOptions): void {}
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  hide(): void {}
  show(): void {}

  /** From run.ts, before the app's own code. */
  $load(folder: string, manifest: AppManifest): void {
    this.#folder = folder;
    this.#name = manifest.productName ?? manifest.name ?? this.#name;
    this.#version = manifest.version ?? this.#version;
  }

  /**
   * From run.ts, after the app's main file has run once. `isDriven`: a test driver waits for the browser's debugging line before it
   * lets the app run, so there is no first window to start it.
   */
  $start(isDriven: boolean): void {
    const isHeadless = isHeadlessWanted() || this.commandLine.hasSwitch('headless');
    if (this.#phase === 'ended') return;
    if (!isHeadless && process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
      note('no display (neither DISPLAY nor WAYLAND_DISPLAY is set)');
      process.exit(1);
    }
    const chromium = createChromium(
      {
        profile: join(this.getPath('sessionData'), 'standin-chromium'),
        appName: this.name,
        isHeadless,
        switches: this.commandLine.$forChromium(),
      },
      // Debian's launcher and D-Bus write warnings of no concern; a driver reads this one line.
      (line) => {
        if (line.startsWith('DevTools listening on')) process.stderr.write(`${line}\n`);
      },
      // As with Electron, whose browser is the app: a display that went away must not leave an app that nobody can reach.
      (lastLines) => {
        if (this.#phase !== 'running') return;
        note(['the browser has ended, and the app with it', ...lastLines].join('\n'));
        this.#exitCode = 1;
        this.quit();
      },
    );
    running.chromium = chromium;
    if (this.commandLine.hasSwitch('remote-debugging-port')) {
      const begin = (): void => {
        if (this.#phase === 'running') chromium.cdp().catch((error: Error) => note(error.message));
      };
      setTimeout(begin, isHeadless || isDriven ? 0 : LOOKER_START_MS);
    }
    running.isReady = true;
    this.#ready.resolve();
    this.emit('ready', new HostEvent(), {});
  }

  /** From a window that was destroyed. */
  $windowGone(): void {
    // Not while quitting: Electron then goes on to will-quit without this event.
    if (this.#phase !== 'running' || running.windows.size > 0) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  async #end(exitCode: number): Promise<void> {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    this.emit('quit', new HostEvent(), exitCode);
    await running.chromium?.close();
    this.releaseSingleInstanceLock();
    process.exit(exitCode);
  }
}

export const app = new App();
