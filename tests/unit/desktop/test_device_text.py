"""What `holdfast devices` says about what there is, and about what there is not."""

from desktop.device_text import listing
from desktop.encoders import Survey
from desktop.recording.devices import Camera, Devices, Microphone
from desktop.recording.encoding import DEFAULT
from desktop.recording.hardware import Verdict
from desktop.recording.v4l2 import Mode

SURVEY = Survey("auto", DEFAULT, (Verdict("h264_nvenc", "There is no NVIDIA graphics device."),))
ENCODERS = [
    "Encoder (capture.encoder): libx264",
    "  h264_nvenc is not used: There is no NVIDIA graphics device.",
]


def test_what_there_is_is_named_as_record_takes_it() -> None:
    camera = Camera("usb-1", "HD Webcam", "/dev/video0", (Mode(1280, 720, 30.0, "MJPG"),))
    microphones = (
        Microphone(0, "Built-in", 2, 48_000.0, is_default=False),
        Microphone(3, "Headset", 1, 48_000.0, is_default=True),
    )

    assert listing(Devices((camera,), microphones), SURVEY).splitlines() == [
        "Cameras (--source):",
        "  /dev/video0  HD Webcam",
        "      1280x720 @ 30 MJPG",
        "Microphones (--audio):",
        "  Built-in",
        "  Headset  (the default)",
        *ENCODERS,
    ]


def test_what_there_is_not_is_said_with_what_to_do() -> None:
    nothing = Devices((), (), "The sound system does not answer.")
    assert listing(nothing, SURVEY).splitlines() == [
        "Cameras (--source):",
        "  none; --source test records the built-in scene",
        "Microphones (--audio):",
        "  The sound system does not answer.",
        *ENCODERS,
    ]
