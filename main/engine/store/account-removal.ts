// Takes an account's conversations out of the desk in slices. What also lies in another account stays, and with it the whole
// conversation it belongs to: a question without the answer that was given to it would ask for one again.
import type { AccountId, ConversationId } from '../../contract/views.ts';
import type { Database } from './database.ts';

export type AccountRemoval = {
  /** `handled` is 0 when nothing is left; `kept` are those that went over to another account, to be settled. */
  readonly emptySome: (
    id: AccountId,
    limit: number,
  ) => { readonly handled: number; readonly kept: readonly ConversationId[] };
  /**
   * The account is disconnected and its mail stays: open conversations that also lie in an account that is still connected become that
   * one's, so that they can be answered. Answers which.
   */
  readonly handOver: (id: AccountId) => readonly ConversationId[];
};

export function createAccountRemoval(db: Database): AccountRemoval {
  const selectOwn = db
    .prepare<[string, number], number>('SELECT id FROM conversation WHERE account_id = ? LIMIT ?')
    .pluck();
  // Without an index, for it is asked once, when the account's own conversations are through.
  const selectStrays = db
    .prepare<[string, number], number>('SELECT DISTINCT conversation_id FROM message WHERE account_id = ? LIMIT ?')
    .pluck();
  const elsewhere = `SELECT b.account_id FROM message_place p JOIN mailbox b ON b.id = p.mailbox_id
    WHERE p.message_id = m.id AND b.account_id <> @account`;
  /** The newest message that is also somebody else's says whose the conversation becomes. */
  const selectHeir = db
    .prepare<{ readonly account: string; readonly id: number }, string>(
      `SELECT CASE WHEN m.account_id <> @account THEN m.account_id ELSE (${elsewhere} ORDER BY b.account_id LIMIT 1) END
       FROM message m JOIN account a ON a.id = m.account_id
       WHERE m.conversation_id = @id AND a.connector <> 'manual' AND (m.account_id <> @account OR EXISTS (${elsewhere}))
       ORDER BY m.at DESC, m.id DESC LIMIT 1`,
    )
    .pluck();
  const moveMessages = db.prepare<[string, number, string]>(
    'UPDATE message SET account_id = ? WHERE conversation_id = ? AND account_id = ?',
  );
  const moveConversation = db.prepare<[string, number, string]>(
    'UPDATE conversation SET account_id = ? WHERE id = ? AND account_id = ?',
  );
  const selectShared = db.prepare<{ readonly account: string }, { readonly id: number; readonly heir: string }>(
    `SELECT * FROM (
       SELECT c.id, (
         SELECT a.id FROM message m JOIN message_place p ON p.message_id = m.id JOIN mailbox b ON b.id = p.mailbox_id
         JOIN account a ON a.id = b.account_id
         WHERE m.conversation_id = c.id AND a.id <> @account AND a.detached_at IS NULL
         ORDER BY m.at DESC, m.id DESC, a.id LIMIT 1
       ) AS heir FROM conversation c WHERE c.account_id = @account AND c.done_at IS NULL
     ) WHERE heir IS NOT NULL`,
  );
  const deleteConversation = db.prepare<[number]>('DELETE FROM conversation WHERE id = ?');
  // What the owner wrote down himself is his, and not the account's.
  const selectNotes = db
    .prepare<[number], string>(
      `SELECT a.id FROM message m JOIN account a ON a.id = m.account_id
       WHERE m.conversation_id = ? AND a.connector = 'manual' AND m.message_id IS NULL LIMIT 1`,
    )
    .pluck();
  const deleteMail = db.prepare<[number, string]>('DELETE FROM message WHERE conversation_id = ? AND account_id = ?');
  const deleteDeliveries = db.prepare<[number, string]>(
    'DELETE FROM delivery WHERE conversation_id = ? AND account_id = ?',
  );

  return {
    emptySome: db.transaction((account: AccountId, limit: number) => {
      const own = selectOwn.all(account, limit);
      const some = own.length > 0 ? own : selectStrays.all(account, limit);
      const kept: ConversationId[] = [];
      for (const id of some) {
        // What we answered by mail to something written down by hand stays with it, as its answer.
        const heir = selectHeir.get({ account, id }) ?? (own.length === 0 ? selectNotes.get(id) : undefined);
        if (heir === undefined) {
          const notes = selectNotes.get(id);
          if (notes === undefined) {
            deleteConversation.run(id);
            continue;
          }
          deleteDeliveries.run(id, account);
          deleteMail.run(id, account);
          moveConversation.run(notes, id, account);
          kept.push(id);
          continue;
        }
        moveMessages.run(heir, id, account);
        moveConversation.run(heir, id, account);
        kept.push(id);
      }
      return { handled: some.length, kept };
    }),
    handOver: db.transaction((account: AccountId) =>
      selectShared.all({ account }).map(({ id, heir }) => {
        moveMessages.run(heir, id, account);
        moveConversation.run(heir, id, account);
        return id;
      }),
    ),
  };
}
