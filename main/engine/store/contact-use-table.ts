// Whom letters went to and came from, as the address book counts them. Reads what is there; holds nothing of its own.
import type { AccountId, MessageRowId } from '../../contract/views.ts';
import type { Direction } from '../../domain/conversation/message.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

/** One person on one letter. */
export type LetterOf = {
  readonly direction: Direction;
  readonly account: AccountId;
  readonly at: Instant;
  readonly name: string;
  readonly address: string;
};

export type ContactUseTable = {
  /** People's letters only: robots and newsletters make nobody an acquaintance. */
  readonly ofMessage: (id: MessageRowId) => readonly LetterOf[];
  /** Of the next `limit` messages after `after`; `last` is null when there are none. */
  readonly after: (
    after: MessageRowId,
    limit: number,
  ) => { readonly letters: readonly LetterOf[]; readonly last: MessageRowId | null };
};

export function createContactUseTable(db: Database): ContactUseTable {
  const selectBetween = db.prepare<{ readonly from: number; readonly until: number }, LetterOf>(
    `SELECT m.direction, m.account_id AS account, m.at, m.from_name AS name, m.from_address AS address FROM message m
     WHERE m.id BETWEEN @from AND @until AND m.direction = 'in' AND m.kind IN ('human', 'invite')
     UNION ALL
     SELECT m.direction, m.account_id AS account, m.at, p.name, p.address FROM message m
     JOIN message_person p ON p.message_id = m.id
     WHERE m.id BETWEEN @from AND @until AND m.direction = 'out' AND m.kind IN ('human', 'invite') AND p.role <> 'reply-to'`,
  );
  const selectEnd = db
    .prepare<[number, number], number | null>(
      'SELECT max(id) FROM (SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?)',
    )
    .pluck();
  return {
    ofMessage: (id) => selectBetween.all({ from: id, until: id }),
    after: (after, limit) => {
      const last = selectEnd.get(after, limit) ?? null;
      return { letters: last === null ? [] : selectBetween.all({ from: after + 1, until: last }), last };
    },
  };
}
