-- Services, named as Open Referral UK 3.0 names them. A feed is read into an edition of its own; the feed's row names
-- the one that is live, so that a new copy takes the old one's place in one write or not at all.
CREATE TABLE feed (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  source        TEXT NOT NULL,
  areas         TEXT NOT NULL DEFAULT '[]',
  edition       INTEGER,
  services      INTEGER NOT NULL DEFAULT 0,
  imported_at   INTEGER,
  checked_at    INTEGER,
  etag          TEXT,
  last_modified TEXT,
  content_hash  TEXT,
  fault         TEXT,
  report        TEXT
) STRICT;

CREATE TABLE edition (
  number   INTEGER PRIMARY KEY AUTOINCREMENT,
  feed     TEXT NOT NULL,
  begun_at INTEGER NOT NULL
) STRICT;

-- `document` is the whole record as JSON, in the standard's names; the columns beside it are what is looked up.
CREATE TABLE organization (
  edition  INTEGER NOT NULL,
  id       TEXT NOT NULL,
  name     TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (id, edition)
) STRICT;

-- `number` is edition * 2^20 + n. `points` are [latitude, longitude] pairs, `areas` the ONS codes that are served.
CREATE TABLE service (
  number          INTEGER PRIMARY KEY,
  edition         INTEGER NOT NULL,
  id              TEXT NOT NULL,
  organization_id TEXT,
  name            TEXT NOT NULL,
  status          TEXT NOT NULL,
  minimum_age     REAL,
  maximum_age     REAL,
  assured_date    TEXT,
  last_modified   TEXT,
  points          TEXT NOT NULL,
  areas           TEXT NOT NULL,
  twin            INTEGER NOT NULL DEFAULT 0,
  list_hash       TEXT,
  document        TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX service_id ON service (id, edition);
CREATE INDEX service_organization ON service (organization_id);

CREATE TABLE location (
  edition       INTEGER NOT NULL,
  id            TEXT NOT NULL,
  location_type TEXT NOT NULL,
  latitude      REAL,
  longitude     REAL,
  outward       TEXT,
  document      TEXT NOT NULL,
  PRIMARY KEY (id, edition)
) STRICT;
CREATE INDEX location_outward ON location (outward) WHERE outward IS NOT NULL;

-- `number` is service * 2^8 + n; `cell` is the square of the grid in src/directory/grid.ts that the location lies in.
CREATE TABLE service_at_location (
  number      INTEGER PRIMARY KEY,
  edition     INTEGER NOT NULL,
  id          TEXT NOT NULL,
  service     INTEGER NOT NULL,
  location_id TEXT NOT NULL,
  cell        INTEGER,
  document    TEXT NOT NULL
) STRICT;
CREATE INDEX service_at_location_id ON service_at_location (id);
CREATE INDEX service_at_location_cell ON service_at_location (cell);

-- `days` has bit 0 for Monday to bit 6 for Sunday; times are minutes after midnight.
CREATE TABLE schedule (
  edition   INTEGER NOT NULL,
  service   INTEGER NOT NULL,
  days      INTEGER NOT NULL,
  opens_at  INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  PRIMARY KEY (service, days, opens_at, closes_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE taxonomy (
  edition  INTEGER NOT NULL,
  id       TEXT NOT NULL,
  name     TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (id, edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE taxonomy_term (
  edition     INTEGER NOT NULL,
  id          TEXT NOT NULL,
  name        TEXT NOT NULL,
  taxonomy_id TEXT NOT NULL,
  parent_id   TEXT,
  document    TEXT NOT NULL,
  PRIMARY KEY (id, edition)
) STRICT, WITHOUT ROWID;
CREATE INDEX taxonomy_term_list ON taxonomy_term (taxonomy_id);

CREATE TABLE attribute (
  taxonomy_term_id TEXT NOT NULL,
  service          INTEGER NOT NULL,
  edition          INTEGER NOT NULL,
  PRIMARY KEY (taxonomy_term_id, service)
) STRICT, WITHOUT ROWID;

-- What is searched, by service.number. `terms` and `place` hold made-up words (src/directory/tokens.ts), so that need,
-- place and words are found in one look. Without content: the text stands in service.document already.
CREATE VIRTUAL TABLE service_search USING fts5(
  name, description, keywords, terms, place,
  content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2'
);
