// Who occurs where: the messages of one address, for taking them along and for erasing them.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Database } from './database.ts';

export type PersonTable = {
  /** From, to, in copy, or asked to be answered; ascending. `address` lower case. */
  readonly messagesOf: (address: string) => readonly MessageRowId[];
  /** The names this address went by. */
  readonly namesOf: (address: string) => readonly string[];
  /** Every address that goes by this name, lower case. */
  readonly bearersOf: (name: string) => readonly string[];
  readonly conversationsWith: (address: string) => readonly ConversationId[];
  /** The next row ids after `after`, at most `limit`. */
  readonly messagesAfter: (after: MessageRowId, limit: number) => readonly MessageRowId[];
};

export function createPersonTable(db: Database): PersonTable {
  // lower() knows ASCII only, as do the local parts and domains of nearly all mail; the rest is compared as it stands.
  const selectMessages = db
    .prepare<{ readonly address: string }, number>(
      `SELECT id FROM message WHERE lower(from_address) = @address
       UNION SELECT message_id FROM message_person WHERE lower(address) = @address ORDER BY 1`,
    )
    .pluck();
  const selectNames = db
    .prepare<{ readonly address: string }, string>(
      `SELECT from_name FROM message WHERE lower(from_address) = @address
       UNION SELECT name FROM message_person WHERE lower(address) = @address
       UNION SELECT customer_name FROM conversation WHERE lower(customer_address) = @address`,
    )
    .pluck();
  const selectBearers = db
    .prepare<{ readonly name: string }, string>(
      `SELECT lower(from_address) FROM message WHERE from_name = @name COLLATE NOCASE
       UNION SELECT lower(address) FROM message_person WHERE name = @name COLLATE NOCASE`,
    )
    .pluck();
  const selectConversations = db
    .prepare<[string], number>('SELECT id FROM conversation WHERE lower(customer_address) = ? ORDER BY id')
    .pluck();
  const selectAfter = db
    .prepare<[number, number], number>('SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?')
    .pluck();
  return {
    messagesOf: (address) => selectMessages.all({ address }),
    namesOf: (address) => selectNames.all({ address }).filter((name) => name.trim() !== ''),
    bearersOf: (name) => selectBearers.all({ name }),
    conversationsWith: (address) => selectConversations.all(address),
    messagesAfter: (after, limit) => selectAfter.all(after, limit),
  };
}
