"""Single values that the queue's database keeps by name."""

from uploader.database import Database


def meta(database: Database, key: str) -> str | None:
    """The value that is kept under this name; None where there is none."""
    row = database.row("SELECT value FROM meta WHERE key = ?", (key,))
    return None if row is None else str(row[0])


def keep_meta(database: Database, key: str, value: str) -> None:
    """Keep a value in place of the one before; what says the same changes nothing."""
    database.execute(
        """INSERT INTO meta VALUES (?, ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value
               WHERE value <> excluded.value""",
        (key, value),
    )
