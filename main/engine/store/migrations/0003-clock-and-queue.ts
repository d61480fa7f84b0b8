// What the queue is made of beside mail: items the owner writes down himself, promises, watches on answers that ask for one, and
// what the desk learns from the owner's own sorting.
export const clockAndQueue = `
-- A CHECK cannot be widened in place. 'manual' is what the owner writes down himself: calls, the counter, an app on his phone.
CREATE TABLE account_wider (
  id TEXT PRIMARY KEY,
  connector TEXT NOT NULL CHECK (connector IN ('email', 'demo', 'manual')),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  user_name TEXT NOT NULL,
  imap TEXT NOT NULL,
  smtp TEXT NOT NULL,
  ca TEXT,
  plain_allowed INTEGER NOT NULL DEFAULT 0,
  keep TEXT NOT NULL CHECK (keep IN ('session', 'keychain')),
  colour INTEGER NOT NULL DEFAULT 0,
  is_paused INTEGER NOT NULL DEFAULT 0,
  -- Messages that arrived before this instant never open the clock (they are history).
  queue_from INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- NULL: signs in with a password. Otherwise the provider whose page grants the access.
  oauth_provider TEXT CHECK (oauth_provider IN ('google', 'microsoft')),
  -- Mail that arrived before this instant is not fetched. 0: everything.
  history_from INTEGER NOT NULL DEFAULT 0,
  -- "Afgehandeld" moves the conversation out of the inbox on the server too.
  archive_done INTEGER NOT NULL DEFAULT 0,
  -- No longer connected, its mail kept for reading and searching.
  detached_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO account_wider
  (id, connector, email, name, user_name, imap, smtp, ca, plain_allowed, keep, colour, is_paused, queue_from, created_at,
   oauth_provider, history_from, archive_done, detached_at)
  SELECT id, connector, email, name, user_name, imap, smtp, ca, plain_allowed, keep, colour, is_paused, queue_from, created_at,
    oauth_provider, history_from, archive_done, detached_at FROM account;
DROP TABLE account;
ALTER TABLE account_wider RENAME TO account;
`;
