-- The step of the run that a truth belongs to: what a step left that never stood can be taken back.
ALTER TABLE truth_segment ADD COLUMN step INTEGER NOT NULL DEFAULT 0;
ALTER TABLE truth_defect ADD COLUMN step INTEGER NOT NULL DEFAULT 0;

ALTER TABLE truth_services RENAME TO whole_truth_services;
CREATE TABLE truth_services (
  run INTEGER NOT NULL,
  step INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (run, step, unit, level)
) STRICT, WITHOUT ROWID;
INSERT INTO truth_services SELECT run, 0, unit, level, n FROM whole_truth_services;
DROP TABLE whole_truth_services;

ALTER TABLE truth_loss RENAME TO whole_truth_loss;
CREATE TABLE truth_loss (
  run INTEGER NOT NULL,
  step INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  cause INTEGER NOT NULL,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (run, step, unit, cause, level)
) STRICT, WITHOUT ROWID;
INSERT INTO truth_loss SELECT run, 0, unit, cause, level, n FROM whole_truth_loss;
DROP TABLE whole_truth_loss;

ALTER TABLE truth_defect_total RENAME TO whole_truth_defect_total;
CREATE TABLE truth_defect_total (
  run INTEGER NOT NULL,
  step INTEGER NOT NULL,
  position INTEGER NOT NULL,
  defect TEXT NOT NULL,
  rung INTEGER NOT NULL,
  rate REAL NOT NULL,
  eligible INTEGER NOT NULL,
  injected INTEGER NOT NULL,
  PRIMARY KEY (run, step, position)
) STRICT, WITHOUT ROWID;
INSERT INTO truth_defect_total
  SELECT run, 0, position, defect, rung, rate, eligible, injected FROM whole_truth_defect_total;
DROP TABLE whole_truth_defect_total;
