"""A large file is read whole once; whatever was touched since is read again."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast.sidecar import Sidecar
from uploader import outcome
from uploader.items import SegmentClaim
from uploader.outcome import Checked, OpenSegment

RECORDING = "01a1fb8a-b410-7945-970f-03c5d525a059"
DATA = bytes(range(256)) * 4


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, OpenSegment]]:
    monkeypatch.setattr(outcome, "_LARGE_BYTES", len(DATA))
    path = tmp_path / "000000.mp4"
    path.write_bytes(DATA)
    sha256 = hashlib.sha256(DATA).hexdigest()
    sidecar = Sidecar(RECORDING, 0, 0, len(DATA), sha256, 0.0, 4.0, 1, 0, 0, (), 0, (0,))
    claim = SegmentClaim("t", RECORDING, 0, "", 0, 0, False)
    with path.open("rb") as file:
        yield path, OpenSegment(claim, sidecar, file.fileno())


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a file was read whole: one entry for each time."""
    times: list[int] = []
    real = outcome._sha256

    def count(descriptor: int, first: int, last: int) -> str:
        times.append(last)
        return real(descriptor, first, last)

    monkeypatch.setattr(outcome, "_sha256", count)
    return times


def test_a_large_file_is_read_whole_once(
    opened: tuple[Path, OpenSegment], hashed: list[int]
) -> None:
    checked = Checked()

    assert all(checked.is_unchanged(opened[1]) for _ in range(3))
    assert len(hashed) == 1


def test_a_small_file_is_read_every_time(
    opened: tuple[Path, OpenSegment], hashed: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcome, "_LARGE_BYTES", len(DATA) + 1)
    checked = Checked()

    assert all(checked.is_unchanged(opened[1]) for _ in range(3))
    assert len(hashed) == 3


def test_a_file_that_was_changed_afterwards_is_found_out(
    opened: tuple[Path, OpenSegment],
) -> None:
    path, segment = opened
    checked = Checked()
    assert checked.is_unchanged(segment)
    before = path.stat()

    with path.open("r+b") as file:
        file.write(b"x")
    # Even where somebody sets the time back; a file system's clock may tick slowly.
    while path.stat().st_ctime_ns == before.st_ctime_ns:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert not checked.is_unchanged(segment)
    assert not checked.is_unchanged(segment)
