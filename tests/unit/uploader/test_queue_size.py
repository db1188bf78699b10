"""What a queue costs does not grow with it: counted in SQLite's own steps and in files read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from holdfast import durable, salvage
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from tests.recordings import begin_recording, make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader import looks
from uploader.adopt import Adoption, adopt
from uploader.database import Database
from uploader.transitions import Record

EVERY = 10
"""SQLite reports each so many steps of its virtual machine."""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[QueueInHome]:
    queue = QueueInHome.open(tmp_path / "home", LeapingClock())
    yield queue
    queue.close()


@dataclass
class Steps:
    """How many steps SQLite took, in tens."""

    tens: int = 0


@contextmanager
def counted(database: Database) -> Iterator[Steps]:
    steps = Steps()

    def one_more() -> int:
        steps.tens += 1
        return 0

    connection = database._connection
    connection.set_progress_handler(one_more, EVERY)
    yield steps
    connection.set_progress_handler(None, 0)


def fill(opened: QueueInHome, segments: int, recordings: int = 10) -> None:
    """So many announced recordings that wait with so many segments in all."""
    for number in range(recordings):
        opened.clock.advance(1)
        recording = begin_recording(opened.home, opened.device, started_at=opened.clock.now())
        opened.queue.entries.enqueue_recording(recording.folder, recording.announcement)
        with opened.database.write() as database:
            database.many(
                """INSERT INTO segments (recording, segment, size_bytes, sha256, duration_s,
                       frames, lost_frames) VALUES (?, ?, 1000, ?, 4.0, 120, 0)""",
                (
                    (recording.id, each, f"{number:032x}{each:032x}")
                    for each in range(segments // recordings)
                ),
            )
            database.execute("UPDATE recordings SET step = 'segments'")


def cost(opened: QueueInHome, what: str) -> int:
    queue = opened.queue
    with counted(opened.database) as steps:
        if what == "claim a segment":
            claim = queue.claims.claim_segment()
            assert claim is not None
        elif what == "claim a recording":
            assert queue.claims.claim_recording() is None
        elif what == "look at the queue":
            assert queue.snapshot().totals.bytes_unsent > 0
        elif what == "look for the end":
            assert all(each.has_waiting for each in queue.progress().values())
        else:
            assert len(queue.known()) == 10
    return steps.tens


@pytest.mark.parametrize(
    "what",
    [
        "claim a segment",
        "claim a recording",
        "look at the queue",
        "look for the end",
        "begin to adopt",
    ],
)
def test_a_hundred_times_as_many_segments_cost_the_same(tmp_path: Path, what: str) -> None:
    few = QueueInHome.open(tmp_path / "few", LeapingClock())
    many = QueueInHome.open(tmp_path / "many", LeapingClock())
    fill(few, 100)
    fill(many, 10_000)

    assert 0 < cost(many, what) <= cost(few, what) * 1.5 + 5
    few.close()
    many.close()


def test_segments_in_trouble_are_found_without_looking_at_all(opened: QueueInHome) -> None:
    fill(opened, 10_000)
    opened.queue.note_enrolled(True)
    claim = opened.queue.claims.claim_segment()
    assert claim is not None
    record = Record("segment", opened.clock.now(), 0.1, "retry", reason="It is raining.")
    opened.queue.settling.reschedule(claim, 600.0, record)

    with counted(opened.database) as steps:
        snapshot = opened.queue.snapshot()

    assert snapshot.recordings[0].why.startswith("It is raining.")
    assert steps.tens < 300


# The folders on disk ----------------------------------------------------------------------------


def run(opened: QueueInHome) -> Adoption:
    return adopt(opened.home, opened.queue, opened.device.sign)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The recordings whose manifests were read."""
    found: list[str] = []
    read_manifest = salvage.read_manifest

    def reading(folder: RecordingFolder) -> Manifest | None:
        found.append(folder.recording)
        return read_manifest(folder)

    monkeypatch.setattr(salvage, "read_manifest", reading)
    return found


@pytest.fixture
def none_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is looked at again but for what has changed."""
    monkeypatch.setattr(looks, "AGAIN_SEGMENTS", 0)


def test_what_nobody_touched_is_not_read_again(
    opened: QueueInHome, read: list[str], none_again: None
) -> None:
    recordings = [make_recording(opened.home, opened.device, [b"one"]) for _ in range(3)]
    run(opened)
    run(opened)
    for recording in recordings:
        # As if it had lain there for a while.
        os.utime(recording.folder.path, (1_000_000, 1_000_000))
    run(opened)
    read.clear()

    assert run(opened) == Adoption()
    assert read == []

    durable.remove(recordings[1].folder.segment(0))
    run(opened)

    assert set(read) == {recordings[1].id}
    assert [each.custody.saved for each in opened.queue.snapshot().recordings] == [
        each.id != recordings[1].id
        for each in sorted(recordings, key=lambda recording: recording.id)
    ]


def test_a_change_inside_a_file_is_found_within_a_few_looks(
    opened: QueueInHome, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "AGAIN_SEGMENTS", 2)
    recordings = [make_recording(opened.home, opened.device, [b"one"]) for _ in range(6)]
    run(opened)
    for recording in recordings:
        os.utime(recording.folder.path, (1_000_000, 1_000_000))
    run(opened)
    # Neither its name nor its folder's time changes.
    last = recordings[-1].folder.segment(0)
    last.write_bytes(b"longer than it was")
    read.clear()

    looked_at = []
    for _ in range(3):
        run(opened)
        looked_at.append(set(read))
        read.clear()

    assert [len(each) for each in looked_at] == [2, 2, 2]
    assert set.union(*looked_at) == {each.id for each in recordings}
    assert not opened.queue.recording(recordings[-1].id).custody.saved


def test_what_is_not_whole_is_looked_at_each_time(
    opened: QueueInHome, read: list[str], none_again: None
) -> None:
    recording = make_recording(opened.home, opened.device, [b"one", b"two"])
    durable.remove(recording.folder.segment(1))
    os.utime(recording.folder.path, (1_000_000, 1_000_000))
    for _ in range(3):
        run(opened)
    read.clear()

    run(opened)

    assert recording.id in read
