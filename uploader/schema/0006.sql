-- What was learned of the way to a receiver, for each network that it was reached from.

CREATE TABLE links (
    receiver TEXT NOT NULL,
    -- The system's name of the connection and our address's subnet: "Office 192.168.1.0/24".
    network TEXT NOT NULL,
    chunk_bytes INTEGER NOT NULL CHECK (chunk_bytes > 0),
    -- Whether chunks broke, so that larger ones are tried in small steps.
    careful INTEGER NOT NULL CHECK (careful IN (0, 1)),
    -- The largest body that something on the way let through, and when a larger one was refused.
    limit_bytes INTEGER CHECK (limit_bytes > 0),
    limited_at_ms INTEGER,
    rate_bytes_s REAL,
    round_trip_s REAL,
    used_at_ms INTEGER NOT NULL,
    PRIMARY KEY (receiver, network),
    CHECK ((limit_bytes IS NULL) = (limited_at_ms IS NULL))
) STRICT, WITHOUT ROWID;
