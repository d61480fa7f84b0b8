// The outbox on disk: one row an answer that must leave. Every change of state is a compare-and-set on the state and on the number
// of the attempt, so that a second program on the same data folder, or an attempt that was given up, can never act on it.
import type { AccountId, ConversationId, DeliveryId, DeliveryState, MessageRowId } from '../../contract/views.ts';
import type { Failure } from '../../contract/errors.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Decisions } from '../../domain/queue/decisions.ts';
import type { Database } from './database.ts';

export type Filed = 'pending' | 'done' | 'by-server' | 'failed';
/** Where in Sent our own copy lies. */
export type CopyPlace = { readonly mailbox: string; readonly uidValidity: string; readonly uid: number };
export type RefusedRecipient = { readonly address: string; readonly reply: string };

export type DeliveryRow = {
  readonly id: DeliveryId;
  readonly conversation: ConversationId;
  readonly account: AccountId;
  readonly messageRow: MessageRowId;
  readonly messageId: string;
  readonly subject: string;
  readonly sender: string;
  readonly recipients: readonly string[];
  /** Recipients that have it already; the next attempt leaves them out. */
  readonly accepted: readonly string[];
  readonly refused: readonly RefusedRecipient[];
  readonly text: string;
  readonly state: DeliveryState;
  readonly bodyStarted: boolean;
  readonly leavesAt: Instant;
  /** The moment the owner chose, or null. */
  readonly sendAt: Instant | null;
  readonly undoUntil: Instant | null;
  readonly attempts: number;
  /** When the next step is due: an attempt, a look in Sent, filing the copy. null: it waits for the owner, or is settled. */
  readonly nextAttemptAt: Instant | null;
  readonly lookups: number;
  readonly error: Failure | null;
  readonly filed: Filed;
  /** Fruitless visits to the Sent folder in a row, for the back-off. */
  readonly filedTries: number;
  /** Our copy in Sent, until it is known that the server puts none of its own beside it; then null. */
  readonly copyPlace: CopyPlace | null;
  /** The message that it passes on. */
  readonly passesOn: MessageRowId | null;
  /** What the owner had decided about the conversation before he answered. null: not known (a row of the first schema). */
  readonly decisionsBefore: Decisions | null;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
};

export type NewDelivery = Pick<
  DeliveryRow,
  | 'conversation'
  | 'account'
  | 'messageRow'
  | 'messageId'
  | 'subject'
  | 'sender'
  | 'recipients'
  | 'text'
  | 'leavesAt'
  | 'sendAt'
  | 'undoUntil'
  | 'createdAt'
  | 'decisionsBefore'
> & { readonly raw: Uint8Array; readonly passesOn?: MessageRowId | null };

/** What a step may change. Left out: stays as it is. */
export type DeliveryChange = Partial<
  Pick<
    DeliveryRow,
    | 'state'
    | 'bodyStarted'
    | 'accepted'
    | 'refused'
    | 'leavesAt'
    | 'undoUntil'
    | 'attempts'
    | 'nextAttemptAt'
    | 'lookups'
    | 'error'
    | 'filed'
    | 'filedTries'
    | 'copyPlace'
    | 'sentAt'
  >
>;

export type DeliveryTable = {
  readonly add: (delivery: NewDelivery) => DeliveryId;
  readonly get: (id: DeliveryId) => DeliveryRow | null;
  readonly raw: (id: DeliveryId) => Uint8Array | null;
  /** All of them, newest first, at most `limit`; unsettled ones are never cut off. */
  readonly list: (limit: number) => readonly DeliveryRow[];
  readonly ofConversation: (conversation: ConversationId) => readonly DeliveryRow[];
  readonly ofMessage: (message: MessageRowId) => DeliveryRow | null;
  /** Letters that pass this message on. */
  readonly passingOn: (message: MessageRowId) => readonly DeliveryRow[];
  readonly inState: (state: DeliveryState) => readonly DeliveryRow[];
  /** Whose next step falls at or before `now`, the one due longest first. */
  readonly due: (now: Instant) => readonly DeliveryRow[];
  /** The first instant after `now` at which a step falls due, or null. */
  readonly nextDueAfter: (now: Instant) => Instant | null;
  /** Rows that wait for the owner or for a password: queued without a next step. */
  readonly parked: () => readonly DeliveryRow[];
  /** Changes the row only when it still stands as `seen` says. False: somebody else was first, nothing was written. */
  readonly change: (
    seen: Pick<DeliveryRow, 'id' | 'state' | 'attempts' | 'bodyStarted'>,
    change: DeliveryChange,
  ) => boolean;
  /** The mark before the first byte of the body; same condition as `change`. */
  readonly markBodyStarted: (seen: Pick<DeliveryRow, 'id' | 'attempts'>) => boolean;
  /** Only while nothing of it can have left: queued or failed, and nobody has it. */
  readonly remove: (id: DeliveryId) => boolean;
  readonly countByState: () => Readonly<Record<DeliveryState, number>>;
};

