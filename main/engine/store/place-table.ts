// Where the copies of each message lie on the servers. Message rows themselves are the message table's; here only what follows
// from a place is kept in step: seen, answered, gone.
import type { AccountId, ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';
import type { MailboxRole } from './mailbox-role.ts';
import type { ServerActionKind } from './server-action-table.ts';

export type MessagePlace = {
  readonly account: AccountId;
  readonly mailbox: string;
  readonly mailboxId: number;
  readonly role: MailboxRole | null;
  readonly uidValidity: string;
  readonly uid: number;
  readonly flags: readonly string[];
  /** We moved it there out of the inbox. */
  readonly isFromInbox: boolean;
  /** We moved it there out of this mailbox, which may be gone since; null where we did not, or it is. */
  readonly cameFrom: number | null;
};

/** A message whose place became void because the mailbox was renumbered, with what it can be recognised by. */
export type LostPlace = {
  readonly message: MessageRowId;
  readonly lostUid: number;
  readonly messageId: string | null;
  readonly size: number;
  readonly at: Instant;
};

/** What a copy in another mailbox is recognised by without its content. */
export type CopyMarks = {
  readonly emailId: string | null;
  readonly messageId: string | null;
  readonly size: number | null;
  readonly at: Instant | null;
};

export type NewPlace = {
  readonly mailboxId: number;
  readonly uid: number;
  readonly flags: readonly string[];
  /** The server's own number for the message, the same in all mailboxes of the account; null where it gives none. */
  readonly emailId?: string | null;
};

export type PlaceTable = {
  readonly addPlace: (
    mailboxId: number,
    uid: number,
    message: MessageRowId,
    flags: readonly string[],
    emailId?: string | null,
  ) => void;
  /** A copy of a message that is here, without reading it again. Answers the conversations to settle. */
  readonly adopt: (message: MessageRowId, place: NewPlace) => readonly ConversationId[];
  /** We moved it ourselves, into the archive or the trash, or back. `uid` is null where the server did not tell the new number: it is found by the next look there. */
  readonly movePlace: (
    from: { readonly mailboxId: number; readonly uid: number },
    to: {
      readonly mailboxId: number;
      readonly uid: number | null;
      readonly isFromInbox: boolean;
      readonly cameFrom?: number | null;
    },
  ) => void;
  readonly messageAt: (mailboxId: number, uid: number) => MessageRowId | null;
  /** Valid places only, the inbox first; those in mailboxes that may not be there any more come last. */
  readonly placesOf: (message: MessageRowId) => readonly MessagePlace[];
  /** Ascending; with those of mail that was erased here and lies there still, which is not missing. */
  readonly uids: (mailboxId: number) => readonly number[];
  readonly countPlaces: (mailboxId: number) => number;
  /** The `count` highest UIDs, ascending. */
  readonly newestUids: (mailboxId: number, count: number) => readonly number[];
  /** When the oldest message of a mailbox that is here arrived. */
  readonly oldestAt: (mailboxId: number) => Instant | null;
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
  /** All places of a mailbox become lost places: its UIDs got a new meaning. */
  readonly loseAll: (mailboxId: number) => void;
  readonly lostPlaces: (mailboxId: number) => readonly LostPlace[];
  /** A lost place found back under its new UID. */
  readonly restorePlace: (mailboxId: number, lostUid: number, uid: number, flags: readonly string[]) => void;
  /**
   * The message of this account of which a copy with these marks lies in `mailboxId`: by the server's own number, else by
   * Message-ID, size and moment of arrival together. Never one that has a place in that very mailbox already: two mails beside
   * each other are read both, whatever they say about themselves.
   */
  readonly findCopy: (account: AccountId, mailboxId: number, marks: CopyMarks) => MessageRowId | null;
  /** Is any message of this account nowhere on the server any more? It may turn up in another mailbox. */
  readonly hasGone: (account: AccountId) => boolean;
  /** Messages that could not be fetched and stand as a card. */
  readonly cards: (mailboxId: number, limit: number) => readonly number[];
  /** How many messages of an account are stored. */
  readonly countMessages: (account: AccountId) => number;
};

type FlagState = {
  readonly message_id: number;
  readonly conversation_id: number;
  readonly is_seen: number;
  readonly is_answered: number;
  readonly is_gone: number;
};

/** INTERNALDATE has whole seconds. */
const SAME_MOMENT_MS = 999;
/** Row ids are the instant times this: see message-ids.ts. */
const IDS_PER_MS = 1_000;

export function createPlaceTable(db: Database): PlaceTable {
  // Void places keep their row under a negative UID, which no server can give (RFC 3501, 2.3.1.1), until they are found back.
  // Counting on from the lowest keeps them apart when a mailbox is renumbered twice before that.
  const voidPlaces = db.prepare<{ readonly id: number }>(
    `UPDATE message_place SET uid = (SELECT MIN(0, MIN(uid)) FROM message_place WHERE mailbox_id = @id) - uid
     WHERE mailbox_id = @id AND uid > 0`,
  );
  const insertPlace = db.prepare<[number, number, number, string, string | null]>(
    `INSERT INTO message_place (mailbox_id, uid, message_id, flags, email_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (mailbox_id, uid) DO UPDATE SET message_id = excluded.message_id, flags = excluded.flags,
       email_id = coalesce(excluded.email_id, email_id)`,
  );
  const markMoved = db.prepare<[number, number | null, number, number]>(
    'UPDATE message_place SET from_inbox = ?, came_from = ? WHERE mailbox_id = ? AND uid = ?',
  );
  const selectMessageAt = db
    .prepare<[number, number], number>('SELECT message_id FROM message_place WHERE mailbox_id = ? AND uid = ?')
    .pluck();
  const selectOne = db.prepare<
    [number, number],
    { readonly message_id: number; readonly flags: string; readonly email_id: string | null }
  >('SELECT message_id, flags, email_id FROM message_place WHERE mailbox_id = ? AND uid = ?');
  const selectPlaces = db.prepare<
    [number],
    {
      readonly account_id: string;
      readonly path: string;
      readonly id: number;
      readonly role: MailboxRole | null;
      readonly uid_validity: string;
      readonly uid: number;
      readonly flags: string;
      readonly from_inbox: number;
      readonly came_from: number | null;
    }
  >(
    `SELECT b.account_id AS account_id, b.path AS path, b.id AS id, b.role AS role, b.uid_validity AS uid_validity,
       p.uid AS uid, p.flags AS flags, p.from_inbox AS from_inbox, p.came_from AS came_from
     FROM message_place p JOIN mailbox b ON b.id = p.mailbox_id
     WHERE p.message_id = ? AND p.uid > 0 AND b.uid_validity IS NOT NULL
     ORDER BY CASE b.role WHEN 'inbox' THEN 0 ELSE 1 END, b.is_synced DESC, b.id, p.uid`,
  );
  const selectUids = db
    .prepare<{ readonly id: number }, number>(
      `SELECT uid FROM message_place WHERE mailbox_id = @id AND uid > 0
       UNION ALL SELECT uid FROM erased_place WHERE mailbox_id = @id ORDER BY uid`,
    )
    .pluck();
  const selectCount = db
    .prepare<{ readonly id: number }, number>(
      `SELECT (SELECT COUNT(*) FROM message_place WHERE mailbox_id = @id AND uid > 0)
         + (SELECT COUNT(*) FROM erased_place WHERE mailbox_id = @id)`,
    )
    .pluck();
  const deleteErased = db.prepare<[number, number]>('DELETE FROM erased_place WHERE mailbox_id = ? AND uid = ?');
  const deleteAllErased = db.prepare<[number]>('DELETE FROM erased_place WHERE mailbox_id = ?');
  const selectNewest = db
    .prepare<[number, number], number>(
      'SELECT uid FROM message_place WHERE mailbox_id = ? AND uid > 0 ORDER BY uid DESC LIMIT ?',
    )
    .pluck();
  const selectOldest = db
    .prepare<[number], number | null>('SELECT min(message_id) FROM message_place WHERE mailbox_id = ? AND uid > 0')
    .pluck();
  const updateFlags = db.prepare<[string, number, number, string]>(
    'UPDATE message_place SET flags = ? WHERE mailbox_id = ? AND uid = ? AND flags <> ?',
  );
  const stateColumns =
    'm.id AS message_id, m.conversation_id AS conversation_id, m.is_seen AS is_seen, m.is_answered AS is_answered,' +
    ' m.is_gone AS is_gone';
  const selectState = db.prepare<[number, number], FlagState>(
    `SELECT ${stateColumns} FROM message_place p JOIN message m ON m.id = p.message_id WHERE p.mailbox_id = ? AND p.uid = ?`,
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
  const selectByEmailId = db
    .prepare<[string, string], number>(
      `SELECT p.message_id FROM message_place p JOIN mailbox b ON b.id = p.mailbox_id
       WHERE p.email_id = ? AND b.account_id = ? LIMIT 1`,
    )
    .pluck();
  const selectByMarks = db
    .prepare<[string, string, number, number, number, number], number>(
      `SELECT m.id FROM message m WHERE m.message_id = ? AND m.account_id = ? AND m.size = ? AND m.at BETWEEN ? AND ?
         AND m.note IS NULL AND NOT EXISTS (SELECT 1 FROM message_place p WHERE p.message_id = m.id AND p.mailbox_id = ?)
       LIMIT 2`,
    )
    .pluck();
  const selectGone = db
    .prepare<[string], number>('SELECT 1 FROM message WHERE account_id = ? AND is_gone = 1 LIMIT 1')
    .pluck();
  const selectCards = db
    .prepare<[number, number], number>(
      `SELECT p.uid FROM message m JOIN message_place p ON p.message_id = m.id
       WHERE m.note = 'not-fetched' AND p.mailbox_id = ? AND p.uid > 0 ORDER BY p.uid DESC LIMIT ?`,
    )
    .pluck();
  const selectMessageCount = db.prepare<[string], number>('SELECT COUNT(*) FROM message WHERE account_id = ?').pluck();

  /** Seen or answered anywhere counts; what the owner did here and the server has not heard yet counts too. */
  const settleState = (before: FlagState): boolean => {
    const flags = selectFlagsOf.all(before.message_id).map(flagsFromText);
    const actions = selectActionKinds.all(before.message_id);
    const isSeenThere = flags.some((set) => set.includes('\\Seen')) && !actions.includes('mark-unseen');
    const isSeen = isSeenThere || actions.includes('mark-seen');
    const isAnswered = flags.some((set) => set.includes('\\Answered')) || actions.includes('mark-answered');
    if (Number(isSeen) === before.is_seen && Number(isAnswered) === before.is_answered) return false;
    updateState.run(Number(isSeen), Number(isAnswered), before.message_id);
    return true;
  };

  return {
    addPlace: (mailboxId, uid, message, flags, emailId = null) =>
      void insertPlace.run(mailboxId, uid, message, flagsToText(flags), emailId),
    adopt: db.transaction((message: MessageRowId, { mailboxId, uid, flags, emailId }: NewPlace) => {
      insertPlace.run(mailboxId, uid, message, flagsToText(flags), emailId ?? null);
      const state = selectState.get(mailboxId, uid);
      if (state === undefined) return [];
      if (state.is_gone === 1) updateGone.run(0, message);
      return settleState(state) || state.is_gone === 1 ? [state.conversation_id] : [];
    }),
    movePlace: db.transaction((from, to) => {
      const place = selectOne.get(from.mailboxId, from.uid);
      if (place === undefined) return;
      deletePlace.run(from.mailboxId, from.uid);
      if (to.uid === null) return;
      insertPlace.run(to.mailboxId, to.uid, place.message_id, place.flags, place.email_id);
      markMoved.run(Number(to.isFromInbox), to.cameFrom ?? null, to.mailboxId, to.uid);
    }),
    messageAt: (mailboxId, uid) => selectMessageAt.get(mailboxId, uid) ?? null,
    placesOf: (message) =>
      selectPlaces.all(message).map((row) => ({
        account: row.account_id,
        mailbox: row.path,
        mailboxId: row.id,
        role: row.role,
        uidValidity: row.uid_validity,
        uid: row.uid,
        flags: flagsFromText(row.flags),
        isFromInbox: row.from_inbox === 1,
        cameFrom: row.came_from,
      })),
    uids: (mailboxId) => selectUids.all({ id: mailboxId }),
    countPlaces: (mailboxId) => selectCount.get({ id: mailboxId }) ?? 0,
    newestUids: (mailboxId, count) => selectNewest.all(mailboxId, count).toReversed(),
    oldestAt: (mailboxId) => {
      const oldest = selectOldest.get(mailboxId) ?? null;
      return oldest === null ? null : Math.floor(oldest / IDS_PER_MS);
    },
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
        deleteErased.run(mailboxId, uid);
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
    loseAll: (mailboxId) => {
      voidPlaces.run({ id: mailboxId });
      // By their numbers they are not known again; by their content they are.
      deleteAllErased.run(mailboxId);
    },
    lostPlaces: (mailboxId) => selectLost.all(mailboxId),
    restorePlace: db.transaction((mailboxId: number, lostUid: number, uid: number, flags: readonly string[]) => {
      const lost = selectOne.get(mailboxId, lostUid);
      if (lost === undefined) return;
      deletePlace.run(mailboxId, lostUid);
      insertPlace.run(mailboxId, uid, lost.message_id, flagsToText(flags), lost.email_id);
      updateGone.run(0, lost.message_id);
      const state = selectState.get(mailboxId, uid);
      if (state !== undefined) settleState(state);
    }),
    findCopy: (account, mailboxId, { emailId, messageId, size, at }) => {
      const byNumber = emailId === null ? undefined : selectByEmailId.get(emailId, account);
      if (byNumber !== undefined) return byNumber;
      if (messageId === null || size === null || at === null) return null;
      const found = selectByMarks.all(messageId, account, size, at - SAME_MOMENT_MS, at + SAME_MOMENT_MS, mailboxId);
      // Two that look alike from outside: only reading tells which.
      return found.length === 1 ? (found[0] ?? null) : null;
    },
    hasGone: (account) => selectGone.get(account) !== undefined,
    cards: (mailboxId, limit) => selectCards.all(mailboxId, limit),
    countMessages: (account) => selectMessageCount.get(account) ?? 0,
  };
}

// One order, so that equal sets are equal texts. \Recent is the session's, not the message's (RFC 3501, 2.3.2).
const flagsToText = (flags: readonly string[]): string =>
  flags
    .filter((flag) => flag !== '\\Recent')
    .toSorted()
    .join(' ');
const flagsFromText = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));
