-- What evaluators found of items on the service sites of their units: a third source beside ratings and register. The findings stand in
-- the order of their lists (src/model/evaluation/assessment.ts).
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  plan TEXT NOT NULL,
  evaluator TEXT NOT NULL,
  task INTEGER NOT NULL REFERENCES task (id),
  subject INTEGER NOT NULL,
  day INTEGER NOT NULL,
  round INTEGER NOT NULL,
  findings TEXT NOT NULL,
  UNIQUE (plan, task, subject, round)
) STRICT;

-- Points and the most there are, by unit, month and part of an assessment: written with the rows they count.
CREATE TABLE assessment_rollup (
  unit INTEGER NOT NULL,
  month INTEGER NOT NULL,
  part INTEGER NOT NULL,
  assessments INTEGER NOT NULL,
  points INTEGER NOT NULL,
  most INTEGER NOT NULL,
  -- Squares of the points of single assessments, summed: from them comes the interval of a mean.
  squares INTEGER NOT NULL,
  PRIMARY KEY (unit, month, part)
) STRICT, WITHOUT ROWID;
