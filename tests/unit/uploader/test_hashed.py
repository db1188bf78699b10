"""Large files are hashed once, until somebody writes to them; small ones each time."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from holdfast.clock import SystemClock
from holdfast.sidecar import Sidecar
from uploader.errors import Stopped
from uploader.flow import Flow, TokenBucket
from uploader.hashed import Hashed
from uploader.items import SegmentClaim
from uploader.outcome import OpenSegment

DATA = b"footage " * 300_000
SIDECAR = Sidecar(
    recording="01a1fb8a-b410-7945-970f-03c5d525a059",
    segment=0,
    part=0,
    size_bytes=len(DATA),
    sha256=hashlib.sha256(DATA).hexdigest(),
    start_s=0.0,
    duration_s=1.0,
    frames=1,
    samples=0,
    lost_frames=0,
    losses=(),
    base_monotonic_ns=0,
    frame_times_us=(),
)


@pytest.fixture
def segment(tmp_path: Path) -> Iterator[OpenSegment]:
    path = tmp_path / "000000.mov"
    path.write_bytes(DATA)
    descriptor = os.open(path, os.O_RDWR)
    claim = SegmentClaim("token", SIDECAR.recording, 0, str(tmp_path), 0, 0, ask_first=False)
    yield OpenSegment(claim, SIDECAR, descriptor)
    os.close(descriptor)


class Steps:
    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


def test_a_large_file_is_read_once(segment: OpenSegment) -> None:
    hashed, steps = Hashed(large_bytes=1000), Steps()

    assert hashed.is_unchanged(segment, steps)
    once = steps.count
    assert hashed.is_unchanged(segment, steps)

    assert 0 < once == steps.count


def test_a_small_one_is_read_each_time(segment: OpenSegment) -> None:
    hashed, steps = Hashed(large_bytes=len(DATA) + 1), Steps()

    assert hashed.is_unchanged(segment, steps)
    once = steps.count
    assert hashed.is_unchanged(segment, steps)

    assert steps.count == 2 * once


def test_whoever_writes_to_it_is_noticed(segment: OpenSegment) -> None:
    hashed, steps = Hashed(large_bytes=1000), Steps()
    assert hashed.is_unchanged(segment, steps)

    os.pwrite(segment.descriptor, b"F", 0)
    os.utime(segment.descriptor, ns=(1, 1))

    assert not hashed.is_unchanged(segment, steps)
    assert not hashed.is_unchanged(segment, steps)


def test_another_size_or_hash_is_never_the_same(segment: OpenSegment) -> None:
    hashed, steps = Hashed(large_bytes=1000), Steps()
    assert hashed.is_unchanged(segment, steps)

    other = replace(segment, sidecar=replace(SIDECAR, sha256="0" * 64))

    assert not hashed.is_unchanged(other, steps)


def test_a_stop_ends_the_reading_at_the_next_block(segment: OpenSegment) -> None:
    clock = SystemClock()
    flow = Flow(TokenBucket(0, clock), lambda: None, clock, lambda _seconds: True)

    with pytest.raises(Stopped):
        Hashed(large_bytes=1000).is_unchanged(segment, flow.step)
