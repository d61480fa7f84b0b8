import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeDesk, TUESDAY_TEN, type FakeDesk } from '../ingest/fake-desk.ts';
import { mailboxHealth } from './mailbox-health.ts';

describe('what is here of a mailbox', () => {
  let desk: FakeDesk;
  beforeEach(() => {
    desk = createFakeDesk();
    desk.receive({ messageId: 'a@x', uid: 1, at: TUESDAY_TEN - 60_000 });
    desk.receive({ messageId: 'b@x', uid: 2 });
  });
  const inbox = () => {
    const found = mailboxHealth(desk.store, 'mertens');
    if (!found.ok) throw new Error(found.error.detail);
    return found.value.find(({ role }) => role === 'inbox');
  };

  it('is all of it when the server said so', () => {
    desk.store.mailboxes.noteLooks([{ id: desk.inbox, count: 2 }], TUESDAY_TEN);
    expect(inbox()).toMatchObject({
      path: 'INBOX',
      isWatched: 'live',
      here: 2,
      onServer: 2,
      missing: { notYet: 0, refused: 0 },
      lastLookedAt: TUESDAY_TEN,
      oldestAt: TUESDAY_TEN - 60_000,
    });
  });
  it('lacks what is still to come, what the server keeps back, and not what is older than was asked for', () => {
    desk.store.mailboxes.noteLooks([{ id: desk.inbox, count: 12 }], TUESDAY_TEN);
    desk.store.mailboxes.setWindow(desk.inbox, TUESDAY_TEN, 5);
    desk.store.mailboxes.noteTrouble(desk.inbox, { uid: 7, tries: 1, code: 'server-refused', nextTryAt: 0 });
    expect(inbox()).toMatchObject({ here: 2, onServer: 12, older: 5, missing: { notYet: 4, refused: 1 } });
  });
  it('that was never looked at is not called a gap', () => {
    expect(inbox()).toMatchObject({ onServer: 2, missing: { notYet: 0, refused: 0 }, lastFullCheckAt: null });
  });
  it('that is only followed has nothing to lack', () => {
    desk.store.mailboxes.relist('mertens', [
      { path: 'INBOX', role: 'inbox', isSynced: true },
      { path: 'Spam', role: 'junk', isSynced: false },
    ]);
    const junk = desk.store.mailboxes.list('mertens').find(({ role }) => role === 'junk');
    desk.store.mailboxes.noteLooks([{ id: junk?.id ?? 0, count: 40 }], TUESDAY_TEN);
    const found = mailboxHealth(desk.store, 'mertens');
    expect(
      found.ok &&
        found.value.map(({ path, isWatched, onServer, missing }) => [path, isWatched, onServer, missing.notYet]),
    ).toEqual([
      ['INBOX', 'live', 2, 0],
      ['Spam', 'not-fetched', 40, 0],
    ]);
  });
  it('of an account that is not there is not invented', () => {
    expect(mailboxHealth(desk.store, 'nobody')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
