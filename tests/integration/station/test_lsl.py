"""The Lab Streaming Layer for real, within this machine: markers in, frame times out."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.lsl import MarkerListener
from desktop.recording import frame_times
from desktop.recording.frame_times import lsl_ahead_ns
from desktop.recording.model import MarkerSet, Ready
from desktop.settings import DesktopSettings
from desktop.station import RecordingSaved, open_station
from holdfast import salvage
from holdfast.clock import SystemClock
from holdfast.layout import Home, RecordingFolder
from tests.support.chain import wait_for

pylsl: Any = pytest.importorskip("pylsl")
CLOCK = SystemClock()
STREAM = """
import sys, time
import pylsl
info = pylsl.StreamInfo(sys.argv[1], "Markers", 1, 0, "string", "test")
outlet = pylsl.StreamOutlet(info)
print("ready", flush=True)
for line in sys.stdin:
    now = pylsl.local_clock()
    outlet.push_sample([line.strip()], now)
    print(now, flush=True)
"""


@pytest.fixture(autouse=True)
def _on_this_machine_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "lsl.cfg"
    file.write_text("[multicast]\nResolveScope = machine\n[log]\nlevel = -2\n")
    monkeypatch.setenv("LSLAPICFG", str(file))


@pytest.fixture
def stimulus(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another program that sends what it is told, and says when it did, on LSL's clock."""
    words = [sys.executable, "-c", STREAM, f"Trials {tmp_path.name}"]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def send(stimulus: "subprocess.Popen[str]", name: str) -> float:
    assert stimulus.stdin is not None
    assert stimulus.stdout is not None
    stimulus.stdin.write(f"{name}\n")
    stimulus.stdin.flush()
    return float(stimulus.stdout.readline())


def test_markers_keep_the_time_at_which_they_were_sent(
    stimulus: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    source = f"lsl:Trials {tmp_path.name}"
    heard: list[tuple[str, str, int]] = []
    listener = MarkerListener(pylsl, lambda *marker: heard.append(marker), CLOCK)
    listener.start()
    wait_for(lambda: source in listener.streams, "the stream is found")
    ahead_s = lsl_ahead_ns(pylsl, CLOCK) / 1e9
    sent_s = [send(stimulus, name) - ahead_s for name in ("trial 1", "trial 2", "")]
    sent_s.append(send(stimulus, "last") - ahead_s)
    wait_for(lambda: any(each[0] == "last" for each in heard), "the last marker arrives")
    stimulus.kill()
    wait_for(lambda: source not in listener.streams, "the stream is gone")
    listener.close()

    ours = [each for each in heard if each[1] == source]
    assert [each[0] for each in ours] == ["trial 1", "trial 2", "last"]
    assert [each[2] / 1e9 for each in ours] == pytest.approx(
        [sent_s[0], sent_s[1], sent_s[3]], abs=1e-3
    )


def test_a_station_notes_markers_and_tells_when_each_frame_was_taken(
    stimulus: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    told: list[object] = []
    settings = DesktopSettings("test:live", None, 320, 180, 30.0, ballast_bytes=0, lsl_enabled=True)
    station = open_station(
        Home(tmp_path / "home"), CLOCK, told.append, uploads=False, settings=settings
    )
    try:
        station.start()
        station.prepare(*settings.captures())
        wait_for(lambda: any(isinstance(each, Ready) for each in told), "the scene is open")
        (info, *_) = pylsl.resolve_byprop("name", frame_times.STREAM_NAME, timeout=20)
        inlet = pylsl.StreamInlet(info)
        inlet.open_stream(timeout=10)
        recording = station.start_recording("P-1", seconds=4.0)

        def marked() -> bool:
            send(stimulus, "look")
            return any(isinstance(each, MarkerSet) for each in told)

        wait_for(marked, "a marker arrives")
        wait_for(lambda: any(isinstance(each, RecordingSaved) for each in told), "it has ended")
        samples, stamps = inlet.pull_chunk(timeout=2.0, max_samples=1000)
    finally:
        station.close()

    (saved,) = [each for each in told if isinstance(each, RecordingSaved)]
    assert saved.manifest is not None
    assert {each.source for each in saved.manifest.markers} == {f"lsl:Trials {tmp_path.name}"}
    assert saved.recording == recording
    folder = RecordingFolder(saved.folder)
    sidecars = [salvage.read_sidecar(folder, each) for each in folder.segments()]
    captured_ns = [
        each.base_monotonic_ns + time_us * 1000
        for each in sidecars
        if each is not None
        for time_us in each.frame_times_us
    ]
    assert [each[0] for each in samples] == list(range(len(captured_ns)))
    zero_ns = saved.manifest.announcement.started_monotonic_ns
    assert [each[1] for each in samples] == pytest.approx(
        [(each - zero_ns) / 1e9 for each in captured_ns], abs=2e-6
    )
    ahead_s = lsl_ahead_ns(pylsl, CLOCK) / 1e9
    assert [each - ahead_s for each in stamps] == pytest.approx(
        [each / 1e9 for each in captured_ns], abs=1e-3
    )


def test_without_pylsl_there_is_no_stream_and_no_listener(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pylsl", None)

    assert frame_times.frame_times("test", CLOCK) is None
