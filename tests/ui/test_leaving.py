"""Quitting and closing: asked about, in order, and never held up for good."""

import threading

import pytest

from desktop.recording.model import CaptureRequest
from desktop.ui import leaving
from tests.ui.window_script import KEPT, OVER, Desk, _garbage_is_collected_here, desk

__all__ = ["_garbage_is_collected_here", "desk"]


def test_quitting_while_recording_asks_and_keeps_by_default(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.be_recording()
    answers = iter([False, True])
    monkeypatch.setattr(leaving, "may_stop_and_quit", lambda _parent: next(answers))

    desk.window.quit_pressed.emit()
    assert desk.asked("stop_recording") == []

    with desk.qtbot.waitSignal(desk.controller.ended, timeout=10_000):
        desk.window.quit_pressed.emit()
        desk.until(lambda: bool(desk.asked("stop_recording")))
        assert desk.asked("close") == []
        desk.station.on_event(OVER)
        desk.station.on_event(KEPT)
    assert len(desk.asked("close")) == 1


def test_quitting_without_a_recording_does_not_ask(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    monkeypatch.setattr(leaving, "may_stop_and_quit", lambda _parent: pytest.fail("asked"))

    with desk.qtbot.waitSignal(desk.controller.ended, timeout=10_000):
        desk.window.quit_pressed.emit()
    assert not desk.window.isVisible()


def test_closing_the_window_without_a_tray_minimises_it(desk: Desk) -> None:
    desk.open()
    desk.window.close()

    desk.until(desk.window.isMinimized)
    assert desk.asked("close") == []

    desk.bridge.raise_asked.emit()
    desk.until(lambda: not desk.window.isMinimized())


def test_a_station_that_is_still_opening_is_closed_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    prepare = desk.station.prepare

    def slow(capture: CaptureRequest) -> None:
        may_go_on.wait(10)
        prepare(capture)

    monkeypatch.setattr(desk.station, "prepare", slow)
    desk.controller.start()
    with desk.qtbot.waitSignal(desk.controller.ended, timeout=10_000):
        desk.controller.end()
        may_go_on.set()

    assert [call[0] for call in desk.station.calls if call[0] != "start"] == ["prepare", "close"]
