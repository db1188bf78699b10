"""What is looked at while recording, when, and that all is as before when it is over."""

from dataclasses import dataclass, field

from desktop.recording.encoding import DEFAULT, SUPERFAST, Encoding
from desktop.recording.load_watch import LoadWatch
from desktop.recording.overload import AVAILABLE_LEAST_BYTES, LOOK_EVERY_S
from desktop.recording.part import Totals
from tests.support.manual_clock import ManualClock


@dataclass
class Parts:
    """What is recorded, as the watch sees it."""

    begun: bool = True
    fill: float = 0.0
    encoding: Encoding = DEFAULT
    camera_gives_jpeg: bool = False
    totals: Totals = field(default_factory=Totals)


@dataclass
class Memory:
    available: int = 1 << 40

    def own_bytes(self) -> int:
        return 100 << 20

    def available_bytes(self) -> int:
        return self.available


class Scene:
    """A watch, and what it looks at."""

    def __init__(self) -> None:
        self.clock = ManualClock(1_000_000_000)
        self.memory = Memory()
        self.parts = Parts()
        self.slowed: list[bool] = []
        self.watch = LoadWatch(self.clock, self.memory, self.slowed.append)

    def look(self, fill: float) -> list[str]:
        self.clock.advance(LOOK_EVERY_S)
        self.parts.fill = fill
        return [each.marker for each in self.watch.look(self.parts)]


def test_nothing_is_looked_at_before_the_first_picture_and_not_all_the_time() -> None:
    scene = Scene()
    scene.parts.begun = False
    assert scene.look(1.0) == []

    scene.parts.begun = True
    assert scene.look(0.2) == []
    scene.parts.fill = 1.0
    assert scene.watch.look(scene.parts) == []
    assert scene.look(1.0) != []


def test_the_preview_is_slowed_and_goes_on_when_the_recording_is_over() -> None:
    scene = Scene()
    scene.look(0.2)
    scene.look(0.6)
    during = (list(scene.slowed), scene.watch.holds_uploads, scene.watch.sentence is None)

    had_given_way = [scene.watch.ends(), scene.watch.ends()]

    after = (scene.slowed, scene.watch.holds_uploads, scene.watch.sentence is None)
    assert during == ([True], True, False)
    assert after == ([True, False], False, True)
    assert had_given_way == [True, False]


def test_nothing_is_said_not_to_be_lost_that_is() -> None:
    scene = Scene()
    scene.parts.totals = Totals(lost_frames=3)
    scene.look(0.2)
    scene.look(0.6)
    # What was lost before is no matter of what gave way.
    before = (scene.watch.loses_frames, scene.watch.sentence or "")

    scene.parts.totals = Totals(lost_frames=4)
    scene.look(1.0)
    after = (scene.watch.loses_frames, scene.watch.sentence or "")

    assert not before[0]
    assert "Nothing is lost" in before[1]
    assert after[0]
    assert "Nothing is lost" not in after[1]
    assert "Pictures are lost" in after[1]


def test_a_recording_that_goes_on_after_a_loss_begins_where_it_was() -> None:
    scene = Scene()
    scene.parts.encoding = SUPERFAST
    scene.parts.camera_gives_jpeg = True
    scene.look(0.0)

    assert scene.look(0.7) == ["preview slowed", "uploads paused", "camera's own pictures"]


def test_short_memory_has_uploads_wait() -> None:
    scene = Scene()
    scene.memory.available = AVAILABLE_LEAST_BYTES - 1

    assert scene.look(0.0) == ["uploads paused (memory is short)"]
    assert scene.watch.holds_uploads
    assert scene.slowed == [False]
