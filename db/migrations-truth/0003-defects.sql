-- The ledger of injected defects (src/model/defect.ts): a row a record, with what it would have said.
CREATE TABLE truth_defect (
  run INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  record TEXT NOT NULL,
  -- service key or rating key (src/model/key.ts) the record had before it was spoilt
  key INTEGER NOT NULL,
  defect TEXT NOT NULL,
  rung INTEGER NOT NULL,
  field TEXT NOT NULL,
  was TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- the line as it was sent, where its key may not find it
  sent TEXT,
  PRIMARY KEY (run, entry)
) STRICT, WITHOUT ROWID;

-- How often each injection of the scenario could have befallen a record, and did.
CREATE TABLE truth_defect_total (
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  defect TEXT NOT NULL,
  rung INTEGER NOT NULL,
  rate REAL NOT NULL,
  eligible INTEGER NOT NULL,
  injected INTEGER NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
