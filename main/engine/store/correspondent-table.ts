// Whom the owner wrote to: those are the people he knows; and what of theirs is here. Reads what is there; holds nothing of its own.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Known } from '../../domain/sender-trust/acquaintances.ts';
import type { Database } from './database.ts';

export type CorrespondentTable = {
  /** Each address under each name it was written to or wrote itself; of letters from people only. */
  readonly all: () => readonly Known[];
  /** What came from a house before then, the newest first; at most some hundred. */
  readonly writtenBy: (house: House, before: Instant) => readonly WrittenMessage[];
  /** The owner's own newest letters before then; at most some hundred. */
  readonly writtenByOwner: (before: Instant) => readonly WrittenMessage[];
};

export type House = {
  /** Lower case. */
  readonly addresses: readonly string[];
  /** Where it is a firm's own and not a provider's; all who write from there. */
  readonly domain: string | null;
  /** All who wrote in it. */
  readonly conversation: ConversationId;
};

export type WrittenMessage = {
  readonly id: MessageRowId;
  readonly conversation: ConversationId;
  readonly at: Instant;
};

const MOST = 150;

type HouseParams = {
  readonly addresses: string;
  readonly suffix: string;
  readonly conversation: number;
  readonly before: number;
  readonly most: number;
};

/** Exported for the test of their plans. Asked only of a message that names an account. */
export const CORRESPONDENT_SQL = {
  ofHouse: `SELECT m.id, m.conversation_id AS conversation, m.at FROM message m
     WHERE m.direction = 'in' AND m.at < @before AND (m.conversation_id = @conversation OR m.conversation_id IN (
       SELECT c.id FROM conversation c WHERE c.customer_address IN (SELECT value FROM json_each(@addresses))
         OR (@suffix <> '' AND substr(c.customer_address, -length(@suffix)) = @suffix)))
     ORDER BY m.at DESC LIMIT @most`,
  own: `SELECT m.id, m.conversation_id AS conversation, m.at FROM message m
     WHERE m.direction = 'out' AND m.kind = 'human' AND m.at < ? ORDER BY m.id DESC LIMIT ?`,
} as const;

export function createCorrespondentTable(db: Database): CorrespondentTable {
  const select = db.prepare<[], Known>(
    `SELECT DISTINCT p.address, p.name FROM message m JOIN message_person p ON p.message_id = m.id
     WHERE m.direction = 'out' AND m.kind IN ('human', 'invite') AND p.role IN ('to', 'cc', 'bcc')
     UNION SELECT DISTINCT c.customer_address, c.customer_name FROM conversation c
     WHERE EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND m.direction = 'out' AND m.kind IN ('human', 'invite'))`,
  );
  const selectOfHouse = db.prepare<HouseParams, WrittenMessage>(CORRESPONDENT_SQL.ofHouse);
  const selectOwn = db.prepare<[number, number], WrittenMessage>(CORRESPONDENT_SQL.own);
  return {
    all: () => select.all(),
    writtenBy: ({ addresses, domain, conversation }, before) =>
      selectOfHouse.all({
        addresses: JSON.stringify(addresses),
        suffix: domain === null ? '' : `@${domain}`,
        conversation,
        before,
        most: MOST,
      }),
    writtenByOwner: (before) => selectOwn.all(before, MOST),
  };
}
