import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';

describe('a copy in another mailbox', () => {
  let desk: FakeDesk;
  let archive: number;
  let row: number;
  beforeEach(() => {
    desk = createFakeDesk();
    const rows = desk.store.mailboxes.relist('mertens', [
      { path: 'INBOX', role: 'inbox', isSynced: true },
      { path: 'Sent', role: 'sent', isSynced: true },
      { path: 'Archief', role: 'archive', isSynced: true },
    ]);
    archive = rows.find(({ role }) => role === 'archive')?.id ?? 0;
    desk.store.mailboxes.renumber(archive, '3');
    row = desk.receive({ messageId: 'a@x', uid: 5 });
  });
  const marks = { emailId: null, messageId: 'a@x', size: 1_000, at: TUESDAY_TEN };
  const find = (mailbox: number, other: object = {}) =>
    desk.store.mailboxes.findCopy('mertens', mailbox, { ...marks, ...other });

  it('is known by Message-ID, size and moment together', () => {
    expect(find(archive)).toBe(row);
  });
  it.each([
    ['another size', { size: 1_001 }],
    ['another moment', { at: TUESDAY_TEN + 1_000 }],
    ['another Message-ID', { messageId: 'b@x' }],
    ['no Message-ID', { messageId: null }],
    ['no moment', { at: null }],
  ])('with %s is read to know', (_, other) => {
    expect(find(archive, other)).toBeNull();
  });
  it('beside the other in the same mailbox is read, whatever it says about itself', () => {
    expect(find(desk.inbox)).toBeNull();
  });
  it('is not guessed at where two messages look alike from outside', () => {
    desk.receive({ messageId: 'a@x', uid: 6, text: 'Een ander bericht' });
    expect(find(archive)).toBeNull();
  });
  it('is known by the server’s own number for it, whatever else differs', () => {
    desk.store.mailboxes.adopt(row, { mailboxId: archive, uid: 9, flags: [], emailId: 'M42' });
    expect(find(desk.sent, { emailId: 'M42', messageId: null, size: null, at: null })).toBe(row);
    expect(find(desk.sent, { emailId: 'M43', messageId: null })).toBeNull();
  });
  it('that is all there is left keeps the message from being gone, and takes its flags along', () => {
    desk.store.mailboxes.removePlaces(desk.inbox, [5]);
    expect(desk.store.messages.get(row)?.isGone).toBe(true);
    expect(desk.store.mailboxes.hasGone('mertens')).toBe(true);
    const touched = desk.store.mailboxes.adopt(row, { mailboxId: archive, uid: 9, flags: ['\\Seen'] });
    expect(touched).toEqual([desk.conversationOf(row)]);
    expect(desk.store.messages.get(row)).toMatchObject({ isGone: false, isSeen: true });
    expect(desk.store.mailboxes.hasGone('mertens')).toBe(false);
  });
});

describe('what is still to be done on the server', () => {
  it('is forgotten when the opposite is decided, and counts until it was done', () => {
    const desk = createFakeDesk();
    const row = desk.receive({ messageId: 'a@x', uid: 5, flags: ['\\Seen'] });
    const kinds = () => desk.store.mailboxes.actions('mertens').map(({ kind }) => kind);
    desk.store.mailboxes.queueAction('mertens', row, 'mark-unseen', 1);
    // The server tells its flags meanwhile: what the owner decided holds.
    desk.store.mailboxes.changeFlags(desk.inbox, [{ uid: 5, flags: ['\\Flagged', '\\Seen'] }]);
    expect(desk.store.messages.get(row)?.isSeen).toBe(false);
    desk.store.mailboxes.queueAction('mertens', row, 'mark-seen', 2);
    expect(kinds()).toEqual(['mark-seen']);
    desk.store.mailboxes.queueAction('mertens', row, 'archive', 3);
    desk.store.mailboxes.queueAction('mertens', row, 'unarchive', 4);
    expect(kinds()).toEqual(['mark-seen', 'unarchive']);
  });
});
