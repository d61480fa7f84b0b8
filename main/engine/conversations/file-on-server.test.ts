import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeDesk, sampleAccount, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { fileOnServer } from './file-on-server.ts';

describe('a conversation that is done', () => {
  let desk: FakeDesk;
  let row: number;
  let archive: number;
  beforeEach(() => {
    desk = createFakeDesk();
    desk.store.accounts.update({ ...sampleAccount(TUESDAY_TEN), archiveDone: true });
    const rows = desk.store.mailboxes.relist('mertens', [
      { path: 'INBOX', role: 'inbox', isSynced: true },
      { path: 'Sent', role: 'sent', isSynced: true },
      { path: 'Archief', role: 'archive', isSynced: true },
    ]);
    archive = rows.at(-1)?.id ?? 0;
    desk.store.mailboxes.renumber(archive, '3');
    row = desk.receive({ messageId: 'a@x', uid: 5 });
    desk.sentElsewhere({ messageId: 'b@x', inReplyTo: ['a@x'] });
  });
  const decide = (before: number | null, after: number | null): void =>
    fileOnServer(desk.store, desk.conversationOf(row), { doneAt: before }, { doneAt: after }, TUESDAY_TEN);
  const waiting = () => desk.store.mailboxes.actions('mertens').map(({ message, kind }) => [message, kind]);

  it('leaves the inbox, and only what lies there', () => {
    decide(null, TUESDAY_TEN);
    expect(waiting()).toEqual([[row, 'archive']]);
  });
  it('comes back when that is taken back', () => {
    desk.store.mailboxes.movePlace(
      { mailboxId: desk.inbox, uid: 5 },
      { mailboxId: archive, uid: 8, isFromInbox: true },
    );
    decide(TUESDAY_TEN, null);
    expect(waiting()).toEqual([[row, 'unarchive']]);
  });
  it('that the owner archived in another program stays where he put it when it is reopened', () => {
    desk.store.mailboxes.adopt(row, { mailboxId: archive, uid: 8, flags: [] });
    desk.store.mailboxes.removePlaces(desk.inbox, [5]);
    decide(TUESDAY_TEN, null);
    expect(waiting()).toEqual([]);
  });
  it('stays in the inbox where the owner did not choose otherwise, and when nothing was decided about it', () => {
    decide(null, null);
    desk.store.accounts.update(sampleAccount(TUESDAY_TEN));
    decide(null, TUESDAY_TEN);
    expect(waiting()).toEqual([]);
  });
});
