-- The version of the world that a simulated run was made by (model/world-version.ts); none for collected files. What was simulated before is of the first.
ALTER TABLE run ADD COLUMN world_version INTEGER;
UPDATE run SET world_version = 1 WHERE kind = 'simulate';
