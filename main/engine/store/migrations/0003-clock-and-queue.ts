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

-- The watch on an answer of ours that asks for one back. Decided by the owner, for the message that stood last at follow_up_for:
-- NULL in follow_up_hand is "no watch". Computed: follow_up_at.
ALTER TABLE conversation ADD COLUMN follow_up_for INTEGER;
ALTER TABLE conversation ADD COLUMN follow_up_hand INTEGER;
ALTER TABLE conversation ADD COLUMN follow_up_at INTEGER;
CREATE INDEX conversation_follow_up ON conversation (follow_up_at) WHERE follow_up_at IS NOT NULL;

CREATE TABLE reminder_given_wider (
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  threshold TEXT NOT NULL CHECK (threshold IN ('warning', 'overdue', 'woken', 'follow-up')),
  due_at INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (conversation_id, threshold, due_at)
) STRICT, WITHOUT ROWID;
INSERT INTO reminder_given_wider (conversation_id, threshold, due_at, given_at)
  SELECT conversation_id, threshold, due_at, given_at FROM reminder_given;
DROP TABLE reminder_given;
ALTER TABLE reminder_given_wider RENAME TO reminder_given;

-- When the owner takes a conversation in hand, and up to which message he knew when he said so.
ALTER TABLE conversation ADD COLUMN planned_at INTEGER;
ALTER TABLE conversation ADD COLUMN planned_seen_until INTEGER;
CREATE INDEX conversation_planned ON conversation (planned_at) WHERE planned_at IS NOT NULL;

-- The evening review of one working day ("YYYY-MM-DD"). What was decided stands with each conversation; here stands what the
-- review is made of, so that it goes on where it was, whatever ended it.
CREATE TABLE evening (
  day TEXT PRIMARY KEY,
  begun_at INTEGER NOT NULL,
  -- The owner closed the day.
  closed_at INTEGER,
  -- He saw the plan of the working day after it.
  plan_seen_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE evening_item (
  day TEXT NOT NULL REFERENCES evening(day) ON DELETE CASCADE,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  joined_at INTEGER NOT NULL,
  skipped_at INTEGER,
  decided_at INTEGER,
  -- The decisions as they were, as JSON: what taking it back restores.
  before TEXT,
  PRIMARY KEY (day, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evening_item_of_conversation ON evening_item (conversation_id);

-- What the owner was reminded of and why, for a month: "why did I get this".
CREATE TABLE reminder_log (
  id INTEGER PRIMARY KEY,
  -- What was told together; bundle_size counts all of it, of which the first few have a row.
  bundle INTEGER NOT NULL,
  bundle_size INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  threshold TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  -- As the clock stood then.
  reply_by INTEGER,
  reply_by_from TEXT,
  working_minutes INTEGER,
  held TEXT CHECK (held IN ('closed', 'paused', 'away')),
  is_shown INTEGER NOT NULL
) STRICT;
CREATE INDEX reminder_log_bundle ON reminder_log (bundle);
CREATE INDEX reminder_log_conversation ON reminder_log (conversation_id);

-- Promises made up to this instant went with what the owner put away then.
ALTER TABLE conversation ADD COLUMN promises_until INTEGER;

-- What was promised to a customer, and by when. The owner's word on it is in said; state and closed_* are computed from that and
-- from the answers after it (domain/commitment/standing.ts), and may be made again.
CREATE TABLE commitment (
  -- Never given twice: an undo that comes late must not bring back another.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
  -- The own message that it stands in, and which of its promises it is. NULL: written down by hand.
  message_id INTEGER REFERENCES message(id) ON DELETE CASCADE,
  nth INTEGER NOT NULL,
  words TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  -- Its message says nothing else.
  is_whole_answer INTEGER NOT NULL,
  said TEXT NOT NULL CHECK (said IN ('nothing', 'watch', 'kept', 'dropped')),
  said_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'open', 'kept', 'moved', 'dropped', 'lapsed')),
  closed_because TEXT,
  closed_at INTEGER,
  closed_by INTEGER REFERENCES message(id) ON DELETE SET NULL
) STRICT;
CREATE UNIQUE INDEX commitment_of_message ON commitment (message_id, nth) WHERE message_id IS NOT NULL;
CREATE INDEX commitment_of_conversation ON commitment (conversation_id);
CREATE INDEX commitment_in_state ON commitment (state, due_at);
CREATE INDEX commitment_closed_by ON commitment (closed_by) WHERE closed_by IS NOT NULL;
-- Words that the owner turned down before are a line of his letters, and no promise.
CREATE INDEX commitment_turned_down ON commitment (words) WHERE said = 'dropped';

-- Mail that stands for something else: a network's message, a form, a voicemail; and how far that is believed.
CREATE TABLE message_source (
  message_id INTEGER PRIMARY KEY REFERENCES message(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  standing TEXT NOT NULL,
  -- A digest of the network's own key of the thread; NULL where it is not believed, or has none.
  thread TEXT
) STRICT;
CREATE INDEX message_source_thread ON message_source (thread) WHERE thread IS NOT NULL;
CREATE INDEX message_source_standing ON message_source (standing, message_id);

-- The owner's own word: mails from this sender are messages by somebody else.
CREATE TABLE source_rule (
  id INTEGER PRIMARY KEY,
  -- An address, or '@' and a domain; lower case.
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  channel TEXT NOT NULL,
  person_from TEXT NOT NULL CHECK (person_from IN ('as-read', 'reply-to', 'field')),
  field TEXT NOT NULL,
  -- 1: holds only for mail that the owner's own mail server vouches for.
  is_proven INTEGER NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;

-- What was decided about acknowledging each message that asked for it: at most one row a message, written in the transaction that
-- queues the acknowledgement. Rows outlive their message, for whoever had one today gets no second one.
CREATE TABLE acknowledgement (
  id INTEGER PRIMARY KEY,
  message_id INTEGER UNIQUE REFERENCES message(id) ON DELETE SET NULL,
  conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
  -- Lower case, without what stands behind a plus.
  person TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'dry-run', 'refused')),
  refusal TEXT,
  language TEXT,
  situation TEXT,
  text TEXT NOT NULL,
  -- The moment it named.
  stated_at INTEGER,
  -- Our own message; NULL when it was taken back before it left.
  reply_id INTEGER REFERENCES message(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX acknowledgement_of_person ON acknowledgement (person, at);
CREATE INDEX acknowledgement_at ON acknowledgement (at);
CREATE INDEX acknowledgement_of_conversation ON acknowledgement (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX acknowledgement_reply ON acknowledgement (reply_id) WHERE reply_id IS NOT NULL;

-- What the owner did with messages, as far as the desk learns from it.
CREATE TABLE lesson (
  id INTEGER PRIMARY KEY,
  conversation_id INTEGER REFERENCES conversation(id) ON DELETE SET NULL,
  -- Lower case.
  sender TEXT NOT NULL,
  deed TEXT NOT NULL CHECK (deed IN ('apart', 'back', 'no-answer', 'answered')),
  -- JSON: names of the signs that stood in the message. None of its words.
  signs TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX lesson_of_conversation ON lesson (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX lesson_of_sender ON lesson (sender);
`;
