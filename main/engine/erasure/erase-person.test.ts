import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import type { ErasureReport } from '../../contract/own-data.ts';
import type { ParsedMail } from '../channels/parsed-mail.ts';
import type { MailPlace } from '../channels/connector.ts';
import { emptyCard } from '../../domain/contact/card.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { backupFolder } from '../store/backup-shelf.ts';
import { shelveBackup } from '../store/backup-desk.ts';
import { createSearch } from '../search/search.ts';
import { blackenFor, BLACKED_OUT } from './blacken.ts';
import { erasePerson, lookAtPerson, type EraseDeps } from './erase-person.ts';
import { plainWords } from '../outbox/queue-letter.ts';

const MIA = { name: 'Mia Claes', address: 'mia@claes.be' };
/** What nobody may find afterwards. */
const PHONE = '0479 12 34 56';
const SECRET = 'de blauwe kast met het geheime vak';
const SUBJECT = 'Kast voor de Lindenlaan';

let desk: FakeDesk;
let folder: string;
let removedThere: readonly MailPlace[];
let deps: EraseDeps;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balie-erase-'));
  desk = createFakeDesk({ file: join(folder, 'balie.db') });
  removedThere = [];
  deps = {
    store: desk.store,
    clock: desk.ports.clock,
    timers: { after: (_, run) => (queueMicrotask(run), () => {}) },
    random: desk.ports.random,
    settle: desk.settle,
    emit: () => {},
    passwordFor: async () => ok('geheim'),
    connectorFor: () => ({
      removeForGood: async (_, __, places) => {
        removedThere = places;
        return ok(places.length);
      },
    }),
    places: { desk: join(folder, 'balie.db'), dataFolder: folder, logFolder: join(folder, 'logs') },
  };
});
afterEach(() => {
  desk.store.close();
  rmSync(folder, { recursive: true });
});

const erase = async (address = CUSTOMER.address, onServer = false): Promise<ErasureReport> => {
  const report = await erasePerson(deps, { address, onServer });
  if (!report.ok) throw new Error(`${report.error.code} ${report.error.detail}`);
  return report.value;
};
const hits = (query: string): number =>
  createSearch(Object.assign({ zone: () => 'Europe/Brussels' }, desk, desk.ports))({ query, limit: 50 }).hits.length;

/** In every file of the data folder, as it stands and within every compressed text, also one in a page that is in use no more. */
function tracesOf(words: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const texts = [bytes.toString('latin1').toLowerCase(), ...expanded(bytes)];
    return words
      .filter((word) => texts.some((text) => text.includes(word.toLowerCase())))
      .map((word) => `${name}: ${word}`);
  });
}
function expanded(bytes: Buffer): readonly string[] {
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  const found: string[] = [];
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    try {
      found.push(zstdDecompressSync(bytes.subarray(at)).toString('utf8').toLowerCase());
    } catch {
      // Cut by the end of a page, or only looks like one.
    }
  }
  return found;
}

