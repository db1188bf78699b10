"""Segments on a disk that works, fails, fills up, or whose files another program holds."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from desktop.recording.errors import DiskFull, FolderUnwritable, RecordingError
from desktop.recording.open_segment import OpenSegment
from desktop.recording.segment_store import HELD_PATIENCE_S, HELD_RETRY_S, SegmentStore
from desktop.recording.segmenter import Append, Begin, Captured, End, Place, Segmenter, Step
from desktop.recording.sound_ledger import SoundNews
from holdfast import crash, durable, fragments
from holdfast.journal import Losses
from holdfast.jsonform import parse
from holdfast.layout import RecordingFolder
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss
from tests.support.manual_clock import ManualClock
from tests.support.scene_media import encoded_scene

RECORDING = "0192f0c1-2345-7abc-8def-0123456789ab"


def steps(seconds: int = 10, losses: Mapping[int, Captured] = MappingProxyType({})) -> list[Step]:
    """Ten seconds of the scene: segments 0, 1 and 2. `losses` replace what some pictures say."""
    part = encoded_scene(seconds * 30, 64, 48)
    init, parts = part.split()
    segmenter = Segmenter(0)
    for number, picture in enumerate(part.captured):
        told = losses.get(number, picture)
        segmenter.captured(replace(told, pts=picture.pts, time_ns=picture.time_ns))
    done: list[Step] = segmenter.add(init)
    for each in parts:
        done += segmenter.add(each)
    return done + segmenter.end()


class Rig:
    """A store in a folder, with what it reported."""

    def __init__(self, path: Path) -> None:
        self.folder = RecordingFolder(path / RECORDING)
        durable.make_folder(self.folder.path)
        self.clock = ManualClock()
        self.noted: list[Losses] = []
        self.on_noted: Callable[[], None] = lambda: None
        self.closed: list[Sidecar] = []
        place = Place(RECORDING, 0, 0.0)
        self.store = SegmentStore(self.folder, place, self.clock, self.note, self.closed.append)

    def note(self, losses: Losses) -> None:
        self.on_noted()
        self.noted.append(losses)

    def take(self, done: Iterable[Step]) -> None:
        for step in done:
            self.store.take(step)
            self.store.sync()

    def take_until_error(self, done: Iterable[Step]) -> RecordingError:
        with pytest.raises(RecordingError) as caught:
            self.take(done)
        return caught.value

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.path.iterdir())

    def check_closed(self, *numbers: int) -> None:
        """These segments are on disk and are exactly what their sidecars and events say."""
        assert sorted(self.folder.segments()) == list(numbers)
        assert sorted(each.segment for each in self.closed) == list(numbers)
        for sidecar in self.closed:
            path = self.folder.segment(sidecar.segment)
            data = path.read_bytes()
            assert hashlib.sha256(data).hexdigest() == sidecar.sha256
            assert len(data) == sidecar.size_bytes
            assert fragments.content(*fragments.read(path)).frames == sidecar.frames
            written = self.folder.sidecar(sidecar.segment).read_bytes()
            assert Sidecar.from_json(parse(written, "it")) == sidecar


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path)


class Failing:
    """Calls the real function, except for the calls (counted from 0) that fail."""

    def __init__(self, real: Callable[..., object], error: int, calls: set[int]) -> None:
        self._real, self._error, self._calls = real, error, calls
        self.count = 0

    def __call__(self, *arguments: object) -> object:
        self.count += 1
        if self.count - 1 in self._calls:
            raise OSError(self._error, "on purpose")
        return self._real(*arguments)


def fail(monkeypatch: pytest.MonkeyPatch, name: str, error: int, calls: Iterable[int]) -> Failing:
    """Make a system call fail at these of its calls."""
    failing = Failing(getattr(os, name), error, set(calls))
    monkeypatch.setattr(os, name, failing)
    return failing


def test_segments_are_closed_with_sidecar_and_name(rig: Rig) -> None:
    rig.take(steps())

    rig.check_closed(0, 1, 2)
    assert [each.frames for each in rig.closed] == [120, 120, 60]
    assert sum(each.samples for each in rig.closed) == 480_000
    assert rig.names() == [f"00000{n}.{kind}" for n in range(3) for kind in ("json", "mp4")]
    assert rig.store.bytes_written == sum(each.size_bytes for each in rig.closed)
    assert not rig.store.is_dirty


def test_the_open_segment_is_readable_after_every_step(rig: Rig) -> None:
    frames = 0
    for step in steps(3)[:-1]:
        rig.take([step])
        torn = fragments.read_torn(rig.folder.part(0))
        if isinstance(step, Append):
            frames += len(step.pictures)
            assert torn.init is not None
            assert fragments.content(torn.init, torn.fragments).frames == frames
    assert frames == 90
    rig.take([End()])


def test_the_order_is_fsync_sidecar_name(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(crash, "point", lambda name: passed.append((name, rig.names())))

    rig.take(steps(1))

    assert passed == [
        ("recorder.segment-open", ["000000.part"]),
        ("recorder.segment-open", ["000000.part"]),
        ("recorder.before-fsync", ["000000.part"]),
        ("recorder.before-sidecar", ["000000.part"]),
        ("recorder.between-sidecar-and-rename", ["000000.json", "000000.part"]),
        ("recorder.after-rename", ["000000.json", "000000.mp4"]),
    ]


def test_the_file_is_forced_to_disk_before_it_is_described(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    forced: list[int] = []
    fsync = fail(monkeypatch, "fsync", 0, [])
    monkeypatch.setattr(crash, "point", lambda name: forced.append(fsync.count))

    rig.take(steps(1))

    before_fsync, before_sidecar = forced[2], forced[3]
    assert before_sidecar == before_fsync + 1


@pytest.mark.parametrize("failing_call", [0, 3, 9])
def test_a_failed_sync_costs_nothing(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, failing_call: int
) -> None:
    fail(monkeypatch, "fdatasync", errno.EIO, [failing_call])

    rig.take(steps())

    rig.check_closed(0, 1, 2)
    assert sum(each.frames for each in rig.closed) == 300
    assert list(rig.folder.quarantine.iterdir()) == []


def test_a_failed_fsync_is_never_tried_again_on_the_same_file(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inodes: list[int] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        inode = os.fstat(descriptor).st_ino
        inodes.append(inode)
        if len(inodes) == 1:
            # Or the freed inode would be given to the next file.
            os.link(rig.folder.part(0), tmp_path / "doubtful")
            raise OSError(errno.EIO, "on purpose")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)

    rig.take(steps(1))

    rig.check_closed(0)
    assert inodes.count(inodes[0]) == 1
    assert rig.folder.segment(0).stat().st_ino in inodes[1:]


def test_a_disk_that_fails_twice_ends_the_part_and_hides_nothing(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = steps()
    second = next(i for i, step in enumerate(done) if isinstance(step, Begin) and step.number == 1)
    rig.take(done[: second + 4])
    fail(monkeypatch, "fdatasync", errno.EIO, range(100))
    fail(monkeypatch, "fsync", errno.EIO, range(100))

    error = rig.take_until_error(done[second + 4 :])

    assert isinstance(error, FolderUnwritable)
    assert "segments are safe" in error.sentence
    rig.check_closed(0)


def test_a_copy_that_reads_back_differently_is_not_trusted(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "fdatasync", errno.EIO, [3])
    monkeypatch.setattr(durable, "sha256_file", lambda path: "0" * 64)

    error = rig.take_until_error(steps())

    assert isinstance(error, FolderUnwritable)
    assert "quarantine" in error.sentence
    assert len(list(rig.folder.quarantine.iterdir())) == 2
    assert rig.folder.open_parts() == {}


def failing_write(
    monkeypatch: pytest.MonkeyPatch, error: int, failing_call: int, part_written: int
) -> None:
    """Let one write to a file take only some bytes and then fail."""
    real = durable.write_all
    calls = iter(range(10_000))

    def write_all(file: object, data: bytes) -> None:
        if next(calls) == failing_call:
            real(file, data[:part_written])  # type: ignore[arg-type]  # handed on as it came
            raise OSError(error, "on purpose")
        real(file, data)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(durable, "write_all", write_all)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("part_written", [0, 100])
def test_a_full_disk_closes_what_is_there_as_a_shorter_segment(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, error: int, part_written: int
) -> None:
    # Init, 8 fragments, sidecar, init: so this is the third fragment of segment 1.
    failing_write(monkeypatch, error, 13, part_written)

    failure = rig.take_until_error(steps())

    assert isinstance(failure, DiskFull)
    assert "safe" in failure.sentence
    rig.check_closed(0, 1)
    assert [each.frames for each in rig.closed] == [120, 30]
    assert rig.closed[1].duration_s == 1.0


def test_a_disk_that_is_full_at_the_sync_keeps_what_was_synced(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, "fdatasync", errno.ENOSPC, [3])

    failure = rig.take_until_error(steps())

    assert isinstance(failure, DiskFull)
    rig.check_closed(0)
    assert rig.closed[0].frames == 30


def test_a_disk_that_is_full_before_the_first_picture_leaves_no_segment(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_write(monkeypatch, errno.ENOSPC, 0, 10)

    assert isinstance(rig.take_until_error(steps()), DiskFull)
    assert rig.names() == []


def test_a_disk_too_full_for_the_sidecar_leaves_the_part_to_the_next_scan(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_write(monkeypatch, errno.ENOSPC, 9, 0)

    assert isinstance(rig.take_until_error(steps()), DiskFull)
    assert rig.names() == ["000000.part"]
    assert fragments.content(*fragments.read(rig.folder.part(0))).frames == 120


def test_a_failed_write_goes_on_in_a_new_file(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_write(monkeypatch, errno.EIO, 4, 50)

    rig.take(steps())

    rig.check_closed(0, 1, 2)
    assert sum(each.frames for each in rig.closed) == 300


def test_a_taken_name_is_never_overwritten(rig: Rig) -> None:
    rig.folder.part(1).write_bytes(b"somebody else's")

    error = rig.take_until_error(steps())

    assert isinstance(error, FolderUnwritable)
    rig.check_closed(0)
    assert rig.folder.part(1).read_bytes() == b"somebody else's"


def test_a_final_name_that_is_taken_is_never_overwritten(rig: Rig) -> None:
    rig.folder.segment(1).write_bytes(b"somebody else's")

    assert isinstance(rig.take_until_error(steps()), FolderUnwritable)
    assert rig.folder.segment(1).read_bytes() == b"somebody else's"
    assert [each.segment for each in rig.closed] == [0]
    assert fragments.content(*fragments.read(rig.folder.part(1))).frames == 120


class Held:
    """An antivirus that holds segment 0's file for so many renames, as Windows tells it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, refusals: int) -> None:
        self.left = refusals
        self._link = os.link
        monkeypatch.setattr(os, "link", self)

    def __call__(self, source: Path, final: Path) -> None:
        if self.left and source.name == "000000.part":
            self.left -= 1
            error = OSError(errno.EIO, "The process cannot access the file")
            vars(error)["winerror"] = 32
            raise error
        self._link(source, final)


