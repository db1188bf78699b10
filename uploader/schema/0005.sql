-- What was decided about a recording, as decision.json beside it says, and how far a discard has come;
-- and the preview pictures of segments, which overtake the segments where the link is slow.

ALTER TABLE recordings ADD COLUMN decision TEXT NOT NULL DEFAULT 'kept'
    CHECK (decision IN ('pending', 'kept', 'discarded'));
-- Whether nothing of it may leave this computer before somebody keeps it.
ALTER TABLE recordings ADD COLUMN after_accept INTEGER NOT NULL DEFAULT 0
    CHECK (after_accept IN (0, 1));
-- Until when a discard can be undone, for people to read; 0 where nothing was discarded.
ALTER TABLE recordings ADD COLUMN undo_until_ms INTEGER NOT NULL DEFAULT 0;
-- Of a discard: its own files are still here; they are deleted and the receiver has to be told; the
-- receiver would not.
ALTER TABLE recordings ADD COLUMN discard TEXT NOT NULL DEFAULT 'files'
    CHECK (discard IN ('files', 'tell', 'refused'));

CREATE INDEX recordings_discarded ON recordings (recording) WHERE decision = 'discarded';

CREATE TABLE previews (
    recording TEXT NOT NULL REFERENCES recordings (recording),
    segment INTEGER NOT NULL CHECK (segment >= 0),
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'left')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    not_before_ms INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (recording, segment)
) STRICT, WITHOUT ROWID;

CREATE INDEX previews_waiting ON previews (recording, segment) WHERE state = 'waiting';
