"""Byte ranges of a segment: which are there, which are missing, and how the rest is cut in chunks.

A range is (first, last), both inclusive as in `Content-Range` (RFC 9110, 14.4). A range list is
sorted, without overlaps and without neighbours that touch. Pure arithmetic.
"""

from collections.abc import Iterable, Iterator, Sequence

Range = tuple[int, int]


def merge(ranges: Iterable[Sequence[int]]) -> list[Range]:
    """The same bytes as a range list. Raises ValueError for a range that ends before it starts."""
    merged: list[Range] = []
    for first, last in sorted((each[0], each[1]) for each in ranges):
        if first < 0 or last < first:
            raise ValueError(f"{first}-{last} is not a byte range")
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def missing(present: Iterable[Sequence[int]], size_bytes: int) -> list[Range]:
    """The ranges of a segment of `size_bytes` bytes that `present` does not cover."""
    gaps: list[Range] = []
    position = 0
    for first, last in merge(present):
        if position >= size_bytes:
            break
        if first > position:
            gaps.append((position, min(first, size_bytes) - 1))
        position = last + 1
    if position < size_bytes:
        gaps.append((position, size_bytes - 1))
    return gaps


def without(wanted: Iterable[Sequence[int]], taken: Sequence[int]) -> list[Range]:
    """A range list without the bytes of one range."""
    rest: list[Range] = []
    for first, last in wanted:
        if first < taken[0]:
            rest.append((first, min(last, taken[0] - 1)))
        if last > taken[1]:
            rest.append((max(first, taken[1] + 1), last))
    return rest


def chunks(wanted: Iterable[Sequence[int]], chunk_bytes: int) -> Iterator[Range]:
    """Cut ranges into chunks of at most `chunk_bytes` bytes, in order."""
    for first, last in wanted:
        for start in range(first, last + 1, chunk_bytes):
            yield start, min(start + chunk_bytes - 1, last)


def total_bytes(ranges: Iterable[Sequence[int]]) -> int:
    """How many bytes the ranges of a range list cover."""
    return sum(last - first + 1 for first, last in ranges)
