// Accounts and their own addresses. Passwords are not here: see ports.Secrets.
import type { AccountId, ConversationId, OAuthProvider, ServerAddress } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import { createAccountRemoval } from './account-removal.ts';
import type { Database } from './database.ts';

export type AccountRow = {
  readonly id: AccountId;
  /** 'manual': what the owner writes down himself. It is connected to nothing; see channels/manual/. */
  readonly connector: 'email' | 'demo' | 'manual';
  readonly email: string;
  readonly name: string;
  readonly user: string;
  readonly imap: ServerAddress;
  readonly smtp: ServerAddress;
  readonly ca: string | null;
  readonly plainAllowed: boolean;
  readonly keep: 'session' | 'keychain';
  readonly colour: number;
  readonly isPaused: boolean;
  readonly queueFrom: Instant;
  readonly createdAt: Instant;
  /** null: signs in with a password. Otherwise whose page grants the access; the Secrets port then keeps a refresh token. */
  readonly oauthProvider: OAuthProvider | null;
  /** Mail that arrived before this instant is not fetched. 0: everything. */
  readonly historyFrom: Instant;
  /** Done here moves the conversation out of the inbox on the server too. */
  readonly archiveDone: boolean;
  /** No longer connected, its mail kept for reading and searching: nothing is fetched, nothing sent. */
  readonly detachedAt: Instant | null;
  /** Lower case, the main one first. */
  readonly addresses: readonly string[];
};

/** Neither watched nor sent from, by the owner's own wish. */
export const isAtRest = ({ isPaused, detachedAt }: Pick<AccountRow, 'isPaused' | 'detachedAt'>): boolean =>
  isPaused || detachedAt !== null;

export type AccountTable = {
  readonly list: () => readonly AccountRow[];
  readonly get: (id: AccountId) => AccountRow | null;
  readonly add: (account: AccountRow) => void;
  readonly update: (account: AccountRow) => void;
  /** Takes its mailboxes, conversations, messages and deliveries with it: slow where there are many, see `emptySome`. */
  readonly remove: (id: AccountId) => void;
  /**
   * Removes up to so many of its conversations with all that is in them, and answers how many it saw to; 0 when none is left.
   * Those that also lie in another account go over to that one: `onKept` is told of them, for they are to be settled.
   */
  readonly emptySome: (
    id: AccountId,
    limit: number,
    onKept?: (conversations: readonly ConversationId[]) => void,
  ) => number;
  /** Open conversations that also lie in an account that is still connected become that one's. Answers which: they are to be settled. */
  readonly handOver: (id: AccountId) => readonly ConversationId[];
};

type Row = {
  readonly id: string;
  readonly connector: AccountRow['connector'];
  readonly email: string;
  readonly name: string;
  readonly user_name: string;
  readonly imap: string;
  readonly smtp: string;
  readonly ca: string | null;
  readonly plain_allowed: number;
  readonly keep: 'session' | 'keychain';
  readonly colour: number;
  readonly is_paused: number;
  readonly queue_from: number;
  readonly created_at: number;
  readonly oauth_provider: OAuthProvider | null;
  readonly history_from: number;
  readonly archive_done: number;
  readonly detached_at: number | null;
};

export function createAccountTable(db: Database): AccountTable {
  const columns =
    'id, connector, email, name, user_name, imap, smtp, ca, plain_allowed, keep, colour, is_paused, queue_from, created_at, ' +
    'oauth_provider, history_from, archive_done, detached_at';
  const selectAll = db.prepare<[], Row>(`SELECT ${columns} FROM account ORDER BY created_at, id`);
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM account WHERE id = ?`);
  const selectAddresses = db
    .prepare<[string], string>('SELECT address FROM account_address WHERE account_id = ? ORDER BY address')
    .pluck();
  const upsert = db.prepare<Row>(
    `INSERT INTO account (${columns}) VALUES (@id, @connector, @email, @name, @user_name, @imap, @smtp, @ca, @plain_allowed,
       @keep, @colour, @is_paused, @queue_from, @created_at,
       @oauth_provider, @history_from, @archive_done, @detached_at)
     ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name, user_name = excluded.user_name,
       imap = excluded.imap, smtp = excluded.smtp, ca = excluded.ca, plain_allowed = excluded.plain_allowed,
       keep = excluded.keep, colour = excluded.colour, is_paused = excluded.is_paused, queue_from = excluded.queue_from,
       oauth_provider = excluded.oauth_provider, history_from = excluded.history_from, archive_done = excluded.archive_done,
       detached_at = excluded.detached_at`,
  );
  const deleteAddresses = db.prepare<[string]>('DELETE FROM account_address WHERE account_id = ?');
  const insertAddress = db.prepare<[string, string]>(
    'INSERT OR IGNORE INTO account_address (account_id, address) VALUES (?, ?)',
  );
  const deleteAccount = db.prepare<[string]>('DELETE FROM account WHERE id = ?');
  const removal = createAccountRemoval(db);

  const fromRow = (row: Row): AccountRow => {
    const main = row.email.toLowerCase();
    return {
      id: row.id,
      connector: row.connector,
      email: row.email,
      name: row.name,
      user: row.user_name,
      imap: JSON.parse(row.imap) as ServerAddress,
      smtp: JSON.parse(row.smtp) as ServerAddress,
      ca: row.ca,
      plainAllowed: row.plain_allowed === 1,
      keep: row.keep,
      colour: row.colour,
      isPaused: row.is_paused === 1,
      queueFrom: row.queue_from,
      createdAt: row.created_at,
      oauthProvider: row.oauth_provider,
      historyFrom: row.history_from,
      archiveDone: row.archive_done === 1,
      detachedAt: row.detached_at,
      addresses: [main, ...selectAddresses.all(row.id).filter((address) => address !== main)],
    };
  };
  const save = db.transaction((account: AccountRow) => {
    upsert.run({
      id: account.id,
      connector: account.connector,
      email: account.email,
      name: account.name,
      user_name: account.user,
      imap: JSON.stringify(account.imap),
      smtp: JSON.stringify(account.smtp),
      ca: account.ca,
      plain_allowed: Number(account.plainAllowed),
      keep: account.keep,
      colour: account.colour,
      is_paused: Number(account.isPaused),
      queue_from: account.queueFrom,
      created_at: account.createdAt,
      oauth_provider: account.oauthProvider,
      history_from: account.historyFrom,
      archive_done: Number(account.archiveDone),
      detached_at: account.detachedAt,
    });
    deleteAddresses.run(account.id);
    for (const address of account.addresses) insertAddress.run(account.id, address.toLowerCase());
  });

  return {
    list: () => selectAll.all().map(fromRow),
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    add: save,
    update: save,
    remove: (id) => void deleteAccount.run(id),
    handOver: removal.handOver,
    emptySome: (id, limit, onKept) => {
      const { handled, kept } = removal.emptySome(id, limit);
      if (kept.length > 0) onKept?.(kept);
      return handled;
    },
  };
}
