// The app's start: who may run, where things lie, and which piece hears which. Only Electron wiring; every decision is in the
// files named here. What must happen before the app is ready (paths, lock, scheme, switches) is at the top level.
import { app, nativeTheme, Notification, protocol, session, shell } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts';
import type { Errand } from '../contract/shell-commands.ts';
import { languageOf } from '../contract/text/language.ts';
import { createBackground } from '../engine/ports/background.ts';
import { createKeychainSecrets } from '../engine/ports/keychain-secrets.ts';
import { createSystemPorts } from '../engine/ports/system-ports.ts';
import { autostartFolder, createAutostart, HIDDEN, startCommand } from './autostart.ts';
import { createDeskSigns } from './desk-signs.ts';
import { createEngineHost, type EngineHost } from './engine-host.ts';
import { createForeignFiles } from './foreign-files.ts';
import { createGate } from './gate.ts';
import { openDoor } from './ipc.ts';
import { setMenu } from './menu.ts';
import { canShowActions } from './notification-actions.ts';
import { placesFrom } from './places.ts';
import { watchPower } from './power.ts';
import { closeSession, createFileServer, SCHEME } from './protocol.ts';
import { loadKeychain } from './secrets-keychain.ts';
import { openSignInPage } from './sign-in-page.ts';
import { createShellCommands, openLink } from './shell-commands.ts';
import { hasTray } from './tray-presence.ts';
import { createWatchOver } from './watch-over.ts';
import { createDeskWindow } from './window.ts';
import { wordsIn } from './words.ts';

const NAME = 'Balie';
/** Until a window asks for its page it takes some hundreds of milliseconds. */
const WINDOW_OPENS_MS = 100;

