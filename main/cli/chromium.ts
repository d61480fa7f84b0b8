// Runs one page in a headless Chromium and reads what it made of itself: for `balie render`, whose sanitizer needs a real browser's
// DOM (one written for servers ran out of memory). No network, a profile of its own, gone when it ends.
import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failed, ok, type Result } from '../contract/errors.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const LIMIT_MS = 30_000;

export function findChromium(env: NodeJS.ProcessEnv): string | null {
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [env['BALIE_CHROMIUM'] ?? '', ...onPath, ...ELSEWHERE];
  return candidates.find((file) => file !== '' && isProgram(file)) ?? null;
}

/** `page` is a whole document that ends with its result, in base64, as the only text of its body. */
export function runPage(browser: string, page: string): Promise<Result<string>> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-render-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, page, { mode: 0o600 });
  const switches = [
    '--headless',
    '--dump-dom',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--allow-file-access-from-files',
    '--disable-extensions',
    '--no-first-run',
    // Chromium's sandbox refuses to start for root, as in a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  return new Promise((resolve) => {
    execFile(
      browser,
      [...switches, pathToFileURL(file).href],
      { timeout: LIMIT_MS, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
      (error, dom) => {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
        const made = /<body[^>]*>([A-Za-z0-9+/=]+)<\/body>/.exec(dom)?.[1];
        if (made !== undefined) resolve(ok(Buffer.from(made, 'base64').toString('utf8')));
        else
          resolve(
            failed(
              'not-possible-now',
              'user',
              `the browser made no page: ${error?.message.split('\n')[0] ?? 'no output'}`,
            ),
          );
      },
    );
  });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
