import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../domain/instant.ts';
import { createFakeDesk, CUSTOMER, OWNER, sampleMail, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createSearch, type Search } from './search.ts';

let desk: FakeDesk;
let search: Search;
beforeEach(() => {
  desk = createFakeDesk();
  search = createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings });
});
const found = (query: string): readonly string[] => search({ query, limit: 50 }).hits.map(({ subject }) => subject);
const ago = (days: number): number => TUESDAY_TEN - days * DAY_MS;
const someone = (name: string, address: string) => ({ from: [{ name, address }] });
const pdf = { part: '2', contentType: 'application/pdf', size: 1, contentId: null, isInline: false, content: null };

describe('people', () => {
  beforeEach(() => {
    desk.receive({ subject: 'hout', ...someone('', 'info@schrijnwerkerij-peeters.be'), at: ago(9) });
    desk.receive({ subject: 'glas', ...someone('Łukasz Œrsted', 'lukasz@glas.pl'), at: ago(8) });
    desk.sentElsewhere({ subject: 'antwoord', to: [{ name: 'An Maes', address: 'an.maes@kantoor.be' }], at: ago(7) });
    desk.receive({
      subject: 'kopie',
      ...someone('Bo', 'bo@x.be'),
      cc: [{ name: '', address: 'boekhouding@maes.be' }],
      at: ago(6),
    });
  });
  it.each([
    ['peeters', ['hout']],
    ['schrijnwerkerij-peeters.be', ['hout']],
    ['van:schrijnwerkerij', ['hout']],
    ['lukasz oersted', ['glas']],
    ['naar:an', ['antwoord']],
    ['naar:maes', ['kopie', 'antwoord']],
    ['met:maes', ['kopie', 'antwoord']],
    ['van:mertens', ['antwoord']],
    ['-van:mertens maes', ['kopie']],
    ['from:"an maes"', []],
  ])('%s', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
});

describe('numbers', () => {
  beforeEach(() => {
    desk.receive({ subject: 'in groepen', text: 'Stort op BE68 5390 0754 7034 aub', at: ago(3) });
    desk.receive({ subject: 'gesloten', text: 'Rekening BE68539007547034', at: ago(2) });
    desk.receive({ subject: 'bel', text: 'Bel me op +32 (0)479 12 34 56.', at: ago(1) });
    desk.receive({ subject: 'Bestelling 2026-0045', text: 'Waar blijft F-2026/0118?', at: ago(0) });
  });
  it.each([
    ['BE68539007547034', ['gesloten', 'in groepen']],
    ['be68539007547034', ['gesloten', 'in groepen']],
    ['BE68 5390 0754 7034', ['gesloten', 'in groepen']],
    ['0479123456', ['bel']],
    ['0479/12.34.56', ['bel']],
    ['+32479123456', ['bel']],
    ['0032 479 12 34 56', ['bel']],
    ['20260045', ['Bestelling 2026-0045']],
    ['2026 0045', ['Bestelling 2026-0045']],
    ['F20260118', ['Bestelling 2026-0045']],
    ['-0479123456 aub', ['in groepen']],
  ])('%s is found however it was written', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
  it('are marked where they stand in groups', () => {
    const [, hit] = search({ query: 'BE68539007547034', limit: 5 }).hits;
    expect(hit?.snippet.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['BE68 5390 0754 7034']);
  });
});

describe('days', () => {
  beforeEach(() => {
    for (const days of [0, 1, 6, 12, 30, 400]) desk.receive({ subject: String(days), at: ago(days) });
  });
  it.each([
    ['op:vandaag', ['0']],
    ['on:gisteren', ['1']],
    ['op:vorige week', ['6']],
    ['na:vorige week', ['0', '1', '6']],
    ['voor:april', ['400']],
    ['op:april', ['12', '30']],
    ['op:12-5', ['0']],
    ['sinds:2w', ['0', '1', '6', '12']],
    ['voor:vorig jaar', []],
    ['op:vorig jaar', ['400']],
    ['na:april voor:mei', ['12', '30']],
  ])('%s', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
  it('are told as they were understood', () => {
    expect(search({ query: 'na:mei fiets', limit: 1 }).filters).toEqual([
      {
        kind: 'after',
        text: 'na:mei',
        value: 'mei',
        isExcluded: false,
        span: { from: Date.parse('2026-04-30T22:00:00Z'), until: Date.parse('2026-05-31T22:00:00Z') },
      },
    ]);
  });
});

describe('folders and states', () => {
  beforeEach(() => {
    const boxes = desk.store.mailboxes.relist('mertens', [
      { path: 'INBOX', role: 'inbox', isSynced: true },
      { path: 'Sent', role: 'sent', isSynced: true },
      { path: 'Klanten/Archief 2025', role: 'archive', isSynced: true },
    ]);
    const archive = boxes.find(({ role }) => role === 'archive')?.id ?? 0;
    const old = desk.receive({ subject: 'oud', at: ago(5), flags: ['\\Seen'] });
    desk.store.mailboxes.addPlace(archive, 1, old, ['\\Seen']);
    desk.receive({ subject: 'klaar', ...someone('A', 'a@a.be'), at: ago(4), flags: ['\\Seen', '\\Answered'] });
    desk.receive({ subject: 'nieuw', ...someone('B', 'b@b.be'), at: ago(1) });
    desk.sentElsewhere({ subject: 'weg', to: [{ name: 'C', address: 'c@c.be' }], at: ago(0) });
    desk.ingest([
      {
        account: 'mertens',
        channel: 'phone',
        direction: 'in',
        at: ago(2),
        size: 1,
        mail: sampleMail({ subject: 'gebeld', from: [{ name: 'D', address: '' }] }),
        place: null,
      },
    ]);
    desk.receive({
      subject: 'bijlage',
      ...someone('E', 'e@e.be'),
      at: ago(3),
      attachments: [{ ...pdf, fileName: 'Offerte_dak.pdf' }],
    });
  });
  it.each([
    ['in:archief', ['oud']],
    ['in:klanten', ['oud']],
    ['in:"Archief 2025"', ['oud']],
    ['in:postvak in nieuw', ['nieuw']],
    ['in:verzonden', ['weg']],
    ['-in:verzonden is:gelezen', ['klaar', 'oud']],
    ['is:ongelezen kanaal:email', ['nieuw', 'bijlage']],
    ['kanaal:phone', ['gebeld']],
    ['-kanaal:email', ['gebeld']],
    ['in:wacht op hen', ['weg', 'klaar']],
    ['is:open', ['nieuw', 'gebeld', 'bijlage', 'oud']],
    ['-is:open', ['weg', 'klaar']],
    ['account:mertens is:ongelezen', ['nieuw', 'gebeld', 'bijlage']],
    ['account:anders', []],
    ['heeft:bijlage', ['bijlage']],
    ['heeft:pdf', ['bijlage']],
    ['bijlage:offerte', ['bijlage']],
    ['-heeft:bijlage is:ongelezen', ['nieuw', 'gebeld']],
  ])('%s', (query, subjects) => {
    expect(found(query)).toEqual(subjects);
  });
  it('sections are those of the queue', () => {
    for (const section of ['overdue', 'now', 'soon', 'waiting', 'snoozed', 'fyi', 'done'] as const) {
      const queued = desk.queue
        .list({ section, offset: 0, limit: 50, at: null })
        .items.map(({ conversation }) => conversation);
      const hits = search({ query: `in:${section}`, limit: 50, byConversation: true }).hits;
      expect(hits).toHaveLength(queued.length);
      expect(new Set(hits.map(({ conversation }) => conversation))).toEqual(new Set(queued));
    }
  });
});

describe('the order', () => {
  it('puts the words in subject or names ninety days ahead of words in passing', () => {
    desk.receive({ subject: 'oude garantie', at: ago(200) });
    desk.receive({ subject: 'garantie', at: ago(80) });
    desk.receive({ subject: 'vandaag', text: 'valt dat onder garantie?', at: ago(0) });
    desk.receive({ subject: 'vorig jaar', text: 'garantie', at: ago(150) });
    expect(found('garantie')).toEqual(['garantie', 'vandaag', 'oude garantie', 'vorig jaar']);
  });
  it('lifts words that are partly in the name and partly in the subject', () => {
    desk.receive({ subject: 'Offerte dak', from: [CUSTOMER], at: ago(10) });
    desk.receive({ subject: 'iets', ...someone('X', 'x@x.be'), text: 'De offerte van Peeters', at: ago(1) });
    expect(found('peeters offerte')).toEqual(['Offerte dak', 'iets']);
  });
  it('shows each conversation once, by its best message', () => {
    const first = desk.receive({ subject: 'Trap', messageId: 'a@x', text: 'een trap graag', at: ago(9) });
    desk.receive({
      subject: 'Re: Trap',
      messageId: 'b@x',
      inReplyTo: ['a@x'],
      text: 'nog steeds een trap',
      at: ago(8),
    });
    desk.receive({ subject: 'anders', ...someone('X', 'x@x.be'), text: 'op de trap', at: ago(1) });
    const page = search({ query: 'trap', limit: 50, byConversation: true });
    expect(page.hits.map(({ subject, messages }) => [subject, messages])).toEqual([
      ['Re: Trap', 2],
      ['anders', 1],
    ]);
    expect(page.hits[0]?.conversation).toBe(desk.conversationOf(first));
    expect(search({ query: 'trap', limit: 50 }).hits).toHaveLength(3);
  });
  it('says whether there is more', () => {
    for (let index = 0; index < 4; index += 1) desk.receive({ subject: `fiets ${index}`, at: ago(index) });
    expect(search({ query: 'fiets', limit: 3 })).toMatchObject({ hasMore: true });
    expect(search({ query: 'fiets', limit: 4 })).toMatchObject({ hasMore: false });
  });
});

describe('while one types', () => {
  beforeEach(() => {
    desk.receive({ subject: 'Offerte gevel', text: 'schrijnwerk', at: ago(1) });
  });
  it.each(['off', 'offer', 'gevel offert', 'schrijnw', 'GEV'])('%s finds by its beginning', (query) => {
    expect(search({ query, limit: 5, isTyping: true }).hits).toHaveLength(1);
    expect(search({ query, limit: 5 }).hits).toHaveLength(0);
  });
  it.each(['offer ', '"offer', 'offer gevel'])('%j does not', (query) => {
    expect(search({ query, limit: 5, isTyping: true }).hits).toHaveLength(0);
  });
  it('a condition that is not complete is no matter for a remark', () => {
    expect(search({ query: 'gevel voor:me', limit: 5, isTyping: true }).asWords).toEqual([]);
  });
});

it('finds in Chinese by its letters, and takes any sign', () => {
  desk.receive({ subject: '見積もり', text: '東京タワーの見積もり 🙂', from: [OWNER] });
  expect(found('東京')).toEqual(['見積もり']);
  expect(found('タワー')).toEqual(['見積もり']);
  expect(found('京東')).toEqual([]);
  expect(found('🙂')).toEqual([]);
});
