-- Answers to questions of pages that rest on the truth: they are kept in its own file, so that a database that is handed over
-- without its truth does not tell it. Otherwise as the table of this name among the records (db/migrations/0010-answers.sql).
CREATE TABLE answer (
  question TEXT NOT NULL,
  asked TEXT NOT NULL,
  data TEXT NOT NULL,
  version TEXT NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (question, asked)
) STRICT, WITHOUT ROWID;
