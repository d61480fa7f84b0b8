// What Balie relies on of its host, whichever it is: run under the stand-in every day, and under real Electron wherever its
// binary is at hand. No test here may know which one it runs on.
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const appFolder = join(import.meta.dirname, 'host-contract-app');

type Seen = {
  readonly requests: readonly string[];
  readonly blocked: readonly string[];
  readonly secondStarts: readonly { readonly hasArgument: boolean }[];
  readonly themes: readonly boolean[];
  readonly navigations: readonly { readonly url: string; readonly isMainFrame: boolean }[];
  readonly opened: readonly string[];
  readonly events: readonly string[];
};
type Contract = {
  readonly echo: (value: unknown) => Promise<unknown>;
  readonly sender: () => Promise<unknown>;
  readonly fail: () => Promise<never>;
  readonly unknown: () => Promise<never>;
  readonly say: (text: string, hear: (said: string, when: Date) => void) => () => void;
  readonly add: (a: number, b: number) => number;
  readonly callBack: (given: (value: Map<string, Set<number>>) => string) => string;
  readonly nested: { list: number[]; readonly when: Date };
  readonly isSandboxed: boolean;
  readonly hasNoNode: boolean;
};
declare global {
  interface Window {
    readonly contract: Contract;
  }
}

let data: string;
let app: ElectronApplication;
let page: Page;

const environment = (): Record<string, string> => ({ ...(process.env as Record<string, string>), CONTRACT_DATA: data });
const seen = (): Promise<Seen> =>
  app.evaluate(() => (Reflect.get(globalThis, 'contract') as { readonly seen: Seen }).seen);
const ready = (shown: Page) => shown.locator('html[data-ready=yes]').waitFor();

async function launch(): Promise<void> {
  app = await _electron.launch({ args: [appFolder], env: environment(), timeout: 30_000 });
  page = await app.firstWindow();
  await ready(page);
}

test.beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'host-contract-'));
  await launch();
});
test.afterEach(async () => {
  await app.close();
  rmSync(data, { recursive: true, force: true });
});

test('the app knows its name, version and folders', async () => {
  const known = await app.evaluate(({ app: host }) => ({
    name: host.getName(),
    version: host.getVersion(),
    isReady: host.isReady(),
    isPackaged: host.isPackaged,
    userData: host.getPath('userData'),
    hasDownloads: host.getPath('downloads') !== '',
    startsWithComputer: host.getLoginItemSettings({ args: ['--hidden'] }).openAtLogin,
  }));
  expect(known).toEqual({
    name: 'Hostcontract',
    version: '3.2.1',
    isReady: true,
    isPackaged: false,
    userData: data,
    hasDownloads: true,
    startsWithComputer: false,
  });
});

test('a call carries every kind of value there and back', async () => {
  const back = await page.evaluate(async () => {
    const value = await window.contract.echo({
      date: new Date(5),
      map: new Map([['a', new Set([1n])]]),
      nothing: undefined,
      notANumber: Number.NaN,
      minusZero: -0,
      bytes: new Uint8Array([1, 2, 255]),
      // oxlint-disable-next-line no-sparse-arrays
      sparse: [1, , 3],
      error: new RangeError('far'),
    });
    const got = value as Record<string, unknown>;
    const map = got['map'] as Map<string, Set<bigint>>;
    return {
      date: got['date'] instanceof Date && got['date'].getTime(),
      map: [...(map.get('a') ?? [])].map(String),
      nothing: 'nothing' in got && got['nothing'] === undefined,
      notANumber: Number.isNaN(got['notANumber']),
      minusZero: Object.is(got['minusZero'], -0),
      bytes: got['bytes'] instanceof Uint8Array && [...got['bytes']],
      length: (got['sparse'] as unknown[]).length,
      error: got['error'] instanceof Error && got['error'].message,
    };
  });
  expect(back).toEqual({
    date: 5,
    map: ['1'],
    nothing: true,
    notANumber: true,
    minusZero: true,
    bytes: [1, 2, 255],
    length: 3,
    error: 'far',
  });
});

