-- Which copies here were deleted, or are being deleted, after the receiver confirmed that it holds
-- the recording. The evidence is freed.json beside it; this is an index of that, as all else here.

ALTER TABLE recordings ADD COLUMN freed TEXT NOT NULL DEFAULT ''
    CHECK (freed IN ('', 'freeing', 'freed'));
