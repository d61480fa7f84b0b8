// Messages: the rows that lists and the clock read, the people named on them, and the Message-IDs they refer to.
// Bodies are in body-table.ts, places on the server in place-table.ts, words for search in full-text-table.ts.
import type { AccountId, ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Address, Channel, Direction, MailKind, MessageNote } from '../../domain/conversation/message.ts';
import { NO_SIGNALS, type Signals } from '../../domain/conversation/signals.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';
import { createMessageIds } from './message-ids.ts';

export type MessageRow = {
  readonly id: MessageRowId;
  readonly conversation: ConversationId;
  readonly account: AccountId;
  readonly direction: Direction;
  readonly channel: Channel;
  readonly kind: MailKind;
  readonly messageId: string | null;
  readonly identity: string;
  readonly subject: string;
  readonly from: Address;
  readonly at: Instant;
  readonly headerDate: Instant | null;
  readonly size: number;
  readonly preview: string;
  readonly signals: Signals;
  readonly note: MessageNote | null;
  readonly isHistory: boolean;
  readonly isSeen: boolean;
  readonly isAnswered: boolean;
  readonly isGone: boolean;
};

export const PERSON_ROLES = ['to', 'cc', 'bcc', 'reply-to'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];
export type People = Readonly<Record<PersonRole, readonly Address[]>>;

export type RewrittenNote = Pick<MessageRow, 'channel' | 'subject' | 'from' | 'preview' | 'signals'> & {
  readonly people: People;
};

export type MessageTable = {
  /** Stores it with its people and references; answers the row id it was given. */
  readonly add: (
    message: Omit<MessageRow, 'id' | 'isGone'>,
    people: People,
    references: readonly string[],
  ) => MessageRowId;
  readonly get: (id: MessageRowId) => MessageRow | null;
  readonly people: (id: MessageRowId) => People;
  /** Oldest first. */
  readonly ofConversation: (conversation: ConversationId) => readonly MessageRow[];
  /** null: in whichever account. */
  readonly withMessageId: (account: AccountId | null, messageId: string) => readonly MessageRow[];
  /** Only those without a Message-ID. */
  readonly withIdentity: (account: AccountId, identity: string) => readonly MessageRow[];
  /** Conversations that hold a message with this Message-ID, in whichever account; may name one twice. */
  readonly conversationsWith: (messageId: string) => readonly ConversationId[];
  /** Conversations that hold a message which refers to this Message-ID, in whichever account; may name one twice. */
  readonly referringTo: (messageId: string) => readonly ConversationId[];
  /** When messages came in to this account since then, ascending; the newest `most`. */
  readonly arrivals: (account: AccountId, since: Instant, most: number) => readonly Instant[];
  /** Did the customer write anything in it beside this message? */
  readonly hasOtherIncoming: (conversation: ConversationId, message: MessageRowId) => boolean;
  /** Read better than the first time. */
  readonly improve: (id: MessageRowId, read: Pick<MessageRow, 'identity' | 'note' | 'preview' | 'signals'>) => void;
  /** What the owner wrote down himself, as he writes it now. */
  readonly rewrite: (id: MessageRowId, note: RewrittenNote) => void;
  readonly setFlags: (id: MessageRowId, flags: { readonly isSeen: boolean; readonly isAnswered: boolean }) => void;
  readonly setSeen: (conversation: ConversationId) => readonly MessageRowId[];
  /** It lies in several accounts, and belongs to another one than was thought. */
  readonly setAccount: (id: MessageRowId, account: AccountId) => void;
  readonly setGone: (id: MessageRowId, isGone: boolean) => void;
  readonly remove: (id: MessageRowId) => void;
};

type Row = {
  readonly id: number;
  readonly conversation_id: number;
  readonly account_id: string;
  readonly direction: Direction;
  readonly channel: Channel;
  readonly kind: MailKind;
  readonly message_id: string | null;
  readonly identity: string;
  readonly subject: string;
  readonly from_name: string;
  readonly from_address: string;
  readonly at: number;
  readonly header_date: number | null;
  readonly size: number;
  readonly preview: string;
  readonly signals: string;
  readonly note: MessageNote | null;
  readonly is_history: number;
  readonly is_seen: number;
  readonly is_answered: number;
  readonly is_gone: number;
};

