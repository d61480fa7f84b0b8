// What writing well is made of: drafts that are more than an answer in plain words, people behind several addresses, saved replies
// with files, and what the owner said about pictures from afar.
export const writingAndPeople = `
-- What the owner is writing: an answer in a conversation (at most one), something passed on, or a new mail.
CREATE TABLE draft_wider (
  -- Never given twice: an undo that comes late must not bring back another.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('answer', 'forward', 'new')),
  -- The conversation it stands in; NULL for a new mail.
  conversation_id INTEGER REFERENCES conversation(id) ON DELETE CASCADE,
  -- The message that it answers, where the owner chose one, or passes on.
  message_id INTEGER REFERENCES message(id) ON DELETE SET NULL,
  account_id TEXT REFERENCES account(id) ON DELETE SET NULL,
  -- The own address it leaves from; NULL: the one the customer wrote to.
  sender TEXT,
  -- JSON {to, cc, bcc}; NULL: as an answer is addressed by itself.
  recipients TEXT,
  -- NULL: as an answer is called by itself.
  subject TEXT,
  -- Plain text; with html its other form, else all of it.
  text TEXT NOT NULL,
  html TEXT,
  -- JSON: ids of the saved replies in it, so that their use is counted.
  canned TEXT NOT NULL DEFAULT '[]',
  saved_at INTEGER NOT NULL,
  -- Thrown away by the owner, who may think better of it.
  discarded_at INTEGER,
  -- Its letter waits in the outbox: taken back, it is written on.
  delivery_id INTEGER REFERENCES delivery(id) ON DELETE CASCADE,
  -- The copy among the server's drafts: the Message-ID it bears, in which account, and up to which saved_at it is the same.
  server_message_id TEXT,
  server_account TEXT,
  server_saved_at INTEGER
) STRICT;
INSERT INTO draft_wider (kind, conversation_id, text, saved_at)
  SELECT 'answer', conversation_id, text, saved_at FROM draft ORDER BY conversation_id;
DROP TABLE draft;
ALTER TABLE draft_wider RENAME TO draft;
CREATE UNIQUE INDEX draft_answer ON draft (conversation_id)
  WHERE kind = 'answer' AND discarded_at IS NULL AND delivery_id IS NULL;
CREATE INDEX draft_of_conversation ON draft (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX draft_of_delivery ON draft (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX draft_of_message ON draft (message_id) WHERE message_id IS NOT NULL;

-- The message that a letter passes on.
ALTER TABLE delivery ADD COLUMN passes_on INTEGER REFERENCES message(id) ON DELETE SET NULL;
CREATE INDEX delivery_passes_on ON delivery (passes_on) WHERE passes_on IS NOT NULL;

-- Copies that have still to be taken out there: of drafts that were sent, thrown away, or went with their conversation.
CREATE TABLE server_draft_gone (
  message_id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER draft_leaves_server AFTER DELETE ON draft WHEN OLD.server_message_id IS NOT NULL BEGIN
  INSERT OR IGNORE INTO server_draft_gone (message_id, account_id) VALUES (OLD.server_message_id, OLD.server_account);
END;

-- Files of a draft, pictures within its text too (content_id).
CREATE TABLE draft_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  draft_id INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content_id TEXT,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX file_of_draft ON draft_file (draft_id, position);

-- What a signature was below every letter is the one for all addresses and languages now.
INSERT INTO setting (key, value)
  SELECT 'signatures', json_array(json_object('address', NULL, 'language', NULL, 'text', json_extract(value, '$.signature')))
  FROM setting WHERE key = 'me' AND json_valid(value) AND trim(COALESCE(json_extract(value, '$.signature'), '')) <> '';
UPDATE setting SET value = json_remove(value, '$.signature') WHERE key = 'me' AND json_valid(value);

-- A person or firm that the owner said more about than mail does. Who has no row is known by his address alone.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- '': as his letters name him.
  name TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  -- In which he is written to; NULL: as he writes.
  language TEXT,
  note TEXT NOT NULL DEFAULT '',
  -- JSON: names; and [{name, value}].
  tags TEXT NOT NULL DEFAULT '[]',
  fields TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE contact_handle (
  -- Lower case: a mail address, a telephone number as tel:+31..., or what a network calls him.
  address TEXT PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact(id) ON DELETE CASCADE,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX handle_of_contact ON contact_handle (contact_id, position);
-- Joined by the owner, and how it was before (JSON), so that it can be taken apart again. 'refused': not the same, never proposed again.
CREATE TABLE contact_merge (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The two that were proposed, lower case, in order.
  one TEXT NOT NULL,
  other TEXT NOT NULL,
  said TEXT NOT NULL CHECK (said IN ('same', 'refused')),
  before TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (one, other)
) STRICT;

-- Senders whose pictures from afar are always fetched: addresses, lower case.
CREATE TABLE remote_sender (
  sender TEXT PRIMARY KEY,
  allowed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE canned_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  canned_id INTEGER NOT NULL REFERENCES canned_reply(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX file_of_canned ON canned_file (canned_id, position);
-- Thrown away by the owner, who may think better of it; its code has '~' and its id behind it, so that the code is free.
ALTER TABLE canned_reply ADD COLUMN removed_at INTEGER;
-- Which message of a customer was answered with it, once its words were learned: so that they can be unlearned.
CREATE TABLE canned_use (
  canned_id INTEGER NOT NULL REFERENCES canned_reply(id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  PRIMARY KEY (canned_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX canned_use_of_message ON canned_use (message_id);
-- How often which word stood in a message that the owner answered with which saved reply. '' counts the answers.
CREATE TABLE canned_word (
  canned_id INTEGER NOT NULL REFERENCES canned_reply(id) ON DELETE CASCADE,
  word TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (word, canned_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX canned_word_of_reply ON canned_word (canned_id);
-- Own answers that are alike, and were found to be: what the owner said of making one saved reply of them.
CREATE TABLE canned_proposal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- A digest of the words they share.
  likeness TEXT NOT NULL UNIQUE,
  -- JSON: ids of the own messages.
  messages TEXT NOT NULL,
  -- With fields for what differs; '' once it was answered.
  text TEXT NOT NULL,
  language TEXT,
  said TEXT CHECK (said IN ('saved', 'refused')),
  found_at INTEGER NOT NULL
) STRICT;

-- A CHECK cannot be widened in place.
CREATE TABLE server_action_trash (
  id INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account(id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message(id) ON DELETE CASCADE,
  kind TEXT NOT NULL
    CHECK (kind IN ('mark-answered', 'mark-seen', 'mark-unseen', 'archive', 'unarchive', 'trash', 'untrash')),
  created_at INTEGER NOT NULL,
  UNIQUE (message_id, kind, account_id)
) STRICT;
INSERT INTO server_action_trash (id, account_id, message_id, kind, created_at)
  SELECT id, account_id, message_id, kind, created_at FROM server_action;
DROP TABLE server_action;
ALTER TABLE server_action_trash RENAME TO server_action;
-- Of what we moved to the trash: where it lay, so that it goes back there.
ALTER TABLE message_place ADD COLUMN came_from INTEGER REFERENCES mailbox(id) ON DELETE SET NULL;
CREATE INDEX place_came_from ON message_place (came_from) WHERE came_from IS NOT NULL;

-- Invitations and answers to them by their marks alone: which mail is the newest word about an event, and what the owner said.
CREATE TABLE invitation (
  message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE,
  -- A digest of the event's UID and its organiser.
  event TEXT NOT NULL,
  -- Which one of a series; '' for all of it.
  recurrence TEXT NOT NULL,
  method TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  stamp INTEGER,
  -- Of an answer: yes, no or maybe.
  said TEXT
) STRICT;
CREATE INDEX invitation_event ON invitation (event);

-- Thrown away by the owner; shown nowhere, and gone for good after a month.
ALTER TABLE conversation ADD COLUMN deleted_at INTEGER;
CREATE INDEX conversation_deleted ON conversation (deleted_at) WHERE deleted_at IS NOT NULL;
`;
