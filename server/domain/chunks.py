"""Chunks of segments: what one request brings, and what of it is here already.

Nothing is stored here; that is `uploads.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from holdfast import ranges
from holdfast.protocol import SegmentStatus
from server.blobs.base import Blobs, Block
from server.domain.refusals import Refusal
from server.domain.segment_rows import Segment


class Body(Protocol):
    """The bytes of one request. They can be read again and again, in blocks."""

    def sha256(self) -> str: ...

    def blocks(self) -> Iterator[Block]: ...


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one request says about its bytes: first..last of a segment, and both digests in hex."""

    first: int
    last: int
    size_bytes: int
    content_sha256: str
    repr_sha256: str

    @property
    def is_whole(self) -> bool:
        return self.first == 0 and self.last + 1 == self.size_bytes


@dataclass(frozen=True, slots=True)
class Stored:
    """What is here after a chunk; `created`: this chunk made the segment whole.

    `repeated`: all of the chunk was here before.
    """

    status: SegmentStatus
    created: bool
    repeated: bool = False


def pieces(wanted: list[ranges.Range], chunk: Chunk, body: Body) -> Iterator[tuple[int, Block]]:
    """The parts of the body that are not here yet, with their offsets in the segment."""
    position = 0
    for block in body.blocks():
        for first, last in wanted:
            start, end = max(first, position), min(last + 1, position + len(block))
            if start < end:
                yield chunk.first + start, block[start - position : end - position]
        position += len(block)


def present_in(row: Segment, chunk: Chunk) -> Iterator[ranges.Range]:
    """What is here of the chunk, counted from the chunk's first byte."""
    for each in row.present:
        first, last = max(each[0], chunk.first), min(each[1], chunk.last)
        if first <= last:
            yield first - chunk.first, last - chunk.first


def require_same(blobs: Blobs, row: Segment, chunk: Chunk, body: Body) -> None:
    """Raises Refusal `conflict` where the chunk brings other bytes than are here of it."""
    position = chunk.first
    for block in body.blocks():
        for first, last in ((each[0], each[1]) for each in row.present):
            start, end = max(first, position), min(last + 1, position + len(block))
            if start < end:
                here = b"".join(blobs.read(row.key, start, end - 1))
                if here != block[start - position : end - position]:
                    raise other_bytes()
        position += len(block)


def other_bytes() -> Refusal:
    """To say where bytes are sent that differ from those that are here."""
    return Refusal(
        "conflict", "Other bytes are stored at this place of the segment. Nothing was changed."
    )
