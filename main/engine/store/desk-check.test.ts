import { expect, it } from 'vitest';
import { createFakeDesk } from '../ingest/fake-desk.ts';

it('a sound desk says so, and counts what is in it', () => {
  const desk = createFakeDesk();
  desk.receive({ subject: 'een' });
  desk.receive({ subject: 'twee' });
  expect(desk.store.check.integrity()).toBe('ok');
  expect(desk.store.check.counts()).toMatchObject({ messages: 2, conversations: 2 });
});
it('a message that search could never find is told of', () => {
  const desk = createFakeDesk();
  desk.store.fullText.remove(desk.receive({ subject: 'een' }));
  expect(desk.store.check.integrity()).toBe('1 messages, 0 of them in the full-text index');
});
