// Mailboxes of an account: their roles, how far each is read, what the server last said about it, and what it would not hand over.
// Where messages lie in them is place-table.ts, what is still to be done there server-action-table.ts.
import type { AccountId } from '../../contract/views.ts';
import { MINUTE_MS, type Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';
import type { MailboxRole } from './mailbox-role.ts';
import { createPlaceTable, type PlaceTable } from './place-table.ts';
import { createServerActionTable, type ServerActionTable } from './server-action-table.ts';

export type MailboxRow = {
  readonly id: number;
  readonly account: AccountId;
  readonly path: string;
  readonly role: MailboxRole | null;
  readonly isSynced: boolean;
  readonly uidValidity: string | null;
  /** Every UID below it is stored, noted as trouble, left out as too old, or gone. null: the first sync is not complete. */
  readonly uidNext: number | null;
  /** Every flag change up to it is stored. null: the server keeps no mod-sequences here. */
  readonly highestModseq: string | null;
  readonly lastFullCheckAt: Instant | null;
  /** How many messages the server said it holds, and when it said so. */
  readonly serverCount: number | null;
  readonly lookedAt: Instant | null;
  /** How many of those were left there because they are older than the account's window of history. */
  readonly olderCount: number;
  /** The window of history that this was compared under. */
  readonly windowFrom: Instant;
};

export type UidTrouble = {
  readonly uid: number;
  readonly tries: number;
  readonly code: string;
  readonly nextTryAt: Instant;
};

type MailboxRows = {
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
  /** What the server says they hold now. Written once a minute at most while nothing changes. */
  readonly noteLooks: (looks: readonly { readonly id: number; readonly count: number }[], at: Instant) => void;
  readonly setWindow: (id: number, windowFrom: Instant, olderCount: number) => void;
  /** UIDs got a new meaning: keeps who was there as lost places (see `lostPlaces`) and forgets the cursors. */
  readonly renumber: (id: number, uidValidity: string) => void;

  readonly troubles: (mailboxId: number) => readonly UidTrouble[];
  readonly noteTrouble: (mailboxId: number, trouble: UidTrouble) => void;
  readonly clearTroubles: (mailboxId: number, uids: readonly number[]) => void;
};

export type MailboxTable = MailboxRows & PlaceTable & ServerActionTable;

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
  readonly server_count: number | null;
  readonly looked_at: number | null;
  readonly older_count: number;
  readonly window_from: number;
};

export function createMailboxTable(db: Database): MailboxTable {
  const places = createPlaceTable(db);
  const columns =
    'id, account_id, path, role, is_synced, uid_validity, uid_next, highest_modseq, last_full_check_at, server_count,' +
    ' looked_at, older_count, window_from';
  const selectOfAccount = db.prepare<[string], Row>(`SELECT ${columns} FROM mailbox WHERE account_id = ? ORDER BY id`);
  const selectOne = db.prepare<[number], Row>(`SELECT ${columns} FROM mailbox WHERE id = ?`);
  const unlist = db.prepare<[number]>('UPDATE mailbox SET is_synced = 0, role = NULL WHERE id = ?');
  const upsert = db.prepare<[string, string, string | null, number]>(
    `INSERT INTO mailbox (account_id, path, role, is_synced) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, path) DO UPDATE SET role = excluded.role, is_synced = excluded.is_synced`,
  );
  const updateUidNext = db.prepare<[number | null, number]>('UPDATE mailbox SET uid_next = ? WHERE id = ?');
  const updateModseq = db.prepare<[string | null, number]>('UPDATE mailbox SET highest_modseq = ? WHERE id = ?');
  const updateChecked = db.prepare<[number, number]>('UPDATE mailbox SET last_full_check_at = ? WHERE id = ?');
  const updateLooked = db.prepare<{ readonly id: number; readonly count: number; readonly at: number }>(
    `UPDATE mailbox SET server_count = @count, looked_at = @at
     WHERE id = @id AND (server_count IS NOT @count OR looked_at IS NULL OR abs(@at - looked_at) > ${MINUTE_MS})`,
  );
  const updateWindow = db.prepare<[number, number, number]>(
    'UPDATE mailbox SET window_from = ?, older_count = ? WHERE id = ?',
  );
  const updateValidity = db.prepare<[string, number]>(
    'UPDATE mailbox SET uid_validity = ?, uid_next = NULL, highest_modseq = NULL, older_count = 0 WHERE id = ?',
  );
  const deleteTroubles = db.prepare<[number]>('DELETE FROM uid_trouble WHERE mailbox_id = ?');
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

  return {
    ...places,
    ...createServerActionTable(db),
    list: (account) => selectOfAccount.all(account).map(fromRow),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    relist: db.transaction((account: AccountId, listed) => {
      // Looked at in every pass, and nearly always as it was: nothing is written then.
      const before = new Map(selectOfAccount.all(account).map((row) => [row.path, row]));
      for (const { path, role, isSynced } of listed) {
        const known = before.get(path);
        before.delete(path);
        if (known !== undefined && known.role === role && known.is_synced === Number(isSynced)) continue;
        upsert.run(account, path, role, Number(isSynced));
      }
      for (const row of before.values()) if (row.role !== null || row.is_synced === 1) unlist.run(row.id);
      return selectOfAccount.all(account).map(fromRow);
    }),
    setCursor: (id, cursor) => {
      if (cursor.uidNext !== undefined) updateUidNext.run(cursor.uidNext, id);
      if (cursor.highestModseq !== undefined) updateModseq.run(cursor.highestModseq, id);
    },
    setFullyChecked: (id, at) => void updateChecked.run(at, id),
    noteLooks: db.transaction((looks: readonly { readonly id: number; readonly count: number }[], at: Instant) => {
      for (const { id, count } of looks) updateLooked.run({ id, count, at });
    }),
    setWindow: (id, windowFrom, olderCount) => void updateWindow.run(windowFrom, olderCount, id),
    renumber: db.transaction((id: number, uidValidity: string) => {
      places.loseAll(id);
      deleteTroubles.run(id);
      updateValidity.run(uidValidity, id);
    }),

    troubles: (mailboxId) => selectTroubles.all(mailboxId),
    noteTrouble: (mailboxId, trouble) =>
      void upsertTrouble.run(mailboxId, trouble.uid, trouble.tries, trouble.code, trouble.nextTryAt),
    clearTroubles: (mailboxId, uids) => {
      for (const uid of uids) deleteTrouble.run(mailboxId, uid);
    },
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
  serverCount: row.server_count,
  lookedAt: row.looked_at,
  olderCount: row.older_count,
  windowFrom: row.window_from,
});
