"""What a dead recorder left on disk, and what is written down in its place."""

from pathlib import Path

import pytest

from desktop import watchdog
from desktop.recording.encoding import DEFAULT, ULTRAFAST, Encoding
from desktop.recording.journal_file import JournalFile, marker_at
from desktop.recording.model import (
    MarkerSet,
    PartBegan,
    Progress,
    RecordingRequest,
    SetMarker,
    StopRecording,
)
from desktop.running import RunningRecording
from desktop.unfinished import Saved, next_part, note_end, note_lost_part, saved_so_far
from holdfast import salvage
from holdfast.announcement import Announcement, Video
from holdfast.durable import write_new
from holdfast.journal import Ended, Marker, PartLost, PartStarted, Paused
from holdfast.jsonform import canonical
from holdfast.layout import Home, RecordingFolder
from holdfast.manifest import Gap
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SoundLoss
from tests.support.manual_clock import ManualClock

RECORDING = "01a1fb84-d7eb-773a-b399-8a50d3e25b97"
SESSION = "01a1fb84-d7eb-7df6-98d3-011d5beb4096"
VIDEO = Video("h264", 640, 480, 30.0, "x", "X")
ZERO_NS = 5_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> RecordingFolder:
    made = Home(tmp_path).recording(SESSION, RECORDING)
    made.path.mkdir(parents=True)
    return made


def request(folder: RecordingFolder) -> RecordingRequest:
    return RecordingRequest(
        folder.path, RECORDING, SESSION, "P-001", None, None, 1, RECORDING, "0", seconds=60.0
    )


def announce(folder: RecordingFolder) -> None:
    announcement = Announcement(
        RECORDING,
        SESSION,
        "P-001",
        None,
        None,
        1,
        RECORDING,
        "0",
        "2026-11-21T00:00:00.000Z",
        "boot",
        ZERO_NS,
        VIDEO,
        None,
    )
    write_new(folder.announce, canonical(announcement.to_json()))


def begin_part(folder: RecordingFolder, part: int, offset_s: float, first_segment: int) -> None:
    JournalFile(folder).append(
        PartStarted(part, offset_s, "start", first_segment, ZERO_NS, "boot", VIDEO, None)
    )


def close_segment(folder: RecordingFolder, number: int, part: int, start_s: float) -> None:
    write_new(folder.segment(number), b"x" * 100)
    times_us = tuple(each * 33_333 for each in range(30))
    sidecar = Sidecar(
        RECORDING,
        number,
        part,
        100,
        "0" * 64,
        start_s,
        1.0,
        30,
        0,
        2,
        ((start_s, 2),),
        ZERO_NS,
        times_us,
        sound=SoundLoss(((start_s, 0.1),), ((start_s, 0.25),)),
    )
    write_new(folder.sidecar(number), canonical(sidecar.to_json()))


def test_nothing_on_disk_means_the_first_part_again(folder: RecordingFolder) -> None:
    assert saved_so_far(folder) == Saved()
    assert next_part(request(folder), Saved(), "recorder restarted") == request(folder)


