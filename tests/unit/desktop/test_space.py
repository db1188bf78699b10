"""The watch over the disk: what it expects, refuses and tells, with a disk made of two numbers."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.recording.disk import Level, Limits, Rate, Usage
from desktop.recording.errors import NotEnoughSpace
from desktop.recording.model import CaptureRequest, Progress, Ready
from desktop.space import SpaceWatch, disk_usage
from holdfast import salvage
from holdfast.announcement import Video
from holdfast.ids import new_id
from holdfast.jsonform import canonical
from holdfast.layout import Home
from holdfast.manifest import PAUSED, Gap
from holdfast.overflow_layout import OverflowFolder
from tests.recordings import make_recording, some_device
from tests.support.manual_clock import ManualClock

# As tests.recordings makes them: 1280 x 720, segments of four seconds.
VIDEO = Video("h264", 1280, 720, 30.0, "cam-1", "HD Webcam")
SMALL = replace(VIDEO, width=640, height=360)
RATE = 1000
"""Bytes a second of the recordings on disk."""
TOTAL = 10**12


class Watched:
    """A watch on a home, whose disk has `free` bytes."""

    def __init__(self, home: Path, limits: Limits | None = None) -> None:
        self.home = Home(home)
        self.free = TOTAL
        self.clock = ManualClock()
        self.watch = SpaceWatch(
            self.home, limits or Limits(), lambda _folder: Usage(self.free, TOTAL), self.clock
        )

    def open(self, video: Video = VIDEO, source: str = "0") -> None:
        self.watch.opening(CaptureRequest(source))
        self.watch.opened(Ready(video, None))

    def record_before(self, segments: int = 3) -> None:
        make_recording(self.home, some_device(), sizes=[4 * RATE] * segments)

    def left_of(self, minutes: float) -> None:
        """Leave so much of the disk, at RATE."""
        self.free = int(minutes * 60 * RATE)

    def passed(self, elapsed_s: float, size_bytes: int = 0) -> tuple[Level, float] | None:
        self.clock.advance(1.0)
        return self.watch.passed(progress(elapsed_s, size_bytes))


def progress(elapsed_s: float, size_bytes: int) -> Progress:
    return Progress("r", elapsed_s, 0, 0, 30.0, size_bytes, None, None, None)


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path)


def test_before_a_camera_is_open_nothing_is_known_and_nothing_refused(watched: Watched) -> None:
    watched.free = 0

    assert watched.watch.space().left_s is None
    watched.watch.place_for(3600.0)


def test_before_the_first_recording_the_mode_says_what_is_assumed(watched: Watched) -> None:
    watched.open()

    rate = watched.watch.space().rate
    assert rate is not None
    assert rate.basis == "assumed"


def test_the_last_recordings_say_what_the_next_one_takes(watched: Watched) -> None:
    watched.record_before()
    watched.open()

    assert watched.watch.space().rate == Rate(RATE, "last")


def test_a_pause_of_the_last_recording_took_nothing(watched: Watched) -> None:
    folder = make_recording(watched.home, some_device(), sizes=[4 * RATE] * 3).folder
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    paused = replace(manifest, duration_s=72.0, gaps=(Gap(12.0, 72.0, PAUSED),))
    folder.manifest.write_bytes(canonical(paused.to_json()))
    watched.open()

    assert watched.watch.space().rate == Rate(RATE, "last")


def test_a_recording_in_another_mode_says_nothing(watched: Watched) -> None:
    watched.record_before()
    watched.open(SMALL)

    rate = watched.watch.space().rate
    assert rate is not None
    assert rate.basis == "assumed"


def test_a_recording_that_was_too_short_says_nothing(watched: Watched) -> None:
    watched.record_before(segments=1)
    watched.open()

    rate = watched.watch.space().rate
    assert rate is not None
    assert rate.basis == "assumed"


def test_a_recording_that_lost_many_pictures_says_nothing(watched: Watched) -> None:
    watched.record_before()
    starved = make_recording(watched.home, some_device(), sizes=[RATE] * 3).folder
    manifest = salvage.read_manifest(starved)
    assert manifest is not None
    lost_frames = manifest.frames
    segments = tuple(
        replace(each, losses=((each.start_s, each.frames),)) for each in manifest.segments
    )
    told = replace(manifest, segments=segments, lost_frames=lost_frames)
    starved.manifest.write_bytes(canonical(told.to_json()))
    watched.open()

    assert watched.watch.space().rate == Rate(RATE, "last")


def test_a_manifest_that_cannot_be_read_is_passed_over(watched: Watched) -> None:
    watched.record_before()
    broken = make_recording(watched.home, some_device(), sizes=[1])
    broken.folder.manifest.write_bytes(b"{")
    watched.open()

    assert watched.watch.space().rate == Rate(RATE, "last")


def test_what_was_just_recorded_counts_for_the_next(watched: Watched) -> None:
    watched.open()
    assert watched.watch.space().rate != Rate(RATE, "last")
    watched.watch.began()
    watched.record_before()
    watched.watch.ended()

    assert watched.watch.space().rate == Rate(RATE, "last")


def test_a_running_recording_is_measured_itself(watched: Watched) -> None:
    watched.record_before()
    watched.open()
    watched.watch.began()

    watched.passed(10.0, size_bytes=50_000)
    assert watched.watch.space().rate == Rate(5000.0, "running")

    watched.watch.ended()
    assert watched.watch.space().rate == Rate(RATE, "last")


@pytest.mark.parametrize(
    ("minutes_left", "seconds", "fits"),
    [
        (3.0, None, True),
        (2.9, None, False),
        (12.0, 600.0, True),
        (11.9, 600.0, False),
        (2.2, 10.0, True),
    ],
)
def test_what_cannot_fit_is_refused_before_it_starts(
    watched: Watched, minutes_left: float, seconds: float | None, fits: bool
) -> None:
    watched.record_before()
    watched.open()
    watched.left_of(minutes_left)

    if fits:
        watched.watch.place_for(seconds)
        return
    with pytest.raises(NotEnoughSpace, match="Not enough space to record") as refused:
        watched.watch.place_for(seconds)
    assert "Nothing was recorded" in refused.value.sentence


def test_the_most_that_is_taken_of_a_file_is_not_what_it_needs(
    watched: Watched, tmp_path: Path
) -> None:
    film = tmp_path / "short.mp4"
    film.touch()
    watched.record_before()
    watched.open(source=str(film))
    watched.left_of(5.0)

    watched.watch.place_for(3600.0)


def test_each_limit_is_told_once_on_the_way_down(watched: Watched) -> None:
    watched.record_before()
    watched.open()
    watched.watch.began()
    told = []
    for minutes in (61, 59, 50, 61, 14, 16, 10, 1.9, 1.0):
        watched.left_of(minutes)
        told.append(watched.passed(1.0))

    assert [each and each[0] for each in told] == [
        None, Level.AMBER, None, None, Level.RED, None, None, Level.STOP, None,
    ]  # fmt: skip
    assert told[4] == (Level.RED, 14 * 60.0)


def test_the_next_recording_is_told_again(watched: Watched) -> None:
    watched.record_before()
    watched.open()
    watched.left_of(30)
    for _recording in range(2):
        watched.watch.began()
        assert watched.passed(1.0) == (Level.AMBER, 30 * 60.0)
        watched.watch.ended()


def test_the_disk_is_looked_at_once_a_second(watched: Watched) -> None:
    watched.record_before()
    watched.open()
    watched.watch.began()
    assert watched.passed(1.0) is None
    watched.left_of(1)

    watched.clock.advance(0.9)
    assert watched.watch.passed(progress(1.9, 0)) is None
    watched.clock.advance(0.1)
    assert watched.watch.passed(progress(2.0, 0)) == (Level.STOP, 60.0)


def test_a_disk_that_says_nothing_ends_nothing(tmp_path: Path) -> None:
    watch = SpaceWatch(Home(tmp_path), Limits(), lambda _folder: Usage(0, 0), ManualClock())
    watch.opened(Ready(VIDEO, None))
    watch.began()

    watch.place_for(3600.0)
    assert watch.passed(progress(60.0, 10**9)) is None


def test_the_real_disk_is_that_of_the_nearest_folder(tmp_path: Path) -> None:
    usage = disk_usage(tmp_path / "not" / "there" / "yet")

    assert usage.is_known
    assert 0 < usage.free_bytes <= usage.total_bytes


# With an overflow folder. -----------------------------------------------------------------------

OVERFLOW_ID = new_id(datetime(2026, 11, 21, tzinfo=UTC))


class TwoDisks(Watched):
    """As Watched, with an overflow folder whose room the test sets, too."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.overflow = OverflowFolder(root / "overflow", OVERFLOW_ID)
        self.overflow.path.mkdir()
        self.overflow.marker.touch()
        self.overflow_free = 0
        self.home = replace(self.home, overflows=(self.overflow,))
        self.watch = SpaceWatch(self.home, Limits(), self._usage, self.clock)
        self.record_before()
        self.open()

    def _usage(self, folder: Path) -> Usage:
        free = self.overflow_free if folder == self.overflow.path else self.free
        return Usage(free, 10**12)

    def left_on_both(self, first: float, overflow: float) -> None:
        """Leave so many minutes on each disk, at RATE."""
        self.left_of(first)
        self.overflow_free = int(overflow * 60 * RATE)


