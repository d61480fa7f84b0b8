import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageRow } from './message-table.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

describe('where messages lie', () => {
  let store: Store;
  let inbox: number;
  let sent: number;
  beforeEach(() => {
    const opened = openStore(':memory:');
    if (!opened.ok) throw new Error(opened.error.detail);
    store = opened.value;
    store.accounts.add({
      id: 'a1',
      connector: 'email',
      email: 'info@dewinkel.example',
      name: '',
      user: 'info@dewinkel.example',
      imap: { host: 'localhost', port: 993, security: 'tls' },
      smtp: { host: 'localhost', port: 465, security: 'tls' },
      ca: null,
      plainAllowed: false,
      keep: 'session',
      colour: 0,
      isPaused: false,
      queueFrom: 0,
      oauthProvider: null,
      historyFrom: 0,
      archiveDone: false,
      detachedAt: null,
      createdAt: 1,
      addresses: [],
    });
    const rows = store.mailboxes.relist('a1', [
      { path: 'INBOX', role: 'inbox', isSynced: true },
      { path: 'Sent', role: 'sent', isSynced: true },
    ]);
    [inbox = 0, sent = 0] = rows.map(({ id }) => id);
    store.mailboxes.renumber(inbox, '7');
    store.mailboxes.renumber(sent, '8');
  });
  const addMessage = (name: string): MessageRow => {
    const conversation = store.conversations.add({
      account: 'a1',
      channel: 'email',
      customer: { name: '', address: 'klant@voorbeeld.example' },
      subject: name,
      baseSubject: name,
      at: 1_000,
      decisions: { doneAt: null, doneBecause: null, snoozedUntil: null, replyByHand: null, sortedAs: null },
    });
    const id = store.messages.add(
      {
        conversation,
        account: 'a1',
        direction: 'in',
        channel: 'email',
        kind: 'human',
        messageId: `${name}@x.example`,
        identity: name,
        subject: name,
        from: { name: '', address: 'klant@voorbeeld.example' },
        at: 1_000,
        headerDate: null,
        size: 500,
        preview: '',
        signals: { language: null, isCloser: false, asks: [], money: null, date: null },
        note: null,
        isHistory: false,
        isSeen: false,
        isAnswered: false,
      },
      { to: [], cc: [], bcc: [], 'reply-to': [] },
      [],
    );
    const row = store.messages.get(id);
    if (row === null) throw new Error('not stored');
    return row;
  };

  it('a flag that changed names the conversation to settle, once', () => {
    const message = addMessage('vraag');
    store.mailboxes.addPlace(inbox, 1, message.id, []);
    const seen = store.mailboxes.changeFlags(inbox, [{ uid: 1, flags: ['\\Seen'] }]);
    expect(seen).toEqual({ changed: 1, conversations: [message.conversation] });
    expect(store.messages.get(message.id)?.isSeen).toBe(true);
    expect(store.mailboxes.changeFlags(inbox, [{ uid: 1, flags: ['\\Seen', '\\Recent'] }]).changed).toBe(0);
  });

  it('what the owner read here stays read until the server has heard of it', () => {
    const message = addMessage('vraag');
    store.mailboxes.addPlace(inbox, 1, message.id, ['\\Flagged']);
    store.mailboxes.queueAction('a1', message.id, 'mark-seen', 5);
    store.mailboxes.changeFlags(inbox, [{ uid: 1, flags: [] }]);
    expect(store.messages.get(message.id)?.isSeen).toBe(true);
  });

  it('a message with a second place is not gone when it leaves the first', () => {
    const message = addMessage('vraag');
    store.mailboxes.addPlace(inbox, 1, message.id, []);
    store.mailboxes.addPlace(sent, 4, message.id, []);
    expect(store.mailboxes.removePlaces(inbox, [1]).removed).toBe(1);
    expect(store.messages.get(message.id)?.isGone).toBe(false);
    store.mailboxes.removePlaces(sent, [4]);
    expect(store.messages.get(message.id)?.isGone).toBe(true);
  });

  it('renumbering voids places without losing who was there, also twice in a row', () => {
    const [first, second] = [addMessage('een'), addMessage('twee')];
    store.mailboxes.addPlace(inbox, 1, first.id, []);
    store.mailboxes.addPlace(inbox, 2, second.id, []);
    store.mailboxes.setCursor(inbox, { uidNext: 3, highestModseq: '9' });
    store.mailboxes.renumber(inbox, '100');
    store.mailboxes.addPlace(inbox, 1, second.id, []);
    store.mailboxes.renumber(inbox, '101');
    expect(store.mailboxes.uids(inbox)).toEqual([]);
    expect(store.mailboxes.placesOf(first.id)).toEqual([]);
    expect(store.mailboxes.get(inbox)).toMatchObject({ uidValidity: '101', uidNext: null, highestModseq: null });
    const lost = store.mailboxes.lostPlaces(inbox);
    const rising = (a: number, b: number): number => a - b;
    expect(lost.map(({ message }) => message).toSorted(rising)).toEqual(
      [first.id, second.id, second.id].toSorted(rising),
    );
    expect(new Set(lost.map(({ lostUid }) => lostUid)).size).toBe(3);
  });

  it('a lost place is found back under its new number', () => {
    const message = addMessage('vraag');
    store.mailboxes.addPlace(inbox, 1, message.id, []);
    store.mailboxes.renumber(inbox, '100');
    const [lost] = store.mailboxes.lostPlaces(inbox);
    store.mailboxes.restorePlace(inbox, lost?.lostUid ?? 0, 44, ['\\Answered']);
    expect(store.mailboxes.placesOf(message.id)).toMatchObject([{ uid: 44, uidValidity: '100' }]);
    expect(store.messages.get(message.id)).toMatchObject({ isAnswered: true, isGone: false });
    expect(store.mailboxes.lostPlaces(inbox)).toEqual([]);
  });

  it('a mailbox that is no longer listed keeps its messages and is synced no more', () => {
    const message = addMessage('vraag');
    store.mailboxes.addPlace(sent, 1, message.id, []);
    store.mailboxes.relist('a1', [{ path: 'INBOX', role: 'inbox', isSynced: true }]);
    expect(store.mailboxes.get(sent)).toMatchObject({ isSynced: false, role: null });
    expect(store.mailboxes.countPlaces(sent)).toBe(1);
  });

  it('a removed account leaves nothing to be found', () => {
    for (let nr = 0; nr < 7; nr += 1) store.mailboxes.addPlace(inbox, nr + 1, addMessage(`m${nr}`).id, []);
    expect(store.accounts.emptySome('a1', 5)).toBe(5);
    expect(store.accounts.emptySome('a1', 5)).toBe(2);
    store.accounts.remove('a1');
    expect(store.mailboxes.countMessages('a1')).toBe(0);
    expect(store.mailboxes.list('a1')).toEqual([]);
  });
});
