// What the owner is writing, so that a reload or a power cut costs no words: an answer (one a conversation), something passed on,
// a new mail. A draft whose letter waits in the outbox stays here, held by it, so that taking back gives it as it stood.
import type { DraftId, DraftView, Recipients } from '../../contract/drafts.ts';
import type { ConversationId, DeliveryId, MessageRowId } from '../../contract/views.ts';
import { joinedHtml, joinedText } from '../../domain/letter/join-words.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type DraftRow = Omit<DraftView, 'files'> & {
  /** Thrown away by the owner, who may think better of it. */
  readonly discardedAt: Instant | null;
  /** Its letter waits in the outbox. */
  readonly delivery: DeliveryId | null;
};
/** What the owner may change of a draft by writing on. */
export type DraftWords = Omit<DraftView, 'id' | 'files'>;

export type DraftTable = {
  readonly get: (id: DraftId) => DraftRow | null;
  /** The one answer that is being written in a conversation. */
  readonly answerIn: (conversation: ConversationId) => DraftRow | null;
  /** Neither sent nor thrown away, the newest first. */
  readonly open: () => readonly DraftRow[];
  /** Held by the outbox. */
  readonly ofDelivery: (delivery: DeliveryId) => DraftRow | null;
  readonly ofConversation: (conversation: ConversationId) => readonly DraftRow[];
  /** Open, unless a letter holds it or it was thrown away. */
  readonly add: (words: DraftWords, as?: Partial<Pick<DraftRow, 'delivery' | 'discardedAt'>>) => DraftId;
  readonly change: (id: DraftId, words: DraftWords) => void;
  /** As the first step of a transaction: nobody else writes on it until that ends. */
  readonly lock: (id: DraftId) => void;
  readonly touch: (id: DraftId, at: Instant) => void;
  readonly setDiscarded: (id: DraftId, at: Instant | null) => void;
  /** From now on it belongs to that letter; null: it is being written again. */
  readonly setDelivery: (id: DraftId, delivery: DeliveryId | null) => void;
  /** `from` becomes part of `into`, its words and files behind those that are there. */
  readonly join: (into: DraftRow, from: DraftRow) => void;
  readonly remove: (id: DraftId) => void;
  /** Thrown away before that instant, for good. */
  readonly removeDiscarded: (before: Instant) => void;
  /** What was being written about a message, or passes it on. */
  readonly removeAbout: (message: MessageRowId) => void;
  /** Nobody writes to this address any more. */
  readonly forgetAddress: (address: string) => void;
};

const IS_OPEN = 'discarded_at IS NULL AND delivery_id IS NULL';
const IS_OPEN_ANSWER = `kind = 'answer' AND ${IS_OPEN}`;

type Row = {
  readonly id: number;
  readonly kind: DraftRow['kind'];
  readonly conversation_id: number | null;
  readonly message_id: number | null;
  readonly account_id: string | null;
  readonly sender: string | null;
  readonly recipients: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
  readonly canned: string;
  readonly saved_at: Instant;
  readonly discarded_at: Instant | null;
  readonly delivery_id: number | null;
};

const COLUMNS = `id, kind, conversation_id, message_id, account_id, sender, recipients, subject, text, html, canned, saved_at,
  discarded_at, delivery_id`;

