// A saved reply is counted, and learned from, when the answer it is in goes to the outbox; no longer when that is taken back.
import { expect, it } from 'vitest';
import { failed, ok } from '../../main/contract/errors.ts';
import { createFakePorts } from '../../main/engine/ports/fake-ports.ts';
import { openOutboxDesk } from '../helpers/outbox-desk.ts';

it('counts a saved reply with the answer, and takes the count back with it', async () => {
  const ports = createFakePorts(Date.UTC(2026, 4, 25, 7, 0));
  const nothingLeaves = failed('offline', 'auto', 'no network');
  const { store, receive, outbox } = openOutboxDesk(ports, {
    connectorFor: () => ({
      send: async () => ({ kind: 'try-later', error: nothingLeaves.error }),
      findSent: async () => nothingLeaves,
      fileSent: async () => nothingLeaves,
      withdrawCopy: async () => nothingLeaves,
    }),
    passwordFor: async () => ok('wachtwoord'),
  });
  const conversation = receive();
  const cannedId = store.canned.add({ code: 'x', title: 'X', tags: [], texts: { nl: 'Dag' } });
  const answer = { conversation, text: 'Dag Jan.', sendAt: null, now: false, cannedId };
  const sent = await outbox.handlers['reply.send'](answer);
  expect(store.canned.get(cannedId)?.usedCount).toBe(1);
  expect(store.cannedWords.all().find(({ word }) => word === '')).toMatchObject({ canned: cannedId, times: 1 });
  const back = await outbox.handlers['outbox.undo']({ id: sent.ok ? sent.value.id : 0 });
  expect(back).toMatchObject({ ok: true });
  expect(store.canned.get(cannedId)?.usedCount).toBe(0);
  expect(store.cannedWords.all()).toEqual([]);
  // What came back still knows what it was made of.
  expect(store.drafts.answerIn(conversation)?.canned).toEqual([cannedId]);
});
