import { expect, test } from 'vitest';
import { createFakeDesk } from '../ingest/fake-desk.ts';
import { cannedFacts } from './canned-facts.ts';

test('a mail of its own knows of whom it goes to what his card says, and of nobody nothing', () => {
  const { store } = createFakeDesk();
  const to = { name: 'zoe m', address: 'Zoe@x.be' };
  expect(cannedFacts(store, null, to)).toMatchObject({ contact: to, language: null, receivedAt: null });
  expect(cannedFacts(store, null)).toMatchObject({ contact: { name: '', address: '' } });
});

test('an answer to somebody else does not greet the customer', () => {
  const desk = createFakeDesk();
  const row = desk.receive({ subject: 'Terras' });
  const to = { name: 'Els Maes', address: 'els@z.be' };
  expect(cannedFacts(desk.store, desk.conversationOf(row), to)).toMatchObject({
    contact: { name: 'Els Maes', address: 'els@z.be' },
    subject: 'Terras',
  });
});
