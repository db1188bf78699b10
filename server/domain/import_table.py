"""The rows of files on their way, as the one who takes them in reads and writes them.

It touches no file; who withdraws what they belong to uses `import_rows.py`.
"""

from sqlalchemy import ColumnElement, delete, select, update

from holdfast.clock import Clock
from server.db.engine import Database
from server.db.models import ImportRow
from server.domain.refusals import Refusal


class ImportTable:
    """Rows out of and into the database; threads may share it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def own(self, id: str, device: str | None) -> ImportRow:  # noqa: A002 - its name in every list
        """A device's row; None as device means a user. Raises Refusal `unknown_upload`."""
        with self._database.reading() as session:
            row = session.get(ImportRow, id)
        if row is None or device not in (None, row.device):
            raise _unknown()
        return row

    def of(self, id: str, which: ColumnElement[bool]) -> ImportRow | None:  # noqa: A002 - as above
        """The row with this id, while that holds of it."""
        with self._database.reading() as session:
            return session.scalar(select(ImportRow).where(ImportRow.id == id, which))

    def ids(self, which: ColumnElement[bool]) -> list[str]:
        """The ids of the rows of which that holds."""
        with self._database.reading() as session:
            return list(session.scalars(select(ImportRow.id).where(which)))

    def completing_themselves(self) -> list[ImportRow]:
        """The rows that are open and need no further call once their bytes are here."""
        query = select(ImportRow).where(ImportRow.state == "open", ImportRow.completes_itself)
        with self._database.reading() as session:
            return list(session.scalars(query))

    def save(self, row: ImportRow) -> None:
        """Write a row back. Raises Refusal `unknown_upload` where it is gone."""
        row.changed_at = self._clock.now()
        with self._database.writing() as session:
            if session.get(ImportRow, row.id) is None:
                # It was withdrawn meanwhile; whoever did that deletes the bytes, too.
                raise _unknown()
            session.merge(row)

    def note_present(self, row: ImportRow, present: list[list[int]]) -> None:
        """What every write saves, as a plain statement: rows of the ORM cost five times as much.

        Raises Refusal `unknown_upload` where it is gone.
        """
        row.present, row.changed_at = present, self._clock.now()
        values = {"present": present, "changed_at": row.changed_at}
        with self._database.changing() as connection:
            saved = connection.execute(
                update(ImportRow).where(ImportRow.id == row.id).values(**values)
            )
        if saved.rowcount == 0:
            # It was withdrawn meanwhile; whoever did that deletes the bytes, too.
            raise _unknown()

    def remove(self, row: ImportRow) -> None:
        """Drop a row."""
        with self._database.writing() as session:
            session.execute(delete(ImportRow).where(ImportRow.id == row.id))


def _unknown() -> Refusal:
    return Refusal("unknown_upload", "No such upload is known here. Begin it again.")
