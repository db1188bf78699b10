-- When a copy of it was packed to travel on a disk, 0 for never. It is said while the recording waits;
-- nothing else rests on it.

ALTER TABLE recordings ADD COLUMN packed_ms INTEGER NOT NULL DEFAULT 0;
