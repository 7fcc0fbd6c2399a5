-- Where a rating came from: rating device of the office (1..999) or network account, owner of the telephone, upload time.
ALTER TABLE rating ADD COLUMN device INTEGER NOT NULL DEFAULT 0;
ALTER TABLE rating ADD COLUMN rater INTEGER NOT NULL DEFAULT -1;
ALTER TABLE rating ADD COLUMN uploaded_at INTEGER NOT NULL DEFAULT -1;