/** A desk with Jan in every corner of it, and Mia who must lose nothing of her own. */
function fillDesk(): { readonly asked: number; readonly mia: number } {
  const long = `${SECRET}. ${'Met vriendelijke groet. '.repeat(80)} Bel ${PHONE}`;
  const asked = desk.receive({
    messageId: 'vraag-van-jan@peeters.be',
    subject: SUBJECT,
    text: long,
    html: `<p>${long}</p><a href="mailto:jan@peeters.be">Jan</a>`,
    headers: { 'x-sender': ['jan@peeters.be'] },
    attachments: [
      {
        part: '2',
        fileName: 'plan-peeters.pdf',
        contentType: 'application/pdf',
        size: 9,
        contentId: null,
        isInline: false,
        content: Buffer.from(SECRET),
      },
    ],
  });
  desk.sentElsewhere({
    subject: `Re: ${SUBJECT}`,
    inReplyTo: ['vraag-van-jan@peeters.be'],
    references: ['vraag-van-jan@peeters.be'],
    text: `Dag Jan Peeters\n\nVrijdag bel ik u over ${SECRET}.\n\n> ${SECRET}`,
  });
  const conversation = desk.conversationOf(asked);
  desk.store.drafts.add({ ...plainWords(conversation, `Beste Jan, over ${SECRET}`), canned: [], savedAt: TUESDAY_TEN });
  const aside = { conversation: null, message: null, account: null, sender: null, html: null, canned: [] };
  const savedAt = TUESDAY_TEN;
  const people = { to: [CUSTOMER], cc: [], bcc: [] };
  // A new mail to him alone, one to others too, and his letter that is about to be passed on, with his file.
  const toHim = { ...aside, kind: 'new', subject: SUBJECT, text: SECRET, recipients: people, savedAt } as const;
  const file = { fileName: 'plan-peeters.pdf', contentType: 'application/pdf', contentId: null };
  desk.store.draftFiles.add(desk.store.drafts.add(toHim), file, Buffer.from(SECRET));
  desk.store.drafts.add({ ...toHim, subject: 'Beurs', text: 'Tot op de beurs', recipients: { ...people, cc: [MIA] } });
  const passOn = { ...aside, kind: 'forward', conversation, message: asked, subject: 'Fwd', text: '' } as const;
  const passedOn = desk.store.drafts.add({ ...passOn, recipients: { ...people, to: [MIA] }, savedAt });
  desk.store.draftFiles.add(passedOn, file, Buffer.from(SECRET));
  desk.store.contacts.setVip(CUSTOMER.address, true);
  const mia = desk.receive({
    messageId: 'mia1@claes.be',
    from: [MIA],
    cc: [CUSTOMER],
    subject: 'Tafel',
    text: 'Is de tafel klaar? Jan Peeters (jan@peeters.be) raadde u aan.',
  });
  for (const [row, words] of [
    [asked, `${SECRET} tonen`],
    [mia, 'Jan Peeters bedanken (jan@peeters.be)'],
  ] as const) {
    desk.store.commitments.add({
      conversation: desk.conversationOf(row),
      message: null,
      nth: 0,
      words,
      madeAt: TUESDAY_TEN,
      dueAt: TUESDAY_TEN + 1,
      isWholeAnswer: false,
      said: 'watch',
      saidAt: TUESDAY_TEN,
    });
  }
  desk.receive({
    messageId: 'marjan@x',
    from: [{ name: 'Marjan', address: 'marjan@peeters.be' }],
    subject: 'Stoel',
    text: 'Van marjan@peeters.be',
  });
  mkdirSync(join(folder, 'logs'));
  writeFileSync(join(folder, 'logs', 'engine.log'), '{"what":"open"}\n{"what":"jan@peeters.be"}\n');
  return { asked, mia };
}

