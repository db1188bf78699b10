"""Files that come in numbered chunks of any size, in any order, and become imported recordings.

Where a chunk belongs is known once all before it are here: then it goes to its place in the import.
One that came early is an import of its own until then. All bytes are imports; only which chunks
came, and how large they were, is kept here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Protocol

from holdfast.clock import Clock
from holdfast.ids import new_id
from server.blobs.store import Store
from server.db.engine import Database
from server.domain.chunked_file_index import ChunkedFileIndex
from server.domain.chunked_file_rows import Chunks, gone
from server.domain.chunked_file_values import (
    CHUNKS_MOST,
    ChunkedFile,
    FileChunk,
    FileState,
    NewFile,
    new_row,
    require_place,
    require_same,
    unknown_file,
    view,
)
from server.domain.chunks import Body
from server.domain.import_table import Beside
from server.domain.imports import Imports
from server.domain.keyed_locks import KeyedLocks
from server.domain.refusals import Refusal


class SizedBody(Body, Protocol):
    """The bytes of one chunk, whose number is known beforehand."""

    @property
    def size_bytes(self) -> int: ...


class ChunkedFiles(ChunkedFileIndex):
    """All that happens to such files. One instance for one data folder; threads may share it."""

    def __init__(self, data: Store, database: Database, imports: Imports, clock: Clock) -> None:
        super().__init__(database)
        self._imports = imports
        self._clock = clock
        self._locks = KeyedLocks(data, "chunks")

    def begin(self, new: NewFile, device: str) -> ChunkedFile:
        """A file, begun now or before by the same words. Raises Refusal `conflict`, `bad_request`.

        The import is made first: a row always has one.
        """
        if new.chunks is not None and not 1 <= new.chunks <= CHUNKS_MOST:
            raise Refusal("bad_request", f"A file has 1 to {CHUNKS_MOST} chunks.")
        with self._locks.hold((device, new.dialect, new.scope, new.name)):
            known = self.find(new.dialect, device, new.scope, new.name)
            if known is not None:
                require_same(known, new)
                return known
            file = new_id(self._clock.now())
            begun = self._imports.create(
                device,
                size_bytes=new.size_bytes,
                name=new.filename,
                media_type=new.media_type,
                metadata={"dialect": new.dialect, "name": new.name},
                session=new.session,
                id=file,
            )
            with self._database.writing() as session:
                session.add(new_row(begun, new, device, self._clock.now()))
        return self.get(file, device)

    def put(
        self,
        file: str,
        device: str,
        number: int,
        body: SizedBody,
        sha256: str | None = None,
        dialect: str | None = None,
    ) -> ChunkedFile:
        """Store a chunk; when this returns, it survives a power cut. Again, it changes nothing.

        `sha256` is what its sender says of it, and `dialect` that of the file, where it was not
        found by its name. The last of a known number of chunks makes the recording. Raises
        Refusal: `conflict` for other bytes under a number that is taken, `digest_mismatch`,
        `bad_request`, `not_found`, `withdrawn`, `storage_full`.
        """
        with self._locks.hold(file):
            row, chunks = self._open(file, device, dialect)
            before = chunks.get(number)
            refusals = 0 if before is None else before.refusals
            chunk = FileChunk(number, "owed", body.size_bytes, body.sha256(), refusals)
            if before is not None and before.is_here:
                self._require_same_chunk(row, before, chunk)
            else:
                require_place(row, number, chunk.size_bytes)
                if sha256 is not None and sha256.lower() != chunk.sha256:
                    raise self._refused(row, chunks, chunk)
                self._store(row, chunks, chunk, body)
            if row.chunks is not None:
                self._complete_if_whole(row, chunks, row.chunks)
            return view(row, chunks.values())

    def _require_same_chunk(self, row: FileState, before: FileChunk, now: FileChunk) -> None:
        if (before.sha256, before.size_bytes) != (now.sha256, now.size_bytes):
            raise Refusal(
                "conflict", f"Other bytes are stored as chunk {now.number}. Nothing was changed."
            )
        self._require_import(row)

    def finish(self, file: str, device: str, chunks: int) -> ChunkedFile:
        """Make the recording of the first `chunks` chunks, which must all be here.

        Raises Refusal: `chunks_missing` with their numbers, `conflict` for another count.
        """
        if not 1 <= chunks <= CHUNKS_MOST:
            raise Refusal("bad_request", f"A file has 1 to {CHUNKS_MOST} chunks.")
        with self._locks.hold(file):
            row, here = self._open(file, device)
            later = [number for number in here if number >= chunks]
            if later or (row.chunks is not None and row.chunks != chunks):
                raise Refusal(
                    "conflict",
                    f"This file has other chunks than {chunks}. Nothing was changed.",
                    chunks=sorted(here),
                )
            self._complete_if_whole(row, here, chunks)
            found = view(row, here.values())
        missing = found.missing(chunks)
        if missing:
            raise Refusal(
                "chunks_missing",
                f"{len(missing)} of {chunks} chunks are still missing. The others are safe; send "
                "these, then ask again.",
                missing=missing,
            )
        return found

    def again(self, file: str, device: str) -> ChunkedFile:
        """Expect anew what was refused, and finish what only its end was missing of."""
        with self._locks.hold(file):
            row, chunks = self._open(file, device)
            refused = [each for each in chunks.values() if each.state == "refused"]
            self._save(row, chunks, *(each._replace(state="owed") for each in refused))
            if row.chunks is not None:
                self._complete_if_whole(row, chunks, row.chunks)
            return view(row, chunks.values())

    def cancel(self, file: str, device: str) -> None:
        """Drop what came of a file that is not whole. Raises Refusal `conflict` for one that is."""
        with self._locks.hold(file):
            row, chunks = self._rows.find(file, device)
            if row.state == "stored":
                raise Refusal("conflict", "The file is whole and stays. Nothing was changed.")
            if row.state == "cancelled":
                return
            asides = [each.number for each in chunks.values() if each.state == "aside"]
            for name in (*(_aside(file, number) for number in asides), file):
                self._drop(name, row.device)
            row.state, row.changed_at = "cancelled", self._clock.now()
            self._save(row, {})
            self._rows.forget_chunks(file)

    def note(self, file: str, device: str, **details: Any) -> ChunkedFile:
        """Keep what a sender says of a file."""
        with self._locks.hold(file):
            row, chunks = self._rows.find(file, device)
            row.details = {**row.details, **details}
            self._save(row, chunks)
            return view(row, chunks.values())

    def _open(self, file: str, device: str, dialect: str | None = None) -> tuple[FileState, Chunks]:
        row, chunks = self._rows.find(file, device)
        if dialect not in (None, row.dialect):
            raise unknown_file()
        if row.state == "cancelled":
            raise Refusal("withdrawn", "This upload was cancelled. Begin a new one.")
        return row, chunks

    def _require_import(self, row: FileState) -> None:
        if row.state == "open":
            with self._forgetting(row):
                self._imports.status(row.id, row.device)

    @contextmanager
    def _forgetting(self, row: FileState) -> Iterator[None]:
        """Forget a file whose import is gone: it expired, or its session was withdrawn."""
        try:
            yield
        except Refusal as refusal:
            if refusal.kind.status != 404:
                raise
            self._rows.forget(row.id)
            raise gone() from refusal

    def _refused(self, row: FileState, chunks: Chunks, chunk: FileChunk) -> Refusal:
        """Note that a chunk came damaged; returns what to tell its sender."""
        self._save(row, chunks, chunk._replace(state="refused", refusals=chunk.refusals + 1))
        return Refusal(
            "digest_mismatch",
            f"The bytes of chunk {chunk.number} do not match their hash. Nothing was stored; send "
            "it again.",
        )

    def _store(self, row: FileState, chunks: Chunks, chunk: FileChunk, body: Body) -> None:
        at_byte = _place(row, chunks, chunk.number)
        stored = chunk._replace(state="aside" if at_byte is None else "placed")
        with self._forgetting(row):
            if at_byte is None:
                row.changed_at = self._clock.now()
                self._set_aside(row, chunk, body)
                self._save(row, chunks, stored)
            else:
                note = self._noting(row, chunks, stored)
                self._imports.write(row.id, row.device, at_byte, body, note)
        chunks[stored.number] = stored
        self._place_what_follows(row, chunks)

    def _noting(self, row: FileState, chunks: Chunks, changed: FileChunk) -> Beside:
        row.changed_at = self._clock.now()
        return partial(
            self._rows.note, file=row.id, known=chunks, changed=changed, at=row.changed_at
        )

    def _save(self, row: FileState, chunks: Chunks, *changed: FileChunk) -> None:
        """Write a file's row and these of its chunks, all or nothing; what is gone stays gone."""
        self._rows.save(row, chunks, changed, self._clock.now())
        chunks.update({each.number: each for each in changed})

    def _set_aside(self, row: FileState, chunk: FileChunk, body: Body) -> None:
        # Its import may be there while the file's own is gone.
        self._imports.status(row.id, row.device)
        aside = _aside(row.id, chunk.number)
        self._imports.create(
            row.device,
            size_bytes=chunk.size_bytes,
            name=f"{row.filename}.{chunk.number}",
            media_type="application/octet-stream",
            metadata={"dialect": row.dialect},
            session=row.session,
            id=aside,
            is_part=True,
            belongs=True,
        )
        self._imports.write(aside, row.device, 0, body)

    def _place_what_follows(self, row: FileState, chunks: Chunks) -> None:
        """Bring chunks that came early to their place, as far as it is known by now."""
        waiting = sorted(number for number, each in chunks.items() if each.state == "aside")
        for number in waiting:
            at_byte = _place(row, chunks, number)
            if at_byte is None:
                return
            aside = _aside(row.id, number)
            placed = chunks[number]._replace(state="placed")
            with self._forgetting(row):
                content = self._imports.content(aside, row.device)
            note = self._noting(row, chunks, placed)
            self._imports.write(row.id, row.device, at_byte, content, note)
            chunks[number] = placed
            self._drop(aside, row.device)

    def _drop(self, name: str, device: str) -> None:
        try:
            self._imports.drop(name, device)
        except Refusal as refusal:
            if refusal.kind.status != 404:  # It is gone already.
                raise

    def _complete_if_whole(self, row: FileState, chunks: Chunks, wanted: int) -> None:
        if row.state == "stored":
            return
        self._place_what_follows(row, chunks)
        if any(
            number not in chunks or chunks[number].state != "placed" for number in range(wanted)
        ):
            return
        row.recording = self._imports.complete(row.id, row.device)
        row.state, row.chunks = "stored", wanted
        row.size_bytes = sum(each.size_bytes for each in chunks.values())
        self._save(row, chunks)


def _aside(file: str, number: int) -> str:
    return f"{file}.{number}"


def _place(row: FileState, chunks: Chunks, number: int) -> int | None:
    """The first byte of a chunk; None while one before it has not come."""
    if row.chunk_bytes is not None:
        return number * row.chunk_bytes
    before = [chunks.get(each) for each in range(number)]
    if any(each is None or each.state != "placed" for each in before):
        return None
    return sum(each.size_bytes for each in before if each is not None)
