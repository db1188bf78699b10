"""SQLite as the receiver needs it: one file, durable, one writer at a time.

It comes from pysqlite3: versions before 3.51.3, which Python may carry, can lose a committed
transaction when the WAL is reset. A writer takes its lock when it begins, because SQLAlchemy's
default would let two writers read the same state and overwrite each other without an error.
"""

from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry

from server.engines import EngineUnusable

BUSY_TIMEOUT_MS: Final = 10_000
_PRAGMAS: Final = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a committed row survives a power cut
    "busy_timeout": BUSY_TIMEOUT_MS,
    "foreign_keys": 1,
    "secure_delete": 1,  # what was withdrawn leaves no trace in the file's free pages
}
_BEGIN: Final = "holdfast_begin"


def sqlite_engine(path: Path) -> Engine:
    """An engine over this file, which is made when the first connection is."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=dbapi2,
        pool_size=40,
        # What a statement was given may be a participant's; it must not get into a log.
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def sqlite_writer(engine: Engine) -> Engine:
    """The same engine, but each transaction holds the file's write lock from its beginning."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for name, value in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")
        (actual,) = connection.execute(f"PRAGMA {name}").fetchone()
        if actual != value:
            raise EngineUnusable(
                f"SQLite refuses {name}={value} and has {actual}: is the data folder on a "
                "network share? Nothing was changed; move it to a local disk."
            )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