@pytest.mark.parametrize("refusals", [1, 5, round(HELD_PATIENCE_S / HELD_RETRY_S)])
def test_a_held_file_gets_its_name_later_and_holds_nothing_up(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    held = Held(monkeypatch, refusals)
    rig.take(steps())
    assert [each.segment for each in rig.closed] == [1, 2]

    for _ in range(refusals - 1):
        assert rig.store.next_retry_ns == rig.clock.monotonic_ns() + 500_000_000
        rig.store.retry_held()
        rig.clock.advance(HELD_RETRY_S)
        rig.store.retry_held()
        assert [each.segment for each in rig.closed] == [1, 2]
    rig.clock.advance(HELD_RETRY_S)
    rig.store.retry_held()

    assert held.left == 0
    rig.check_closed(0, 1, 2)
    assert rig.store.next_retry_ns is None


def test_a_file_held_for_a_minute_is_left_whole_to_the_next_scan(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    Held(monkeypatch, 10_000)
    rig.take(steps())
    for _ in range(round(HELD_PATIENCE_S / HELD_RETRY_S) + 5):
        rig.clock.advance(HELD_RETRY_S)
        rig.store.retry_held()

    assert rig.store.next_retry_ns is None
    assert [each.segment for each in rig.closed] == [1, 2]
    sidecar = Sidecar.from_json(parse(rig.folder.sidecar(0).read_bytes(), "it"))
    assert durable.sha256_file(rig.folder.part(0)) == sidecar.sha256


def test_steps_without_an_open_segment_are_a_fault(rig: Rig) -> None:
    with pytest.raises(ValueError, match="no segment is open"):
        rig.store.take(End())


def test_a_closed_segment_takes_nothing_more(rig: Rig) -> None:
    begin, append = steps(1)[:2]
    assert isinstance(begin, Begin)
    assert isinstance(append, Append)
    segment = OpenSegment(rig.folder, begin)
    segment.open()
    segment.close()

    with pytest.raises(ValueError, match="is closed"):
        segment.append(append)


LOST = Captured(0, 0, 7, SoundNews(lost=((4800, 480),), silent=((4800, 960),)))


def test_losses_are_noted_before_the_fragment_that_tells_of_them_is_written(rig: Rig) -> None:
    sizes: list[int] = []
    rig.on_noted = lambda: sizes.append(rig.folder.part(0).stat().st_size)

    rig.take(steps(4, {40: LOST}))

    (noted,) = rig.noted
    (sidecar,) = rig.closed
    assert noted.segment == 0
    assert noted.frames == sidecar.losses == ((round(40 / 30, 6), 7),)
    assert noted.sound == sidecar.sound == SoundLoss(((0.1, 0.01),), ((0.1, 0.02),))
    begin, *appended = steps(4)[:-1]
    assert isinstance(begin, Begin)
    before = [each for each in appended if isinstance(each, Append)]
    written = sum(
        len(each.fragment.data)
        for each in before
        if each.pictures[-1].pts / 90_000 < noted.until_s - 0.001
    )
    assert sizes == [len(begin.init.data) + written]


def test_a_journal_that_cannot_be_written_does_not_cost_the_fragment(rig: Rig) -> None:
    def refuse() -> None:
        raise FolderUnwritable("no")

    rig.on_noted = refuse
    rig.take(steps(4, {40: LOST}))

    (sidecar,) = rig.closed
    assert sidecar.lost_frames == 7
