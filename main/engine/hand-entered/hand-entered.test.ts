import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../contract/commands.ts';
import type { StoredNotes, TakenNotes } from '../../contract/hand-entered.ts';
import type { Result } from '../../contract/errors.ts';
import type { QueueItem } from '../../contract/views.ts';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { viewConversation } from '../conversations/view-conversation.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { createSearch } from '../search/search.ts';
import { createNotePromises } from '../commitments/note-promises.ts';
import { createHandEntered, type HandEntered } from './hand-entered.ts';
import { plainWords } from '../outbox/queue-letter.ts';

let desk: FakeDesk;
let notes: HandEntered['handlers'];
beforeEach(() => {
  desk = createFakeDesk();
  notes = createHandEntered({
    ...desk,
    clock: desk.ports.clock,
    random: desk.ports.random,
    notePromises: createNotePromises({ ...desk, clock: desk.ports.clock }),
    emit: (event) => void desk.events.push(event),
    language: () => 'nl',
    ownName: () => 'Fietsen Mertens',
    home: () => 'BE',
  }).handlers;
});

const CALL = { who: 'Els Claes', channel: 'phone', text: 'Wanneer is mijn fiets klaar?' } as const;
const must = <T>(answer: Result<T> | Promise<Result<T>>): T => {
  if (answer instanceof Promise || !answer.ok) throw new Error('refused');
  return answer.value;
};
const add = (note: Partial<CommandArgs<'note.add'>> = {}): StoredNotes => must(notes['note.add']({ ...CALL, ...note }));
const append = (note: Partial<CommandArgs<'note.append'>> & { readonly conversation: number }): StoredNotes =>
  must(notes['note.append']({ kind: 'answer', channel: 'phone', text: '', ...note }));
const codeOf = (answer: Result<unknown> | Promise<Result<unknown>>): string =>
  answer instanceof Promise || answer.ok ? 'fine' : answer.error.code;
const itemOf = (conversation: number): QueueItem => {
  const item = desk.queue.item(conversation);
  if (item === null) throw new Error('no such conversation');
  return item;
};
const view = (conversation: number) => {
  const seen = viewConversation(desk.store, itemOf(conversation), 100);
  if (seen === null) throw new Error('no such conversation');
  return seen;
};
const found = (query: string): readonly number[] =>
  createSearch({ store: desk.store, clock: desk.ports.clock, settings: desk.settings })({ query, limit: 10 }).hits.map(
    ({ conversation }) => conversation,
  );

describe('a call that the owner writes down', () => {
  it('is ours to answer, by the target of the phone, and read already', () => {
    const { conversation } = add();
    expect(itemOf(conversation)).toMatchObject({
      who: 'Els Claes',
      channel: 'phone',
      subject: 'Wanneer is mijn fiets klaar?',
      turn: 'ours',
      replyByFrom: 'target',
      isUnread: false,
    });
  });
  it('is answered by the moment the owner named', () => {
    const { conversation } = add({ replyBy: TUESDAY_TEN + HOUR_MS });
    expect(itemOf(conversation)).toMatchObject({ replyBy: TUESDAY_TEN + HOUR_MS, replyByFrom: 'hand' });
  });
  it('is ranked by what it asks', () => {
    expect(itemOf(add().conversation).factors.map(({ name }) => name)).toContain('asks');
  });
  it('waits for an answer even where its words ask nothing', () => {
    const { turn, factors, why } = itemOf(add({ text: 'Bedankt!' }).conversation);
    expect([turn, why]).toEqual(['ours', { kind: 'noted' }]);
    expect(factors.map(({ name }) => name)).not.toContain('needs-answer');
  });
  it('of last month is no history: the owner writes it down because it still waits', () => {
    expect(itemOf(add({ at: TUESDAY_TEN - 40 * DAY_MS }).conversation)).toMatchObject({
      section: 'overdue',
      waitingSince: TUESDAY_TEN - 40 * DAY_MS,
    });
  });
  it('that was answered at once waits for them, and counts as answered in no time', () => {
    const { conversation, messages } = add({ answered: '' });
    expect(messages).toHaveLength(2);
    expect(itemOf(conversation)).toMatchObject({
      section: 'waiting',
      turn: 'theirs',
      preview: 'Telefonisch beantwoord.',
    });
  });
  it('is found by its words, by its channel, and by its number in every form', () => {
    const { conversation } = add({ phone: '0471/12.34.56' });
    const queries = ['fiets klaar', 'channel:phone', '0471123456', '0471 12 34 56', '+32471123456', 'Claes'];
    expect(queries.filter((query) => !found(query).includes(conversation))).toEqual([]);
  });
  it('is two when it comes twice with the same words', () => {
    expect(add().conversation).not.toBe(add().conversation);
  });
});

