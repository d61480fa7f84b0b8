import { assert, property, shuffledSubarray } from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { createFakeDesk, CUSTOMER, OWNER, TUESDAY_TEN, type FakeDesk } from './fake-desk.ts';
import { isReplySubject, referencesOf } from './threading.ts';
import { plainWords } from '../outbox/queue-letter.ts';

let desk: FakeDesk;
beforeEach(() => {
  desk = createFakeDesk();
});
const earlier = (ms: number): number => TUESDAY_TEN - ms;
const STRANGER = { name: 'Els', address: 'els@elders.nl' };

describe('messages that name one another', () => {
  it('are one conversation', () => {
    const question = desk.receive({ messageId: 'q@x', at: earlier(HOUR_MS) });
    const answer = desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'] });
    expect(desk.conversationOf(answer)).toBe(desk.conversationOf(question));
  });
  it('are one conversation when the child comes first, under the id that was there first', () => {
    const answer = desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['q@x'], subject: 'Re: iets' });
    const before = desk.conversationOf(answer);
    const question = desk.receive({ messageId: 'q@x', at: earlier(HOUR_MS), subject: 'Heel wat anders' });
    expect(desk.conversationOf(question)).toBe(before);
    expect(desk.store.conversations.get(before)).toMatchObject({ subject: 'Heel wat anders', customer: CUSTOMER });
  });
  it('join two conversations when the missing link comes', () => {
    const first = desk.receive({ messageId: '1@x', at: earlier(3 * HOUR_MS), subject: 'een' });
    const third = desk.receive({ messageId: '3@x', inReplyTo: ['2@x'], at: earlier(HOUR_MS), subject: 'drie' });
    expect(desk.conversationOf(third)).not.toBe(desk.conversationOf(first));
    const gone = desk.conversationOf(third);
    desk.events.length = 0;
    desk.sentElsewhere({ messageId: '2@x', inReplyTo: ['1@x'], at: earlier(2 * HOUR_MS), subject: 'twee' });
    expect(desk.conversationOf(third)).toBe(desk.conversationOf(first));
    expect(desk.store.conversations.get(gone)).toBeNull();
    expect(desk.events).toContainEqual({
      kind: 'conversations-changed',
      conversations: [desk.conversationOf(first), gone],
    });
    expect(desk.item(first)).toMatchObject({ messages: 3, turn: 'ours', waitingSince: earlier(HOUR_MS) });
  });
  it('are together when all answer a message that never came', () => {
    const one = desk.receive({ messageId: 'b@x', references: ['lost@x'], subject: 'x' });
    const two = desk.receive({ messageId: 'c@x', references: ['lost@x'], subject: 'y' });
    expect(desk.conversationOf(two)).toBe(desk.conversationOf(one));
  });
  it('make one conversation in whatever order they arrive', () => {
    const ids = ['1', '2', '3', '4', '5'];
    assert(
      property(shuffledSubarray(ids, { minLength: ids.length }), (order) => {
        const fresh = createFakeDesk();
        const rows = order.map((id) => {
          const number = Number(id);
          return fresh.receive({
            messageId: `${id}@x`,
            references: number > 1 ? [`${number - 1}@x`] : [],
            subject: `onderwerp ${id}`,
            at: earlier((9 - number) * HOUR_MS),
          });
        });
        expect(new Set(rows.map(fresh.conversationOf)).size).toBe(1);
        expect(fresh.store.check.counts().conversations).toBe(1);
        fresh.store.close();
      }),
      { numRuns: 30 },
    );
  });
  it('do not put two customers into one story by naming both', () => {
    const jan = desk.receive({ messageId: 'jan@x', subject: 'fiets' });
    const els = desk.receive({ messageId: 'els@x', subject: 'bel', from: [STRANGER] });
    desk.receive({ messageId: 'evil@x', references: ['jan@x', 'els@x'], from: [STRANGER], subject: 'ha' });
    expect(desk.conversationOf(jan)).not.toBe(desk.conversationOf(els));
  });
  it('keep what was typed and what is to be sent when two conversations become one', () => {
    const first = desk.conversationOf(desk.receive({ messageId: '1@x', subject: 'een' }));
    const third = desk.conversationOf(desk.receive({ messageId: '3@x', inReplyTo: ['2@x'], subject: 'drie' }));
    desk.store.drafts.add({ ...plainWords(first, 'Beste Jan'), canned: [], savedAt: TUESDAY_TEN });
    desk.store.drafts.add({ ...plainWords(third, 'Dag Jan'), canned: [], savedAt: TUESDAY_TEN });
    desk.receive({ messageId: '2@x', inReplyTo: ['1@x'], subject: 'twee' });
    expect(desk.store.drafts.answerIn(first)?.text).toBe('Beste Jan\n\nDag Jan');
  });
  it('are open when either was: what was done stays done only together', () => {
    const first = desk.conversationOf(desk.receive({ messageId: '1@x', subject: 'een', at: earlier(2 * HOUR_MS) }));
    const third = desk.receive({ messageId: '3@x', inReplyTo: ['2@x'], subject: 'drie' });
    const done = {
      doneAt: TUESDAY_TEN,
      doneBecause: 'owner',
      snoozedUntil: null,
      replyByHand: null,
      sortedAs: null,
    } as const;
    desk.store.conversations.decide(first, { ...done, settledUntil: earlier(2 * HOUR_MS) });
    desk.settle([first]);
    desk.sentElsewhere({ messageId: '2@x', inReplyTo: ['1@x'], at: earlier(HOUR_MS), subject: 'twee' });
    expect(desk.item(third)).toMatchObject({ turn: 'ours', waitingSince: TUESDAY_TEN });
    expect(desk.item(third).section).not.toBe('done');
  });
});

