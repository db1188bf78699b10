"""Every event of the recorder leads to the phase that a person would expect."""

from dataclasses import replace
from functools import reduce

import pytest

from desktop.recording.model import (
    Failed,
    MarkerSet,
    PartBegan,
    PartLost,
    RecordingEnded,
    SegmentClosed,
)
from desktop.supervisor import Ended, RecorderBack, RecorderLost
from desktop.ui.asked import PrepareAsked, RecordAsked, RecordingKept, RecordRefused, StopAsked
from desktop.ui.recorder_state import Phase, RecorderState, after, is_active
from tests.ui.station_script import READY, progress

BEGAN = PartBegan("recording", 0, 0.0, 1)
GONE = PartLost("recording", "device_lost", "Camera 'X' was unplugged.")
NO_CAMERA = Failed("device_absent", "No camera", "There is no camera 0.")
ENDED = RecordingEnded("recording", "complete", "stopped", 12.0)
OVER = Ended("recording")
KEPT = RecordingKept("recording")

STORIES = {
    "nothing yet": ([], Phase.STARTING),
    "the devices are open": ([READY], Phase.READY),
    "no camera": ([NO_CAMERA], Phase.UNAVAILABLE),
    "no camera, tried again": ([NO_CAMERA, PrepareAsked()], Phase.STARTING),
    "no camera, then one": ([NO_CAMERA, PrepareAsked(), READY], Phase.READY),
    "asked to record": ([READY, RecordAsked()], Phase.BEGINNING),
    "refused": ([READY, RecordAsked(), RecordRefused("no")], Phase.READY),
    "recording": ([READY, RecordAsked(), BEGAN], Phase.RECORDING),
    "the recorder is replaced": (
        [READY, RecordAsked(), BEGAN, RecorderLost("gone"), READY],
        Phase.WAITING,
    ),
    "pictures are back": (
        [READY, RecordAsked(), BEGAN, RecorderLost("gone"), READY, RecorderBack()],
        Phase.RECORDING,
    ),
    "camera lost": ([READY, RecordAsked(), BEGAN, GONE], Phase.WAITING),
    "the next part began": ([READY, RecordAsked(), BEGAN, GONE, BEGAN], Phase.RECORDING),
    "stop asked": ([READY, RecordAsked(), BEGAN, StopAsked()], Phase.STOPPING),
    "stop asked while waiting": (
        [READY, RecordAsked(), BEGAN, GONE, StopAsked(), GONE],
        Phase.STOPPING,
    ),
    "a late part after stop": (
        [READY, RecordAsked(), StopAsked(), BEGAN],
        Phase.STOPPING,
    ),
    "ended": ([READY, RecordAsked(), BEGAN, StopAsked(), ENDED, OVER], Phase.STOPPING),
    "kept": ([READY, RecordAsked(), BEGAN, StopAsked(), ENDED, OVER, KEPT], Phase.READY),
    "ended by itself": ([READY, RecordAsked(), BEGAN, ENDED, OVER, KEPT], Phase.READY),
    "stop without a recording": ([READY, StopAsked()], Phase.READY),
    "lost before a recording": ([READY, RecorderLost("gone")], Phase.STARTING),
    "back before a recording": (
        [READY, RecorderLost("gone"), READY, RecorderBack()],
        Phase.READY,
    ),
    "failed while recording": ([READY, RecordAsked(), BEGAN, NO_CAMERA], Phase.UNAVAILABLE),
    "none of our business": ([READY, SegmentClosed("recording", 0)], Phase.READY),
}


def state_after(*events: object) -> RecorderState:
    return reduce(after, events, RecorderState())


@pytest.mark.parametrize(("events", "phase"), STORIES.values(), ids=STORIES)
def test_phases(events: list[object], phase: Phase) -> None:
    assert state_after(*events).phase is phase


def test_a_recording_exists_until_it_is_kept() -> None:
    events = [READY, RecordAsked(), BEGAN, StopAsked(), ENDED, OVER]

    assert [is_active(state_after(*events[:count])) for count in range(1, len(events) + 1)] == [
        False,
        True,
        True,
        True,
        True,
        True,
    ]
    assert not is_active(state_after(*events, KEPT))


def test_a_new_recording_begins_with_clean_numbers() -> None:
    mark = MarkerSet("recording", 3.0, "Mark 1", "key")
    used = state_after(READY, RecordAsked(), BEGAN, progress(elapsed_s=60, lost=3), mark, GONE)

    fresh = after(used, RecordAsked())

    assert (fresh.elapsed_s, fresh.lost_frames, fresh.last_marks, fresh.problem) == (
        0.0,
        0,
        (),
        None,
    )


def test_the_rate_is_measured_and_outlives_its_recording() -> None:
    early = state_after(READY, RecordAsked(), BEGAN, progress(elapsed_s=2, size_bytes=500_000))
    assert early.rate_bytes_s is None

    later = after(early, progress(elapsed_s=10, size_bytes=12_000_000))
    assert later.rate_bytes_s == pytest.approx(1_200_000)

    starved = after(later, progress(elapsed_s=20, size_bytes=12_500_000, lost=500))
    assert starved.rate_bytes_s == later.rate_bytes_s, "it says nothing of the next hours"
    idle = after(after(later, KEPT), progress(None, elapsed_s=0))
    assert idle.rate_bytes_s == pytest.approx(1_200_000)


def test_the_level_is_heard_before_and_gone_while_the_recorder_is_away() -> None:
    heard = state_after(READY, progress(None, level_db=-20))
    assert heard.level_db == -20

    away = after(replace(heard, phase=Phase.RECORDING), GONE)
    assert away.level_db is None


def test_a_problem_ends_when_the_next_part_begins() -> None:
    waiting = state_after(READY, RecordAsked(), BEGAN, GONE)
    assert waiting.problem is not None
    assert waiting.problem.sentence == GONE.sentence

    assert after(waiting, BEGAN).problem is None
