// Messages that came as mail and stand for something else (a network's message, a form), and what the owner said about such mail.
// What they say is read from their bodies (engine/mail-source); here is only how far that is believed, and which thread it is of.
import type { AccountId, ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Channel, MailKind } from '../../domain/conversation/message.ts';
import type { Standing } from '../../domain/mail-source/judge-claim.ts';
import type { OwnerRule } from '../../domain/mail-source/owner-rule.ts';
import type { MailSource } from '../../domain/mail-source/source.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type MessageSource = {
  readonly source: MailSource;
  readonly standing: Standing;
  /** A digest of the network's own key; null: by references and subject, as mail. */
  readonly thread: string | null;
};
export type RuleRow = OwnerRule & { readonly id: number; readonly madeAt: Instant };

export type SourceTable = {
  readonly get: (message: MessageRowId) => MessageSource | null;
  /** Again: as it is now. */
  readonly set: (message: MessageRowId, source: MessageSource) => void;
  /** Conversations that hold a message of this thread. */
  readonly conversationsOf: (thread: string) => readonly ConversationId[];
  /** The newest first. */
  readonly withStanding: (account: AccountId, standing: Standing, most: number) => readonly MessageRowId[];
  /** Incoming mail that lies in this account, the newest first. */
  readonly newestIncoming: (
    account: AccountId,
    most: number,
  ) => readonly { readonly id: MessageRowId; readonly address: string }[];
  /** Incoming mail of that sender in conversations that are not done; '@' and a domain: of everybody there. */
  readonly openFrom: (sender: string, most: number) => readonly MessageRowId[];
  /** It came another way than was thought. */
  readonly setRoute: (message: MessageRowId, channel: Channel, kind: MailKind) => void;
  readonly setChannel: (conversation: ConversationId, channel: Channel) => void;
  readonly rules: () => readonly RuleRow[];
  readonly addRule: (rule: OwnerRule, madeAt: Instant) => number;
  readonly removeRule: (id: number) => void;
};

type Row = { readonly source: MailSource; readonly standing: Standing; readonly thread: string | null };
type RuleDbRow = {
  readonly id: number;
  readonly sender: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly person_from: OwnerRule['personFrom'];
  readonly field: string;
  readonly is_proven: number;
  readonly made_at: number;
};

export function createSourceTable(db: Database): SourceTable {
  const select = db.prepare<[number], Row>('SELECT source, standing, thread FROM message_source WHERE message_id = ?');
  const upsert = db.prepare<[number, string, string, string | null]>(
    `INSERT INTO message_source (message_id, source, standing, thread) VALUES (?, ?, ?, ?)
     ON CONFLICT (message_id) DO UPDATE SET source = excluded.source, standing = excluded.standing, thread = excluded.thread`,
  );
  const selectThread = db
    .prepare<[string], number>(
      `SELECT DISTINCT message.conversation_id FROM message_source JOIN message ON message.id = message_source.message_id
       WHERE message_source.thread = ?`,
    )
    .pluck();
  const selectStanding = db
    .prepare<[string, string, number], number>(
      `SELECT message_source.message_id FROM message_source JOIN message ON message.id = message_source.message_id
       WHERE message_source.standing = ? AND message.account_id = ? ORDER BY message_source.message_id DESC LIMIT ?`,
    )
    .pluck();
  const selectNewest = db.prepare<[string, number], { readonly id: number; readonly address: string }>(
    `SELECT id, from_address AS address FROM message WHERE +account_id = ? AND direction = 'in' ORDER BY id DESC LIMIT ?`,
  );
  const selectOpenFrom = db
    .prepare<[string, string, number], number>(
      `SELECT message.id FROM conversation JOIN message ON message.conversation_id = conversation.id
       WHERE conversation.done_at IS NULL AND message.direction = 'in'
         AND (lower(message.from_address) = ? OR substr(lower(message.from_address), instr(message.from_address, '@')) = ?)
       ORDER BY message.id LIMIT ?`,
    )
    .pluck();
  const updateRoute = db.prepare<[string, string, number]>('UPDATE message SET channel = ?, kind = ? WHERE id = ?');
  const updateChannel = db.prepare<[string, number]>('UPDATE conversation SET channel = ? WHERE id = ?');
  const selectRules = db.prepare<[], RuleDbRow>(
    'SELECT id, sender, subject, channel, person_from, field, is_proven, made_at FROM source_rule ORDER BY id',
  );
  const insertRule = db.prepare<[string, string, string, string, string, number, number]>(
    `INSERT INTO source_rule (sender, subject, channel, person_from, field, is_proven, made_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const deleteRule = db.prepare<[number]>('DELETE FROM source_rule WHERE id = ?');

  return {
    get: (message) => select.get(message) ?? null,
    set: (message, { source, standing, thread }) => void upsert.run(message, source, standing, thread),
    conversationsOf: (thread) => selectThread.all(thread),
    withStanding: (account, standing, most) => selectStanding.all(standing, account, most),
    newestIncoming: (account, most) => selectNewest.all(account, most),
    openFrom: (sender, most) => selectOpenFrom.all(sender.toLowerCase(), sender.toLowerCase(), most),
    setRoute: (message, channel, kind) => void updateRoute.run(channel, kind, message),
    setChannel: (conversation, channel) => void updateChannel.run(channel, conversation),
    rules: () => selectRules.all().map(ruleFromRow),
    addRule: ({ sender, subject, channel, personFrom, field, isProven }, madeAt) =>
      Number(
        insertRule.run(sender.toLowerCase(), subject, channel, personFrom, field, Number(isProven), madeAt)
          .lastInsertRowid,
      ),
    removeRule: (id) => void deleteRule.run(id),
  };
}

const ruleFromRow = (row: RuleDbRow): RuleRow => ({
  id: row.id,
  sender: row.sender,
  subject: row.subject,
  channel: row.channel,
  personFrom: row.person_from,
  field: row.field,
  isProven: row.is_proven === 1,
  madeAt: row.made_at,
});
