-- A class may follow a course; and answers are marked again when a key is mended.

-- The course as it was when the class was opened, so that a changed course never changes a class; NULL where it has single exercises.
ALTER TABLE class ADD COLUMN course TEXT;

-- Version of the key that an exercise has now.
ALTER TABLE given_exercise ADD COLUMN key_version INTEGER NOT NULL DEFAULT 1;
