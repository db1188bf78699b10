"""Which camera and microphone a kiosk opens."""

import pytest

from desktop.kiosk_devices import kiosk_capture
from desktop.recording.devices import Camera
from desktop.settings import DesktopSettings
from desktop.study_values import CaptureWish
from desktop.window_settings import WindowSettings
from holdfast.command import Failure

SETTINGS = DesktopSettings("0", "Desk mic", 1280, 720, 30.0)
CAMERAS = (
    Camera("/dev/v4l/by-id/usb-HD", "HD Webcam", "/dev/video0", ()),
    Camera("/dev/v4l/by-id/usb-Ceiling", "Ceiling Cam 4K", "/dev/video2", ()),
)
WISH = CaptureWish(camera="ceiling", microphone="Boom")


def opened(
    own: WindowSettings, wish: CaptureWish, sources: tuple[str, ...] = (), audio: str | None = None
) -> tuple[str, str | None]:
    capture = kiosk_capture(SETTINGS, own, wish, sources, audio, lambda: CAMERAS)
    return capture.source, capture.audio


def test_what_is_named_nearest_to_the_kiosk_wins() -> None:
    own = WindowSettings(kiosk_camera="/dev/video7", kiosk_microphone="Headset")

    assert opened(WindowSettings(), CaptureWish()) == ("0", "Desk mic")
    assert opened(WindowSettings(), WISH) == ("/dev/v4l/by-id/usb-Ceiling", "Boom")
    assert opened(own, WISH) == ("/dev/video7", "Headset")
    assert opened(own, WISH, audio="none") == ("/dev/video7", "none")
    assert opened(own, WISH, ("test",)) == ("test", None)


def test_a_whole_name_goes_before_a_part_of_one() -> None:
    twins = (Camera("a", "Cam Pro", "/dev/video0", ()), Camera("b", "Cam", "/dev/video1", ()))
    wish = CaptureWish(camera="Cam")

    assert kiosk_capture(SETTINGS, WindowSettings(), wish, cameras=lambda: twins).source == "b"


def test_a_study_whose_camera_is_not_there_says_which_are() -> None:
    with pytest.raises(Failure, match="HD Webcam, Ceiling Cam 4K"):
        opened(WindowSettings(), CaptureWish(camera="Thermal"))
