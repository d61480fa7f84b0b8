// The first schema. A migration never changes once released; a later one builds on it.
//
// message.id is made from the moment of arrival (see message-ids.ts), not from the order of insertion: a first sync runs newest
// first, and search reads the full-text index newest first by row id without a sort.
export const firstDesk = `
CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  connector TEXT NOT NULL CHECK (connector IN ('email', 'demo')),
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
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Own addresses, lower case: what makes a message ours, and what is never answered.
CREATE TABLE account_address (
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  PRIMARY KEY (account_id, address)
) STRICT, WITHOUT ROWID;

CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  role TEXT CHECK (role IN ('inbox', 'sent', 'drafts', 'archive', 'junk', 'trash', 'all')),
  is_synced INTEGER NOT NULL DEFAULT 0,
  uid_validity TEXT,
  uid_next INTEGER,
  -- RFC 7162 mod-sequence as text: above 2^53 a number would lose digits. NULL or '0': not supported.
  highest_modseq TEXT,
  last_full_check_at INTEGER,
  UNIQUE (account_id, path)
) STRICT;

-- Messages the server would not or could not hand over; tried again a limited number of times, never for ever.
CREATE TABLE uid_trouble (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox(id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  code TEXT NOT NULL,
  next_try_at INTEGER NOT NULL,
  PRIMARY KEY (mailbox_id, uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
  -- Never given twice: a window that still shows one that was merged away must not act on another.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  channel TEXT NOT NULL,
  subject TEXT NOT NULL,
  base_subject TEXT NOT NULL,
  customer_name TEXT NOT NULL,
  customer_address TEXT NOT NULL,
  language TEXT,
  preview TEXT NOT NULL DEFAULT '',
  message_count INTEGER NOT NULL DEFAULT 0,
  unread_count INTEGER NOT NULL DEFAULT 0,
  has_attachments INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  -- decided by the owner
  done_at INTEGER,
  done_because TEXT,
  snoozed_until INTEGER,
  reply_by_hand INTEGER,
  -- Messages up to this instant were dealt with in another way (by phone, "no answer needed"): the clock starts after it.
  settled_until INTEGER,
  sorted_as TEXT CHECK (sorted_as IN ('queue', 'fyi')),
  -- computed from the messages and the decisions (engine/queue/settle.ts); may be thrown away and made again
  turn TEXT NOT NULL DEFAULT 'nobody' CHECK (turn IN ('ours', 'theirs', 'nobody')),
  is_fyi INTEGER NOT NULL DEFAULT 0,
  waiting_since INTEGER,
  reply_by INTEGER,
  reply_by_from TEXT,
  warn_at INTEGER,
  -- Working minutes used under office hours that were in force until this instant: an edit of the hours never gives them back.
  used_until INTEGER,
  used_minutes INTEGER NOT NULL DEFAULT 0,
  factors TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX conversation_open ON conversation (reply_by) WHERE turn = 'ours' AND done_at IS NULL;
CREATE INDEX conversation_warn ON conversation (warn_at) WHERE turn = 'ours' AND done_at IS NULL AND warn_at IS NOT NULL;
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX conversation_done ON conversation (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX conversation_subject ON conversation (base_subject, customer_address);
CREATE INDEX conversation_customer ON conversation (customer_address, started_at);

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Message-ID header without angle brackets; may be absent, and may be shared by different messages.
  message_id TEXT,
  -- What tells that two copies are the same message: see engine/ingest/identity.ts.
  identity TEXT NOT NULL,
  subject TEXT NOT NULL,
  from_name TEXT NOT NULL,
  from_address TEXT NOT NULL,
  -- The instant the server took it in (INTERNALDATE); never the sender's Date header.
  at INTEGER NOT NULL,
  header_date INTEGER,
  size INTEGER NOT NULL,
  preview TEXT NOT NULL,
  signals TEXT NOT NULL,
  note TEXT,
  is_history INTEGER NOT NULL DEFAULT 0,
  is_seen INTEGER NOT NULL DEFAULT 0,
  is_answered INTEGER NOT NULL DEFAULT 0,
  is_gone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX message_of_conversation ON message (conversation_id, at);
CREATE INDEX message_by_message_id ON message (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX message_by_identity ON message (identity) WHERE message_id IS NULL;

-- Bodies apart from the rows that lists read. Compressed with zstd.
CREATE TABLE message_body (
  message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE,
  text_z BLOB NOT NULL,
  html_z BLOB,
  headers_z BLOB NOT NULL
) STRICT;

CREATE TABLE message_person (
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('to', 'cc', 'bcc', 'reply-to')),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  PRIMARY KEY (message_id, role, position)
) STRICT, WITHOUT ROWID;

-- Every Message-ID that a message refers to (References, In-Reply-To): how a later arrival of the parent finds its children.
CREATE TABLE message_reference (
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  referenced TEXT NOT NULL,
  PRIMARY KEY (referenced, message_id)
) STRICT, WITHOUT ROWID;
-- Without it, removing one message looks through all references.
CREATE INDEX message_reference_of ON message_reference (message_id);

-- Where copies of a message lie on the server. Valid only under the mailbox's present UIDVALIDITY.
CREATE TABLE message_place (
  mailbox_id INTEGER NOT NULL REFERENCES mailbox(id) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  flags TEXT NOT NULL,
  PRIMARY KEY (mailbox_id, uid)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_place_of ON message_place (message_id);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- IMAP body section ("2.1"), to fetch it when it is wanted.
  part TEXT NOT NULL,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content_id TEXT,
  is_inline INTEGER NOT NULL,
  content BLOB
) STRICT;
CREATE INDEX attachment_of_message ON attachment (message_id, position);

CREATE VIRTUAL TABLE message_fts USING fts5 (
  subject, sender, recipients, body, attachments,
  content = '', contentless_delete = 1,
  -- Beginnings of two and three letters stand for thousands of words: without their own index such a search takes 30 to 80 ms at
  -- 50,000 messages. It costs 4 % of the time of ingest and a third of the file's size (measured).
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- Every commit adds a segment. Joining them by eight instead of four costs a first sync a tenth less, and search stays as quick
-- (measured; by sixteen it does not).
INSERT INTO message_fts (message_fts, rank) VALUES ('automerge', 8);

-- A contentless index follows no foreign key: without this, rows of a removed account would still be found.
CREATE TRIGGER message_leaves_full_text AFTER DELETE ON message BEGIN
  DELETE FROM message_fts WHERE rowid = old.id;
END;

CREATE TABLE contact_mark (
  address TEXT PRIMARY KEY,
  is_vip INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  conversation_id INTEGER PRIMARY KEY REFERENCES conversation(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- The outbox. Each state is committed before the step that it names is taken.
CREATE TABLE delivery (
  -- Never given twice: an undo that comes late must not take back another.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  -- The row of the message in the conversation.
  message_row_id INTEGER NOT NULL REFERENCES message(id),
  -- One for all attempts.
  message_id TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipients TEXT NOT NULL,
  -- Recipients that already have it; a second attempt leaves them out.
  accepted TEXT NOT NULL DEFAULT '[]',
  refused TEXT NOT NULL DEFAULT '[]',
  -- The exact bytes, frozen when queued.
  raw BLOB NOT NULL,
  -- What the owner typed, for taking back.
  text TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'unknown')),
  -- Within 'sending': true from just before the first byte of the body may leave.
  body_started INTEGER NOT NULL DEFAULT 0,
  leaves_at INTEGER NOT NULL,
  -- The moment the owner chose ("send later"), or NULL; such an answer is held back when the customer writes first.
  send_at INTEGER,
  undo_until INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When the next step is due, whatever it is: an attempt, a look in Sent, filing the copy. NULL: waits for the owner.
  next_attempt_at INTEGER,
  -- How often Sent was searched for it while unknown.
  lookups INTEGER NOT NULL DEFAULT 0,
  error TEXT,
  filed TEXT NOT NULL DEFAULT 'pending' CHECK (filed IN ('pending', 'done', 'by-server', 'failed')),
  filed_tries INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;
CREATE INDEX delivery_due ON delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX delivery_of_message ON delivery (message_row_id);
CREATE INDEX delivery_of_conversation ON delivery (conversation_id);

-- Flags to set on the server once it can be reached, such as \\Answered after our reply.
CREATE TABLE server_action (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('mark-answered', 'mark-seen')),
  created_at INTEGER NOT NULL,
  UNIQUE (message_id, kind)
) STRICT;

CREATE TABLE canned_reply (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  tags TEXT NOT NULL,
  texts TEXT NOT NULL,
  used_count INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER
) STRICT;

-- Notifications that were given: nothing fires twice, not after a restart either.
CREATE TABLE reminder_given (
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  threshold TEXT NOT NULL CHECK (threshold IN ('warning', 'overdue', 'woken')),
  due_at INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, threshold, due_at)
) STRICT, WITHOUT ROWID;
`;
