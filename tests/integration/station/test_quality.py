"""The quality check on real recordings: what it finds, and that nothing depends on it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from desktop import quality_check, quality_process
from desktop.recording.model import CaptureRequest, Paused, Progress, Ready, Resumed
from desktop.recording.quality import Quality
from desktop.recording.quality_host import NICENESS
from desktop.settings import QualitySettings
from desktop.station import RecordingSaved
from desktop.station_events import QualityChecked
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from tests.integration.station.conftest import Running
from tests.pulse import Pulse, pulse
from tests.support.chain import wait_for
from tests.support.photograph import defocused, film, in_light, noisy, portrait

__all__ = ["pulse"]

ON = QualitySettings(least_s=1.0)
SMALL = (640, 360)
NO_FAULT = (None, quality_process.STARTING, quality_check.TOO_SHORT)
"""On a busy computer the check, which makes way for everything, is late for short recordings."""


@contextmanager
def checking(home: Path, quality: QualitySettings = ON) -> Iterator[Running]:
    opened = Running(home, quality=quality)
    try:
        yield opened
    finally:
        opened.station.close()


def checkers(of: int | None = None) -> list[psutil.Process]:
    """The processes that look for quality: the only ones that make way for others."""
    parent = psutil.Process(of)
    alive = [each for each in parent.children(recursive=True) if each.status() != "zombie"]
    return [each for each in alive if each.nice() == min(parent.nice() + NICENESS, 19)]


def checker(of: int | None = None) -> psutil.Process:
    wait_for(lambda: checkers(of), "a process that looks")
    (process,) = checkers(of)
    return process


def capture(source: str | Path, audio: str | None = None) -> CaptureRequest:
    return CaptureRequest(str(source), audio, width=640, height=360, with_preview=False)


def recorded(
    running: Running, request: CaptureRequest, seconds: float | None = None
) -> tuple[Manifest, Quality, RecordingFolder]:
    """Record to the end; what was saved, and what was found."""
    running.station.prepare(request)
    running.wait_for(Ready)
    if Path(request.source).exists():
        # A file waits for its recording: as long as it takes until somebody looks.
        checker()
    running.station.start_recording("P-001", seconds=seconds)
    saved = running.wait_for(RecordingSaved)
    checked = running.wait_for(QualityChecked)
    assert saved.manifest is not None
    assert checked.recording == saved.recording
    return saved.manifest, checked.quality, RecordingFolder(saved.folder)


def codes_of(quality: Quality) -> set[str]:
    """What was found; on a busy machine a live picture has lost frames besides."""
    return {each.code for each in quality.findings}


def test_a_face_in_good_light_is_seen_and_written_down(tmp_path: Path) -> None:
    pictures = [noisy(portrait(*SMALL), 2, seed) for seed in range(40)]
    source = film(tmp_path / "good.mkv", pictures)

    with checking(tmp_path / "home") as running:
        manifest, quality, folder = recorded(running, capture(source, "test"))

    assert quality.words == "Picture and sound look good."
    # It makes way for others: how often it looks depends on what else the computer does.
    assert quality.samples >= 1
    assert quality.face_seen_share is not None
    assert quality.face_seen_share >= 0.9
    assert (quality.duration_s, quality.frames) == (manifest.duration_s, 40)
    written = json.loads(folder.quality.read_bytes())
    assert written["recording"] == folder.recording
    assert written["checker"]["detector"] == "OpenCV haarcascade_frontalface_alt2"
    assert {**written, **quality.to_json()} == written
    # The receiver is told as well.
    assert json.loads(folder.annotations.read_bytes())["quality"] == written


POOR = {
    "no_face": [noisy(portrait(*SMALL)[:, :200].repeat(3, axis=1), 2, seed) for seed in range(35)],
    "too_dark": [noisy(in_light(portrait(*SMALL), 0.1), 2, seed) for seed in range(35)],
    "blurred": [noisy(defocused(portrait(*SMALL), 0.008), 1, seed) for seed in range(35)],
    "frozen": [noisy(portrait(*SMALL), 2)] * 35,
}


@pytest.mark.parametrize("fault", POOR)
def test_a_poor_picture_is_said_to_be_poor(tmp_path: Path, fault: str) -> None:
    source = film(tmp_path / "poor.mkv", POOR[fault])

    with checking(tmp_path / "home") as running:
        _, quality, _ = recorded(running, capture(source, "none"))

    codes = codes_of(quality)
    # Who is in the dark or out of focus may or may not be seen.
    assert codes - {"no_face"} == {fault} - {"no_face"}
    assert fault in codes
    assert quality.silent_share is None


@pytest.mark.audio
@pytest.mark.usefixtures("pulse")
def test_a_silent_microphone_is_found(tmp_path: Path) -> None:
    with checking(tmp_path / "home", QualitySettings(faces=False, least_s=0)) as running:
        _, quality, _ = recorded(running, capture("test:live", "default"), 3.0)

    assert codes_of(quality) - {"lost_frames"} == {"silent"}
    assert quality.silent_share is not None
    assert quality.silent_share > 0.9
    assert quality.face_seen_share is None


@pytest.mark.audio
def test_a_microphone_that_is_too_loud_is_found(tmp_path: Path, pulse: Pulse) -> None:
    settings = QualitySettings(faces=False, least_s=0)
    with pulse.playing(440.0, peak=60_000), checking(tmp_path / "home", settings) as running:
        _, quality, _ = recorded(running, capture("test:live", "default"), 3.0)

    assert codes_of(quality) - {"lost_frames"} == {"clipped"}
    assert quality.clipped_share is not None
    assert quality.clipped_share > 0.5


def test_a_recording_that_is_too_short_is_found(tmp_path: Path) -> None:
    with checking(tmp_path / "home", QualitySettings(faces=False, least_s=5.0)) as running:
        running.station.prepare(capture("test"))
        running.wait_for(Ready)
        running.station.start_recording("P-001")
        running.wait_for(Progress, lambda each: each.elapsed_s > 0.5)
        running.station.stop_recording()
        quality = running.wait_for(QualityChecked).quality

    assert [each.code for each in quality.findings] == ["too_short"]


def test_a_pause_is_not_looked_at(tmp_path: Path) -> None:
    with checking(tmp_path / "home", QualitySettings(faces=False, least_s=0)) as running:
        running.station.prepare(capture("test:live"))
        running.wait_for(Ready)
        running.station.start_recording("P-001")
        running.wait_for(Progress, lambda each: each.elapsed_s > 2.0)
        running.station.pause_recording()
        paused = running.wait_for(Paused)
        running.wait_for(Progress, lambda each: each.elapsed_s > paused.t_s + 4.0)
        running.station.resume_recording()
        resumed = running.wait_for(Resumed)
        running.wait_for(Progress, lambda each: each.elapsed_s > resumed.t_s + 1.0)
        running.station.stop_recording()
        manifest = running.wait_for(RecordingSaved).manifest
        quality = running.wait_for(QualityChecked).quality

    assert manifest is not None
    pause_s = resumed.t_s - paused.t_s
    assert quality.duration_s == pytest.approx(manifest.duration_s - pause_s, abs=0.2)
    assert 2 <= quality.samples <= quality.duration_s * 2 + 2


def break_the_check(
    running: Running, process: psutil.Process, number: signal.Signals
) -> tuple[Manifest, Quality]:
    """Record the scene, and do this to the check in the middle, once it looks."""
    running.station.watch_picture(wanted=True)
    preview = running.station.preview_of(0)
    assert preview is not None
    wait_for(lambda: preview.sighting() is not None, "a look")
    running.station.start_recording("P-001")
    running.wait_for(Progress, lambda each: each.elapsed_s > 1.0)
    process.send_signal(number)
    running.wait_for(Progress, lambda each: each.elapsed_s > 3.0)
    running.station.stop_recording()
    saved = running.wait_for(RecordingSaved)
    assert saved.manifest is not None
    return saved.manifest, running.wait_for(QualityChecked).quality


@pytest.mark.parametrize(
    ("number", "words"),
    [(signal.SIGKILL, quality_process.DIED), (signal.SIGSTOP, quality_process.LATE)],
    ids=["dies", "hangs"],
)
def test_a_check_that_fails_is_said_to_and_the_recording_is_whole(
    tmp_path: Path, number: signal.Signals, words: str
) -> None:
    with checking(tmp_path / "home") as running:
        running.station.prepare(capture("test"))
        running.wait_for(Ready)
        broken = checker()
        manifest, quality = break_the_check(running, broken, number)

        assert manifest.state == "complete"
        assert manifest.gaps == ()
        assert manifest.lost_frames == 0
        assert manifest.frames >= 90
        assert quality.not_checked == words
        assert (quality.samples, quality.face_seen_share) == (0, None)
        # The sound needs no pictures, and the next recording has another check.
        assert quality.silent_share == 0
        running.station.start_recording("P-002", seconds=3.0)
        assert checker() != broken
        assert running.wait_for(QualityChecked).quality.not_checked in NO_FAULT
    assert checkers() == []


def test_switched_off_there_is_no_process_no_file_and_no_event(tmp_path: Path) -> None:
    with checking(tmp_path / "home", QualitySettings(enabled=False)) as running:
        running.station.prepare(capture("test"))
        running.wait_for(Ready)
        folder = running.record("P-001")

        assert running.station.preview_of(0) is None
        assert checkers() == []
    assert running.of(QualityChecked) == []
    assert not folder.quality.exists()


def test_the_check_ends_with_the_station_that_is_killed(tmp_path: Path) -> None:
    environment = {**os.environ, "HOLDFAST_QUALITY__ENABLED": "true"}
    words = ["record", "--home", str(tmp_path / "home"), "--source", "test"]
    command = [sys.executable, "-m", "holdfast", *words]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as record:
        assert record.stderr is not None
        assert b"Ctrl+C" in record.stderr.readline()
        process = checker(record.pid)
        record.kill()

        process.wait(20)

    assert not process.is_running()


@pytest.mark.parametrize("as_json", [False, True])
def test_the_command_says_what_was_found(tmp_path: Path, as_json: bool) -> None:
    words = ["--home", str(tmp_path / "home"), "--source", "test", "--seconds", "2"]
    done = subprocess.run(
        [sys.executable, "-m", "holdfast", "record", *words, *(["--json"] if as_json else [])],
        env={**os.environ, "HOLDFAST_QUALITY__ENABLED": "true", "HOLDFAST_QUALITY__FACES": "false"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    lines = done.stdout.splitlines()
    if not as_json:
        # On a busy computer the check may still be starting when so short a recording ends.
        assert lines[1] in ("Picture and sound look good.", *NO_FAULT)
        return
    told, recording = (json.loads(line) for line in lines)
    assert told["recording"] == recording["id"]
    assert told["quality"]["findings"] == []
    assert told["quality"]["duration_s"] == 2.0


def test_whoever_watches_is_told_what_is_seen_also_while_nothing_is_recorded(
    tmp_path: Path,
) -> None:
    with checking(tmp_path / "home") as running:
        running.station.watch_picture(wanted=True)
        running.station.prepare(CaptureRequest("test:live"))
        running.wait_for(Ready)
        preview = running.station.preview_of(0)
        assert preview is not None
        wait_for(lambda: preview.sighting() is not None, "a look")
        first = preview.sighting()
        assert first is not None
        wait_for(lambda: preview.sighting() != first, "a newer look")

    # The built-in scene has no face to look for.
    assert (first.looked_for_face, first.face) == (False, None)
    assert first.brightness > 50