@pytest.fixture
def disks(tmp_path: Path) -> TwoDisks:
    return TwoDisks(tmp_path)


@pytest.mark.parametrize(
    ("first", "overflow", "seconds", "in_overflow"),
    [
        pytest.param(3.1, 500.0, None, False, id="the first while it has room"),
        pytest.param(2.9, 500.0, None, True, id="the overflow once the first has none"),
        pytest.param(11.0, 12.5, 600.0, True, id="where the whole length fits"),
        pytest.param(8.0, 8.0, 600.0, False, id="on both together, the first first"),
        pytest.param(2.0, 12.5, 600.0, True, id="nothing at all on the first"),
    ],
)
def test_a_recording_begins_where_there_is_room(
    disks: TwoDisks, first: float, overflow: float, seconds: float | None, in_overflow: bool
) -> None:
    disks.left_on_both(first, overflow)

    assert disks.watch.place_for(seconds) == (disks.overflow if in_overflow else None)


def test_what_fits_on_both_together_neither_is_refused(disks: TwoDisks) -> None:
    disks.left_on_both(6.0, 6.0)

    with pytest.raises(NotEnoughSpace, match=r"\(10 min left, 12 needed\)"):
        disks.watch.place_for(600.0)


def test_an_overflow_that_is_not_connected_is_asked_for(disks: TwoDisks) -> None:
    disks.left_on_both(1.0, 500.0)
    disks.overflow.marker.unlink()

    assert disks.watch.space().overflow is None
    with pytest.raises(NotEnoughSpace) as refused:
        disks.watch.place_for(None)
    asked = f"connect the disk with the overflow folder {disks.overflow.path}"
    assert asked in refused.value.sentence


