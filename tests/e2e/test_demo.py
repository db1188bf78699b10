"""`make demo` and `holdfast demo`: four lights, a file that plays, and nothing left behind."""

import json
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from holdfast.jsonform import Json
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from tests.support.command_line import RECORDING_SHAPE, environment
from tests.support.demo_run import (
    LIMIT_S,
    MARK,
    PROJECT,
    Demo,
    installed_environment,
    processes_with,
    written_paths,
)


@pytest.mark.trace
def test_it_prints_the_recording_with_every_light_on(demo: Demo) -> None:
    assert set(demo.printed) == {"recordings", "file", "dashboard", "seconds"}
    assert set(demo.recording) == RECORDING_SHAPE
    custody = demo.recording["custody"]
    assert custody == {
        "saved": True,
        "received": {"segments": demo.recording["segments"], "bytes": demo.recording["bytes"]},
        "verified": True,
        "playable": True,
        "freed": False,
    }
    assert demo.recording["state"] == "complete"
    assert (demo.recording["frames"], demo.recording["lost_frames"]) == (300, 0)
    assert demo.recording["duration_s"] == pytest.approx(10.0, abs=0.001)
    assert demo.recording["why"] == ""
    assert demo.printed["seconds"] < LIMIT_S


@pytest.mark.trace
def test_what_it_prints_is_what_is_on_disk(demo: Demo) -> None:
    """The lights are evidence: the receipt lists the very hashes of the files that are here."""
    folder = RecordingFolder(demo.folder)
    manifest = Manifest.from_json(json.loads(folder.manifest.read_bytes()))
    receipt: Json = json.loads(folder.receipt.read_bytes())
    ours = {(each.segment, each.size_bytes, each.sha256) for each in manifest.segments}
    theirs = {(e["segment"], e["size_bytes"], e["sha256"]) for e in receipt["segments"]}

    assert ours == theirs
    assert len(ours) == demo.recording["segments"]
    assert sum(size for _, size, _ in ours) == demo.recording["bytes"]
    assert folder.path.is_relative_to(demo.home)
    assert demo.file.is_relative_to(demo.home)


@pytest.mark.trace
@pytest.mark.probe
def test_another_program_finds_ten_seconds_of_h264_and_aac(demo: Demo) -> None:
    found = _probe(demo.file, "-show_format", "-count_packets")
    video, audio = found["streams"]

    assert (video["codec_name"], audio["codec_name"]) == ("h264", "aac")
    assert (video["width"], video["height"]) == (1280, 720)
    assert int(video["nb_read_packets"]) == 300
    assert float(found["format"]["duration"]) == pytest.approx(10.0, abs=0.1)
    assert float(audio["duration"]) == pytest.approx(10.0, abs=0.1)
    assert "mp4" in found["format"]["format_name"]


@pytest.mark.trace
@pytest.mark.probe
def test_a_late_segment_can_be_read_alone(demo: Demo) -> None:
    last = sorted(demo.folder.glob("*.mp4"))[-1]

    video, audio = _probe(last, "-count_frames")["streams"]

    sidecar = json.loads(last.with_suffix(".json").read_bytes())
    assert int(video["nb_read_frames"]) == sidecar["frames"] > 0
    assert int(audio["nb_read_frames"]) > 0


@pytest.mark.trace
def test_it_writes_only_in_its_home_and_in_shared_memory(demo: Demo) -> None:
    allowed = (str(demo.home), "/dev/shm/", "/dev/null", "/dev/tty")

    written = set(demo.written())

    assert str(demo.file) in written, "the trace sees nothing, so it proves nothing"
    assert {path for path in written if not path.startswith(allowed)} == set()


def test_a_trace_is_read_as_what_it_says() -> None:
    calls = [
        'openat(AT_FDCWD</a>, "read", O_RDONLY|O_CLOEXEC) = 3</a/read>',
        'openat(AT_FDCWD</a>, "made", O_RDWR|O_CREAT|O_EXCL, 0600) = 3</a/made>',
        'openat(AT_FDCWD</a>, "cut", O_RDONLY|O_TRUNC) = 3</a/cut>',
        'rename("/b/old", "/b/new") = 0',
        'unlinkat(5</c>, "gone", 0) = 0',
        "+++ exited with 0 +++",
    ]

    assert list(written_paths(calls)) == ["/a/made", "/a/cut", "/b/old", "/b/new", "/c/gone"]


@pytest.fixture
def mark(tmp_path: Path) -> Iterator[str]:
    """What a demo's processes are known by; those that a failing test leaves are ended."""
    name = uuid.uuid4().hex
    yield name
    for process in processes_with(name, tmp_path):
        process.kill()


def test_make_demo_shows_people_what_happened_and_leaves_nothing_running(
    tmp_path: Path, mark: str
) -> None:
    home = tmp_path / "home"
    installed = installed_environment(tmp_path / "venv")
    done = subprocess.run(
        ["make", "demo", f"VENV={installed}", f"ARGS=--seconds 2 --home {home}"],
        env={**environment(None), MARK: mark},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=2 * LIMIT_S,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Installing" not in done.stdout
    assert re.search(r"^Set-up took \d+ s$", done.stdout, re.MULTILINE)
    took = re.search(r"^Demo time: (\d+\.\d) s$", done.stdout, re.MULTILINE)
    assert took is not None
    assert float(took.group(1)) < LIMIT_S
    lights = re.findall(r"^  ✓ (\w+)  +\S.*$", done.stdout, re.MULTILINE)
    assert lights == ["saved", "received", "verified", "playable"]
    file = re.search(r"^The file:  (/.*\.mp4)$", done.stdout, re.MULTILINE)
    assert file is not None
    assert Path(file.group(1)).stat().st_size > 100_000
    assert re.search(r"^The page:  http://127\.0\.0\.1:\d+/web/enter/\S+$", done.stdout, re.M)
    assert processes_with(mark, home) == []


@pytest.mark.slow
def test_a_demo_that_is_stopped_ends_its_processes_too(tmp_path: Path, mark: str) -> None:
    home = tmp_path / "home"
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "holdfast", "demo", "--home", str(home)],
        env={**environment(None), MARK: mark},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("3."):
                break
        running = processes_with(mark, home)
        process.terminate()
        _, errors = process.communicate(timeout=LIMIT_S)

    assert len(running) >= 4, "demo, receiver, its worker, recorder and uploader"
    assert process.returncode == 1
    assert "Traceback" not in errors
    assert processes_with(mark, home) == []


def _probe(file: Path, *options: str) -> Any:
    done = subprocess.run(
        ["ffprobe", "-v", "error", "-show_streams", *options, "-of", "json", str(file)],
        capture_output=True,
        check=True,
        timeout=60,
        env={"PATH": os.environ["PATH"]},
    )
    assert done.stderr == b""
    return json.loads(done.stdout)
