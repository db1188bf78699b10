"""What a study asks of the camera and the microphone, put over what this computer is set to. Pure.

Which camera that is, is not the study's to say here: devices are chosen by whoever captures.
"""

from dataclasses import replace

from desktop.recording.model import CaptureRequest
from desktop.study_values import CaptureWish


def asked_of(wish: CaptureWish, capture: CaptureRequest, *, silent: bool) -> CaptureRequest:
    """The capture as the study wishes it; `silent`: without any sound."""
    return replace(
        capture,
        width=wish.width or capture.width,
        height=wish.height or capture.height,
        fps=wish.fps or capture.fps,
        audio="none" if silent else capture.audio,
    )
