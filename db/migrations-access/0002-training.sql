-- The training room: classes, who is in them, what each was given, and every answer with its marks. It lies with the accounts, for it
-- is about people; nobody is named in it but by a code name.

CREATE TABLE class (
  -- A number is never given twice: exercises hang on it.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- Account of the trainer; the class stays when the account is deleted.
  owner INTEGER NOT NULL,
  kinds TEXT NOT NULL,
  each INTEGER NOT NULL,
  difficulty INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  secret INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;

CREATE TABLE trainee (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  class INTEGER NOT NULL REFERENCES class (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  -- Hash of the code by which a trainee comes back from another browser.
  return_hash TEXT NOT NULL,
  joined_at INTEGER NOT NULL,
  UNIQUE (class, number),
  UNIQUE (class, name_key)
) STRICT;

CREATE TABLE trainee_session (
  hash TEXT PRIMARY KEY,
  trainee INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  began_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_trainee ON trainee_session (trainee);

-- An exercise as it was given, with its key: it stays so when its template changes. A fresh one of a mended template is another variant.
CREATE TABLE given_exercise (
  trainee INTEGER NOT NULL REFERENCES trainee (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  seed INTEGER NOT NULL,
  version INTEGER NOT NULL,
  exercise TEXT NOT NULL,
  answer_key TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (trainee, place, variant)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer (
  trainee INTEGER NOT NULL,
  place INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  answers TEXT NOT NULL,
  -- How sure the trainee was, in percent.
  confidence INTEGER NOT NULL,
  answered_at INTEGER NOT NULL,
  PRIMARY KEY (trainee, place, variant, attempt),
  FOREIGN KEY (trainee, place, variant) REFERENCES given_exercise (trainee, place, variant) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Marks by a version of the key: an answer that is marked again keeps its former marks.
CREATE TABLE mark (
  trainee INTEGER NOT NULL,
  place INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  attempt INTEGER NOT NULL,
  key_version INTEGER NOT NULL,
  is_right INTEGER NOT NULL,
  cost REAL NOT NULL,
  most REAL NOT NULL,
  fields TEXT NOT NULL,
  marked_at INTEGER NOT NULL,
  PRIMARY KEY (trainee, place, variant, attempt, key_version),
  FOREIGN KEY (trainee, place, variant, attempt) REFERENCES answer (trainee, place, variant, attempt) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
