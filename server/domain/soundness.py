"""Whether the database can be believed, and putting aside one that cannot.

It is an index of the files: what is put aside is built anew at the next opening. SQLite's files
belong together, so they are moved together; nothing is deleted.
"""

import logging
from pathlib import Path
from typing import Final

from pysqlite3 import dbapi2

from holdfast import durable
from holdfast.clock import Clock
from holdfast.receiver_layout import ReceiverData
from server.engines import EngineUnusable

_BESIDE: Final = ("-wal", "-shm", "-journal")
_log = logging.getLogger(__name__)


def what_is_wrong(path: Path) -> str | None:
    """What SQLite says of a database that is damaged; None for a good one, or none at all.

    Raises dbapi2.OperationalError where it cannot be opened just now, which says nothing of it.
    """
    if not path.exists():
        return None
    connection = dbapi2.connect(path)
    try:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except dbapi2.OperationalError:
        raise
    except dbapi2.DatabaseError as error:
        return str(error)
    finally:
        connection.close()
    return None if said == "ok" else str(said)


def set_rows_aside(url: str, clock: Clock) -> str:
    """The same on a Postgres server: the tables go into a schema of their own, whose name it says.

    Raises EngineUnusable, also where a receiver or a worker is connected.
    """
    from server.db.migrate import tables
    from server.db.postgres import InUse, set_tables_aside

    schema = f"holdfast_aside_{clock.now():%Y%m%dt%H%M%S}"
    try:
        set_tables_aside(url, [*tables(), "alembic_version"], schema)
    except InUse:
        raise EngineUnusable(
            "A receiver or a worker uses this database. Nothing was changed; stop all of them, on "
            "every machine, then try again."
        ) from None
    _log.error("the tables were put aside, into the schema %s; they are built anew", schema)
    return f"the schema {schema}"


def put_aside(data: ReceiverData, why: str, clock: Clock) -> Path:
    """Move the database away; nobody may have it open. Returns where it is now.

    A crash in between leaves the main file where it is, and the next start puts it aside again.
    """
    folder = data.quarantine / f"database-{clock.now():%Y%m%dT%H%M%S}"
    for suffix in (*_BESIDE, ""):
        path = data.database.with_name(data.database.name + suffix)
        if path.exists():
            durable.move_aside(path, folder)
    _log.error("the database was put aside, into %s (%s); it is built anew", folder, why)
    return folder
