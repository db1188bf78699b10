"""The pages of the first start with what they usually show, ready to be looked at."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.first_start import Place
from desktop.recording.devices import Camera, Devices, Microphone
from desktop.ui.recorder_state import Phase, RecorderState
from desktop.ui.theme import Tokens
from desktop.ui.wizard import presenter
from desktop.ui.wizard.presenter import Known, Receiver, Rehearsal
from desktop.ui.wizard.views import Page
from desktop.ui.wizard.window import WizardWindow
from holdfast.announcement import Video
from tests.ui.station_script import AUDIO, ScriptedPreview, painted_picture, recording
from uploader.items import Custody

DATA = (
    r"HD Webcam",
    r"USB Microphone",
    r"Lab kiosk 2",
    r"/home/[\w/.]+",
    r"Permission denied: /x",
    r"https?://[\w.:]+",
)
CAMERA = "/dev/v4l/by-id/usb-HD_Webcam"
VIDEO = Video("h264", 1280, 720, 30.0, CAMERA, "HD Webcam")
DEVICES = Devices(
    (Camera(CAMERA, "HD Webcam", "/dev/video0", ()),),
    (Microphone(0, "USB Microphone", 1, 48_000.0, is_default=True),),
)
OPEN = RecorderState(Phase.READY, VIDEO, AUDIO, level_db=-18.0, peak_db=-9.0)
ROOMY = Place(Path("/home/lab/.local/share/holdfast"), 312_000_000_000, 500_000_000_000)
BLANK = Known(Page.STORAGE, ROOMY, True, "0", devices=DEVICES, recorder=OPEN)
HERE = Receiver("here", url="http://127.0.0.1:8470", is_here=True)
REFUSED = Receiver(
    trouble="The receiver did not enrol this computer, and nothing was changed here. "
    "It answered 403."
)
SENT = replace(recording(1), segments=3, custody=Custody(True, 3, 4_000_000))
ALL_ON = replace(SENT, custody=Custody(True, 3, 4_000_000, verified=True, playable=True))

SHOWN = {
    "wizard-storage": BLANK,
    "wizard-storage-unfit": replace(BLANK, folder=replace(ROOMY, trouble="Permission denied: /x")),
    "wizard-devices": replace(BLANK, page=Page.DEVICES),
    "wizard-devices-none": replace(
        BLANK, page=Page.DEVICES, devices=Devices((), ()), recorder=RecorderState()
    ),
    "wizard-receiver": replace(BLANK, page=Page.RECEIVER),
    "wizard-receiver-refused": replace(BLANK, page=Page.RECEIVER, receiver=REFUSED),
    "wizard-receiver-here": replace(BLANK, page=Page.RECEIVER, receiver=HERE),
    "wizard-rehearsal": replace(BLANK, page=Page.REHEARSAL, receiver=HERE),
    "wizard-rehearsal-running": replace(
        BLANK, page=Page.REHEARSAL, receiver=HERE, rehearsal=Rehearsal.RUNNING
    ),
    "wizard-rehearsal-sending": replace(
        BLANK,
        page=Page.REHEARSAL,
        receiver=HERE,
        rehearsal=Rehearsal.SENDING,
        recording=SENT,
    ),
    "wizard-rehearsal-done": replace(
        BLANK,
        page=Page.REHEARSAL,
        receiver=HERE,
        rehearsal=Rehearsal.SENDING,
        recording=ALL_ON,
    ),
}


def window_showing(tokens: Tokens, known: Known) -> WizardWindow:
    """The window with all its pages filled with this; its pictures are painted ones."""
    reader = ScriptedPreview(painted_picture())
    window = WizardWindow(tokens, lambda: reader, "Lab kiosk 2")
    window.storage.show_view(presenter.storage_view(known))
    window.devices.show_view(presenter.devices_view(known))
    window.receiver.show_view(presenter.receiver_view(known.receiver))
    window.rehearsal.show_view(presenter.rehearsal_view(known))
    window.show_frame(presenter.frame_view(known))
    window.devices.preview.refresh()
    window.rehearsal.preview.refresh()
    window.let_close()
    return window


def pages(tokens: Tokens) -> Iterator[tuple[str, QWidget]]:
    """Every page, by the name of its picture."""
    for name, known in SHOWN.items():
        yield name, window_showing(tokens, known)
