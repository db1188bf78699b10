-- What sending came to, day by day in this computer's own days, and second by second for an hour.
-- History of before has its tries; how long sending took then, nobody wrote down.

CREATE TABLE days (
    day TEXT PRIMARY KEY,
    tries INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    again INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0,
    -- What the receiver acknowledged, and in how many seconds it acknowledged something.
    sent_bytes INTEGER NOT NULL DEFAULT 0,
    sending_s INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE seconds (
    second INTEGER PRIMARY KEY,
    sent_bytes INTEGER NOT NULL
) STRICT;

INSERT INTO days (day, tries, done, again, failed, held, sent_bytes)
SELECT date(started_at_ms / 1000, 'unixepoch', 'localtime'),
    count(*), total(outcome = 'done'), total(outcome IN ('retry', 'forgotten', 'missing')),
    total(outcome = 'failed'), total(outcome = 'held'), total(sent_bytes)
FROM attempts WHERE outcome IN ('done', 'retry', 'forgotten', 'missing', 'failed', 'held')
GROUP BY 1;
