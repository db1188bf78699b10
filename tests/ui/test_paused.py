"""A paused recording: the screen that covers the window, its keys, its reminders, the tray."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.recording.model import PartBegan, PartLost, Paused, Resumed
from desktop.supervisor import RecorderBack, RecorderLost
from desktop.ui import texts
from desktop.ui.asked import RecordAsked, StopAsked
from desktop.ui.facts import Facts
from desktop.ui.presenter import present, reminders_due
from desktop.ui.recorder_state import Phase, RecorderState, after, is_active
from desktop.ui.theme import DARK, LIGHT, Tokens, contrast
from tests.ui.station_script import NO_QUEUE, READY, ScriptedStation, progress
from tests.ui.window_script import Desk

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
BEGAN = PartBegan("recording", 0, 0.0, 1)
PAUSED = (READY, RecordAsked(), BEGAN, progress(elapsed_s=60), Paused("recording", 60.0))


def facts(*events: object, reminder_minutes: float = 2.0) -> Facts:
    recorder = reduce(after, events, RecorderState())
    return Facts(
        "0", NOW, recorder=recorder, queue=NO_QUEUE, zone=UTC, reminder_minutes=reminder_minutes
    )


def test_the_screen_says_how_long_and_how_far() -> None:
    view = present(facts(*PAUSED, progress(elapsed_s=95)))

    assert view.paused is not None
    assert view.paused.clock == "00:00:35"
    assert "00:01:35" in view.paused.line
    assert view.paused.sentence == texts.PAUSED_SENTENCE
    assert not view.paused.is_long
    assert view.can_mark, "markers may be set while paused"
    assert not view.can_pause
    assert view.preview.badge == texts.PAUSED_WORD
    assert view.tray.state == "recording_paused"
    assert "00:00:35" in view.tray.sentence


def test_it_is_gone_when_recording_goes_on() -> None:
    resumed = (PartBegan("recording", 1, 95.0, 1), Resumed("recording", 95.0))
    view = present(facts(*PAUSED, *resumed, progress(elapsed_s=97)))

    assert view.paused is None
    assert view.can_pause
    assert view.tray.state == "recording"


def test_a_camera_lost_while_paused_is_told_and_stays_paused() -> None:
    lost = PartLost("recording", "device_lost", "Camera 'X' was unplugged.")
    waiting = facts(*PAUSED, lost, RecorderLost("It is gone."))
    back = reduce(after, (READY, RecorderBack()), waiting.recorder)

    assert waiting.recorder.phase is Phase.PAUSED
    view = present(waiting)
    assert view.paused is not None
    assert view.paused.sentence == "It is gone."
    assert view.tray.state == "attention"
    assert (back.phase, back.problem) == (Phase.PAUSED, None)


def test_a_pause_that_arrives_after_a_stop_changes_nothing() -> None:
    stopping = facts(READY, RecordAsked(), BEGAN, StopAsked(), Paused("recording", 2.0))

    assert stopping.recorder.phase is Phase.STOPPING
    assert is_active(facts(*PAUSED).recorder)


@pytest.mark.parametrize(
    ("paused_s", "minutes", "due"),
    [(119.0, 2.0, 0), (120.0, 2.0, 1), (245.0, 2.0, 2), (9999.0, 0.0, 0)],
)
def test_when_people_are_reminded(paused_s: float, minutes: float, due: int) -> None:
    known = facts(*PAUSED, progress(elapsed_s=60 + paused_s), reminder_minutes=minutes)
    view = present(known).paused

    assert reminders_due(known) == due
    assert view is not None
    assert view.is_long is (due > 0)
    assert (texts.PAUSED_NEXT in view.sentence) is (due > 0)


@pytest.fixture
def chimes() -> list[str]:
    return []


@pytest.fixture
def desk(qtbot: QtBot, tokens: Tokens, tmp_path: Path, chimes: list[str]) -> Iterator[Desk]:
    made = Desk(qtbot, tokens, ScriptedStation(recordings_folder=tmp_path))
    made.controller.news.chime = lambda: chimes.append("chime")
    made.controller.memory.facts = replace(made.controller.memory.facts, reminder_minutes=2.0)
    yield made
    with qtbot.waitSignal(made.controller.ended, timeout=10_000):
        made.controller.leaving.close()
    made.window.deleteLater()


def be_paused(desk: Desk) -> None:
    desk.open()
    desk.be_recording()
    desk.window.activateWindow()
    desk.qtbot.waitActive(desk.window)
    QTest.keyClick(desk.window, Qt.Key.Key_P)
    desk.until(lambda: bool(desk.asked("pause_recording")))
    desk.station.on_event(Paused("recording", 12.0))
    desk.until(desk.window.paused.isVisible)


def test_p_pauses_and_resumes(desk: Desk) -> None:
    be_paused(desk)
    assert desk.window.paused.resume_button.hasFocus()

    QTest.keyClick(desk.window.paused.resume_button, Qt.Key.Key_P)
    desk.until(lambda: bool(desk.asked("resume_recording")))
    desk.station.on_event(PartBegan("recording", 1, 30.0, 1))
    desk.until(lambda: not desk.window.paused.isVisible())

    assert len(desk.asked("pause_recording")) == 1
    assert desk.window.pause_button.isEnabled()


def test_the_screen_covers_all_and_keeps_the_keyboard(desk: Desk) -> None:
    be_paused(desk)
    window = desk.window
    for size in ((1280, 800), (1920, 1080), (880, 600)):
        window.resize(*size)
        QApplication.processEvents()
        central = window.centralWidget()
        assert central is not None
        assert window.paused.geometry() == central.rect()
        for button in (window.paused.resume_button, window.paused.stop_button):
            corner = button.mapTo(window, QPoint(0, 0))
            assert window.childAt(corner + QPoint(5, 5)) is button
        assert window.childAt(window.rect().center()) in window.paused.findChildren(QWidget)
    reached = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [window.paused.stop_button, window.paused.resume_button] * 2


def test_a_marker_and_a_stop_while_paused(desk: Desk) -> None:
    be_paused(desk)
    QTest.keyClick(desk.window.paused.resume_button, Qt.Key.Key_M)
    desk.until(lambda: bool(desk.asked("mark")))
    desk.window.paused.stop_button.click()
    desk.until(lambda: bool(desk.asked("stop_recording")))

    assert not desk.window.paused.isVisible()
    assert desk.asked("resume_recording") == []


def test_each_reminder_is_heard_once(desk: Desk, chimes: list[str]) -> None:
    be_paused(desk)
    for elapsed_s, count in ((100, 0), (133, 1), (140, 1), (253, 2)):
        desk.station.on_event(progress(elapsed_s=elapsed_s))
        desk.until(lambda s=elapsed_s: desk.controller.memory.facts.recorder.elapsed_s == s)  # type: ignore[misc]
        desk.controller.show_now()
        assert len(chimes) == count


@pytest.mark.parametrize("tokens_of", [LIGHT, DARK])
def test_it_can_be_read_in_both_schemes(desk: Desk, tokens_of: Tokens) -> None:
    be_paused(desk)
    desk.window.set_tokens(tokens_of)

    assert desk.window.paused.accessibleName().startswith(texts.PAUSED)
    word, cover = desk.window.paused._word, QColor(tokens_of.bg)
    assert contrast(word.styleSheet().removeprefix("color: ").rstrip(";"), cover.name()) >= 4.5
