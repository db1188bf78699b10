-- The camera's name tells the recordings apart that several cameras made at once. Rows of before have
-- none; adoption, which looks at every recording, fills it in.

ALTER TABLE recordings ADD COLUMN camera TEXT NOT NULL DEFAULT '';
