import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import type { LearnedView } from '../../contract/learning.ts';
import { MINUTE_MS } from '../../domain/instant.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import { createConversations, type Conversations } from '../conversations/conversations.ts';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';

let desk: FakeDesk;
let commands: Conversations['handlers'];
beforeEach(() => {
  desk = createFakeDesk();
  commands = createConversations({
    store: desk.store,
    clock: desk.ports.clock,
    emit: () => {},
    settle: desk.settle,
    queue: desk.queue,
    connectorFor: () => ({ fetchAttachment: async () => ok(new Uint8Array()) }),
    passwordFor: async () => ok(''),
    learn: desk.learning.decided,
  }).handlers;
});

const SELLER = { name: 'Verkoop', address: 'Verkoop@leads.example' };
let sent = 0;
/** Words of a person that neither ask nor close anything. */
const receive = (from = SELLER, text = 'Onze nieuwe tarieven gaan in vanaf juli.'): number => {
  sent += 1;
  desk.ports.jumpTo(desk.ports.clock.now() + MINUTE_MS);
  return desk.conversationOf(desk.receive({ from: [from], subject: `Tarieven ${sent}`, text }));
};
const sort = async (id: number, as: 'queue' | 'fyi'): Promise<Decisions> => {
  const before = await commands['conversation.sortAs']({ id, as });
  if (!before.ok) throw new Error(before.error.detail);
  return before.value;
};
const item = (id: number) => desk.queue.item(id);
const list = async (): Promise<LearnedView> => {
  const learned = await desk.learning.handlers['learning.list']({});
  if (!learned.ok) throw new Error(learned.error.detail);
  return learned.value;
};

describe('a sender moved to "Ter info"', () => {
  it('once says nothing yet', async () => {
    await sort(receive(), 'fyi');
    expect(item(receive())?.section).not.toBe('fyi');
  });
  it('twice goes there by itself the next time, and it is said why', async () => {
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    expect(item(receive())).toMatchObject({
      section: 'fyi',
      why: { kind: 'rests', because: 'sender', words: 'verkoop@leads.example' },
    });
  });
  it('is back in the queue with one move, and stays there the next time', async () => {
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    const third = receive();
    await sort(third, 'queue');
    expect(item(third)?.section).not.toBe('fyi');
    expect(item(receive())?.section).not.toBe('fyi');
  });
  it('still gets his question into the queue', async () => {
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    expect(item(receive(SELLER, 'Kunt u mij morgen bellen?'))?.section).not.toBe('fyi');
  });
  it('still gets news into the queue that a customer would send', async () => {
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    expect(item(receive(SELLER, 'Akkoord met de offerte van dinsdag.'))?.section).not.toBe('fyi');
  });
  it('is a person when he was answered before', async () => {
    desk.receive({ from: [SELLER], messageId: 'first@x' });
    desk.sentElsewhere({ inReplyTo: ['first@x'], to: [SELLER], text: 'Ja hoor.' });
    await sort(receive({ ...SELLER, address: 'verkoop@leads.example' }), 'fyi');
    await sort(receive({ ...SELLER, address: 'verkoop@leads.example' }), 'fyi');
    expect(item(receive({ ...SELLER, address: 'verkoop@leads.example' }))?.section).not.toBe('fyi');
  });
  it('takes his firm with him when a colleague went there too', async () => {
    const colleague = { name: 'Els', address: 'els@leads.example' };
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    await sort(receive(colleague), 'fyi');
    expect(item(receive({ name: 'Piet', address: 'piet@leads.example' }))?.why).toMatchObject({
      words: '@leads.example',
    });
  });
});

describe('what is taken back', () => {
  it('leaves nothing that was learned', async () => {
    const first = receive();
    const second = receive();
    await sort(first, 'fyi');
    const before = await sort(second, 'fyi');
    await commands['conversation.restore']({ id: second, decisions: before });
    expect(await list()).toMatchObject({ deeds: 1 });
    expect(item(receive())?.section).not.toBe('fyi');
  });
  it('is the move, also when it was one back to the queue', async () => {
    const id = receive();
    await sort(id, 'fyi');
    const before = await sort(id, 'queue');
    await commands['conversation.restore']({ id, decisions: before });
    expect((await list()).senders).toMatchObject([{ apart: 1 }]);
  });
  it('is "no answer needed"', async () => {
    const id = receive();
    const before = await commands['conversation.done']({ id, because: 'no-answer' });
    expect((await list()).deeds).toBe(1);
    if (before.ok) await commands['conversation.restore']({ id, decisions: before.value });
    expect((await list()).deeds).toBe(0);
  });
  it('is a snooze, of which nothing was learned', async () => {
    const id = receive();
    await sort(id, 'fyi');
    const until = desk.ports.clock.now() + 60 * MINUTE_MS;
    const before = await commands['conversation.snooze']({ id, until, replyBy: null });
    if (before.ok) await commands['conversation.restore']({ id, decisions: before.value });
    expect((await list()).deeds).toBe(1);
  });
});

describe('answers', () => {
  it('that come soon say that such a message wants one', async () => {
    const id = receive();
    desk.learning.answering(id)();
    expect((await list()).deeds).toBe(1);
    desk.learning.answerTakenBack(id);
    expect((await list()).deeds).toBe(0);
  });
  it('to a plain question say nothing new', async () => {
    desk.learning.answering(receive(SELLER, 'Hoe laat gaan jullie open?'))();
    expect((await list()).deeds).toBe(0);
  });
  it('bring back a sender who was set apart', async () => {
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    desk.learning.answering(receive())();
    expect(item(receive())?.section).not.toBe('fyi');
  });
});

describe('the owner', () => {
  it('forgets one sender', async () => {
    await sort(receive(), 'fyi');
    await sort(receive(), 'fyi');
    await desk.learning.handlers['learning.forget']({ sender: 'verkoop@leads.example' });
    expect(item(receive())?.section).not.toBe('fyi');
    expect(await desk.learning.handlers['learning.forget']({ sender: 'verkoop@leads.example' })).toMatchObject({
      ok: false,
    });
  });
  it('forgets everything', async () => {
    await sort(receive(), 'fyi');
    expect(await desk.learning.handlers['learning.reset']({})).toEqual(ok({ senders: [], signs: [], deeds: 0 }));
  });
  it('erases a person with what was learned of him', async () => {
    await sort(receive(), 'fyi');
    desk.store.erasures.forgetAddress('verkoop@leads.example');
    desk.learning.reread();
    expect((await list()).deeds).toBe(0);
  });
});

it('two conversations that become one keep what was learned of both', async () => {
  const kept = receive();
  const other = receive();
  await sort(other, 'fyi');
  desk.store.conversations.merge(kept, other);
  expect(desk.store.lessons.takeBack(kept, ['apart'])).toBe(true);
});
it('keeps the newest deeds only, so that it never grows without end', () => {
  const id = receive();
  for (let n = 0; n < 2_050; n += 1)
    desk.store.lessons.add(id, { sender: `a${n}@x.example`, deed: 'apart', signs: [], at: n });
  const kept = desk.store.lessons.all();
  expect([kept.length, kept.at(-1)?.sender]).toEqual([2_000, 'a2049@x.example']);
});
