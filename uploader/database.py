"""Opens the queue's SQLite database the one right way; knows no table of it.

WAL with full synchronisation, each pragma read back; numbered migrations; a foreign or newer file
is refused, a damaged one is put aside whole and a new one begun: the database is an index, and
adoption fills it again from the files on disk. Only `pysqlite3` is used, because SQLite before
3.51.3 can lose a committed transaction when the WAL is reset.
"""

import re
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite

from holdfast import durable
from holdfast.layout import Home
from holdfast.locks import Lock, try_lock
from uploader.errors import QueueBusy, QueueDamaged, QueueError, QueueFull, QueueRefused

APPLICATION_ID: Final = 0x48464451  # "HFDQ"
BUSY_TIMEOUT_MS: Final = 10_000
OPEN_TIMEOUT_S: Final = 30.0
_OPEN_POLL_S: Final = 0.02

PRAGMAS: Final = (
    ("journal_mode", "wal"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("secure_delete", 1),
    ("temp_store", 2),
    ("mmap_size", 0),
    ("wal_autocheckpoint", 256),
    ("journal_size_limit", 4 * 1024 * 1024),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
)
"""Name and value of every setting that the queue's promises rest on; each is read back."""

_DAMAGED: Final = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})
_BUSY: Final = frozenset({"SQLITE_BUSY", "SQLITE_LOCKED"})
# The second is the WAL's index, which is a file of its own and has to grow too.
_FULL: Final = frozenset({"SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"})
_MIGRATION: Final = re.compile(r"(\d{4})\.sql\Z")

Row = tuple[Any, ...]


class Database:
    """One connection, used by one thread at a time; every write is a short transaction."""

    def __init__(self, path: Path, lock: Lock, put_aside: Path | None) -> None:
        self.put_aside = put_aside
        """Where a damaged database was put when this one was opened, or None."""
        self._lock = lock
        self._turn = threading.RLock()
        self._connection = _connect(path)

    @contextmanager
    def write(self) -> Generator["Database", None, None]:
        """A transaction that is durable when the block ends and undone when it raises."""
        with self._turn, _as_ours():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def read(self) -> Generator["Database", None, None]:
        """A stretch in which several reads see one and the same state."""
        with self._turn, _as_ours():
            self._connection.execute("BEGIN")
            try:
                yield self
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")

    def execute(self, sql: str, parameters: object = ()) -> int:
        """Run one statement inside `write`; returns how many rows it changed."""
        changed: int = self._connection.execute(sql, parameters).rowcount
        return changed

    def many(self, sql: str, rows: Iterator[object]) -> None:
        """Run one statement once for each row, inside `write`."""
        self._connection.executemany(sql, rows)

    def rows(self, sql: str, parameters: object = ()) -> list[Row]:
        """All rows of a query, inside `write` or `read`."""
        found: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return found

    def row(self, sql: str, parameters: object = ()) -> Row | None:
        """The first row of a query, or None."""
        found: Row | None = self._connection.execute(sql, parameters).fetchone()
        return found

    def changes_by_others(self) -> int:
        """A number that is another one once another process has committed a change."""
        with self._turn, _as_ours():
            return _pragma(self._connection, "data_version")

    def attached(self, old: Path, work: Callable[[], None]) -> None:
        """Do some work as one transaction while another database is readable as `old`."""
        with self._turn, _as_ours():
            self._connection.execute("ATTACH DATABASE ? AS old", (str(old),))
            try:
                with self.write():
                    work()
            finally:
                self._connection.execute("DETACH DATABASE old")

    def close(self) -> None:
        """Close the connection. Calling it again does nothing."""
        with self._turn:
            self._connection.close()
            self._lock.release()


def open_queue_database(home: Home) -> Database:
    """Open the home's queue, creating, migrating or replacing the file as needed.

    Raises QueueRefused for a foreign or newer file, and for a damaged one that another process has
    open; QueueBusy when another process is opening it for longer than OPEN_TIMEOUT_S.
    """
    durable.make_folder(home.root)
    put_aside = _prepare_alone(home)
    lock = _shared_lock(home)
    try:
        with _as_ours():
            return Database(home.queue_database, lock, put_aside)
    except BaseException:
        lock.release()
        raise


def _prepare_alone(home: Home) -> Path | None:
    # Whoever is alone checks and repairs; whoever is not finds a database that is in good use.
    with _lock_or_none(home) as alone:
        if alone is None:
            return None
        try:
            _prepare(home.queue_database)
        except QueueDamaged:
            folder = put_aside(home)
            _prepare(home.queue_database)
            return folder
    return None


