"""Whether the receiver lives, and whether it can store something right now."""

from sqlalchemy import text

from holdfast.clock import Clock, rfc3339
from server.blobs.store import Store
from server.db.engine import Database

_PROBE = b"this file shows that the disk can be written\n"


def check_ready(data: Store, database: Database, clock: Clock) -> None:
    """Write to the disk and to the database. Raises OSError or the database's error."""
    data.files.make_folder(data.logs)
    data.files.write_replacing(data.logs / "ready", _PROBE)
    with database.writing() as session:
        session.execute(
            text(
                "INSERT INTO meta (key, value) VALUES ('ready_at', :at) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
            ),
            {"at": rfc3339(clock.now())},
        )
