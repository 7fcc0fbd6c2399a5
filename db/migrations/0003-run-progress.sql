-- A run of the simulator is stored in steps: how many of its parts and steps stand. A run with parts missing is unfinished.
ALTER TABLE run ADD COLUMN parts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN parts_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN steps_done INTEGER NOT NULL DEFAULT 0;
-- 0 where only the counts and the digest of the run were kept, not its rows.
ALTER TABLE run ADD COLUMN rows_kept INTEGER NOT NULL DEFAULT 1;
