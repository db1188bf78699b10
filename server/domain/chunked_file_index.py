"""Reads what is known of files that come in numbered chunks; changes nothing."""

from sqlalchemy import select

from server.db.dialect_rows import ChunkedFileRow
from server.db.engine import Database
from server.domain.chunked_file_rows import ChunkedFileRows
from server.domain.chunked_file_values import ChunkedFile, view, views


class ChunkedFileIndex:
    """Files as others see them. A device sees its own only."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = ChunkedFileRows(database)

    def get(self, file: str, device: str | None) -> ChunkedFile:
        """One file. Raises Refusal `not_found`, also for another device's."""
        row, chunks = self._rows.find(file, device)
        return view(row, chunks.values())

    def find(self, dialect: str, device: str, scope: str, name: str) -> ChunkedFile | None:
        """The file that a sender calls so."""
        found = self._rows.named(dialect, device, scope, name)
        return None if found is None else view(found[0], found[1].values())

    def in_session(self, session_id: str, device: str) -> list[ChunkedFile]:
        """A session's files, oldest first."""
        query = select(ChunkedFileRow).where(
            ChunkedFileRow.session == session_id, ChunkedFileRow.device == device
        )
        with self._database.reading() as session:
            return views(session, list(session.scalars(query.order_by(ChunkedFileRow.created_at))))

    def everything(self, dialect: str, device: str) -> list[ChunkedFile]:
        """A device's files, newest first, at most 10,000: what statistics are made of."""
        query = select(ChunkedFileRow).where(
            ChunkedFileRow.dialect == dialect, ChunkedFileRow.device == device
        )
        query = query.order_by(ChunkedFileRow.id.desc()).limit(10_000)
        with self._database.reading() as session:
            return views(session, list(session.scalars(query)))
