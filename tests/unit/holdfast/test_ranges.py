"""Byte ranges against the plain sets of bytes that they stand for."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdfast import ranges

SIZE = 60
one_range = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).map(
    lambda ends: (min(ends), max(ends))
)
range_lists = st.lists(one_range, max_size=8)


def bytes_of(some: list[tuple[int, int]]) -> set[int]:
    return {each for first, last in some for each in range(first, last + 1)}


@given(range_lists)
def test_merging_keeps_the_bytes_and_leaves_nothing_to_merge(some: list[tuple[int, int]]) -> None:
    merged = ranges.merge(some)

    assert bytes_of(merged) == bytes_of(some)
    assert merged == sorted(merged)
    assert all(after[0] > before[1] + 1 for before, after in itertools.pairwise(merged))
    assert ranges.merge(merged) == merged


@given(range_lists, st.integers(0, SIZE + 10))
def test_missing_is_what_is_not_there(some: list[tuple[int, int]], size_bytes: int) -> None:
    gaps = ranges.missing(some, size_bytes)

    assert bytes_of(gaps) == set(range(size_bytes)) - bytes_of(some)
    assert ranges.merge(gaps) == gaps
    assert ranges.total_bytes(gaps) == len(bytes_of(gaps))


@example([(0, 9)], (1, 8))
@given(range_lists, one_range)
def test_without_takes_away_exactly_one_stretch(
    some: list[tuple[int, int]], taken: tuple[int, int]
) -> None:
    merged = ranges.merge(some)
    rest = ranges.without(merged, taken)

    assert bytes_of(rest) == bytes_of(merged) - bytes_of([taken])
    assert rest == ranges.merge(rest)


@given(range_lists, st.integers(1, 20))
def test_chunks_cover_all_that_is_wanted_in_order(
    some: list[tuple[int, int]], chunk_bytes: int
) -> None:
    wanted = ranges.merge(some)

    chunks = list(ranges.chunks(wanted, chunk_bytes))

    assert bytes_of(chunks) == bytes_of(wanted)
    assert ranges.total_bytes(chunks) == ranges.total_bytes(wanted)
    assert all(last - first < chunk_bytes for first, last in chunks)
    assert chunks == sorted(chunks)


@pytest.mark.parametrize("wrong", [(-1, 3), (5, 4)])
def test_what_is_no_range_is_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is not a byte range"):
        ranges.merge([wrong])
