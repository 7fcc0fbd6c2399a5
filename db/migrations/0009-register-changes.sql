-- Later states of items: what the register says of an item from a day on (days since 2000-01-01).
CREATE TABLE task_change (
  task INTEGER NOT NULL REFERENCES task (id),
  from_day INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  channels TEXT NOT NULL,
  published INTEGER NOT NULL,
  cross_region INTEGER NOT NULL,
  guide TEXT NOT NULL,
  tier INTEGER,
  entrance INTEGER,
  licence INTEGER,
  accessible INTEGER,
  PRIMARY KEY (task, from_day)
) STRICT, WITHOUT ROWID;

-- Every state of every item; the first has from_day 0.
CREATE VIEW task_state AS
  SELECT id, 0 AS from_day, task_code, office, unit, slot, name, name_en, task_type, handling, statutory_days, promised_days,
         visits, depth, channels, published, cross_region, guide, tier, entrance, licence, accessible, convenience
  FROM task
  UNION ALL
  SELECT task.id, task_change.from_day, task_code, office, unit, slot, name, name_en, task_type, handling, statutory_days,
         promised_days, task_change.visits, task_change.depth, task_change.channels, task_change.published,
         task_change.cross_region, task_change.guide, task_change.tier, task_change.entrance, task_change.licence,
         task_change.accessible, convenience
  FROM task_change JOIN task ON task.id = task_change.task;
