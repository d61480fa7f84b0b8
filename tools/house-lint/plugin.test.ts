// Each wall is shown to hold: a small house is built in a temporary folder, with one thing wrong in it, and linted for real.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const OXLINT = join(ROOT, 'node_modules/oxlint/bin/oxlint');
const made: string[] = [];

afterEach(() => {
  for (const house of made.splice(0)) rmSync(house, { recursive: true, force: true });
});

/** The complaints of the house rules about one file, as "rule: message". */
function complaints(path: string, source: string): readonly string[] {
  const house = mkdtempSync(join(tmpdir(), 'balie-lint-'));
  made.push(house);
  cpSync(import.meta.dirname, join(house, 'tools/house-lint'), { recursive: true });
  writeFileSync(join(house, 'package.json'), '{"type":"module"}');
  const rules = ['walls', 'packages', 'world', 'no-module-state', 'trade-names', 'one-door'];
  writeFileSync(
    join(house, '.oxlintrc.json'),
    JSON.stringify({
      jsPlugins: ['./tools/house-lint/plugin.ts'],
      categories: { correctness: 'off' },
      rules: Object.fromEntries(rules.map((rule) => [`house/${rule}`, 'error'])),
    }),
  );
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), source);
  const run = spawnSync(process.execPath, [OXLINT, '--format', 'json', path], { cwd: house, encoding: 'utf8' });
  const report = JSON.parse(run.stdout) as { readonly diagnostics: readonly { code: string; message: string }[] };
  return report.diagnostics.map(({ code, message }) => `${/house\(([^)]+)\)/.exec(code)?.[1] ?? code}: ${message}`);
}

describe('walls', () => {
  test('the domain knows nothing of the engine', () => {
    expect(complaints('main/domain/queue/rank.ts', "import { x } from '../../engine/store/store.ts';\nx();\n")).toEqual(
      ['walls: main/domain may not import from main/engine/store'],
    );
  });
  test('the engine knows nothing of the shell, not even by a lazy import', () => {
    expect(complaints('main/engine/sync/a.ts', "export const f = () => import('../../shell/tray.ts');\n")).toEqual([
      'walls: main/engine may not import from main/shell',
    ]);
  });
  test('the window does not reach into the engine', () => {
    expect(complaints('renderer/app/app.tsx', "export * from '../../main/engine/ports/ports.ts';\n")).toEqual([
      'walls: renderer may not import from main/engine/ports',
    ]);
  });
  test('one feature of the window does not import another', () => {
    expect(complaints('renderer/features/queue/row.tsx', "import { a } from '../composer/a.tsx';\na();\n")).toEqual([
      'walls: feature queue may not import feature composer; compose them in renderer/app',
    ]);
  });
  test('the way down is open', () => {
    expect(complaints('main/engine/queue/q.ts', "import { a } from '../../domain/queue/rank.ts';\na();\n")).toEqual([]);
  });
});

describe('packages', () => {
  test('electron stays in the shell and preload', () => {
    expect(complaints('main/engine/host/h.ts', "import { app } from 'electron';\napp.quit();\n")).toEqual([
      'packages: electron is only for main/shell, preload, tools, tests',
    ]);
    expect(complaints('main/shell/index.ts', "import { app } from 'electron';\napp.quit();\n")).toEqual([]);
  });
  test.each([
    ['better-sqlite3', 'main/engine/queue/q.ts'],
    ['imapflow', 'main/engine/sync/s.ts'],
    ['nodemailer', 'main/engine/outbox/o.ts'],
    ['keytar', 'main/engine/accounts/a.ts'],
  ])('%s has one room', (name, path) => {
    expect(complaints(path, `import x from '${name}';\nx();\n`)).toEqual([
      expect.stringMatching(`packages: ${name} is only for`),
    ]);
  });
  test('the domain has no packages but the calendar', () => {
    expect(complaints('main/domain/queue/q.ts', "import { z } from 'zod';\nz.any();\n")).toEqual([
      'packages: the domain is pure: it may use date-fns and @date-fns/tz, not zod',
    ]);
  });
  test('the window has no Node', () => {
    expect(complaints('renderer/state/s.ts', "import 'node:fs';\n")).toEqual([
      'packages: renderer runs in a sandbox without Node',
    ]);
  });
});

describe('world', () => {
  test.each([
    ['Date.now()', 'Date.now comes in by a port here'],
    ['new Date()', 'new Date() reads the clock: take the instant as an argument'],
    ['Math.random()', 'Math.random comes in by a port here'],
    ['process.env.HOME', 'process.env comes in by a port here'],
    ["console.log('x')", 'console.log comes in by a port here'],
    ['setTimeout(f, 1)', 'setTimeout comes in by the Timers port'],
  ])('%s is not for the engine', (code, message) => {
    expect(complaints('main/engine/queue/q.ts', `export const f = () => ${code};\n`)).toEqual([`world: ${message}`]);
    expect(complaints('main/engine/ports/p.ts', `export const f = () => ${code};\n`)).toEqual([]);
  });
  test('a date made from an instant is fine', () => {
    expect(complaints('main/domain/reply-by/r.ts', 'export const f = (at: number) => new Date(at);\n')).toEqual([]);
  });
});

describe('no-module-state', () => {
  test('a module keeps no variable', () => {
    expect(complaints('main/engine/queue/q.ts', 'let n = 0;\nexport const next = () => (n += 1);\n')).toEqual([
      'no-module-state: no let or var at module level',
    ]);
  });
  test('a module keeps no collection that can change', () => {
    expect(complaints('main/engine/queue/q.ts', 'export const seen = new Map();\n')).toEqual([
      'no-module-state: a collection at module level must be typed as Readonly...',
    ]);
    expect(complaints('main/engine/queue/q.ts', "export const seen: ReadonlySet<string> = new Set(['a']);\n")).toEqual(
      [],
    );
  });
});

test('trade-names: a name that fits everything is refused', () => {
  expect(complaints('main/engine/utils/dates.ts', 'export const a = 1;\n')).toEqual([
    'trade-names: "utils" says nothing: name it after the trade',
  ]);
});

test('one-door: raw IPC has one place on each side', () => {
  expect(complaints('main/shell/tray.ts', "import { ipcMain } from 'electron';\nipcMain.on('x', () => {});\n")).toEqual(
    ['one-door: ipcMain is only for main/shell/ipc.ts'],
  );
});
