"""Tests of bytes that are written past the page cache: all of them, at their place, on any disk."""

import ctypes
import errno
import fcntl
import mmap
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from server.blobs import unbuffered
from server.blobs.unbuffered import ALIGNED_BYTES, Writer
from server.held import Memory

MIB = 1 << 20
BYTES = os.urandom(3 * MIB)


@pytest.fixture
def descriptor(tmp_path: Path) -> Iterator[int]:
    opened = os.open(tmp_path / "segment", os.O_RDWR | os.O_CREAT, 0o600)
    yield opened
    os.close(opened)


def in_memory(data: bytes) -> memoryview:
    """As a body lies in memory that was received there."""
    held = Memory(2 * len(data)).hold(len(data))
    assert held is not None
    held.append(data)
    return held.memory


def cached_pages(descriptor: int) -> int:
    """How many pages of the file the system keeps in memory. Source: mincore(2)."""
    size_bytes = os.fstat(descriptor).st_size
    states = (ctypes.c_ubyte * -(-size_bytes // mmap.PAGESIZE))()
    with mmap.mmap(descriptor, size_bytes) as mapped:
        start = ctypes.c_char.from_buffer(mapped)
        address = ctypes.c_void_p(ctypes.addressof(start))
        answer = ctypes.CDLL(None).mincore(address, ctypes.c_size_t(size_bytes), states)
        del start
    assert answer == 0
    return sum(state & 1 for state in states)


@pytest.mark.parametrize("offset", [0, ALIGNED_BYTES, 5 * MIB, 1, ALIGNED_BYTES - 1])
@pytest.mark.parametrize("size_bytes", [1, 4095, 64 * 1024, 64 * 1024 + 1, MIB, 2 * MIB + 4097])
@pytest.mark.parametrize("skip", [0, 1, 4096])
def test_all_bytes_are_at_their_place(
    descriptor: int, offset: int, size_bytes: int, skip: int
) -> None:
    before = b"before" * 20
    os.pwrite(descriptor, before, max(0, offset - len(before)))

    Writer(descriptor).write(offset, in_memory(BYTES[: size_bytes + skip])[skip:])

    assert os.pread(descriptor, size_bytes, offset) == BYTES[skip : skip + size_bytes]
    assert os.fstat(descriptor).st_size == max(offset + size_bytes, len(before))
    kept = min(offset, len(before))
    assert os.pread(descriptor, kept, offset - kept) == before[:kept]


def test_pieces_of_any_kind_and_order_make_one_file(descriptor: int) -> None:
    cuts = [0, MIB, MIB + 10, 2 * MIB, 2 * MIB + 100_000, 3 * MIB]
    pieces = list(pairwise(cuts))
    writer = Writer(descriptor)

    for number, (first, end) in enumerate([*pieces[1::2], *pieces[::2], *pieces]):
        data = BYTES[first:end]
        writer.write(first, in_memory(data) if number % 2 else data)

    assert os.pread(descriptor, len(BYTES) + 1, 0) == BYTES


def test_what_was_read_before_is_read_anew(descriptor: int) -> None:
    os.pwrite(descriptor, bytes(MIB), 0)
    assert os.pread(descriptor, MIB, 0) == bytes(MIB)

    Writer(descriptor).write(0, in_memory(BYTES[:MIB]))

    assert os.pread(descriptor, MIB, 0) == BYTES[:MIB]


@pytest.mark.parametrize(("offset", "skip", "most"), [(0, 0, 0), (0, 1, 0), (1, 0, 2), (5, 5, 2)])
def test_the_page_cache_is_left_alone(descriptor: int, offset: int, skip: int, most: int) -> None:
    if not is_possible(descriptor):
        pytest.skip("the file system of the temporary folder cannot write past the page cache")

    Writer(descriptor).write(offset, in_memory(BYTES[: MIB + skip])[skip:])

    # Only what is no whole page, at the beginning and at the end.
    assert cached_pages(descriptor) <= most
    # The measure itself: what is written in the usual way is there.
    os.pwrite(descriptor, BYTES[:MIB], 0)
    assert cached_pages(descriptor) >= MIB // mmap.PAGESIZE


def is_possible(descriptor: int) -> bool:
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_DIRECT)
        os.pwrite(descriptor, in_memory(bytes(64 * 1024)), 0)
    except OSError:
        return False
    finally:
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags)
        os.ftruncate(descriptor, 0)
    return True


@pytest.mark.parametrize("where", ["at once", "in the middle"])
@pytest.mark.parametrize("number", [errno.EINVAL, errno.EOPNOTSUPP])
def test_a_disk_that_cannot_is_written_in_the_usual_way(
    descriptor: int, monkeypatch: pytest.MonkeyPatch, where: str, number: int
) -> None:
    asked = 0

    def refusing(file: int, data: memoryview, offset: int) -> int:
        nonlocal asked
        if not fcntl.fcntl(file, fcntl.F_GETFL) & os.O_DIRECT:
            return os.pwrite(file, data, offset)
        asked += 1
        if where == "in the middle" and asked == 1:
            return os.pwrite(file, data[: 64 * 1024], offset)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(unbuffered, "pwrite", refusing)
    writer = Writer(descriptor)

    writer.write(0, in_memory(BYTES[:MIB]))
    tries = asked
    writer.write(MIB, in_memory(BYTES[MIB:]))

    assert os.pread(descriptor, len(BYTES), 0) == BYTES
    # It is not asked again.
    assert asked == tries > 0


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_is_full_or_broken_is_told(
    descriptor: int, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def failing(file: int, data: memoryview, offset: int) -> int:
        if fcntl.fcntl(file, fcntl.F_GETFL) & os.O_DIRECT:
            raise OSError(number, os.strerror(number))
        return os.pwrite(file, data, offset)

    monkeypatch.setattr(unbuffered, "pwrite", failing)

    with pytest.raises(OSError, match=os.strerror(number)):
        Writer(descriptor).write(0, in_memory(BYTES[:MIB]))

    assert not fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_DIRECT
