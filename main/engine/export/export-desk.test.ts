import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../contract/errors.ts';
import { parseMail } from '../channels/email/parse/parse-mail.ts';
import type { ParsedAttachment, ParsedMail } from '../channels/parsed-mail.ts';
import { importMail } from '../import/import-mail.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { identityOf } from '../ingest/identity.ts';
import { prepareMail } from '../ingest/prepared-mail.ts';
import { createSearch } from '../search/search.ts';
import { exportDesk } from './export-desk.ts';
import { rebuildMail, type MailToRebuild } from './rebuild-mail.ts';

let desk: FakeDesk;
let folder: string;
/** The server's attachments, by part; null: it cannot be reached. */
let server: ReadonlyMap<string, Uint8Array> | null;
beforeEach(() => {
  desk = createFakeDesk();
  folder = join(mkdtempSync(join(tmpdir(), 'balie-export-')), 'uit');
  server = new Map();
});
afterEach(() => {
  desk.store.close();
  rmSync(join(folder, '..'), { recursive: true });
});

const takeOut = (contact: string | null = null, from = desk) =>
  exportDesk(
    {
      store: from.store,
      clock: from.ports.clock,
      settings: from.settings.get,
      emit: () => {},
      passwordFor: async () => ok('geheim'),
      connectorFor: () => ({
        fetchAttachments: async (_, __, places, onBytes) => {
          if (server === null) return failed('offline', 'auto', '');
          for (const [index, { part }] of places.entries()) {
            const bytes = server.get(part);
            if (bytes !== undefined) onBytes(index, bytes);
          }
          return ok(null);
        },
      }),
    },
    { folder, contact, language: 'nl' },
    new AbortController().signal,
  );
const takeIn = (into: FakeDesk, account: string | null) =>
  importMail(
    {
      store: into.store,
      clock: into.ports.clock,
      timers: { after: (_, run) => (queueMicrotask(run), () => {}) },
      ingest: into.ingest,
      reader: { wholeWithFiles: async (raw) => prepareMail(parseMail(raw, { content: 'all' })) },
      emit: () => {},
    },
    { path: folder, account, ownAddresses: [], archiveName: 'Archief' },
    new AbortController().signal,
  );
const attachment = (facts: Partial<ParsedAttachment>): ParsedAttachment => ({
  part: '2',
  fileName: 'plan.pdf',
  contentType: 'application/pdf',
  size: 5,
  contentId: null,
  isInline: false,
  content: Buffer.from('hallo'),
  ...facts,
});
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .toSorted();
const read = (name: string): string =>
  readFileSync(join(folder, files().find((file) => file.endsWith(name)) ?? name), 'utf8');