type Row = {
  readonly id: number;
  readonly conversation_id: number;
  readonly account_id: string;
  readonly message_row_id: number;
  readonly message_id: string;
  readonly subject: string;
  readonly sender: string;
  readonly recipients: string;
  readonly accepted: string;
  readonly refused: string;
  readonly text: string;
  readonly state: DeliveryState;
  readonly body_started: number;
  readonly leaves_at: number;
  readonly send_at: number | null;
  readonly undo_until: number | null;
  readonly attempts: number;
  readonly next_attempt_at: number | null;
  readonly lookups: number;
  readonly error: string | null;
  readonly filed: Filed;
  readonly filed_tries: number;
  readonly copy_place: string | null;
  readonly passes_on: number | null;
  readonly decisions_before: string | null;
  readonly created_at: number;
  readonly sent_at: number | null;
};

const COLUMNS = `id, conversation_id, account_id, message_row_id, message_id, subject, sender, recipients, accepted, refused, text,
  state, body_started, leaves_at, send_at, undo_until, attempts, next_attempt_at, lookups, error, filed, filed_tries,
  copy_place, passes_on, decisions_before, created_at, sent_at`;

export function createDeliveryTable(db: Database): DeliveryTable {
  const insert = db.prepare(
    `INSERT INTO delivery (conversation_id, account_id, message_row_id, message_id, subject, sender, recipients, raw, text, state,
       leaves_at, send_at, undo_until, next_attempt_at, passes_on, decisions_before, created_at)
     VALUES (@conversation, @account, @messageRow, @messageId, @subject, @sender, @recipients, @raw, @text, 'queued',
       @leavesAt, @sendAt, @undoUntil, @leavesAt, @passesOn, @decisionsBefore, @createdAt)`,
  );
  const select = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM delivery WHERE id = ?`);
  const selectRaw = db.prepare<[number], Uint8Array>('SELECT raw FROM delivery WHERE id = ?').pluck();
  const selectList = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM delivery
     WHERE state <> 'sent' OR id IN (SELECT id FROM delivery WHERE state = 'sent' ORDER BY id DESC LIMIT ?) ORDER BY id DESC`,
  );
  const selectOfConversation = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM delivery WHERE conversation_id = ? ORDER BY id`,
  );
  const selectOfMessage = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM delivery WHERE message_row_id = ?`);
  const selectPassingOn = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM delivery WHERE passes_on = ? ORDER BY id`);
  const selectInState = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM delivery WHERE state = ? ORDER BY id`);
  const selectDue = db.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM delivery WHERE next_attempt_at <= ? ORDER BY next_attempt_at, id`,
  );
  const selectNext = db
    .prepare<[number], number | null>('SELECT MIN(next_attempt_at) FROM delivery WHERE next_attempt_at > ?')
    .pluck();
  const selectParked = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM delivery WHERE state = 'queued' AND next_attempt_at IS NULL ORDER BY id`,
  );
  const update = db.prepare(
    `UPDATE delivery SET state = @state, body_started = @bodyStarted, accepted = @accepted, refused = @refused,
       leaves_at = @leavesAt, undo_until = @undoUntil, attempts = @attempts, next_attempt_at = @nextAttemptAt,
       lookups = @lookups, error = @error, filed = @filed, filed_tries = @filedTries, copy_place = @copyPlace,
       sent_at = @sentAt
     WHERE id = @id AND state = @seenState AND attempts = @seenAttempts AND body_started = @seenBodyStarted`,
  );
  const markBody = db.prepare<[number, number]>(
    `UPDATE delivery SET body_started = 1 WHERE id = ? AND attempts = ? AND state = 'sending' AND body_started = 0`,
  );
  const remove = db.prepare<[number]>(
    `DELETE FROM delivery WHERE id = ? AND state IN ('queued', 'failed') AND accepted = '[]'`,
  );
  const count = db.prepare<[], { readonly state: DeliveryState; readonly n: number }>(
    'SELECT state, COUNT(*) AS n FROM delivery GROUP BY state',
  );

  const get = (id: DeliveryId): DeliveryRow | null => {
    const row = select.get(id);
    return row === undefined ? null : fromRow(row);
  };

  return {
    add: (delivery) => {
      const result = insert.run({
        conversation: delivery.conversation,
        account: delivery.account,
        messageRow: delivery.messageRow,
        messageId: delivery.messageId,
        subject: delivery.subject,
        sender: delivery.sender,
        recipients: JSON.stringify(delivery.recipients),
        raw: delivery.raw,
        text: delivery.text,
        leavesAt: delivery.leavesAt,
        sendAt: delivery.sendAt,
        undoUntil: delivery.undoUntil,
        passesOn: delivery.passesOn ?? null,
        decisionsBefore: jsonOf(delivery.decisionsBefore),
        createdAt: delivery.createdAt,
      });
      return Number(result.lastInsertRowid);
    },
    get,
    raw: (id) => selectRaw.get(id) ?? null,
    list: (limit) => selectList.all(limit).map(fromRow),
    ofConversation: (conversation) => selectOfConversation.all(conversation).map(fromRow),
    ofMessage: (message) => {
      const row = selectOfMessage.get(message);
      return row === undefined ? null : fromRow(row);
    },
    passingOn: (message) => selectPassingOn.all(message).map(fromRow),
    inState: (state) => selectInState.all(state).map(fromRow),
    due: (now) => selectDue.all(now).map(fromRow),
    nextDueAfter: (now) => selectNext.get(now) ?? null,
    parked: () => selectParked.all().map(fromRow),
    change: (seen, change) => {
      const row = get(seen.id);
      if (row === null) return false;
      const next = { ...row, ...change };
      const result = update.run({
        id: seen.id,
        seenState: seen.state,
        seenAttempts: seen.attempts,
        seenBodyStarted: Number(seen.bodyStarted),
        state: next.state,
        bodyStarted: Number(next.bodyStarted),
        accepted: JSON.stringify(next.accepted),
        refused: JSON.stringify(next.refused),
        leavesAt: next.leavesAt,
        undoUntil: next.undoUntil,
        attempts: next.attempts,
        nextAttemptAt: next.nextAttemptAt,
        lookups: next.lookups,
        error: jsonOf(next.error),
        filed: next.filed,
        filedTries: next.filedTries,
        copyPlace: jsonOf(next.copyPlace),
        sentAt: next.sentAt,
      });
      return result.changes === 1;
    },
    markBodyStarted: (seen) => markBody.run(seen.id, seen.attempts).changes === 1,
    remove: (id) => remove.run(id).changes === 1,
    countByState: () => {
      const counts = { queued: 0, sending: 0, sent: 0, failed: 0, unknown: 0 };
      for (const row of count.all()) counts[row.state] = row.n;
      return counts;
    },
  };
}

const jsonOf = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

function fromRow(row: Row): DeliveryRow {
  return {
    id: row.id,
    conversation: row.conversation_id,
    account: row.account_id,
    messageRow: row.message_row_id,
    messageId: row.message_id,
    subject: row.subject,
    sender: row.sender,
    recipients: JSON.parse(row.recipients) as string[],
    accepted: JSON.parse(row.accepted) as string[],
    refused: JSON.parse(row.refused) as RefusedRecipient[],
    text: row.text,
    state: row.state,
    bodyStarted: row.body_started === 1,
    leavesAt: row.leaves_at,
    sendAt: row.send_at,
    undoUntil: row.undo_until,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lookups: row.lookups,
    error: row.error === null ? null : (JSON.parse(row.error) as Failure),
    filed: row.filed,
    filedTries: row.filed_tries,
    passesOn: row.passes_on,
    copyPlace: row.copy_place === null ? null : (JSON.parse(row.copy_place) as CopyPlace),
    decisionsBefore: row.decisions_before === null ? null : (JSON.parse(row.decisions_before) as Decisions),
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}
