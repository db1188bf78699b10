"""Opens the receiver's database and gives out transactions; it knows no table.

What differs between SQLite and Postgres is in `server/db/sqlite.py` and `server/db/postgres.py`.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from holdfast.clock import Clock
from server.db.kept import KeptConnections
from server.db.sqlite import sqlite_engine, sqlite_writer
from server.engines import Engines, EngineUnusable

DatabaseUnusable = EngineUnusable
"""The database cannot be used as it must be; the message is a sentence for a person."""

RING: Final = "ring"
"""In a session's `info`: what to call once the session's jobs are committed."""


def _nobody() -> None:
    """Nobody waits to be told of new jobs."""


class Database:
    """One database. Sessions are short: one transaction each, then closed."""

    def __init__(self, where: Path | str) -> None:
        """`where` is SQLite's file, or a Postgres server's address. Raises DatabaseUnusable."""
        self.ring: Callable[[], None] = _nobody
        """Called after each transaction that queued jobs."""
        self.is_here = isinstance(where, Path)
        """Whether it is a file of this machine, and not a server that others use too."""
        if isinstance(where, Path):
            self.engine: Engine = sqlite_engine(where)
            self._reader, self._writer = self.engine, sqlite_writer(self.engine)
        else:
            from server.db.postgres import postgres_engine, postgres_reader

            self.engine = postgres_engine(where)
            self._reader, self._writer = postgres_reader(self.engine), self.engine
        self._asked, self._changed = KeptConnections(self._reader), KeptConnections(self._writer)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A consistent view; nothing may be written in it."""
        with Session(self._reader, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self, of: str | None = None) -> Iterator[Session]:
        """A transaction that holds the write lock from its first statement, and commits.

        `of` names the one thing that it is about, so that on a server those about different things
        run side by side. Whoever names it reads and changes nothing else.
        """
        info: dict[str, bool] = {}
        with Session(self._writer, expire_on_commit=False, info=info) as session, session.begin():
            if not self.is_here:
                _lock(session.connection(), of)
            yield session
        if info.get(RING):
            self.ring()

    @contextmanager
    def querying(self) -> Iterator[Connection]:
        """As `reading`, for plain columns: what every chunk asks for costs a fifth so."""
        with self._asked.asking() if self.is_here else self._reader.connect() as connection:
            yield connection

    @contextmanager
    def changing(self, of: str | None = None) -> Iterator[Connection]:
        """As `writing`, for plain statements. Jobs are not queued in it."""
        with self._changed.changing() if self.is_here else self._writer.begin() as connection:
            if not self.is_here:
                _lock(connection, of)
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A connection in a write transaction, for schema changes. Raises DatabaseUnusable."""
        try:
            connection = self._writer.connect()
        except OperationalError as error:
            if self.is_here:
                raise
            raise DatabaseUnusable(
                "The Postgres server of DATABASE_URL does not answer as it should: "
                f"{_first_line(error)}. Nothing was changed; see to it, then start again."
            ) from error
        with connection, connection.begin():
            if not self.is_here:
                _lock(connection, None)
            yield connection

    def shared_lock(self, work: str, key: str | None) -> AbstractContextManager[None] | None:
        """A lock that all receivers of this database know; None where there is only this machine.

        Entering it waits as long as another holds the key; with None as key, any key of this work.
        """
        if self.is_here:
            return None
        from server.db.postgres import holding

        return holding(self.engine, work, key)

    def clock(self, own: Clock) -> Clock:
        """The clock on which all who use this database agree: its server's, or this machine's."""
        if self.is_here:
            return own
        from server.db.postgres import ServerClock

        return ServerClock(self.engine, own)

    def close(self) -> None:
        """Close every connection."""
        self._asked.close()
        self._changed.close()
        self.engine.dispose()


def open_database(file: Path, engines: Engines) -> Database:
    """The database that these engines name; SQLite's is `file`. Raises DatabaseUnusable."""
    return Database(file if engines.is_database_here else engines.database_url)


def _lock(connection: Connection, of: str | None) -> None:
    from server.db.postgres import lock_writers

    lock_writers(connection, of)


def _first_line(error: OperationalError) -> str:
    # Never the error itself: it may quote the address, which holds a password.
    lines = str(error.orig).strip().splitlines()
    return lines[0] if lines else "no reason given"
