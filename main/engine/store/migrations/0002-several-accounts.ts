// Several accounts side by side, each with its own window of history and way of signing in; what may be done on the server grows;
// copies of a message are recognised across mailboxes by the server's own number for it.
export const severalAccounts = `
-- NULL: signs in with a password. Otherwise the provider whose page grants the access.
ALTER TABLE account ADD COLUMN oauth_provider TEXT CHECK (oauth_provider IN ('google', 'microsoft'));
-- Mail that arrived before this instant is not fetched. 0: everything.
ALTER TABLE account ADD COLUMN history_from INTEGER NOT NULL DEFAULT 0;
-- "Afgehandeld" moves the conversation out of the inbox on the server too.
ALTER TABLE account ADD COLUMN archive_done INTEGER NOT NULL DEFAULT 0;
-- No longer connected, its mail kept for reading and searching.
ALTER TABLE account ADD COLUMN detached_at INTEGER;

-- The server's own number for a message that is one in all its mailboxes: EMAILID (RFC 8474), or X-GM-MSGID.
ALTER TABLE message_place ADD COLUMN email_id TEXT;
-- We moved it there out of the inbox, when its conversation was done: it goes back when that is taken back.
ALTER TABLE message_place ADD COLUMN from_inbox INTEGER NOT NULL DEFAULT 0;
CREATE INDEX message_place_email_id ON message_place (email_id) WHERE email_id IS NOT NULL;

-- How many messages the server said it has when it was last asked, and when that was.
ALTER TABLE mailbox ADD COLUMN server_count INTEGER;
ALTER TABLE mailbox ADD COLUMN looked_at INTEGER;
-- How many of them were left there as older than the account's window of history, and the window this was counted under.
ALTER TABLE mailbox ADD COLUMN older_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mailbox ADD COLUMN window_from INTEGER NOT NULL DEFAULT 0;
-- Few, and asked for in every pass: what may turn up in another mailbox, and what may be had now after all.
CREATE INDEX message_gone ON message (account_id) WHERE is_gone = 1;
CREATE INDEX message_not_fetched ON message (id) WHERE note = 'not-fetched';

-- A CHECK cannot be widened in place.
CREATE TABLE server_action_wider (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('mark-answered', 'mark-seen', 'mark-unseen', 'archive', 'unarchive')),
  created_at INTEGER NOT NULL,
  -- One message may lie in two accounts.
  UNIQUE (message_id, kind, account_id)
) STRICT;
INSERT INTO server_action_wider (id, account_id, message_id, kind, created_at)
  SELECT id, account_id, message_id, kind, created_at FROM server_action;
DROP TABLE server_action;
ALTER TABLE server_action_wider RENAME TO server_action;

-- Of erased persons: keyed digests of their messages, and where those lie on the server still. They are not fetched again.
CREATE TABLE erased_message (digest BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE erased_place (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox(id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  PRIMARY KEY (mailbox_id, uid)
) STRICT, WITHOUT ROWID;

-- What the owner had decided before he answered, so that taking the answer back restores it.
ALTER TABLE delivery ADD COLUMN decisions_before TEXT;
-- Where in Sent the copy lies that we put there, as long as the server may still file one of its own beside it.
ALTER TABLE delivery ADD COLUMN copy_place TEXT;

-- What was learned of an account's servers by using them. A row that is not there: nothing yet.
CREATE TABLE server_habit (
  account_id TEXT PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE,
  -- The largest message the outgoing server takes (RFC 1870). NULL: it does not say.
  max_bytes INTEGER,
  -- Who puts a copy of what was sent into Sent. NULL: not seen yet.
  files_sent TEXT CHECK (files_sent IN ('server', 'client'))
) STRICT, WITHOUT ROWID;

-- "is:unread" is asked of few messages among many.
CREATE INDEX message_unread ON message (id) WHERE is_seen = 0 AND direction = 'in';
-- The index now holds numbers in closed form and marks (engine/search/indexed-words.ts): it is filled anew while the desk is at
-- rest, and search says how far that is.
INSERT INTO message_fts (message_fts) VALUES ('delete-all');

-- After every look at the server it is asked how many messages an account has, and whether any of them is gone: without this all
-- rows are read for it, 46 ms at 50,000 messages.
CREATE INDEX message_of_account ON message (account_id, is_gone);
`;
