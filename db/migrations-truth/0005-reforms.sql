-- The reforms of the scenario that began by the end of a run: how a unit handles cases of an item from a day on.
CREATE TABLE truth_reform (
  run INTEGER NOT NULL,
  -- place in the list of the scenario
  position INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  -- JSON lists; NULL where the reform concerns all departments, or all items
  departments TEXT,
  items TEXT,
  first_day TEXT NOT NULL,
  time REAL NOT NULL,
  moved_online REAL NOT NULL,
  experience REAL NOT NULL,
  -- JSON: factor by code of the tag
  tag_factors TEXT NOT NULL,
  PRIMARY KEY (run, position, unit)
) STRICT, WITHOUT ROWID;
