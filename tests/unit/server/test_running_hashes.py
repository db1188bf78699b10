"""The hash of a segment's beginning, whatever order its chunks come in."""

import hashlib
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast import ranges
from server.blobs import running_hashes
from server.blobs.running_hashes import RunningHashes

KEY = ("recording", 0)
DATA = bytes(range(256)) * 40
CHUNK = 512


@given(st.permutations(range(len(DATA) // CHUNK)))
def test_chunks_in_any_order_leave_nothing_to_hash_at_the_end(order: list[int]) -> None:
    hashes = RunningHashes()
    present: list[ranges.Range] = []
    for number in order:
        offset = number * CHUNK
        hashes.add(KEY, offset, DATA[offset : offset + CHUNK])
        present = ranges.merge([*present, (offset, offset + CHUNK - 1)])
        if present[0][0] == 0:
            hashes.catch_up(KEY, present[0][1] + 1, lambda first, last: [DATA[first : last + 1]])

    hasher, position = hashes.take(KEY)

    assert (position, hasher.hexdigest()) == (len(DATA), hashlib.sha256(DATA).hexdigest())


def test_nobody_waits_for_more_than_so_much_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running_hashes, "CATCH_UP_MOST_BYTES", CHUNK)
    read: list[tuple[int, int]] = []

    def blocks(first: int, last: int) -> Iterable[bytes]:
        read.append((first, last))
        return [DATA[first : last + 1]]

    hashes = RunningHashes()
    for _ in range(3):
        hashes.catch_up(KEY, 2 * CHUNK, blocks)

    assert read == [(0, CHUNK - 1), (CHUNK, 2 * CHUNK - 1)]
    hasher, position = hashes.take(KEY)
    assert (position, hasher.digest()) == (2 * CHUNK, hashlib.sha256(DATA[: 2 * CHUNK]).digest())
