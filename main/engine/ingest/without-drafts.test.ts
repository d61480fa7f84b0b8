import { expect, test } from 'vitest';
import { createFakeDesk, OWNER, TUESDAY_TEN } from './fake-desk.ts';

test('an answer that was only begun elsewhere is no message, wherever all mail is listed; the one that was sent is', () => {
  const desk = createFakeDesk();
  const { store } = desk;
  const asked = desk.receive({ messageId: 'vraag@klant.be', at: TUESDAY_TEN - 60_000 });
  const account = store.messages.get(asked)?.account ?? '';
  const all = store.mailboxes
    .relist(account, [
      ...store.mailboxes.list(account).map(({ path, role }) => ({ path, role, isSynced: true })),
      { path: 'Alle mail', role: 'all', isSynced: true },
    ])
    .find(({ path }) => path === 'Alle mail');
  if (all === undefined) throw new Error('no such mailbox');
  store.mailboxes.renumber(all.id, '1');
  const arrive = (uid: number, messageId: string, flags: readonly string[]) =>
    desk.ingest([
      {
        account,
        channel: 'email',
        direction: 'out',
        at: TUESDAY_TEN,
        size: 100,
        mail: {
          subject: 'Re: Vraag',
          from: [OWNER],
          to: [{ name: '', address: 'jan@peeters.be' }],
          cc: [],
          bcc: [],
          replyTo: [],
          date: TUESDAY_TEN,
          messageId,
          inReplyTo: ['vraag@klant.be'],
          references: ['vraag@klant.be'],
          text: 'Half',
          html: null,
          headers: {},
          attachments: [],
          kind: 'human',
          note: null,
        },
        place: { mailboxId: all.id, uid, flags },
      },
    ]).rows;
  expect(arrive(1, 'half@own', ['\\Draft', '\\Seen'])).toEqual([]);
  expect(store.messages.ofConversation(desk.conversationOf(asked))).toHaveLength(1);
  // Not asked for again.
  expect(store.mailboxes.uids(all.id)).toEqual([1]);
  expect(arrive(2, 'heel@own', ['\\Seen'])).toHaveLength(1);
  expect(store.messages.ofConversation(desk.conversationOf(asked))).toHaveLength(2);
  store.close();
});
