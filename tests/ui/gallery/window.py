"""The window in each of its states, and its small dialogs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce

from PySide6.QtWidgets import QWidget

from desktop.recording.devices import Camera, Devices, Microphone
from desktop.recording.disk import Space
from desktop.recording.model import Failed, PartBegan, PartLost
from desktop.ui.asked import RecordAsked
from desktop.ui.device_choice import Place, device_choice
from desktop.ui.device_dialog import DeviceDialog
from desktop.ui.facts import Facts
from desktop.ui.main_window import MainWindow
from desktop.ui.presenter import present
from desktop.ui.recorder_state import RecorderState, after
from desktop.ui.theme import Tokens
from tests.ui.station_script import (
    READY,
    ScriptedPreview,
    painted_picture,
    progress,
    queue_of,
    recording,
)
from uploader.items import Network, Step
from uploader.why import TO_ACCEPT

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
SPACE = Space(62_400_000_000, 250_000_000_000)
BEGAN = PartBegan("recording", 0, 0.0, 1)
RECORDING = (READY, RecordAsked(), BEGAN, progress(elapsed_s=462, size_bytes=554_400_000))
OFFLINE = (
    "Offline since 14:02. Recordings are safe on this computer and will be sent when the network "
    "is back."
)
REFUSED = "A recorded file was changed after it was recorded (000002.mp4). It is kept and not sent."
"""Its end was written by an older Holdfast: known by its sentences."""
QUEUE = replace(
    queue_of(
        *(replace(recording(number), follows_queue=True) for number in range(4, 7)),
        recording(1, step=Step.PLAYABLE),
        network=Network.OFFLINE,
        why=OFFLINE,
    ),
    stopped=OFFLINE,
)
FAILED = queue_of(recording(3, step=Step.FAILED, why="The receiver's disk is full."))
UNDECIDED = queue_of(replace(recording(3), decision="pending", why=TO_ACCEPT))
NO_CAMERA = Failed("device_absent", "The device is not there", "No camera is connected.")


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Name and widget of each page."""
    lost = PartLost(
        "recording",
        "device_lost",
        "The camera gives no picture any more. What was recorded is safe; waiting for it to come"
        " back, and the gap is noted.",
    )
    for name, facts in (
        ("ready", _facts(READY)),
        ("recording", _facts(*RECORDING)),
        ("waiting", _facts(*RECORDING, lost)),
        ("no-camera", _facts(NO_CAMERA)),
        ("starting", Facts("0", NOW)),
        ("needs-you", replace(_facts(READY), queue=FAILED)),
        ("to-decide", replace(_facts(READY), queue=UNDECIDED)),
    ):
        made = _window(tokens, facts)
        made.preview.refresh()
        yield f"window-{name}", made
    window = _window(tokens, _facts(READY))
    yield "window-devices", _devices(window)


def _facts(*events: object) -> Facts:
    recorder = reduce(after, events, RecorderState())
    return Facts("0", NOW, recorder=recorder, queue=QUEUE, space=SPACE, zone=UTC)


def _window(tokens: Tokens, facts: Facts) -> MainWindow:
    window = MainWindow(tokens, lambda _camera: ScriptedPreview(painted_picture()), mirrored=[True])
    window.resize(1280, 800)
    window.show_view(present(facts))
    window.let_close()
    return window


def _devices(window: QWidget) -> QWidget:
    found = Devices(
        tuple(Camera(f"usb-{each}", "HD Webcam", f"/dev/video{each}", ()) for each in (0, 2)),
        (
            Microphone(0, "Headset", 1, 48_000, is_default=True),
            Microphone(1, "USB Microphone", 1, 48_000, is_default=False),
        ),
    )
    place = Place("0", None, "HD Webcam", reduce(after, [READY], RecorderState()))
    dialog = DeviceDialog(window)
    dialog.show_view(device_choice(found, [place], 0, recording=True, with_scene=True))
    return dialog
