// From a damaged desk into the copy that takes its place: the owner's own words that exist nowhere else. Answers in the outbox that
// the copy does not have, how the others stand by now, and drafts. Mail comes back from the server, and decisions are not taken from
// a file that is known to lie somewhere.
import BetterSqlite3 from 'better-sqlite3';
import { indexedWords } from '../search/indexed-words.ts';
import { expandText } from './compressed-text.ts';
import type { Database } from './database.ts';
import { createFullTextTable } from './full-text-table.ts';
import { createMessageTable } from './message-table.ts';

export type Salvaged = {
  /** Answers that the copy did not have. */
  readonly saved: number;
  /** Answers that the copy had, and of which it is known now how they stand. */
  readonly settled: number;
  /** Every row of the outbox could be read. */
  readonly isWhole: boolean;
};

type Row = Readonly<Record<string, unknown>>;

/** `into` is open for writing and nobody else's; `file` is only read, as far as that goes. `isSound`: it can be believed. */
export function salvageOutbox(into: Database, file: string, isSound: boolean): Salvaged {
  let from: Database | null = null;
  try {
    from = new BetterSqlite3(file, { readonly: true });
    return into.transaction(salvage)(into, from, isSound);
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    return { saved: 0, settled: 0, isWhole: false };
  } finally {
    from?.close();
  }
}

function salvage(into: Database, from: Database, isSound: boolean): Salvaged {
  const ids = attempt(() => from.prepare<[], number>('SELECT id FROM delivery').pluck().all());
  let saved = 0;
  let settled = 0;
  let isWhole = ids !== null;
  for (const id of ids ?? []) {
    const delivery = attempt(() => from.prepare<[number], Row>('SELECT * FROM delivery WHERE id = ?').get(id));
    if (delivery === undefined || delivery === null) isWhole = false;
    else if (isKnown(into, delivery)) settled += Number(takeOutcome(into, delivery, isSound));
    else if (attempt(() => into.transaction(takeDelivery)(into, from, delivery)) === true) saved += 1;
    else isWhole = false;
  }
  for (const draft of attempt(() => from.prepare<[], Row>('SELECT * FROM draft').all()) ?? []) {
    attempt(() => into.transaction(takeDraft)(into, from, draft));
  }
  return { saved, settled, isWhole };
}

/** Its letter has another number by now; whoever has lost it is open again. */
function takeDraft(into: Database, from: Database, draft: Row): void {
  const { id, delivery_id } = draft;
  const delivery =
    delivery_id == null
      ? null
      : into
          .prepare<[unknown], number>('SELECT id FROM delivery WHERE message_id = ?')
          .pluck()
          .get(
            from.prepare<[unknown], string>('SELECT message_id FROM delivery WHERE id = ?').pluck().get(delivery_id),
          );
  insert(into, 'draft', { ...draft, delivery_id: delivery ?? null }, 'OR REPLACE');
  for (const file of from.prepare<[unknown], Row>('SELECT * FROM draft_file WHERE draft_id = ?').all(id)) {
    insert(into, 'draft_file', file, 'OR REPLACE');
  }
}

const isKnown = (into: Database, { message_id }: Row): boolean =>
  into.prepare('SELECT 1 FROM delivery WHERE message_id = ?').get(message_id) !== undefined;

const OUTCOME = ['state', 'accepted', 'refused', 'error', 'filed', 'sent_at', 'next_attempt_at', 'body_started'];
const SETTLED: readonly unknown[] = ['sent', 'failed'];

/** What was settled since stays settled: nothing is asked that is known. */
function takeOutcome(into: Database, delivery: Row, isSound: boolean): boolean {
  if (!isSound && !SETTLED.includes(delivery['state'])) return false;
  const set = OUTCOME.map((name) => `${name} = @${name}`).join(', ');
  const taken = attempt(() => into.prepare(`UPDATE delivery SET ${set} WHERE message_id = @message_id`).run(delivery));
  return taken !== null;
}

/** With the message in its conversation, and the conversation itself where the copy is from before it. */
function takeDelivery(into: Database, from: Database, delivery: Row): boolean {
  const { conversation_id, message_row_id } = delivery;
  const of = (table: string, key: string, value: unknown): readonly Row[] =>
    from.prepare<[unknown], Row>(`SELECT * FROM ${table} WHERE ${key} = ?`).all(value);
  for (const row of of('conversation', 'id', conversation_id)) insert(into, 'conversation', row, 'OR IGNORE');
  for (const row of of('message', 'id', message_row_id)) insert(into, 'message', row, 'OR IGNORE');
  for (const table of ['message_body', 'message_person', 'message_reference']) {
    for (const row of of(table, 'message_id', message_row_id)) insert(into, table, row, 'OR IGNORE');
  }
  // Ids of rows that came after the copy may be given again by then; its Message-ID is what it is known by.
  const { id: _id, ...rest } = delivery;
  // What it passes on may be younger than the copy.
  insert(into, 'delivery', { ...rest, passes_on: null }, '');
  indexMessage(into, Number(message_row_id));
  into
    .prepare(
      `UPDATE conversation SET message_count = (SELECT COUNT(*) FROM message WHERE conversation_id = conversation.id),
         last_at = (SELECT MAX(at) FROM message WHERE conversation_id = conversation.id) WHERE id = ?`,
    )
    .run(conversation_id);
  return true;
}

function indexMessage(into: Database, id: number): void {
  const messages = createMessageTable(into);
  const message = messages.get(id);
  const body = into
    .prepare<[number], Uint8Array>('SELECT text_z FROM message_body WHERE message_id = ?')
    .pluck()
    .get(id);
  if (message === null || body === undefined) return;
  const people = messages.people(id);
  const words = indexedWords({
    channel: message.channel,
    subject: message.subject,
    senders: [message.from, ...people['reply-to']],
    recipients: [...people.to, ...people.cc, ...people.bcc],
    text: expandText(body),
    attachments: [],
  });
  createFullTextTable(into).add(id, words);
}

/** The columns that both know: the copy may be of an older schema. */
function insert(into: Database, table: string, row: Row, conflict: '' | 'OR IGNORE' | 'OR REPLACE'): void {
  const known = new Set(into.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table));
  const columns = Object.keys(row).filter((name) => known.has(name));
  into
    .prepare(
      `INSERT ${conflict} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    .run(Object.fromEntries(columns.map((name) => [name, row[name]])));
}

/** null: the damage lies here. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof BetterSqlite3.SqliteError || error instanceof RangeError) return null;
    throw error;
  }
}
