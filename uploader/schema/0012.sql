-- What is tried again by itself may need a person all the same: since when the trouble lasts that
-- somebody should hear of after a time, 0 for none, and whether that time is up.

ALTER TABLE segments ADD COLUMN troubled_ms INTEGER NOT NULL DEFAULT 0 CHECK (troubled_ms >= 0);
ALTER TABLE segments ADD COLUMN calls INTEGER NOT NULL DEFAULT 0 CHECK (calls IN (0, 1));
ALTER TABLE recordings ADD COLUMN troubled_ms INTEGER NOT NULL DEFAULT 0 CHECK (troubled_ms >= 0);
ALTER TABLE recordings ADD COLUMN calls INTEGER NOT NULL DEFAULT 0 CHECK (calls IN (0, 1));
