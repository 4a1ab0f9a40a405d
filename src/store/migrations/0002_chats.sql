-- A Telegram chat while its assessment lives: which message is edited in place, and what is ticked but not yet sent.
-- The handle stands on the chat's buttons; it is random, so that nobody can make one up.
CREATE TABLE chat (
  chat_id       INTEGER PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  handle        TEXT NOT NULL,
  message_id    INTEGER,
  locale        TEXT NOT NULL,
  draft         TEXT
) STRICT;
CREATE INDEX chat_assessment ON chat (assessment_id);

-- One wished question, two weeks on: did it help? It knows nothing of the answers, so it may outlive the assessment.
CREATE TABLE follow_up (
  chat_id INTEGER PRIMARY KEY,
  handle  TEXT NOT NULL,
  pack    TEXT NOT NULL,
  locale  TEXT NOT NULL,
  due_at  INTEGER NOT NULL,
  sent_at INTEGER,
  ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due_at);

-- A way from one channel to another that works once, for some minutes. Only a hash of its code is kept.
CREATE TABLE move (
  code_hash     TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  towards       TEXT NOT NULL CHECK (towards IN ('web', 'telegram')),
  ends_at       INTEGER NOT NULL,
  used_by       TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX move_assessment ON move (assessment_id);
CREATE INDEX move_end ON move (ends_at);
