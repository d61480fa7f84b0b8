// What the owner did with messages, as far as the desk learns from it: one row a deed, taken out again when the deed is taken back.
// What it amounts to is domain/needs-answer/learn.ts, made anew from these.
import type { ConversationId } from '../../contract/views.ts';
import type { Instant } from '../../domain/instant.ts';
import { isFeatureName } from '../../domain/needs-answer/features.ts';
import type { Deed, Lesson } from '../../domain/needs-answer/learn.ts';
import type { Database } from './database.ts';

export type LessonTable = {
  /** `sender` lower case. The oldest goes when there are more than can matter. */
  readonly add: (conversation: ConversationId, lesson: Lesson) => void;
  /** In the order in which they were done. */
  readonly all: () => readonly Lesson[];
  /** The newest of these deeds about this conversation is taken back. Answers whether there was one. */
  readonly takeBack: (conversation: ConversationId, deeds: readonly Deed[]) => boolean;
  /** An address, or "@" and a domain with everybody there. */
  readonly forgetSender: (sender: string) => void;
  readonly clear: () => void;
};

/** Some years of a busy desk; what came before them says little about today. */
const MOST = 2_000;

type Row = { readonly sender: string; readonly deed: Deed; readonly signs: string; readonly at: Instant };

export function createLessonTable(db: Database): LessonTable {
  const insert = db.prepare<[number, string, Deed, string, number]>(
    'INSERT INTO lesson (conversation_id, sender, deed, signs, at) VALUES (?, ?, ?, ?, ?)',
  );
  const deleteOld = db.prepare<[number]>('DELETE FROM lesson WHERE id <= (SELECT max(id) FROM lesson) - ?');
  const selectAll = db.prepare<[], Row>('SELECT sender, deed, signs, at FROM lesson ORDER BY id');
  const selectNewest = db.prepare<[number], { readonly id: number; readonly deed: Deed }>(
    'SELECT id, deed FROM lesson WHERE conversation_id = ? ORDER BY id DESC',
  );
  const deleteOne = db.prepare<[number]>('DELETE FROM lesson WHERE id = ?');
  const deleteSender = db.prepare<{ readonly sender: string }>(
    `DELETE FROM lesson WHERE sender = @sender OR (@sender LIKE '@%' AND substr(sender, -length(@sender)) = @sender)`,
  );
  const deleteAll = db.prepare('DELETE FROM lesson');
  return {
    add: (conversation, { sender, deed, signs, at }) => {
      insert.run(conversation, sender, deed, JSON.stringify(signs), at);
      deleteOld.run(MOST);
    },
    all: () =>
      selectAll.all().map(({ sender, deed, signs, at }) => ({
        sender,
        deed,
        // A sign that another version knew is left out.
        signs: (JSON.parse(signs) as readonly string[]).filter(isFeatureName),
        at,
      })),
    takeBack: (conversation, deeds) => {
      const newest = selectNewest.all(conversation).find(({ deed }) => deeds.includes(deed));
      if (newest !== undefined) deleteOne.run(newest.id);
      return newest !== undefined;
    },
    forgetSender: (sender) => void deleteSender.run({ sender }),
    clear: () => void deleteAll.run(),
  };
}
