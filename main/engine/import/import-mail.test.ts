import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../contract/own-data.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import { createFakeDesk, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { prepareMail } from '../ingest/prepared-mail.ts';
import { createSearch } from '../search/search.ts';
import { ARCHIVE_ACCOUNT } from './import-account.ts';
import { importMail } from './import-mail.ts';

let desk: FakeDesk;
let folder: string;
beforeEach(() => {
  desk = createFakeDesk();
  folder = mkdtempSync(join(tmpdir(), 'balie-import-'));
});
afterEach(() => {
  desk.store.close();
  rmSync(folder, { recursive: true });
});

type MailFacts = {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly head?: string;
  readonly body?: string;
};
const mail = (
  subject: string,
  { id = subject, from = 'jan@peeters.be', to = OWNER.address, head = '', body = 'Dag' }: MailFacts = {},
) =>
  `From: ${from}\nTo: ${to}\nSubject: ${subject}\nMessage-ID: <${id}@peeters.be>\nDate: Tue, 5 May 2026 10:00:00 +0000\n${head}\n${body}\n`;
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const take = async (
  options: {
    readonly path?: string;
    readonly account?: string;
    readonly own?: readonly string[];
    readonly stop?: AbortSignal;
  } = {},
): Promise<ImportReport> => {
  const done = importMail(
    {
      store: desk.store,
      clock: desk.ports.clock,
      timers: { after: (_, run) => (queueMicrotask(run), () => {}) },
      ingest: desk.ingest,
      reader: { wholeWithFiles: async (raw) => prepareMail(parseMail(raw, { content: 'all' })) },
      emit: (event) => desk.events.push(event),
    },
    {
      path: options.path ?? folder,
      account: options.account ?? null,
      ownAddresses: options.own ?? [],
      archiveName: 'Archief',
    },
    options.stop ?? new AbortController().signal,
  );
  const report = await done;
  if (!report.ok) throw new Error(report.error.detail);
  return report.value;
};
const rowOf = (query: string) => {
  const [hit] = createSearch(Object.assign({ zone: () => 'Europe/Brussels' }, desk, desk.ports))({
    query,
    limit: 50,
  }).hits;
  const row = hit === undefined ? null : desk.store.messages.get(hit.message);
  if (row === null) throw new Error(`${query} is not found`);
  return row;
};

describe('mail from files', () => {
  it('is searchable, in the account whose address it names, and never asks for an answer', async () => {
    put('een.eml', mail('Offerte fiets', { body: 'Kunt u mij vandaag nog een offerte sturen?' }));
    expect(await take()).toMatchObject({ added: 1, known: 0, skipped: 0 });
    const row = rowOf('offerte');
    expect(row).toMatchObject({ account: 'mertens', direction: 'in', isHistory: true });
    expect(desk.queue.item(row.conversation)).toMatchObject({ turn: 'nobody', section: 'done', replyBy: null });
  });
  it('does not open a conversation that is being handled, nor move its clock', async () => {
    const asked = desk.receive({ messageId: 'vraag@peeters.be', at: TUESDAY_TEN - 3_600_000 });
    const before = desk.item(asked);
    put('later.eml', mail('Re: Vraag over een fiets', { head: 'In-Reply-To: <vraag@peeters.be>\n' }));
    expect(await take()).toMatchObject({ added: 1 });
    expect(rowOf('dag').conversation).toBe(desk.conversationOf(asked));
    expect(desk.item(asked)).toMatchObject({
      turn: 'ours',
      replyBy: before.replyBy,
      waitingSince: before.waitingSince,
    });
  });
  it('that names no own address goes to an archive that nothing is connected to', async () => {
    put('een.eml', mail('Oud', { to: 'winkel@vroeger.be' }));
    put('Verzonden/twee.eml', mail('Antwoord', { from: 'winkel@vroeger.be', to: 'jan@peeters.be' }));
    put('drie.eml', mail('Nog een', { from: 'winkel@vroeger.be', to: 'mia@claes.be' }));
    expect(await take({ own: ['winkel@vroeger.be'] })).toMatchObject({ added: 3 });
    expect(rowOf('oud')).toMatchObject({ account: ARCHIVE_ACCOUNT, direction: 'in' });
    expect(rowOf('antwoord')).toMatchObject({ account: ARCHIVE_ACCOUNT, direction: 'out' });
    expect(rowOf('nog')).toMatchObject({ account: ARCHIVE_ACCOUNT, direction: 'out' });
    expect(desk.store.accounts.get(ARCHIVE_ACCOUNT)).toMatchObject({ isPaused: true, name: 'Archief' });
  });
  it('goes where the owner says, when he does', async () => {
    put('een.eml', mail('Oud', { to: 'winkel@vroeger.be' }));
    await take({ account: 'mertens' });
    expect(rowOf('oud').account).toBe('mertens');
  });
  it('that is here already is known again, from the server or from the file', async () => {
    desk.receive({ messageId: 'a@peeters.be', subject: 'A', text: 'Dag', date: Date.parse('2026-05-05T10:00:00Z') });
    put('a.eml', mail('A', { id: 'a', from: 'Jan Peeters <jan@peeters.be>' }));
    put('b.eml', mail('B'));
    put('c.eml', mail('B'));
    put('zonder.eml', 'From: x@y.be\nSubject: zonder nummer\n\nDag\n');
    expect(await take()).toMatchObject({ added: 2, known: 2 });
    expect(await take()).toMatchObject({ added: 0, known: 4 });
  });
  it('keeps its attachments, for no server has them', async () => {
    const body =
      '--x\nContent-Type: text/plain\n\nZie bijlage\n--x\nContent-Type: application/pdf; name="plan.pdf"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\naGFsbG8=\n--x--';
    put('een.eml', mail('Plan', { head: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n', body }));
    await take();
    const [file] = desk.store.attachments.ofMessage(rowOf('plan').id);
    expect(file).toMatchObject({ fileName: 'plan.pdf', isHere: true });
    expect(Buffer.from(desk.store.attachments.content(file?.id ?? 0) ?? []).toString()).toBe('hallo');
  });
});

describe('a Maildir', () => {
  it('comes with its flags and its folders', async () => {
    put('cur/1700000000.M1.host:2,RS', mail('Gelezen'));
    put('new/1700000001.M2.host', mail('Nieuw'));
    put('tmp/1700000002.M3.host', mail('Half'));
    put('dovecot-uidlist', '3 V1 N2');
    put('.Sent/cur/1700000003.M4.host;2,S', mail('Onze offerte', { from: OWNER.address, to: 'jan@peeters.be' }));
    put('.Klanten.Oud/cur/1700000004.M5.host:2,', mail('Bewaard'));
    put('cur/1700000005.M6.host:2,ST', mail('Weggegooid'));
    expect(await take()).toMatchObject({ added: 4, skipped: 1, passedOver: [{ why: 'deleted', count: 1 }] });
    expect(rowOf('gelezen')).toMatchObject({ isSeen: true, isAnswered: true, direction: 'in' });
    expect(rowOf('nieuw')).toMatchObject({ isSeen: false });
    expect(rowOf('onze')).toMatchObject({ direction: 'out' });
    // The server's own Sent stays the only one that answers are filed in.
    const inSent = desk.store.mailboxes.list('mertens').filter(({ role }) => role === 'sent');
    expect(inSent.map(({ path }) => path)).toEqual(['Sent']);
    expect(desk.store.mailboxes.list('mertens').map(({ path }) => path)).toContain('Import/Sent');
    expect(desk.store.mailboxes.list('mertens').map(({ path }) => path)).toContain('Import/Klanten/Oud');
  });
});

describe('an mbox', () => {
  it('comes with what was noted in it, and leaves out what Thunderbird had deleted', async () => {
    const from = 'From - Tue Nov 21 10:20:30 2023\n';
    put(
      'Inbox',
      `${from}X-Mozilla-Status: 0003\n${mail('Een')}\n${from}X-Mozilla-Status: 0009\n${mail('Twee')}\n${from}Status: O\n${mail('Drie')}\n`,
    );
    expect(await take({ path: join(folder, 'Inbox') })).toMatchObject({ added: 2, skipped: 1 });
    expect(rowOf('een')).toMatchObject({ isSeen: true, isAnswered: true });
    expect(rowOf('drie')).toMatchObject({ isSeen: false });
  });
});

describe('what is no mail', () => {
  it('is counted and told, and the rest goes on', async () => {
    put('a.eml', '');
    put('b.eml', 'Boodschappen: melk, brood\n');
    put('c.eml', mail('Goed'));
    put('foto.jpg', 'xx');
    expect(await take()).toMatchObject({
      added: 1,
      skipped: 2,
      passedOver: [
        { why: 'empty', count: 1 },
        { why: 'no-mail', count: 1 },
      ],
    });
  });
  it('a path that is not there is said to be so', async () => {
    await expect(take({ path: join(folder, 'weg') })).rejects.toThrow('weg');
  });
});

it('an import that was stopped goes on without doubles', async () => {
  for (let nr = 0; nr < 200; nr += 1) put(`${nr}.eml`, mail(`Bericht ${nr}`));
  const stopping = new AbortController();
  const emit = desk.events.push.bind(desk.events);
  desk.events.push = (event) => {
    if (event.kind === 'own-data-progress') stopping.abort();
    return emit(event);
  };
  const first = await take({ stop: stopping.signal });
  expect(first).toMatchObject({ isStopped: true });
  expect(first.added).toBeGreaterThan(0);
  expect(first.added).toBeLessThan(200);
  expect(await take()).toMatchObject({ added: 200 - first.added, known: first.added, isStopped: false });
  expect(desk.store.mailboxes.countMessages('mertens')).toBe(200);
});
