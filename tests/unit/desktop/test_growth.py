"""A recording that does not reach the disk is noticed in three seconds, a slow one is not."""

from pathlib import Path

import pytest

from desktop.growth import FileSize, Growth, newest_size
from desktop.recording.model import Progress
from holdfast.layout import RecordingFolder

S = 1_000_000_000


def progress(size_bytes: int, frame_ns: int, encoded_s: float) -> Progress:
    return Progress("r", encoded_s, 30, 0, 30.0, size_bytes, None, None, frame_ns)


class Course:
    """Feeds five signs of life a second; says when the alarm begins and ends."""

    def __init__(self) -> None:
        self.growth = Growth()
        self.growth.begin(0)
        self.now_s = 0.0
        self.encoded_s = 0.0
        self.written = 0
        self.file: FileSize = (0, 0)
        self.changes: list[tuple[float, bool]] = []

    def go_on(
        self,
        seconds: float,
        *,
        told: bool = True,
        on_disk: bool = True,
        every_s: float = 0.2,
        speed: float = 1.0,
    ) -> None:
        """`told`: the recorder says that it writes; `on_disk`: the file grows. A picture comes
        every so many seconds; the encoder is so fast, 1 where it keeps up."""
        for _ in range(round(seconds * 5)):
            self.now_s += 0.2
            self.encoded_s += 0.2 * speed
            frame = int(self.now_s / every_s)
            now_ns = round(self.now_s * S)
            if told:
                self.written = 1000 * frame
            if on_disk:
                self.file = (frame // 20, 1000 * (frame % 20))
            self.growth.heard(progress(self.written, frame, self.encoded_s), now_ns)
            self.growth.seen(self.file, now_ns)
            stands = self.growth.still_since_ns(now_ns) is not None
            if stands != bool(self.changes and self.changes[-1][1]):
                self.changes.append((round(self.now_s, 1), stands))


@pytest.mark.parametrize(("told", "on_disk"), [(False, False), (True, False), (False, True)])
def test_either_witness_that_stands_still_is_an_alarm(told: bool, on_disk: bool) -> None:
    course = Course()
    course.go_on(10)
    course.go_on(5, told=told, on_disk=on_disk)
    course.go_on(2)

    (began_s, began), (over_s, over) = course.changes
    assert (began, over) == (True, False)
    assert began_s == pytest.approx(13.0, abs=0.25)
    assert over_s == pytest.approx(15.2, abs=0.25)


def test_a_growing_recording_is_well_across_segments() -> None:
    course = Course()
    course.go_on(60)

    assert course.changes == []


@pytest.mark.parametrize("every_s", [1.0, 2.0, 5.0])
def test_a_slow_camera_is_well(every_s: float) -> None:
    course = Course()
    course.go_on(60, every_s=every_s)

    assert course.changes == []


def test_an_encoder_that_has_no_time_is_not_the_disks_fault() -> None:
    course = Course()
    course.go_on(10)
    # A fragment of half a second takes it five.
    course.go_on(4.8, told=False, on_disk=False, speed=0.1)
    course.go_on(0.2)
    assert course.changes == []

    course.go_on(30, told=False, on_disk=False, speed=0.1)
    ((began_s, began),) = course.changes
    assert began
    assert began_s == pytest.approx(30.0, abs=0.25)


@pytest.mark.parametrize("encoded_s", [0.0, 0.6])
def test_an_encoder_that_waits_for_the_disk_itself_is_an_alarm(encoded_s: float) -> None:
    course = Course()
    course.go_on(10)
    course.go_on(encoded_s, told=False, on_disk=False)
    course.go_on(5, told=False, on_disk=False, speed=0.0)

    ((began_s, began),) = course.changes
    assert began
    assert began_s == pytest.approx(13.0 + encoded_s, abs=0.25)


def test_the_first_seconds_and_a_camera_without_pictures_are_no_alarm() -> None:
    course = Course()
    course.go_on(2.8, told=False, on_disk=False)
    assert course.changes == []

    waiting = Course()
    waiting.go_on(10)
    waiting.go_on(30, told=False, on_disk=False, every_s=1000.0)
    assert waiting.changes == []


def test_nothing_is_owed_while_no_part_is_open() -> None:
    course = Course()
    course.go_on(10)
    course.growth.rest()
    course.go_on(30, told=False, on_disk=False)

    assert course.changes == []


def test_since_when_is_told() -> None:
    course = Course()
    course.go_on(10)
    course.go_on(4, told=False, on_disk=False)

    assert course.growth.still_since_ns(round(course.now_s * S)) == pytest.approx(
        10 * S, abs=S // 4
    )


def test_the_newest_segment_is_looked_at_open_or_closed(tmp_path: Path) -> None:
    folder = RecordingFolder(tmp_path)
    assert newest_size(folder) == (-1, 0)
    (tmp_path / "000001.mp4").write_bytes(b"xx")
    (tmp_path / "000001.json").write_bytes(b"xxxxxxxxx")
    assert newest_size(folder) == (1, 2)

    (tmp_path / "000002.part").write_bytes(b"x")
    assert newest_size(folder) == (2, 1)

    (tmp_path / "000002.part").rename(tmp_path / "000002.mp4")
    (tmp_path / "000010.part").write_bytes(b"xyz")
    assert newest_size(folder) == (10, 3)
