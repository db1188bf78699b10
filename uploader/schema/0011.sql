-- What a person wants for single recordings: first in line, not now, or set aside for good; and which
-- recordings changed since when, so that whoever shows the queue reads what is new and nothing else.

ALTER TABLE recordings ADD COLUMN hold TEXT NOT NULL DEFAULT ''
    CHECK (hold IN ('', 'paused', 'aside'));
-- When somebody wanted it sent before the others, 0 for never. The last wish goes first.
ALTER TABLE recordings ADD COLUMN first_ms INTEGER NOT NULL DEFAULT 0 CHECK (first_ms >= 0);

CREATE INDEX recordings_first ON recordings (first_ms DESC, recording) WHERE first_ms > 0;

-- One row for each recording that ever changed. A number is never given twice.
CREATE TABLE news (
    news INTEGER PRIMARY KEY AUTOINCREMENT,
    recording TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER news_of_new_recordings AFTER INSERT ON recordings BEGIN
    DELETE FROM news WHERE recording = NEW.recording;
    INSERT INTO news (recording) VALUES (NEW.recording);
END;

CREATE TRIGGER news_of_changed_recordings AFTER UPDATE OF overflow, camera, state, step,
    manifest_segments, duration_s, frames, lost_frames, saved, attempts, not_before_ms, reason,
    packed_ms, freed, decision, after_accept, undo_until_ms, discard, hold, first_ms ON recordings
BEGIN
    DELETE FROM news WHERE recording = NEW.recording;
    INSERT INTO news (recording) VALUES (NEW.recording);
END;

CREATE TRIGGER news_of_dropped_recordings AFTER DELETE ON recordings BEGIN
    DELETE FROM news WHERE recording = OLD.recording;
    INSERT INTO news (recording) VALUES (OLD.recording);
END;

CREATE TRIGGER news_of_new_segments AFTER INSERT ON segments BEGIN
    DELETE FROM news WHERE recording = NEW.recording;
    INSERT INTO news (recording) VALUES (NEW.recording);
END;

CREATE TRIGGER news_of_changed_segments AFTER UPDATE OF state, acknowledged_bytes, attempts,
    not_before_ms, reason ON segments
WHEN OLD.state <> NEW.state OR OLD.acknowledged_bytes <> NEW.acknowledged_bytes
    OR OLD.attempts <> NEW.attempts OR OLD.not_before_ms <> NEW.not_before_ms
    OR OLD.reason <> NEW.reason
BEGIN
    DELETE FROM news WHERE recording = NEW.recording;
    INSERT INTO news (recording) VALUES (NEW.recording);
END;

CREATE TRIGGER news_of_dropped_segments AFTER DELETE ON segments BEGIN
    DELETE FROM news WHERE recording = OLD.recording;
    INSERT INTO news (recording) VALUES (OLD.recording);
END;
