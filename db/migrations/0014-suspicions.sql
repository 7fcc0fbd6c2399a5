-- What detectors flag (src/model/detection/suspicion.ts): leads that have to be verified. No row of another table changes by them;
-- a new detection takes the place of the one before.
CREATE TABLE detection (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- digest of the data that were looked at
  data TEXT NOT NULL,
  program_version TEXT NOT NULL,
  -- share of false leads that is accepted in each unit and detector
  budget REAL NOT NULL
) STRICT;

CREATE TABLE suspicion (
  id INTEGER PRIMARY KEY,
  detector TEXT NOT NULL,
  unit INTEGER NOT NULL,
  office INTEGER,
  month INTEGER,
  p REAL,
  observed REAL NOT NULL,
  expected REAL NOT NULL,
  n REAL NOT NULL
) STRICT;
CREATE INDEX suspicion_detector ON suspicion (detector, p);

-- The records of a suspicion: key of a rating, of a rating with a rectification, or id of a refusal.
CREATE TABLE suspicion_record (
  suspicion INTEGER NOT NULL REFERENCES suspicion (id),
  key INTEGER NOT NULL,
  PRIMARY KEY (suspicion, key)
) STRICT, WITHOUT ROWID;
