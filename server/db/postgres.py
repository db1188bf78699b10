"""Postgres as the receiver needs it: durable, and as orderly between writers as SQLite is.

A transaction that writes takes a lock first. Without a name it is everybody's, so that rules that
were written for one writer at a time hold; with a name it excludes those of the same name and
those without one. The locks are Postgres's own (advisory, of a transaction), so they end with the
connection, however the process that held them dies.
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.schema import CreateSchema

from holdfast.clock import Clock
from server.engines import EngineUnusable

LOCK_TIMEOUT_S: Final = 10
_MUST_BE_ON: Final = ("fsync", "full_page_writes")
_EVERYBODY: Final = "holdfast"
_EXCLUSIVE: Final = text("SELECT pg_advisory_xact_lock(:number)")
_SHARED: Final = text("SELECT pg_advisory_xact_lock_shared(:number)")
_OTHERS: Final = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
    "AND application_name = 'holdfast' AND pid <> pg_backend_pid()"
)
_TABLES: Final = text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
_IMPATIENT: Final = text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT_S}s'")


def postgres_engine(url: str) -> Engine:
    """An engine over this server's database. Raises EngineUnusable without its driver."""
    try:
        # Connections are bounded by the threads that use them, at most three each.
        engine = create_engine(
            make_url(url).set(drivername="postgresql+psycopg"),
            pool_size=16,
            max_overflow=-1,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"connect_timeout": 10, "application_name": "holdfast"},
        )
    except ModuleNotFoundError as error:
        raise EngineUnusable(
            "DATABASE_URL names a Postgres server, whose driver is not installed. Nothing was "
            "changed; install it with: pip install 'holdfast[postgres]'"
        ) from error
    event.listen(engine, "connect", _prepare)
    return engine


def postgres_reader(engine: Engine) -> Engine:
    """The same engine, for transactions that see one state and change nothing."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def lock_writers(connection: Connection, of: str | None) -> None:
    """Take the lock of this transaction: everybody's, or that of `of` beside everybody's."""
    connection.execute(_IMPATIENT)
    if of is None:
        connection.execute(_EXCLUSIVE, {"number": _number(_EVERYBODY)})
        return
    connection.execute(_SHARED, {"number": _number(_EVERYBODY)})
    connection.execute(_EXCLUSIVE, {"number": _number(f"{_EVERYBODY}/row/{of}")})


@contextmanager
def holding(engine: Engine, work: str, key: str | None) -> Iterator[None]:
    """Wait for a lock that every receiver of this database knows, and hold it.

    It lies on a connection of its own, and says nothing about any row.
    """
    with engine.connect() as connection, connection.begin():
        of_work = _number(f"{_EVERYBODY}/work/{work}")
        connection.execute(_EXCLUSIVE if key is None else _SHARED, {"number": of_work})
        if key is not None:
            connection.execute(_EXCLUSIVE, {"number": _number(f"{_EVERYBODY}/work/{work}/{key}")})
        yield


def set_tables_aside(url: str, names: Iterable[str], schema: str) -> list[str]:
    """Move tables, as they are, into a schema of their own; returns which of them there were.

    Raises InUse where anybody else is connected, EngineUnusable where the server does not let it.
    """
    engine = postgres_engine(url)
    try:
        with engine.connect() as connection, connection.begin():
            lock_writers(connection, None)
            if connection.scalar(_OTHERS):
                raise InUse
            found = sorted(set(connection.scalars(_TABLES)) & set(names))
            connection.execute(CreateSchema(schema))
            for name in found:
                connection.execute(text(f'ALTER TABLE "{name}" SET SCHEMA "{schema}"'))
            return found
    except (OperationalError, ProgrammingError) as error:
        said = str(error.orig).strip().splitlines()[:1] or ["no reason given"]
        raise EngineUnusable(
            f"The Postgres server does not let its tables be set aside: {said[0]}. Nothing was "
            "changed."
        ) from error
    finally:
        engine.dispose()


class InUse(Exception):
    """Somebody else is connected to the database."""


class ServerClock:
    """The clock of the database's server, on which all machines that use it agree.

    All but the wall clock is this machine's.
    """

    def __init__(self, engine: Engine, own: Clock) -> None:
        self._engine = engine
        self._own = own

    def now(self) -> datetime:
        with self._engine.connect() as connection:
            moment = connection.scalar(text("SELECT clock_timestamp()"))
        assert isinstance(moment, datetime)
        return moment.astimezone(UTC)

    def monotonic_ns(self) -> int:
        return self._own.monotonic_ns()

    def asleep_ns(self) -> int:
        return self._own.asleep_ns()

    def boot_id(self) -> str:
        return self._own.boot_id()


def _number(name: str) -> int:
    """The lock's number: 64 bits of a hash, so that other programs' locks are not ours."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:
    with connection.cursor() as cursor:
        for name in _MUST_BE_ON:
            cursor.execute(f"SHOW {name}")
            (value,) = cursor.fetchone()
            if value != "on":
                raise EngineUnusable(
                    f"The Postgres server runs with {name} = {value}, so a power cut could lose "
                    "what was acknowledged. Nothing was changed; turn it on there."
                )
        cursor.execute("SHOW synchronous_commit")
        (value,) = cursor.fetchone()
        if value == "off":
            cursor.execute("SET synchronous_commit = 'on'")
    connection.commit()