type PersonRow = { readonly role: PersonRole; readonly name: string; readonly address: string };

// Most messages give no signals at all: '' saves parsing JSON for each of a long conversation's rows.
const signalsFrom = (stored: string): Signals => (stored === '' ? NO_SIGNALS : (JSON.parse(stored) as Signals));
const signalsToText = (signals: Signals): string => {
  const text = JSON.stringify(signals);
  return text === NO_SIGNALS_TEXT ? '' : text;
};
const NO_SIGNALS_TEXT = JSON.stringify(NO_SIGNALS);

const fromRow = (row: Row): MessageRow => ({
  id: row.id,
  conversation: row.conversation_id,
  account: row.account_id,
  direction: row.direction,
  channel: row.channel,
  kind: row.kind,
  messageId: row.message_id,
  identity: row.identity,
  subject: row.subject,
  from: { name: row.from_name, address: row.from_address },
  at: row.at,
  headerDate: row.header_date,
  size: row.size,
  preview: row.preview,
  signals: signalsFrom(row.signals),
  note: row.note,
  isHistory: row.is_history === 1,
  isSeen: row.is_seen === 1,
  isAnswered: row.is_answered === 1,
  isGone: row.is_gone === 1,
});

// Sorted here and not by ORDER BY, which costs 25 microseconds a statement at this many columns even when nothing is found
// (measured, SQLite 3.54); ingest asks several times a message.
const byArrival = (a: MessageRow, b: MessageRow): number => a.at - b.at || a.id - b.id;

/** Row ids are the instant times this: see message-ids.ts. */
const IDS_PER_MS = 1_000;

