"""Hours of recording in minutes: simulated time, but every frame, sample, segment and byte is real.

The microphone's clock is off by 500 ppm, its stamps jitter by 2 ms. CI records two minutes;
`make long` two hours, and an hour with a clock that is as slow as the other is fast.
"""

import shutil
from pathlib import Path

import numpy as np
import pytest

from holdfast.manifest import Manifest
from tests.support.recorded_truth import assert_true
from tests.support.simulated_devices import CameraTraits, MicrophoneTraits
from tests.support.simulated_recording import Recorded, Scenario, record

FPS = 5.0
HOUR_S = 3600.0
CAMERA = CameraTraits(FPS, FPS, width=240, height=136)
BYTES_MOST = 400 << 20
"""Of segments and joined file together."""
DRIFT_MOST_S = 0.005


def _recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float, ppm: float
) -> tuple[Recorded, Manifest]:
    """Record for so long, judge everything, and leave nothing on the disk."""
    microphone = MicrophoneTraits(ppm=ppm, jitter_s=0.002)
    try:
        recorded = record(
            Scenario((CAMERA,), microphone, seconds=seconds), tmp_path / "device", monkeypatch
        )
        manifest = assert_true(recorded, tmp_path / "receiver")
        used = {path.stat().st_ino: path.stat().st_size for path in tmp_path.rglob("*")}
        assert sum(used.values()) <= BYTES_MOST
    finally:
        shutil.rmtree(tmp_path)
    return recorded, manifest


def _assert_whole(recorded: Recorded, manifest: Manifest, seconds: float) -> None:
    """Exactly the source's pictures, and sound that stays with them from end to end."""
    assert recorded.numbers == list(range(round(seconds * FPS)))
    assert (manifest.frames, manifest.lost_frames) == (len(recorded.numbers), 0)
    assert len(manifest.segments) == seconds // 4
    errors_s = np.array(recorded.click_errors_s)
    assert len(errors_s) >= seconds * 2 - 3
    tenth = len(errors_s) // 10
    assert abs(np.mean(errors_s[:tenth]) - np.mean(errors_s[-tenth:])) <= DRIFT_MOST_S


def test_two_minutes_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = HOUR_S / 30

    recorded, manifest = _recorded(tmp_path, monkeypatch, seconds, ppm=500.0)

    _assert_whole(recorded, manifest, seconds)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize(("hours", "ppm"), [(2, 500.0), (1, -500.0)])
def test_hours_are_whole(
    hours: int, ppm: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded, manifest = _recorded(tmp_path, monkeypatch, hours * HOUR_S, ppm)

    _assert_whole(recorded, manifest, hours * HOUR_S)
