"""What `holdfast devices` says about what there is, and about what there is not."""

from desktop.device_text import listing
from desktop.recording.devices import Camera, Devices, Microphone
from desktop.recording.v4l2 import Mode


def test_what_there_is_is_named_as_record_takes_it() -> None:
    camera = Camera("usb-1", "HD Webcam", "/dev/video0", (Mode(1280, 720, 30.0, "MJPG"),))
    microphones = (
        Microphone(0, "Built-in", 2, 48_000.0, is_default=False),
        Microphone(3, "Headset", 1, 48_000.0, is_default=True),
    )

    assert listing(Devices((camera,), microphones)).splitlines() == [
        "Cameras (--source):",
        "  /dev/video0  HD Webcam",
        "      1280x720 @ 30 MJPG",
        "Microphones (--audio):",
        "  Built-in",
        "  Headset  (the default)",
    ]


def test_what_there_is_not_is_said_with_what_to_do() -> None:
    assert listing(Devices((), (), "The sound system does not answer.")).splitlines() == [
        "Cameras (--source):",
        "  none; --source test records the built-in scene",
        "Microphones (--audio):",
        "  The sound system does not answer.",
    ]
