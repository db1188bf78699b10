"""Whether the receiver lives, and whether it can store something right now."""

from sqlalchemy import text

from holdfast import durable
from holdfast.clock import Clock, rfc3339
from holdfast.receiver_layout import ReceiverData
from server.db.engine import Database

_PROBE = b"this file shows that the disk can be written\n"


def check_ready(data: ReceiverData, database: Database, clock: Clock) -> None:
    """Write to the disk and to the database. Raises OSError or the database's error."""
    durable.make_folder(data.logs)
    durable.write_replacing(data.logs / "ready", _PROBE)
    with database.writing() as session:
        session.execute(
            text(
                "INSERT INTO meta (key, value) VALUES ('ready_at', :at) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
            ),
            {"at": rfc3339(clock.now())},
        )