describe('erasing a person', () => {
  it('leaves no byte of him in the data folder, not in the index, free pages, log or copies', async () => {
    const { asked } = fillDesk();
    desk.store.remoteSenders.allow('jan@peeters.be', TUESDAY_TEN);
    expect(shelveBackup(join(folder, 'balie.db'), 'day', TUESDAY_TEN)).toMatchObject({ ok: true });
    const words = [
      'jan@peeters.be',
      'Jan Peeters',
      PHONE,
      SECRET,
      SUBJECT,
      'lindenlaan',
      'plan-peeters',
      'vraag-van-jan',
    ].map((word) => word);
    expect(new Set(tracesOf(words).map((trace) => trace.split(': ')[1]))).toContain(SECRET);
    expect(tracesOf(['\u0005jan@peeters.be'])).not.toEqual([]);
    const report = await erase();
    expect(report).toMatchObject({ messages: 2, conversations: 1, others: 1, leftIn: [], leftOnServer: 2 });
    expect(report.backupsRemoved).toHaveLength(1);
    expect(tracesOf(words).filter((trace) => !trace.endsWith('jan@peeters.be'))).toEqual([]);
    // All that is left of these letters is Marjan's address.
    expect(tracesOf(['"jan@peeters.be', '<jan@peeters.be', ' jan@peeters.be', 'mjan@peeters.be'])).toEqual([]);
    // As a row says whose pictures are always shown: behind the type of its moment.
    expect(tracesOf(['\u0005jan@peeters.be'])).toEqual([]);
    expect(desk.store.remoteSenders.all()).toEqual([]);
    expect(desk.store.messages.get(asked)).toBeNull();
    expect(desk.store.check.integrity()).toBe('ok');
    expect(readFileSync(join(folder, 'logs', 'engine.log'), 'utf8')).toBe('{"what":"open"}\n');
  });
  it('takes his card with it, and all of him under his other addresses', async () => {
    const HOME = 'tel:+32471123456';
    const NOTE = 'Sleutel ligt onder de blauwe pot';
    fillDesk();
    desk.receive({
      messageId: 'thuis@gmail',
      from: [{ name: 'JP', address: 'jp.thuis@gmail.com' }],
      text: 'Van thuis uit.',
    });
    const card = { ...emptyCard(CUSTOMER.address), createdAt: 1, changedAt: 1, id: null };
    const one = { ...emptyCard(CUSTOMER.address), name: 'Janneman Verpeeters' };
    const other = { ...emptyCard('jp.thuis@gmail.com'), note: NOTE };
    const handles = [CUSTOMER.address, 'jp.thuis@gmail.com', HOME];
    const fields = [{ name: 'Alarm', value: 'code 4711-zwaluw' }];
    desk.store.contacts.save({ ...card, name: one.name, note: NOTE, tags: ['kaasklant'], fields, handles });
    desk.store.contactMerges.add({
      id: null,
      one: CUSTOMER.address,
      other: 'jp.thuis@gmail.com',
      said: 'same',
      before: { one, other, hadCard: { one: true, other: true }, vips: [] },
      at: 1,
    });
    desk.store.contacts.save({ ...card, ...emptyCard(MIA.address), note: 'Nicht van jp.thuis@gmail.com' });
    expect(shelveBackup(join(folder, 'balie.db'), 'day', TUESDAY_TEN)).toMatchObject({ ok: true });
    const words = [NOTE, 'Verpeeters', 'kaasklant', '4711-zwaluw', 'jp.thuis@gmail.com', HOME, 'Van thuis uit'];
    expect(new Set(tracesOf(words).map((trace) => trace.split(': ')[1]))).toEqual(new Set(words));

    expect(await erase('jp.thuis@gmail.com')).toMatchObject({ messages: 3, conversations: 2, leftIn: [] });
    expect(tracesOf([...words, SECRET])).toEqual([]);
    expect(desk.store.contacts.all()).toMatchObject([{ handles: [MIA.address], note: `Nicht van ${BLACKED_OUT}` }]);
  });

  it('keeps what others wrote, without him in it, and findable by their words', async () => {
    const { mia } = fillDesk();
    await erase();
    expect(desk.store.bodies.text(mia)).toBe(`Is de tafel klaar? ${BLACKED_OUT} (${BLACKED_OUT}) raadde u aan.`);
    expect(desk.store.messages.people(mia)).toMatchObject({ to: [OWNER], cc: [] });
    expect(desk.item(mia)).toMatchObject({ turn: 'ours', who: 'Mia Claes' });
    expect([hits('tafel'), hits('marjan@peeters.be'), hits('peeters'), hits('geheime'), hits('lindenlaan')]).toEqual([
      1, 1, 1, 0, 0,
    ]);
  });
  it('a conversation in which others wrote becomes theirs, without what they quote of him', async () => {
    const asked = desk.receive({ messageId: 'a@x', subject: SUBJECT, text: SECRET });
    const answer = desk.receive({
      messageId: 'b@x',
      from: [MIA],
      inReplyTo: ['a@x'],
      references: ['a@x'],
      subject: `Re: ${SUBJECT}`,
      text: `Ik ook graag.\n\nOp ma 11 mei 2026 om 10:00 schreef Jan Peeters <jan@peeters.be>:\n> ${SECRET}\n`,
    });
    expect(desk.conversationOf(answer)).toBe(desk.conversationOf(asked));
    expect(await erase()).toMatchObject({ messages: 1, conversations: 0, others: 1 });
    expect(desk.store.bodies.text(answer)).not.toContain('geheime vak');
    expect(desk.item(answer)).toMatchObject({ who: 'Mia Claes', address: 'mia@claes.be' });
    expect(tracesOf([SECRET, 'jan@peeters.be'])).toEqual([]);
  });
  it('of what was passed on, only the words that the owner wrote himself remain', async () => {
    const asked = desk.receive({ messageId: 'a@x', subject: SUBJECT, text: SECRET });
    const out = desk.sentElsewhere({
      messageId: 'door@x',
      to: [MIA],
      subject: 'Fwd',
      text: `Wat vind jij?\n\n---------- Doorgestuurd bericht ----------\nVan: Jan\n\n${SECRET}`,
      html: `<p>Wat vind jij?</p><p>${SECRET}</p>`,
      attachments: [
        {
          part: '2',
          fileName: 'plan-peeters.pdf',
          contentType: 'application/pdf',
          size: 9,
          contentId: null,
          isInline: false,
          content: Buffer.from(SECRET),
        },
      ],
    });
    const delivery = desk.store.deliveries.add({
      conversation: desk.conversationOf(out),
      account: 'mertens',
      messageRow: out,
      messageId: 'door@x',
      subject: 'Fwd',
      sender: OWNER.address,
      recipients: [MIA.address],
      raw: Buffer.from(SECRET),
      text: 'Wat vind jij?',
      passesOn: asked,
      leavesAt: TUESDAY_TEN,
      sendAt: null,
      undoUntil: null,
      decisionsBefore: null,
      createdAt: TUESDAY_TEN,
    });
    await expect(erase()).rejects.toThrow('not-possible-now');
    const row = desk.store.deliveries.get(delivery);
    if (row !== null) desk.store.deliveries.change(row, { state: 'sent', nextAttemptAt: null });
    await erase();
    expect(desk.store.bodies.get(out)).toEqual({ text: 'Wat vind jij?', html: null });
    expect(tracesOf([SECRET, 'jan@peeters.be', 'plan-peeters'])).toEqual([]);
  });
  it('is refused while an answer to him may still leave, and for one of the owner himself', async () => {
    const asked = desk.receive({});
    const out = desk.sentElsewhere({ messageId: 'uit@x' });
    const conversation = desk.conversationOf(asked);
    desk.store.deliveries.add({
      conversation,
      account: 'mertens',
      messageRow: out,
      messageId: 'uit@x',
      subject: 's',
      sender: OWNER.address,
      recipients: [CUSTOMER.address],
      raw: Buffer.from('x'),
      text: 't',
      leavesAt: TUESDAY_TEN + 1_000,
      sendAt: null,
      undoUntil: null,
      decisionsBefore: null,
      createdAt: TUESDAY_TEN,
    });
    await expect(erase()).rejects.toThrow('not-possible-now');
    expect(desk.store.messages.get(asked)).not.toBeNull();
    await expect(erase(OWNER.address)).rejects.toThrow('invalid-argument');
    await expect(erase('niemand@nergens.be')).rejects.toThrow('not-found');
  });
  it('is told beforehand, mail by mail', async () => {
    fillDesk();
    expect(await lookAtPerson(deps, ' JAN@peeters.be ')).toMatchObject({
      ok: true,
      value: {
        address: 'jan@peeters.be',
        names: ['Jan Peeters'],
        messages: 2,
        others: 1,
        conversations: 1,
        onServer: 2,
      },
    });
  });
});