describe('taking everything along', () => {
  it('writes each message as a mail that others can open, and pages that say what it is', async () => {
    desk.receive({ subject: 'Ronde tafel – één', text: 'Hoe groot is hij?', at: TUESDAY_TEN - 60_000 });
    desk.sentElsewhere({ at: TUESDAY_TEN });
    const canned = desk.store.canned.add({
      code: 'dank',
      title: 'Dank, en groet',
      tags: ['a', 'b'],
      texts: { nl: 'Dag "Jan"\nGroet' },
    });
    const file = { fileName: 'prijzen.txt', contentType: 'text/plain', bytes: Buffer.from('5 euro') };
    desk.store.cannedFiles.add(canned, file);
    expect(await takeOut()).toMatchObject({
      ok: true,
      value: { messages: 2, conversations: 2, missingAttachments: 0 },
    });
    expect(files().map((name) => name.replace(/\([a-z0-9]+\)/, '()'))).toEqual([
      'README.txt',
      'balie-export.json',
      'canned-files/dank/1 prijzen.txt',
      'canned-replies.csv',
      'conversations.json',
      'mail/Inbox/2026-05/2026-05-12 07.59 Jan Peeters - Ronde tafel – één ().eml',
      'mail/Sent/2026-05/2026-05-12 08.00 Fietsen Mertens - Re_ Vraag over een fiets ().eml',
      'settings.json',
    ]);
    expect(read('canned-replies.csv')).toBe(
      '\uFEFFcode;title;tags;nl;en;fr\r\ndank;Dank, en groet;a, b;"Dag ""Jan""\nGroet";;\r\n',
    );
    expect(read('canned-files/dank/1 prijzen.txt')).toBe('5 euro');
    expect(JSON.parse(read('conversations.json'))).toHaveLength(2);
    expect(read('README.txt')).toContain('opnieuw opgebouwd');
    const mail = readdirSync(join(folder, 'mail/Inbox/2026-05'))[0] ?? '';
    expect(parseMail(readFileSync(join(folder, 'mail/Inbox/2026-05', mail)))).toMatchObject({
      subject: 'Ronde tafel – één',
      from: [CUSTOMER],
      to: [OWNER],
      text: 'Hoe groot is hij?',
    });
  });
  it('tells what the desk learned of its owner', async () => {
    const id = desk.conversationOf(desk.receive({}));
    desk.store.lessons.add(id, { sender: CUSTOMER.address, deed: 'apart', signs: ['thanks'], at: TUESDAY_TEN });
    await takeOut();
    const { learned } = JSON.parse(read('settings.json')) as { learned: unknown };
    expect(learned).toEqual([
      { sender: CUSTOMER.address, deed: 'apart', signs: ['thanks'], at: '2026-05-12T08:00:00.000Z' },
    ]);
  });
  it('takes along what is being written, with its files, and of one person only what is for him', async () => {
    const { store } = desk;
    const conversation = desk.conversationOf(desk.receive({}));
    const words = { message: null, account: null, sender: null, html: null, canned: [], savedAt: TUESDAY_TEN };
    const answer = { ...words, kind: 'answer', conversation, recipients: null, subject: null, text: 'Half' } as const;
    store.drafts.add(answer);
    const recipients = { to: [{ name: 'Els', address: 'els@elders.be' }], cc: [], bcc: [] };
    const fresh = { ...words, kind: 'new', conversation: null, recipients, subject: 'Plan', text: 'Dag' } as const;
    const id = store.drafts.add(fresh);
    for (const fileName of ['plan.pdf', 'Plan.pdf']) {
      const file = { fileName, contentType: 'application/pdf', contentId: null };
      store.draftFiles.add(id, file, Buffer.from(fileName));
    }
    await takeOut();
    const drafts = JSON.parse(read('drafts.json')) as readonly { readonly files: readonly string[] }[];
    expect(drafts).toMatchObject([
      { subject: 'Plan', text: 'Dag', recipients },
      { kind: 'answer', text: 'Half' },
    ]);
    expect(files().filter((name) => name.startsWith('drafts/'))).toEqual([
      'drafts/1/Plan (2).pdf',
      'drafts/1/plan.pdf',
    ]);
    expect(read('drafts/1/plan.pdf')).toBe('plan.pdf');
    rmSync(folder, { recursive: true });
    await takeOut(CUSTOMER.address);
    expect(JSON.parse(read('drafts.json'))).toMatchObject([{ text: 'Half' }]);
    expect(JSON.parse(read('conversations.json'))).toMatchObject([{ draft: 'Half' }]);
  });
  it('tells what was promised, and what became of it', async () => {
    desk.receive({ messageId: 'a@x' });
    desk.sentElsewhere({ inReplyTo: ['a@x'], text: 'Vrijdag bel ik u terug.' });
    await takeOut();
    const [{ promises }] = JSON.parse(read('conversations.json')) as [{ promises: unknown }];
    expect(promises).toMatchObject([
      { words: 'Vrijdag bel ik u terug.', due: '2026-05-15T15:30:00.000Z', state: 'proposed', closedAt: null },
    ]);
  });
  it('read in again, every message is there once, in its conversation, and known to the desk it came from', async () => {
    const first = desk.receive({ messageId: 'a@x', text: 'Vraag', date: TUESDAY_TEN - 1000 });
    desk.sentElsewhere({ messageId: 'b@x', inReplyTo: ['a@x'], references: ['a@x'] });
    desk.receive({ messageId: null, subject: 'zonder nummer', text: 'Dag', date: null });
    desk.receive({
      messageId: null,
      subject: 'met <b>HTML</b>',
      text: 'Dag',
      html: '<p>Dag</p>',
      attachments: [attachment({})],
    });
    await takeOut();
    expect(await takeIn(desk, null)).toMatchObject({ ok: true, value: { added: 0, known: 4, skipped: 0 } });
    const other = createFakeDesk();
    expect(await takeIn(other, 'mertens')).toMatchObject({ ok: true, value: { added: 4, known: 0 } });
    const [arrived] = other.store.messages.withMessageId('mertens', 'a@x');
    expect(arrived?.at).toBe(desk.store.messages.get(first)?.at);
    expect(other.store.messages.ofConversation(arrived?.conversation ?? 0).map(({ direction }) => direction)).toEqual([
      'in',
      'out',
    ]);
    other.store.close();
  });
  it('never writes where something lies already', async () => {
    desk.receive({});
    await takeOut();
    const before = files();
    expect(await takeOut()).toMatchObject({ ok: false, error: { code: 'already-exists' } });
    expect(files()).toEqual(before);
    writeFileSync(join(folder, '..', 'bestand'), '');
    folder = join(folder, '..', 'bestand');
    expect(await takeOut()).toMatchObject({ ok: false });
  });
});

