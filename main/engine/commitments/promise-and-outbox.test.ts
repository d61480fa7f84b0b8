// A promise in an answer that is sent from here: what taking the answer back, or a server that refuses it, does to it.
import { beforeEach, expect, it } from 'vitest';
import { failed, ok } from '../../contract/errors.ts';
import type { DeliveryView } from '../../contract/views.ts';
import { HOUR_MS, MINUTE_MS } from '../../domain/instant.ts';
import { openOutboxDesk, type OutboxDesk } from '../../../tests/helpers/outbox-desk.ts';
import { createFakePorts, type FakePorts } from '../ports/fake-ports.ts';
import { createSettings } from '../settings/settings.ts';
import { openStore } from '../store/open-store.ts';

const MONDAY_9 = Date.parse('2026-05-11T09:00+02:00');
const FRIDAY_CLOSING = Date.parse('2026-05-15T17:30+02:00');
const PROMISE = 'Vrijdag laat ik u iets weten.';

let ports: FakePorts;
let desk: OutboxDesk;
let conversation: number;
let isRefused: boolean;

beforeEach(() => {
  ports = createFakePorts(MONDAY_9);
  isRefused = false;
  const opened = openStore(':memory:');
  if (!opened.ok) throw new Error(opened.error.detail);
  createSettings({ store: opened.value, emit: () => {} }).set({ commitments: { watch: 'by-itself' } });
  const connectorFor: Parameters<typeof openOutboxDesk>[1]['connectorFor'] = () => ({
    send: async (_account, _password, mail, onBodyStart) => {
      if (isRefused) return { kind: 'refused', error: failed('server-refused', 'never', '554').error, refused: [] };
      onBodyStart();
      return { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: '250 ok' };
    },
    findSent: async () => ok('nowhere'),
    fileSent: async () => ok({ kind: 'done', place: null }),
    withdrawCopy: async () => ok('alone'),
  });
  desk = openOutboxDesk(ports, { connectorFor }, { store: opened.value });
  desk.outbox.start();
  conversation = desk.receive();
  ports.jumpTo(MONDAY_9 + MINUTE_MS);
});

const send = async (text: string): Promise<DeliveryView> => {
  const said = { conversation, text, sendAt: null, now: false, cannedId: null };
  const sent = await desk.outbox.handlers['reply.send'](said);
  if (!sent.ok) throw new Error(sent.error.detail);
  return sent.value;
};
const states = (): readonly string[] => desk.store.commitments.ofConversation(conversation).map(({ state }) => state);
const replyBy = (): number | null => desk.store.conversations.get(conversation)?.replyBy ?? null;

it('is there from the moment of sending, and gone with the answer that is taken back', async () => {
  const before = replyBy();
  const { id } = await send(PROMISE);
  expect([states(), replyBy()]).toEqual([['open'], FRIDAY_CLOSING]);
  await desk.outbox.handlers['outbox.undo']({ id });
  expect([states(), replyBy()]).toEqual([[], before]);
});

it('is open again, by its own moment, when the answer that kept it is taken back', async () => {
  await send(PROMISE);
  await ports.pass(HOUR_MS);
  const { id } = await send('De fiets is klaar, u kunt hem halen.');
  expect([states(), replyBy()]).toEqual([['kept'], null]);
  await desk.outbox.handlers['outbox.undo']({ id });
  expect([states(), replyBy()]).toEqual([['open'], FRIDAY_CLOSING]);
});

it('is what it was before an answer that only moved it is taken back', async () => {
  await send(PROMISE);
  await ports.pass(HOUR_MS);
  const { id } = await send('Sorry, het wordt later. Ik laat u maandag iets weten.');
  expect(states()).toEqual(['moved', 'open']);
  await desk.outbox.handlers['outbox.undo']({ id });
  expect([states(), replyBy()]).toEqual([['open'], FRIDAY_CLOSING]);
});

it('is not kept by an answer that the server refused', async () => {
  await send(PROMISE);
  await ports.pass(HOUR_MS);
  isRefused = true;
  await send('De fiets is klaar, u kunt hem halen.');
  await ports.pass(HOUR_MS);
  expect([states(), replyBy()]).toEqual([['open'], FRIDAY_CLOSING]);
});

it('counts for nothing when its own answer was refused', async () => {
  isRefused = true;
  await send(PROMISE);
  await ports.pass(HOUR_MS);
  expect(states()).toEqual(['dropped']);
});
