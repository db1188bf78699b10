"""Which errors of the disk and the database mean that the same may succeed later, or never."""

from typing import Final

from pysqlite3.dbapi2 import OperationalError as SqliteError
from sqlalchemy.exc import DBAPIError

from holdfast import durable
from server.blobs.base import Unreachable

_FULL: Final = ("SQLITE_FULL", "53100")
_BUSY: Final = (
    "SQLITE_BUSY",
    "SQLITE_LOCKED",
    "55P03",  # lock_not_available: a lock was not had in time
    "40001",  # serialization_failure
    "40P01",  # deadlock_detected
    "53300",  # too_many_connections
    "57P01",  # admin_shutdown
    "57P03",  # cannot_connect_now
    "away",
)
_UNSTORABLE: Final = ("SQLITE_TOOBIG", "SQLITE_MISMATCH", "54000")
"""And, with Postgres, its whole class 22 of data that it cannot keep."""


def is_storage_full(error: BaseException) -> bool:
    """Whether a file or the database could not be written because the disk is full."""
    if isinstance(error, OSError):
        return durable.is_no_space(error)
    return _code(error) in _FULL


def is_busy(error: BaseException) -> bool:
    """Whether database or store could not be had in time: others were writing, or it is away."""
    if isinstance(error, Unreachable):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return _code(error) in _BUSY


def is_unstorable(error: BaseException) -> bool:
    """Whether the database cannot keep what it was given, however often it is given."""
    if isinstance(error, OverflowError):
        return "SQLite INTEGER" in str(error)
    code = _code(error) or ""
    return code in _UNSTORABLE or code.startswith("22")


def _code(error: BaseException) -> str | None:
    """SQLite's name of an error, or Postgres's number; `away` where its server did not answer."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if isinstance(cause, SqliteError):
        return str(cause.sqlite_errorname)
    if cause is None:
        return None
    state = getattr(cause, "sqlstate", None)
    return "away" if state is None else str(state)