def test_what_is_low_is_what_is_left_on_both_disks(disks: TwoDisks) -> None:
    disks.watch.began()
    disks.left_on_both(3.0, 100.0)
    assert disks.passed(1.0) is None
    assert disks.watch.space().left_s == pytest.approx(60 * (3.0 - 2.0 + 100.0), rel=0.001)

    disks.left_on_both(3.0, 20.0)
    level, left_s = disks.passed(2.0) or pytest.fail("no limit was passed")
    assert level is Level.AMBER
    assert left_s == pytest.approx(60 * 21.0, rel=0.001)


def test_the_first_disk_ends_the_recording_however_much_the_overflow_has(disks: TwoDisks) -> None:
    disks.watch.began()
    disks.left_on_both(1.9, 500.0)

    level, _left_s = disks.passed(1.0) or pytest.fail("no limit was passed")
    assert level is Level.STOP
    assert disks.watch.place_to_go_on() == disks.overflow


def test_in_the_overflow_there_is_nowhere_to_go_on(disks: TwoDisks) -> None:
    disks.left_on_both(500.0, 5.0)
    disks.watch.began(disks.overflow)

    space = disks.watch.space()
    assert space.in_overflow
    assert space.left_s == pytest.approx(300.0, rel=0.001)
    assert disks.watch.place_to_go_on() is None
    disks.watch.ended()
    assert not disks.watch.space().in_overflow


def test_an_overflow_without_room_is_none(disks: TwoDisks) -> None:
    disks.watch.began()
    disks.left_on_both(1.0, 2.9)

    assert disks.watch.place_to_go_on() is None
    assert disks.watch.space().left_s == pytest.approx(60.0, rel=0.001)


def test_a_file_is_recorded_on_one_disk_alone(disks: TwoDisks, tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.touch()
    disks.open(source=str(film))
    disks.left_on_both(1.0, 500.0)
    disks.watch.began()

    assert disks.watch.place_to_go_on() is None
