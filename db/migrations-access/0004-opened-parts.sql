-- Drills of an exercise that a trainee opened (查明细), each once, and for which answer: the one of this attempt was given knowing it.
CREATE TABLE opened_part (
  trainee INTEGER NOT NULL,
  place INTEGER NOT NULL,
  variant INTEGER NOT NULL,
  part TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  PRIMARY KEY (trainee, place, variant, part),
  FOREIGN KEY (trainee, place, variant) REFERENCES given_exercise (trainee, place, variant) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- How many drills an answer was given with, and what they cost; it is part of the cost of the mark.
ALTER TABLE mark ADD COLUMN drills_opened INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mark ADD COLUMN drills_cost REAL NOT NULL DEFAULT 0;
