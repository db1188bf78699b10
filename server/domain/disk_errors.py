"""Which errors of the disk and the database mean that the same may succeed later."""

from pysqlite3.dbapi2 import OperationalError as SqliteError
from sqlalchemy.exc import OperationalError

from holdfast import durable


def is_storage_full(error: BaseException) -> bool:
    """Whether a file or the database could not be written because the disk is full."""
    if isinstance(error, OSError):
        return durable.is_no_space(error)
    return _sqlite_error(error) == "SQLITE_FULL"


def is_busy(error: BaseException) -> bool:
    """Whether the database could not be had in time because somebody else was writing."""
    return _sqlite_error(error) in ("SQLITE_BUSY", "SQLITE_LOCKED")


def _sqlite_error(error: BaseException) -> str | None:
    cause = error.orig if isinstance(error, OperationalError) else None
    return cause.sqlite_errorname if isinstance(cause, SqliteError) else None
