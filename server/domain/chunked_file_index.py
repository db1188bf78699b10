"""Reads what is known of files that come in numbered chunks; changes nothing."""

from sqlalchemy import select

from server.db.dialect_rows import ChunkedFileRow
from server.db.engine import Database
from server.domain.chunked_file_values import (
    ChunkedFile,
    FileChunk,
    chunks_of,
    own_row,
    unknown_file,
    views,
)


class ChunkedFileIndex:
    """Files as others see them. A device sees its own only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, file: str, device: str | None) -> ChunkedFile:
        """One file. Raises Refusal `not_found`, also for another device's."""
        with self._database.reading() as session:
            row = own_row(session, file, device)
            return views(session, [row])[0]

    def require(self, file: str, device: str, dialect: str) -> None:
        """Raises Refusal `not_found` unless this is a file of this device and dialect."""
        query = select(ChunkedFileRow.id).where(
            ChunkedFileRow.id == file,
            ChunkedFileRow.device == device,
            ChunkedFileRow.dialect == dialect,
        )
        with self._database.querying() as connection:
            if connection.scalar(query) is None:
                raise unknown_file()

    def find(self, dialect: str, device: str, scope: str, name: str) -> ChunkedFile | None:
        """The file that a sender calls so."""
        query = select(ChunkedFileRow).where(
            ChunkedFileRow.dialect == dialect,
            ChunkedFileRow.device == device,
            ChunkedFileRow.scope == scope,
            ChunkedFileRow.name == name,
        )
        with self._database.reading() as session:
            return next(iter(views(session, list(session.scalars(query)))), None)

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

    def _row(self, file: str, device: str) -> ChunkedFileRow:
        with self._database.reading() as session:
            return own_row(session, file, device)

    def _chunks(self, file: str) -> dict[int, FileChunk]:
        with self._database.reading() as session:
            return chunks_of(session, [file])[file]
