-- One assessment, its append-only answers, and where it stands (a cache that replay can always make again).
CREATE TABLE assessment (
  id          TEXT PRIMARY KEY,
  resume_code TEXT NOT NULL UNIQUE,
  pack        TEXT NOT NULL,
  locale      TEXT NOT NULL,
  channel     TEXT NOT NULL,
  version     TEXT NOT NULL,
  begun_at    INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX assessment_expiry ON assessment (expires_at);

CREATE TABLE answer (
  assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE CASCADE,
  seq           INTEGER NOT NULL,
  question      TEXT,
  value         TEXT NOT NULL,
  kind          TEXT NOT NULL CHECK (kind IN ('answer', 'change', 'finish', 'continue')),
  source        TEXT NOT NULL,
  source_id     TEXT,
  at            INTEGER NOT NULL,
  PRIMARY KEY (assessment_id, seq),
  UNIQUE (assessment_id, source, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
  assessment_id TEXT PRIMARY KEY REFERENCES assessment (id) ON DELETE CASCADE,
  seq           INTEGER NOT NULL,
  version       TEXT NOT NULL,
  state         TEXT NOT NULL,
  minute        INTEGER NOT NULL,
  in_minute     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The content that assessments are pinned to, by the hash of what it says.
CREATE TABLE library (
  version  TEXT PRIMARY KEY,
  contents TEXT NOT NULL,
  kept_at  INTEGER NOT NULL
) STRICT;

-- Counts only: what happened, never to whom.
CREATE TABLE usage (
  day     TEXT NOT NULL,
  pack    TEXT NOT NULL,
  channel TEXT NOT NULL,
  event   TEXT NOT NULL,
  subject TEXT NOT NULL,
  n       INTEGER NOT NULL,
  PRIMARY KEY (day, pack, channel, event, subject)
) STRICT, WITHOUT ROWID;

-- Today's key for the hashes below; yesterday's is deleted, and with it any way back to an address.
CREATE TABLE day_key (
  day TEXT PRIMARY KEY,
  key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Tries within a window of time, by a keyed hash that changes every day. No address is kept.
CREATE TABLE attempt (
  bucket  TEXT PRIMARY KEY,
  n       INTEGER NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
