// A mail server whose certificate the owner's own authority signed: trusted when the account or the system names that authority, by the
// command line and by the app's thread alike, and by nobody otherwise.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../main/contract/account-commands.ts';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { ENGINE_THREAD } from '../helpers/engine-thread.ts';
import { startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

describe.skipIf(!hasDovecot())('an authority of the owner’s own', () => {
  const ca = createTestCa();
  const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
  const folder = mkdtempSync(join(tmpdir(), 'balie-authority-'));
  const caFile = join(folder, 'ca.pem');
  let dovecot: Dovecot;
  let smtp: SmtpDesk;
  let desk: CommandLineDesk;
  beforeAll(async () => {
    writeFileSync(caFile, ca.ca);
    dovecot = await startDovecot({ certificate });
    smtp = await startSmtp({ security: 'tls', certificate });
    desk = await openCommandLine();
  });
  afterAll(async () => {
    await Promise.all([desk.close(), smtp.stop(), dovecot.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const add = async (words: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const added = await desk.balie(
      [
        ...`account add --json --email ${DOVECOT_USER} --password-stdin --keep session`.split(' '),
        ...`--imap 127.0.0.1:${dovecot.tlsPort},tls --smtp 127.0.0.1:${smtp.port},tls`.split(' '),
        ...words,
      ],
      { stdin: DOVECOT_PASSWORD, env },
    );
    return added.json() as { readonly id?: string; readonly error?: { readonly code: string } };
  };
  const inThread = async (own: string | null, env: NodeJS.ProcessEnv): Promise<unknown> => {
    const draft: AccountDraft = {
      email: DOVECOT_USER,
      name: '',
      user: DOVECOT_USER,
      password: DOVECOT_PASSWORD,
      imap: { host: '127.0.0.1', port: dovecot.tlsPort, security: 'tls' },
      smtp: { host: '127.0.0.1', port: smtp.port, security: 'tls' },
      ca: own,
      keep: 'session',
      plainAllowed: false,
    };
    const data = mkdtempSync(join(folder, 'desk-'));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(import.meta.dirname, 'thread-child.ts'),
        ENGINE_THREAD.href,
        data,
        join(import.meta.dirname, '../../assets'),
        JSON.stringify(draft),
      ],
      { env: { PATH: process.env['PATH'], HOME: data, ...env } },
    );
    return JSON.parse(stdout);
  };

  it('is not trusted by itself', async () => {
    expect(await add([])).toMatchObject({ error: { code: 'tls-certificate' } });
    expect(await inThread(null, {})).toBe('tls-certificate');
  });

  it('is trusted where the account names it', async () => {
    const { id = '' } = await add(['--ca', caFile]);
    expect(id).not.toBe('');
    await desk.balie(['account', 'remove', id]);
    expect(await inThread(ca.ca, {})).toBe('ok');
  });

  it('is trusted where NODE_EXTRA_CA_CERTS names it', async () => {
    expect((await add([], { NODE_EXTRA_CA_CERTS: caFile })).id).toMatch(/./);
    expect(await inThread(null, { NODE_EXTRA_CA_CERTS: caFile })).toBe('ok');
  });
});