export function createMessageTable(db: Database): MessageTable {
  const ids = createMessageIds(db);
  const columns =
    'id, conversation_id, account_id, direction, channel, kind, message_id, identity, subject, from_name, from_address, at,' +
    ' header_date, size, preview, signals, note, is_history, is_seen, is_answered, is_gone';
  const insert = db.prepare<Row>(
    `INSERT INTO message (${columns}) VALUES (@id, @conversation_id, @account_id, @direction, @channel, @kind, @message_id,
       @identity, @subject, @from_name, @from_address, @at, @header_date, @size, @preview, @signals, @note, @is_history,
       @is_seen, @is_answered, @is_gone)`,
  );
  const insertPerson = db.prepare<[number, PersonRole, number, string, string]>(
    'INSERT INTO message_person (message_id, role, position, name, address) VALUES (?, ?, ?, ?, ?)',
  );
  const insertReference = db.prepare<[number, string]>(
    'INSERT OR IGNORE INTO message_reference (message_id, referenced) VALUES (?, ?)',
  );
  const selectOne = db.prepare<[number], Row>(`SELECT ${columns} FROM message WHERE id = ?`);
  const selectPeople = db.prepare<[number], PersonRow>(
    'SELECT role, name, address FROM message_person WHERE message_id = ? ORDER BY role, position',
  );
  const selectOfConversation = db.prepare<[number], Row>(`SELECT ${columns} FROM message WHERE conversation_id = ?`);
  const selectByMessageId = db.prepare<[string], Row>(`SELECT ${columns} FROM message WHERE message_id = ?`);
  const selectByIdentity = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM message WHERE identity = ? AND account_id = ? AND message_id IS NULL`,
  );
  const selectConversationsWith = db
    .prepare<[string], number>('SELECT conversation_id FROM message WHERE message_id = ?')
    .pluck();
  const selectReferring = db
    .prepare<[string], number>('SELECT message_id FROM message_reference WHERE referenced = ?')
    .pluck();
  const selectConversationOf = db.prepare<[number], number>('SELECT conversation_id FROM message WHERE id = ?').pluck();
  // By row id, which follows arrival (message-ids.ts): `at` has no index of its own.
  const selectArrivals = db
    .prepare<[number, string, number], number>(
      `SELECT at FROM message WHERE id >= ? AND account_id = ? AND direction = 'in' ORDER BY id DESC LIMIT ?`,
    )
    .pluck();
  const selectIncoming = db
    .prepare<[number, number], number>(
      `SELECT 1 FROM message WHERE conversation_id = ? AND direction = 'in' AND id <> ? LIMIT 1`,
    )
    .pluck();
  const updateRead = db.prepare<[string, MessageNote | null, string, string, number]>(
    'UPDATE message SET identity = ?, note = ?, preview = ?, signals = ? WHERE id = ?',
  );
  const updateNote = db.prepare<[Channel, string, string, string, string, string, number]>(
    `UPDATE message SET channel = ?, subject = ?, from_name = ?, from_address = ?, preview = ?, signals = ? WHERE id = ?`,
  );
  const deletePeople = db.prepare<[number]>('DELETE FROM message_person WHERE message_id = ?');
  const updateFlags = db.prepare<[number, number, number]>(
    'UPDATE message SET is_seen = ?, is_answered = ? WHERE id = ?',
  );
  const updateSeen = db
    .prepare<[number], number>(
      `UPDATE message SET is_seen = 1 WHERE conversation_id = ? AND direction = 'in' AND is_seen = 0 RETURNING id`,
    )
    .pluck();
  const updateAccount = db.prepare<[string, number]>('UPDATE message SET account_id = ? WHERE id = ?');
  const updateGone = db.prepare<[number, number]>('UPDATE message SET is_gone = ? WHERE id = ?');
  const deleteOne = db.prepare<[number]>('DELETE FROM message WHERE id = ?');

  const addPeople = (id: MessageRowId, people: People): void => {
    for (const role of PERSON_ROLES) {
      for (const [position, person] of people[role].entries()) {
        insertPerson.run(id, role, position, person.name, person.address);
      }
    }
  };

  return {
    add: (message, people, references) => {
      const id = ids.next(message.at);
      insert.run({
        id,
        conversation_id: message.conversation,
        account_id: message.account,
        direction: message.direction,
        channel: message.channel,
        kind: message.kind,
        message_id: message.messageId,
        identity: message.identity,
        subject: message.subject,
        from_name: message.from.name,
        from_address: message.from.address,
        at: message.at,
        header_date: message.headerDate,
        size: message.size,
        preview: message.preview,
        signals: signalsToText(message.signals),
        note: message.note,
        is_history: Number(message.isHistory),
        is_seen: Number(message.isSeen),
        is_answered: Number(message.isAnswered),
        is_gone: 0,
      });
      addPeople(id, people);
      for (const referenced of references) insertReference.run(id, referenced);
      return id;
    },
    get: (id) => {
      const row = selectOne.get(id);
      return row === undefined ? null : fromRow(row);
    },
    people: (id) => {
      const found: Record<PersonRole, Address[]> = { to: [], cc: [], bcc: [], 'reply-to': [] };
      for (const { role, name, address } of selectPeople.all(id)) found[role].push({ name, address });
      return found;
    },
    ofConversation: (conversation) => selectOfConversation.all(conversation).map(fromRow).toSorted(byArrival),
    withMessageId: (account, messageId) => {
      const rows = selectByMessageId.all(messageId);
      const wanted = account === null ? rows : rows.filter((row) => row.account_id === account);
      return wanted.map(fromRow).toSorted(byArrival);
    },
    withIdentity: (account, identity) => selectByIdentity.all(identity, account).map(fromRow).toSorted(byArrival),
    conversationsWith: (messageId) => selectConversationsWith.all(messageId),
    referringTo: (messageId) => selectReferring.all(messageId).flatMap((id) => selectConversationOf.get(id) ?? []),
    arrivals: (account, since, most) => selectArrivals.all(since * IDS_PER_MS, account, most).toReversed(),
    hasOtherIncoming: (conversation, message) => selectIncoming.get(conversation, message) !== undefined,
    improve: (id, { identity, note, preview, signals }) =>
      void updateRead.run(identity, note, preview, signalsToText(signals), id),
    rewrite: (id, { channel, subject, from, preview, signals, people }) => {
      updateNote.run(channel, subject, from.name, from.address, preview, signalsToText(signals), id);
      deletePeople.run(id);
      addPeople(id, people);
    },
    setFlags: (id, flags) => void updateFlags.run(Number(flags.isSeen), Number(flags.isAnswered), id),
    setSeen: (conversation) => updateSeen.all(conversation),
    setAccount: (id, account) => void updateAccount.run(account, id),
    setGone: (id, isGone) => void updateGone.run(Number(isGone), id),
    remove: (id) => void deleteOne.run(id),
  };
}
