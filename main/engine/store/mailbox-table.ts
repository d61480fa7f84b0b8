// Mailboxes of an account, where each message lies in them, what could not be fetched, and flags still to be set on the server.
// Message rows themselves are the message table's; here only what follows from a place is kept in step: seen, answered, gone.
import type { AccountId, ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export const MAILBOX_ROLES = ['inbox', 'sent', 'drafts', 'archive', 'junk', 'trash', 'all'] as const;
export type MailboxRole = (typeof MAILBOX_ROLES)[number];

export type MailboxRow = {
  readonly id: number;
  readonly account: AccountId;
  readonly path: string;
  readonly role: MailboxRole | null;
  readonly isSynced: boolean;
  readonly uidValidity: string | null;
  /** Every UID below it is stored, noted as trouble, or gone. null: the first sync of this mailbox is not complete. */
  readonly uidNext: number | null;
  /** Every flag change up to it is stored. null: the server keeps no mod-sequences here. */
  readonly highestModseq: string | null;
  readonly lastFullCheckAt: Instant | null;
};

export type MessagePlace = {
  readonly mailbox: string;
  readonly mailboxId: number;
  readonly uidValidity: string;
  readonly uid: number;
  readonly flags: readonly string[];
};

export type UidTrouble = {
  readonly uid: number;
  readonly tries: number;
  readonly code: string;
  readonly nextTryAt: Instant;
};

export const SERVER_ACTION_KINDS = ['mark-answered', 'mark-seen'] as const;
export type ServerActionKind = (typeof SERVER_ACTION_KINDS)[number];
export type ServerAction = { readonly id: number; readonly message: MessageRowId; readonly kind: ServerActionKind };

/** A message whose place became void because the mailbox was renumbered, with what it can be recognised by. */
export type LostPlace = {
  readonly message: MessageRowId;
  readonly lostUid: number;
  readonly messageId: string | null;
  readonly size: number;
  readonly at: Instant;
};

export type MailboxTable = {
  readonly list: (account: AccountId) => readonly MailboxRow[];
  readonly get: (id: number) => MailboxRow | null;
  /** Adds what is new, gives roles anew, and leaves mailboxes that are no longer listed unsynced. Answers the rows as they are now. */
  readonly relist: (
    account: AccountId,
    listed: readonly { readonly path: string; readonly role: MailboxRole | null; readonly isSynced: boolean }[],
  ) => readonly MailboxRow[];
  readonly setCursor: (
    id: number,
    cursor: { readonly uidNext?: number | null; readonly highestModseq?: string | null },
  ) => void;
  readonly setFullyChecked: (id: number, at: Instant) => void;
  /** UIDs got a new meaning: keeps who was there as lost places (see `lostPlaces`) and forgets the cursors. */
  readonly renumber: (id: number, uidValidity: string) => void;

  readonly addPlace: (mailboxId: number, uid: number, message: MessageRowId, flags: readonly string[]) => void;
  readonly messageAt: (mailboxId: number, uid: number) => MessageRowId | null;
  /** Valid places only, the inbox first. */
  readonly placesOf: (message: MessageRowId) => readonly MessagePlace[];
  /** Ascending. */
  readonly uids: (mailboxId: number) => readonly number[];
  readonly countPlaces: (mailboxId: number) => number;
  /** The `count` highest UIDs, ascending. */
  readonly newestUids: (mailboxId: number, count: number) => readonly number[];
  /** Takes over flags as the server has them. Answers the conversations to settle: a message was seen, or answered, or not any more. */
  readonly changeFlags: (
    mailboxId: number,
    changes: readonly { readonly uid: number; readonly flags: readonly string[] }[],
  ) => { readonly changed: number; readonly conversations: readonly ConversationId[] };
  /** These UIDs are no longer there. A message without any place left is marked gone, never deleted. */
  readonly removePlaces: (
    mailboxId: number,
    uids: readonly number[],
  ) => { readonly removed: number; readonly conversations: readonly ConversationId[] };
  readonly lostPlaces: (mailboxId: number) => readonly LostPlace[];
  /** A lost place found back under its new UID. */
  readonly restorePlace: (mailboxId: number, lostUid: number, uid: number, flags: readonly string[]) => void;
  /** How many messages of an account are stored. */
  readonly countMessages: (account: AccountId) => number;

  readonly troubles: (mailboxId: number) => readonly UidTrouble[];
  readonly noteTrouble: (mailboxId: number, trouble: UidTrouble) => void;
  readonly clearTroubles: (mailboxId: number, uids: readonly number[]) => void;

  readonly queueAction: (account: AccountId, message: MessageRowId, kind: ServerActionKind, at: Instant) => void;
  readonly actions: (account: AccountId) => readonly ServerAction[];
  readonly removeAction: (id: number) => void;
};

type Row = {
  readonly id: number;
  readonly account_id: string;
  readonly path: string;
  readonly role: MailboxRole | null;
  readonly is_synced: number;
  readonly uid_validity: string | null;
  readonly uid_next: number | null;
  readonly highest_modseq: string | null;
  readonly last_full_check_at: number | null;
};
type FlagState = {
  readonly message_id: number;
  readonly conversation_id: number;
  readonly is_seen: number;
  readonly is_answered: number;
};

export function createMailboxTable(db: Database): MailboxTable {
  const columns = 'id, account_id, path, role, is_synced, uid_validity, uid_next, highest_modseq, last_full_check_at';
  const selectOfAccount = db.prepare<[string], Row>(`SELECT ${columns} FROM mailbox WHERE account_id = ? ORDER BY id`);
  const selectOne = db.prepare<[number], Row>(`SELECT ${columns} FROM mailbox WHERE id = ?`);
  const unlist = db.prepare<[string]>('UPDATE mailbox SET is_synced = 0, role = NULL WHERE account_id = ?');
  const upsert = db.prepare<[string, string, string | null, number]>(
    `INSERT INTO mailbox (account_id, path, role, is_synced) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, path) DO UPDATE SET role = excluded.role, is_synced = excluded.is_synced`,
  );
  const updateUidNext = db.prepare<[number | null, number]>('UPDATE mailbox SET uid_next = ? WHERE id = ?');
  const updateModseq = db.prepare<[string | null, number]>('UPDATE mailbox SET highest_modseq = ? WHERE id = ?');
  const updateChecked = db.prepare<[number, number]>('UPDATE mailbox SET last_full_check_at = ? WHERE id = ?');
  const updateValidity = db.prepare<[string, number]>(
    'UPDATE mailbox SET uid_validity = ?, uid_next = NULL, highest_modseq = NULL WHERE id = ?',
  );
  const deleteTroubles = db.prepare<[number]>('DELETE FROM uid_trouble WHERE mailbox_id = ?');
  // Void places keep their row under a negative UID, which no server can give (RFC 3501, 2.3.1.1), until they are found back.
  // Counting on from the lowest keeps them apart when a mailbox is renumbered twice before that.
  const voidPlaces = db.prepare<{ readonly id: number }>(
    `UPDATE message_place SET uid = (SELECT MIN(0, MIN(uid)) FROM message_place WHERE mailbox_id = @id) - uid
     WHERE mailbox_id = @id AND uid > 0`,
  );

  const insertPlace = db.prepare<[number, number, number, string]>(
    `INSERT INTO message_place (mailbox_id, uid, message_id, flags) VALUES (?, ?, ?, ?)
     ON CONFLICT (mailbox_id, uid) DO UPDATE SET message_id = excluded.message_id, flags = excluded.flags`,
  );
  const selectMessageAt = db
    .prepare<[number, number], number>('SELECT message_id FROM message_place WHERE mailbox_id = ? AND uid = ?')
    .pluck();
  const selectPlaces = db.prepare<
    [number],
    {
      readonly path: string;
      readonly id: number;
      readonly uid_validity: string;
      readonly uid: number;
      readonly flags: string;
    }
  >(
    `SELECT b.path AS path, b.id AS id, b.uid_validity AS uid_validity, p.uid AS uid, p.flags AS flags
     FROM message_place p JOIN mailbox b ON b.id = p.mailbox_id
     WHERE p.message_id = ? AND p.uid > 0 AND b.uid_validity IS NOT NULL
     ORDER BY CASE b.role WHEN 'inbox' THEN 0 ELSE 1 END, b.id, p.uid`,
  );
  const selectUids = db
    .prepare<[number], number>('SELECT uid FROM message_place WHERE mailbox_id = ? AND uid > 0 ORDER BY uid')
    .pluck();
  const selectCount = db
    .prepare<[number], number>('SELECT COUNT(*) FROM message_place WHERE mailbox_id = ? AND uid > 0')
    .pluck();
  const selectNewest = db
    .prepare<[number, number], number>(
      'SELECT uid FROM message_place WHERE mailbox_id = ? AND uid > 0 ORDER BY uid DESC LIMIT ?',
    )
    .pluck();
  const updateFlags = db.prepare<[string, number, number, string]>(
    'UPDATE message_place SET flags = ? WHERE mailbox_id = ? AND uid = ? AND flags <> ?',
  );
  const selectState = db.prepare<[number, number], FlagState>(
    `SELECT m.id AS message_id, m.conversation_id AS conversation_id, m.is_seen AS is_seen, m.is_answered AS is_answered
     FROM message_place p JOIN message m ON m.id = p.message_id WHERE p.mailbox_id = ? AND p.uid = ?`,
  );
  const selectFlagsOf = db
    .prepare<[number], string>('SELECT flags FROM message_place WHERE message_id = ? AND uid > 0')
    .pluck();
  const selectActionKinds = db
    .prepare<[number], ServerActionKind>('SELECT kind FROM server_action WHERE message_id = ?')
    .pluck();
  const updateState = db.prepare<[number, number, number]>(
    'UPDATE message SET is_seen = ?, is_answered = ? WHERE id = ?',
  );
  const deletePlace = db.prepare<[number, number]>('DELETE FROM message_place WHERE mailbox_id = ? AND uid = ?');
  const countAllPlaces = db
    .prepare<[number], number>('SELECT COUNT(*) FROM message_place WHERE message_id = ?')
    .pluck();
  const updateGone = db.prepare<[number, number]>('UPDATE message SET is_gone = ? WHERE id = ?');
  const selectLost = db.prepare<
    [number],
    {
      readonly message: number;
      readonly lostUid: number;
      readonly messageId: string | null;
      readonly size: number;
      readonly at: number;
    }
  >(
    `SELECT m.id AS message, p.uid AS lostUid, m.message_id AS messageId, m.size AS size, m.at AS at
     FROM message_place p JOIN message m ON m.id = p.message_id WHERE p.mailbox_id = ? AND p.uid < 0`,
  );
  const selectMessageCount = db.prepare<[string], number>('SELECT COUNT(*) FROM message WHERE account_id = ?').pluck();

  const selectTroubles = db.prepare<
    [number],
    { readonly uid: number; readonly tries: number; readonly code: string; readonly nextTryAt: number }
  >('SELECT uid, tries, code, next_try_at AS nextTryAt FROM uid_trouble WHERE mailbox_id = ? ORDER BY uid');
  const upsertTrouble = db.prepare<[number, number, number, string, number]>(
    `INSERT INTO uid_trouble (mailbox_id, uid, tries, code, next_try_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (mailbox_id, uid) DO UPDATE SET tries = excluded.tries, code = excluded.code,
       next_try_at = excluded.next_try_at`,
  );
  const deleteTrouble = db.prepare<[number, number]>('DELETE FROM uid_trouble WHERE mailbox_id = ? AND uid = ?');

  const insertAction = db.prepare<[string, number, string, number]>(
    'INSERT OR IGNORE INTO server_action (account_id, message_id, kind, created_at) VALUES (?, ?, ?, ?)',
  );
  const selectActions = db.prepare<
    [string],
    { readonly id: number; readonly message: number; readonly kind: ServerActionKind }
  >('SELECT id, message_id AS message, kind FROM server_action WHERE account_id = ? ORDER BY id');
  const deleteAction = db.prepare<[number]>('DELETE FROM server_action WHERE id = ?');

  /** Seen or answered anywhere counts; what the owner did here and the server has not heard yet counts too. */
  const settleState = (before: FlagState): boolean => {
    const flags = selectFlagsOf.all(before.message_id).map(flagsFromText);
    const actions = selectActionKinds.all(before.message_id);
    const isSeen = flags.some((set) => set.includes('\\Seen')) || actions.includes('mark-seen');
    const isAnswered = flags.some((set) => set.includes('\\Answered')) || actions.includes('mark-answered');
    if (Number(isSeen) === before.is_seen && Number(isAnswered) === before.is_answered) return false;
    updateState.run(Number(isSeen), Number(isAnswered), before.message_id);
    return true;
  };

  return {
    list: (account) => selectOfAccount.all(account).map(fromRow),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    relist: db.transaction((account: AccountId, listed) => {
      unlist.run(account);
      for (const mailbox of listed) upsert.run(account, mailbox.path, mailbox.role, Number(mailbox.isSynced));
      return selectOfAccount.all(account).map(fromRow);
    }),
    setCursor: (id, cursor) => {
      if (cursor.uidNext !== undefined) updateUidNext.run(cursor.uidNext, id);
      if (cursor.highestModseq !== undefined) updateModseq.run(cursor.highestModseq, id);
    },
    setFullyChecked: (id, at) => void updateChecked.run(at, id),
    renumber: db.transaction((id: number, uidValidity: string) => {
      voidPlaces.run({ id });
      deleteTroubles.run(id);
      updateValidity.run(uidValidity, id);
    }),

    addPlace: (mailboxId, uid, message, flags) => void insertPlace.run(mailboxId, uid, message, flagsToText(flags)),
    messageAt: (mailboxId, uid) => selectMessageAt.get(mailboxId, uid) ?? null,
    placesOf: (message) =>
      selectPlaces.all(message).map((row) => ({
        mailbox: row.path,
        mailboxId: row.id,
        uidValidity: row.uid_validity,
        uid: row.uid,
        flags: flagsFromText(row.flags),
      })),
    uids: (mailboxId) => selectUids.all(mailboxId),
    countPlaces: (mailboxId) => selectCount.get(mailboxId) ?? 0,
    newestUids: (mailboxId, count) => selectNewest.all(mailboxId, count).toReversed(),
    changeFlags: db.transaction((mailboxId: number, changes) => {
      const conversations = new Set<ConversationId>();
      let changed = 0;
      for (const { uid, flags } of changes) {
        const text = flagsToText(flags);
        if (updateFlags.run(text, mailboxId, uid, text).changes === 0) continue;
        changed += 1;
        const state = selectState.get(mailboxId, uid);
        if (state !== undefined && settleState(state)) conversations.add(state.conversation_id);
      }
      return { changed, conversations: [...conversations] };
    }),
    removePlaces: db.transaction((mailboxId: number, uids: readonly number[]) => {
      const conversations = new Set<ConversationId>();
      let removed = 0;
      for (const uid of uids) {
        const state = selectState.get(mailboxId, uid);
        if (deletePlace.run(mailboxId, uid).changes === 0 || state === undefined) continue;
        removed += 1;
        if ((countAllPlaces.get(state.message_id) ?? 0) > 0) {
          if (settleState(state)) conversations.add(state.conversation_id);
          continue;
        }
        updateGone.run(1, state.message_id);
        conversations.add(state.conversation_id);
      }
      return { removed, conversations: [...conversations] };
    }),
    lostPlaces: (mailboxId) => selectLost.all(mailboxId),
    restorePlace: db.transaction((mailboxId: number, lostUid: number, uid: number, flags: readonly string[]) => {
      const message = selectMessageAt.get(mailboxId, lostUid);
      if (message === undefined) return;
      deletePlace.run(mailboxId, lostUid);
      insertPlace.run(mailboxId, uid, message, flagsToText(flags));
      updateGone.run(0, message);
      const state = selectState.get(mailboxId, uid);
      if (state !== undefined) settleState(state);
    }),
    countMessages: (account) => selectMessageCount.get(account) ?? 0,

    troubles: (mailboxId) => selectTroubles.all(mailboxId),
    noteTrouble: (mailboxId, trouble) =>
      void upsertTrouble.run(mailboxId, trouble.uid, trouble.tries, trouble.code, trouble.nextTryAt),
    clearTroubles: (mailboxId, uids) => {
      for (const uid of uids) deleteTrouble.run(mailboxId, uid);
    },

    queueAction: (account, message, kind, at) => void insertAction.run(account, message, kind, at),
    actions: (account) => selectActions.all(account),
    removeAction: (id) => void deleteAction.run(id),
  };
}

const fromRow = (row: Row): MailboxRow => ({
  id: row.id,
  account: row.account_id,
  path: row.path,
  role: row.role,
  isSynced: row.is_synced === 1,
  uidValidity: row.uid_validity,
  uidNext: row.uid_next,
  highestModseq: row.highest_modseq,
  lastFullCheckAt: row.last_full_check_at,
});

// One order, so that equal sets are equal texts. \Recent is the session's, not the message's (RFC 3501, 2.3.2).
const flagsToText = (flags: readonly string[]): string =>
  flags
    .filter((flag) => flag !== '\\Recent')
    .toSorted()
    .join(' ');
const flagsFromText = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));
