-- Rectifications of bad ratings (差评整改): the key is that of the rating, the mark as in src/model/mark.ts.
CREATE TABLE rectification (
  key INTEGER PRIMARY KEY,
  mark INTEGER NOT NULL,
  contacted_at INTEGER NOT NULL,
  rectified_at INTEGER NOT NULL,
  called_back_at INTEGER NOT NULL,
  called_back_to INTEGER NOT NULL,
  service_key INTEGER GENERATED ALWAYS AS (key / 2) VIRTUAL,
  assess_number INTEGER GENERATED ALWAYS AS (key % 2 + 1) VIRTUAL,
  verdict INTEGER GENERATED ALWAYS AS (mark & 7) VIRTUAL,
  complex INTEGER GENERATED ALWAYS AS ((mark >> 3) & 1) VIRTUAL,
  satisfied INTEGER GENERATED ALWAYS AS ((mark >> 4) & 3) VIRTUAL
) STRICT;

ALTER TABLE content ADD COLUMN rectifications INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN rectifications INTEGER NOT NULL DEFAULT 0;

-- By the month of the bad rating; contacted and rectified: 0 no, 1 yes, 2 within the limit; satisfied: 0 not said, 1 no, 2 yes.
CREATE TABLE rectification_rollup (
  unit INTEGER NOT NULL,
  office INTEGER NOT NULL,
  month INTEGER NOT NULL,
  verdict INTEGER NOT NULL,
  contacted INTEGER NOT NULL,
  rectified INTEGER NOT NULL,
  called_back INTEGER NOT NULL,
  satisfied INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (unit, month, office, verdict, contacted, rectified, called_back, satisfied)
) STRICT, WITHOUT ROWID;
