// Senders whose pictures from elsewhere the owner always wants to see.
import type { RemoteSender } from '../../contract/remote-content.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Database } from './database.ts';

/** Addresses, or domains with their @, in lower case. */
export type RemoteSenderTable = {
  readonly isAllowed: (sender: string) => boolean;
  readonly allow: (sender: string, at: Instant) => void;
  /** Its addresses go: taken back later, nobody of it is left. */
  readonly allowDomain: (domain: string, at: Instant) => void;
  readonly forget: (sender: string) => void;
  /** The newest first. */
  readonly all: () => readonly RemoteSender[];
};

export function createRemoteSenderTable(db: Database): RemoteSenderTable {
  const select = db.prepare<[string], number>('SELECT 1 FROM remote_sender WHERE sender = ?').pluck();
  const insert = db.prepare<[string, number]>(
    'INSERT INTO remote_sender (sender, allowed_at) VALUES (?, ?) ON CONFLICT (sender) DO NOTHING',
  );
  const remove = db.prepare<[string]>('DELETE FROM remote_sender WHERE sender = ?');
  const removeOf = db.prepare<[string]>(`DELETE FROM remote_sender WHERE substr(sender, instr(sender, '@')) = ?`);
  const allowDomain = db.transaction((domain: string, at: Instant) => {
    removeOf.run(domain);
    insert.run(domain, at);
  });
  const selectAll = db.prepare<[], RemoteSender>(
    'SELECT sender, allowed_at AS allowedAt FROM remote_sender ORDER BY allowed_at DESC, sender',
  );
  return {
    isAllowed: (sender) => select.get(sender) === 1,
    allow: (sender, at) => void insert.run(sender, at),
    allowDomain,
    forget: (sender) => void remove.run(sender),
    all: () => selectAll.all(),
  };
}
