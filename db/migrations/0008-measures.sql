-- What an item offers besides: lowest level of government that handles it (1 province to 5 village), unified entrance, licence shown
-- electronically, accessible version, everyday service. Null in registers of before these fields.
ALTER TABLE task ADD COLUMN tier INTEGER;
ALTER TABLE task ADD COLUMN entrance INTEGER;
ALTER TABLE task ADD COLUMN licence INTEGER;
ALTER TABLE task ADD COLUMN accessible INTEGER;
ALTER TABLE task ADD COLUMN convenience INTEGER;

-- Services with a first rating, and cases with a supplement, by month of the service and of the case's first service. Null where
-- rows were not kept: nobody can count them any more.
ALTER TABLE service_rollup ADD COLUMN rated INTEGER;
ALTER TABLE service_rollup ADD COLUMN supplemented INTEGER;
CREATE TEMP TABLE service_month AS
  SELECT key, task, (mark >> 2) & 7 AS stage,
         (CAST(strftime('%Y', service_at + 946684800, 'unixepoch') AS INTEGER) - 2000) * 12
           + CAST(strftime('%m', service_at + 946684800, 'unixepoch') AS INTEGER) - 1 AS month
  FROM service WHERE service_at >= 0;
CREATE TEMP TABLE rated_services AS
  SELECT task, month, count(*) AS n
  FROM service_month JOIN rating ON rating.key = service_month.key * 2
  GROUP BY task, month;
CREATE TEMP TABLE supplemented_cases AS
  SELECT task, month, count(*) AS n
  FROM service_month
  WHERE key & 15 = 0
    AND EXISTS (SELECT 1 FROM service AS other
                WHERE other.key BETWEEN service_month.key AND service_month.key + 15 AND (other.mark >> 2) & 7 = 4)
  GROUP BY task, month;
CREATE INDEX temp.rated_place ON rated_services (task, month);
CREATE INDEX temp.supplemented_place ON supplemented_cases (task, month);
UPDATE service_rollup SET
  rated = coalesce((SELECT n FROM rated_services AS one
                    WHERE one.task = service_rollup.task AND one.month = service_rollup.month), 0),
  supplemented = coalesce((SELECT n FROM supplemented_cases AS one
                           WHERE one.task = service_rollup.task AND one.month = service_rollup.month), 0)
WHERE NOT EXISTS (SELECT 1 FROM run WHERE rows_kept = 0);
DROP TABLE service_month;
DROP TABLE rated_services;
DROP TABLE supplemented_cases;

-- Upheld rectifications (mark & 7 = 1) of bad ratings that name a telephone (实名差评), by the month of the rating: all, and those called back.
CREATE TABLE named_rectification_rollup (
  unit INTEGER NOT NULL,
  month INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  called_back INTEGER NOT NULL,
  PRIMARY KEY (unit, month)
) STRICT, WITHOUT ROWID;
INSERT INTO named_rectification_rollup
  SELECT task.unit,
         (CAST(strftime('%Y', rating.assessed_at + 946684800, 'unixepoch') AS INTEGER) - 2000) * 12
           + CAST(strftime('%m', rating.assessed_at + 946684800, 'unixepoch') AS INTEGER) - 1 AS month,
         count(*), sum(rectification.called_back_at >= 0)
  FROM rectification
  JOIN rating ON rating.key = rectification.key
  JOIN service ON service.key = rating.key / 2
  JOIN task ON task.id = service.task
  WHERE rating.rater >= 0 AND rectification.mark & 7 = 1
  GROUP BY task.unit, month;

-- Results are computed anew from the counts above.
DELETE FROM measurement;
