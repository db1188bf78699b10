"""The morning rehearsal from the window: what was looked at, the four lights, and the card."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.recording.model import CaptureRequest, Failed
from desktop.ui import morning_texts as texts
from desktop.ui.asked import RecordingKept
from desktop.ui.bridge import Bridge
from desktop.ui.main_window import MainWindow
from desktop.ui.morning_desk import RECORD, MorningDesk
from desktop.ui.morning_view import (
    NOTHING_YET,
    looked,
    missing,
    recorded,
    rows,
    verdict,
    without_receiver,
)
from desktop.ui.ports import StationPort
from desktop.ui.theme import Tokens
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.support.rehearsal_said import FOUND, LATE, LOOKED, OVER, SENDING
from tests.ui.station_script import queue_of, recording
from uploader.items import QueueSnapshot, Step

LIMIT_MS = 60_000


class Morning:
    """The desk, and what it asks of the controller."""

    def __init__(self, qtbot: QtBot, tokens: Tokens, folder: Path) -> None:
        self.qtbot = qtbot
        self.home = Home(folder / "home")
        self.bridge = Bridge()
        self.owner = MainWindow(tokens, lambda _camera: None, mirrored=[False])
        qtbot.addWidget(self.owner)
        self.begun: list[tuple[str, str, float]] = []
        self.asked: list[str] = []
        self.can_begin = True
        self.desk = MorningDesk(
            self.home,
            SystemClock(),
            self.owner,
            self.bridge,
            self.begin,
            self.run,
            lambda: CaptureRequest("test:live"),
        )

    def begin(self, participant: str, prompt: str, seconds: float) -> bool:
        self.begun.append((participant, prompt, seconds))
        return self.can_begin

    def run(self, name: str, _call: Callable[[StationPort], object]) -> None:
        self.asked.append(name)

    def start(self) -> None:
        """Begin, and wait until the doctor has looked."""
        self.desk.ask()
        assert self.desk.window is not None
        self.desk.window.start_button.click()
        self.qtbot.waitUntil(lambda: self.desk.view.phase != "looking", timeout=LIMIT_MS)

    def end_recording(self) -> None:
        self.bridge.recorder_event.emit(RecordingKept(recording(1).id))

    def see(self, queue: QueueSnapshot) -> None:
        self.bridge.snapshot.emit(queue)


@pytest.fixture
def morning(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> Iterator[Morning]:
    made = Morning(qtbot, tokens, tmp_path)
    yield made
    made.desk.close()


def words_of(morning: Morning) -> str:
    assert morning.desk.window is not None
    labels = morning.desk.window.findChildren(QLabel)
    return " ".join(each.text() for each in labels if not each.isHidden())


def test_it_is_ready_only_when_all_four_lights_are_on() -> None:
    assert [each.name for each in missing(SENDING)] == ["received", "verified", "playable"]
    assert not SENDING.is_ready
    assert OVER.is_ready
    assert verdict(OVER) == ("ok", texts.READY)


def test_before_it_begins_one_sees_what_will_be_looked_at() -> None:
    names = [each.name for each in rows(NOTHING_YET)]

    assert names[:4] == ["Camera", "Microphone", "Disk", "Receiver"]
    assert names[4:] == ["Saved", "Received", "Verified", "Playable"]
    assert rows(replace(NOTHING_YET, phase="over", trouble="It broke.")) == ()


def test_what_is_not_on_in_time_makes_it_not_ready_and_says_why() -> None:
    assert LATE.phase == "over"
    assert verdict(LATE) == ("danger", texts.NOT_READY)
    assert [each.detail for each in LATE.checks[-3:]] == ["The receiver does not answer."] * 3


def test_what_is_not_essential_leaves_it_ready_and_so_does_a_computer_without_receiver() -> None:
    assert without_receiver(recorded(LOOKED)).is_ready
    camera = {**FOUND[0], "ok": False}
    assert not without_receiver(recorded(looked(LOOKED, [camera]))).is_ready


def test_from_the_button_to_the_card(morning: Morning) -> None:
    morning.start()
    assert morning.begun == [("REHEARSAL", "morning_rehearsal", 6.0)]
    found = {each.name: each for each in morning.desk.view.checks}
    assert {"camera", "disk", "receiver"} <= set(found)
    # The one that is open, whatever the settings name.
    assert found["camera"].ok
    assert "test:live" in found["camera"].detail

    morning.end_recording()
    morning.see(queue_of(recording(1, step=Step.VERIFIED)))
    assert verdict(morning.desk.view) == ("info", texts.SENDING)
    morning.see(queue_of(recording(1, step=Step.PLAYABLE)))

    assert morning.desk.view.phase == "over"
    assert not morning.desk.limit.isActive()
    card = Path(morning.desk.view.card)
    assert card.parent == morning.home.rehearsals
    assert card.read_bytes().startswith(b"%PDF")
    assert "The receiver has joined it" in words_of(morning)
    assert morning.desk.window is not None
    assert not morning.desk.window.card_button.isHidden()


def test_what_waits_for_somebody_is_kept_and_what_does_not_arrive_is_discarded(
    morning: Morning,
) -> None:
    morning.desk.view = LOOKED
    morning.end_recording()
    morning.see(queue_of(replace(recording(1), decision="pending")))
    assert morning.asked == ["keep rehearsal"]

    morning.desk.limit.timeout.emit()
    assert morning.asked[-1] == "discard rehearsal"
    assert verdict(morning.desk.view) == ("danger", texts.NOT_READY)


def test_a_computer_without_a_receiver_is_done_once_it_is_saved(morning: Morning) -> None:
    morning.desk.view = LOOKED
    morning.end_recording()
    morning.see(replace(queue_of(recording(1)), is_enrolled=False))

    assert morning.desk.view.phase == "over"
    assert morning.desk.view.checks[-1].name == "journey"


def test_a_camera_that_cannot_record_ends_it_with_its_reason(morning: Morning) -> None:
    morning.desk.view = LOOKED
    morning.bridge.command_failed.emit(RECORD, "There is no room.")
    assert "There is no room." in verdict(morning.desk.view)[1]

    morning.desk.view = LOOKED
    morning.bridge.recorder_event.emit(Failed("x", "Gone", "It was unplugged."))
    assert "It was unplugged." in verdict(morning.desk.view)[1]


def test_while_somebody_records_nothing_is_rehearsed(morning: Morning) -> None:
    morning.can_begin = False
    morning.start()

    assert verdict(morning.desk.view) == ("danger", texts.BUSY)
