"""The ladder on a slow machine: in order, in time, one rung after the other, and calm again."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.recording.encoding import (
    CAMERA_JPEG,
    DEFAULT,
    SUPERFAST,
    ULTRAFAST,
    Encoding,
    rungs,
)
from desktop.recording.overload import (
    AVAILABLE_LEAST_BYTES,
    BACK_AFTER_S,
    LOOK_EVERY_S,
    RECORDER_MOST_BYTES,
    GivenBack,
    Ladder,
    Load,
    Rung,
    Step,
    Taken,
)

LEFT = rungs(camera_gives_jpeg=True)[1:]
LOOK_NS = round(LOOK_EVERY_S * 1e9)


class Watch:
    """A ladder and the clock by which it looks."""

    def __init__(self) -> None:
        self.ladder = Ladder(LEFT)
        self.now_ns = 5_000_000_000

    def sees(self, *fills: float, **memory: int) -> list[Step]:
        """All steps while the queue is as full as this, look by look."""
        steps: list[Step] = []
        for fill in fills:
            self.now_ns += LOOK_NS
            steps += self.ladder.look(self.now_ns, Load(fill, **memory))
        return steps

    def fills_slowly(self) -> None:
        """Up to just below where it would be noticed."""
        assert self.sees(0.1, 0.2, 0.3) == []

    def sees_for(self, seconds: float, fill: float, **memory: int) -> list[Step]:
        return self.sees(*[fill] * round(seconds / LOOK_EVERY_S), **memory)


def names(steps: list[Step]) -> list[str]:
    return [each.marker for each in steps]


DOWN = [
    "preview slowed",
    "uploads paused",
    "faster encoding: superfast",
    "faster encoding: ultrafast",
    "camera's own pictures",
]


def test_a_queue_that_empties_costs_nothing() -> None:
    watch = Watch()

    assert watch.sees(0.0, 0.2, 0.3, 0.25, 0.1, 0.0) == []
    assert watch.sees_for(60, 0.3) == []
    assert watch.ladder.sentence is None


def test_a_queue_that_stays_a_third_full_takes_rung_after_rung_with_time_to_help() -> None:
    watch = Watch()
    watch.fills_slowly()
    taken_after_s: list[float] = []

    for look in range(60):
        steps = watch.sees(0.4)
        taken_after_s += [look * LOOK_EVERY_S for _ in steps]

    assert taken_after_s == [1.0, 3.0, 5.0, 7.0, 9.0]
    assert watch.ladder.is_exhausted


def test_the_rungs_come_in_their_order() -> None:
    watch = Watch()
    watch.fills_slowly()
    steps = watch.sees_for(15, 0.4)

    assert names(steps) == DOWN
    taken = [each for each in steps if isinstance(each, Taken)]
    assert [each.encoding for each in taken] == [None, None, SUPERFAST, ULTRAFAST, CAMERA_JPEG]


def test_what_helped_is_the_last_that_gave_way() -> None:
    watch = Watch()
    watch.fills_slowly()

    steps = watch.sees_for(3.5, 0.4)
    steps += watch.sees_for(8, 0.2)

    assert names(steps) == DOWN[:2]


def test_a_rising_queue_is_not_waited_for() -> None:
    watch = Watch()
    watch.fills_slowly()

    steps = watch.sees(0.45, 0.5, 0.55, 0.56, 0.57)

    assert names(steps) == DOWN[:3]

    assert names(watch.sees(0.72, 0.76, 0.77)) == DOWN[3:]


@pytest.mark.parametrize("fills", [(0.2, 0.6), (0.0, 0.45), (0.95,), (0.3, 0.6)])
def test_at_the_last_moment_all_that_is_left_gives_way_at_once(fills: tuple[float, ...]) -> None:
    watch = Watch()

    assert names(watch.sees(*fills)) in (["preview slowed", "uploads paused", DOWN[-1]], DOWN)
    assert watch.ladder.is_exhausted


def test_an_encoder_that_has_just_been_opened_may_catch_up() -> None:
    assert names(Watch().sees(0.85, 0.6, 0.3, 0.0)) == DOWN[:2]


def test_preview_and_uploads_come_back_and_the_encoding_stays() -> None:
    watch = Watch()
    watch.sees(0.2, 0.6)

    back = watch.sees_for(BACK_AFTER_S * 4, 0.0)

    assert names(back) == ["uploads go on", "preview as before"]
    assert all(isinstance(each, GivenBack) for each in back)
    assert watch.ladder.sentence is None


def test_what_came_back_too_early_waits_longer_the_next_time() -> None:
    watch = Watch()
    watch.sees(0.2, 0.6)
    watch.sees_for(BACK_AFTER_S + 1, 0.0)
    watch.fills_slowly()
    watch.sees_for(3, 0.4)

    assert watch.sees_for(BACK_AFTER_S * 1.5, 0.0) == []
    assert names(watch.sees_for(BACK_AFTER_S, 0.0)) == ["uploads go on"]


@pytest.mark.parametrize(
    "memory",
    [{"recorder_bytes": RECORDER_MOST_BYTES + 1}, {"available_bytes": AVAILABLE_LEAST_BYTES - 1}],
)
def test_short_memory_pauses_uploads_first_and_nothing_else(memory: dict[str, int]) -> None:
    watch = Watch()

    steps = watch.sees_for(30, 0.0, **memory)

    assert names(steps) == ["uploads paused (memory is short)"]
    assert "Memory is short" in (watch.ladder.sentence or "")
    assert names(watch.sees_for(BACK_AFTER_S + 1, 0.0)) == ["uploads go on"]


def test_uploads_that_wait_for_memory_are_not_paused_twice() -> None:
    watch = Watch()
    watch.sees(0.0, available_bytes=0)

    assert names(watch.sees(0.2, 0.6)) == ["preview slowed", DOWN[-1]]


@dataclass
class Machine:
    """An encoder whose speed depends on the encoding, behind a queue of 60 pictures."""

    arrive_fps: float
    speeds_fps: dict[Encoding, float]
    switch_s: float
    queue: float = 0.0
    lost: float = 0.0
    busy_s: float = 0.0
    encoding: Encoding = DEFAULT

    def run(self, seconds: float) -> None:
        for _step in range(round(seconds * 200)):
            self.busy_s -= 0.005
            self.queue += self.arrive_fps * 0.005
            if self.busy_s <= 0:
                self.queue = max(0.0, self.queue - 0.005 * self.speeds_fps[self.encoding])
            self.lost += max(0.0, self.queue - 60)
            self.queue = min(self.queue, 60)

    def take(self, step: Step) -> None:
        if isinstance(step, Taken) and step.encoding is not None:
            self.busy_s = self.switch_s
            self.encoding = step.encoding


@given(
    st.floats(5, 60),
    st.lists(st.floats(0, 120), min_size=3, max_size=3).map(sorted),
    st.floats(0, 0.15),
    st.integers(20, 100),
)
@settings(max_examples=200, deadline=None)
def test_no_picture_is_lost_while_a_rung_is_left_that_would_keep_up(
    arrive_fps: float, x264_fps: list[float], switch_s: float, looks: int
) -> None:
    machine = Machine(
        arrive_fps,
        dict(zip((DEFAULT, SUPERFAST, ULTRAFAST), x264_fps, strict=True)) | {CAMERA_JPEG: 3000.0},
        switch_s,
    )
    ladder = Ladder(LEFT)
    taken: list[Rung] = []

    ladder.look(0, Load(0.0))
    for look in range(1, looks):
        machine.run(LOOK_EVERY_S)
        assert machine.lost == 0
        for step in ladder.look(look * LOOK_NS, Load(machine.queue / 60)):
            machine.take(step)
            if isinstance(step, Taken):
                taken.append(step.rung)

    encodings = taken.index(Rung.ENCODING) if Rung.ENCODING in taken else len(taken)
    assert taken[:encodings] in ([], [Rung.PREVIEW], [Rung.PREVIEW, Rung.UPLOADS])


@given(st.lists(st.floats(0, 1), max_size=400))
def test_whatever_the_queue_does_each_rung_is_taken_in_order_and_each_encoding_once(
    fills: list[float],
) -> None:
    watch = Watch()
    held: set[Rung] = set()
    encodings: list[Encoding] = []

    for step in watch.sees(*fills):
        if isinstance(step, GivenBack):
            held.remove(step.rung)
        elif step.encoding is None:
            assert step.rung not in held
            held.add(step.rung)
        else:
            assert held == {Rung.PREVIEW, Rung.UPLOADS}
            encodings.append(step.encoding)

    assert encodings == [each for each in LEFT if each in encodings]
    assert (watch.ladder.sentence is None) == (not held)
