"""Changing a recording's note after it has ended."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.notes import LETTERS_MOST, read_note, write_note
from desktop.ui import note_texts as texts
from desktop.ui.note_desk import NOTE, NoteDesk
from desktop.ui.note_dialog import NoteDialog
from desktop.ui.ports import StationPort
from holdfast.clock import SystemClock
from holdfast.layout import RecordingFolder
from tests.ui.station_script import ScriptedStation, recording


@pytest.fixture
def dialog(qtbot: QtBot) -> NoteDialog:
    made = NoteDialog(None, LETTERS_MOST)
    qtbot.addWidget(made)
    made.ask("r1", "P-001 · smile", "She laughed.")
    return made


def test_only_what_changed_and_is_not_too_long_can_be_saved(
    qtbot: QtBot, dialog: NoteDialog
) -> None:
    assert dialog.heading.text() == texts.HEADING.format(title="P-001 · smile")
    assert not dialog.save_button.isEnabled()
    dialog.text.setPlainText("x" * (LETTERS_MOST + 1))
    assert not dialog.save_button.isEnabled()

    dialog.text.setPlainText("She laughed twice.")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_button.click()
    assert saved.args == ["r1", "She laughed twice."]
    assert dialog.isHidden()


def test_the_next_recordings_note_takes_the_place_of_the_last(dialog: NoteDialog) -> None:
    dialog.text.setPlainText("not saved")
    dialog.ask("r2", "P-002", "")

    assert dialog.text.toPlainText() == ""
    assert not dialog.save_button.isEnabled()


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_station_is_asked_for_the_note_and_keeps_the_new_one(parent: QWidget) -> None:
    station, names = ScriptedStation(), list[str]()

    def run(name: str, call: Callable[[StationPort], object]) -> None:
        names.append(name)
        call(station)

    desk = NoteDesk(run)
    desk.ask(parent, recording(3))
    assert desk.dialog is not None
    assert desk.dialog.text.toPlainText() == "She laughed."
    desk.dialog.text.setPlainText("She cried.")
    desk.dialog.save_button.click()

    assert names[-1] == NOTE
    assert station.calls[-1] == ("note", recording(3).id, "She cried.", "window")
    desk.close()


def test_a_note_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = RecordingFolder(tmp_path)
    assert read_note(folder) == ""
    write_note(folder, " Two\nlines. ", "window", SystemClock())

    assert read_note(folder) == "Two\nlines."
