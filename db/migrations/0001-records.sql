-- Times are seconds since 2000-01-01 00:00 Beijing time, months count from January 2000; keys are packed as in
-- src/model/key.ts, marks as in src/model/mark.ts and unpacked here as virtual columns.

CREATE TABLE office (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  unit INTEGER NOT NULL,
  unit_code TEXT NOT NULL,
  department TEXT NOT NULL,
  profile TEXT NOT NULL
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  task_code TEXT NOT NULL UNIQUE,
  office INTEGER NOT NULL REFERENCES office (id),
  unit INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  task_type TEXT NOT NULL,
  handling TEXT NOT NULL,
  statutory_days INTEGER NOT NULL,
  promised_days INTEGER NOT NULL,
  visits INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  channels TEXT NOT NULL,
  published INTEGER NOT NULL,
  cross_region INTEGER NOT NULL,
  guide TEXT NOT NULL,
  UNIQUE (unit, slot)
) STRICT;

CREATE TABLE foreign_case (
  id INTEGER PRIMARY KEY,
  project_no TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE service (
  key INTEGER PRIMARY KEY,
  task INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  accepted_at INTEGER NOT NULL,
  finished_at INTEGER NOT NULL,
  service_at INTEGER NOT NULL,
  person INTEGER NOT NULL,
  status INTEGER GENERATED ALWAYS AS (mark & 3) VIRTUAL,
  stage INTEGER GENERATED ALWAYS AS ((mark >> 2) & 7) VIRTUAL,
  channel INTEGER GENERATED ALWAYS AS ((mark >> 5) & 3) VIRTUAL,
  user_type INTEGER GENERATED ALWAYS AS ((mark >> 7) & 15) VIRTUAL
) STRICT;

CREATE TABLE rating (
  key INTEGER PRIMARY KEY,
  mark INTEGER NOT NULL,
  assessed_at INTEGER NOT NULL,
  service_key INTEGER GENERATED ALWAYS AS (key / 2) VIRTUAL,
  assess_number INTEGER GENERATED ALWAYS AS (key % 2 + 1) VIRTUAL,
  level INTEGER GENERATED ALWAYS AS (mark & 7) VIRTUAL,
  channel INTEGER GENERATED ALWAYS AS ((mark >> 3) & 7) VIRTUAL,
  defaulted INTEGER GENERATED ALWAYS AS ((mark >> 6) & 1) VIRTUAL,
  flagged INTEGER GENERATED ALWAYS AS ((mark >> 7) & 1) VIRTUAL,
  tags INTEGER GENERATED ALWAYS AS ((mark >> 9) & 255) VIRTUAL
) STRICT;

CREATE TABLE rating_text (
  rating_key INTEGER PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

-- A run of the simulator or a collected batch; everything accepted or refused came by one.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('simulate', 'collect')),
  scenario TEXT NOT NULL,
  seed INTEGER,
  program_version TEXT NOT NULL,
  first_day INTEGER,
  last_day INTEGER,
  settings TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  seconds REAL NOT NULL,
  services INTEGER NOT NULL,
  ratings INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;

CREATE TABLE refusal (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (id),
  reason INTEGER NOT NULL,
  kind TEXT NOT NULL,
  field TEXT NOT NULL,
  source TEXT NOT NULL,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL
) STRICT;
CREATE INDEX refusal_reason ON refusal (reason, id);

-- Digest and counts of all accepted rows, kept with them.
CREATE TABLE content (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  services INTEGER NOT NULL,
  ratings INTEGER NOT NULL,
  digest TEXT NOT NULL
) STRICT;
INSERT INTO content VALUES (1, 0, 0, '00000000000000000000000000000000');

-- Rollups: written in the transaction of the rows they count; `haochaping verify` recounts them.
CREATE TABLE rating_rollup (
  unit INTEGER NOT NULL,
  office INTEGER NOT NULL,
  month INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  level INTEGER NOT NULL,
  defaulted INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  additional INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (unit, month, office, channel, level, defaulted, flagged, additional)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_rating_rollup (
  task INTEGER NOT NULL,
  month INTEGER NOT NULL,
  level INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (task, month, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_rollup (
  unit INTEGER NOT NULL,
  month INTEGER NOT NULL,
  tag INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (unit, month, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_rollup (
  task INTEGER NOT NULL,
  month INTEGER NOT NULL,
  services INTEGER NOT NULL,
  cases INTEGER NOT NULL,
  online INTEGER NOT NULL,
  supplements INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  on_time INTEGER NOT NULL,
  same_day INTEGER NOT NULL,
  limited INTEGER NOT NULL,
  halved INTEGER NOT NULL,
  PRIMARY KEY (task, month)
) STRICT, WITHOUT ROWID;

-- Results of a method over a period: a document (src/model/measurement.ts) and the data it came from.
CREATE TABLE measurement (
  id INTEGER PRIMARY KEY,
  method TEXT NOT NULL,
  version TEXT NOT NULL,
  period TEXT NOT NULL,
  data TEXT NOT NULL,
  document TEXT NOT NULL,
  UNIQUE (method, version, period)
) STRICT;
