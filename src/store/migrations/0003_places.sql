-- Where a postcode lies: one edition of the postcode directory, and for a moment, while it is loaded, the next beside it.
CREATE TABLE place_edition (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,
  made_at   INTEGER NOT NULL,
  postcodes INTEGER NOT NULL,
  live      INTEGER NOT NULL DEFAULT 0 CHECK (live IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX place_live ON place_edition (live) WHERE live = 1;

-- The postcodes of one sector ("PR7 1"), packed: see src/directory/packing.ts.
CREATE TABLE place_sector (
  id      INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES place_edition (id) ON DELETE CASCADE,
  sector  TEXT NOT NULL,
  packed  BLOB NOT NULL,
  UNIQUE (edition, sector)
) STRICT;

-- The first half of postcodes: how many there are, their middle, and as JSON [[district, upper-tier council, how many]].
CREATE TABLE place_outward (
  edition   INTEGER NOT NULL REFERENCES place_edition (id) ON DELETE CASCADE,
  outward   TEXT NOT NULL,
  postcodes INTEGER NOT NULL,
  lat       REAL,
  lon       REAL,
  areas     TEXT NOT NULL,
  PRIMARY KEY (edition, outward)
) STRICT, WITHOUT ROWID;

-- Wards, with the middle of their postcodes. The name is missing where no list of names was given.
CREATE TABLE place_ward (
  edition   INTEGER NOT NULL REFERENCES place_edition (id) ON DELETE CASCADE,
  ward      TEXT NOT NULL,
  name      TEXT,
  district  TEXT NOT NULL,
  area      TEXT NOT NULL,
  icb       TEXT,
  postcodes INTEGER NOT NULL,
  lat       REAL,
  lon       REAL,
  PRIMARY KEY (edition, ward)
) STRICT, WITHOUT ROWID;

-- Names that came with the directory, of districts, councils and care boards.
CREATE TABLE place_name (
  edition INTEGER NOT NULL REFERENCES place_edition (id) ON DELETE CASCADE,
  code    TEXT NOT NULL,
  name    TEXT NOT NULL,
  PRIMARY KEY (edition, code)
) STRICT, WITHOUT ROWID;
