-- The log of answers, packed: each row names its assessment by a short number, and kind and source by their place in the
-- lists of src/assessment/log.ts. The id stays the secret and stands once. `answer` reads as it did before, in words.
ALTER TABLE assessment ADD COLUMN key INTEGER;
UPDATE assessment SET key = rowid;
CREATE UNIQUE INDEX assessment_key ON assessment (key);

CREATE TABLE entry (
  assessment INTEGER NOT NULL REFERENCES assessment (key) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,
  question   TEXT,
  value      TEXT NOT NULL,
  kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  source     INTEGER NOT NULL CHECK (source BETWEEN 0 AND 5),
  source_id  ANY,
  at         INTEGER NOT NULL,
  PRIMARY KEY (assessment, seq)
) STRICT, WITHOUT ROWID;
-- The same update twice has one effect. What has no id of its own is left out; an id of digits is kept as a number.
CREATE UNIQUE INDEX entry_source ON entry (assessment, source, source_id) WHERE source_id IS NOT NULL;

INSERT INTO entry (assessment, seq, question, value, kind, source, source_id, at)
SELECT assessment.key, seq, question, value,
  CASE kind WHEN 'answer' THEN 0 WHEN 'change' THEN 1 WHEN 'finish' THEN 2 WHEN 'continue' THEN 3 END,
  CASE source
    WHEN 'telegram' THEN 0 WHEN 'web' THEN 1 WHEN 'api' THEN 2
    WHEN 'console' THEN 3 WHEN 'terminal' THEN 4 WHEN 'worker' THEN 5
  END,
  CASE
    WHEN source_id GLOB '[1-9]*' AND source_id NOT GLOB '*[^0-9]*' AND length(source_id) < 16
      THEN CAST(source_id AS INTEGER)
    ELSE source_id
  END, at
FROM answer JOIN assessment ON assessment.id = answer.assessment_id;
DROP TABLE answer;

CREATE VIEW answer AS
SELECT assessment.id AS assessment_id, seq, question, value,
  CASE kind WHEN 0 THEN 'answer' WHEN 1 THEN 'change' WHEN 2 THEN 'finish' WHEN 3 THEN 'continue' END AS kind,
  CASE source
    WHEN 0 THEN 'telegram' WHEN 1 THEN 'web' WHEN 2 THEN 'api'
    WHEN 3 THEN 'console' WHEN 4 THEN 'terminal' WHEN 5 THEN 'worker'
  END AS source,
  CAST(source_id AS TEXT) AS source_id, at
FROM entry JOIN assessment ON assessment.key = entry.assessment;
