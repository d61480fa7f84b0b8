// The real keychain of a Linux desktop, and each way in which it fails: gnome-keyring in a D-Bus session of its own and a home of its
// own. The library and the bus are the real ones.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const QUESTIONS = join(import.meta.dirname, 'keychain-questions.ts');
/** The five seconds of patience, and what a busy machine adds. */
const SOON_MS = 10_000;

type Told = {
  readonly answer: unknown;
  readonly status: { readonly where: string; readonly trouble: string | null };
  readonly ms: number;
};

function hasKeyring(): boolean {
  const has = ['/usr/bin/dbus-run-session', '/usr/bin/gnome-keyring-daemon'].every((file) => existsSync(file));
  if (!has && process.env['CI'] === 'true')
    throw new Error('CI=true, and dbus-run-session or gnome-keyring is missing');
  if (!has) console.warn('Skipped: keychain tests need dbus-run-session and gnome-keyring.');
  return has;
}

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'balie-keyring-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: home, XDG_RUNTIME_DIR: home });
const ask = (deed: string): string => `"${process.execPath}" "${QUESTIONS}" ${deed}`;

/** Each command's answer, one a line. */
function inSession(script: string): readonly Told[] {
  const ran = spawnSync('dbus-run-session', ['--', 'sh', '-c', script], {
    env: environment(),
    encoding: 'utf8',
    timeout: 50_000,
  });
  return ran.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Told);
}

const unlocked = 'printf geheim | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;';

describe.skipIf(process.platform !== 'linux' || !hasKeyring())('the keychain of a Linux desktop', () => {
  it('keeps a password from one start to the next, and forgets it when told', () => {
    const told = inSession(
      `${unlocked} ${['keep', 'read', 'forget', 'read'].map((deed) => `${ask(deed)}; echo`).join('; ')}`,
    );
    expect(told.map(({ answer }) => answer ?? null)).toEqual([
      'keychain',
      { kind: 'found', secret: 'geheim-Wachtw00rd!' },
      null,
      { kind: 'unknown' },
    ]);
    expect(told[0]?.status).toEqual({ where: 'keychain', trouble: null });
  });

  it('absent (no bus at all): the password stays in memory, and the reason is told', () => {
    const ran = spawnSync(process.execPath, [QUESTIONS, 'keep'], {
      env: environment(),
      encoding: 'utf8',
      timeout: 30_000,
    });
    const told = JSON.parse(ran.stdout) as Told;
    expect(told.answer).toBe('session');
    expect(told.status.where).toBe('session');
    expect(told.status.trouble).toBeTruthy();
    expect(told.ms).toBeLessThan(SOON_MS);
  });

  it('without a login collection: the same', () => {
    const [told] = inSession(`gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; ${ask('keep')}`);
    expect(told).toMatchObject({ answer: 'session', status: { where: 'session' } });
    expect(told?.ms).toBeLessThan(SOON_MS);
  });

  it('that hangs: nobody waits longer than five seconds', () => {
    const [told] = inSession(
      `${unlocked} ${ask('keep')} >/dev/null; pid=$(pgrep -u "$(id -u)" -f "gnome-keyring-daemon --unlock" -n); kill -STOP "$pid"; ${ask('read')}; kill -CONT "$pid"`,
    );
    expect(told?.answer).toEqual({ kind: 'unavailable', why: 'the keychain does not answer' });
    expect(told?.ms).toBeLessThan(SOON_MS);
  });
});
