-- The queue: an index of what is on disk and of how far it has come. Deleting it loses nothing.
-- The lists of states and of allowed changes are those of uploader/items.py; a test compares them.

CREATE TABLE recordings (
    recording TEXT PRIMARY KEY,
    session TEXT NOT NULL,
    folder TEXT NOT NULL,
    participant TEXT NOT NULL,
    prompt TEXT,
    take INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'recording'
        CHECK (state IN ('recording', 'complete', 'interrupted', 'discarded')),
    step TEXT NOT NULL DEFAULT 'announce'
        CHECK (step IN ('announce', 'segments', 'finalise', 'verified', 'playable', 'failed',
                        'withdrawn', 'discarded')),
    -- Known once there is a manifest.
    manifest_sha256 TEXT CHECK (length(manifest_sha256) = 64),
    manifest_segments INTEGER,
    duration_s REAL,
    frames INTEGER,
    lost_frames INTEGER,
    -- Whether manifest and every segment were on disk, whole, when that was last looked at.
    saved INTEGER NOT NULL DEFAULT 0 CHECK (saved IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    not_before_ms INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    claim_token TEXT,
    claim_instance TEXT,
    CHECK ((claim_token IS NULL) = (claim_instance IS NULL)),
    CHECK ((manifest_sha256 IS NULL) = (manifest_segments IS NULL)),
    CHECK (step NOT IN ('finalise', 'verified', 'playable') OR manifest_sha256 IS NOT NULL)
) STRICT;

CREATE TABLE segments (
    recording TEXT NOT NULL REFERENCES recordings (recording),
    segment INTEGER NOT NULL CHECK (segment >= 0),
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    duration_s REAL NOT NULL,
    frames INTEGER NOT NULL,
    lost_frames INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'uploading', 'completed', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    mismatches INTEGER NOT NULL DEFAULT 0 CHECK (mismatches >= 0),
    not_before_ms INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    acknowledged_bytes INTEGER NOT NULL DEFAULT 0 CHECK (acknowledged_bytes >= 0),
    -- Whether an earlier attempt may have left a part of it at the receiver.
    ask_first INTEGER NOT NULL DEFAULT 0 CHECK (ask_first IN (0, 1)),
    claim_token TEXT,
    claim_instance TEXT,
    PRIMARY KEY (recording, segment),
    CHECK ((state = 'uploading') = (claim_token IS NOT NULL)),
    CHECK ((claim_token IS NULL) = (claim_instance IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX segments_pending ON segments (recording, segment) WHERE state = 'pending';
CREATE INDEX segments_claimed ON segments (claim_instance) WHERE claim_instance IS NOT NULL;
CREATE INDEX recordings_step ON recordings (step, recording);

CREATE TABLE attempts (
    attempt INTEGER PRIMARY KEY,
    recording TEXT NOT NULL,
    segment INTEGER,
    action TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    duration_s REAL NOT NULL,
    sent_bytes INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    status INTEGER,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX attempts_recording ON attempts (recording, attempt);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TRIGGER segments_are_what_they_are
BEFORE UPDATE OF recording, segment, size_bytes, sha256 ON segments
WHEN OLD.recording IS NOT NEW.recording OR OLD.segment IS NOT NEW.segment
    OR OLD.size_bytes IS NOT NEW.size_bytes OR OLD.sha256 IS NOT NEW.sha256
BEGIN
    SELECT RAISE(ABORT, 'a segment never changes its size or hash');
END;

CREATE TRIGGER segments_change_as_allowed
BEFORE UPDATE OF state ON segments
WHEN OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (VALUES
    ('pending', 'uploading'),
    ('uploading', 'completed'),
    ('uploading', 'pending'),
    ('uploading', 'failed'),
    ('failed', 'pending'),
    ('pending', 'completed'),
    ('failed', 'completed'),
    ('completed', 'pending'))
BEGIN
    SELECT RAISE(ABORT, 'a segment may not change its state like this');
END;

CREATE TRIGGER recordings_change_as_allowed
BEFORE UPDATE OF step ON recordings
WHEN OLD.step <> NEW.step AND (OLD.step, NEW.step) NOT IN (VALUES
    ('announce', 'segments'),
    ('segments', 'finalise'),
    ('finalise', 'segments'),
    ('finalise', 'verified'),
    ('verified', 'playable'),
    ('segments', 'announce'),
    ('finalise', 'announce'),
    ('verified', 'announce'),
    ('failed', 'announce'),
    ('announce', 'verified'),
    ('segments', 'verified'),
    ('failed', 'verified'),
    ('playable', 'announce'),
    ('announce', 'failed'), ('segments', 'failed'), ('finalise', 'failed'),
    ('announce', 'discarded'), ('segments', 'discarded'), ('finalise', 'discarded'),
    ('failed', 'discarded'),
    ('announce', 'withdrawn'), ('segments', 'withdrawn'), ('finalise', 'withdrawn'),
    ('verified', 'withdrawn'), ('playable', 'withdrawn'), ('failed', 'withdrawn'))
BEGIN
    SELECT RAISE(ABORT, 'a recording may not change its step like this');
END;
