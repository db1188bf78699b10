"""What was used last is kept under what was asked for; a file that cannot be read costs nothing."""

from pathlib import Path

import pytest

from desktop.expected import KnownCamera
from desktop.last_devices import LastDevices
from desktop.recording.model import CaptureRequest

WEBCAM = KnownCamera("/dev/v4l/by-id/usb-Webcam", "Webcam")
OTHER = KnownCamera("/dev/video4", "Other")
FIRST, NAMED = CaptureRequest("0"), CaptureRequest("/dev/video4", audio="Headset")


def test_each_wish_has_its_own_devices(tmp_path: Path) -> None:
    file = tmp_path / "devices.json"
    memory = LastDevices(file)
    memory.remember(FIRST, WEBCAM, "Laptop")
    memory.remember(NAMED, OTHER, "Headset (USB)")

    for known in (memory, LastDevices(file)):
        assert (known.camera(FIRST), known.microphone(FIRST)) == (WEBCAM, "Laptop")
        assert (known.camera(NAMED), known.microphone(NAMED)) == (OTHER, "Headset (USB)")
        assert known.camera(CaptureRequest("1")) is None


def test_what_is_not_known_now_is_left_as_it_was(tmp_path: Path) -> None:
    memory = LastDevices(tmp_path / "devices.json")
    memory.remember(FIRST, WEBCAM, "Laptop")
    memory.remember(FIRST, None, None)

    assert (memory.camera(FIRST), memory.microphone(FIRST)) == (WEBCAM, "Laptop")


def test_what_is_known_already_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "devices.json"
    memory = LastDevices(file)
    memory.remember(FIRST, WEBCAM, "Laptop")
    written = file.stat().st_ino
    memory.remember(FIRST, WEBCAM, "Laptop")

    assert file.stat().st_ino == written


@pytest.mark.parametrize("content", [b"", b"{", b'{"format_version": 1, "cameras": 3}', b"[]"])
def test_a_damaged_memory_remembers_nothing_and_is_written_anew(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "devices.json"
    file.write_bytes(content)
    memory = LastDevices(file)
    assert memory.camera(FIRST) is None
    memory.remember(FIRST, WEBCAM, None)

    assert LastDevices(file).camera(FIRST) == WEBCAM


def test_a_memory_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    memory = LastDevices(tmp_path / "no such folder" / "devices.json")
    memory.remember(FIRST, WEBCAM, None)

    assert memory.camera(FIRST) == WEBCAM
