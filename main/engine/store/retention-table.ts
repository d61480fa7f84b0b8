// Old conversations lose their words and their attachments; who wrote, when, and about what stays. Which and from when on is the
// owner's, in the settings; nothing that is not done, and nothing whose answer is still under way.
import type { ConversationId, MessageRowId } from '../../contract/views.ts';
import type { RetentionFigure } from '../../contract/storage.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

export type RetentionTable = {
  /** What `emptySome` would remove of conversations done before that instant. */
  readonly outlook: (before: Instant) => RetentionFigure;
  /** Empties up to so many of them, the oldest first. Answers the messages whose words in the index are to be replaced. */
  readonly emptySome: (
    before: Instant,
    limit: number,
  ) => { readonly conversations: readonly ConversationId[]; readonly messages: readonly MessageRowId[] };
};

// Old mail that came in as history is done from its arrival; a conversation is as old as its last word.
const OLD = `conversation.done_at < @before AND conversation.last_at < @before
  AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.conversation_id = conversation.id AND delivery.state <> 'sent')`;
const FULL = `EXISTS (SELECT 1 FROM message JOIN message_body ON message_body.message_id = message.id
    WHERE message.conversation_id = conversation.id AND (LENGTH(message_body.text_z) > 0 OR message_body.html_z IS NOT NULL))
  OR EXISTS (SELECT 1 FROM message JOIN attachment ON attachment.message_id = message.id
    WHERE message.conversation_id = conversation.id)`;

export function createRetentionTable(db: Database): RetentionTable {
  const selectOld = db
    .prepare<{ readonly before: Instant; readonly limit: number }, ConversationId>(
      `SELECT conversation.id FROM conversation WHERE ${OLD} AND (${FULL}) ORDER BY conversation.done_at LIMIT @limit`,
    )
    .pluck();
  const figure = db.prepare<{ readonly before: Instant }, RetentionFigure>(
    `WITH old AS (SELECT conversation.id FROM conversation WHERE ${OLD} AND (${FULL}))
     SELECT (SELECT COUNT(*) FROM old) AS conversations, COUNT(*) AS messages, COALESCE(SUM(
       LENGTH(message_body.text_z) + COALESCE(LENGTH(message_body.html_z), 0)
       + COALESCE((SELECT SUM(LENGTH(content)) FROM attachment WHERE attachment.message_id = message.id), 0)), 0) AS bytes
     FROM old JOIN message ON message.conversation_id = old.id JOIN message_body ON message_body.message_id = message.id`,
  );
  const selectMessages = db.prepare<[number], number>('SELECT id FROM message WHERE conversation_id = ?').pluck();
  const ofMessage = [
    `UPDATE message_body SET text_z = x'', html_z = NULL WHERE message_id = ?`,
    // Signals quote the customer's own words.
    `UPDATE message SET preview = '', signals = '', note = 'removed' WHERE id = ?`,
    'DELETE FROM attachment WHERE message_id = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  const ofConversation = [
    `UPDATE conversation SET preview = '', factors = '[]', has_attachments = 0 WHERE id = ?`,
    `UPDATE delivery SET raw = x'', text = '' WHERE conversation_id = ?`,
    'DELETE FROM draft WHERE conversation_id = ?',
    // Its words are those of the letters.
    'DELETE FROM commitment WHERE conversation_id = ?',
  ].map((sql) => db.prepare<[number]>(sql));
  return {
    outlook: (before) => figure.get({ before }) ?? { conversations: 0, messages: 0, bytes: 0 },
    emptySome: (before, limit) => {
      const conversations = selectOld.all({ before, limit });
      const messages = conversations.flatMap((id) => selectMessages.all(id));
      for (const id of messages) for (const change of ofMessage) change.run(id);
      for (const id of conversations) for (const change of ofConversation) change.run(id);
      return { conversations, messages };
    },
  };
}
