"""The rows of files on their way, as the one who takes them in reads and writes them.

What every write asks and notes are plain statements: rows of the ORM cost five times as much. It
touches no file; who withdraws what they belong to uses `import_rows.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, select

from holdfast.clock import Clock
from server.db.engine import Database
from server.db.models import Base, ImportRow
from server.db.prepared import Change, Question
from server.domain.import_values import ImportState
from server.domain.refusals import Refusal


def _state(columns: Sequence[Any]) -> ImportState:
    return ImportState(*columns)


_IMPORTS: Final[Table] = Base.metadata.tables[ImportRow.__tablename__]
_IT: Final = _IMPORTS.c.id == bindparam("of_id")
_COLUMNS: Final = [_IMPORTS.c[each.name] for each in fields(ImportState)]
_FIND: Final = Question(select(*_COLUMNS).where(_IT), _state)
_NOTE: Final = Change(
    _IMPORTS.update()
    .where(_IT)
    .values(present=bindparam("present"), changed_at=bindparam("changed_at"))
)
_CHANGES: Final = ("state", "size_bytes", "present", "parts", "changed_at")
"""What of a row may change."""
_SAVE: Final = Change(
    _IMPORTS.update().where(_IT).values({name: bindparam(name) for name in _CHANGES})
)
Beside = Callable[[Connection], None]
"""What another notes in the same transaction."""


class ImportTable:
    """Rows out of and into the database; threads may share it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def own(self, id: str, device: str | None) -> ImportState:  # noqa: A002 - as in every list
        """A device's row; None as device means a user. Raises Refusal `unknown_upload`."""
        with self._database.querying() as connection:
            found = _FIND.one_or_none(connection, {"of_id": id})
        if found is None or device not in (None, found.device):
            raise _unknown()
        state: ImportState = found
        return state

    def of(self, id: str, which: ColumnElement[bool]) -> ImportState | None:  # noqa: A002 - as above
        """The row with this id, while that holds of it."""
        return next(iter(self._such(ImportRow.id == id, which)), None)

    def ids(self, which: ColumnElement[bool]) -> list[str]:
        """The ids of the rows of which that holds."""
        with self._database.reading() as session:
            return list(session.scalars(select(ImportRow.id).where(which)))

    def under_way(self) -> list[ImportState]:
        """The rows of files that are not complete."""
        return self._such(ImportRow.state == "open")

    def _such(self, *which: ColumnElement[bool]) -> list[ImportState]:
        with self._database.querying() as connection:
            return [_state(row) for row in connection.execute(select(*_COLUMNS).where(*which))]

    def save(self, row: ImportState) -> None:
        """Write a row back. Raises Refusal `unknown_upload` where it is gone."""
        row.changed_at = self._clock.now()
        values = {name: getattr(row, name) for name in _CHANGES}
        with self._database.changing() as connection:
            if _SAVE.run(connection, {"of_id": row.id, **values}) == 0:
                # It was withdrawn meanwhile; whoever did that deletes the bytes, too.
                raise _unknown()

    def note_present(
        self, row: ImportState, present: list[list[int]], beside: Beside | None = None
    ) -> None:
        """What every write saves, and what `beside` does, all or nothing.

        Raises Refusal `unknown_upload` where it is gone, and what `beside` raises.
        """
        row.present, row.changed_at = present, self._clock.now()
        values = {"of_id": row.id, "present": present, "changed_at": row.changed_at}
        with self._database.changing() as connection:
            if _NOTE.run(connection, values) == 0:
                # It was withdrawn meanwhile; whoever did that deletes the bytes, too.
                raise _unknown()
            if beside is not None:
                beside(connection)

    def note(self, beside: Beside | None) -> None:
        """What another notes, where nothing of a row changes."""
        if beside is not None:
            with self._database.changing() as connection:
                beside(connection)

    def remove(self, row: ImportState) -> None:
        """Drop a row."""
        with self._database.writing() as session:
            session.execute(delete(ImportRow).where(ImportRow.id == row.id))


def _unknown() -> Refusal:
    return Refusal("unknown_upload", "No such upload is known here. Begin it again.")
