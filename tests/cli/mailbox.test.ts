// The command line against a real Dovecot and a real SMTP server: from an address and a password to an answered customer.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLineDesk, type Ran } from '../helpers/command-line.ts';
import { DOVECOT_PASSWORD, DOVECOT_USER, hasDovecot, startDovecot, type Dovecot } from '../helpers/dovecot.ts';
import { startSmtp, type SmtpDesk } from '../helpers/smtp.ts';
import { createTestCa } from '../helpers/test-ca.ts';

type Row = { readonly conversation: number; readonly subject: string; readonly section: string; readonly who: string };

const customer = (subject: string, at: number): string =>
  [
    'From: Mia Peeters <mia@klant.example>',
    `To: ${DOVECOT_USER}`,
    `Subject: ${subject}`,
    `Date: ${new Date(at).toUTCString()}`,
    `Message-ID: <${subject.replaceAll(' ', '-').toLowerCase()}@klant.example>`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Dag, kunt u mij een offerte sturen voor vrijdag?',
    '',
  ].join('\r\n');

describe.skipIf(!hasDovecot())('a mailbox on the command line', () => {
  let dovecot: Dovecot;
  let smtp: SmtpDesk;
  let desk: CommandLineDesk;
  let account = '';
  let added: Ran;

  const queue = async (): Promise<readonly Row[]> => (await desk.balie(['queue', '--json'])).json() as readonly Row[];
  const find = async (subject: string): Promise<Row> => {
    const row = (await queue()).find((one) => one.subject === subject);
    if (row === undefined) throw new Error(`${subject} is not in the queue`);
    return row;
  };

  beforeAll(async () => {
    const ca = createTestCa();
    const certificate = ca.issue({ names: ['localhost'], addresses: ['127.0.0.1'] });
    dovecot = await startDovecot({ certificate });
    smtp = await startSmtp({ security: 'tls', certificate });
    desk = await openCommandLine({ BALIE_PASSWORD: DOVECOT_PASSWORD });
    const caFile = join(desk.dataFolder, 'ca.pem');
    writeFileSync(caFile, ca.ca);
    const now = Date.now();
    dovecot.deliver(customer('Offerte terras', now - 7_200_000), { at: now - 7_200_000 });
    dovecot.deliver(customer('Kast stuk', now - 3_600_000), { at: now - 3_600_000 });

    added = await desk.balie(
      `account add --json --email ${DOVECOT_USER} --user ${DOVECOT_USER} --password-stdin --ca ${caFile} --keep session
        --imap 127.0.0.1:${dovecot.tlsPort},tls --smtp 127.0.0.1:${smtp.port},tls --name Winkel`.split(/\s+/),
      { stdin: `${DOVECOT_PASSWORD}\n` },
    );
    account = (added.json() as { readonly id: string }).id;
  });
  afterAll(async () => {
    await desk.close();
    await smtp.stop();
    await dovecot.stop();
  });

  it('is added after a real test of both servers, and listed', async () => {
    expect(added).toMatchObject({ code: 0 });
    expect(added.err).not.toContain(DOVECOT_PASSWORD);
    const listed = await desk.balie(['account', 'list', '--json']);
    expect(listed.json()).toMatchObject([{ id: account, email: DOVECOT_USER, imap: { security: 'tls' } }]);
  });

  it('a wrong password is told as one, and nothing is stored', async () => {
    const refused = await desk.balie(
      `account add --json --email ander@dewinkel.example --password-stdin
        --imap 127.0.0.1:${dovecot.port},plain --smtp 127.0.0.1:${smtp.port},tls`.split(/\s+/),
      { stdin: 'fout' },
    );
    expect(refused.code).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'wrong-password', retry: 'user' } });
    expect((await desk.balie(['account', 'list', '--json'])).json()).toHaveLength(1);
  });

  it('is synced, and the queue gives its reasons', async () => {
    const synced = await desk.balie(['sync', '--json']);
    expect(synced.json()).toMatchObject({ added: 2, messages: 2 });
    const rows = await queue();
    expect(rows.map(({ subject }) => subject).toSorted()).toEqual(['Kast stuk', 'Offerte terras']);
    expect(rows[0]).toMatchObject({ channel: 'email', who: 'Mia Peeters', replyByFrom: 'target' });
    const { score, factors } = rows[0] as unknown as { score: number; factors: { points: number; because: string }[] };
    expect(factors.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
    expect(factors.every(({ because }) => because.length > 0)).toBe(true);
    expect((await desk.balie(['sync', '--json'])).json()).toMatchObject({ added: 0, removed: 0 });
  });

  it('a conversation is shown, found and checked against the server', async () => {
    const { conversation } = await find('Offerte terras');
    expect((await desk.balie(['show', String(conversation), '--json'])).json()).toMatchObject({
      conversation,
      messages: [{ from: { address: 'mia@klant.example' }, kind: 'human', attachments: [] }],
    });
    expect((await desk.balie(['search', 'terras', '--json'])).json()).toMatchObject([{ conversation }]);
    expect((await desk.balie(['check', '--remote', '--json'])).json()).toMatchObject({
      ok: true,
      messages: 2,
      gaps: [],
    });
  });

  it('an answer leaves at once with --now, with the right headers, and the customer waits no longer', async () => {
    const { conversation } = await find('Offerte terras');
    const sent = await desk.balie(['reply', String(conversation), '--text-stdin', '--now', '--json'], {
      stdin: 'Dag Mia,\n\nDe offerte vertrekt vandaag.\n',
    });
    expect(sent.json()).toMatchObject({ state: 'sent', conversation });
    expect(smtp.accepted).toHaveLength(1);
    const raw = smtp.accepted[0]?.raw ?? '';
    expect(raw).toMatch(/^In-Reply-To: <offerte-terras@klant\.example>/m);
    expect(raw).toMatch(/^From: .*info@dewinkel\.example/m);
    expect(smtp.accepted[0]?.to).toEqual(['mia@klant.example']);
    expect((await queue()).map(({ subject }) => subject)).toEqual(['Kast stuk']);
    const waiting = await desk.balie(['queue', '--section', 'waiting', '--json']);
    expect(waiting.json()).toMatchObject([{ conversation }]);
  });

  it('put off, brought back, answered by phone', async () => {
    const id = String((await find('Kast stuk')).conversation);
    const until = new Date(Date.now() + 30 * 60_000).toISOString();
    const replyBy = new Date(Date.now() + 4 * 86_400_000).toISOString();
    expect((await desk.balie(['reply-by', id, '--at', replyBy, '--json'])).json()).toMatchObject({
      replyBy,
      replyByFrom: 'hand',
    });
    expect((await desk.balie(['snooze', id, '--until', until, '--json'])).json()).toMatchObject({
      section: 'snoozed',
      snoozedUntil: until,
    });
    expect((await desk.balie(['reopen', id, '--json'])).json()).toMatchObject({ snoozedUntil: null });
    expect((await desk.balie(['phoned', id, '--json'])).json()).toMatchObject({ section: 'done' });
    expect((await desk.balie(['snooze', id, '--until', 'blauwe maandag', '--json'])).json()).toMatchObject({
      error: { code: 'when-not-understood' },
    });
  });

  it('watched, tells of a message once it is on disk; meanwhile the rest goes on beside it', async () => {
    const watching = desk.stay(['sync', '--watch', '--json']);
    await watching.until((lines) => lines.includes('{"ready":true}'));
    const before = Date.now();
    dovecot.deliver(customer('Nieuwe vraag', before), { at: before });
    await watching.until((lines) => lines.length > 1);
    const told = JSON.parse(watching.lines[1] ?? '') as { readonly have: string; readonly at: number };
    expect(told.have).toBe('nieuwe-vraag@klant.example');
    expect(told.at).toBeGreaterThanOrEqual(before);

    const refused = await desk.balie(['sync', '--json']);
    expect(refused.json()).toMatchObject({ error: { code: 'store-busy' } });
    const { conversation } = await find('Nieuwe vraag');
    const sent = await desk.balie(['reply', String(conversation), '--text-stdin', '--now', '--json'], {
      stdin: 'Komt in orde.',
    });
    expect(sent.json()).toMatchObject({ state: 'sent' });
    expect(smtp.accepted).toHaveLength(2);
    expect(await watching.interrupt()).toBe(0);
  });

  it('a new mail with a file is kept, listed, and leaves; its blind copy is in the envelope only', async () => {
    const plan = join(desk.dataFolder, 'plan é.txt');
    writeFileSync(plan, 'eik, 2 m');
    const words = ['compose', '--to', 'Els Maes <els@bouw.example>', '--bcc', 'boek@kantoor.example'];
    const kept = await desk.balie([...words, '--subject', 'Plan', '--text-stdin', '--keep', '--json', plan], {
      stdin: 'Zie bijlage.',
    });
    const { draft } = kept.json() as { readonly draft: number };
    expect((await desk.balie(['drafts', '--json'])).json()).toMatchObject([
      { id: draft, kind: 'new', subject: 'Plan' },
    ]);
    expect((await desk.balie(['drafts', 'send', String(draft), '--now', '--json'])).json()).toMatchObject({
      state: 'sent',
      to: ['els@bouw.example', 'boek@kantoor.example'],
    });
    const left = smtp.accepted.at(-1);
    expect(left?.to).toEqual(['els@bouw.example', 'boek@kantoor.example']);
    expect(left?.raw).toContain(Buffer.from('eik, 2 m').toString('base64'));
    expect(left?.raw).not.toMatch(/boek@kantoor/);
    expect((await desk.balie(['drafts', '--json'])).json()).toEqual([]);
    const copy = await dovecot.doveadm(
      'fetch',
      '-u',
      DOVECOT_USER,
      'hdr',
      'mailbox',
      'Sent',
      'header',
      'Subject',
      'Plan',
    );
    expect(copy).toContain('Bcc: boek@kantoor.example');
  });

  it('without a password says so, and keeps the account', async () => {
    const missing = await desk.balie(['sync', '--json'], { env: { BALIE_PASSWORD: '' } });
    expect(missing.code).toBe(1);
    expect((missing.json() as { error: { code: string } }).error.code).toMatch(
      /^(keychain-unavailable|password-missing)$/,
    );
    expect((await desk.balie(['account', 'list', '--json'])).json()).toHaveLength(1);
  });

  it('holds the password nowhere on disk', async () => {
    for (const name of ['balie.db', 'logs/cli-keep.log', 'logs/cli-watch.log']) {
      let bytes = '';
      try {
        bytes = readFileSync(join(desk.dataFolder, name), 'latin1');
      } catch {
        continue;
      }
      expect(bytes).not.toContain(DOVECOT_PASSWORD);
    }
  });

  it('is copied for safety, and not over an older copy', async () => {
    const copy = join(desk.dataFolder, 'copy.db');
    expect((await desk.balie(['backup', copy, '--json'])).json()).toMatchObject({ file: copy });
    expect((await desk.balie(['backup', copy, '--json'])).json()).toMatchObject({ error: { code: 'already-exists' } });
  });

  it('is removed with everything in it', async () => {
    expect((await desk.balie(['account', 'remove', account, '--json'])).json()).toEqual({ removed: account });
    expect((await desk.balie(['check', '--json'])).json()).toMatchObject({ ok: true, messages: 0, conversations: 0 });
  });
});