describe('the same customer', () => {
  it('is known by his number, however it is written', () => {
    add({ phone: '0471/12.34.56' });
    const { conversation } = add({ phone: '+32 471 12 34 56', channel: 'whatsapp' });
    expect(view(conversation).customer).toMatchObject({ address: 'tel:+32471123456', conversations: 2 });
  });
  it('is known by his mail address: what he mailed before counts', () => {
    desk.receive({});
    const { conversation } = add({ who: 'Jan', email: 'Jan@Peeters.be' });
    expect(view(conversation).customer).toMatchObject({ address: CUSTOMER.address, conversations: 2 });
  });
  it('is known by a number that was once written down beside his mail address', () => {
    desk.receive({});
    add({ email: CUSTOMER.address, phone: '0471 12 34 56' });
    const { conversation } = add({ phone: '0471 12 34 56', channel: 'whatsapp' });
    expect(view(conversation)).toMatchObject({
      customer: { address: CUSTOMER.address, conversations: 3 },
      reach: { phone: '+32471123456', email: CUSTOMER.address },
    });
  });
  it('is who the owner points at', () => {
    const { address } = view(add({ who: 'Mevrouw aan de balie', channel: 'counter' }).conversation).customer;
    const again = add({ who: 'Mevrouw aan de balie', customer: address });
    expect(view(again.conversation).customer.conversations).toBe(2);
  });
  it('is not assumed for two of the same name', () => {
    add();
    expect(view(add().conversation).customer.conversations).toBe(1);
  });
  it('is known by his name on a network', () => {
    add({ channel: 'instagram', handle: '@Els.Claes', link: 'instagram.com/els.claes' });
    const { conversation } = add({ channel: 'instagram', handle: 'els.claes' });
    expect(view(conversation)).toMatchObject({
      customer: { address: 'instagram:els.claes', conversations: 2 },
      reach: { handles: [{ channel: 'instagram', handle: 'els.claes' }], links: ['https://instagram.com/els.claes'] },
    });
  });
});

describe('what is added to it', () => {
  it('as an answer stops the clock and takes the draft along', () => {
    const { conversation } = add();
    desk.store.drafts.add({ ...plainWords(conversation, 'Half'), canned: [], savedAt: TUESDAY_TEN });
    append({ conversation, text: 'Morgen om tien uur.' });
    expect(itemOf(conversation)).toMatchObject({ turn: 'theirs', replyBy: null });
    expect(desk.store.drafts.answerIn(conversation)).toBeNull();
  });
  it('as an answer counts although our clock runs behind', () => {
    const { conversation } = add();
    desk.ports.jumpTo(TUESDAY_TEN - HOUR_MS);
    append({ conversation });
    expect(itemOf(conversation).turn).toBe('theirs');
  });
  it('as a remark neither opens nor stops it', () => {
    const { conversation } = add();
    append({ conversation, kind: 'remark', text: 'Slot besteld' });
    expect(itemOf(conversation).turn).toBe('ours');
    append({ conversation });
    append({ conversation, kind: 'remark', text: 'Was tevreden' });
    expect(itemOf(conversation).turn).toBe('theirs');
  });
  it('as another call wakes what was done and asks again', () => {
    const { conversation } = add();
    append({ conversation });
    append({ conversation, kind: 'incoming' });
    expect(itemOf(conversation)).toMatchObject({ turn: 'ours', preview: 'Belde opnieuw.' });
  });
  it('with an earlier moment stands there: an answer of ten does not cover a call of eleven', () => {
    const { conversation } = add({ at: TUESDAY_TEN - 2 * HOUR_MS });
    append({ conversation, kind: 'incoming', text: 'Nog iets', at: TUESDAY_TEN });
    append({ conversation, at: TUESDAY_TEN - HOUR_MS });
    expect(itemOf(conversation)).toMatchObject({ turn: 'ours', waitingSince: TUESDAY_TEN });
  });
  it('never holds a field without value', () => {
    const { conversation } = add();
    const answer = { conversation, kind: 'answer', channel: 'whatsapp', text: 'Dag {{klant.voornaam}}' } as const;
    expect(codeOf(notes['note.append'](answer))).toBe('field-without-value');
  });
});

