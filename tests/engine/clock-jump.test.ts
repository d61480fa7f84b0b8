// Promise P10 with the machine's own clock: it is set while the engine runs. The nights in which the time changes are told with a clock of
// our own (reminders.test.ts), for libfaketime does not change zones.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';
import { startScriptedImap, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { SMTP_PASSWORD, SMTP_USER, startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { customerMail } from '../helpers/sync-desk.ts';

const FAKETIME = globSync('/usr/lib/*/faketime/libfaketime.so.1').find((path) => existsSync(path));

/** Without it nobody can set the clock of one process alone. */
function hasFaketime(): boolean {
  if (FAKETIME !== undefined) return true;
  if (process.env['CI'] === 'true') throw new Error('libfaketime is not installed, and CI=true: install libfaketime');
  console.warn('Skipped: tests that set the clock need libfaketime (Debian: apt install libfaketime).');
  return false;
}

type Row = { readonly conversation: number; readonly subject: string };

/** Nobody waits for an answer to it, so it moves no clock. */
const leaflet = (subject: string, messageId: string): string =>
  customerMail(subject, { messageId, headers: 'List-Unsubscribe: <mailto:weg@x.example>\nPrecedence: bulk\n' });

describe.skipIf(!hasFaketime())('a clock that is set while the desk is open', () => {
  let imap: ScriptedImap;
  let smtp: SmtpDesk;
  let desk: CommandLineDesk;
  let engine: ChildProcess;
  const said: string[] = [];
  const count = (line: string): number => said.filter((one) => one === line).length;
  const setClock = (offset: string): void => writeFileSync(join(desk.dataFolder, 'clock'), offset);
  const seconds = (many: number) => new Promise((resolve) => setTimeout(resolve, many * 1_000));

  beforeAll(async () => {
    imap = await startScriptedImap({
      mails: ['Offerte', 'Kast'].map((what, at) => ({ uid: at + 1, raw: customerMail(what) })),
    });
    smtp = await startSmtp({ security: 'plain' });
    desk = await openCommandLine({ BALIE_PASSWORD: SMTP_PASSWORD });
    await desk.balie(
      `account add --json --email ${SMTP_USER} --user ${SMTP_USER} --password-stdin --keep session
        --imap 127.0.0.1:${imap.port},plain --smtp 127.0.0.1:${smtp.port},plain`.split(/\s+/),
      { stdin: SMTP_PASSWORD },
    );
    await desk.balie(['sync', '--json']);
    const queue = (await desk.balie(['queue', '--json'])).json() as readonly Row[];
    const about = (subject: string): string => String(queue.find((row) => row.subject === subject)?.conversation);
    const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
    await desk.balie(['reply', about('Offerte'), '--text-stdin', '--send-at', inHours(2), '--json'], {
      stdin: 'Komt eraan.',
    });
    await desk.balie(['reply-by', about('Kast'), '--at', inHours(1), '--json']);
    setClock('+0');
    engine = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('clock-child.ts', import.meta.url)),
        desk.dataFolder,
        fileURLToPath(new URL('../../assets', import.meta.url)),
      ],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: {
          PATH: process.env['PATH'],
          BALIE_PASSWORD: SMTP_PASSWORD,
          LD_PRELOAD: FAKETIME,
          FAKETIME_TIMESTAMP_FILE: join(desk.dataFolder, 'clock'),
          FAKETIME_NO_CACHE: '1',
          // Timers run on: a clock that is set is not a machine that slept.
          FAKETIME_DONT_FAKE_MONOTONIC: '1',
        },
      },
    );
    if (engine.stdout !== null) createInterface({ input: engine.stdout }).on('line', (line) => said.push(line));
    await vi.waitFor(() => assert(count('live') > 0, 'never live'), { timeout: 20_000 });
  });
  afterAll(async () => {
    const ended = once(engine, 'exit');
    engine.stdin?.write('stop\n');
    await ended;
    await desk.close();
    await smtp.stop();
    await imap.stop();
  });

  it(
    'three hours ahead: what fell due is told and sent, once, and the lines are built anew',
    { timeout: 150_000 },
    async () => {
      await seconds(2);
      expect(count('overdue Kast')).toBe(0);
      expect(smtp.accepted).toHaveLength(0);
      setClock('+3h');
      await expect.poll(() => smtp.accepted.length, { timeout: 75_000 }).toBe(1);
      await expect.poll(() => count('overdue Kast'), { timeout: 75_000 }).toBe(1);
      await expect.poll(() => imap.connections(), { timeout: 30_000 }).toBeGreaterThan(3);
      imap.mails.push({ uid: 3, raw: leaflet('Na de sprong', 'n@x.example') });
      imap.say('* 3 EXISTS\r\n');
      await expect.poll(() => count('stored n@x.example'), { timeout: 20_000 }).toBe(1);
    },
  );

  it('two days back: nothing is told or sent again, and mail comes as before', async () => {
    setClock('-2d');
    await seconds(14);
    imap.mails.push({ uid: 4, raw: leaflet('Eergisteren', 'e@x.example') });
    imap.say('* 4 EXISTS\r\n');
    await expect.poll(() => count('stored e@x.example'), { timeout: 20_000 }).toBe(1);
    expect(smtp.accepted).toHaveLength(1);
    expect(said.filter((line) => /^(warning|overdue|woken) /.test(line))).toEqual(['warning Kast', 'overdue Kast']);
  });
});