describe('taking one person along', () => {
  it('holds what was written by and to this address, as many as search finds, and nothing of others', async () => {
    desk.receive({ subject: 'Van Jan' });
    desk.sentElsewhere({ subject: 'Aan Jan' });
    desk.receive({
      subject: 'Van Mia',
      from: [{ name: 'Mia Claes', address: 'Mia@Claes.be' }],
      text: 'Jan Peeters stuurde me',
    });
    desk.receive({
      subject: 'Met Jan in kopie',
      from: [{ name: 'Mia Claes', address: 'Mia@Claes.be' }],
      cc: [{ name: '', address: 'JAN@peeters.be' }],
    });
    const report = await takeOut('Jan@Peeters.be');
    const search = createSearch(Object.assign({ zone: () => 'Europe/Brussels' }, desk, desk.ports));
    const count = new Set(
      ['from', 'to'].flatMap((key) =>
        search({ query: `${key}:jan@peeters.be`, limit: 100 }).hits.map(({ message }) => message),
      ),
    ).size;
    expect(report).toMatchObject({ ok: true, value: { messages: count } });
    expect(count).toBe(3);
    expect(files().filter((name) => name.endsWith('.eml'))).toHaveLength(3);
    expect(files().some((name) => name.includes('Van Mia'))).toBe(false);
    expect(files()).not.toContain('canned-replies.csv');
  });
  it('fetches what lies on the server only, and says what could not be had', async () => {
    desk.receive({
      attachments: [
        attachment({ content: null, fileName: 'CON' }),
        attachment({ part: '3', content: null, fileName: 'con' }),
      ],
    });
    server = new Map([
      ['2', Buffer.from('twee')],
      ['3', Buffer.from('drie')],
    ]);
    expect(await takeOut(CUSTOMER.address)).toMatchObject({
      ok: true,
      value: { attachments: 2, missingAttachments: 0 },
    });
    const apart = files()
      .filter((name) => name.startsWith('attachments/'))
      .map((name) => name.split('/').at(-1));
    expect(apart).toEqual(['_CON', '_con (2)']);
    server = null;
    folder = `${folder}-2`;
    expect(await takeOut(CUSTOMER.address)).toMatchObject({
      ok: true,
      value: { attachments: 0, missingAttachments: 2 },
    });
    expect(JSON.parse(read('balie-export.json')).missing.map(({ fileName }: { fileName: string }) => fileName)).toEqual(
      ['CON', 'con'],
    );
    // An export does not fill the desk.
    const [row] = desk.store.people.messagesOf(CUSTOMER.address);
    expect(desk.store.attachments.ofMessage(row ?? 0).some(({ isHere }) => isHere)).toBe(false);
  });
  it('who is not here is said to be so, and nothing is made', async () => {
    expect(await takeOut('niemand@nergens.be')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a rebuilt mail', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('Ærø café', 'a"b\\c', '=?x?=', 'Bcc: y\r\nX: z', '日本語のとても長い主題 '.repeat(9)),
  );
  // A Date and a Message-ID that are none are dropped when read; here they are what a mail may hold.
  const person = fc.record({
    name: words.map((name) => name.trim()),
    address: fc.constantFrom('jan@peeters.be', 'a.b+c@xn--caf-dma.be'),
  });
  const file = fc.record({
    fileName: words,
    contentType: fc.constantFrom('application/pdf', 'text/plain', 'message/rfc822', 'multipart/signed', 'niets'),
    contentId: fc.constantFrom(null, 'logo@x'),
    isInline: fc.boolean(),
    content: fc.uint8Array({ maxLength: 300 }),
  });
  it('is recognised as the message that it was, whatever that held', () => {
    const anything = fc.record<MailToRebuild>({
      messageId: fc.constantFrom(null, 'a1@peeters.be'),
      subject: words,
      from: person,
      to: fc.array(person, { maxLength: 3 }),
      cc: fc.array(person, { maxLength: 2 }),
      bcc: fc.constant([]),
      replyTo: fc.array(person, { maxLength: 1 }),
      headerDate: fc.constantFrom(null, 1.7e12),
      at: fc.integer({ min: 1e12, max: 1.9e12 }),
      size: fc.integer({ min: 1, max: 1e9 }),
      headers: fc.constantFrom(
        {},
        { date: ['Tue, 5 May 2026 10:00:00 +0200'], 'list-id': ['<x>'], 'x-ünï': ['y'], references: ['<p@q> <r@s>'] },
      ),
      text: words,
      html: fc.option(words),
      files: fc.array(file, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(anything, (before) => {
        // As parsing gives it: what is kept was read from a mail once.
        const once = asKept(parseMail(rebuildMail(before), { content: 'all' }), before);
        const again = parseMail(rebuildMail(once), { content: 'all' });
        expect(again.attachments.map(({ content }) => Buffer.from(content ?? []).toString('hex'))).toEqual(
          once.files.map(({ content }) => Buffer.from(content).toString('hex')),
        );
        expect(again.to.map(({ address }) => address)).toEqual(once.to.map(({ address }) => address));
        const size = once.size;
        expect(identityOf({ mail: again, size })).toBe(
          identityOf({ mail: { ...once, from: [once.from], date: again.date }, size }),
        );
        expect(again.references).toEqual(once.headers['references'] === undefined ? [] : ['p@q', 'r@s']);
      }),
      { numRuns: 300 },
    );
  });
});

function asKept(mail: ParsedMail, before: MailToRebuild): MailToRebuild {
  return {
    ...before,
    subject: mail.subject,
    from: mail.from[0] ?? { name: '', address: '' },
    to: mail.to,
    text: mail.text,
    html: mail.html,
    headers: mail.headers,
    files: mail.attachments.map((one) => ({ ...one, content: one.content ?? new Uint8Array() })),
  };
}
