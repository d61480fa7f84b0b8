// Looks messages up for a search, newest first: row ids follow arrival, so the full-text index is walked backwards, nothing is
// sorted, and whoever has enough stops. Facts that change (a folder, a flag, a section) are looked at row by row; where only few
// messages have such a fact, the walk is told which. How a question is understood and hits are ranked is engine/search's.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { Address } from '../../domain/conversation/message.ts';
import type { Moment } from '../../domain/queue/section.ts';
import type { Section } from '../../domain/queue/sections.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';
import type { MailboxRole } from './mailbox-role.ts';

/** Something that the full-text index does not know of a message. */
export type Narrow =
  | { readonly kind: 'account'; readonly name: string }
  | { readonly kind: 'mailbox'; readonly role: MailboxRole | null; readonly path: string }
  /** What we sent, also before its copy is in Sent. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'open' }
  /** In a conversation with one of these customers. */
  | { readonly kind: 'people'; readonly addresses: readonly string[] }
  | { readonly kind: 'section'; readonly section: Section };

export type SearchConditions = {
  /** FTS5 query syntax over the columns of Words. */
  readonly match: string;
  readonly after: Instant | null;
  readonly before: Instant | null;
  readonly narrow: readonly { readonly by: Narrow; readonly isExcluded: boolean }[];
};

export type FoundMessage = {
  readonly message: MessageRowId;
  readonly conversation: ConversationId;
  readonly from: Address;
  readonly subject: string;
  readonly at: Instant;
};

export type SearchRows = {
  /** Newest first, as far as one reads. Throws on bad FTS5 syntax. */
  readonly walk: (conditions: SearchConditions, moment: Moment) => Iterable<FoundMessage>;
  /** Words in the index that begin so, at most that many. */
  readonly wordsFrom: (beginning: string, most: number) => readonly string[];
  /** Names and addresses of all who are on it, behind each other. */
  readonly namesOn: (message: MessageRowId) => string;
  readonly messagesIn: (conversation: ConversationId) => number;
};

type Row = {
  readonly id: number;
  readonly conversation_id: number;
  readonly from_name: string;
  readonly from_address: string;
  readonly subject: string;
  readonly at: number;
};

/** Row ids are the instant times this: see message-ids.ts. */
const IDS_PER_MS = 1_000;
/** Up to here the walk is told which messages; reading their ids costs a millisecond. */
const FEW = 5_000;
/** Up to here each is looked up in the index by itself, at a tenth of a millisecond a piece. */
const HANDFUL = 50;

