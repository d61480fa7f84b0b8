// An acknowledgement on its way through the ordinary outbox.
import { beforeEach, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import type { OutgoingMail } from '../channels/connector.ts';
import { CUSTOMER } from '../ingest/fake-desk.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import { createFakeRoom, type FakeRoom } from './fake-room.ts';

let fake: FakeRoom;
let outbox: Outbox;
let sent: OutgoingMail[];

beforeEach(async () => {
  fake = createFakeRoom();
  sent = [];
  const { store, ports, ingest, settle, settings, events } = fake.desk;
  outbox = createOutbox({
    store,
    ports,
    ingest,
    settle,
    settings,
    emit: (event) => void events.push(event),
    background: () => {},
    passwordFor: async () => ok('wachtwoord'),
    connectorFor: () => ({
      send: async (_account, _password, mail, onBodyStart) => {
        onBodyStart();
        sent.push(mail);
        return { kind: 'sent', accepted: mail.recipients, refused: [], serverReply: '250 ok' };
      },
      findSent: async () => ok('nowhere'),
      fileSent: async () => ok({ kind: 'done', place: null }),
      withdrawCopy: async () => ok('alone'),
    }),
  });
  await fake.live();
});

it('leaves at once, and is no answer: nothing is marked so on the server, and the clock runs on', async () => {
  const row = await fake.receive({ messageId: 'vraag@peeters.be' });
  await outbox.handlers['outbox.run']({});
  await fake.rest();
  expect(sent.map(({ recipients }) => recipients)).toEqual([[CUSTOMER.address]]);
  expect(fake.desk.store.mailboxes.actions('mertens')).toEqual([]);
  expect(fake.desk.item(row)).toMatchObject({ turn: 'ours', replyByFrom: 'acknowledgement' });
  expect((await fake.listed())[0]?.delivery).toBe('sent');
});

it('taken back by hand, its words are nobody’s draft', async () => {
  const row = await fake.receive();
  const [delivery] = fake.queued();
  await outbox.handlers['outbox.undo']({ id: delivery?.id ?? 0 });
  await fake.rest();
  expect(fake.desk.store.drafts.answerIn(fake.desk.conversationOf(row))).toBeNull();
  expect(fake.desk.item(row)).toMatchObject({ messages: 1, replyByFrom: 'target' });
  expect((await fake.listed())[0]?.delivery).toBe('taken-back');
});
