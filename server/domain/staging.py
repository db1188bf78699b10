"""Bytes whose digest nobody said beforehand: in any order, durable before they are acknowledged.

It keeps ranges and hashes under a key of the chunk store. Whose bytes they are, and what becomes of
them, is decided in `server.domain.imports`.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from holdfast import ranges
from server.blobs.base import Blobs, Block
from server.domain.chunks import Body
from server.domain.refusals import Refusal

_NUMBER = 0
"""A staged file has one key in the store: its own id and this number."""


class Staging:
    """Partial files under ids of their own. The caller holds a lock on the id."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    def add(
        self, staged: str, present: Sequence[Sequence[int]], offset: int, body: Body, length: int
    ) -> list[ranges.Range]:
        """Store a body of `length` bytes at its place; what is here afterwards, durably.

        Raises Refusal `conflict` where other bytes are here already; OSError (also WriteLost), and
        then what `present` says is still true.
        """
        here = ranges.merge(present)
        if length == 0:
            return here
        whole = (offset, offset + length - 1)
        wanted = [whole]
        for each in here:
            wanted = ranges.without(wanted, each)
        if ranges.total_bytes(wanted) < length:
            self._compare(staged, here, offset, body)
        if wanted:
            self._write(staged, _cut(wanted, offset, body), is_first=not here)
        return ranges.merge([*here, whole])

    def _write(self, staged: str, pieces: Iterable[tuple[int, Block]], *, is_first: bool) -> None:
        try:
            self._blobs.write(
                (staged, _NUMBER), pieces, durably=True, is_first=is_first, is_all=False
            )
        except OSError:
            self._blobs.forget((staged, _NUMBER))
            raise

    def _compare(self, staged: str, here: Sequence[ranges.Range], offset: int, body: Body) -> None:
        for at, data in _cut(here, offset, body):
            stored = b"".join(self._blobs.read((staged, _NUMBER), at, at + len(data) - 1))
            if stored != data:
                raise Refusal(
                    "conflict",
                    "Other bytes are stored at this place of the file. Nothing was changed.",
                )

    def sha256(self, staged: str, size_bytes: int) -> str:
        """The digest, in hex, of a file that is here from its first byte to its last."""
        return self._blobs.sha256((staged, _NUMBER), size_bytes)

    def has(self, staged: str) -> bool:
        """Whether there are bytes under this id."""
        return self._blobs.has((staged, _NUMBER))

    def read(self, staged: str, first: int, last: int) -> Iterator[bytes]:
        """Bytes first..last, in blocks."""
        return self._blobs.read((staged, _NUMBER), first, last)

    def drop(self, staged: str) -> None:
        """Forget a file, if it is here."""
        self._blobs.drop((staged, _NUMBER))


class Joined:
    """Several staged files one after the other, as one body."""

    def __init__(self, staging: Staging, parts: Sequence[tuple[str, int]]) -> None:
        self._staging = staging
        self._parts = parts

    def sha256(self) -> str:
        """The digest, in hex, of all of them together."""
        hasher = hashlib.sha256()
        for block in self.blocks():
            hasher.update(block)
        return hasher.hexdigest()

    def blocks(self) -> Iterator[bytes]:
        """The bytes from the first one on, in blocks."""
        for staged, size_bytes in self._parts:
            yield from self._staging.read(staged, 0, size_bytes - 1)


def size_of(body: Body) -> int:
    """How many bytes a body has."""
    return sum(len(block) for block in body.blocks())


def _cut(wanted: Sequence[ranges.Range], offset: int, body: Body) -> Iterator[tuple[int, Block]]:
    """The parts of a body that lie in these ranges of the file, with their offsets there."""
    position = offset
    for block in body.blocks():
        for first, last in wanted:
            start, end = max(first, position), min(last + 1, position + len(block))
            if start < end:
                yield start, block[start - position : end - position]
        position += len(block)
