"""Help: faults and crashes are told calmly, the log is followed, the bundle is shown first."""

import json
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.last_run import Crash
from desktop.licences import Part
from desktop.log_reader import LogLine
from desktop.station_events import Recovered
from desktop.ui.help import texts
from desktop.ui.help.about_dialog import AboutDialog
from desktop.ui.help.desk import HelpDesk
from desktop.ui.help.log_window import LogModel
from desktop.ui.theme import Tokens
from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.version import VERSION

LONG_MS = 30_000
TRACE = "Traceback (most recent call last):\n  File x\nValueError: no such level\n"


class Setup:
    """The desk, and a parent that stands for the main window."""

    def __init__(self, qtbot: QtBot, tokens: Tokens, home: Home, file: Path) -> None:
        self.qtbot = qtbot
        self.home = home
        self.asked: list[str] = []
        self.desk = HelpDesk(home, SystemClock(), lambda _parent, name: self._ask(name, file))
        self.parent = QWidget()
        self.desk.attach(self.parent, tokens)

    def _ask(self, name: str, file: Path) -> Path:
        self.asked.append(name)
        return file

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=LONG_MS)

    def log(self, *messages: str, level: str = "info") -> None:
        self.home.logs.mkdir(parents=True, exist_ok=True)
        with (self.home.logs / "app.log").open("a") as file:
            for each in messages:
                file.write(json.dumps({"t": "t", "level": level, "message": each}) + "\n")


@pytest.fixture
def setup(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> Iterator[Setup]:
    made = Setup(qtbot, tokens, Home(tmp_path / "home"), tmp_path / "saved.zip")
    made.home.root.mkdir()
    yield made
    made.desk.close()
    made.parent.deleteLater()


def test_a_fault_says_that_recordings_are_safe_and_offers_three_ways(setup: Setup) -> None:
    setup.desk.tell_fault(TRACE)
    dialog = setup.desk.fault
    assert dialog is not None
    assert dialog.title.text() == "Something went wrong. Your recordings are safe."
    assert "ValueError: no such level" in dialog.details.toPlainText()
    assert not dialog.isModal()

    setup.desk.tell_fault("another one")
    assert "ValueError" in dialog.details.toPlainText(), "one at a time"
    with setup.qtbot.waitSignal(setup.desk.restart_pressed):
        dialog.restart_button.click()
    dialog.report_button.click()
    setup.until(lambda: setup.desk.bundle is not None and setup.desk.bundle.isVisible())
    dialog.continue_button.click()
    assert not dialog.isVisible()


def test_a_crash_is_told_with_what_was_recovered(setup: Setup) -> None:
    setup.desk.tell_crash(Crash(datetime(2026, 11, 20, 14, 6, tzinfo=UTC), "", has_report=False))
    dialog = setup.desk.fault
    assert dialog is not None
    assert "stopped unexpectedly at" in dialog.title.text()
    assert "Your recordings are safe." in dialog.title.text()
    assert not dialog.restart_button.isVisible()

    setup.desk.hear(Recovered("1 recording was recovered (2 min 10 s)", "More."))
    assert "1 recording was recovered (2 min 10 s)." in dialog.sentence.text()


def test_the_log_is_filtered_followed_and_copied(setup: Setup) -> None:
    setup.log("the station is open")
    setup.log("the disk is slow", level="warning")
    setup.desk.show_log()
    window = setup.desk.log
    assert window is not None
    setup.until(lambda: window.model.rowCount() == 2)

    window.level.setCurrentIndex(window.level.findData("warning"))
    assert [each.message for each in window.model.lines] == ["the disk is slow"]
    setup.log("the disk is gone", level="error")
    setup.until(lambda: window.model.rowCount() == 2)
    window.search.setText("GONE")
    assert [each.message for each in window.model.lines] == ["the disk is gone"]

    window.copy_button.click()
    assert QGuiApplication.clipboard().text() == "t ERROR : the disk is gone"
    window.search.clear()
    window.select(0)
    window.copy_button.click()
    assert QGuiApplication.clipboard().text() == "t WARNING : the disk is slow"


def test_the_log_tells_times_by_the_clock_of_this_computer(
    tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        model = LogModel(tokens)
        line = LogLine("2026-11-21T09:02:11.120Z", "info", "desktop", "open")
        model.show_lines([line, replace(line, t="yesterday")])

        shown = [model.index(row, 0).data() for row in range(2)]
    finally:
        monkeypatch.undo()
        time.tzset()

    assert shown == ["2026-11-21 18:02:11", "yesterday"]


def test_a_log_that_is_not_followed_stands_still(setup: Setup) -> None:
    setup.log("one")
    setup.desk.show_log()
    window = setup.desk.log
    assert window is not None
    setup.until(lambda: window.model.rowCount() == 1)
    window.follow.setChecked(False)
    setup.log("two")

    with setup.qtbot.assertNotEmitted(window.wanted):
        window._tick()


def test_the_bundle_is_listed_before_it_is_saved(setup: Setup, tmp_path: Path) -> None:
    setup.log("the station is open")
    setup.desk.show_bundle()
    dialog = setup.desk.bundle
    assert dialog is not None
    assert not dialog.save_button.isEnabled()
    setup.until(dialog.save_button.isEnabled)
    listed = [
        item.text() for row in range(dialog.table.rowCount()) if (item := dialog.table.item(row, 0))
    ]
    assert "logs/app.log" in listed
    assert not (tmp_path / "saved.zip").exists()

    dialog.save_button.click()
    setup.until(lambda: "Nothing was sent anywhere" in dialog.outcome.text)
    assert sorted(zipfile.ZipFile(tmp_path / "saved.zip").namelist()) == sorted(listed)
    assert setup.asked[0].startswith("holdfast-diagnostics-")


def test_a_bundle_that_cannot_be_saved_says_why(setup: Setup, tmp_path: Path) -> None:
    (tmp_path / "saved.zip").mkdir()
    setup.desk.show_bundle()
    dialog = setup.desk.bundle
    assert dialog is not None
    setup.until(dialog.save_button.isEnabled)
    dialog.save_button.click()

    setup.until(lambda: "It was not saved" in dialog.outcome.text)


def test_about_names_the_version_and_every_part(qtbot: QtBot, tokens: Tokens) -> None:
    parts = (Part("av", "18", "BSD", "words of av"), Part("x", "1", "", "", "https://example.org"))
    dialog = AboutDialog(None, parts)
    dialog.show()

    assert VERSION in dialog.name.text()
    assert "GPL-3.0-or-later" in dialog.licence.text()
    assert dialog.text.toPlainText() == "av 18\nBSD\n\nwords of av"
    dialog.list.setCurrentRow(1)
    assert "https://example.org" in dialog.text.toPlainText()
    assert texts.NO_LICENCE in dialog.text.toPlainText()
    dialog.close()
