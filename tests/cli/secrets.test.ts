// After a real session with everything that goes wrong in one: no password anywhere on disk, and no address, subject or word of a
// letter outside the desk's own file. The files are read byte by byte, whatever they are called.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk } from '../helpers/command-line.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

const WRONG_PASSWORD = 'Verkeerd-Gezaaid-77!';
const SECRETS = [DOVECOT_PASSWORD, WRONG_PASSWORD];
const PRIVATE = [
  'els@willems.example',
  'boekhouding@cijfers.example',
  'weigert@post.example',
  'Verbouwing Koningsstraat gezaaid',
  'het geheime bedrag is vierduizend',
  'Beste Els, dat doen we',
];

describe.skipIf(!hasDovecot())('a session in which much goes wrong', () => {
  let dovecot: Dovecot;
  let smtp: SmtpDesk;
  let desk: CommandLineDesk;
  let place: string;
  let addAccount: readonly string[];

  const letter = (id: string, from: string, body: string): string =>
    `From: ${from}\nTo: ${DOVECOT_USER}\nCc: boekhouding@cijfers.example\nSubject: Verbouwing Koningsstraat gezaaid\nDate: ${new Date().toUTCString()}\nMessage-ID: <${id}>\n\n${body}\n`;

  const hasLog = (): boolean => filesIn(desk.dataFolder).some((file) => /logs.*\.log$/.test(file));

  beforeAll(async () => {
    const ca = createTestCa();
    const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
    dovecot = await startDovecot({ certificate });
    smtp = await startSmtp({ security: 'tls', certificate });
    place = mkdtempSync(join(tmpdir(), 'balie-secrets-'));
    mkdirSync(join(place, 'tmp'));
    writeFileSync(join(place, 'ca.pem'), ca.ca);
    desk = await openCommandLine({ BALIE_PASSWORD: DOVECOT_PASSWORD, TMPDIR: join(place, 'tmp') });
    addAccount =
      `account add --email ${DOVECOT_USER} --keep session --password-stdin --ca ${join(place, 'ca.pem')} --imap 127.0.0.1:${dovecot.tlsPort},tls --smtp 127.0.0.1:${smtp.port},tls --json`.split(
        ' ',
      );
    dovecot.deliver(
      letter(
        'w1@willems.example',
        'Els Willems <els@willems.example>',
        'Kunt u helpen? het geheime bedrag is vierduizend euro.',
      ),
    );
    dovecot.deliver(letter('w2@post.example', 'Post <weigert@post.example>', 'Graag een antwoord.'));
    dovecot.deliver(
      `From: "<script>" <els@willems.example>\nSubject: =?x-none?B?////?=\nContent-Type: multipart/mixed; boundary="\n\n${'('.repeat(20_000)}\n`,
    );

    await desk.balie(addAccount, { stdin: WRONG_PASSWORD });
    await desk.balie(addAccount, { stdin: DOVECOT_PASSWORD });
    await desk.balie(['sync'], { env: { BALIE_PASSWORD: WRONG_PASSWORD } });
    await desk.balie(['sync']);
    const queue = (await desk.balie(['queue', '--json'])).json() as readonly { readonly conversation: number }[];
    for (const { conversation } of queue.slice(0, 2)) {
      await desk.balie(['show', String(conversation)]);
      await desk.balie(['reply', String(conversation), '--text-stdin', '--now', '--json'], {
        stdin: 'Beste Els, dat doen we',
      });
    }
    await desk.balie(['outbox', 'run'], { env: { BALIE_PASSWORD: WRONG_PASSWORD } });
    await desk.balie(['outbox', 'run']);
    await desk.balie(['search', 'Koningsstraat', '--json']);
    await desk.balie(['search', '"els@willems.example" OR (']);
    await dovecot.goAway();
    await desk.balie(['sync']);
    await dovecot.start();
    const watching = desk.stay(['sync', '--watch', '--json']);
    await watching.until((lines) => lines.length > 0);
    dovecot.deliver(
      letter('w3@willems.example', 'Els Willems <els@willems.example>', 'Nog iets: het geheime bedrag is vierduizend.'),
    );
    await watching.until((lines) => lines.length > 1);
    await dovecot.goAway();
    const giveUpAt = Date.now() + 30_000;
    while (!hasLog() && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 100));
    await watching.kill();
    await dovecot.start();
    await desk.balie(['check', '--remote', '--json']);
  }, 300_000);
  afterAll(async () => {
    await desk.close();
    await smtp.stop();
    await dovecot.stop();
    rmSync(place, { recursive: true, force: true });
  });

  it('has left its traces: the letters are in the desk, and the log has lines', () => {
    expect(hitsIn(desk.dataFolder, PRIVATE).some((hit) => hit.startsWith('balie.db'))).toBe(true);
    expect(hasLog()).toBe(true);
  });
  it('has left no password in any file, in whatever spelling', () => {
    const spelled = SECRETS.flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(`\0${DOVECOT_USER}\0${secret}`).toString('base64').replace(/=+$/, ''),
      encodeURIComponent(secret),
    ]);
    expect(hitsIn(desk.dataFolder, spelled)).toEqual([]);
    expect(hitsIn(join(place, 'tmp'), spelled)).toEqual([]);
  });
  it('has left nothing of a letter outside the desk itself: not in the log, not in a temporary file', () => {
    const outside = hitsIn(desk.dataFolder, PRIVATE).filter((hit) => !/^balie\.db(?:-wal|-shm)?: /.test(hit));
    expect(outside).toEqual([]);
    expect(hitsIn(join(place, 'tmp'), PRIVATE)).toEqual([]);
  });
});

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());

/** As it stands, and within every compressed text. */
function hitsIn(folder: string, words: readonly string[]): readonly string[] {
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  return filesIn(folder).flatMap((file) => {
    const bytes = readFileSync(file);
    const texts = [bytes.toString('latin1')];
    for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
      try {
        texts.push(zstdDecompressSync(bytes.subarray(at)).toString('utf8'));
      } catch {
        // Only looks like one.
      }
    }
    return words
      .filter((word) => texts.some((text) => text.includes(word)))
      .map((word) => `${basename(file)}: ${word}`);
  });
}