export function createSearchRows(db: Database): SearchRows {
  const prepareRows = (sql: string) => db.prepare<object, Row>(sql);
  const prepareCount = (sql: string) => db.prepare<object, Counted>(sql);
  const rowsFor = new Map<string, ReturnType<typeof prepareRows>>();
  const countFor = new Map<string, ReturnType<typeof prepareCount>>();
  db.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_word USING fts5vocab('main', 'message_fts', 'instance')");
  const selectWord = db.prepare<[string], string>('SELECT term FROM temp.search_word WHERE term >= ? LIMIT 1').pluck();
  const selectNames = db
    .prepare<{ readonly id: number }, string>(
      `SELECT group_concat(name || ' ' || address, char(10)) FROM (SELECT from_name AS name, from_address AS address FROM message
         WHERE id = @id UNION ALL SELECT name, address FROM message_person WHERE message_id = @id)`,
    )
    .pluck();
  const selectMessages = db.prepare<[number], number>('SELECT message_count FROM conversation WHERE id = ?').pluck();

  /** How many messages there are of which it is true, as far as that is quickly known, and within which ids. */
  const membersAt = (
    { by, isExcluded }: SearchConditions['narrow'][number],
    index: number,
    values: object,
  ): Members => {
    const members = isExcluded ? null : membersOf(by.kind, index);
    if (members === null) return MANY;
    const sql = `SELECT count(*) AS count, min(id) AS first, max(id) AS last FROM (${members} LIMIT ${FEW + 1})`;
    const found = prepared(countFor, sql, prepareCount).get(values);
    if (found === undefined || found.count > FEW) return MANY;
    return { index, count: found.count, first: found.first ?? 0, last: found.last ?? 0 };
  };

  return {
    *walk({ match, after, before, narrow }, moment) {
      const values = Object.assign({ ...moment }, ...narrow.map(({ by }, index) => valuesOf(by, index))) as object;
      const fewest = narrow
        .map((condition, index) => membersAt(condition, index, values))
        .reduce((best, one) => (one.count < best.count ? one : best), MANY);
      if (fewest.count === 0) return;
      const shapes = narrow.map(({ by, isExcluded }, index) => {
        const isTold = index === fewest.index;
        return { kind: by.kind, isExcluded, told: isTold ? (fewest.count <= HANDFUL ? 'each' : 'set') : null } as const;
      });
      const rows = prepared(rowsFor, searchSql(shapes), prepareRows).iterate({
        ...values,
        match,
        first: Math.max(after === null ? 0 : after * IDS_PER_MS, fewest.first),
        last: Math.min(before === null ? Number.MAX_SAFE_INTEGER : before * IDS_PER_MS - 1, fewest.last),
      });
      for (const row of rows) yield fromRow(row);
    },
    wordsFrom: (beginning, most) => {
      const found: string[] = [];
      // Each look is a seek; walking on to the next word would read all places of this one.
      let word = selectWord.get(beginning);
      while (word !== undefined && word.startsWith(beginning) && found.length < most) {
        found.push(word);
        word = selectWord.get(`${word}\u0001`);
      }
      return found;
    },
    namesOn: (message) => selectNames.get({ id: message }) ?? '',
    messagesIn: (conversation) => selectMessages.get(conversation) ?? 0,
  };
}

const fromRow = (row: Row): FoundMessage => ({
  message: row.id,
  conversation: row.conversation_id,
  from: { name: row.from_name, address: row.from_address },
  subject: row.subject,
  at: row.at,
});

/** There are as many statements as there are mixtures of conditions that somebody typed. */
function prepared<Statement>(
  known: Map<string, Statement>,
  sql: string,
  prepare: (sql: string) => Statement,
): Statement {
  const statement = known.get(sql) ?? prepare(sql);
  known.set(sql, statement);
  return statement;
}

type Counted = { readonly count: number; readonly first: number | null; readonly last: number | null };
type Members = { readonly index: number; readonly count: number; readonly first: number; readonly last: number };
const MANY: Members = { index: -1, count: Number.POSITIVE_INFINITY, first: 0, last: Number.MAX_SAFE_INTEGER };

type NarrowShape = {
  readonly kind: Narrow['kind'];
  readonly isExcluded: boolean;
  /** The search is told which messages these are: to look each up, or to walk and keep those of the set. */
  readonly told: 'each' | 'set' | null;
};

/** CROSS JOIN holds SQLite to this order: walk the index newest first, look each row up. */
export function searchSql(narrow: readonly NarrowShape[]): string {
  const conditions = narrow.map(({ kind, isExcluded, told }, index) => {
    const members = told === null ? null : membersOf(kind, index);
    if (members === null) return ` AND ${isExcluded ? 'NOT ' : ''}(${conditionOf(kind, index)})`;
    // The plus keeps SQLite from looking each of them up.
    return ` AND ${told === 'each' ? '' : '+'}message_fts.rowid IN (${members})`;
  });
  return `SELECT message.id, message.conversation_id, message.from_name, message.from_address, message.subject, message.at
    FROM message_fts CROSS JOIN message ON message.id = message_fts.rowid
    WHERE message_fts MATCH @match AND message_fts.rowid >= @first AND message_fts.rowid <= @last
      AND message.conversation_id NOT IN (SELECT conversation.id FROM conversation WHERE conversation.deleted_at IS NOT NULL)${conditions.join('')}
    ORDER BY message_fts.rowid DESC`;
}

