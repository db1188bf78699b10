"""The first start at work: with a real receiver, real files and codes, and a scripted station."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
import segno
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.own_receiver import READY_S, OwnReceiver
from desktop.recording.model import CaptureRequest
from desktop.settings import load_settings
from desktop.station_events import RecordingSaved
from desktop.ui.bridge import Bridge
from desktop.ui.theme import Tokens
from desktop.ui.wizard import presenter, texts
from desktop.ui.wizard.asking import Asking
from desktop.ui.wizard.desk import Joined, WizardDesk
from desktop.ui.wizard.presenter import Rehearsal
from desktop.ui.wizard.scanning import invitation_in
from desktop.ui.wizard.views import Page
from desktop.ui.wizard.window import WizardWindow
from desktop.window_settings import load_window_settings
from holdfast.clock import SystemClock
from holdfast.home_choice import chosen_folder
from holdfast.invitation import Invitation
from holdfast.jsonform import canonical
from holdfast.layout import Home
from tests.support.live_receiver import LiveReceiver
from tests.ui.gallery.wizard import ALL_ON, DEVICES
from tests.ui.station_script import (
    READY,
    ScriptedPicture,
    ScriptedPreview,
    ScriptedStation,
    queue_of,
    recording,
)
from uploader.items import Custody

CLOCK = SystemClock()
LONG_MS = 30_000


@dataclass
class Person:
    """Somebody who answers what the system's dialogs ask."""

    folder: Path | None = None
    invitation: Path | None = None
    leaves: bool = True
    pages: list[str] = field(default_factory=list)

    def asking(self) -> Asking:
        return Asking(
            folder=lambda _parent, _start: self.folder,
            invitation=lambda _parent: self.invitation,
            may_leave=lambda _parent: self.leaves,
            open_page=self.pages.append,
        )


class Setup:
    """The desk, its window, and who sits before it."""

    def __init__(self, qtbot: QtBot, tokens: Tokens, home: Home) -> None:
        self.qtbot = qtbot
        self.person = Person()
        self.station = ScriptedStation(found=DEVICES)
        self.opened: list[Home] = []
        self.refusal: Exception | None = None
        self.ends: list[bool] = []
        joined = Joined(self.open_on, self.own, CLOCK, self.person.asking())
        self.bridge = Bridge()
        self.desk = WizardDesk(home, CaptureRequest("0"), joined, self.bridge)
        self.desk.finished.connect(lambda: self.ends.append(True))
        self.window = WizardWindow(tokens, lambda: self.desk.tap, "Lab kiosk 2")
        self.desk.attach(self.window, tokens)
        self.window.show()

    def own(self, home: Home) -> OwnReceiver:
        return OwnReceiver(home, CLOCK, 8470)

    def open_on(self, home: Home) -> Callable[[Callable[[object], None]], ScriptedStation]:
        def opened(on_event: Callable[[object], None]) -> ScriptedStation:
            if self.refusal is not None:
                raise self.refusal
            self.opened.append(home)
            self.station.on_event = on_event
            return self.station

        return opened

    def until(self, holds: Callable[[], object], limit_ms: int = LONG_MS) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=limit_ms)

    def _has_left(self, page: Page) -> bool:
        return self.desk.known.page is not page

    def go_to(self, page: Page) -> None:
        while self.desk.known.page < page:
            if self.desk.known.page is Page.RECEIVER and not self.desk.known.is_connected:
                self.window.receiver.later.click()
            before = self.desk.known.page
            self.until(lambda: presenter.frame_view(self.desk.known).can_go_on)
            self.until(self.window.next_button.isEnabled)
            self.window.next_button.click()
            self.until(partial(self._has_left, before))
        self.until(lambda: not self.desk.known.is_opening and self.desk.known.devices is not None)
        if page > Page.DEVICES:
            self.bridge.on_event(READY)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "data", config_folder=tmp_path / "config")


@pytest.fixture
def setup(qtbot: QtBot, tokens: Tokens, home: Home) -> Iterator[Setup]:
    made = Setup(qtbot, tokens, home)
    yield made
    made.person.leaves = True
    if not made.ends:
        made.window.close()
        made.until(lambda: made.ends)
    made.window.deleteLater()


@pytest.fixture(scope="module")
def receiver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveReceiver]:
    made = LiveReceiver.start(tmp_path_factory.mktemp("receiver"))
    yield made
    made.stop()


