// What is still to be done on the server: flags to set and messages to move, as the owner decided here. Kept until it was done
// there, through restarts and days without network. Who does it is channels/email/server-actions.ts.
import type { AccountId, MessageRowId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export const SERVER_ACTION_KINDS = [
  'mark-answered',
  'mark-seen',
  'mark-unseen',
  'archive',
  'unarchive',
  'trash',
  'untrash',
] as const;
export type ServerActionKind = (typeof SERVER_ACTION_KINDS)[number];
export type ServerAction = { readonly id: number; readonly message: MessageRowId; readonly kind: ServerActionKind };

export type ServerActionTable = {
  /** Flags also for every other account in which a copy lies. Takes the place of what waits and would do the opposite. */
  readonly queueAction: (account: AccountId, message: MessageRowId, kind: ServerActionKind, at: Instant) => void;
  /** In the order in which they were decided. */
  readonly actions: (account: AccountId) => readonly ServerAction[];
  readonly removeAction: (id: number) => void;
};

const OPPOSITE: Readonly<Record<ServerActionKind, ServerActionKind | null>> = {
  'mark-answered': null,
  'mark-seen': 'mark-unseen',
  'mark-unseen': 'mark-seen',
  archive: 'unarchive',
  unarchive: 'archive',
  trash: 'untrash',
  untrash: 'trash',
};

export function createServerActionTable(db: Database): ServerActionTable {
  const insert = db.prepare<[string, number, string, number]>(
    'INSERT OR IGNORE INTO server_action (account_id, message_id, kind, created_at) VALUES (?, ?, ?, ?)',
  );
  const selectAccounts = db
    .prepare<[string, number], string>(
      `SELECT ? AS account_id
       UNION SELECT b.account_id FROM message_place p JOIN mailbox b ON b.id = p.mailbox_id WHERE p.message_id = ?`,
    )
    .pluck();
  const deleteKind = db.prepare<[string, number, string]>(
    'DELETE FROM server_action WHERE account_id = ? AND message_id = ? AND kind = ?',
  );
  const selectAll = db.prepare<
    [string],
    { readonly id: number; readonly message: number; readonly kind: ServerActionKind }
  >('SELECT id, message_id AS message, kind FROM server_action WHERE account_id = ? ORDER BY id');
  const deleteOne = db.prepare<[number]>('DELETE FROM server_action WHERE id = ?');
  return {
    queueAction: db.transaction((account: AccountId, message: MessageRowId, kind: ServerActionKind, at: Instant) => {
      // Moves are told account by account: whether it is archived too is chosen so.
      const isEverywhere = kind.startsWith('mark-');
      for (const one of isEverywhere ? selectAccounts.all(account, message) : [account]) {
        const opposite = OPPOSITE[kind];
        if (opposite !== null) deleteKind.run(one, message, opposite);
        insert.run(one, message, kind, at);
      }
    }),
    actions: (account) => selectAll.all(account),
    removeAction: (id) => void deleteOne.run(id),
  };
}
