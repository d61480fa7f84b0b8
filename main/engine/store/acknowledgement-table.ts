// What was decided about acknowledging each message: sent, rehearsed, or refused and why. Whether one is due is decided in
// domain/acknowledgement; the sending is the outbox's.
import type { AcknowledgementView } from '../../contract/acknowledgements.ts';
import type { ConversationId, DeliveryState, MessageRowId } from '../../contract/views.ts';
import type { Refusal } from '../../domain/acknowledgement/refusal.ts';
import type { AckSituation } from '../../domain/acknowledgement/texts.ts';
import type { CannedLanguage } from '../../domain/canned/template.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type NewAcknowledgement = {
  readonly message: MessageRowId;
  readonly conversation: ConversationId;
  readonly person: string;
  readonly at: Instant;
  readonly outcome: AcknowledgementView['outcome'];
  readonly refusal: Refusal | null;
  readonly language: CannedLanguage | null;
  readonly situation: AckSituation | null;
  readonly text: string;
  readonly statedAt: Instant | null;
  readonly reply: MessageRowId | null;
};

export type AcknowledgementTable = {
  readonly add: (acknowledgement: NewAcknowledgement) => void;
  readonly isDecided: (message: MessageRowId) => boolean;
  /** This message of ours is the acknowledgement of another. */
  readonly isReply: (message: MessageRowId) => boolean;
  /** Incoming, since that instant, and not decided about yet; in order of arrival. */
  readonly undecidedSince: (since: Instant) => readonly MessageRowId[];
  /** The last one to this person that was sent; with `isRehearsal` those that would have been count as well. */
  readonly lastTo: (person: string, isRehearsal: boolean) => Instant | null;
  /** The last automatic message of ours to this customer since then, whichever program of ours sent it. */
  readonly lastAutomaticTo: (address: string, since: Instant) => Instant | null;
  readonly countSince: (since: Instant, isRehearsal: boolean) => number;
  /** The moment that was named to who waits in this conversation since then; what did not leave named none. */
  readonly statedIn: (conversation: ConversationId, waitingSince: Instant) => Instant | null;
  /** `person`: the address it was decided about. */
  readonly list: (limit: number) => readonly (AcknowledgementView & { readonly person: string })[];
  /** Those of messages that are gone go sooner: before `orphans`. */
  readonly forgetBefore: (before: Instant, orphans: Instant) => void;
};

type Row = {
  readonly id: number;
  readonly conversation_id: number | null;
  readonly person: string;
  readonly at: number;
  readonly outcome: AcknowledgementView['outcome'];
  readonly refusal: Refusal | null;
  readonly language: CannedLanguage | null;
  readonly situation: AckSituation | null;
  readonly text: string;
  readonly stated_at: number | null;
  readonly reply_id: number | null;
  readonly from_name: string | null;
  readonly subject: string | null;
  readonly state: DeliveryState | null;
};

export function createAcknowledgementTable(db: Database): AcknowledgementTable {
  const insert = db.prepare(
    `INSERT INTO acknowledgement (message_id, conversation_id, person, at, outcome, refusal, language, situation, text, stated_at,
       reply_id)
     VALUES (@message, @conversation, @person, @at, @outcome, @refusal, @language, @situation, @text, @statedAt, @reply)`,
  );
  const selectOf = db.prepare<[number], number>('SELECT 1 FROM acknowledgement WHERE message_id = ?').pluck();
  const selectReply = db.prepare<[number], number>('SELECT 1 FROM acknowledgement WHERE reply_id = ?').pluck();
  const selectUndecided = db
    .prepare<{ readonly since: number }, number>(
      `SELECT m.id FROM conversation c JOIN message m ON m.conversation_id = c.id AND m.at >= @since
       WHERE c.last_at >= @since AND m.direction = 'in' AND m.is_history = 0
         AND NOT EXISTS (SELECT 1 FROM acknowledgement a WHERE a.message_id = m.id) ORDER BY m.id`,
    )
    .pluck();
  const counted = `(outcome = 'sent' OR (outcome = 'dry-run' AND @isRehearsal = 1))`;
  const selectLast = db
    .prepare<{ readonly person: string; readonly isRehearsal: number }, number | null>(
      `SELECT max(at) FROM acknowledgement WHERE person = @person AND ${counted}`,
    )
    .pluck();
  const selectAutomatic = db
    .prepare<{ readonly address: string; readonly since: number }, number | null>(
      `SELECT max(m.at) FROM conversation c JOIN message m ON m.conversation_id = c.id AND m.at >= @since
       WHERE c.customer_address = @address AND m.direction = 'out' AND m.kind = 'auto-reply'`,
    )
    .pluck();
  const selectCount = db
    .prepare<{ readonly since: number; readonly isRehearsal: number }, number>(
      `SELECT count(*) FROM acknowledgement WHERE at > @since AND ${counted}`,
    )
    .pluck();
  const selectStated = db
    .prepare<[number, number], number>(
      `SELECT a.stated_at FROM acknowledgement a JOIN message m ON m.id = a.message_id
       WHERE a.conversation_id = ? AND a.outcome = 'sent' AND a.stated_at IS NOT NULL AND a.reply_id IS NOT NULL AND m.at >= ?
         AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.message_row_id = a.reply_id AND d.state = 'failed')
       ORDER BY a.id LIMIT 1`,
    )
    .pluck();
  const selectList = db.prepare<[number], Row>(
    `SELECT a.id, a.conversation_id, a.person, a.at, a.outcome, a.refusal, a.language, a.situation, a.text, a.stated_at, a.reply_id,
       m.from_name, m.subject, d.state
     FROM acknowledgement a LEFT JOIN message m ON m.id = a.message_id LEFT JOIN delivery d ON d.message_row_id = a.reply_id
     ORDER BY a.id DESC LIMIT ?`,
  );
  const deleteBefore = db.prepare<[number, number]>(
    'DELETE FROM acknowledgement WHERE at < ? OR (message_id IS NULL AND at < ?)',
  );

  return {
    add: (acknowledgement) => void insert.run(acknowledgement),
    isDecided: (message) => selectOf.get(message) !== undefined,
    isReply: (message) => selectReply.get(message) !== undefined,
    undecidedSince: (since) => selectUndecided.all({ since }),
    lastTo: (person, isRehearsal) => selectLast.get({ person, isRehearsal: Number(isRehearsal) }) ?? null,
    lastAutomaticTo: (address, since) => selectAutomatic.get({ address: address.toLowerCase(), since }) ?? null,
    countSince: (since, isRehearsal) => selectCount.get({ since, isRehearsal: Number(isRehearsal) }) ?? 0,
    statedIn: (conversation, waitingSince) => selectStated.get(conversation, waitingSince) ?? null,
    list: (limit) => selectList.all(limit).map(viewOf),
    forgetBefore: (before, orphans) => void deleteBefore.run(before, orphans),
  };
}

const viewOf = (row: Row): AcknowledgementView & { readonly person: string } => ({
  id: row.id,
  at: row.at,
  conversation: row.conversation_id,
  person: row.person,
  who: row.from_name === null || row.from_name === '' ? row.person : row.from_name,
  subject: row.subject ?? '',
  outcome: row.outcome,
  refusal: row.refusal,
  language: row.language,
  situation: row.situation,
  text: row.text,
  statedAt: row.stated_at,
  delivery: row.outcome === 'sent' ? (row.reply_id === null ? 'taken-back' : row.state) : null,
});