describe('replies without references', () => {
  it('join the conversation of the same customer on the same subject', () => {
    const question = desk.receive({ subject: 'Offerte dakwerken', at: earlier(DAY_MS) });
    const reply = desk.receive({ subject: 'RE: offerte dakwerken' });
    expect(desk.conversationOf(reply)).toBe(desk.conversationOf(question));
  });
  it('join also when the reply was here first', () => {
    const reply = desk.receive({ subject: 'Antw: Offerte dakwerken' });
    const question = desk.receive({ subject: 'Offerte dakwerken', at: earlier(DAY_MS) });
    expect(desk.conversationOf(reply)).toBe(desk.conversationOf(question));
  });
  it.each([
    ['of somebody else', { from: [STRANGER] }],
    ['after more than thirty days', { at: earlier(31 * DAY_MS) }],
    ['that are no replies', { subject: 'Offerte dakwerken' }],
    ['that only forward', { subject: 'Fwd: Offerte dakwerken' }],
    ['that are newsletters', { kind: 'newsletter' as const }],
    ['that are notifications', { kind: 'notification' as const }],
  ])('stay apart %s', (_, other) => {
    const deskOfYears = createFakeDesk({ queueFrom: earlier(400 * DAY_MS) });
    const later = deskOfYears.receive({ subject: 'Offerte dakwerken', at: earlier(MINUTE_MS) });
    const apart = deskOfYears.receive({ subject: 'Re: Offerte dakwerken', ...other });
    expect(deskOfYears.conversationOf(apart)).not.toBe(deskOfYears.conversationOf(later));
  });
  it('do not join on an empty subject', () => {
    const one = desk.receive({ subject: 'Re:' });
    expect(desk.conversationOf(desk.receive({ subject: 'Re:' }))).not.toBe(desk.conversationOf(one));
  });
});

describe('those who answer one mail of ours to many', () => {
  const PEOPLE = ['an', 'bert', 'cis', 'dora', 'els'].map((name) => ({ name, address: `${name}@klant.be` }));
  const mailing = { messageId: 'actie@x', subject: 'Zomeractie', inReplyTo: [], at: earlier(DAY_MS) };
  const toAll = { ...mailing, to: PEOPLE };
  const inBlindCopy = { ...mailing, to: [OWNER] };
  const answerOf = (index: number, desk: FakeDesk) =>
    desk.receive({
      messageId: `antwoord${index}@x`,
      subject: 'Re: Zomeractie',
      inReplyTo: ['actie@x'],
      from: PEOPLE.slice(index, index + 1),
    });

  it.each([
    ['in view of each other', toAll],
    ['in blind copy', inBlindCopy],
  ])('each have a conversation of their own: %s, in whatever order they come', (_, sent) => {
    assert(
      property(shuffledSubarray([-1, 1, 2, 3], { minLength: 4 }), (order) => {
        const fresh = createFakeDesk();
        const rows = order.map((index) => (index < 0 ? fresh.sentElsewhere(sent) : answerOf(index, fresh)));
        expect(new Set(rows.map(fresh.conversationOf)).size).toBe(4);
        fresh.store.close();
      }),
      { numRuns: 24 },
    );
  });
  it('go on in their own one when we answer and they write again', () => {
    desk.sentElsewhere(toAll);
    const first = answerOf(1, desk);
    answerOf(2, desk);
    const ours = desk.sentElsewhere({
      messageId: 'onze@x',
      inReplyTo: ['antwoord1@x'],
      references: ['actie@x', 'antwoord1@x'],
      to: PEOPLE.slice(1, 2),
    });
    const again = desk.receive({
      messageId: 'nog@x',
      inReplyTo: ['onze@x'],
      references: ['actie@x', 'antwoord1@x', 'onze@x'],
      from: PEOPLE.slice(1, 2),
    });
    expect([ours, again].map(desk.conversationOf)).toEqual([desk.conversationOf(first), desk.conversationOf(first)]);
  });
  it('are one story where they are a few people on one matter', () => {
    const question = desk.receive({ messageId: 'v@x' });
    desk.sentElsewhere({ messageId: 'a@x', inReplyTo: ['v@x'], to: [CUSTOMER, STRANGER] });
    const colleague = desk.receive({ messageId: 'e@x', inReplyTo: ['a@x'], from: [STRANGER] });
    expect(desk.conversationOf(colleague)).toBe(desk.conversationOf(question));
  });
});

describe('reading headers', () => {
  it('puts the nearest parent first', () => {
    expect(referencesOf({ inReplyTo: ['c'], references: ['a', 'b', 'c'] })).toEqual(['c', 'b', 'a']);
  });
  it('keeps both ends of an endless list', () => {
    const references = Array.from({ length: 900 }, (_, index) => `r${index}`);
    const kept = referencesOf({ inReplyTo: [], references });
    expect(kept).toHaveLength(60);
    expect([kept[0], kept.at(-1)]).toEqual(['r899', 'r0']);
  });
  it.each(['Re: x', 'RE : x', 'Antw: x', 'Antwoord: x', 'AW: x', 'SV: x', 'Re[2]: x', 'Rép: x'])(
    'knows a reply: %s',
    (s) => {
      expect(isReplySubject(s)).toBe(true);
    },
  );
  it.each(['Fwd: x', 'Doorst: x', 'Reparatie: x', 'Rekening 12', 'x'])('knows what is none: %s', (s) => {
    expect(isReplySubject(s)).toBe(false);
  });
});

describe('an own message', () => {
  it('to a customer begins a conversation with that customer', () => {
    const row = desk.sentElsewhere({ messageId: 'n@x', subject: 'Uw fiets is klaar', to: [OWNER, STRANGER] });
    expect(desk.item(row)).toMatchObject({ who: 'Els', section: 'waiting' });
  });
});
