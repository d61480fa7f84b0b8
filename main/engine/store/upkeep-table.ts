// What keeps a desk quick and small, and is done when nobody waits: fresh statistics, a joined index, an empty log, a file without
// holes. When each is due is engine/upkeep's.
import type { Database } from './database.ts';

export type UpkeepTable = {
  /** SQLite looks again at which index pays where tables changed much. Milliseconds. */
  readonly optimize: () => void;
  /** Joins parts of the full-text index, about so many pages. False: there was nothing left to join. */
  readonly joinIndex: (pages: number) => boolean;
  /** What was deleted from the full-text index leaves it at once, not when its part is next joined. Seconds at 50,000 messages. */
  readonly purgeIndex: () => void;
  /** The log goes into the file and becomes empty. */
  readonly emptyLog: () => void;
  /** Bytes of the file, and of those that hold nothing any more. */
  readonly space: () => { readonly bytes: number; readonly freeBytes: number };
  /** Writes the file anew without its holes. Seconds; the desk stands still meanwhile. Takes as much room again for as long. */
  readonly compact: () => void;
  readonly attachmentBytes: () => number;
  /** Writes one row, to see whether that can be done. Throws as any write does. */
  readonly tryWriting: () => void;
};

export function createUpkeepTable(db: Database, onLogEmptied: () => void): UpkeepTable {
  const join = db.prepare<[number]>(`INSERT INTO message_fts (message_fts, rank) VALUES ('merge', ?)`);
  const purge = db.prepare(`INSERT INTO message_fts (message_fts) VALUES ('optimize')`);
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  const sumAttachments = db.prepare<[], number>('SELECT COALESCE(SUM(LENGTH(content)), 0) FROM attachment').pluck();
  const write = db.prepare<[string]>(
    `INSERT INTO setting (key, value) VALUES ('desk.writable', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  const number = (pragma: string): number => db.pragma(pragma, { simple: true }) as number;
  const emptyLog = (): void => {
    onLogEmptied();
    db.pragma('wal_checkpoint(TRUNCATE)');
  };
  return {
    optimize: () => {
      // Without a limit a table of a million rows is read from end to end.
      db.pragma('analysis_limit = 400');
      db.pragma('optimize');
    },
    joinIndex: (pages) => {
      const before = changes.get() ?? 0;
      join.run(pages);
      // FTS5's documentation: fewer than two changes mean that nothing was joined.
      return (changes.get() ?? 0) - before >= 2;
    },
    purgeIndex: () => void purge.run(),
    emptyLog,
    space: () => {
      const pageBytes = number('page_size');
      return { bytes: number('page_count') * pageBytes, freeBytes: number('freelist_count') * pageBytes };
    },
    compact: () => {
      db.exec('VACUUM');
      emptyLog();
    },
    attachmentBytes: () => sumAttachments.get() ?? 0,
    tryWriting: () => void write.run('true'),
  };
}
