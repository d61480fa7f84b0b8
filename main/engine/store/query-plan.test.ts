import { expect, it } from 'vitest';
import { COMMITMENT_SQL } from './commitment-table.ts';
import { CORRESPONDENT_SQL } from './correspondent-table.ts';
import { openDatabase } from './database.ts';
import { EVENING_SQL } from './evening-table.ts';
import { searchSql } from './search-rows.ts';
import { migrate } from './migrate.ts';
import { QUEUE_SQL } from './queue-table.ts';
import { ok } from '../../contract/errors.ts';
import { REMINDER_SQL } from './reminder-table.ts';

function planOf(sql: string): string {
  const db = openDatabase(':memory:');
  migrate(db, () => ok(null));
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, 1]);
  const values = names.length > 0 ? [Object.fromEntries(names)] : Array.from(sql.matchAll(/\?/g), () => 1);
  const rows = db.prepare<unknown[], { readonly detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
  db.close();
  return rows.map(({ detail }) => detail).join('\n');
}

const SHAPES = ['account', 'mailbox', 'sent', 'unread', 'open', 'section', 'people'] as const;
it.each(SHAPES)('a search with words and %s walks the full-text index newest first, without a sort', (kind) => {
  for (const isExcluded of [false, true]) {
    const plan = planOf(searchSql([{ kind, isExcluded, told: null }]));
    expect(plan).toMatch(/^SCAN message_fts VIRTUAL TABLE INDEX/);
    expect(plan).toContain('SEARCH message USING INTEGER PRIMARY KEY (rowid=?)');
    expect(plan).not.toContain('TEMP B-TREE');
    expect(plan).not.toMatch(/SCAN (?:message|conversation|message_place)$/m);
  }
});
it.each([
  ['mailbox', 'SEARCH message_place USING PRIMARY KEY (mailbox_id=?)'],
  ['unread', 'USING COVERING INDEX message_unread'],
  ['open', 'USING INDEX conversation_open'],
  ['people', 'INDEX conversation_customer'],
] as const)('a search that is told which messages are %s finds them in an index, and still walks', (kind, members) => {
  const plan = planOf(searchSql([{ kind, isExcluded: false, told: 'set' }]));
  expect(plan).toMatch(/^SCAN message_fts VIRTUAL TABLE INDEX/);
  expect(plan).toContain(members);
  expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
});
it('a page of what is done comes out of its index in order', () => {
  expect(planOf(QUEUE_SQL.donePage)).toMatch(
    /^SEARCH conversation USING COVERING INDEX conversation_done \(done_at>\?\)\n.*\n.*COVERING INDEX conversation_deleted/,
  );
  expect(planOf(QUEUE_SQL.donePage)).not.toContain('TEMP B-TREE');
});
it('what is done is counted in its index', () => {
  expect(planOf(QUEUE_SQL.doneCount)).toContain('COVERING INDEX conversation_done');
});
it('a conversation is looked up by its id', () => {
  expect(planOf(QUEUE_SQL.one)).toBe('SEARCH conversation USING INTEGER PRIMARY KEY (rowid=?)');
});
it('due reminders come out of the indexes of open conversations', () => {
  const plan = planOf(REMINDER_SQL.due);
  expect(plan).toContain('USING INDEX conversation_warn');
  expect(plan).toContain('USING INDEX conversation_open');
  expect(plan).toContain('USING INDEX conversation_snoozed');
  expect(plan).toContain('USING INDEX conversation_follow_up');
  expect(plan).not.toMatch(/SCAN conversation(?! USING)/);
});
it('the next moment is the head of four indexes', () => {
  const plan = planOf(REMINDER_SQL.next);
  for (const index of ['conversation_warn', 'conversation_open', 'conversation_snoozed', 'conversation_follow_up'])
    expect(plan).toContain(index);
  expect(plan).not.toMatch(/SCAN conversation(?! USING)/);
});
it('promises that are open come out of their index in the order of their moments', () => {
  for (const part of ['open', 'proposed'] as const) {
    const plan = planOf(COMMITMENT_SQL.list(part));
    expect(plan).toContain('USING INDEX commitment_in_state (state=?');
    expect(plan).not.toContain('TEMP B-TREE');
  }
});
it('the promise of a conversation is looked up by it', () => {
  expect(planOf(COMMITMENT_SQL.standing)).toContain('USING INDEX commitment_of_conversation (conversation_id=?)');
});
it('plans, and what wakes on a day, come out of their indexes', () => {
  expect(planOf(EVENING_SQL.plans)).toContain('USING INDEX conversation_planned');
  expect(planOf(EVENING_SQL.plannedBetween)).toContain(
    'SEARCH conversation USING COVERING INDEX conversation_planned (planned_at>? AND planned_at<?)',
  );
  expect(planOf(EVENING_SQL.plannedBetween)).not.toContain('TEMP B-TREE');
  expect(planOf(EVENING_SQL.wakingBetween)).toContain('USING INDEX conversation_snoozed');
});
it('what a house wrote is found by its conversations, never by walking all messages', () => {
  const plan = planOf(CORRESPONDENT_SQL.ofHouse);
  expect(plan).toContain('USING INDEX message_of_conversation (conversation_id=? AND at<?)');
  expect(plan).not.toMatch(/SCAN m$/m);
});
