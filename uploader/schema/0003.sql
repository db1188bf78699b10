-- A recording's place is its overflow folder's id, empty for the home's own folder, and its session:
-- a disk that is mounted elsewhere, and a home that was moved, change no row.

ALTER TABLE recordings ADD COLUMN overflow TEXT NOT NULL DEFAULT '';
ALTER TABLE recordings DROP COLUMN folder;
