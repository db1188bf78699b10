"""Which camera and microphone a kiosk opens: those named nearest to it.

It names devices and opens none.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.recording.devices import Camera, list_cameras
from desktop.recording.model import CaptureRequest
from desktop.settings import DesktopSettings
from desktop.study_values import CaptureWish
from desktop.window_settings import WindowSettings
from holdfast.command import Failure


def kiosk_capture(
    settings: DesktopSettings,
    own: WindowSettings,
    wish: CaptureWish,
    sources: Sequence[str] = (),
    audio: str | None = None,
    cameras: Callable[[], Sequence[Camera]] = list_cameras,
) -> CaptureRequest:
    """What the kiosk captures. What is named nearest to it wins: `sources` and `audio` of the
    command line, then the kiosk's settings, the study, the window's settings.

    Raises Failure where the study's camera is not there, SettingError.
    """
    capture = settings.captures(sources[:1], audio)[0]
    if sources:
        return capture
    if own.kiosk_camera:
        capture = replace(capture, source=own.kiosk_camera)
    elif wish.camera:
        capture = replace(capture, source=_found(wish.camera, cameras()).id)
    if audio is None and (microphone := own.kiosk_microphone or wish.microphone):
        capture = replace(capture, audio=microphone)
    return capture


def _found(wanted: str, cameras: Sequence[Camera]) -> Camera:
    """The camera of this name, or the first whose name has it in it."""
    exact = [each for each in cameras if wanted in (each.id, each.path, each.name)]
    like = [each for each in cameras if wanted.casefold() in each.name.casefold()]
    for each in (*exact, *like):
        return each
    there = ", ".join(each.name for each in cameras) or "none"
    raise Failure(
        f"The study asks for the camera {wanted!r}, which is not there (there is: {there}). Plug"
        " it in, or choose another for the kiosk in the settings. The kiosk was not opened."
    )
