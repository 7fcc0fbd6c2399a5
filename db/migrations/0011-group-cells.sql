-- Counts of each unit and month by random group (src/model/counts): grouping 0 by groups of persons, 1 by groups of offices; the
-- counts of all groups as bytes (src/model/counts/count-codec.ts). Null where records of the month were counted before this table
-- existed: the counts of only some of them would be worth nothing, so the month stays without any.
CREATE TABLE group_rollup (
  unit INTEGER NOT NULL,
  month INTEGER NOT NULL,
  grouping INTEGER NOT NULL CHECK (grouping IN (0, 1)),
  counts BLOB,
  PRIMARY KEY (unit, month, grouping)
) STRICT;
INSERT INTO group_rollup
  WITH counted AS (
    SELECT unit, month FROM rating_rollup
    UNION SELECT unit, month FROM rectification_rollup
    UNION SELECT task.unit, service_rollup.month FROM service_rollup JOIN task ON task.id = service_rollup.task
  )
  SELECT unit, month, grouping, NULL FROM counted, (SELECT 0 AS grouping UNION SELECT 1);
