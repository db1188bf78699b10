"""When a recorder is taken to hang, and when not."""

import pytest

from desktop.recording.model import Progress
from desktop.watchdog import HANGS, NO_PICTURE, Watchdog

S = 1_000_000_000


def progress(frame_ns: int | None) -> Progress:
    return Progress(None, 0.0, 0, 0, 0.0, 0, None, None, frame_ns)


def run(watchdog: Watchdog, from_s: float, to_s: float, *, alive: bool, frames: bool) -> str | None:
    """Look four times a second; returns the first verdict."""
    for quarter in range(round(from_s * 4), round(to_s * 4)):
        now_ns = quarter * S // 4
        if alive:
            watchdog.progress(progress(now_ns if frames else 1), now_ns)
        verdict = watchdog.verdict(now_ns)
        if verdict is not None:
            return verdict
    return None


@pytest.fixture
def recording() -> Watchdog:
    watchdog = Watchdog(live=True, now_ns=0)
    watchdog.ready()
    watchdog.recording(0)
    assert run(watchdog, 0, 60, alive=True, frames=True) is None
    return watchdog


def test_three_seconds_without_a_sign_of_life_are_too_long(recording: Watchdog) -> None:
    assert run(recording, 60, 62.75, alive=False, frames=False) is None
    assert run(recording, 62.75, 64, alive=False, frames=False) == HANGS


def test_three_seconds_without_a_frame_are_too_long_for_a_camera(recording: Watchdog) -> None:
    assert run(recording, 60, 62.75, alive=True, frames=False) is None
    assert run(recording, 62.75, 63.25, alive=True, frames=False) == NO_PICTURE


def test_a_file_may_take_its_time() -> None:
    watchdog = Watchdog(live=False, now_ns=0)
    watchdog.ready()
    watchdog.recording(0)

    assert run(watchdog, 0, 60, alive=True, frames=False) is None


def test_a_camera_owes_frames_only_while_something_is_recorded(recording: Watchdog) -> None:
    recording.ended()
    assert run(recording, 60, 90, alive=True, frames=False) is None

    recording.recording(90 * S)
    assert run(recording, 90, 92.75, alive=True, frames=False) is None
    assert run(recording, 92.75, 94, alive=True, frames=False) == NO_PICTURE


def test_starting_may_take_longer_than_answering() -> None:
    watchdog = Watchdog(live=True, now_ns=0)

    assert run(watchdog, 0, 14.75, alive=False, frames=False) is None
    assert run(watchdog, 14.75, 16, alive=False, frames=False) == HANGS


def test_a_source_that_never_opens_is_given_up() -> None:
    watchdog = Watchdog(live=True, now_ns=0)

    assert run(watchdog, 0, 29.75, alive=True, frames=False) is None
    assert run(watchdog, 29.75, 31, alive=True, frames=False) == NO_PICTURE


def test_our_own_sleep_is_not_held_against_the_recorder(recording: Watchdog) -> None:
    assert recording.verdict(600 * S) is None
    assert run(recording, 600, 602.75, alive=False, frames=False) is None
    assert run(recording, 602.75, 604, alive=False, frames=False) == HANGS
