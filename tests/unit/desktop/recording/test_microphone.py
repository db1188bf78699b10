"""Choosing a microphone, and making 48 kHz mono of whatever it gives."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.recording.devices import Microphone, MicrophoneList, list_microphones
from desktop.recording.errors import DeviceAbsent, UnknownSource
from desktop.recording.microphone import (
    Converter,
    NoMicrophone,
    Steadiness,
    audio_source,
    choose,
)
from desktop.recording.model import CaptureRequest
from desktop.recording.test_scene import SceneTone, TestScene
from holdfast.clock import SystemClock

CLOCK = SystemClock()
BUILT_IN = Microphone(0, "Built-in Audio", 2, 44_100.0, is_default=False)
HEADSET = Microphone(3, "USB Headset: Audio (hw:1,0)", 1, 48_000.0, is_default=True)
LISTED = MicrophoneList((BUILT_IN, HEADSET))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("default", HEADSET),
        ("Built-in Audio", BUILT_IN),
        ("0", BUILT_IN),
        ("3", HEADSET),
        ("headset", HEADSET),
    ],
)
def test_a_microphone_is_found_by_what_people_call_it(wanted: str, found: Microphone) -> None:
    assert choose(wanted, LISTED) is found


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(DeviceAbsent) as refused:
        choose("Studio", LISTED)

    assert "Studio" in refused.value.sentence
    assert "Built-in Audio" in refused.value.sentence
    assert "USB Headset" in refused.value.sentence


def test_no_default_is_no_error_but_a_note() -> None:
    with pytest.raises(NoMicrophone, match="without sound"):
        choose("default", MicrophoneList())
    with pytest.raises(NoMicrophone, match="ended by signal 6"):
        choose("default", MicrophoneList(note="PortAudio was ended by signal 6."))


def test_each_source_has_its_own_sound(tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.touch()
    scene = TestScene(False, CLOCK)

    assert isinstance(audio_source(CaptureRequest("test"), CLOCK, scene), SceneTone)
    assert audio_source(CaptureRequest("test", audio="none"), CLOCK, scene) is None
    assert audio_source(CaptureRequest(str(clip)), CLOCK, scene) is None
    assert audio_source(CaptureRequest("http://camera/x"), CLOCK, scene) is None
    tone = audio_source(CaptureRequest("http://camera/x", audio="test"), CLOCK, scene)
    assert isinstance(tone, SceneTone)


def test_a_file_in_a_hurry_has_no_time_for_sound(tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.touch()
    request = CaptureRequest(str(clip), audio="test", as_fast=True)

    with pytest.raises(UnknownSource, match="own speed"):
        audio_source(request, CLOCK, TestScene(False, CLOCK))


def test_mono_at_our_rate_is_copied_as_it_is() -> None:
    data = np.arange(480, dtype=np.int16).reshape(-1, 1)

    copy = Converter(48_000, 1).convert(data)
    data[:] = 0

    assert copy.tolist() == list(range(480))


def test_channels_are_mixed_to_their_mean() -> None:
    stereo = np.array([[100, 300], [-32768, -32768], [32767, 32767], [1, 2]], np.int16)

    assert Converter(48_000, 2).convert(stereo).tolist() == [200, -32768, 32767, 2]


@given(st.lists(st.integers(1, 1000), min_size=5, max_size=30), st.sampled_from([16_000, 44_100]))
def test_another_rate_is_resampled_without_seams(sizes: list[int], rate_hz: int) -> None:
    total = sum(sizes)
    t_s = np.arange(total) / rate_hz
    sound = np.round(10_000 * np.sin(2 * np.pi * 200 * t_s)).astype(np.int16).reshape(-1, 1)
    converter = Converter(rate_hz, 1)
    cuts = np.cumsum(sizes)[:-1]

    pieces = [converter.convert(piece) for piece in np.split(sound, cuts)]

    resampled = np.concatenate(pieces)
    assert abs(len(resampled) - total * 48_000 / rate_hz) <= 48_000 / rate_hz + 1
    wanted = 10_000 * np.sin(2 * np.pi * 200 * np.arange(len(resampled)) / 48_000)
    assert np.max(np.abs(resampled - wanted)) < 60


MS = 1_000_000


def heard_after_ms(delays_ms: list[int]) -> int:
    """After how many blocks of 10 ms the first is delivered; each is late by its delay."""
    steadiness = Steadiness()
    for number, delay_ms in enumerate(delays_ms):
        if steadiness.is_steady((1_000 + number * 10 + delay_ms) * MS, 480):
            return number * 10
    return -1


def test_a_steady_microphone_is_heard_after_half_a_second() -> None:
    jitter = [0, 5, 3, 9, 1] * 100

    assert heard_after_ms(jitter) == 490


def test_a_microphone_whose_latency_steps_is_heard_after_the_step() -> None:
    ramp = [0] * 20 + list(range(0, 300, 10)) + [300] * 200

    assert 20 * 10 + 30 * 10 < heard_after_ms(ramp) <= 20 * 10 + 30 * 10 + 500


def test_a_microphone_that_never_is_steady_is_heard_all_the_same() -> None:
    assert heard_after_ms([0, 100] * 500) == 2490


def test_a_sound_system_that_aborts_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A sounddevice that does what PortAudio does on some computers.
    (tmp_path / "sounddevice.py").write_text("import os\nos.abort()\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    listed = list_microphones()

    assert listed.microphones == ()
    assert listed.note is not None
    assert "signal 6" in listed.note


def test_a_sound_system_that_hangs_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sounddevice.py").write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    listed = list_microphones(limit_s=1.0)

    assert listed.note is not None
    assert "did not answer in time" in listed.note


def test_sounddevice_is_loaded_late() -> None:
    code = "import sys, desktop.recording.assembly; print('sounddevice' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "False"
