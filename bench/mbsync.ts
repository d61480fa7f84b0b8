// What mbsync (isync) takes for the same mailbox, as files and without an index: the nearest thing to a floor that people use.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOVECOT_PASSWORD, DOVECOT_USER } from '../tests/helpers/dovecot.ts';
import type { Spent } from './figures.ts';

export const hasMbsync = (): boolean => spawnSync('mbsync', ['--version']).status === 0;

/** A first sync of the inbox into an empty Maildir. */
export async function firstMbsync(port: number): Promise<Spent> {
  const folder = mkdtempSync(join(tmpdir(), 'balie-mbsync-'));
  try {
    const settings = join(folder, 'mbsyncrc');
    mkdirSync(join(folder, 'mail'));
    writeFileSync(settings, settingsFor(port, join(folder, 'mail')), { mode: 0o600 });
    return await measured(`mbsync -q -c '${settings}' bench`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** For one account and its inbox; `mail` is a folder that is there. */
export const settingsFor = (port: number, mail: string): string => `IMAPAccount bench
Host 127.0.0.1
Port ${port}
User ${DOVECOT_USER}
Pass ${DOVECOT_PASSWORD}
SSLType None
AuthMechs LOGIN

IMAPStore far
Account bench

MaildirStore near
Path ${mail}/
Inbox ${mail}/INBOX

Channel bench
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
`;

/** The shell's own `times` tells what its children took. */
function measured(command: string): Promise<Spent> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const shell = spawn('sh', ['-c', `${command} & echo $!; wait $! && times`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let peakKb = 0;
    const looking = setInterval(() => (peakKb = Math.max(peakKb, peakOf(said.split('\n')[0] ?? ''))), 50);
    shell.stdout.on('data', (chunk) => (said += String(chunk)));
    shell.on('exit', (code) => {
      clearInterval(looking);
      const children = said.trim().split('\n').at(-1) ?? '';
      const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60 + Number(s));
      if (code !== 0 || seconds.length !== 2) {
        reject(new Error(`mbsync ended with ${code}`));
        return;
      }
      const cpuMs = Math.round(seconds.reduce((sum, part) => sum + part, 0) * 1000);
      resolve({ wallMs: Math.round(performance.now() - startedAt), cpuMs, peakMb: Math.round(peakKb / 1024) });
    });
  });
}

function peakOf(pid: string): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