@contextmanager
def _lock_or_none(home: Home) -> Iterator[Lock | None]:
    lock = try_lock(home.queue_lock)
    try:
        yield lock
    finally:
        if lock is not None:
            lock.release()


@contextmanager
def refuse_while_open(home: Home) -> Generator[None, None, None]:
    """Keep everybody else from opening the queue. Raises QueueBusy while somebody has it open."""
    durable.make_folder(home.root)
    with _lock_or_none(home) as alone:
        if alone is None:
            raise QueueBusy(
                "Another Holdfast program has the queue open. Recordings are safe; "
                "close the other program and try again."
            )
        yield


def _shared_lock(home: Home) -> Lock:
    pause = threading.Event()
    for _ in range(int(OPEN_TIMEOUT_S / _OPEN_POLL_S)):
        lock = try_lock(home.queue_lock, shared=True)
        if lock is not None:
            return lock
        pause.wait(_OPEN_POLL_S)
    raise QueueBusy(
        "Another Holdfast program has been opening the queue for too long. "
        "Recordings are safe; try again."
    )


def put_aside(home: Home) -> Path:
    """Move the database with everything that belongs to it into a folder of its own; where to.

    Only for whoever holds the home's queue lock alone.
    """
    number = 1
    while home.damaged_queue(number).exists():
        number += 1
    folder = home.damaged_queue(number)
    # The WAL goes with its database: applied to another one, it would damage that one too.
    for suffix in ("", "-wal", "-shm", "-journal"):
        path = home.queue_database.with_name(home.queue_database.name + suffix)
        if path.exists():
            durable.move_aside(path, folder)
    return folder


def _prepare(path: Path) -> None:
    with _as_ours():
        connection = _connect(path, check=False)
        try:
            _refuse_foreign(connection, path)
            _require_whole(connection)
            _migrate(connection)
        finally:
            connection.close()


def _connect(path: Path, check: bool = True) -> Any:
    connection = sqlite.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
    )
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        for name, value in PRAGMAS:
            connection.execute(f"PRAGMA {name}={value}").fetchall()
            actual = connection.execute(f"PRAGMA {name}").fetchone()
            if actual is not None and actual[0] != value:
                raise QueueRefused(
                    f"The queue database does not accept {name}={value} (it has {actual[0]}). "
                    "Recordings are safe, but nothing can be sent from this disk."
                )
        if check:
            _refuse_foreign(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _pragma(connection: Any, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _refuse_foreign(connection: Any, path: Path) -> None:
    application = _pragma(connection, "application_id")
    version = _pragma(connection, "user_version")
    is_empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not (application == 0 and is_empty):
        raise QueueRefused(
            f"{path} is not Holdfast's queue but another program's database. "
            "Recordings are safe; move that file away and try again."
        )
    newest = max(_migrations())
    if version > newest:
        raise QueueRefused(
            f"The queue was written by a newer Holdfast (version {version}, this one reads up to "
            f"{newest}) and was not touched. Recordings are safe; update Holdfast, or build the "
            "queue anew from them: holdfast queue rebuild."
        )


def _require_whole(connection: Any) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise QueueDamaged(f"The queue database is damaged ({found}).")


def _migrations() -> dict[int, str]:
    folder = files("uploader") / "schema"
    scripts = {}
    for entry in folder.iterdir():
        match = _MIGRATION.match(entry.name)
        if match is not None:
            scripts[int(match.group(1))] = entry.read_text(encoding="utf-8")
    return scripts


def _migrate(connection: Any) -> None:
    for number, script in sorted(_migrations().items()):
        if number <= _pragma(connection, "user_version"):
            continue
        connection.execute("BEGIN IMMEDIATE")
        for statement in _statements(script):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def _as_ours() -> Generator[None, None, None]:
    try:
        yield
    except sqlite.DatabaseError as error:
        full_name = getattr(error, "sqlite_errorname", None) or ""
        name = "_".join(full_name.split("_")[:2])
        if name in _DAMAGED:
            raise QueueDamaged(f"The queue database is damaged ({error}).") from error
        if name in _BUSY:
            raise QueueBusy(f"Another process holds the queue database ({error}).") from error
        if full_name in _FULL:
            raise QueueFull(
                f"The disk is full; the queue was not changed ({error}). Recordings are safe; "
                "free some space."
            ) from error
        raise QueueError(f"The queue database failed ({error}).") from error
