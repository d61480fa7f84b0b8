// Types that hold the stand-in against electron.d.ts, and the table that holds all of it. The other direction, the app against
// the stand-in, is a second compiler pass (tsconfig.standin.json). Event names are in neither: see host-emitter.ts.
import type EventEmitter from 'node:events';
import type electron from './electron.ts';

/** Same arguments as Electron's; a result of our own, which the app is checked against in the second pass. */
type Like<Theirs> = Theirs extends (...args: infer Args) => unknown
  ? (...args: Args) => unknown
  : Theirs extends abstract new (...args: infer Args) => unknown
    ? abstract new (...args: Args) => unknown
    : Theirs;

/** EventEmitter's own are Node's; members with a dollar are the stand-in's. */
type OwnKeys<Ours> = Exclude<keyof Ours, keyof NodeJS.EventEmitter | 'prototype' | `$${string}`>;

/** Nothing that Electron does not have, and callable in every way in which Electron's is. */
type Faithful<Ours, Theirs> = {
  readonly [Key in OwnKeys<Ours>]: Key extends keyof Theirs ? Like<Theirs[Key]> : never;
};
type Held<Ours extends Faithful<Ours, Theirs>, Theirs> = [Ours, Theirs];
/** Leaves out a member that is an object held by a line of its own. */
type Without<Ours, Keys extends keyof Ours> = Omit<Ours, Keys>;

type E = typeof electron;
type Static<Class> = Without<Class, Extract<keyof Class, keyof typeof EventEmitter>>;

/** One line or more for every export; a missing one is an error below. */
type Table = {
  app: [
    Held<Without<E['app'], 'commandLine' | 'dock'>, Electron.App>,
    Held<E['app']['commandLine'], Electron.CommandLine>,
  ];
  BrowserWindow: [
    Held<Without<InstanceType<E['BrowserWindow']>, 'webContents'>, Electron.BrowserWindow>,
    Held<Without<Static<E['BrowserWindow']>, 'fromWebContents'>, typeof Electron.BrowserWindow>,
  ];
  dialog: Held<E['dialog'], Electron.Dialog>;
  ipcMain: Held<E['ipcMain'], Electron.IpcMain>;
  // Electron types `items`, `submenu` and their kind for our own Menu's peers; a menu is only ever given back to us.
  Menu: [
    Held<Without<InstanceType<E['Menu']>, 'items' | 'append' | 'insert'>, Electron.Menu>,
    Held<Without<Static<E['Menu']>, 'buildFromTemplate' | 'setApplicationMenu'>, typeof Electron.Menu>,
  ];
  MenuItem: Held<Without<InstanceType<E['MenuItem']>, 'submenu' | 'role' | 'accelerator'>, Electron.MenuItem>;
  nativeImage: [
    Held<E['nativeImage'], typeof Electron.nativeImage>,
    Held<ReturnType<E['nativeImage']['createEmpty']>, Electron.NativeImage>,
  ];
  nativeTheme: Held<E['nativeTheme'], Electron.NativeTheme>;
  Notification: [
    Held<InstanceType<E['Notification']>, Electron.Notification>,
    Held<Static<E['Notification']>, typeof Electron.Notification>,
  ];
  powerMonitor: Held<E['powerMonitor'], Electron.PowerMonitor>;
  protocol: Held<E['protocol'], Electron.Protocol>;
  safeStorage: Held<E['safeStorage'], Electron.SafeStorage>;
  screen: Held<E['screen'], Electron.Screen>;
  session: [
    Held<Without<E['session'], 'defaultSession'>, typeof Electron.session>,
    Held<Without<E['session']['defaultSession'], 'webRequest' | 'protocol'>, Electron.Session>,
    Held<E['session']['defaultSession']['webRequest'], Electron.WebRequest>,
  ];
  shell: Held<E['shell'], typeof Electron.shell>;
  Tray: Held<InstanceType<E['Tray']>, Electron.Tray>;
  utilityProcess: [
    Held<E['utilityProcess'], typeof Electron.utilityProcess>,
    Held<ReturnType<E['utilityProcess']['fork']>, Electron.UtilityProcess>,
  ];
  webContents: [
    Held<Without<InstanceType<E['webContents']>, 'session' | 'mainFrame'>, Electron.WebContents>,
    Held<Static<E['webContents']>, typeof Electron.webContents>,
    Held<InstanceType<E['webContents']>['mainFrame'], Electron.WebFrameMain>,
  ];
};

type Same<Left extends Right, Right> = [Left, Right];
/** Every export has its lines, and every export is a name that Electron exports too. */
export type AllHeld = [Same<keyof E, keyof Table>, Same<keyof E, keyof typeof Electron.CrossProcessExports>, Table];