def test_what_is_on_disk_is_counted(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    close_segment(folder, 1, 0, 1.0)

    saved = saved_so_far(folder)

    assert (saved.zero_ns, saved.next_part, saved.next_segment) == (ZERO_NS, 1, 2)
    assert (saved.frames, saved.lost_frames, saved.size_bytes) == (60, 4, 200)
    assert (saved.lost_sound_s, saved.silence_s) == (0.2, 0.5)
    assert saved.last_frame_s == pytest.approx(1.0 + 29 * 0.033333)
    assert saved.end_s == pytest.approx(2.0)
    following = next_part(request(folder), saved, "camera lost")
    assert (following.part, following.first_segment, following.zero_ns, following.reason) == (
        1,
        2,
        ZERO_NS,
        "camera lost",
    )


def test_a_number_that_was_ever_used_is_not_used_again(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    folder.segment(0).unlink()
    folder.part(3).touch()

    assert saved_so_far(folder).next_segment == 4


def test_a_part_that_left_no_picture_is_not_repeated(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)

    saved = saved_so_far(folder)

    assert (saved.next_part, saved.next_segment, saved.last_frame_s) == (1, 0, None)


def test_why_a_part_was_lost_is_written_once(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    saved = saved_so_far(folder)

    note_lost_part(folder, saved, "recorder restarted")
    note_lost_part(folder, saved, "something else")

    losses = [each for each in salvage.read_journal(folder) if isinstance(each, PartLost)]
    assert losses == [PartLost(0, "recorder restarted")]


def test_a_marker_that_nobody_confirmed_is_written_once(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    written = SetMarker("written, not told", "key", ZERO_NS + 1_000_000_000)
    unwritten = SetMarker("never seen", "key", ZERO_NS + 2_500_000_000)
    JournalFile(folder).append(marker_at(written, ZERO_NS))
    running = RunningRecording(request(folder), ManualClock())
    running.add_marker(written)
    running.add_marker(unwritten)

    running.lose_part("recorder restarted")

    markers = [each for each in salvage.read_journal(folder) if isinstance(each, Marker)]
    assert markers == [
        Marker(1.0, "written, not told", "key"),
        Marker(2.5, "never seen", "key"),
    ]
    assert running.markers == ()


def test_counts_go_on_from_part_to_part(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    running = RunningRecording(request(folder), ManualClock())
    running.lose_part("camera lost")

    waiting = running.hear(Progress(None, 0.0, 0, 0, 0.0, 0, None, None, None), 0)
    going_on = running.hear(Progress(RECORDING, 7.0, 10, 1, 30.0, 50, None, None, 1, 1.0, 2.0), 0)

    assert isinstance(waiting, Progress)
    assert (waiting.recording, waiting.elapsed_s, waiting.frames) == (RECORDING, 1.0, 30)
    assert isinstance(going_on, Progress)
    assert (going_on.elapsed_s, going_on.frames, going_on.lost_frames) == (7.0, 40, 3)
    assert (going_on.lost_sound_s, going_on.silence_s) == (1.1, 2.25)
    assert going_on.bytes_on_disk == 150


def test_a_pause_in_a_dead_recorders_place(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    running = RunningRecording(request(folder), ManualClock())
    running.lose_part("camera lost")
    running.paused = True
    now_ns = ZERO_NS + 20_000_000_000

    paused = running.pause_without_recorder(now_ns)
    heard = running.hear(
        Progress(None, 0.0, 0, 0, 0.0, 0, None, None, None), now_ns + 5_000_000_000
    )
    running.add_marker(SetMarker("while paused", "key", now_ns))
    written = running.write_markers()
    running.resume()

    assert paused.t_s == 20.0
    assert isinstance(heard, Progress)
    assert (heard.elapsed_s, heard.recorded_s) == (25.0, 1.0)
    assert [type(each) for each in written] == [MarkerSet]
    assert salvage.read_journal(folder)[-2:] == [
        Paused(0, 20.0),
        Marker(20.0, "while paused", "key"),
    ]
    assert running.next_request().reason == "resumed"
    begin_part(folder, 1, 30.0, 1)
    close_segment(folder, 1, 1, 30.0)
    note_end(folder, "complete", "stopped", 31.0)
    closed = salvage.close_recording(folder, lambda data: "unsigned")
    assert closed is not None
    assert closed.manifest.gaps == (Gap(1.0, 20.0, "camera lost"), Gap(20.0, 30.0, "paused"))
    assert saved_so_far(folder).paused_s == 10.0


def test_a_sleep_moves_the_zero_and_is_the_reason(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    JournalFile(folder).append(PartLost(0, "The camera was unplugged."))
    clock = ManualClock(ZERO_NS)
    running = RunningRecording(request(folder), clock)
    running.hear(PartBegan(RECORDING, 0, 0.0, ZERO_NS), ZERO_NS)
    clock.sleep(20.0)
    clock.advance(3.0)

    running.lose_part("camera lost")
    following = running.next_request()
    ended = running.end_without_recorder(StopRecording(), clock.monotonic_ns(), live_clock=True)

    assert following.zero_ns == ZERO_NS - 20_000_000_000
    assert following.reason == "computer slept"
    assert ended.end_s == 23.0
    begin_part(folder, 1, 25.0, 1)
    close_segment(folder, 1, 1, 25.0)
    closed = salvage.close_recording(folder, lambda data: "unsigned")
    assert closed is not None
    assert closed.manifest.gaps == (Gap(1.0, 25.0, "computer slept"),)
    assert saved_so_far(folder).zero_ns == ZERO_NS - 25_000_000_000, "as the last part has it"


def test_a_recorder_that_dies_while_paused_lost_nothing(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    running = RunningRecording(request(folder), ManualClock())
    running.told = running.paused = True

    running.lose_part("recorder restarted")
    ended = running.end_without_recorder(StopRecording(), ZERO_NS + 9_000_000_000, True)

    assert [type(each) for each in salvage.read_journal(folder)] == [PartStarted, Paused, Ended]
    closed = salvage.close_recording(folder, lambda data: "unsigned")
    assert closed is not None
    assert closed.manifest.gaps == (Gap(1.0, 9.0, "paused"),)
    assert ended.end_s == 9.0


@pytest.mark.parametrize(
    ("live_clock", "stopped_s", "end_s"),
    [(True, 20.0, 20.0), (True, 90.0, 60.0), (False, 20.0, 1.0)],
)
def test_the_end_that_a_supervisor_writes(
    folder: RecordingFolder, live_clock: bool, stopped_s: float, end_s: float
) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    running = RunningRecording(request(folder), ManualClock())
    running.lose_part("camera lost")
    now_ns = ZERO_NS + round(stopped_s * 1e9)

    ended = running.end_without_recorder(StopRecording(), now_ns, live_clock)

    assert ended.end_s == end_s
    assert salvage.read_journal(folder)[-1] == Ended("complete", "stopped", end_s)


def test_a_recorder_that_had_the_last_word_keeps_it(folder: RecordingFolder) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    JournalFile(folder).append(Ended("complete", "time limit", 1.0))
    running = RunningRecording(request(folder), ManualClock())
    running.lose_part("recorder restarted")

    ended = running.ended_before_it_died()
    running.end_without_recorder(StopRecording("interrupted", "late"), ZERO_NS, True)

    assert ended is not None
    assert (ended.state, ended.reason, ended.end_s) == ("complete", "time limit", 1.0)
    entries = salvage.read_journal(folder)
    assert [each for each in entries if isinstance(each, Ended)] == [
        Ended("complete", "time limit", 1.0)
    ]


def test_a_disk_that_takes_nothing_any_more_stops_nobody(
    folder: RecordingFolder, caplog: pytest.LogCaptureFixture
) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    running = RunningRecording(request(folder), ManualClock())
    folder.journal.unlink()
    folder.journal.mkdir()

    assert running.lose_part("recorder restarted") == []
    assert "left for the next start" in caplog.text


@pytest.mark.parametrize(
    ("began", "reason", "follows"),
    [
        (ULTRAFAST, watchdog.HANGS, ULTRAFAST),
        (Encoding("h264_nvenc"), watchdog.NO_PICTURE, Encoding("h264_nvenc")),
        (Encoding("h264_nvenc"), watchdog.HANGS, DEFAULT),
    ],
)
def test_the_next_part_is_encoded_as_the_last_one_unless_hardware_may_be_at_fault(
    folder: RecordingFolder, began: Encoding, reason: str, follows: Encoding
) -> None:
    announce(folder)
    begin_part(folder, 0, 0.0, 0)
    close_segment(folder, 0, 0, 0.0)
    running = RunningRecording(request(folder), ManualClock())
    running.hear(PartBegan(folder.recording, 0, 0.0, ZERO_NS, began), 0)

    running.lose_part(reason)

    assert running.next_request().encoding == follows