describe('a customer who calls about his mail', () => {
  it('asks in the same conversation, which is still answered by mail', () => {
    const row = desk.receive({ messageId: 'q@x' });
    const conversation = desk.conversationOf(row);
    append({ conversation, kind: 'incoming', text: 'Belde of de mail is aangekomen' });
    expect(view(conversation)).toMatchObject({
      item: { account: 'mertens', channel: 'email', messages: 2 },
      isAnsweredByHand: true,
      replyTo: [CUSTOMER],
      replyFrom: OWNER,
    });
  });
  it('has had his answer when he was told on the phone', () => {
    const row = desk.receive({ messageId: 'q@x' });
    append({ conversation: desk.conversationOf(row) });
    expect(desk.item(row).turn).toBe('theirs');
    desk.receive({ messageId: 'r@x', inReplyTo: ['q@x'], text: 'En de prijs?' });
    expect(view(desk.conversationOf(row)).isAnsweredByHand).toBe(false);
  });
  it('keeps what was written down when the mail account leaves the desk with its mail', () => {
    const row = desk.receive({ messageId: 'q@x' });
    const conversation = desk.conversationOf(row);
    append({ conversation, kind: 'incoming', text: 'Belde over de trap' });
    while (desk.store.accounts.emptySome('mertens', 50, desk.settle) > 0);
    desk.store.accounts.remove('mertens');
    expect(view(conversation).messages.map(({ text }) => text)).toEqual(['Belde over de trap']);
    expect(found('blauwe fiets')).toEqual([]);
  });
});

describe('a note that was mistyped', () => {
  it('gets other words, everywhere, and its place in time stays', () => {
    const { conversation, messages } = add({ text: 'Wil een ofertte voor een bakfiets' });
    const [message = 0] = messages;
    const before = must(notes['note.change']({ message, text: 'Wil een offerte voor een tandem', channel: 'counter' }));
    expect(itemOf(conversation)).toMatchObject({
      channel: 'counter',
      subject: 'Wil een offerte voor een tandem',
      waitingSince: TUESDAY_TEN,
    });
    expect([found('tandem'), found('bakfiets')]).toEqual([[conversation], []]);
    must(notes['note.change'](before));
    expect(itemOf(conversation)).toMatchObject({ channel: 'phone', subject: 'Wil een ofertte voor een bakfiets' });
  });
  it('gets another number, and with it another customer', () => {
    add({ phone: '0471 12 34 56' });
    const { conversation, messages } = add({ phone: '0471 12 34 65' });
    const [message = 0] = messages;
    const before = must(notes['note.change']({ message, who: 'Els Claes', phone: '0471 12 34 56' }));
    expect(view(conversation).customer).toMatchObject({ address: 'tel:+32471123456', conversations: 2 });
    must(notes['note.change'](before));
    expect(view(conversation).customer.address).toBe('tel:+32471123465');
  });
  it('gets a number added without becoming another customer', () => {
    const { conversation, messages } = add();
    const { address } = view(conversation).customer;
    must(notes['note.change']({ message: messages[0] ?? 0, who: 'Els Claes', phone: '0471 12 34 56' }));
    expect(view(conversation)).toMatchObject({ customer: { address }, reach: { phone: '+32471123456' } });
  });
  it('promises what its new words promise, and no longer what the old ones did', () => {
    const { conversation } = add();
    const { messages } = append({ conversation, text: 'Genoteerd.' });
    const [message = 0] = messages;
    const promised = () => desk.store.commitments.ofConversation(conversation).map(({ words }) => words);
    must(notes['note.change']({ message, text: 'Ik laat u vrijdag iets weten.' }));
    expect(promised()).toHaveLength(1);
    must(notes['note.change']({ message, text: 'Alles is geregeld.' }));
    expect(promised()).toEqual([]);
  });
  it('is refused where it is mail', () => {
    expect(codeOf(notes['note.change']({ message: desk.receive({}), text: 'x' }))).toBe('not-found');
    expect(codeOf(notes['note.remove']({ messages: [desk.receive({})] }))).toBe('not-found');
  });
});

