import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandArgs } from '../../contract/commands.ts';
import type { CommitmentView } from '../../contract/commitments.ts';
import type { Result } from '../../contract/errors.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createConversations } from '../conversations/conversations.ts';
import { cannedFacts } from '../host/canned-facts.ts';
import { createFakeDesk, OWNER, CUSTOMER, sampleMail, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { reminderOf } from '../reminders/told-reminder.ts';
import { createCommitments, type Commitments } from './commitments.ts';

/** Friday 15 May 2026, when the shop closes. */
const FRIDAY_CLOSING = Date.parse('2026-05-15T17:30+02:00');
const PROMISE = 'Vrijdag laat ik u iets weten.';

let desk: FakeDesk;
let handlers: Commitments['handlers'];
let decide: ReturnType<typeof createConversations>['handlers'];
let question: number;
let conversation: number;

beforeEach(() => {
  desk = createFakeDesk();
  handlers = createCommitments({ ...desk, clock: desk.ports.clock, emit: (event) => desk.events.push(event) }).handlers;
  const connectorFor = () => {
    throw new Error('nothing is fetched here');
  };
  decide = createConversations({
    ...desk,
    clock: desk.ports.clock,
    emit: () => {},
    connectorFor,
    passwordFor: connectorFor,
  }).handlers;
  question = desk.receive({ messageId: 'vraag@klant' });
  conversation = desk.conversationOf(question);
  pass(HOUR_MS);
});

const pass = (ms: number): void => desk.ports.jumpTo(desk.ports.clock.now() + ms);
const valueOf = <Value>(result: Result<Value> | Promise<Result<Value>>): Value => {
  if (result instanceof Promise || !result.ok) throw new Error('did not work');
  return result.value;
};
const answer = (text: string, more: { readonly attachments?: boolean } = {}): number =>
  desk.sentElsewhere({
    text,
    inReplyTo: ['vraag@klant'],
    ...(more.attachments === true ? { attachments: [ATTACHMENT] } : {}),
  });
const ATTACHMENT = {
  part: '2',
  fileName: 'offerte.pdf',
  contentType: 'application/pdf',
  size: 1_000,
  contentId: null,
  isInline: false,
  content: null,
};
const commitments = (): readonly CommitmentView[] => desk.store.commitments.ofConversation(conversation);
const only = (): CommitmentView => {
  const [one, other] = commitments();
  if (one === undefined || other !== undefined) throw new Error(`${commitments().length} promises`);
  return one;
};
const item = () => desk.item(question);
const say = (as: CommandArgs<'commitment.decide'>['as'], due: number | null = null) =>
  valueOf(handlers['commitment.decide']({ id: only().id, as, due }));
const states = (): readonly string[] => commitments().map(({ state }) => state);

describe('a promise in a letter of ours', () => {
  it('is found when it was sent from another program, and asked about without moving anything', () => {
    const letter = answer(`Dag Jan,\n\nDank u. ${PROMISE}\n\nMvg\nKarel\n\n> Laat u mij morgen iets weten?`);
    expect(only()).toMatchObject({ state: 'proposed', words: PROMISE, message: letter, dueAt: FRIDAY_CLOSING });
    expect(item()).toMatchObject({ section: 'waiting', turn: 'theirs', replyBy: null });
    expect(item().promise?.state).toBe('proposed');
  });
  it('is due when this shop closes, in its own zone', () => {
    const { officeHours } = desk.settings.get();
    const fri: [string, string][] = [['08:00', '12:00']];
    desk.settings.set({ officeHours: { ...officeHours, zone: 'Europe/Lisbon', week: { ...officeHours.week, fri } } });
    answer(PROMISE);
    expect(only().dueAt).toBe(Date.parse('2026-05-15T12:00+01:00'));
  });
  it('is not looked for in what a machine wrote, in history, or in mail that only says to be ours', () => {
    desk.sentElsewhere({ text: PROMISE, inReplyTo: ['vraag@klant'], kind: 'auto-reply' });
    desk.receive({ text: PROMISE, from: [OWNER], to: [CUSTOMER], inReplyTo: ['vraag@klant'] });
    desk.receive({ text: 'Ik laat u vrijdag iets weten.', inReplyTo: ['vraag@klant'] });
    expect(commitments()).toEqual([]);
    const old = createFakeDesk({ queueFrom: TUESDAY_TEN });
    const letter = old.sentElsewhere({ text: 'Binnen de maand hoort u van ons.', at: TUESDAY_TEN - 2 * DAY_MS });
    expect(old.store.commitments.ofConversation(old.conversationOf(letter))).toEqual([]);
  });
  it('is noted once, however often its letter is seen', () => {
    const mail = sampleMail({
      messageId: 'antwoord@ons',
      inReplyTo: ['vraag@klant'],
      from: [OWNER],
      to: [CUSTOMER],
      text: PROMISE,
    });
    const letter = {
      account: 'mertens',
      channel: 'email',
      direction: 'out',
      at: desk.ports.clock.now(),
      size: 900,
      mail,
    } as const;
    desk.ingest([{ ...letter, place: null, conversation }]);
    desk.ingest([{ ...letter, place: { mailboxId: desk.sent, uid: 70, flags: [] } }]);
    expect(commitments()).toHaveLength(1);
  });
  it('that is long past when it is seen is no news', () => {
    pass(9 * DAY_MS);
    desk.sentElsewhere({ text: PROMISE, inReplyTo: ['vraag@klant'], at: TUESDAY_TEN + 2 * HOUR_MS });
    expect(commitments()).toEqual([]);
  });
  it('is a line of his letters after he said no to the same words twice', () => {
    for (const from of ['a@een.be', 'b@twee.be', 'c@drie.be']) {
      const asked = desk.receive({ messageId: `${from}-vraag`, from: [{ name: '', address: from }], subject: from });
      const letter = desk.sentElsewhere({
        text: 'Wij bellen u vandaag nog terug.',
        inReplyTo: [`${from}-vraag`],
        to: [{ name: '', address: from }],
        subject: `Re: ${from}`,
      });
      const [found] = desk.store.commitments.ofConversation(desk.conversationOf(asked));
      expect(found?.message ?? null).toBe(from === 'c@drie.be' ? null : letter);
      if (found !== undefined) valueOf(handlers['commitment.decide']({ id: found.id, as: 'dropped', due: null }));
    }
  });
});

describe('a promise that is watched', () => {
  beforeEach(() => {
    answer(PROMISE);
    say('watch');
  });
  it('brings the conversation into the queue, with its own moment', () => {
    expect(item()).toMatchObject({ section: 'soon', turn: 'ours', replyBy: FRIDAY_CLOSING, replyByFrom: 'commitment' });
    expect(item().waitingSince).toBe(TUESDAY_TEN + HOUR_MS);
  });
  it('warns when three quarters of its time are used, and at its moment', () => {
    const row = desk.store.conversations.get(conversation);
    // 28 working hours from Tuesday 11:00 to Friday 17:30; 21 of them end on Friday, half an hour after opening.
    expect(new Date(row?.warnAt ?? 0).toISOString()).toBe('2026-05-15T07:30:00.000Z');
    const given = (from: number, until: number) =>
      desk.store.reminders.due(from, until, 10).map(({ threshold }) => threshold);
    expect(given(TUESDAY_TEN, FRIDAY_CLOSING - 1)).toEqual(['warning']);
    expect(given(FRIDAY_CLOSING - 1, FRIDAY_CLOSING)).toEqual(['overdue']);
  });
  it('comes before everything else once it is broken, with its words', () => {
    pass(FRIDAY_CLOSING - desk.ports.clock.now());
    const { section, factors } = item();
    expect(section).toBe('overdue');
    expect(factors[0]).toMatchObject({ name: 'broken-commitment', points: 500, because: { words: PROMISE } });
    expect(desk.queue.tray().late.map((late) => late.conversation)).toEqual([conversation]);
  });
  it('is told of first among those that fall due together, with its words', () => {
    const other = desk.receive({ from: [{ name: '', address: 'an@derde.be' }], subject: 'Nog een vraag' });
    const due = desk.store.reminders.due(0, FRIDAY_CLOSING, 10);
    const late = due.filter(({ threshold }) => threshold === 'overdue');
    expect(late.map((one) => one.conversation)).toEqual([conversation, desk.conversationOf(other)]);
    expect(late.flatMap((one) => reminderOf(desk.store, one)).map(({ promised }) => promised)).toEqual([
      PROMISE,
      undefined,
    ]);
  });
  it('waits no longer than a new question may, and stands when that is later', () => {
    desk.receive({ inReplyTo: ['vraag@klant'], text: 'Nog een vraag: kan het ook in het blauw?' });
    expect(item()).toMatchObject({ replyByFrom: 'target' });
    const { targets } = desk.settings.get();
    desk.settings.set({ targets: { ...targets, email: { firstMinutes: 6_000, nextMinutes: 6_000 } } });
    desk.settle([conversation]);
    expect(item()).toMatchObject({ replyBy: FRIDAY_CLOSING, replyByFrom: 'commitment' });
  });
  it('does not stand behind a moment that was set by hand for the question before it', () => {
    desk = createFakeDesk();
    handlers = createCommitments({ ...desk, clock: desk.ports.clock, emit: () => {} }).handlers;
    question = desk.receive({ messageId: 'vraag@klant' });
    conversation = desk.conversationOf(question);
    const { decisions } = desk.store.conversations.get(conversation) ?? {};
    if (decisions !== undefined)
      desk.store.conversations.decide(conversation, { ...decisions, replyByHand: TUESDAY_TEN + 2 * HOUR_MS });
    pass(MINUTE_MS);
    answer(PROMISE);
    const before = say('watch');
    expect(item()).toMatchObject({ replyBy: FRIDAY_CLOSING, replyByFrom: 'commitment' });
    valueOf(handlers['commitment.restore']({ id: only().id, before }));
    expect(desk.store.conversations.get(conversation)?.decisions.replyByHand).toBe(TUESDAY_TEN + 2 * HOUR_MS);
  });
  it('gives the field of a saved reply its value, as long as it is open', () => {
    expect(cannedFacts(desk.store, conversation)?.commitmentAt).toBe(FRIDAY_CLOSING);
    say('kept');
    expect(cannedFacts(desk.store, conversation)?.commitmentAt).toBeNull();
  });

  it('is kept by the next answer, from whatever program, and open again when that is taken back', () => {
    pass(DAY_MS);
    const kept = answer('De fiets is klaar.');
    expect(only()).toMatchObject({ state: 'kept', because: 'answered', closedBy: kept });
    expect(item()).toMatchObject({ section: 'waiting', replyBy: null });
    desk.store.messages.remove(kept);
    desk.settle([conversation]);
    expect(only().state).toBe('open');
    expect(item()).toMatchObject({ turn: 'ours', replyBy: FRIDAY_CLOSING });
  });
  it('is moved by an answer that only promises again', () => {
    pass(DAY_MS);
    answer('Sorry, het is nog niet gelukt. Ik stuur u de offerte maandag.');
    expect(states()).toEqual(['moved', 'open']);
    expect(item().replyBy).toBe(Date.parse('2026-05-18T17:30+02:00'));
  });
  it('is kept, not moved, by an answer that brings what was promised', () => {
    pass(DAY_MS);
    answer('Ik bel u maandag nog even.', { attachments: true });
    expect(states()).toEqual(['kept', 'proposed']);
  });
  it.each([
    ['owner', 'kept', 'done'],
    ['phone', 'kept', 'phoned'],
    ['no-answer', 'dropped', 'no-answer'],
  ] as const)('is closed when the conversation is put away as %s, and opened by the undo', (because, state, reason) => {
    pass(HOUR_MS);
    const before = valueOf(decide['conversation.done']({ id: conversation, because }));
    expect(only()).toMatchObject({ state, because: reason });
    expect(item().section).toBe('done');
    valueOf(decide['conversation.restore']({ id: conversation, decisions: before }));
    expect(only().state).toBe('open');
    expect(item().replyByFrom).toBe('commitment');
  });
  it('stays closed when the customer writes after it was put away', () => {
    pass(HOUR_MS);
    valueOf(decide['conversation.done']({ id: conversation, because: 'phone' }));
    pass(HOUR_MS);
    desk.receive({ inReplyTo: ['vraag@klant'], text: 'Bedankt voor het gesprek. Kan het ook in het groen?' });
    expect(only()).toMatchObject({ state: 'kept', because: 'phoned' });
    expect(item().replyByFrom).toBe('target');
  });
  it('can be let go, and taken up again', () => {
    const before = say('dropped');
    expect(only()).toMatchObject({ state: 'dropped', because: 'owner' });
    expect(item().section).toBe('waiting');
    valueOf(handlers['commitment.restore']({ id: only().id, before }));
    expect(only().state).toBe('open');
  });
  it('follows its conversation into another one, and goes with it', () => {
    pass(MINUTE_MS);
    const other = desk.receive({ messageId: 'los@klant', subject: 'Iets anders' });
    const otherConversation = desk.conversationOf(other);
    desk.store.transaction(() => {
      desk.store.conversations.merge(otherConversation, conversation);
      desk.settle([otherConversation]);
    });
    expect(desk.store.commitments.ofConversation(otherConversation).map(({ state }) => state)).toEqual(['open']);
    desk.store.conversations.remove(otherConversation);
    expect(desk.store.commitments.counts(0, 0)).toEqual({ open: 0, broken: 0, proposed: 0, kept: 0, dropped: 0 });
  });
  it('that was kept by putting the conversation away stays kept in the one it joins', () => {
    pass(HOUR_MS);
    valueOf(decide['conversation.done']({ id: conversation, because: 'phone' }));
    const other = desk.conversationOf(desk.receive({ messageId: 'los@klant', subject: 'Iets anders' }));
    desk.store.conversations.merge(other, conversation);
    desk.settle([other]);
    expect(desk.store.commitments.ofConversation(other).map(({ state }) => state)).toEqual(['kept']);
  });
});

describe('the owner who wants promises watched by themselves', () => {
  beforeEach(() => void desk.settings.set({ commitments: { watch: 'by-itself' } }));
  it('is asked nothing', () => {
    answer(PROMISE);
    expect(only()).toMatchObject({ state: 'open' });
    expect(item()).toMatchObject({ replyBy: FRIDAY_CLOSING, replyByFrom: 'commitment' });
  });
  it('is asked about what was past already when it was seen', () => {
    pass(4 * DAY_MS);
    desk.sentElsewhere({ text: PROMISE, inReplyTo: ['vraag@klant'], at: TUESDAY_TEN + 2 * HOUR_MS });
    expect(only().state).toBe('proposed');
  });
});

describe('a promise that nobody confirms', () => {
  beforeEach(() => void answer(PROMISE));
  it('is no longer asked about a few days after its moment', () => {
    pass(FRIDAY_CLOSING + 3 * DAY_MS - 1 - desk.ports.clock.now());
    expect(item().promise?.state).toBe('proposed');
    pass(1);
    expect(item().promise).toBeNull();
    const { lines, counts } = valueOf(handlers['commitments.list']({ part: 'dropped', limit: 10, offset: 0 }));
    expect([lines.length, counts.proposed, counts.dropped]).toEqual([1, 0, 1]);
  });
  it('can be confirmed for another moment', () => {
    const monday = Date.parse('2026-05-18T12:00+02:00');
    say('watch', monday);
    expect(item().replyBy).toBe(monday);
    const past = handlers['commitment.decide']({ id: only().id, as: 'watch', due: TUESDAY_TEN });
    expect(past).toMatchObject({ ok: false, error: { code: 'moment-past' } });
  });
  it('can be confirmed after the conversation was done, which opens it', () => {
    pass(HOUR_MS);
    valueOf(decide['conversation.done']({ id: conversation, because: 'owner' }));
    expect(only().state).toBe('lapsed');
    pass(MINUTE_MS);
    const before = say('watch');
    expect(item()).toMatchObject({ section: 'soon', replyBy: FRIDAY_CLOSING });
    valueOf(handlers['commitment.restore']({ id: only().id, before }));
    expect(item().section).toBe('done');
  });
});

describe('a promise written down by hand', () => {
  const add = (words: string, due = FRIDAY_CLOSING) => handlers['commitment.add']({ conversation, words, due });
  it('is watched at once, beside the question that is still open', () => {
    answer('We bekijken het.');
    const added = valueOf(add('  stalen\nbrengen '));
    expect(added).toMatchObject({ words: 'stalen brengen', state: 'open', message: null });
    expect(item()).toMatchObject({ turn: 'ours', replyBy: FRIDAY_CLOSING });
    valueOf(handlers['commitment.remove']({ id: added.id }));
    expect(item()).toMatchObject({ turn: 'theirs', replyBy: null });
  });
  it('opens a conversation that was done, which stays done when it is taken back', () => {
    pass(HOUR_MS);
    valueOf(decide['conversation.done']({ id: conversation, because: 'phone' }));
    pass(MINUTE_MS);
    const { id, decisionsBefore } = valueOf(add('stalen brengen'));
    expect(item()).toMatchObject({ section: 'soon', replyByFrom: 'commitment' });
    valueOf(handlers['commitment.remove']({ id, decisions: decisionsBefore }));
    expect(item().section).toBe('done');
  });
  it('wakes a conversation that sleeps beyond it', () => {
    const snoozed = { id: conversation, until: FRIDAY_CLOSING + DAY_MS, replyBy: FRIDAY_CLOSING + 2 * DAY_MS };
    valueOf(decide['conversation.snooze'](snoozed));
    valueOf(add('stalen brengen'));
    expect(item().section).not.toBe('snoozed');
  });
  it('needs words, and a moment that is still to come', () => {
    expect(add(' ')).toMatchObject({ ok: false });
    expect(add('bellen', TUESDAY_TEN)).toMatchObject({ ok: false, error: { code: 'moment-past' } });
  });
  it('is the only kind that can be made unsaid', () => {
    answer(PROMISE);
    expect(handlers['commitment.remove']({ id: only().id })).toMatchObject({ ok: false });
  });
});

describe('the ledger', () => {
  const list = (part: CommandArgs<'commitments.list'>['part'], limit = 10, offset = 0) =>
    valueOf(handlers['commitments.list']({ part, limit, offset }));
  const promiseTo = (nr: number, due: number): void => {
    const asked = desk.receive({ from: [{ name: `Klant ${nr}`, address: `k${nr}@klant.be` }], subject: `Vraag ${nr}` });
    valueOf(handlers['commitment.add']({ conversation: desk.conversationOf(asked), words: `belofte ${nr}`, due }));
  };
  it('has broken promises on top, then by moment, and pages', () => {
    for (const [nr, due] of [3, 1, 2, 1].entries()) promiseTo(nr, desk.ports.clock.now() + due * HOUR_MS);
    pass(90 * MINUTE_MS);
    const { lines, counts } = list('open');
    expect(lines.map(({ words, who }) => `${who}: ${words}`)).toEqual([
      'Klant 1: belofte 1',
      'Klant 3: belofte 3',
      'Klant 2: belofte 2',
      'Klant 0: belofte 0',
    ]);
    expect(counts).toEqual({ open: 4, broken: 2, proposed: 0, kept: 0, dropped: 0 });
    expect(list('open', 2, 1).lines.map(({ words }) => words)).toEqual(['belofte 3', 'belofte 2']);
  });
  it('shows what was kept last first, and what was let go apart', () => {
    promiseTo(1, FRIDAY_CLOSING);
    promiseTo(2, FRIDAY_CLOSING);
    const ids = list('open').lines.map(({ id }) => id);
    for (const id of ids) {
      valueOf(handlers['commitment.decide']({ id, as: 'kept', due: null }));
      pass(MINUTE_MS);
    }
    expect(list('kept').lines.map(({ words }) => words)).toEqual(['belofte 2', 'belofte 1']);
    valueOf(handlers['commitment.decide']({ id: ids[0] ?? 0, as: 'dropped', due: null }));
    expect([list('kept').lines.length, list('dropped').lines.length]).toEqual([1, 1]);
  });
});
