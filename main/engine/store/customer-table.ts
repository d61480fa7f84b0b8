// Customers as the conversations name them: found again by the first letters of a name, by a piece of a number, or by any of the
// addresses that the owner once wrote down for them.
import type { AccountId, ConversationId } from '../../contract/views.ts';
import type { Language } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type FoundCustomer = {
  readonly address: string;
  /** As his latest conversation names him. */
  readonly name: string;
  readonly lastAt: Instant;
  readonly conversations: number;
};

export type CustomerTable = {
  /** Everybody who ever wrote and is no robot. */
  readonly everybody: () => readonly FoundCustomer[];
  /** With any of these addresses; the one with the latest word first. */
  readonly conversationsWith: (addresses: readonly string[], limit: number) => readonly ConversationId[];
  readonly figuresOf: (addresses: readonly string[]) => {
    readonly conversations: number;
    readonly firstAt: Instant | null;
  };
  /** As his letters name him and the language he wrote in last. */
  readonly byHisLetters: (
    addresses: readonly string[],
  ) => { readonly name: string; readonly language: Language | null } | null;
  /** Customers of whom one of these addresses was written down in a note of that account. */
  readonly notedWith: (addresses: readonly string[], notes: AccountId) => readonly string[];
  /** Whose latest conversation is newest comes first. `isMeant` sees names and addresses as they are written. */
  readonly find: (
    wanted: {
      /** Part of a name or an address, with "_" for any letter; see LIKE in SQLite. */
      readonly like: string;
      /** Part of an address that was written down in a note of `notes`; null: not looked for. */
      readonly number: string | null;
      readonly notes: AccountId;
      readonly limit: number;
    },
    isMeant: (customer: FoundCustomer) => boolean,
  ) => readonly FoundCustomer[];
  /** The latest customer with one of these addresses, or of whom one was written down in a note of that account. */
  readonly behind: (addresses: readonly string[], notes: AccountId) => string | null;
  /** Every address that was written down for this customer in a note of that account; the newest first, may name one twice. */
  readonly written: (address: string, notes: AccountId) => readonly string[];
  /** His latest conversation that is not done. */
  readonly openConversation: (
    address: string,
  ) => { readonly conversation: ConversationId; readonly subject: string } | null;
};

export function createCustomerTable(db: Database): CustomerTable {
  // What is for information only comes from newsletters and robots: nobody rings the owner up from there.
  const select = db.prepare<
    { readonly like: string; readonly number: string | null; readonly notes: string },
    FoundCustomer
  >(
    `SELECT customer_address AS address, customer_name AS name, max(last_at) AS lastAt, count(*) AS conversations
     FROM conversation
     WHERE is_fyi = 0 AND customer_address <> '' AND (customer_name LIKE @like OR customer_address LIKE @like
       OR (@number IS NOT NULL AND id IN (
         SELECT m.conversation_id FROM message m JOIN message_person p ON p.message_id = m.id
         WHERE m.account_id = @notes AND p.address LIKE @number)))
     GROUP BY customer_address ORDER BY lastAt DESC, customer_address`,
  );
  const selectSame = db.prepare<[string], { readonly address: string; readonly lastAt: number }>(
    `SELECT customer_address AS address, max(last_at) AS lastAt FROM conversation
     WHERE customer_address = ? GROUP BY customer_address`,
  );
  const selectNoted = db.prepare<[string, string], { readonly address: string; readonly lastAt: number }>(
    `SELECT c.customer_address AS address, c.last_at AS lastAt
     FROM message m JOIN message_person p ON p.message_id = m.id JOIN conversation c ON c.id = m.conversation_id
     WHERE m.account_id = ? AND p.role = 'reply-to' AND p.address = ? ORDER BY c.last_at DESC LIMIT 1`,
  );
  const selectWritten = db
    .prepare<[string, string], string>(
      `SELECT p.address FROM conversation c JOIN message m ON m.conversation_id = c.id
       JOIN message_person p ON p.message_id = m.id
       WHERE c.customer_address = ? AND m.account_id = ? AND p.role = 'reply-to' ORDER BY m.at DESC, p.position`,
    )
    .pluck();
  const selectOpen = db.prepare<[string], { readonly conversation: number; readonly subject: string }>(
    `SELECT id AS conversation, subject FROM conversation
     WHERE customer_address = ? AND done_at IS NULL ORDER BY last_at DESC LIMIT 1`,
  );
  // SQLite answers the other columns of a group from the row that holds its max(), as long as there is no other aggregate like it.
  const selectEverybody = db.prepare<[], FoundCustomer>(
    `SELECT customer_address AS address, customer_name AS name, max(last_at) AS lastAt, count(*) AS conversations
     FROM conversation WHERE is_fyi = 0 AND customer_address <> '' AND deleted_at IS NULL GROUP BY customer_address`,
  );
  const selectConversations = db
    .prepare<{ readonly addresses: string; readonly limit: number }, number>(
      `SELECT id FROM conversation WHERE customer_address IN (SELECT value FROM json_each(@addresses))
         AND deleted_at IS NULL ORDER BY last_at DESC, id DESC LIMIT @limit`,
    )
    .pluck();
  const selectFigures = db.prepare<
    { readonly addresses: string },
    { readonly conversations: number; readonly firstAt: number | null }
  >(
    `SELECT count(*) AS conversations, min(started_at) AS firstAt FROM conversation
     WHERE customer_address IN (SELECT value FROM json_each(@addresses)) AND deleted_at IS NULL`,
  );
  const selectByLetters = db.prepare<
    { readonly addresses: string },
    { readonly name: string; readonly language: Language | null }
  >(
    `SELECT customer_name AS name, language FROM conversation
     WHERE customer_address IN (SELECT value FROM json_each(@addresses))
     ORDER BY customer_name = '', last_at DESC LIMIT 1`,
  );
  const selectNotedWith = db
    .prepare<{ readonly addresses: string; readonly notes: string }, string>(
      `SELECT DISTINCT c.customer_address FROM message m JOIN message_person p ON p.message_id = m.id
       JOIN conversation c ON c.id = m.conversation_id
       WHERE m.account_id = @notes AND p.role = 'reply-to' AND p.address IN (SELECT value FROM json_each(@addresses))`,
    )
    .pluck();
  return {
    everybody: () => selectEverybody.all(),
    conversationsWith: (addresses, limit) => selectConversations.all({ addresses: JSON.stringify(addresses), limit }),
    figuresOf: (addresses) =>
      selectFigures.get({ addresses: JSON.stringify(addresses) }) ?? { conversations: 0, firstAt: null },
    byHisLetters: (addresses) => selectByLetters.get({ addresses: JSON.stringify(addresses) }) ?? null,
    notedWith: (addresses, notes) => selectNotedWith.all({ addresses: JSON.stringify(addresses), notes }),
    find: ({ limit, ...wanted }, isMeant) => {
      const found: FoundCustomer[] = [];
      for (const customer of select.iterate(wanted)) {
        if (isMeant(customer)) found.push(customer);
        if (found.length >= limit) break;
      }
      return found;
    },
    behind: (addresses, notes) => {
      const found = addresses.flatMap((address) => [
        ...selectSame.all(address.toLowerCase()),
        ...selectNoted.all(notes, address),
      ]);
      return found.toSorted((a, b) => b.lastAt - a.lastAt)[0]?.address ?? null;
    },
    written: (address, notes) => selectWritten.all(address.toLowerCase(), notes),
    openConversation: (address) => selectOpen.get(address.toLowerCase()) ?? null,
  };
}