export function createDraftTable(db: Database): DraftTable {
  const select = (where: string) => db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM draft WHERE ${where}`);
  const selectOne = select('id = ?');
  const selectAnswer = select(`conversation_id = ? AND ${IS_OPEN_ANSWER}`);
  const selectOfDelivery = select('delivery_id = ? ORDER BY id LIMIT 1');
  const selectOfConversation = select('conversation_id = ? ORDER BY id');
  const selectOpen = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM draft WHERE ${IS_OPEN} ORDER BY saved_at DESC, id DESC`,
  );
  const insert = db.prepare(
    `INSERT INTO draft (kind, conversation_id, message_id, account_id, sender, recipients, subject, text, html, canned, saved_at,
       delivery_id, discarded_at)
     VALUES (@kind, @conversation, @message, @account, @sender, @recipients, @subject, @text, @html, @canned, @savedAt,
       @delivery, @discardedAt)`,
  );
  const update = db.prepare(
    `UPDATE draft SET message_id = @message, account_id = @account, sender = @sender, recipients = @recipients,
       subject = @subject, text = @text, html = @html, canned = @canned, saved_at = @savedAt WHERE id = @id`,
  );
  const lock = db.prepare<[number]>('UPDATE draft SET id = id WHERE id = ?');
  const updateSavedAt = db.prepare<[Instant, number]>('UPDATE draft SET saved_at = ? WHERE id = ?');
  const updateDiscarded = db.prepare<[Instant | null, number]>('UPDATE draft SET discarded_at = ? WHERE id = ?');
  const updateDelivery = db.prepare<[number | null, number]>('UPDATE draft SET delivery_id = ? WHERE id = ?');
  const moveFiles = db.prepare<{ readonly into: number; readonly from: number }>(
    `UPDATE draft_file SET draft_id = @into,
       position = position + (SELECT COALESCE(MAX(position) + 1, 0) FROM draft_file WHERE draft_id = @into) WHERE draft_id = @from`,
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM draft WHERE id = ?');
  const deleteAbout = db.prepare<[number]>('DELETE FROM draft WHERE message_id = ?');
  const deleteDiscarded = db.prepare<[Instant]>('DELETE FROM draft WHERE discarded_at < ?');
  const selectTo = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM draft WHERE instr(lower(recipients), ?) > 0`);

  const one = (row: Row | undefined): DraftRow | null => (row === undefined ? null : fromRow(row));
  const change = (id: DraftId, words: DraftWords): void => void update.run({ ...columnsOf(words), id });

  return {
    get: (id) => one(selectOne.get(id)),
    answerIn: (conversation) => one(selectAnswer.get(conversation)),
    open: () => selectOpen.all().map(fromRow),
    ofDelivery: (delivery) => one(selectOfDelivery.get(delivery)),
    ofConversation: (conversation) => selectOfConversation.all(conversation).map(fromRow),
    add: (words, { delivery = null, discardedAt = null } = {}) =>
      Number(insert.run({ ...columnsOf(words), delivery, discardedAt }).lastInsertRowid),
    change,
    lock: (id) => void lock.run(id),
    touch: (id, at) => void updateSavedAt.run(at, id),
    setDiscarded: (id, at) => void updateDiscarded.run(at, id),
    setDelivery: (id, delivery) => void updateDelivery.run(delivery, id),
    join: (into, from) => {
      change(into.id, joined(into, from));
      moveFiles.run({ into: into.id, from: from.id });
      deleteOne.run(from.id);
    },
    remove: (id) => void deleteOne.run(id),
    removeDiscarded: (before) => void deleteDiscarded.run(before),
    removeAbout: (message) => void deleteAbout.run(message),
    forgetAddress: (address) => {
      for (const row of selectTo.all(address).map(fromRow)) {
        const recipients = row.recipients === null ? null : withoutPerson(row.recipients, address);
        if (recipients === null || isNobody(recipients)) deleteOne.run(row.id);
        else change(row.id, { ...row, recipients });
      }
    },
  };
}

/** Nothing that either says is lost; whom it goes to, and from where, is as the first one says. */
function joined(into: DraftRow, from: DraftRow): DraftWords {
  return {
    ...into,
    message: into.message ?? from.message,
    account: into.account ?? from.account,
    sender: into.sender ?? from.sender,
    recipients: into.recipients ?? from.recipients,
    subject: into.subject ?? from.subject,
    text: joinedText(into.text, from.text),
    html: joinedHtml(into, from),
    canned: [...new Set([...into.canned, ...from.canned])],
    savedAt: Math.max(into.savedAt, from.savedAt),
  };
}

const withoutPerson = ({ to, cc, bcc }: Recipients, address: string): Recipients => {
  const others = (people: Recipients['to']) => people.filter((one) => one.address.toLowerCase() !== address);
  return { to: others(to), cc: others(cc), bcc: others(bcc) };
};
const isNobody = ({ to, cc, bcc }: Recipients): boolean => to.length + cc.length + bcc.length === 0;

const columnsOf = (words: DraftWords) => ({
  kind: words.kind,
  conversation: words.conversation,
  message: words.message,
  account: words.account,
  sender: words.sender,
  recipients: words.recipients === null ? null : JSON.stringify(words.recipients),
  subject: words.subject,
  text: words.text,
  html: words.html,
  canned: JSON.stringify(words.canned),
  savedAt: words.savedAt,
});

const fromRow = (row: Row): DraftRow => ({
  id: row.id,
  kind: row.kind,
  conversation: row.conversation_id,
  message: row.message_id,
  account: row.account_id,
  sender: row.sender,
  recipients: row.recipients === null ? null : (JSON.parse(row.recipients) as Recipients),
  subject: row.subject,
  text: row.text,
  html: row.html,
  canned: JSON.parse(row.canned) as number[],
  savedAt: row.saved_at,
  discardedAt: row.discarded_at,
  delivery: row.delivery_id,
});
