"""A camera that stands still is opened anew a few times, later each time, and then left alone."""

from desktop.recording.model import PictureAlarm
from desktop.reopening import ANSWER_S, CURED_S, WAITS_S, Reopening

FROZEN = PictureAlarm("frozen", "It hangs.")
S = 1_000_000_000


def due_after_s(reopening: Reopening, from_s: int, limit_s: int = 500) -> int | None:
    """After how many seconds of a frozen picture the camera is opened anew."""
    reopening.heard(FROZEN, from_s * S)
    for second in range(limit_s):
        if reopening.is_due((from_s + second) * S):
            return second
    return None


def test_the_waits_grow_and_the_tries_end() -> None:
    reopening = Reopening()
    waits: list[float | None] = []
    now_s = 1000
    for _ in range(len(WAITS_S) + 1):
        waited_s = due_after_s(reopening, now_s)
        waits.append(waited_s)
        reopening.recorder_is_gone()
        now_s += (waited_s or 0) + 5

    assert waits == [*WAITS_S, None]


def test_a_picture_that_moves_again_in_time_is_left_alone() -> None:
    reopening = Reopening()
    reopening.heard(FROZEN, 0)
    reopening.heard(PictureAlarm(None, None), 5 * S)

    assert not reopening.is_due(60 * S)


def test_a_black_picture_is_no_reason() -> None:
    reopening = Reopening()
    reopening.heard(PictureAlarm("black", "The lens cap is on."), 0)

    assert not reopening.is_due(60 * S)


def test_a_new_fault_long_after_the_last_is_tried_from_the_start() -> None:
    reopening = Reopening()
    first_s = due_after_s(reopening, 0)
    assert first_s is not None
    reopening.recorder_is_gone()

    assert due_after_s(reopening, first_s + int(CURED_S) + 1) == WAITS_S[0]


def test_it_is_asked_once_and_a_recorder_that_does_not_answer_is_told_apart() -> None:
    reopening = Reopening()
    asked_s = due_after_s(reopening, 0)
    assert asked_s is not None

    assert not reopening.is_due((asked_s + 100) * S)
    assert not reopening.is_unanswered((asked_s + int(ANSWER_S)) * S)
    assert reopening.is_unanswered((asked_s + int(ANSWER_S) + 1) * S)
    reopening.recorder_is_gone()
    assert not reopening.is_unanswered((asked_s + 60) * S)
