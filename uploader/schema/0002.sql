-- What was learned of a recording after its manifest: what the file beside it says, and whether the
-- receiver has it. No claim: sending the same twice is one version.

CREATE TABLE annotations (
    recording TEXT PRIMARY KEY REFERENCES recordings (recording),
    -- Of what annotations.json says; null where there is nothing to say.
    sha256 TEXT CHECK (length(sha256) = 64),
    -- Of what the receiver acknowledged last.
    told_sha256 TEXT CHECK (length(told_sha256) = 64),
    -- Which files it was made from, as the file system told them apart.
    made_from TEXT NOT NULL,
    -- Whether nothing more can be learned about the clock.
    clock_settled INTEGER NOT NULL CHECK (clock_settled IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    not_before_ms INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
