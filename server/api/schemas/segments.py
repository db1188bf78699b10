"""Shapes of segments and previews: headers of a chunk, what is here and what is missing."""

from typing import Annotated, NotRequired

from typing_extensions import TypedDict

from server.api.schemas.values import (
    ByteRange,
    ContentRange,
    Count,
    DigestField,
    Id,
    Says,
    SegmentNumber,
    Sha256,
)

ChunkHeaders = TypedDict(
    "ChunkHeaders",
    {
        "Content-Digest": DigestField,
        "Repr-Digest": DigestField,
        "Content-Range": NotRequired[ContentRange],
    },
)
"""Digests of this chunk and of the whole segment; the range, unless the chunk is all of it."""

PreviewHeaders = TypedDict("PreviewHeaders", {"Content-Digest": DigestField})
"""The picture's digest."""


class SegmentState(TypedDict):
    """What is here of a segment; `missing` are byte ranges, both ends included."""

    size_bytes: Count | None
    sha256: Sha256 | None
    missing: list[ByteRange]
    complete: bool


class AskedSegment(TypedDict):
    """Which segment."""

    recording: Id
    segment: SegmentNumber


class AskedSegments(TypedDict):
    """Whose state is asked for."""

    segments: Annotated[list[AskedSegment], Says({"maxItems": 500})]


class NamedSegmentState(SegmentState):
    """What is here of which segment."""

    recording: Id
    segment: SegmentNumber


class SegmentStates(TypedDict):
    """The same number of entries as were asked for, in the same order."""

    segments: list[NamedSegmentState]


class PreviewNumbers(TypedDict):
    """The segments that have a preview."""

    recording: Id
    previews: list[SegmentNumber]
