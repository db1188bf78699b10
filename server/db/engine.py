"""Opens the receiver's database and gives out transactions; it knows no table.

SQLite comes from pysqlite3: versions before 3.51.3, which Python may carry, can lose a committed
transaction when the WAL is reset. A writer takes its lock when it begins, because SQLAlchemy's
default would let two writers read the same state and overwrite each other without an error.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_TIMEOUT_MS = 10_000
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a committed row survives a power cut
    "busy_timeout": BUSY_TIMEOUT_MS,
    "foreign_keys": 1,
    "secure_delete": 1,  # what was withdrawn leaves no trace in the file's free pages
}
_BEGIN = "holdfast_begin"


class DatabaseUnusable(Exception):
    """The database cannot be used as it must be; the message is a sentence for a person."""


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for name, value in _PRAGMAS.items():
        connection.execute(f"PRAGMA {name}={value}")
        (actual,) = connection.execute(f"PRAGMA {name}").fetchone()
        if actual != value:
            raise DatabaseUnusable(
                f"SQLite refuses {name}={value} and has {actual}: is the data folder on a "
                "network share? Nothing was changed; move it to a local disk."
            )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))


class Database:
    """One SQLite file. Sessions are short: one transaction each, then closed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine: Engine = create_engine(
            URL.create("sqlite+pysqlite", database=str(path)),
            module=dbapi2,
            pool_size=32,
            # What a statement was given may be a participant's; it must not get into a log.
            hide_parameters=True,
        )
        event.listen(self.engine, "connect", _prepare)
        event.listen(self.engine, "begin", _begin)
        self._writer = self.engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view; nothing may be written in it."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction that holds the write lock from its first statement, and commits."""
        with Session(self._writer, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def querying(self) -> Iterator[Connection]:
        """As `reading`, for plain columns: what every chunk asks for costs a fifth so."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """As `writing`, for plain statements."""
        with self._writer.begin() as connection:
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A connection in a write transaction, for schema changes."""
        with self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()
