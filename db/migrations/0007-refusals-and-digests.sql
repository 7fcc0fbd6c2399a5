-- A refused record is kept once, however often it comes; beyond a limit it is counted only.
ALTER TABLE refusal ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
-- Bytes of the whole record as it came, and a hash of it; null where an older version kept it.
ALTER TABLE refusal ADD COLUMN bytes INTEGER;
ALTER TABLE refusal ADD COLUMN hash INTEGER;
CREATE INDEX refusal_hash ON refusal (hash);
-- What could not be read is of no kind.
UPDATE refusal SET kind = '', field = '' WHERE reason = 1;

-- Refused records by run and reason: all of them, the rows kept new, and those that were kept before.
CREATE TABLE refusal_count (
  run INTEGER NOT NULL REFERENCES run (id),
  reason INTEGER NOT NULL,
  records INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  repeated INTEGER NOT NULL,
  kept_bytes INTEGER NOT NULL,
  PRIMARY KEY (run, reason)
) STRICT, WITHOUT ROWID;
INSERT INTO refusal_count
  SELECT run, reason, count(*), count(*), 0, sum(length(CAST(raw AS BLOB))) FROM refusal GROUP BY run, reason;

-- Digests of what the record digest does not cover; null until the first write by a version that keeps them.
ALTER TABLE content ADD COLUMN register_digest TEXT;
ALTER TABLE content ADD COLUMN refusal_digest TEXT;
ALTER TABLE content ADD COLUMN settings_digest TEXT;
UPDATE content SET register_digest = '00000000000000000000000000000000' WHERE NOT EXISTS (SELECT 1 FROM office);
UPDATE content SET refusal_digest = '00000000000000000000000000000000' WHERE NOT EXISTS (SELECT 1 FROM refusal);
UPDATE content SET settings_digest = '00000000000000000000000000000000' WHERE NOT EXISTS (SELECT 1 FROM run);