def test_what_was_chosen_is_there_at_the_next_start(
    setup: Setup, home: Home, tmp_path: Path
) -> None:
    setup.person.folder = tmp_path / "disk"
    setup.window.storage.choose_button.click()
    setup.until(lambda: setup.window.storage.folder.text() == str(tmp_path / "disk" / "Holdfast"))
    setup.go_to(Page.DEVICES)
    setup.until(lambda: setup.window.devices.camera.count() > 1)

    setup.window.devices.camera_chosen.emit("/dev/v4l/by-id/usb-HD_Webcam")
    setup.until(lambda: ("prepare", "/dev/v4l/by-id/usb-HD_Webcam") in setup.station.calls)
    setup.go_to(Page.REHEARSAL)
    setup.until(setup.window.next_button.isEnabled)
    setup.window.next_button.click()
    setup.until(lambda: setup.ends)

    assert setup.desk.home is not None
    assert setup.desk.home.root == tmp_path / "disk" / "Holdfast" == setup.opened[-1].root
    assert chosen_folder(home.config) == setup.desk.home.root
    assert load_window_settings(home.config, {}).set_up
    assert load_settings(home.config, {}).source == "/dev/v4l/by-id/usb-HD_Webcam"
    assert setup.station.calls[-1][0] == "close"


def test_whoever_leaves_is_asked_again(setup: Setup, home: Home) -> None:
    setup.person.leaves = False
    setup.window.close()
    assert setup.window.isVisible()

    setup.person.leaves = True
    setup.window.close()
    setup.until(lambda: setup.ends)
    assert setup.desk.home is None
    assert not home.config.exists()


def test_a_folder_that_the_station_refuses_is_told_on_its_page(setup: Setup) -> None:
    setup.refusal = OSError(30, "Read-only file system", "/x")
    setup.window.next_button.click()

    setup.until(lambda: setup.desk.known.folder.trouble)
    setup.until(lambda: "Read-only file system" in setup.window.storage.result.text)
    assert setup.desk.known.page is Page.STORAGE


def test_typing_address_and_code_enrols(setup: Setup, home: Home, receiver: LiveReceiver) -> None:
    setup.go_to(Page.RECEIVER)
    page = setup.window.receiver
    page.connect_button.click()
    setup.until(lambda: "address" in page.result.text)
    page.address.setText(receiver.url)
    page.connect_button.click()
    setup.until(lambda: "code" in page.result.text)
    page.code.setText("wrong-code")
    page.connect_button.click()
    setup.until(lambda: "nothing was changed" in page.result.text)
    # The window's frame is shown with the next look at what is known, not with the page.
    setup.until(lambda: not setup.window.next_button.isEnabled())

    page.code.setText(receiver.enrolment_code())
    page.connect_button.click()
    setup.until(setup.window.next_button.isEnabled)

    assert json.loads(home.enrolment.read_bytes())["url"] == receiver.url
    assert receiver.url in page.result.text
    assert not load_window_settings(home.config, {}).own_receiver
    assert ("try_now",) in setup.station.calls


def test_a_code_in_front_of_the_camera_enrols(
    setup: Setup, home: Home, receiver: LiveReceiver
) -> None:
    setup.go_to(Page.RECEIVER)
    invitation = Invitation(receiver.url, receiver.enrolment_code(), None)
    setup.station.preview = ScriptedPreview(held_up("a ticket for the train"))
    setup.window.receiver.scan_button.click()
    scan = setup.desk.receiver.scanning
    setup.until(lambda: scan.dialog is not None and scan.dialog.note.text() == texts.SCAN_NOT_OURS)

    setup.station.preview = ScriptedPreview(held_up(invitation.to_text()))
    setup.until(lambda: setup.desk.known.is_connected)

    assert scan.dialog is None
    assert json.loads(home.enrolment.read_bytes())["url"] == receiver.url