describe('taking back', () => {
  it('a new item takes all of it away, and putting it back brings all of it', () => {
    const { conversation, messages } = add({ phone: '0471 12 34 56', answered: 'Morgen' });
    const taken: TakenNotes = must(notes['note.remove']({ messages: [...messages] }));
    expect(desk.store.conversations.get(conversation)).toBeNull();
    expect(found('fiets')).toEqual([]);
    expect(taken.conversation).toBeNull();
    const back = must(notes['note.putBack'](taken));
    expect(view(back.conversation)).toMatchObject({
      customer: { address: 'tel:+32471123456' },
      messages: [
        { direction: 'in', at: TUESDAY_TEN },
        { direction: 'out', text: 'Morgen' },
      ],
    });
  });
  it('an answer makes it ours again, with the date it had', () => {
    const { conversation } = add({ replyBy: TUESDAY_TEN + HOUR_MS });
    const { messages, before } = append({ conversation });
    must(notes['note.remove']({ messages: [...messages], decisions: before }));
    expect(itemOf(conversation)).toMatchObject({ turn: 'ours', replyBy: TUESDAY_TEN + HOUR_MS });
  });
  it('a call on what was done leaves it done', () => {
    const { conversation } = add();
    desk.store.conversations.decide(conversation, {
      ...itemDecisions(conversation),
      doneAt: TUESDAY_TEN,
      doneBecause: 'owner',
      settledUntil: TUESDAY_TEN,
    });
    const { messages, before } = append({ conversation, kind: 'incoming' });
    expect(itemOf(conversation).section).not.toBe('done');
    must(notes['note.remove']({ messages: [...messages], decisions: before }));
    expect(itemOf(conversation).section).toBe('done');
  });
  const itemDecisions = (conversation: number) => view(conversation).decisions;
});

describe('what cannot be written down', () => {
  it.each<[string, Partial<CommandArgs<'note.add'>>, string]>([
    ['a number that is none', { phone: '12' }, 'contact-not-understood'],
    ['a mail address that is none', { email: 'jan@' }, 'contact-not-understood'],
    ['a page that is not secure', { link: 'http://x.be' }, 'contact-not-understood'],
    ['nobody', { who: ' ' }, 'invalid-argument'],
    ['nothing', { text: ' \n' }, 'invalid-argument'],
    ['ourselves', { email: OWNER.address }, 'invalid-argument'],
  ])('%s', (_what, note, code) => {
    expect(codeOf(notes['note.add']({ ...CALL, ...note }))).toBe(code);
    expect(desk.store.check.counts().messages).toBe(0);
  });
});

describe('whom the owner may mean', () => {
  const people = (text: string): readonly string[] => must(notes['note.people']({ text })).map(({ name }) => name);
  beforeEach(() => {
    desk.receive({ messageId: 'a@x', from: [{ name: 'Zoë Maes', address: 'zoe@maes.be' }], at: TUESDAY_TEN - DAY_MS });
    desk.receive({ messageId: 'b@x', at: TUESDAY_TEN - HOUR_MS });
    desk.receive({ messageId: 'c@x', kind: 'newsletter', from: [{ name: 'Zoetwaren', address: 'nieuws@zoet.be' }] });
    add({ phone: '0471 12 34 56' });
  });
  it('is found by the first letters of the name, with or without accents', () => {
    expect(people('zoe')).toEqual(['Zoë Maes']);
    expect(people('peet ja')).toEqual(['Jan Peeters']);
  });
  it('is found by the number as far as it was typed', () => {
    expect([people('0471 12'), people('+32 471'), people('00 32 471'), people('9999')]).toEqual([
      ['Els Claes'],
      ['Els Claes'],
      ['Els Claes'],
      [],
    ]);
  });
  it('is the one of last time first, where nothing was typed yet', () => {
    expect(people('')).toEqual(['Els Claes', 'Jan Peeters', 'Zoë Maes']);
  });
  it('comes with the conversation that is still open', () => {
    expect(must(notes['note.people']({ text: 'jan' }))[0]?.open?.subject).toBe('Vraag over een fiets');
  });
});
