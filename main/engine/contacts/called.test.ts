import { beforeEach, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../domain/instant.ts';
import { createCommitments } from '../commitments/commitments.ts';
import { createStory } from '../conversations/story.ts';
import { viewConversation } from '../conversations/view-conversation.ts';
import { listedDraft } from '../drafts/draft-view.ts';
import { openEveningDesk } from '../evening/evening-desk.ts';
import { CUSTOMER, TUESDAY_TEN } from '../ingest/fake-desk.ts';
import { listedDelivery } from '../outbox/delivery-view.ts';
import { plainWords } from '../outbox/queue-letter.ts';
import { reminderOf } from '../reminders/told-reminder.ts';
import { createReport } from '../report/report.ts';
import { createSearch } from '../search/search.ts';
import { calledBy } from './called.ts';

const CALLED = 'Jan van de fietsclub';

let desk: ReturnType<typeof openEveningDesk>;
let conversation: number;
let answered: number;
const callHim = (name: string): void => {
  desk.store.contacts.save({
    id: null,
    name,
    company: '',
    language: null,
    note: '',
    tags: [],
    fields: [],
    handles: ['jan@thuis.be', CUSTOMER.address],
    createdAt: TUESDAY_TEN,
    changedAt: TUESDAY_TEN,
  });
};

beforeEach(() => {
  desk = openEveningDesk(TUESDAY_TEN);
  const asked = desk.receive({ messageId: 'eerst@klant', subject: 'Eerst dit', at: TUESDAY_TEN - 7 * DAY_MS });
  desk.sentElsewhere({
    inReplyTo: ['eerst@klant'],
    text: 'Vrijdag laat ik u iets weten.',
    at: TUESDAY_TEN - 2 * HOUR_MS,
  });
  answered = desk.conversationOf(asked);
  conversation = desk.conversationOf(desk.receive({ at: TUESDAY_TEN - 6 * DAY_MS }));
});

it('the owner reads the name that he wrote on the card, wherever the desk speaks of a customer', async () => {
  callHim(CALLED);
  const { store, queue, settings, settle, ports } = desk;
  const deps = { store, queue, settings, settle, ...ports, emit: () => {} };
  const item = queue.item(conversation);
  if (item === null) throw new Error('not in the queue');
  expect(item.who).toBe(CALLED);
  expect(viewConversation(store, item, 5)?.customer.name).toBe(CALLED);
  expect(queue.tray().late).toMatchObject([{ who: CALLED }]);
  const due = { conversation, threshold: 'overdue', dueAt: TUESDAY_TEN } as const;
  expect(reminderOf(store, due)).toMatchObject([{ who: CALLED }]);
  const noServer = (): never => {
    throw new Error('nothing is fetched here');
  };
  const outline = await createStory({ store, connectorFor: noServer, passwordFor: noServer })['conversation.outline']({
    id: answered,
  });
  expect(outline).toMatchObject({ value: [{ from: { name: CALLED } }, { direction: 'out' }] });
  const ledger = await createCommitments(deps).handlers['commitments.list']({ part: 'proposed', limit: 9, offset: 0 });
  expect(ledger).toMatchObject({ value: { lines: [{ who: CALLED, address: CUSTOMER.address }] } });
  const answers = await createReport(deps).answers({
    from: TUESDAY_TEN - 9 * DAY_MS,
    until: TUESDAY_TEN,
    channel: null,
    weekday: null,
    hour: null,
    isInTime: null,
    limit: 9,
  });
  expect(answers).toMatchObject([{ who: CALLED }]);
  const search = createSearch(deps);
  expect(search({ query: 'fiets', limit: 9, byConversation: true }).hits).toMatchObject([
    { who: CALLED, conversation: answered },
    { who: CALLED, conversation },
  ]);
  const review = await desk.review();
  expect(review.undecided.map(({ who }) => who)).toEqual([CALLED]);
  const id = store.drafts.add({ ...plainWords(conversation, 'Dag Jan'), canned: [], savedAt: TUESDAY_TEN });
  const draft = store.drafts.get(id);
  expect(draft === null ? null : listedDraft(store, draft).who).toBe(CALLED);
});

it('the outbox tells to whom a letter goes by the name on the card', async () => {
  callHim(CALLED);
  const id = await desk.answer(conversation, 'Ja hoor, hij staat klaar.', TUESDAY_TEN + DAY_MS);
  const row = desk.store.deliveries.get(id);
  expect(row === null ? null : listedDelivery(desk.store, row)).toMatchObject({
    to: [CUSTOMER.address],
    names: [CALLED],
  });
});

it('a card without a name leaves him the name of his letters, and without that his number', () => {
  callHim('');
  expect(calledBy(desk.store, CUSTOMER)).toBe(CUSTOMER.name);
  expect(calledBy(desk.store, { name: '', address: 'tel:+32479123456' })).toBe('+32 479 12 34 56');
});

it('what leaves for him names him as he names himself', () => {
  callHim(CALLED);
  const item = desk.queue.item(conversation);
  const view = item === null ? null : viewConversation(desk.store, item, 5);
  expect(view?.replyTo).toEqual([CUSTOMER]);
});