app.setName(NAME);
app.setAppUserModelId('be.balie.desk');
app.enableSandbox();
// The window never needs a name looked up: mail and accounts are the engine's, in Node. Without this, a frame's src is resolved
// and connected before its policy forbids it (measured).
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
protocol.registerSchemesAsPrivileged([
  // With a code cache: the page's script is compiled once, not at each start.
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
const usualFolder = join(app.getPath('appData'), NAME);
const dataFolder = resolve(process.env['BALIE_DATA'] || app.commandLine.getSwitchValue('data') || usualFolder);
mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
app.setPath('userData', dataFolder);
// Chromium's own files apart from the owner's.
app.setPath('sessionData', join(dataFolder, 'chromium'));

// A second start shows the first one's window and leaves.
if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run(): void {
  const places = placesFrom(import.meta.dirname, import.meta.url);
  const systemLanguage = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  let doesKeychainHang = false;
  const onHang = (): void => {
    doesKeychainHang = true;
  };
  const { clock, timers, log, secrets, oauthClients } = createSystemPorts({
    dataFolder,
    logName: 'shell',
    secrets: (learn, own) => createKeychainSecrets({ load: loadKeychain, timers: own, learn, onHang }),
  });
  const background = createBackground(log);
  process.on('unhandledRejection', (error) => log('error', 'unhandled rejection', { error: String(error) }));
  let settings: Settings = DEFAULT_SETTINGS;
  let isQuitting = false;
  const language = () => languageOf(settings.language, systemLanguage);
  const words = () => wordsIn(language());

  const window = createDeskWindow({
    preloadFile: places.preloadFile,
    iconFile: join(places.assetsFolder, 'icon', 'balie-512.png'),
    boundsFile: join(dataFolder, 'window.json'),
    keepsInTray: () => settings.keepInTray,
    isQuitting: () => isQuitting,
    onLink: (url) => background('link', openLink(url)),
    onCrash: (reason) => log('error', 'window gone', { reason }),
  });
  // Started with the computer: macOS tells so itself; elsewhere it is in the command.
  let isHidden = app.commandLine.hasSwitch(HIDDEN) || app.getLoginItemSettings().wasOpenedAtLogin;
  const openIfHidden = (): void => {
    if (!isHidden) return;
    isHidden = false;
    window.show();
  };
  // A page that is still being opened hears nothing; it asks once it stands (shell.takeErrand).
  let errand: Errand | null = null;
  const send = (sent: Errand): void => {
    errand = sent;
    isHidden = false;
    window.show();
    door.tellShellEvent(sent);
  };
  const runAction = (action: string): void => send({ kind: 'run-action', action });

  const engine: EngineHost = createEngineHost({
    entry: places.engineWorker,
    // V8 keeps what it compiled for the next start: half of what loading the engine costs. Only here, so that no program that we
    // open inherits it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(dataFolder, 'cache', 'code') },
    assetsFolder: places.assetsFolder,
    version: app.getVersion(),
    dataFolder,
    systemLanguage,
    secrets,
    timers,
    monotonicMs: clock.monotonicMs,
    log,
    onEvent: (numbered) => {
      door.tellEvent(numbered);
      watch.hear(numbered.event);
      if (numbered.event.kind === 'reminders') signs.remind(numbered.event);
      if (numbered.event.kind === 'open-browser')
        background('sign-in page', openSignInPage(numbered.event.url, oauthClients, log));
    },
    onState: (state) => {
      if (state.kind === 'restarting') door.tellShellEvent({ kind: 'engine-restarting' });
      if (state.kind === 'not-opened') {
        log('error', 'desk not opened', { code: state.error.code, why: state.error.detail });
        // From the tray nobody would be told.
        openIfHidden();
      }
      if (state.kind !== 'ready') return;
      door.tellShellEvent({ kind: 'engine-ready' });
      watch.refresh();
    },
  });
  const signs = createDeskSigns({
    assetsFolder: places.assetsFolder,
    engine: engine.call,
    settings: () => settings,
    language,
    now: clock.now,
    timers,
    isDemo: engine.isDemo,
    show: (conversation) => send({ kind: 'show-conversation', conversation }),
    runAction,
    background,
    log,
  });
  const watch = createWatchOver({
    engine: engine.call,
    timers,
    background,
    onSettings: (fresh) => {
      settings = fresh;
      nativeTheme.themeSource = settings.theme;
      setMenu(words(), menuDeeds);
      // An owner who wants no tray looks for a window.
      if (!settings.keepInTray) openIfHidden();
    },
    onDesk: signs.update,
  });
  const menuDeeds = {
    run: runAction,
    openDataFolder: () => background('data folder', shell.openPath(engine.dataFolder())),
    closeWindow: window.close,
    quit: () => app.quit(),
  };
  const startedBy = startCommand(process.env, { isPackaged: app.isPackaged, execPath: process.execPath });
  const autostart = createAutostart({
    platform: process.platform,
    command:
      startedBy === null ? null : [...startedBy, ...(dataFolder === usualFolder ? [] : [`--data=${dataFolder}`])],
    loginItems: { get: (options) => app.getLoginItemSettings(options), set: (wish) => app.setLoginItemSettings(wish) },
    folder: autostartFolder(process.env, app.getPath('home')),
  });
  const foreignFiles = createForeignFiles({
    folder: join(dataFolder, 'opened'),
    platform: process.platform,
    now: clock.now,
  });
  foreignFiles.clean();
  const shellCommands = createShellCommands({
    foreignFiles,
    openFile: (path) => shell.openPath(path),
    engine: engine.call,
    window: window.current,
    systemLanguage,
    downloads: () => app.getPath('downloads'),
    dataFolder: engine.dataFolder,
    restore: async (name) => {
      const restored = await engine.restore(name);
      if (restored.ok) window.reload();
      return restored;
    },
    autostart,
    desktop: async () => ({
      autostart: autostart.state(),
      hasNotifications: Notification.isSupported(),
      hasActions: canShowActions(process.platform),
      hasTray: await hasTray(process.platform, process.env),
    }),
    takeErrand: () => {
      const taken = errand;
      errand = null;
      return taken;
    },
    enterDesk: async (desk) => {
      await engine.switchTo(desk);
      window.reload();
    },
  });
  const door = openDoor(
    createGate({
      engine: (name, args) => {
        // Copies that were opened may hold what is to be erased.
        if (name === 'data.erase') foreignFiles.clean();
        return engine.call(name, args);
      },
      shell: (name, args) => shellCommands[name](args),
      onBug: (name, error) =>
        log('error', `gate ${name}`, { error: error instanceof Error ? (error.stack ?? '') : String(error) }),
    }),
    window.current,
  );

  closeSession(session.defaultSession);
  protocol.handle(SCHEME, createFileServer(places.rendererFolder));
  setMenu(words(), menuDeeds);
  const stopPower = watchPower(() => background('resumed', engine.call('host.resumed', {})));

  app.on('second-instance', (_event, argv) => {
    if (!argv.includes(`--${HIDDEN}`)) window.show();
  });
  app.on('activate', () => window.show());
  // Without a window the desk lives on in the tray, unless the owner wants it otherwise.
  app.on('window-all-closed', () => {
    if (!settings.keepInTray && process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', () => {
    isQuitting = true;
  });
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    stopPower();
    void engine.stop().finally(() => {
      isStopped = true;
      signs.destroy();
      foreignFiles.clean();
      app.quit();
    });
  });
  // The desk is closed and on disk by now; a keychain that hangs would keep the process for minutes (Node waits for its threads).
  app.on('quit', () => {
    if (doesKeychainHang) process.kill(process.pid, 'SIGKILL');
  });
  autostart.heal();
  if (!isHidden) window.show();
  // The page's files are answered with it, and Node reads it in at its first use: while the window is being opened, not when it asks.
  timers.after(WINDOW_OPENS_MS, () => void globalThis.Response);
}
