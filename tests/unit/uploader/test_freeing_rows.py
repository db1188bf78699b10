"""What the queue says of copies that were deleted here, and whose turn it is next."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.recordings import make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader import texts
from uploader.adopt import adopt
from uploader.freed import FREED, FREEING
from uploader.items import Custody, RecordingSnapshot


@pytest.fixture
def opened(tmp_path: Path) -> QueueInHome:
    return QueueInHome.open(tmp_path / "home", LeapingClock())


def at_home(opened: QueueInHome, *sizes: tuple[int, ...]) -> list[str]:
    """Recordings of segments of these sizes, at home as far as the queue knows."""
    made = [make_recording(opened.home, opened.device, sizes=each).id for each in sizes]
    adopt(opened.home, opened.queue, opened.device.sign)
    assert all(opened.queue.entries.receipt_found(each) for each in made)
    return made


def custody(opened: QueueInHome, recording: str) -> Custody:
    return opened.queue.recording(recording).custody


def test_it_goes_from_begun_to_freed_and_never_back(opened: QueueInHome) -> None:
    recording, other = at_home(opened, (10, 20), (5,))
    rows = opened.queue.freeing
    found = {each.recording: each.size_bytes for each in rows.at_home()}
    assert found == {recording: 30, other: 5}
    assert rows.at_home(only_begun=True) == []

    rows.note(recording, FREEING)
    (begun,) = rows.at_home(only_begun=True)
    assert (begun.recording, begun.is_begun) == (recording, True)
    assert (custody(opened, recording).saved, custody(opened, recording).freed) == (False, False)

    rows.note(recording, FREED)
    rows.note(recording, FREEING)
    assert custody(opened, recording).freed
    assert [each.recording for each in rows.at_home()] == [other]
    assert opened.queue.sizes() == {other: 5}


def test_one_at_a_time_and_only_what_is_at_home(opened: QueueInHome) -> None:
    (recording,) = at_home(opened, (10,))
    rows = opened.queue.freeing
    with rows.claimed(recording) as first, rows.claimed(recording) as second:
        assert (first, second) == (True, False)
        rows.forgotten(recording, "lost")
        assert custody(opened, recording).verified, "what is claimed is nobody's to move"
    with rows.claimed(recording) as again:
        assert again

    rows.forgotten(recording, "lost")
    assert opened.queue.recording(recording).why
    assert not custody(opened, recording).verified
    with rows.claimed(recording) as taken:
        assert not taken


def test_why_says_where_the_copy_is(opened: QueueInHome) -> None:
    recording: RecordingSnapshot = opened.queue.recording(at_home(opened, (10,))[0])
    playable = replace(recording, custody=Custody(verified=True, playable=True))
    freed = replace(recording, custody=Custody(verified=True, playable=True, freed=True))

    assert "nothing left to do" in texts.nothing_in_the_way(playable)
    assert "the copy here was deleted to free space" in texts.nothing_in_the_way(freed)
