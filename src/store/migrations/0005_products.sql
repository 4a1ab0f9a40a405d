-- What suppliers sell, by type of equipment. Each import writes an edition of its own, and one small batch makes it the
-- one that is shown: readers see the whole of the old or the whole of the new.
CREATE TABLE supplier (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL,
  -- Invented, to try the pages with: each of its products says so.
  demo        INTEGER NOT NULL CHECK (demo IN (0, 1)),
  -- The import that is shown: its time in milliseconds.
  edition     INTEGER NOT NULL,
  products    INTEGER NOT NULL CHECK (products > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE product (
  supplier         TEXT NOT NULL,
  edition          INTEGER NOT NULL,
  -- The supplier's own number for it.
  sku              TEXT NOT NULL,
  -- Stays the same from import to import: a hash of supplier and sku.
  id               TEXT NOT NULL,
  type             TEXT NOT NULL,
  name             TEXT NOT NULL,
  -- Pence, VAT in it; and what a person pays who need not pay VAT.
  price            INTEGER NOT NULL CHECK (price > 0),
  vat_relief_price INTEGER CHECK (vat_relief_price > 0 AND vat_relief_price <= price),
  stock            TEXT NOT NULL CHECK (stock IN ('in', 'order', 'unknown', 'out')),
  -- 0 in stock, 1 not: what is sorted by first.
  waiting          INTEGER NOT NULL CHECK (waiting IN (0, 1)),
  -- Greatest user weight, kg.
  weight_limit     REAL CHECK (weight_limit > 0),
  -- The size that is chosen by, from the lowest setting to the highest, cm.
  size_from        REAL,
  size_to          REAL CHECK (size_to >= size_from),
  -- Overall, cm.
  length           REAL,
  width            REAL,
  height           REAL,
  link             TEXT NOT NULL CHECK (link LIKE 'https://%'),
  picture          TEXT,
  PRIMARY KEY (supplier, edition, sku)
) STRICT, WITHOUT ROWID;

CREATE INDEX product_id ON product (id);
CREATE INDEX product_listed ON product (type, waiting, price, name, id);
