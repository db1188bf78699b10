"""A real sound card: what it refuses, what it loses, and that it vanishes. Run with `-m hardware`.

It is the kernel's loopback card (snd-aloop), fed by aplay.
"""

import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.recording.model import MarkerSet, Progress, Ready, SoundAlarm
from tests.hardware.loopback import (
    MICROPHONE,
    RATE_HZ,
    TONE_HZ,
    Format,
    loudest_hz,
    needs_loopback,
    playing,
    silence_s,
    sound_of,
    unplugged,
    usual_peak,
)
from tests.integration.recorder.conftest import Bench, Open

pytestmark = [pytest.mark.hardware, pytest.mark.timeout(180), needs_loopback]

SCENE = {"width": 320, "height": 240, "audio": MICROPHONE}
Note = Callable[[str, object], None]
FORMATS = [
    Format(48_000),
    Format(44_100),
    Format(48_000, 1),
    Format(16_000, 1),
    Format(8_000, 1),
    Format(32_000),
    Format(96_000),
    Format(48_000, 2, "S32_LE"),
    Format(48_000, 2, "FLOAT_LE"),
    Format(48_000, 2, "S24_3LE"),
    Format(48_000, 8),
]


@pytest.mark.parametrize("form", FORMATS, ids=str)
def test_whatever_the_card_offers_the_tone_is_recorded(
    open_bench: Open, tmp_path: Path, form: Format, record_property: Note
) -> None:
    with playing(tmp_path, form):
        bench = open_bench("test:live", **SCENE)
        ready = bench.wait_for(Ready)
        bench.record(seconds=4.0)
        bench.end()

    assert ready.audio is not None, ready.audio_note
    assert ready.audio.microphone == MICROPHONE
    sound = sound_of(bench)
    # The loopback card's clock is the kernel's tick; a rate taken for another is off by 88 Hz.
    assert loudest_hz(sound) == pytest.approx(TONE_HZ, abs=5.0)
    assert len(sound) / RATE_HZ == pytest.approx(4.0, abs=0.05)
    record_property("hz", round(loudest_hz(sound), 2))
    assert usual_peak(sound) == pytest.approx(0.5, rel=0.1)


def test_sound_that_nobody_took_in_time_is_counted_and_leaves_its_own_length(
    open_bench: Open, tmp_path: Path, record_property: Note
) -> None:
    with playing(tmp_path):
        bench = open_bench("test:live", **SCENE)
        bench.record()
        bench.wait_until_recorded(2.0)
        bench.recorder.send_signal(signal.SIGSTOP)
        threading.Event().wait(1.0)
        bench.recorder.send_signal(signal.SIGCONT)
        bench.wait_until_recorded(5.0)
        bench.supervisor.stop_recording()
        manifest = bench.end()

    lost_s = max(each.lost_sound_s for each in bench.of(Progress))
    sound = sound_of(bench)
    record_property("lost_s", round(lost_s, 3))
    record_property("silence_s", silence_s(sound))
    assert 0.5 < lost_s < 1.5
    assert silence_s(sound) == pytest.approx(lost_s, abs=0.15)
    assert len(sound) / RATE_HZ == pytest.approx(manifest.duration_s, abs=0.05)
    assert manifest.gaps == ()


def test_a_microphone_that_sends_nothing_but_zeros_is_said(
    open_bench: Open, tmp_path: Path
) -> None:
    with playing(tmp_path):
        bench = open_bench("test:live", **SCENE)
        bench.record()
        bench.wait_until_recorded(2.0)
    alarm = bench.wait_for(SoundAlarm, lambda each: each.kind is not None)
    bench.supervisor.stop_recording()
    manifest = bench.end()

    assert alarm.kind == "zero"
    assert manifest.state == "complete"


def _stop(bench: Bench, after_s: float) -> None:
    bench.wait_until_recorded(after_s)
    bench.supervisor.stop_recording()


def test_a_card_that_is_unplugged_is_noted_and_the_picture_goes_on(
    open_bench: Open, tmp_path: Path
) -> None:
    with playing(tmp_path):
        bench = open_bench("test:live", **SCENE)
        bench.record()
        bench.wait_until_recorded(2.0)
        with unplugged():
            marker = bench.wait_for(MarkerSet)
            _stop(bench, marker.t_s + 1.5)
            manifest = bench.end()
            bench.supervisor.close()

    assert marker.name == "sound lost"
    assert manifest.gaps == ()
    assert manifest.state == "complete"
    assert len(sound_of(bench)) / RATE_HZ == pytest.approx(manifest.duration_s, abs=0.05)


def test_a_card_that_comes_back_is_heard_again_in_its_place(
    open_bench: Open, tmp_path: Path, record_property: Note
) -> None:
    with playing(tmp_path):
        bench = open_bench("test:live", **SCENE)
        bench.record()
        bench.wait_until_recorded(2.0)
        with unplugged():
            bench.wait_for(MarkerSet, lambda each: each.name == "sound lost")
    with playing(tmp_path):
        back = bench.wait_for(MarkerSet, lambda each: each.name == "sound back")
        _stop(bench, back.t_s + 2.5)
        manifest = bench.end()

    sound = sound_of(bench)
    assert manifest.gaps == ()
    assert [each.name for each in manifest.markers] == ["sound lost", "sound back"]
    assert len(sound) / RATE_HZ == pytest.approx(manifest.duration_s, abs=0.05)
    assert loudest_hz(sound[-RATE_HZ:]) == pytest.approx(TONE_HZ, abs=5.0)
    assert loudest_hz(sound[:RATE_HZ]) == pytest.approx(TONE_HZ, abs=5.0)
    # From the loss, two seconds before the marker, to the return, just before the other.
    lost, returned = manifest.markers
    record_property("markers_s", [lost.t_s, returned.t_s])
    record_property("silence_s", silence_s(sound))
    assert silence_s(sound) == pytest.approx(returned.t_s - lost.t_s + 2.0, abs=1.5)
