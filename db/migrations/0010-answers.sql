-- Answers to questions of pages that take long, made when a run or a collection has ended. Plainly derived: a row counts only
-- while data and version are those of now, and all of them may be deleted at any time.
CREATE TABLE answer (
  question TEXT NOT NULL,
  asked TEXT NOT NULL,
  -- The mark of the data (src/store/read/data-mark.ts), and of the program with its reference data.
  data TEXT NOT NULL,
  version TEXT NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (question, asked)
) STRICT, WITHOUT ROWID;