test('a value that refers to itself survives a call', async () => {
  const isSame = await page.evaluate(async () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    // Through ipcRenderer as one value in a Map: the bridge itself copies plain objects, and would follow the loop for ever.
    const back = (await window.contract.echo(new Map([['loop', loop]]))) as Map<string, typeof loop>;
    return back.get('loop')?.self === back.get('loop');
  });
  expect(isSame).toBe(true);
});

test('a failing handler and a missing one are told in the host’s words', async () => {
  const message = (name: 'fail' | 'unknown') =>
    page.evaluate((which) => window.contract[which]().catch((error: Error) => error.message), name);
  expect(await message('fail')).toBe("Error invoking remote method 'fail': TypeError: kapot");
  expect(await message('unknown')).toBe(
    "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
  );
});

test('a function cannot be sent to the main process', async () => {
  const message = await page.evaluate(() =>
    window.contract.echo({ call: () => 1 }).then(
      () => 'sent',
      (error: Error) => error.message,
    ),
  );
  expect(message).toContain('could not be cloned');
});

test('a call tells who sends it', async () => {
  expect(await page.evaluate(() => window.contract.sender())).toEqual({
    url: 'app://contract/index.html',
    isTop: true,
    isOurs: true,
  });
});

test('messages come to the page until it stops listening', async () => {
  const heard = await page.evaluate(async () => {
    const got: string[] = [];
    const first = Promise.withResolvers<void>();
    const stop = window.contract.say('hallo', (said, when) => {
      got.push(`${said} ${when.getTime()}`);
      first.resolve();
    });
    await first.promise;
    stop();
    const second = Promise.withResolvers<void>();
    const stopSecond = window.contract.say('nog eens', () => second.resolve());
    await second.promise;
    stopSecond();
    return got;
  });
  expect(heard).toEqual(['hallo! 5']);
});

test('the bridge calls across at once, and what it exposes cannot be changed', async () => {
  const bridge = await page.evaluate(() => {
    const { contract } = window;
    const tryTo = (change: () => unknown): boolean => {
      try {
        change();
        return true;
      } catch {
        return false;
      }
    };
    tryTo(() => Object.assign(contract, { add: null }));
    tryTo(() => contract.nested.list.push(3));
    tryTo(() => Object.defineProperty(window, 'contract', { value: 1 }));
    return {
      sum: contract.add(2, 3),
      calledBack: contract.callBack((map) => [...(map.get('a') ?? [])].join()),
      when: contract.nested.when.getTime(),
      list: contract.nested.list,
      isStill: window.contract.add(1, 1),
    };
  });
  expect(bridge).toEqual({ sum: 5, calledBack: '1', when: 7, list: [1, 2], isStill: 2 });
});

test('the page has nothing of Node or of the host', async () => {
  const world = await page.evaluate(() => ({
    names: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in window,
    ),
    isSandboxed: window.contract.isSandboxed,
    hasNoNode: window.contract.hasNoNode,
    isSecure: isSecureContext,
  }));
  expect(world).toEqual({ names: [], isSandboxed: true, hasNoNode: true, isSecure: true });
});

test('the app’s own scheme answers with body and method, and 404 for what is not there', async () => {
  const answers = await page.evaluate(async () => {
    const posted = await fetch('/echo', { method: 'POST', body: 'één' });
    return { text: await posted.text(), missing: (await fetch('/missing.txt')).status };
  });
  expect(answers).toEqual({ text: 'POST één', missing: 404 });
});

test('a request that the app cancels fails, and never reaches the scheme', async () => {
  expect(
    await page.evaluate(() =>
      fetch('/forbidden').then(
        () => 'answered',
        () => 'failed',
      ),
    ),
  ).toBe('failed');
  const { blocked, requests } = await seen();
  expect(blocked).toEqual(['app://contract/forbidden']);
  expect(requests.filter((url) => url.endsWith('/forbidden'))).toEqual([]);
});

test('the page’s policy holds', async () => {
  const violated = await page.evaluate(() => {
    const violation = Promise.withResolvers<string>();
    document.addEventListener('securitypolicyviolation', (event) => violation.resolve(event.effectiveDirective), {
      once: true,
    });
    new Image().src = 'https://tracker.example/pixel.gif';
    return violation.promise;
  });
  expect(violated).toBe('img-src');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    document.head.append(script);
    return document.title;
  });
  expect(ran).toBe('Contract');
});

