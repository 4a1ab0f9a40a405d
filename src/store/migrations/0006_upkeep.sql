-- What keeps the directory right: what people say is wrong, the editors' own entries, and entries that editors hide.
-- A note says nothing of who sent it.
CREATE TABLE service_note (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  service_id   TEXT NOT NULL,
  service_name TEXT NOT NULL,
  note         TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT;

-- Services of organisations without a feed, as whole records of Open Referral UK. They are published as the feed
-- "handrail", in the tables of all the others. `revision` guards one editor's changes from another's.
CREATE TABLE own_service (
  id         TEXT PRIMARY KEY,
  revision   INTEGER NOT NULL,
  document   TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- Entries of feeds that are wrong. They stay out of sight whenever the feed is read again.
CREATE TABLE hidden_service (
  id        TEXT PRIMARY KEY,
  name      TEXT NOT NULL,
  hidden_at INTEGER NOT NULL
) STRICT;
