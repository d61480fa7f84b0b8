import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../contract/errors.ts';
import { createFakeDesk, sampleAccount, sampleMail, type FakeDesk } from '../ingest/fake-desk.ts';
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

  it('what also came in at another account becomes that one’s, and stays to be answered', async () => {
    const other = {
      ...sampleAccount(0),
      id: 'jan',
      email: 'jan@dewinkel.example',
      addresses: ['jan@dewinkel.example'],
    };
    desk.store.accounts.add(other);
    const [inbox] = desk.store.mailboxes.relist('jan', [{ path: 'INBOX', role: 'inbox', isSynced: true }]);
    desk.store.mailboxes.renumber(inbox?.id ?? 0, '1');
    const question = desk.receive({ messageId: 'a@x' });
    const copy = {
      account: 'jan',
      channel: 'email',
      direction: 'in',
      at: desk.ports.clock.now(),
      size: 1_000,
    } as const;
    const place = { mailboxId: inbox?.id ?? 0, uid: 7, flags: [] };
    desk.ingest([{ ...copy, mail: sampleMail({ messageId: 'b@x', inReplyTo: ['a@x'] }), place }]);
    const conversation = desk.conversationOf(question);
    // It went over to the account that he wrote to last; that one is left.
    const first = account;
    account = desk.store.conversations.get(conversation)?.account ?? '';
    const heir = account === 'jan' ? first : 'jan';
    expect(await left(true)).toEqual(ok(null));
    expect(desk.store.conversations.get(conversation)).toMatchObject({ account: heir, decisions: { doneAt: null } });
    expect(desk.item(question).section).not.toBe('done');
    expect(desk.store.check.integrity()).toBe('ok');
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