def test_a_file_enrols(setup: Setup, receiver: LiveReceiver, tmp_path: Path) -> None:
    setup.go_to(Page.RECEIVER)
    setup.person.invitation = tmp_path / "invitation.json"
    invitation = Invitation(receiver.url, receiver.enrolment_code(), None)
    setup.person.invitation.write_bytes(canonical(invitation.to_json()))

    setup.window.receiver.file_button.click()

    setup.until(lambda: setup.desk.known.is_connected)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_receiver_on_this_computer_really_runs(setup: Setup, home: Home) -> None:
    setup.go_to(Page.RECEIVER)
    page = setup.window.receiver
    page.here.click()
    page.start_button.click()
    # As long as the window itself waits for each of the commands that this takes.
    setup.until(page.open_button.isVisible, limit_ms=round(3000 * READY_S))
    assert load_window_settings(home.config, {}).own_receiver
    assert json.loads(home.enrolment.read_bytes())["url"] == setup.desk.known.receiver.url

    page.open_button.click()
    setup.until(lambda: setup.person.pages, limit_ms=round(1000 * READY_S))
    assert setup.person.pages[0].startswith(f"{setup.desk.known.receiver.url}/web/enter/")


@pytest.mark.parametrize("name", ["invitation.svg", "invitation.png"])
def test_a_drawing_of_the_code_is_read(tmp_path: Path, name: str) -> None:
    invitation = Invitation("https://lab.example.org:8443/x", "KX7P-22QM", "0123456789abcdef")
    file = tmp_path / name
    segno.make_qr(invitation.to_text(), error="m").save(str(file), border=4)

    assert invitation_in(file) == invitation


def test_the_rehearsal_follows_its_recording_and_discards_what_has_not_arrived(
    setup: Setup, tmp_path: Path
) -> None:
    setup.go_to(Page.REHEARSAL)
    setup.until(setup.window.rehearsal.start_button.isEnabled)
    setup.window.rehearsal.start_button.click()
    setup.until(lambda: setup.desk._rehearsed)
    assert ("start_recording", "rehearsal", None) in setup.station.calls

    saved = replace(
        recording(1), id="recording", custody=Custody(saved=True), decision="kept", segments=3
    )
    setup.station.queue = queue_of(saved)
    setup.until(lambda: setup.window.rehearsal.lights[0].state == "on")
    assert [each.state for each in setup.window.rehearsal.lights[1:]] == ["later"] * 3
    setup.desk._know(rehearsal=Rehearsal.SENDING)
    setup.until(setup.window.next_button.isEnabled)
    setup.window.next_button.click()
    setup.until(lambda: setup.ends)

    assert ("discard", "recording", "set-up") in setup.station.calls


def test_what_has_arrived_is_left_alone(setup: Setup) -> None:
    setup.go_to(Page.REHEARSAL)
    setup.until(setup.window.rehearsal.start_button.isEnabled)
    setup.window.rehearsal.start_button.click()
    setup.until(lambda: setup.desk._rehearsed)
    setup.station.queue = queue_of(replace(ALL_ON, id="recording", state="complete"))
    setup.until(lambda: setup.window.rehearsal.lights[3].state == "on")
    setup.desk._know(rehearsal=Rehearsal.SENDING)
    setup.until(setup.window.next_button.isEnabled)
    setup.window.next_button.click()
    setup.until(lambda: setup.ends)

    assert not [call for call in setup.station.calls if call[0] == "discard"]


def test_a_rehearsal_that_cannot_begin_says_why(setup: Setup) -> None:
    setup.go_to(Page.REHEARSAL)
    setup.until(setup.window.rehearsal.start_button.isEnabled)
    setup.station.refusal = RuntimeError("Not enough space to record.")
    setup.window.rehearsal.start_button.click()

    setup.until(lambda: "Not enough space" in setup.window.rehearsal.result.text)
    assert setup.desk.known.rehearsal is Rehearsal.FAILED


def test_a_rehearsal_of_which_nothing_was_kept_says_why(setup: Setup, tmp_path: Path) -> None:
    setup.go_to(Page.REHEARSAL)
    setup.bridge.on_event(RecordingSaved("recording", tmp_path, None, "The disk is full."))

    setup.until(lambda: "The disk is full." in setup.window.rehearsal.result.text)


def held_up(text: str) -> ScriptedPicture:
    """A picture of 960 x 540 in which somebody holds up a QR code."""
    code = segno.make_qr(text, error="m")
    rows = list(code.matrix_iter(scale=6, border=4))
    picture = QImage(960, 540, QImage.Format.Format_RGB32)
    picture.fill(QColor("#56657a"))
    painter = QPainter(picture)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            painter.fillRect(300 + x, 60 + y, 1, 1, QColor("black" if dark else "white"))
    painter.end()
    return ScriptedPicture(960, 540, picture.bytesPerLine(), bytes(picture.constBits()))
