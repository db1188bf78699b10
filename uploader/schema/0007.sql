-- What a picture of the queue, a claim and a start would otherwise count or read anew each time. All
-- of it follows from the other rows and from the disk; nothing is decided by it alone.

CREATE TABLE tallies (
    recording TEXT PRIMARY KEY REFERENCES recordings (recording) ON DELETE CASCADE,
    segments INTEGER NOT NULL DEFAULT 0,
    pending INTEGER NOT NULL DEFAULT 0,
    uploading INTEGER NOT NULL DEFAULT 0,
    completed INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    size_bytes INTEGER NOT NULL DEFAULT 0,
    acknowledged_bytes INTEGER NOT NULL DEFAULT 0,
    duration_s REAL NOT NULL DEFAULT 0,
    frames INTEGER NOT NULL DEFAULT 0,
    lost_frames INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

INSERT INTO tallies
    SELECT recording, count(*), sum(state = 'pending'), sum(state = 'uploading'),
        sum(state = 'completed'), sum(state = 'failed'), sum(size_bytes), sum(acknowledged_bytes),
        total(duration_s), sum(frames), sum(lost_frames)
    FROM segments GROUP BY recording;

CREATE TRIGGER tallies_of_new_segments AFTER INSERT ON segments BEGIN
    INSERT INTO tallies VALUES (NEW.recording, 1, NEW.state = 'pending', NEW.state = 'uploading',
        NEW.state = 'completed', NEW.state = 'failed', NEW.size_bytes, NEW.acknowledged_bytes,
        NEW.duration_s, NEW.frames, NEW.lost_frames)
    ON CONFLICT (recording) DO UPDATE SET
        segments = segments + 1,
        pending = pending + excluded.pending,
        uploading = uploading + excluded.uploading,
        completed = completed + excluded.completed,
        failed = failed + excluded.failed,
        size_bytes = size_bytes + excluded.size_bytes,
        acknowledged_bytes = acknowledged_bytes + excluded.acknowledged_bytes,
        duration_s = duration_s + excluded.duration_s,
        frames = frames + excluded.frames,
        lost_frames = lost_frames + excluded.lost_frames;
END;

CREATE TRIGGER tallies_of_changed_segments AFTER UPDATE OF state, acknowledged_bytes ON segments
WHEN OLD.state <> NEW.state OR OLD.acknowledged_bytes <> NEW.acknowledged_bytes
BEGIN
    UPDATE tallies SET
        pending = pending + (NEW.state = 'pending') - (OLD.state = 'pending'),
        uploading = uploading + (NEW.state = 'uploading') - (OLD.state = 'uploading'),
        completed = completed + (NEW.state = 'completed') - (OLD.state = 'completed'),
        failed = failed + (NEW.state = 'failed') - (OLD.state = 'failed'),
        acknowledged_bytes = acknowledged_bytes + NEW.acknowledged_bytes - OLD.acknowledged_bytes
    WHERE recording = NEW.recording;
END;

CREATE TRIGGER tallies_of_dropped_segments AFTER DELETE ON segments BEGIN
    UPDATE tallies SET
        segments = segments - 1,
        pending = pending - (OLD.state = 'pending'),
        uploading = uploading - (OLD.state = 'uploading'),
        completed = completed - (OLD.state = 'completed'),
        failed = failed - (OLD.state = 'failed'),
        size_bytes = size_bytes - OLD.size_bytes,
        acknowledged_bytes = acknowledged_bytes - OLD.acknowledged_bytes,
        duration_s = duration_s - OLD.duration_s,
        frames = frames - OLD.frames,
        lost_frames = lost_frames - OLD.lost_frames
    WHERE recording = OLD.recording;
END;

-- A claim reads the first due one of these and no other row.
DROP INDEX segments_pending;
CREATE INDEX segments_pending ON segments (recording, segment, not_before_ms)
    WHERE state = 'pending';
CREATE INDEX segments_troubled ON segments (recording, state, not_before_ms, segment)
    WHERE state = 'failed' OR state = 'pending' AND attempts > 0;

-- A recording's folder as it was when all in it was last looked at, so that a start need not read
-- thousands of manifests that nobody has touched.
CREATE TABLE looks (
    recording TEXT PRIMARY KEY REFERENCES recordings (recording) ON DELETE CASCADE,
    stamp TEXT NOT NULL,
    look INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Whose receipt a verified recording has, so that a change of receiver is seen. Rows of before have
-- none; adoption, which looks at each of them once more, fills it in.
ALTER TABLE recordings ADD COLUMN receiver TEXT NOT NULL DEFAULT '';