test('permissions that the app denies are denied', async () => {
  const states = await page.evaluate(() =>
    Promise.all(
      ['notifications', 'geolocation', 'camera'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied']);
});

test('a link to another window goes to the owner’s browser, and no window opens', async () => {
  await page.getByRole('link', { name: 'elsewhere' }).click();
  await expect.poll(async () => (await seen()).opened).toEqual(['https://example.org/']);
  await page.evaluate(() => window.open('https://example.org/opened'));
  await expect.poll(async () => (await seen()).opened).toHaveLength(2);
  expect(app.windows()).toHaveLength(1);
});

test('a link that would lead the window away is asked about, and stopped', async () => {
  const before = page.url();
  await page.getByRole('link', { name: 'away' }).click();
  await expect
    .poll(async () => (await seen()).navigations)
    .toContainEqual({ url: 'https://example.org/away', isMainFrame: true });
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => window.contract.add(1, 2))).toBe(3);
});

test('a mail in a sandboxed frame gets no script, no preload and no tracker, and its own image', async () => {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.src = '/mail';
    document.body.append(frame);
  });
  await expect(page.frameLocator('iframe').locator('#text')).toHaveText('Beste klant');
  await expect.poll(async () => (await seen()).requests).toContain('app://contract/logo.svg');
  const frame = page.frames()[1];
  expect(await frame?.evaluate(() => [document.title, 'contract' in window, origin])).toEqual(['', false, 'null']);
});

test('closing hides when the app wants it, and the tray brings the window back', async () => {
  const window = await app.browserWindow(page);
  const isVisible = () => window.evaluate((one) => one.isVisible());
  await window.evaluate((one) => one.close());
  await expect.poll(isVisible).toBe(false);
  await app.evaluate(() =>
    (Reflect.get(globalThis, 'contract') as { readonly tray: { emit: (name: string) => void } }).tray.emit('click'),
  );
  await expect.poll(isVisible).toBe(true);
});

test('a second start tells the first and leaves', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const executable = createRequire(import.meta.url)('electron') as string;
  const second = spawn(executable, [appFolder, '--again'], { env: environment(), stdio: 'ignore' });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(async () => (await seen()).secondStarts).toMatchObject([{ hasArgument: true }]);
});

test('an item of the menu can be clicked by its id, and a notification tells which of its buttons was pressed', async () => {
  const count = async () => (await seen()).events.filter((event) => event === 'notification').length;
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('notify')?.click());
  await expect.poll(count).toBe(1);
  await app.evaluate(() => {
    const { note } = Reflect.get(globalThis, 'contract') as { readonly note: NodeJS.EventEmitter };
    note.emit('action', { actionIndex: 0 });
  });
  await expect.poll(async () => (await seen()).events).toContain('pressed Open');
});

test('the app’s own choice of theme reaches the page', async () => {
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(isDark).toBe(true);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(isDark).toBe(false);
  expect((await seen()).themes).toContain(true);
});

test('what the page stores is there at the next start, for this user only', async () => {
  await expect(page.locator('#loads')).toHaveText('1');
  await app.close();
  await launch();
  await expect(page.locator('#loads')).toHaveText('2');
  const others = 0o077;
  expect(statSync(data).mode & others).toBe(0);
});

test('quitting asks in order, and closes every window', async () => {
  const closed = app.waitForEvent('close');
  const events = app.evaluate(({ app: host }) => {
    const order: string[] = [];
    for (const name of ['before-quit', 'will-quit', 'window-all-closed'] as const)
      host.on(name as 'before-quit', () => order.push(name));
    host.on('will-quit', (event) => event.preventDefault());
    host.quit();
    return new Promise<readonly string[]>((resolve) => setTimeout(() => resolve(order), 500));
  });
  expect(await events).toEqual(['before-quit', 'will-quit']);
  await app.evaluate(({ app: host }) => host.exit(0));
  await closed;
});
