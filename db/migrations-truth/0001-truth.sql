-- What really happened, apart from what was recorded. Column segments: one row a batch, in key order.
CREATE TABLE truth_segment (
  run INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  n INTEGER NOT NULL,
  -- float64 little-endian rating keys, one byte true level, one byte mechanism (src/model/truth.ts)
  rating_key BLOB NOT NULL,
  true_level BLOB NOT NULL,
  mechanism BLOB NOT NULL,
  PRIMARY KEY (run, segment)
) STRICT;

-- True levels of all services of a unit, rated or not.
CREATE TABLE truth_services (
  run INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (run, unit, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE truth_unit (
  run INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  dimension TEXT NOT NULL,
  quality REAL NOT NULL,
  PRIMARY KEY (run, unit, dimension)
) STRICT, WITHOUT ROWID;