describe('mail that was erased', () => {
  const again = (mail: Partial<ParsedMail> & { readonly uid: number }): number => {
    const before = desk.store.check.counts().messages;
    desk.receive(mail);
    return desk.store.check.counts().messages - before;
  };
  it('is not missing on the next look at the server, nor taken in again under another number', async () => {
    const mail = { messageId: 'a@x', text: SECRET, at: TUESDAY_TEN - 5_000 };
    desk.receive({ ...mail, uid: 7 });
    expect(await erase()).toMatchObject({ leftOnServer: 1 });
    expect(desk.store.mailboxes.uids(desk.inbox)).toEqual([7]);
    expect(desk.store.mailboxes.countPlaces(desk.inbox)).toBe(1);
    expect(again({ ...mail, uid: 9 })).toBe(0);
    expect(desk.store.mailboxes.uids(desk.inbox)).toEqual([7, 9]);
    // The server lets go of one, then numbers all anew.
    desk.store.mailboxes.removePlaces(desk.inbox, [7]);
    expect(desk.store.mailboxes.uids(desk.inbox)).toEqual([9]);
    desk.store.mailboxes.renumber(desk.inbox, '2');
    expect(desk.store.mailboxes.uids(desk.inbox)).toEqual([]);
    expect(again({ ...mail, uid: 1 })).toBe(0);
    expect(tracesOf([SECRET])).toEqual([]);
  });
  it('does not keep out what he writes afterwards', async () => {
    desk.receive({ messageId: 'a@x', text: SECRET });
    await erase();
    expect(again({ messageId: 'b@x', text: 'Hier ben ik weer', uid: 50 })).toBe(1);
  });
  it('is removed from the server too where the owner says so, and only then', async () => {
    desk.receive({ messageId: 'a@x', uid: 7 });
    desk.sentElsewhere({ messageId: 'b@x', uid: 8 });
    expect(await erase(CUSTOMER.address, true)).toMatchObject({ removedFromServer: 2, leftOnServer: 0 });
    expect(removedThere.map(({ mailbox, uid }) => `${mailbox} ${uid}`)).toEqual(['INBOX 7', 'Sent 8']);
  });
});

