// What the other rooms make of notes: answering them by mail, taking them along, erasing whom they are about, and the account behind
// them that nobody sees.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { DEFAULT_SETTINGS } from '../../contract/settings.ts';
import { HOUR_MS } from '../../domain/instant.ts';
import { connectedAccounts } from '../channels/manual/manual-account.ts';
import { manualConnector } from '../channels/manual/manual-connector.ts';
import { viewConversation } from '../conversations/view-conversation.ts';
import { cannedFacts } from '../host/canned-facts.ts';
import { exportDesk } from '../export/export-desk.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { prepareLetter } from '../outbox/prepare-letter.ts';
import { plainWords } from '../outbox/queue-letter.ts';
import { createOwnData } from '../own-data/own-data.ts';
import { createReport } from '../report/report.ts';
import { createSyncSupervisor } from '../sync/supervisor.ts';
import { createNotePromises } from '../commitments/note-promises.ts';
import { createHandEntered, type HandEntered } from './hand-entered.ts';

let desk: FakeDesk;
let notes: HandEntered['handlers'];
beforeEach(() => {
  desk = createFakeDesk();
  notes = createHandEntered({
    ...desk,
    clock: desk.ports.clock,
    random: desk.ports.random,
    notePromises: createNotePromises({ ...desk, clock: desk.ports.clock }),
    emit: () => {},
    language: () => 'nl',
    ownName: () => 'Fietsen Mertens',
    home: () => 'BE',
  }).handlers;
});

const CALL = { who: 'Els Claes', channel: 'whatsapp', text: 'Vraagt offerte, was nogal boos' } as const;
const add = (note: Partial<Parameters<(typeof notes)['note.add']>[0]> = {}): number => {
  const added = notes['note.add']({ ...CALL, ...note });
  if (added instanceof Promise || !added.ok) throw new Error('refused');
  return added.value.conversation;
};
const append = (conversation: number, kind: 'incoming' | 'answer', text = ''): void => {
  const added = notes['note.append']({ conversation, kind, channel: 'phone', text });
  if (added instanceof Promise || !added.ok) throw new Error('refused');
};
const answer = (conversation: number) =>
  prepareLetter(desk.store, {
    ...plainWords(conversation, 'Dag Els, in bijlage de offerte.'),
    files: [],
    date: TUESDAY_TEN,
    uuid: 'u-1',
    settings: { ...DEFAULT_SETTINGS, officeHours: { ...DEFAULT_SETTINGS.officeHours, zone: 'Europe/Brussels' } },
  });
const view = (conversation: number) => {
  const item = desk.queue.item(conversation);
  const seen = item === null ? null : viewConversation(desk.store, item, 100);
  if (seen === null) throw new Error('no such conversation');
  return seen;
};

describe('an answer by mail to what was written down', () => {
  it('goes to the address that was noted, and tells nothing of the note itself', async () => {
    const prepared = await answer(add({ email: 'els@claes.be', phone: '0471 12 34 56' }));
    if (!prepared.ok) throw new Error(prepared.error.detail);
    const { mail, recipients, raw } = prepared.value;
    expect(mail).toMatchObject({
      from: [OWNER],
      subject: 'Uw vraag van dinsdag 12 mei',
      inReplyTo: [],
      references: [],
    });
    expect(recipients).toEqual(['els@claes.be']);
    expect(Buffer.from(raw).toString()).not.toContain('boos');
  });
  it('answers the mail, where he called about one', async () => {
    const conversation = desk.conversationOf(desk.receive({ messageId: 'q@x' }));
    append(conversation, 'incoming', 'Belde, was nogal boos');
    const prepared = await answer(conversation);
    if (!prepared.ok) throw new Error(prepared.error.detail);
    expect(prepared.value.mail).toMatchObject({ subject: 'Re: Vraag over een fiets', inReplyTo: ['q@x'] });
    expect(prepared.value.mail.text).not.toContain('boos');
  });
  it('is not possible without an address, nor without a mail account', async () => {
    const conversation = add({ phone: '0471 12 34 56' });
    expect(view(conversation).replyTo).toEqual([]);
    expect((await answer(conversation)).ok).toBe(false);
    const reachable = add({ email: 'els@claes.be' });
    desk.store.accounts.remove('mertens');
    expect(view(reachable)).toMatchObject({ replyTo: [], reach: { email: 'els@claes.be' } });
    expect((await answer(reachable)).ok).toBe(false);
  });
  it('and what comes back on it stand in the same conversation', async () => {
    const conversation = add({ email: 'els@claes.be' });
    const prepared = await answer(conversation);
    if (!prepared.ok) throw new Error(prepared.error.detail);
    const { mail, account, messageId } = prepared.value;
    const at = TUESDAY_TEN;
    desk.ingest([
      { account: account.id, channel: 'email', direction: 'out', at, size: 9, mail, place: null, conversation },
    ]);
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    const reply = desk.receive({
      messageId: 'r@x',
      inReplyTo: [messageId],
      from: [{ name: 'Els', address: 'els@claes.be' }],
      subject: `Re: ${mail.subject}`,
    });
    expect(desk.conversationOf(reply)).toBe(conversation);
    expect(view(conversation)).toMatchObject({ isAnsweredByHand: false, item: { account: 'mertens', turn: 'ours' } });
  });
});

describe('a saved reply', () => {
  it('names the customer and the route, and leaves the owner’s own words out', () => {
    const facts = cannedFacts(desk.store, add({ phone: '0471 12 34 56' }));
    expect(facts).toMatchObject({ contact: { name: 'Els Claes' }, channel: 'whatsapp', subject: '' });
  });
});

