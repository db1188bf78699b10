"""What the database knows of files in numbered chunks, asked and noted with plain statements.

Every chunk asks for it and notes it; rows as objects of the ORM cost five times as much. It decides
nothing about bytes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Table, bindparam, delete, select

from server.db.dialect_rows import ChunkedFileRow, FileChunkRow
from server.db.engine import Database
from server.db.models import Base
from server.db.prepared import Change, Question
from server.domain.chunked_file_values import FileChunk, FileState, unknown_file
from server.domain.refusals import Refusal


def _state(columns: Sequence[Any]) -> FileState:
    return FileState(*columns)


_FILES: Final[Table] = Base.metadata.tables[ChunkedFileRow.__tablename__]
_CHUNKS: Final[Table] = Base.metadata.tables[FileChunkRow.__tablename__]
_CHANGES: Final = ("size_bytes", "chunks", "details", "state", "recording", "changed_at")
"""What of a file's row may change."""
_IT: Final = _FILES.c.id == bindparam("of_file")
_COLUMNS: Final = [_FILES.c[each.name] for each in fields(FileState)]
_FIND: Final = Question(select(*_COLUMNS).where(_IT), _state)
_NAMED: Final = Question(
    select(*_COLUMNS).where(
        *(_FILES.c[name] == bindparam(name) for name in ("dialect", "device", "scope", "name"))
    ),
    _state,
)
_CHUNKS_OF: Final = Question(
    select(*(_CHUNKS.c[name] for name in FileChunk._fields))
    .where(_CHUNKS.c.file == bindparam("of_file"))
    .order_by(_CHUNKS.c.number),
    FileChunk._make,
)
_CHANGE: Final = Change(
    _FILES.update().where(_IT).values({name: bindparam(name) for name in _CHANGES})
)
_TOUCH: Final = Change(_FILES.update().where(_IT).values(changed_at=bindparam("changed_at")))
_CHUNK: Final[dict[str, BindParameter[Any]]] = {
    name: bindparam(name) for name in (*FileChunk._fields, "at")
}
_ADD_CHUNK: Final = Change(_CHUNKS.insert().values(file=bindparam("of_file"), **_CHUNK))
_CHANGE_CHUNK: Final = Change(
    _CHUNKS.update()
    .where(_CHUNKS.c.file == bindparam("of_file"), _CHUNKS.c.number == bindparam("of_number"))
    .values(_CHUNK)
)
Chunks = dict[int, FileChunk]
"""What is known of a file's chunks, by number. A file may have thousands."""


class ChunkedFileRows:
    """The rows of files and of their chunks. Whoever changes one holds the file's lock."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, file: str, device: str | None) -> tuple[FileState, Chunks]:
        """A file and its chunks; None as device means a user.

        Raises Refusal `not_found`, also for another device's.
        """
        with self._database.querying() as connection:
            found = _FIND.one_or_none(connection, {"of_file": file})
            if found is None or device not in (None, found.device):
                raise unknown_file()
            return found, _chunks_of(connection, file)

    def named(
        self, dialect: str, device: str, scope: str, name: str
    ) -> tuple[FileState, Chunks] | None:
        """The file that a sender calls so."""
        asked = {"dialect": dialect, "device": device, "scope": scope, "name": name}
        with self._database.querying() as connection:
            found = _NAMED.one_or_none(connection, asked)
            if found is None:
                return None
            return found, _chunks_of(connection, found.id)

    def save(
        self, row: FileState, known: Chunks, changed: Iterable[FileChunk], at: datetime
    ) -> None:
        """Write a file's row and some of its chunks, all or nothing. Raises as `note`."""
        values = {name: getattr(row, name) for name in _CHANGES}
        with self._database.changing() as connection:
            if _CHANGE.run(connection, {"of_file": row.id, **values}) == 0:
                raise gone()
            _write(connection, row.id, known, changed, at)

    def note(
        self, connection: Connection, file: str, known: Chunks, changed: FileChunk, at: datetime
    ) -> None:
        """Write one chunk, and when it came, in a transaction that another began.

        `known` chunks have rows already. Raises Refusal `not_found` for a file that is gone: it
        stays so.
        """
        if _TOUCH.run(connection, {"of_file": file, "changed_at": at}) == 0:
            raise gone()
        _write(connection, file, known, (changed,), at)

    def forget(self, file: str) -> None:
        """Drop a file's row, and those of its chunks with it."""
        with self._database.changing() as connection:
            connection.execute(delete(_FILES).where(_FILES.c.id == file))

    def forget_chunks(self, file: str) -> None:
        """Drop the rows of a file's chunks."""
        with self._database.changing() as connection:
            connection.execute(delete(_CHUNKS).where(_CHUNKS.c.file == file))


def gone() -> Refusal:
    """To say where a file went while something of it was under way."""
    return Refusal("not_found", "Nothing of this upload is here any more. Begin it again.")


def _write(
    connection: Connection, file: str, known: Chunks, changed: Iterable[FileChunk], at: datetime
) -> None:
    for each in changed:
        values = {"of_file": file, "of_number": each.number, **each._asdict(), "at": at}
        (_CHANGE_CHUNK if each.number in known else _ADD_CHUNK).run(connection, values)


def _chunks_of(connection: Connection, file: str) -> Chunks:
    return {each.number: each for each in _CHUNKS_OF.all(connection, {"of_file": file})}