describe('blacking out', () => {
  it('takes whole addresses and names only, however they are written', () => {
    const blacken = blackenFor({ addresses: ['an@peeters.be'], ownNames: ['An Peeters'] });
    expect(
      blacken('An  Peeters, AN@peeters.be, jan@peeters.be, an@peeters.bent, Jan Peetersen, <an@peeters.be>.'),
    ).toBe(`${BLACKED_OUT}, ${BLACKED_OUT}, jan@peeters.be, an@peeters.bent, Jan Peetersen, <${BLACKED_OUT}>.`);
  });
  it('leaves no whole one over, whatever stands around it', () => {
    const blacken = blackenFor({ addresses: ['a.b+c@x-y.be'], ownNames: ['O(liver $t'] });
    const word = fc.constantFrom('a.b+c@x-y.be', 'O(liver $t', ' ', ',', '<', '\n', 'é', 'x');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const blackened = blacken(words.join(''));
        expect(blacken(blackened)).toBe(blackened);
      }),
    );
  });
});

it('copies stay readable: the new one is sound, and the old ones are gone', async () => {
  fillDesk();
  for (const at of [1, 2, 3]) shelveBackup(join(folder, 'balie.db'), 'day', TUESDAY_TEN - at * 86_400_000);
  expect((await erase()).backupsRemoved).toHaveLength(3);
  const left = readdirSync(backupFolder(join(folder, 'balie.db'))).filter((name) => name.endsWith('.db'));
  expect(left).toHaveLength(1);
});
