// A small app that uses the host as Balie does, so that host-contract.spec.ts can pin what the host does.
// Plain JavaScript: it is started as it stands, by whichever host.
import {
  app,
  BrowserWindow,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  protocol,
  session,
  shell,
  Tray,
} from 'electron';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const here = import.meta.dirname;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'";
const MAIL = `<!doctype html><p id="text">Beste klant</p>
<img src="/logo.svg" onload="this.title='loaded'"><img src="https://tracker.example/pixel.gif">
<script>document.title = 'ran'</script>`;

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);
app.setPath('userData', process.env.CONTRACT_DATA);

// What happened, for the spec to read.
const seen = { requests: [], blocked: [], secondStarts: [], themes: [], navigations: [], opened: [], events: [] };
globalThis.contract = { seen };

if (app.requestSingleInstanceLock()) void app.whenReady().then(run);
else app.quit();

function run() {
  shell.openExternal = async (url) => void seen.opened.push(url);
  protocol.handle('app', (request) => {
    const { pathname, host } = new URL(request.url);
    seen.requests.push(request.url);
    if (host !== 'contract') return new Response(null, { status: 404 });
    if (pathname === '/mail') {
      const policy = "default-src 'none'; img-src 'self'; sandbox";
      return new Response(MAIL, { headers: { 'content-type': TYPES['.html'], 'content-security-policy': policy } });
    }
    if (pathname === '/echo') return request.text().then((body) => new Response(`${request.method} ${body}`));
    try {
      const headers = { 'content-type': TYPES[extname(pathname)] ?? 'text/plain', 'content-security-policy': POLICY };
      return new Response(readFileSync(join(here, 'page', pathname)), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = url.endsWith('/forbidden');
    if (cancel) seen.blocked.push(url);
    answer({ cancel });
  });
  ipcMain.handle('echo', (_event, value) => value);
  ipcMain.handle('sender', (event) => ({
    url: event.senderFrame.url,
    isTop: event.senderFrame.parent === null,
    isOurs: event.sender.id === BrowserWindow.getAllWindows()[0].webContents.id,
  }));
  ipcMain.handle('fail', () => {
    throw new TypeError('kapot');
  });
  ipcMain.on('say', (event, text) => event.sender.send('said', `${text}!`, new Date(5)));
  nativeTheme.on('updated', () => seen.themes.push(nativeTheme.shouldUseDarkColors));
  app.on('second-instance', (_event, argv, _folder, data) => {
    seen.secondStarts.push({ hasArgument: argv.includes('--again'), data });
    open();
  });
  for (const name of ['before-quit', 'will-quit', 'window-all-closed']) app.on(name, () => seen.events.push(name));

  const tray = new Tray(nativeImage.createEmpty());
  tray.setToolTip('nobody waits');
  tray.on('click', open);
  const notify = () => {
    const note = new Notification({
      title: 'Too late',
      body: 'since yesterday',
      urgency: 'normal',
      actions: [{ type: 'button', text: 'Open' }],
    });
    note.on('show', () => seen.events.push('notification'));
    // A desktop that shows no buttons never says that one was pressed; one that does says which.
    note.on('action', ({ actionIndex }) => seen.events.push(`pressed ${note.actions[actionIndex]?.text}`));
    globalThis.contract.note = note;
    note.show();
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'App',
        submenu: [{ id: 'notify', label: 'Notify', accelerator: 'CmdOrCtrl+Shift+M', click: notify }, { role: 'quit' }],
      },
    ]),
  );
  globalThis.contract = { seen, tray };
  open();
}

function open() {
  const [shown] = BrowserWindow.getAllWindows();
  if (shown) {
    shown.show();
    return;
  }
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    show: false,
    webPreferences: {
      preload: join(here, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  let isQuitting = false;
  app.once('before-quit', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    window.hide();
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    void shell.openExternal(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-frame-navigate', (event) => {
    seen.navigations.push({ url: event.url, isMainFrame: event.isMainFrame });
    if (event.isMainFrame && event.url !== 'app://contract/index.html') event.preventDefault();
  });
  void window.loadURL('app://contract/index.html');
}
