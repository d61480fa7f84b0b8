// The owner's own data on the command line, against a real Dovecot: old mail comes in once whatever is cut short, everything goes
// out and comes back, and an erased customer is gone from the folder and does not return with the next sync.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk, type Staying } from '../helpers/command-line.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

type Row = { readonly message: number };
const DAY_MS = 86_400_000;

const oldMail = (nr: number): string =>
  `From: Klant ${nr % 40} <klant${nr % 40}@voorbeeld.example>\nTo: ${DOVECOT_USER}\nSubject: Oud ${nr}\nMessage-ID: <oud${nr}@voorbeeld.example>\nDate: Tue, 7 Mar 2023 10:00:00 +0100\n\n${'Dit is een oude brief. '.repeat(20)}\n`;

describe.skipIf(!hasDovecot())("the owner's own data on the command line", { timeout: 240_000 }, () => {
  let dovecot: Dovecot;
  let smtp: SmtpDesk;
  let desk: CommandLineDesk;
  let place: string;

  const run = async (...words: readonly string[]): Promise<unknown> => {
    const ran = await desk.balie([...words, '--json']);
    if (ran.code !== 0) throw new Error(`${words.join(' ')} -> ${ran.code}\n${ran.out}\n${ran.err}`);
    return ran.json();
  };
  const found = async (query: string): Promise<number> =>
    ((await run('search', query, '--limit', '500')) as readonly Row[]).length;
  const letter = (facts: {
    readonly id: string;
    readonly from: string;
    readonly subject: string;
    readonly body: string;
    readonly head?: string;
  }): string =>
    `From: ${facts.from}\nTo: ${DOVECOT_USER}\nSubject: ${facts.subject}\nDate: ${new Date(Date.now() - DAY_MS).toUTCString()}\nMessage-ID: <${facts.id}>\n${facts.head ?? ''}\n${facts.body}\n`;

  /** Something was written, and not all of it yet; or it is through. */
  const untilWritten = async (command: Staying, bytes: number): Promise<void> => {
    const log = join(desk.dataFolder, 'balie.db-wal');
    const giveUpAt = Date.now() + 60_000;
    while (Date.now() < giveUpAt && command.lines.length === 0) {
      if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) >= bytes) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };

  beforeAll(async () => {
    const ca = createTestCa();
    const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
    dovecot = await startDovecot({ certificate });
    smtp = await startSmtp({ security: 'tls', certificate });
    desk = await openCommandLine({ BALIE_PASSWORD: DOVECOT_PASSWORD });
    place = mkdtempSync(join(tmpdir(), 'balie-own-data-'));
    writeFileSync(join(place, 'ca.pem'), ca.ca);
    const plan =
      '--b\nContent-Type: text/plain\n\nZie het plan, bel 0479 12 34 56.\n--b\nContent-Type: application/pdf; name="plan-willems.pdf"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\naGV0IGdlaGVpbWUgcGxhbg==\n--b--';
    dovecot.deliver(
      letter({
        id: 'w1@willems.example',
        from: 'Els Willems <els@willems.example>',
        subject: 'Badkamer Koningsstraat',
        body: plan,
        head: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n',
      }),
    );
    dovecot.deliver(
      letter({
        id: 'w2@willems.example',
        from: 'Els Willems <els@willems.example>',
        subject: 'Re: Badkamer Koningsstraat',
        body: `Nog iets: ${'het moet voor de verbouwing af zijn. '.repeat(60)}`,
      }),
    );
    dovecot.deliver(
      letter({
        id: 'c1@claes.example',
        from: 'Mia Claes <mia@claes.example>',
        subject: 'Keuken',
        body: 'Els Willems gaf mij uw naam.',
      }),
    );
    await run(
      ...`account add --email ${DOVECOT_USER} --keep session --ca ${join(place, 'ca.pem')} --imap 127.0.0.1:${dovecot.tlsPort},tls --smtp 127.0.0.1:${smtp.port},tls`.split(
        ' ',
      ),
    );
    await run('sync');
  });
  afterAll(async () => {
    await desk.close();
    await smtp.stop();
    await dovecot.stop();
    rmSync(place, { recursive: true, force: true });
  });

  it('an mbox comes in once, also when the import is killed again and again', async () => {
    const mbox = join(place, 'Inbox');
    const many = 1_500;
    writeFileSync(
      mbox,
      Array.from({ length: many }, (_, nr) => `From - Tue Mar  7 09:00:00 2023\n${oldMail(nr)}\n`).join(''),
    );
    const before = ((await run('check')) as { readonly messages: number }).messages;
    let cutOff = 0;
    for (let round = 0; round < 3; round += 1) {
      const importing = desk.stay(['import', mbox, '--json']);
      await untilWritten(importing, 100_000 * (round + 1));
      await importing.kill();
      if (importing.lines.length === 0) cutOff += 1;
    }
    expect(cutOff).toBeGreaterThan(0);
    const half = (await run('check')) as { readonly messages: number; readonly ok: boolean };
    expect(half.ok).toBe(true);
    const report = (await run('import', mbox)) as { readonly added: number; readonly known: number };
    expect(report.added + report.known).toBe(many);
    expect(report.known).toBe(half.messages - before);
    expect(await run('import', mbox)).toMatchObject({ added: 0, known: many, skipped: 0 });
    expect(await run('check')).toMatchObject({ ok: true, messages: before + many });
    expect(
      ((await run('queue')) as readonly { readonly subject: string }[]).some(({ subject }) =>
        subject.startsWith('Oud'),
      ),
    ).toBe(false);
  });

  it('a Maildir comes in with its folders, and Ctrl+C stops an import that can go on', async () => {
    for (let nr = 2_000; nr < 2_600; nr += 1) {
      const folder = join(place, 'Maildir', nr % 3 === 0 ? '.Archief/cur' : 'cur');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${1_678_179_600 + nr}.M${nr}.host:2,S`), oldMail(nr));
    }
    const importing = desk.stay(['import', join(place, 'Maildir'), '--json']);
    await untilWritten(importing, 50_000);
    const code = await importing.interrupt();
    // It may have been through already; either way it said so itself.
    expect(code).toBe(0);
    expect(importing.lines).toHaveLength(1);
    const { added } = JSON.parse(importing.lines[0] ?? '') as { readonly added: number };
    expect(await run('import', join(place, 'Maildir'))).toMatchObject({ added: 600 - added, known: added });
    expect(await found('in:import/archief subject:2001')).toBe(1);
  });

  it('everything goes out, and comes back as much into an empty desk', async () => {
    const out = join(place, 'alles');
    const { messages } = (await run('export', '--out', out)) as { readonly messages: number };
    expect(messages).toBe(((await run('check')) as { readonly messages: number }).messages);
    const other = await openCommandLine();
    const back = (await other.balie(['import', out, '--json'])).json();
    expect(back).toMatchObject({ added: messages, known: 0, skipped: 0 });
    expect((await other.balie(['check', '--json'])).json()).toMatchObject({ ok: true, messages });
    await other.close();
    const again = await desk.balie(['export', '--out', out, '--json']);
    expect(again).toMatchObject({ code: 1 });
    expect(again.json()).toMatchObject({ error: { code: 'already-exists' } });
  });

  it('a customer who asks for her data gets all of it, attachments from the server too', async () => {
    const out = join(place, 'els');
    const report = await run('export', '--contact', 'els@willems.example', '--out', out);
    expect(report).toMatchObject({
      messages: await found('from:els@willems.example'),
      attachments: 1,
      missingAttachments: 0,
    });
    const plan = readdirSync(out, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('plan-willems.pdf'),
    );
    expect(readFileSync(join(out, plan ?? ''), 'utf8')).toBe('het geheime plan');
  });

  it('erasing says first what goes and what the tax office wants kept, and does nothing without a yes', async () => {
    const asked = await desk.balie(['erase', 'els@willems.example', '--json']);
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/2 berichten.*\n.*1 bericht van of aan anderen(?:.*\n)+.*belastingdienst/);
    expect(await found('from:els@willems.example')).toBe(2);
  });

  it('an erased customer is gone from every byte, and does not come back with a sync', async () => {
    const words = [
      'els@willems.example',
      'Els Willems',
      'Koningsstraat',
      '0479 12 34 56',
      'voor de verbouwing',
      'plan-willems',
    ];
    expect(tracesIn(desk.dataFolder, words)).not.toEqual([]);
    expect(await run('erase', 'els@willems.example', '--yes')).toMatchObject({
      messages: 2,
      leftOnServer: 2,
      leftIn: [],
    });
    expect(tracesIn(desk.dataFolder, words)).toEqual([]);
    const synced = (await run('sync', '--full')) as { readonly added: number; readonly bytesIn: number };
    expect(synced).toMatchObject({ added: 0 });
    expect(tracesIn(desk.dataFolder, words)).toEqual([]);
    expect(await run('check', '--remote')).toMatchObject({ ok: true, gaps: [] });
    expect((await desk.balie(['erase', 'els@willems.example', '--yes', '--json'])).json()).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('and is removed from the server too when that is asked for, alone', async () => {
    expect(await run('erase', 'mia@claes.example', '--yes', '--on-server')).toMatchObject({
      removedFromServer: 1,
      leftOnServer: 0,
    });
    const there = await dovecot.doveadm('fetch', '-u', DOVECOT_USER, 'hdr.message-id', 'mailbox', 'INBOX');
    expect(there).not.toContain('c1@claes.example');
    expect(there).toContain('w1@willems.example');
    expect(await run('sync')).toMatchObject({ added: 0 });
    expect(await run('check', '--remote')).toMatchObject({ ok: true, gaps: [] });
  });
});

/** As it stands, and within every compressed text. */
function tracesIn(folder: string, words: readonly string[]): readonly string[] {
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      const texts = [bytes.toString('latin1').toLowerCase()];
      for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
        try {
          texts.push(zstdDecompressSync(bytes.subarray(at)).toString('utf8').toLowerCase());
        } catch {
          // Cut by the end of a page, or only looks like one.
        }
      }
      return words
        .filter((word) => texts.some((text) => text.includes(word.toLowerCase())))
        .map((word) => `${name}: ${word}`);
    });
}
