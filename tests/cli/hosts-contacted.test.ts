// Promise P18: over a whole session the only places contacted are the owner's own mail servers. The kernel's own record of it: every
// address that any thread or child of the program so much as tried to reach, name look-ups included.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';
import { startScriptedImap, type ScriptedImap } from '../helpers/scripted-imap.ts';
import { SMTP_PASSWORD, SMTP_USER, startSmtp, type SmtpDesk } from '../helpers/smtp.ts';

const hasStrace = (): boolean => {
  if (spawnSync('strace', ['-V']).status === 0) return true;
  if (process.env['CI'] === 'true') throw new Error('strace is not installed, and CI=true: install strace');
  console.warn('Skipped: the record of contacted hosts needs strace (Debian: apt install strace).');
  return false;
};

describe.skipIf(!hasStrace())('a whole session', () => {
  const record = join(tmpdir(), `balie-contacted-${process.pid}.log`);
  let imap: ScriptedImap;
  let smtp: SmtpDesk;
  let tracker: Server;
  let visits = 0;
  let desk: CommandLineDesk;

  beforeAll(async () => {
    tracker = createServer((_, answer) => {
      visits += 1;
      answer.end();
    });
    tracker.listen(0, '127.0.0.1');
    await once(tracker, 'listening');
    imap = await startScriptedImap({ mails: [{ uid: 1, raw: curiousMail((tracker.address() as AddressInfo).port) }] });
    smtp = await startSmtp({ security: 'plain' });
    // -D: beside the program, so that Ctrl+C reaches that.
    const through = `strace -f -D --seccomp-bpf -qq -A -o ${record} -e trace=connect,sendto,sendmsg,sendmmsg -e signal=none`;
    desk = await openCommandLine({ BALIE_PASSWORD: SMTP_PASSWORD }, through.split(' '));
  });
  afterAll(async () => {
    await desk.close();
    await smtp.stop();
    await imap.stop();
    tracker.close();
    rmSync(record, { force: true });
  });

  it('of reading, searching, answering and listening reaches nobody else', async () => {
    const balie = async (words: string, stdin = ''): Promise<unknown> => {
      const ran = await desk.balie([...words.split(' '), '--json'], { stdin });
      expect(ran, `${words}: ${ran.err}`).toMatchObject({ code: 0 });
      return ran.json();
    };
    await balie(
      `account add --email ${SMTP_USER} --user ${SMTP_USER} --password-stdin --keep session --imap 127.0.0.1:${imap.port},plain --smtp 127.0.0.1:${smtp.port},plain`,
      SMTP_PASSWORD,
    );
    await balie('sync');
    const [row] = (await balie('queue')) as readonly { readonly conversation: number }[];
    await balie(`show ${row?.conversation}`);
    await balie('search offerte');
    await balie(`reply ${row?.conversation} --text-stdin --now`, 'Dag, die komt eraan.');
    await balie('outbox run');
    await balie('check --remote');
    const listening = desk.stay(['sync', '--watch', '--json']);
    await listening.until((lines) => lines.some((line) => line.includes('ready')));
    await listening.interrupt();
    expect(smtp.accepted).toHaveLength(1);

    const contacted = new Set(addressesIn(existsSync(record) ? readFileSync(record, 'utf8') : ''));
    expect([...contacted].toSorted()).toEqual([`127.0.0.1:${imap.port}`, `127.0.0.1:${smtp.port}`].toSorted());
    expect(visits).toBe(0);
  });
});

/** In the kernel's words: {sa_family=AF_INET, sin_port=htons(143), sin_addr=inet_addr("127.0.0.1")}. Sockets on this machine have no host. */
function addressesIn(record: string): readonly string[] {
  return [...record.matchAll(/sin6?_port=htons\((\d+)\).*?"([\d.a-f:]+)"/g)].map(([, port, host]) => `${host}:${port}`);
}

/** It wants to be seen: pictures, a style sheet and a receipt. */
const curiousMail = (port: number): string => `From: Mia <mia@klant.example>
To: ${SMTP_USER}
Subject: Offerte
Message-ID: <nieuwsgierig@klant.example>
Disposition-Notification-To: mia@klant.example
Content-Type: text/html; charset=utf-8

<link rel="stylesheet" href="http://127.0.0.1:${port}/a.css"><p>Kunt u een offerte sturen?</p>
<img src="http://127.0.0.1:${port}/b.gif"><div style="background:url(http://127.0.0.1:${port}/c.gif)">.</div>
`;
