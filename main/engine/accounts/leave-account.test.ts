import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { createFakeDesk, type FakeDesk } from '../ingest/fake-desk.ts';
import { createLeaveAccount, type LeaveAccount } from './leave-account.ts';

describe('an account is left', () => {
  let desk: FakeDesk;
  let leave: LeaveAccount;
  let forgotten: string[];
  let takenBack: number[];
  let account: string;
  beforeEach(() => {
    desk = createFakeDesk();
    [forgotten, takenBack] = [[], []];
    account = desk.store.accounts.list()[0]?.id ?? '';
    leave = createLeaveAccount({
      ports: desk.ports,
      store: desk.store,
      supervisor: { halt: async () => {} },
      signIns: { forget: async ({ id }) => void forgotten.push(id) },
      emit: () => {},
      settle: desk.settle,
      takeBack: (id) => void takenBack.push(id),
    });
  });
  const left = async (keepMail: boolean, dropOutbox = false) => {
    const leaving = leave(account, { keepMail, dropOutbox });
    for (let turn = 0; turn < 50; turn += 1) await desk.ports.pass(10);
    return leaving;
  };
  const queueAnswer = (conversation: number, message: number): number =>
    desk.store.deliveries.add({
      conversation,
      account,
      messageRow: message,
      messageId: 'a@dewinkel.example',
      subject: 'Re: Vraag',
      sender: 'info@dewinkel.example',
      recipients: ['klant@voorbeeld.example'],
      raw: new Uint8Array([1]),
      text: 'Ja hoor.',
      leavesAt: desk.ports.clock.now() + 60_000,
      sendAt: null,
      undoUntil: null,
      createdAt: desk.ports.clock.now(),
      decisionsBefore: null,
    });

  it('its mail kept: out of the queue, there to read, and nothing to sign in with', async () => {
    const message = desk.receive({ text: 'Wanneer is mijn fiets klaar?' });
    const conversation = desk.conversationOf(message);
    expect(desk.item(message).section).not.toBe('done');
    expect(await left(true)).toEqual(ok(null));
    expect(desk.store.accounts.get(account)?.detachedAt).not.toBeNull();
    expect(forgotten).toEqual([account]);
    expect(desk.item(message).section).toBe('done');
    expect(desk.store.conversations.get(conversation)?.decisions.doneBecause).toBe('account-detached');
    expect(desk.store.messages.get(message)?.subject).toBe('Vraag over een fiets');
  });

  it('its mail taken off: nothing of it stays', async () => {
    const message = desk.receive({ text: 'Wanneer is mijn fiets klaar?' });
    expect(await left(false)).toEqual(ok(null));
    expect(desk.store.accounts.list()).toEqual([]);
    expect(desk.store.messages.get(message)).toBeNull();
    expect(forgotten).toEqual([account]);
  });

  it('an answer that waits is asked about, and not dropped without a word', async () => {
    const message = desk.receive({});
    const delivery = queueAnswer(desk.conversationOf(message), desk.receive({ subject: 'Iets anders' }));
    for (const keepMail of [true, false]) {
      expect(await left(keepMail)).toMatchObject({ error: { code: 'outbox-waiting', values: { count: '1' } } });
    }
    expect(desk.store.accounts.get(account)?.detachedAt).toBeNull();
    expect([...forgotten, ...takenBack]).toEqual([]);
    expect(await left(true, true)).toEqual(ok(null));
    expect(takenBack).toEqual([delivery]);
  });

  it('one that is on its way at this moment is waited for', async () => {
    const message = desk.receive({});
    const delivery = queueAnswer(desk.conversationOf(message), desk.receive({ subject: 'Iets anders' }));
    const row = desk.store.deliveries.get(delivery);
    if (row !== null) desk.store.deliveries.change(row, { state: 'sending' });
    expect(await left(true, true)).toMatchObject({ error: { code: 'not-possible-now', retry: 'auto' } });
    expect(desk.store.accounts.get(account)?.detachedAt).toBeNull();
  });
});
