"""Salvage: whatever instant a recorder died at, its closed segments are whole and it has an end."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from holdfast import durable, salvage
from holdfast.announcement import Announcement, Audio, Video
from holdfast.clock import SystemClock, rfc3339
from holdfast.fragments import read
from holdfast.ids import new_id
from holdfast.journal import Ended, JournalEntry, Losses, PartLost, PartStarted, journal_line
from holdfast.jsonform import canonical, parse
from holdfast.layout import Home, RecordingFolder
from holdfast.locks import try_lock
from holdfast.manifest import Manifest
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss
from tests.support.fragmented import SIZE, fragmented_mp4

VIDEO = Video("h264", SIZE, SIZE, 30.0, "test", "Built-in scene")
ZERO_NS = 5_000_000_000
TICKS_A_FRAME = 3000


@pytest.fixture(scope="module")
def media() -> bytes:
    """Three seconds, in fragments of half a second."""
    return fragmented_mp4(90)


@pytest.fixture
def folder(tmp_path: Path) -> RecordingFolder:
    """A recording whose recorder has just written its first journal line."""
    return begun(Home(tmp_path), new_id(SystemClock().now()))


def begun(home: Home, session: str) -> RecordingFolder:
    clock = SystemClock()
    recording = new_id(clock.now())
    folder = home.recording(session, recording)
    durable.make_folder(folder.path)
    announcement = Announcement(
        recording=recording,
        session=session,
        participant="P-1",
        study=None,
        prompt=None,
        take=1,
        device=new_id(clock.now()),
        app_version="0.1.0",
        started_at=rfc3339(clock.now()),
        boot_id="boot",
        started_monotonic_ns=ZERO_NS,
        video=VIDEO,
        audio=None,
    )
    durable.write_new(folder.announce, canonical(announcement.to_json()))
    note(folder, part_started(0))
    return folder


def part_started(part: int, offset_s: float = 0.0, first_segment: int = 0) -> PartStarted:
    start_ns = ZERO_NS + int(offset_s * 1e9)
    reason = "start" if part == 0 else "recorder restarted"
    return PartStarted(part, offset_s, reason, first_segment, start_ns, "boot", VIDEO, None)


def note(folder: RecordingFolder, entry: JournalEntry) -> None:
    durable.append_line(folder.journal, journal_line(entry))


def sign(data: bytes) -> str:
    return f"signed {len(data)}"


def close(folder: RecordingFolder) -> Manifest:
    salvaged = salvage.close_recording(folder, sign)
    assert salvaged is not None
    return salvaged.manifest


def test_a_torn_segment_keeps_its_whole_fragments(folder: RecordingFolder, media: bytes) -> None:
    folder.part(0).write_bytes(media[:-1])

    [sidecar] = salvage.salvage_open_segments(folder)

    _init, fragments = read(folder.segment(0))
    whole = folder.segment(0).read_bytes()
    assert media.startswith(whole)
    assert 75 <= sidecar.frames < 90
    assert sidecar.size_bytes == len(whole)
    assert sidecar.sha256 == durable.sha256_file(folder.segment(0))
    assert sidecar.salvaged
    assert sidecar.duration_s == pytest.approx(sidecar.frames / 30)
    assert sidecar.frame_times_us == tuple(
        number * TICKS_A_FRAME * 1_000_000 // 90_000 for number in range(sidecar.frames)
    )
    assert fragments
    assert folder.open_parts() == {}


def test_times_are_those_of_the_part_that_the_segment_belongs_to(
    folder: RecordingFolder, media: bytes
) -> None:
    note(folder, part_started(1, offset_s=20.0, first_segment=4))
    folder.part(5).write_bytes(media)

    [sidecar] = salvage.salvage_open_segments(folder)

    assert sidecar.part == 1
    assert sidecar.start_s == 20.0
    assert sidecar.base_monotonic_ns == ZERO_NS + 20_000_000_000


def test_a_killed_segment_keeps_the_losses_that_were_counted(
    folder: RecordingFolder, media: bytes
) -> None:
    sound = SoundLoss(lost=((0.5, 0.02),), silent=((0.5, 0.03),))
    later = SoundLoss(silent=((0.53, 0.04),))
    heard = replace(part_started(1, first_segment=1), audio=Audio("aac", 48_000, 1, "Mic"))
    note(folder, Losses(0, 0.5, ((0.4, 3),), None))
    note(folder, heard)
    note(folder, Losses(1, 29 / 30, ((0.4, 2),), sound))
    note(folder, Losses(1, 59 / 30, (), later))
    note(folder, Losses(1, 89 / 30, ((2.9, 50),), sound))
    folder.part(1).write_bytes(media[:-1])

    [sidecar] = salvage.salvage_open_segments(folder)

    assert (sidecar.lost_frames, sidecar.losses) == (2, ((0.4, 2),))
    assert sidecar.sound == SoundLoss(lost=((0.5, 0.02),), silent=((0.5, 0.07),))
    totals = close(folder).to_json()["totals"]
    assert totals["lost_frames"] == 2
    assert (totals["lost_sound_s"], totals["silence_s"]) == (0.02, 0.07)


def test_without_sound_nothing_is_said_of_it(folder: RecordingFolder, media: bytes) -> None:
    folder.part(0).write_bytes(media)

    manifest = close(folder)

    assert manifest.segments[0].sound is None
    assert "lost_sound_s" not in manifest.to_json()["totals"]


@pytest.mark.parametrize("left", [0, 10, 700])
def test_less_than_one_picture_is_set_aside_and_not_lost(
    folder: RecordingFolder, media: bytes, left: int
) -> None:
    folder.part(0).write_bytes(media[:left])

    assert salvage.salvage_open_segments(folder) == []

    assert (folder.quarantine / "000000.part").read_bytes() == media[:left]
    assert folder.segments() == {}


def closed_segment(folder: RecordingFolder, media: bytes) -> Sidecar:
    folder.part(0).write_bytes(media)
    [sidecar] = salvage.salvage_open_segments(folder)
    return sidecar


def test_a_kill_between_sidecar_and_rename_needs_only_the_name(
    folder: RecordingFolder, media: bytes
) -> None:
    closed_segment(folder, media)
    written = folder.sidecar(0).read_bytes()
    folder.segment(0).rename(folder.part(0))

    assert salvage.salvage_open_segments(folder) == []

    assert folder.segment(0).read_bytes() == media
    assert folder.sidecar(0).read_bytes() == written


def test_a_kill_within_the_rename_leaves_two_names_and_one_goes(
    folder: RecordingFolder, media: bytes
) -> None:
    closed_segment(folder, media)
    os.link(folder.segment(0), folder.part(0))

    assert salvage.salvage_open_segments(folder) == []

    assert folder.open_parts() == {}
    assert folder.segment(0).read_bytes() == media


def test_a_sidecar_that_does_not_fit_the_bytes_is_written_anew(
    folder: RecordingFolder, media: bytes
) -> None:
    closed_segment(folder, media)
    folder.segment(0).rename(folder.part(0))
    durable.truncate(folder.part(0), len(media) - 50)

    [sidecar] = salvage.salvage_open_segments(folder)

    assert sidecar.sha256 == durable.sha256_file(folder.segment(0))


def test_a_finished_segment_is_never_overwritten(folder: RecordingFolder, media: bytes) -> None:
    closed_segment(folder, media)
    folder.part(0).write_bytes(media[:-200])

    assert salvage.salvage_open_segments(folder) == []

    assert folder.segment(0).read_bytes() == media
    assert (folder.quarantine / "000000.part").read_bytes() == media[:-200]


@pytest.mark.parametrize("damage", [None, b"", b"{", b'{"format_version":1}'])
def test_a_segment_without_a_sidecar_gets_one(
    folder: RecordingFolder, media: bytes, damage: bytes | None
) -> None:
    closed_segment(folder, media)
    folder.sidecar(0).unlink()
    if damage is not None:
        folder.sidecar(0).write_bytes(damage)

    [sidecar] = salvage.salvage_open_segments(folder)

    assert salvage.read_sidecar(folder, 0) == sidecar
    assert sidecar.size_bytes == len(media)


def test_salvage_done_twice_changes_nothing(folder: RecordingFolder, media: bytes) -> None:
    folder.part(0).write_bytes(media[:-100])
    first = close(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.path.iterdir()}

    second = close(folder)

    assert second == first
    assert {path: path.stat().st_mtime_ns for path in folder.path.iterdir()} == before


STEPS: list[tuple[str, str]] = [
    ("durable", "truncate"),
    ("durable", "write_replacing"),
    ("durable", "publish"),
    ("durable", "write_new"),
]


@pytest.mark.parametrize(("_module", "step"), STEPS)
@pytest.mark.parametrize("after", [False, True])
def test_salvage_that_is_killed_is_finished_by_the_next(
    folder: RecordingFolder,
    media: bytes,
    monkeypatch: pytest.MonkeyPatch,
    _module: str,
    step: str,
    after: bool,
) -> None:
    class Killed(BaseException):
        """As sudden as SIGKILL: no handler of ours may see it."""

    real: Callable[..., object] = getattr(durable, step)

    def killed(*arguments: object) -> None:
        if after:
            real(*arguments)
        raise Killed

    folder.part(0).write_bytes(media[:-100])
    with monkeypatch.context() as patched:
        patched.setattr(durable, step, killed)
        with pytest.raises(Killed):
            salvage.close_recording(folder, sign)

    manifest = close(folder)

    assert [each.segment for each in manifest.segments] == [0]
    assert manifest.segments[0].sha256 == durable.sha256_file(folder.segment(0))


def test_a_recording_without_an_end_was_interrupted(folder: RecordingFolder, media: bytes) -> None:
    folder.part(0).write_bytes(media)

    manifest = close(folder)

    assert manifest.state == "interrupted"
    assert manifest.frames == 90
    assert manifest.duration_s == pytest.approx(3.0)
    assert manifest.signature is not None
    assert salvage.read_manifest(folder) == manifest


def test_a_recording_that_was_stopped_is_complete(folder: RecordingFolder, media: bytes) -> None:
    closed_segment(folder, media)
    note(folder, Ended("complete", "stopped", 3.0))

    assert close(folder).state == "complete"


def test_the_gap_between_parts_is_written_down_with_its_reason(
    folder: RecordingFolder, media: bytes
) -> None:
    closed_segment(folder, media)
    note(folder, PartLost(0, "the camera was unplugged"))
    note(folder, part_started(1, offset_s=10.0, first_segment=1))
    folder.part(1).write_bytes(media)
    note(folder, Ended("complete", "stopped", 13.0))

    manifest = close(folder)

    [gap] = manifest.gaps
    assert (gap.from_s, gap.to_s, gap.reason) == (3.0, 10.0, "the camera was unplugged")
    assert [each.offset_s for each in manifest.parts] == [0.0, 10.0]


def test_a_part_that_recorded_nothing_is_no_part(folder: RecordingFolder, media: bytes) -> None:
    closed_segment(folder, media)
    note(folder, part_started(1, offset_s=5.0, first_segment=1))
    folder.part(1).write_bytes(b"")

    assert [each.part for each in close(folder).parts] == [0]


def test_a_segment_that_somebody_took_away_stays_in_the_manifest(
    folder: RecordingFolder, media: bytes
) -> None:
    closed_segment(folder, media)
    folder.segment(0).unlink()

    assert [each.segment for each in close(folder).segments] == [0]


def test_what_was_being_written_when_it_was_killed_is_cleared_away(
    folder: RecordingFolder, media: bytes
) -> None:
    closed_segment(folder, media)
    of_others = folder.path / "decision.json.0a1b2c3d.tmp"
    of_others.write_bytes(b"{")
    for name in ("000001.json", "000001.jpg", "announce.json", "manifest.json"):
        (folder.path / f"{name}.0a1b2c3d.tmp").write_bytes(b"{")

    close(folder)

    # The app may be writing the decision at this very moment.
    assert list(folder.path.glob("*.tmp")) == [of_others]


def test_a_recording_that_never_had_a_picture_is_none(tmp_path: Path) -> None:
    clock = SystemClock()
    folder = Home(tmp_path).recording(new_id(clock.now()), new_id(clock.now()))
    durable.make_folder(folder.path)

    assert salvage.close_recording(folder, sign) is None
    assert not folder.manifest.exists()


def test_manifests_of_a_session_are_chained(tmp_path: Path, media: bytes) -> None:
    home = Home(tmp_path)
    session = new_id(SystemClock().now())
    first, second = sorted((begun(home, session) for _ in range(2)), key=lambda each: each.path)
    for folder in (first, second):
        folder.part(0).write_bytes(media)

    before, after = close(first), close(second)

    assert before.prev_session_manifest_sha256 is None
    assert after.prev_session_manifest_sha256 == before.digest()


def test_a_recording_that_somebody_still_makes_is_left_alone(
    folder: RecordingFolder, media: bytes
) -> None:
    folder.part(0).write_bytes(media)
    held = try_lock(folder.lock, shared=True)
    assert held is not None

    with held:
        assert salvage.close_abandoned(folder, sign) is None
        assert folder.part(0).exists()

    assert salvage.close_abandoned(folder, sign) is not None
    assert not folder.part(0).exists()


def test_a_torn_line_in_the_journal_costs_only_itself(
    folder: RecordingFolder, media: bytes
) -> None:
    with folder.journal.open("ab") as journal:
        journal.write(b'{"event":"marker","format_ver')
    note(folder, Ended("complete", "stopped", 3.0))
    folder.part(0).write_bytes(media)

    assert close(folder).state == "complete"


def test_the_manifest_on_disk_is_canonical(folder: RecordingFolder, media: bytes) -> None:
    folder.part(0).write_bytes(media)
    manifest = close(folder)

    data = folder.manifest.read_bytes()

    assert data == canonical(parse(data, "the manifest"))
    assert manifest.signature == f"signed {len(manifest.signed_bytes())}"


def test_a_part_that_was_encoded_otherwise_says_so_in_the_manifest(
    folder: RecordingFolder, media: bytes
) -> None:
    faster = replace(VIDEO, encoder="libx264", preset="ultrafast")
    folder.part(0).write_bytes(media)
    note(folder, replace(part_started(1, 3.0, 1), video=faster))
    folder.part(1).write_bytes(media)

    manifest = close(folder)

    assert [part.video for part in manifest.parts] == [None, faster]
    assert Manifest.from_json(manifest.to_json()) == manifest
    assert "video" not in manifest.to_json()["parts"][0]
