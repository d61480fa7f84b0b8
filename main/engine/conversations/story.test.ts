import { beforeEach, describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../contract/errors.ts';
import { emptyCard } from '../../domain/contact/card.ts';
import { createFakeDesk, CUSTOMER, type FakeDesk } from '../ingest/fake-desk.ts';
import { asDone } from './decide.ts';
import { createStory, type StoryHandlers } from './story.ts';

let desk: FakeDesk;
let story: StoryHandlers;
let server: Result<Uint8Array>;
beforeEach(() => {
  desk = createFakeDesk();
  server = ok(Buffer.from('Received: van ver\r\nSubject: Vraag\r\n\r\nHallo'));
  story = createStory({
    store: desk.store,
    connectorFor: () => ({ fetchOriginal: async () => server }),
    passwordFor: async () => ok('secret'),
  });
});
const exchange = (): { readonly id: number; readonly messages: readonly number[] } => {
  const asked = desk.receive({ messageId: 'q@x', text: 'Is de blauwe kast nog te koop?' });
  desk.sentElsewhere({
    inReplyTo: ['q@x'],
    text: 'Ja hoor.\n\nOp di 12 mei 2026 schreef Jan:\n> Is de BLAUWE kást er?',
  });
  const id = desk.conversationOf(asked);
  return { id, messages: desk.store.messages.ofConversation(id).map((row) => row.id) };
};
const valueOf = async <T>(answer: Result<T> | Promise<Result<T>>): Promise<T> => {
  const given = await answer;
  if (!given.ok) throw new Error(given.error.detail);
  return given.value;
};

describe('a conversation piece by piece', () => {
  it('gives a line of every message, with its first own words and without its body', async () => {
    const { id } = exchange();
    const lines = await valueOf(story['conversation.outline']({ id }));
    expect(lines.map(({ direction, preview, isUnread }) => ({ direction, preview, isUnread }))).toEqual([
      { direction: 'in', preview: 'Is de blauwe kast nog te koop?', isUnread: true },
      { direction: 'out', preview: 'Ja hoor.', isUnread: false },
    ]);
    expect(lines[0]?.from).toEqual(CUSTOMER);
  });
  it('gives the bodies that are asked for, and none of another conversation', async () => {
    const { id, messages } = exchange();
    const other = desk.receive({ messageId: 'ander@x', from: [{ name: '', address: 'ander@y.example' }] });
    const given = await valueOf(story['conversation.messages']({ id, messages: [messages[1] ?? 0, other, 999] }));
    expect(given.map(({ ownText }) => ownText)).toEqual(['Ja hoor.']);
  });
  it('finds words in what is quoted as well, whatever their case and accents', async () => {
    const { id, messages } = exchange();
    const found = (text: string) => valueOf(story['conversation.find']({ id, text }));
    expect(await found('blauwe kast')).toEqual(messages.map((message) => ({ message, count: 1 })));
    expect(await found('ja hoor')).toEqual([{ message: messages[1], count: 1 }]);
    expect(await found('groene')).toEqual([]);
  });
  it('that is not there says so', async () => {
    const missing = { ok: false, error: { code: 'not-found' } };
    expect(await story['conversation.outline']({ id: 99 })).toMatchObject(missing);
    expect(await story['message.source']({ id: 99 })).toMatchObject(missing);
    expect(await story['message.original']({ id: 99 })).toMatchObject(missing);
  });
});

describe('what a message is made of', () => {
  it('is shown as it is kept here', async () => {
    const id = desk.receive({ messageId: 'q@x', text: 'Hallo', headers: { 'x-mailer': ['Post 1'], to: ['a', 'b'] } });
    const source = await valueOf(story['message.source']({ id }));
    expect(source.text).toBe('Hallo');
    expect(source.headers).toEqual([
      { name: 'x-mailer', value: 'Post 1' },
      { name: 'to', value: 'a' },
      { name: 'to', value: 'b' },
    ]);
  });
  it('comes from the server byte for byte, under a name that is safe to save', async () => {
    const id = desk.receive({ messageId: 'q@x', subject: 'Prijs: 1/2 kast?' });
    const original = await valueOf(story['message.original']({ id }));
    expect(Buffer.from(original.bytes).toString()).toMatch(/^Received: van ver/);
    expect(original.fileName).toBe('Prijs_ 1-2 kast_.eml');
  });
  it('says so where the server cannot be reached, or never had it', async () => {
    const id = desk.receive({ messageId: 'q@x' });
    server = failed('offline', 'auto', 'no network');
    expect(await story['message.original']({ id })).toMatchObject({ error: { code: 'offline' } });
  });
});

describe('what else is open of the same person', () => {
  const subjects = async (id: number): Promise<readonly string[]> =>
    (await valueOf(story['conversation.alsoOpen']({ id }))).map(({ subject }) => subject);
  const ask = (subject: string, address: string, kind: 'human' | 'newsletter' = 'human'): number =>
    desk.conversationOf(desk.receive({ subject, from: [{ name: 'Jan', address }], kind, messageId: `${subject}@x` }));

  it('is told above each of them, also where he wrote from the other address on his card', async () => {
    const gate = ask('Poort', 'jan@thuis.be');
    const again = ask('Nogmaals de poort', 'jan@werk.be');
    ask('Nieuwsbrief', 'jan@werk.be', 'newsletter');
    ask('Iets van Els', 'els@elders.be');
    expect(await subjects(again)).toEqual([]);
    const handles = ['jan@thuis.be', 'jan@werk.be'];
    desk.store.contacts.save({ ...emptyCard(''), id: null, handles, createdAt: 1, changedAt: 1 });
    expect(await subjects(again)).toEqual(['Poort']);
    expect(await subjects(gate)).toEqual(['Nogmaals de poort']);
    const row = desk.store.conversations.get(gate);
    if (row === null) throw new Error('not there');
    desk.store.conversations.decide(gate, asDone(row, 'no-answer', desk.ports.clock.now()));
    expect(await subjects(again)).toEqual([]);
  });
});
