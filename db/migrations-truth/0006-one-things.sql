ALTER TABLE truth_reform ADD COLUMN integrated INTEGER NOT NULL DEFAULT 0;

-- Cases that belong to one matter of an applicant (一件事; db/reference/one-things.json).
CREATE TABLE truth_link (
  run INTEGER NOT NULL,
  step INTEGER NOT NULL,
  -- key of a service of the case (src/model/record/key.ts)
  key INTEGER NOT NULL,
  unit INTEGER NOT NULL,
  one_thing TEXT NOT NULL,
  -- the day on which the matter began, and which of those of its day it is
  begun INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  -- which case of the matter it is, from 0
  place INTEGER NOT NULL,
  integrated INTEGER NOT NULL,
  PRIMARY KEY (run, key)
) STRICT, WITHOUT ROWID;
