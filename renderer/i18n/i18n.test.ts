import { expect, test } from 'vitest';
import { createTexts } from './i18n.ts';

test('how many there are is written as the language writes it, one or thousands', async () => {
  const [nl, en] = await Promise.all([createTexts('nl'), createTexts('en')]);
  expect(nl.t('queue.messages', { count: 4_812 })).toBe('4.812 berichten');
  expect(en.t('queue.messages', { count: 4_812 })).toBe('4,812 messages');
  expect(nl.t('queue.messages', { count: 1 })).toBe('1 bericht');
});

test('what is no count stays as it was given', async () => {
  const nl = await createTexts('nl');
  expect(nl.t('notice.undone', { text: 'Factuur 2026' })).toBe('Ongedaan gemaakt: Factuur 2026');
});
