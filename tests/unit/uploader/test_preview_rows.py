"""When preview pictures overtake what was recorded, and who sends which."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from holdfast import durable
from tests.recordings import RecordingOnDisk, make_recording
from tests.support.queues import LeapingClock, QueueInHome
from uploader.adopt import adopt
from uploader.decisions import Decisions
from uploader.preview_rows import LATE_S, UNKNOWN_BYTES_S
from uploader.transitions import Record

PICTURE = b"\xff\xd8\xff picture \xff\xd9"
LATE_BYTES = int(LATE_S * UNKNOWN_BYTES_S)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[QueueInHome]:
    queue = QueueInHome.open(tmp_path, LeapingClock())
    yield queue
    queue.close()


def recorded(opened: QueueInHome, *sizes: int) -> RecordingOnDisk:
    recording = make_recording(opened.home, opened.device, sizes=sizes)
    for segment in range(len(sizes)):
        durable.write_new(recording.folder.preview(segment), PICTURE)
    assert adopt(opened.home, opened.queue, opened.device.sign).troubles == []
    return recording


def record(action: str = "preview", sent_bytes: int = 0, duration_s: float = 1.0) -> Record:
    return Record(action, LeapingClock().now(), duration_s, "done", sent_bytes)


def announce(opened: QueueInHome) -> None:
    claim = opened.queue.claims.claim_recording()
    assert claim is not None
    opened.queue.steps.announced(claim, {}, record("announce"))


@pytest.mark.parametrize(("size_bytes", "is_slow"), [(LATE_BYTES, False), (LATE_BYTES + 1, True)])
def test_an_unknown_link_is_slow_for_what_would_take_long(
    size_bytes: int, is_slow: bool, opened: QueueInHome
) -> None:
    recorded(opened, size_bytes)

    # Known before anything is announced: the senders take what they find then.
    assert opened.queue.previews.is_link_slow() is is_slow


def test_the_newest_tries_tell_how_fast_it_is(opened: QueueInHome) -> None:
    recorded(opened, LATE_BYTES + 1)
    announce(opened)
    for speed, is_slow in ((UNKNOWN_BYTES_S * 10, False), (UNKNOWN_BYTES_S // 10, True)):
        for _ in range(8):
            sent = opened.queue.claims.claim_segment()
            assert sent is not None
            opened.queue.settling.release(sent, record("segment", speed))
        opened.clock.advance(10)

        assert opened.queue.previews.is_link_slow() is is_slow


def test_what_does_not_leave_makes_no_link_slow(opened: QueueInHome) -> None:
    recording = recorded(opened, LATE_BYTES + 1)
    Decisions(opened.queue, opened.clock).discard(recording.folder, "staff")

    assert not opened.queue.previews.is_link_slow()


def test_two_threads_take_two_pictures_and_a_third_waits(opened: QueueInHome) -> None:
    recorded(opened, LATE_BYTES, LATE_BYTES)
    assert opened.queue.previews.take(ahead=True) is None
    announce(opened)

    first, second = (opened.queue.previews.take(ahead=True) for _ in range(2))

    assert first is not None
    assert second is not None
    assert {first.segment, second.segment} == {0, 1}
    assert opened.queue.previews.take(ahead=True) is None
    opened.queue.previews.release(first)
    assert opened.queue.previews.take(ahead=True) == first


def test_behind_everything_else_they_wait_for_the_last_segment(opened: QueueInHome) -> None:
    recorded(opened, 100)
    announce(opened)
    assert opened.queue.previews.take(ahead=False) is None
    sent = opened.queue.claims.claim_segment()
    assert sent is not None
    opened.queue.settling.complete(sent, record("segment", 100))

    assert opened.queue.previews.next_due_s() == 0.0
    assert opened.queue.previews.take(ahead=False) is not None


def test_one_that_failed_waits_and_one_that_arrived_is_sent_again_when_forgotten(
    opened: QueueInHome,
) -> None:
    recording = recorded(opened, LATE_BYTES + 1)
    announce(opened)
    taken = opened.queue.previews.take(ahead=True)
    assert taken is not None
    opened.queue.previews.put_off(taken, 30.0, record())
    assert opened.queue.previews.take(ahead=True) is None
    opened.clock.advance(30)
    again = opened.queue.previews.take(ahead=True)
    assert again is not None
    assert again.attempts == 1
    opened.queue.previews.done(again, record())
    assert opened.queue.previews.take(ahead=True) is None

    opened.queue.previews.forgotten(recording.id)

    assert opened.queue.previews.take(ahead=True) is not None