function valuesOf(by: Narrow, index: number): object {
  switch (by.kind) {
    case 'account':
      return { [`name${index}`]: by.name.toLowerCase() };
    case 'mailbox':
      return { [`role${index}`]: by.role, [`path${index}`]: by.path.toLowerCase() };
    case 'section':
      return { [`section${index}`]: by.section };
    case 'people':
      return { [`people${index}`]: JSON.stringify(by.addresses) };
    case 'sent':
    case 'unread':
    case 'open':
      return {};
  }
}

const OURS = "conversation.turn = 'ours' AND conversation.done_at IS NULL";
/** As sectionAt of domain/queue says it. */
const SECTION = `CASE WHEN conversation.done_at IS NOT NULL THEN 'done' WHEN conversation.snoozed_until > @now THEN 'snoozed'
    WHEN conversation.is_fyi = 1 OR conversation.turn = 'nobody' THEN 'fyi' WHEN conversation.turn = 'theirs' THEN 'waiting'
    WHEN conversation.reply_by IS NULL THEN 'soon' WHEN conversation.reply_by <= @now THEN 'overdue'
    WHEN conversation.reply_by <= @todayEndsAt THEN 'now' ELSE 'soon' END`;
const inSections = (sections: string): string =>
  `EXISTS (SELECT 1 FROM conversation WHERE conversation.id = message.conversation_id AND ${SECTION} IN (${sections}))`;
const withPeople = (index: number): string =>
  `conversation.customer_address IN (SELECT value FROM json_each(@people${index}))`;
const mailboxes = (index: number): string =>
  `SELECT mailbox.id FROM mailbox WHERE mailbox.role = @role${index} OR (@role${index} IS NULL AND instr(lower(mailbox.path), @path${index}) > 0)`;

function conditionOf(kind: Narrow['kind'], index: number): string {
  switch (kind) {
    case 'account':
      return `message.account_id IN (SELECT account.id FROM account
        WHERE instr(lower(account.name || ' ' || account.email), @name${index}) > 0)`;
    case 'mailbox':
      return `EXISTS (SELECT 1 FROM message_place
        WHERE message_place.message_id = message.id AND message_place.mailbox_id IN (${mailboxes(index)}))`;
    case 'sent':
      return `message.direction = 'out' OR EXISTS (SELECT 1 FROM message_place JOIN mailbox ON mailbox.id = message_place.mailbox_id
        WHERE message_place.message_id = message.id AND mailbox.role = 'sent')`;
    case 'unread':
      return "message.is_seen = 0 AND message.direction = 'in'";
    case 'open':
      return inSections("'overdue', 'now', 'soon'");
    case 'section':
      return inSections(`@section${index}`);
    case 'people':
      return `EXISTS (SELECT 1 FROM conversation WHERE conversation.id = message.conversation_id AND ${withPeople(index)})`;
  }
}

/** The ids of all such messages, where they are likely to be few and an index has them. */
function membersOf(kind: Narrow['kind'], index: number): string | null {
  switch (kind) {
    case 'mailbox':
      return `SELECT message_place.message_id AS id FROM message_place WHERE message_place.mailbox_id IN (${mailboxes(index)})`;
    case 'unread':
      return "SELECT message.id FROM message WHERE message.is_seen = 0 AND message.direction = 'in'";
    case 'open':
      return `SELECT message.id FROM conversation CROSS JOIN message ON message.conversation_id = conversation.id
        WHERE ${OURS} AND ${SECTION} IN ('overdue', 'now', 'soon')`;
    case 'people':
      return `SELECT message.id FROM conversation CROSS JOIN message ON message.conversation_id = conversation.id
        WHERE ${withPeople(index)}`;
    case 'account':
    case 'sent':
    case 'section':
      return null;
  }
}
