"""A series of flashes is shown by another process, marked at its own word, and never waited for."""

import sys
import threading

import pytest

from desktop.sync_mark import (
    FLASH_S,
    LEAD_S,
    MARKER,
    PERIOD_S,
    SERIES_S,
    Moments,
    SyncMarks,
    SyncPlayer,
    flashes_by_itself,
)

Marked = list[tuple[str, str, int]]


def player(script: str) -> SyncPlayer:
    return SyncPlayer([sys.executable, "-c", script])


ANSWERS = """
import sys
print("ready", flush=True)
for line in sys.stdin:
    print("mark 123", flush=True)
    print("over", flush=True)
"""


def test_never_more_than_three_flashes_a_second() -> None:
    moments = Moments.after(1_000)

    gaps = [b - a for a, b in zip(moments.flashes_ns, moments.flashes_ns[1:], strict=False)]
    assert gaps == [1_000_000_000, 1_000_000_000]
    assert PERIOD_S >= 1 / 3
    last_is_over_ns = moments.flashes_ns[-1] + FLASH_S * 1e9
    assert moments.over_ns == pytest.approx(last_is_over_ns + LEAD_S * 1e9)
    assert pytest.approx((moments.over_ns - 1_000) / 1e9 + LEAD_S) == SERIES_S


def test_the_marker_is_where_the_screen_says_that_it_flashed() -> None:
    marked: Marked = []
    shown = player(ANSWERS)

    assert shown.play(lambda *mark: marked.append(mark)) is None
    assert shown.play(lambda *mark: marked.append(mark)) is None
    shown.close()

    assert marked == [(MARKER, "window", 123)] * 2


@pytest.mark.parametrize(
    ("script", "says"),
    [
        ("import sys; sys.exit(1)", "could not be shown"),
        ("import sys; sys.stdin.readline(); sys.exit(1)", "could not be shown"),
        (
            "import sys; sys.stdin.readline(); print('trouble No loudspeaker.'); print('over')",
            "No loudspeaker.",
        ),
    ],
)
def test_what_cannot_be_shown_is_a_sentence(script: str, says: str) -> None:
    shown = player(script)

    trouble = shown.play(lambda *_mark: None)
    shown.close()

    assert trouble is not None
    assert says in trouble


def test_a_screen_that_died_is_started_again() -> None:
    marked: Marked = []
    shown = player(
        "import sys; sys.stdin.readline(); print('mark 7', flush=True); print('over', flush=True)"
    )

    for _ in range(2):
        assert shown.play(lambda *mark: marked.append(mark)) is None
        assert shown._process is not None
        shown._process.wait()
    shown.close()

    assert len(marked) == 2


@pytest.mark.parametrize(("when", "opens", "wait_s"), [("off", 0, 0), ("start", 1, 0)])
def test_only_the_marks_that_were_asked_for_are_shown(when: str, opens: int, wait_s: float) -> None:
    seen = threading.Semaphore(0)
    shown = player(ANSWERS)
    marks = SyncMarks(when, shown, lambda *_mark: seen.release(), lambda _trouble: None)

    marks.open()
    for _ in range(opens):
        assert seen.acquire(timeout=30)

    assert marks.begin_to_close() == wait_s
    assert not seen.acquire(blocking=False)
    marks.close()


def test_both_ends_are_marked_and_the_stop_waits_for_the_last() -> None:
    seen = threading.Semaphore(0)
    marks = SyncMarks("both", player(ANSWERS), lambda *_: seen.release(), lambda _trouble: None)

    marks.open()
    assert seen.acquire(timeout=30)
    assert marks.begin_to_close() == SERIES_S
    assert seen.acquire(timeout=30)
    marks.close()


@pytest.mark.parametrize(
    ("source", "by_itself"),
    [
        ("test", True),
        ("test:live", True),
        ("0", False),
        ("http://camera", False),
        ("tests.mp4", False),
    ],
)
def test_the_built_in_scene_flashes_by_itself(source: str, by_itself: bool) -> None:
    assert flashes_by_itself(source) is by_itself
