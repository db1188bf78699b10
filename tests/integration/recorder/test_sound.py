"""Sound of a microphone that PulseAudio makes out of nothing, through PortAudio into the file."""

from pathlib import Path

import av
import numpy as np
import pytest

from desktop.recording.devices import list_microphones
from desktop.recording.model import Failed, MarkerSet, PartBegan, Progress, Ready
from tests.integration.recorder.conftest import Bench, Open
from tests.pulse import Pulse


def sound_of(bench: Bench) -> np.ndarray:
    pieces = []
    for path in bench.folder.segments().values():
        with av.open(path) as container:
            pieces += [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    return np.concatenate(pieces)


def loudest_hz(sound: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.fft.rfftfreq(len(sound), 1 / 48_000)[np.argmax(spectrum)])


@pytest.mark.audio
def test_the_tone_that_is_played_is_in_the_recording(open_bench: Open, pulse: Pulse) -> None:
    with pulse.playing(1000.0):
        bench = open_bench("test", audio="default")
        ready = bench.wait_for(Ready)
        bench.record(seconds=4.0)
        manifest = bench.end()

    assert ready.audio is not None
    assert ready.audio_note is None
    assert manifest.announcement.audio is not None
    assert manifest.announcement.audio.rate_hz == 48_000
    sound = sound_of(bench)
    # Drift correction may pull by up to 0.1 %.
    assert loudest_hz(sound) == pytest.approx(1000.0, abs=1.5)
    assert sum(each.samples for each in bench.sidecars()) == 4 * 48_000
    # Loud all the time: no holes between blocks, at the cuts or at the ends. A sound server on a
    # starved machine loses a few blocks; they are silence, and what follows is in its place.
    windows = sound[: len(sound) // 480 * 480].reshape(-1, 480)
    quiet = np.flatnonzero(np.sqrt(np.mean(np.square(windows), axis=1)) < 0.05)
    assert len(quiet) <= 40
    assert max(each.level_db or -100 for each in bench.of(Progress)) == pytest.approx(-9, abs=2)


@pytest.mark.audio
def test_a_microphone_that_stops_is_noted_and_the_picture_goes_on(
    open_bench: Open, pulse: Pulse
) -> None:
    with pulse.playing(1000.0):
        bench = open_bench("test:live", audio="default")
        bench.record()
        bench.wait_for(PartBegan)
        bench.wait_until_recorded(1.5)
        pulse.stop()
    bench.wait_for(MarkerSet)
    lost_s = bench.of(MarkerSet)[0].t_s
    bench.wait_until_recorded(lost_s + 2.0)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    (marker,) = manifest.markers
    assert (marker.name, marker.source, marker.t_s) == ("sound lost", "recorder", lost_s)
    assert manifest.gaps == ()
    assert manifest.duration_s > lost_s + 1.5
    samples = sum(each.samples for each in bench.sidecars())
    assert samples / 48_000 == pytest.approx(manifest.duration_s, abs=0.05)
    assert bench.of(Progress)[-1].level_db is None


@pytest.mark.audio
def test_a_microphone_that_is_back_is_heard_again(open_bench: Open, pulse: Pulse) -> None:
    with pulse.playing(1000.0):
        bench = open_bench("test:live", audio="default")
        bench.record()
        bench.wait_until_recorded(1.0)
        pulse.stop()
    bench.wait_for(MarkerSet)
    pulse.start()
    with pulse.playing(1000.0):
        back = bench.wait_for(MarkerSet, lambda each: each.name == "sound back")
        bench.wait_until_recorded(back.t_s + 2.0)
        bench.supervisor.stop_recording()
        manifest = bench.end()

    assert [each.name for each in manifest.markers] == ["sound lost", "sound back"]
    sound = sound_of(bench)
    assert loudest_hz(sound[-48_000:]) == pytest.approx(1000.0, abs=5.0)
    assert np.max(np.abs(sound[-48_000:])) > 0.2
    assert len(sound) / 48_000 == pytest.approx(manifest.duration_s, abs=0.05)


@pytest.mark.audio
def test_microphones_are_listed_by_name(pulse: Pulse) -> None:
    listed = list_microphones()

    assert listed.note is None
    assert "pulse" in {each.name for each in listed.microphones}
    assert sum(each.is_default for each in listed.microphones) == 1


@pytest.mark.audio
def test_a_named_microphone_that_is_absent_is_an_error(open_bench: Open, pulse: Pulse) -> None:
    bench = open_bench("test", audio="Nobody's microphone")

    failed = bench.wait_for(Failed)

    assert failed.code == "device_absent"
    assert "Nobody's microphone" in failed.sentence
    assert "“pulse”" in failed.sentence


@pytest.fixture
def no_sound_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = tmp_path / "asound.conf"
    configuration.write_text("")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(configuration))


@pytest.mark.usefixtures("no_sound_system")
def test_without_a_microphone_it_records_without_sound_and_says_so(open_bench: Open) -> None:
    bench = open_bench("test", audio="default")
    ready = bench.wait_for(Ready)
    bench.record(seconds=1.0)
    manifest = bench.end()

    assert ready.audio is None
    assert ready.audio_note is not None
    assert "without sound" in ready.audio_note
    assert manifest.announcement.audio is None
    assert manifest.frames == 30