describe('the figures', () => {
  const report = () =>
    createReport({
      store: desk.store,
      clock: desk.ports.clock,
      timers: { after: (_, run) => (queueMicrotask(run), () => {}) },
      settings: desk.settings,
    });
  const period = { from: 0, until: TUESDAY_TEN * 2 };
  it('count what was asked and answered outside mail, on its own channel', async () => {
    add({ answered: '' });
    const conversation = add({ channel: 'phone' });
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    append(conversation, 'answer');
    const { byChannel } = await report().figures(period);
    expect(byChannel.map(({ channel, tally }) => [channel, tally.answered])).toEqual([
      ['phone', 1],
      ['whatsapp', 1],
    ]);
  });
  it('count a call about a mail as a call', async () => {
    const conversation = desk.conversationOf(desk.receive({ messageId: 'q@x' }));
    append(conversation, 'answer');
    desk.ports.jumpTo(TUESDAY_TEN + HOUR_MS);
    append(conversation, 'incoming');
    append(conversation, 'answer');
    const { byChannel } = await report().figures(period);
    expect(byChannel.map(({ channel }) => channel).toSorted()).toEqual(['email', 'phone']);
  });
});

describe('the clock', () => {
  it('of a call about a mail runs by the target of the phone', () => {
    desk.settings.set({
      targets: { ...desk.settings.get().targets, phone: { ...desk.settings.get().targets.phone, nextMinutes: 30 } },
    });
    const conversation = desk.conversationOf(desk.receive({ messageId: 'q@x' }));
    append(conversation, 'answer');
    append(conversation, 'incoming');
    const { replyBy, waitingSince } = view(conversation).item;
    expect((replyBy ?? 0) - (waitingSince ?? 0)).toBe(HOUR_MS / 2);
  });
});

describe('the account behind it', () => {
  it('is none of the owner’s accounts, and nothing is fetched or sent by it', async () => {
    add();
    expect(connectedAccounts(desk.store).map(({ id }) => id)).toEqual(['mertens']);
    const watched: string[] = [];
    const supervisor = createSyncSupervisor({
      store: desk.store,
      connectorFor: (account) => ({
        watch: () => {
          watched.push(account.id);
          return manualConnector.watch(account);
        },
      }),
    });
    supervisor.start();
    expect((await supervisor.syncNow({ account: null, mailbox: null, full: true })).ok).toBe(true);
    expect(watched).toEqual(['mertens']);
    await supervisor.stop();
  });
});

describe('whoever it is about', () => {
  const ownData = (dataFolder: string) =>
    createOwnData({
      ...desk,
      ...desk.ports,
      timers: { after: (_, run) => (queueMicrotask(run), () => {}) },
      emit: () => {},
      reader: { wholeWithFiles: () => Promise.reject(new Error('nothing is read')) },
      language: () => 'nl',
      connectorFor: () => manualConnector,
      passwordFor: async () => ok(''),
      dataFolder,
      deskFile: 'balie.db',
      isDemo: false,
    });
  const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-notes-'));
    try {
      await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  it('is shown what is kept of him by his number, in whatever form, and is erased by it', async () =>
    inFolder(async (folder) => {
      desk.settings.set({ officeHours: { ...desk.settings.get().officeHours, holidays: 'BE' } });
      add({ phone: '0471 12 34 56', email: 'els@claes.be' });
      const { handlers } = ownData(folder);
      const seen = await handlers['data.lookAtPerson']({ address: '0471/12.34.56' });
      expect(seen).toMatchObject({
        ok: true,
        value: { address: 'tel:+32471123456', messages: 1, names: ['Els Claes'] },
      });
      await handlers['data.erase']({ address: '+32 471 12 34 56', onServer: false });
      expect(desk.store.check.counts().messages).toBe(0);
      expect(desk.store.people.messagesOf('els@claes.be')).toEqual([]);
    }));
  it('gets a page of text for each note, and no mail that never was one', async () =>
    inFolder(async (folder) => {
      const conversation = add({ phone: '0471 12 34 56', email: CUSTOMER.address });
      append(conversation, 'answer', 'Kom morgen maar langs');
      const written = join(folder, 'uit');
      const report = await exportDesk(
        {
          store: desk.store,
          clock: desk.ports.clock,
          settings: desk.settings.get,
          emit: () => {},
          passwordFor: async () => ok(''),
          connectorFor: () => manualConnector,
        },
        { folder: written, contact: null, language: 'nl' },
        new AbortController().signal,
      );
      expect(report).toMatchObject({ ok: true, value: { messages: 2 } });
      expect(readdirSync(written)).not.toContain('mail');
      const pages = readdirSync(join(written, 'notes', '2026-05')).map((name) =>
        readFileSync(join(written, 'notes', '2026-05', name), 'utf8'),
      );
      expect(pages.find((page) => page.includes('nogal boos'))).toBe(
        'Van: Els Claes\r\nBereikbaar: +32 471 12 34 56, jan@peeters.be\r\nKanaal: WhatsApp\r\n' +
          'Wanneer: 2026-05-12T08:00:00.000Z\r\n\r\nVraagt offerte, was nogal boos\r\n',
      );
      expect(pages.find((page) => page.includes('Kom morgen'))).toContain('Antwoord aan: Els Claes');
      expect(JSON.stringify(JSON.parse(readFileSync(join(written, 'settings.json'), 'utf8')))).not.toContain('by-hand');
    }));
});
