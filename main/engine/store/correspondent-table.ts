// Whom the owner wrote to: those are the people he knows. Reads what is there; holds nothing of its own.
import type { Known } from '../../domain/sender-trust/acquaintances.ts';
import type { Database } from './database.ts';

export type CorrespondentTable = {
  /** Each address under each name it was written to or wrote itself; of letters from people only. */
  readonly all: () => readonly Known[];
};

export function createCorrespondentTable(db: Database): CorrespondentTable {
  const select = db.prepare<[], Known>(
    `SELECT DISTINCT p.address, p.name FROM message m JOIN message_person p ON p.message_id = m.id
     WHERE m.direction = 'out' AND m.kind IN ('human', 'invite') AND p.role IN ('to', 'cc', 'bcc')
     UNION SELECT DISTINCT c.customer_address, c.customer_name FROM conversation c
     WHERE EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.direction = 'out' AND m.kind IN ('human', 'invite'))`,
  );
  return { all: () => select.all() };
}
