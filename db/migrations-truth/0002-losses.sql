-- Bad ratings that somebody wanted to give and that were never recorded, by cause (src/model/truth.ts) and level felt.
CREATE TABLE truth_loss (
  run INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (run, unit, cause, level)
) STRICT, WITHOUT ROWID;
