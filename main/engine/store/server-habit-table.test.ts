import { expect, it } from 'vitest';
import { deskAccount } from '../../../tests/helpers/outbox-desk.ts';
import { openStore } from './open-store.ts';

it('what a server turned out to do is kept bit by bit, and goes with its account', () => {
  const opened = openStore(':memory:');
  if (!opened.ok) throw new Error(opened.error.detail);
  const { accounts, habits } = opened.value;
  const account = deskAccount();
  accounts.add(account);
  expect(habits.get(account.id)).toEqual({ maxBytes: null, filesSent: null });
  habits.learn(account.id, { maxBytes: 10_000_000 });
  habits.learn(account.id, { filesSent: 'client' });
  expect(habits.get(account.id)).toEqual({ maxBytes: 10_000_000, filesSent: 'client' });
  // A server may lift its limit.
  habits.learn(account.id, { maxBytes: null });
  expect(habits.get(account.id)).toEqual({ maxBytes: null, filesSent: 'client' });
  accounts.remove(account.id);
  accounts.add(account);
  expect(habits.get(account.id).filesSent).toBeNull();
  opened.value.close();
});
