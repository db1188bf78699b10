"""A table without rows says so in its middle; nothing of it stands there beside rows."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from desktop.ui.queue_window import QueueWindow
from desktop.ui.recordings_table import RecordingsTable
from desktop.ui.theme import Tokens
from tests.ui.station_script import queue_of, recording

NOW = datetime(2026, 9, 25, 14, 0, tzinfo=UTC)
SIZE = (900, 400)
Say = Callable[[str, str], None]


def list_of_the_window(qtbot: QtBot, tokens: Tokens) -> tuple[QTableView, Say]:
    table = RecordingsTable(tokens)
    qtbot.addWidget(table)
    return table, lambda title, sentence: table.show_rows((), title, sentence)


def list_of_the_queue(qtbot: QtBot, tokens: Tokens) -> tuple[QTableView, Say]:
    window = QueueWindow(tokens, lambda: NOW)
    qtbot.addWidget(window)
    return window.table, window.table.say_when_empty


def middle(table: QTableView) -> tuple[QImage, QImage]:
    """Where the title is, and the sentence below it."""
    inside = table.viewport()
    centre = inside.rect().center()
    picture = inside.grab().toImage()
    left, width = centre.x() - 150, 300
    return (
        picture.copy(QRect(left, centre.y() - 24, width, 22)),
        picture.copy(QRect(left, centre.y(), width, 36)),
    )


@pytest.mark.parametrize("made", [list_of_the_window, list_of_the_queue])
def test_without_rows_a_title_and_a_sentence_stand_in_the_middle(
    qtbot: QtBot,
    tokens: Tokens,
    made: Callable[[QtBot, Tokens], tuple[QTableView, Say]],
) -> None:
    table, say = made(qtbot, tokens)
    table.resize(*SIZE)
    say("", "")
    no_title, no_sentence = middle(table)

    say("Nothing here", "")
    title, still_no_sentence = middle(table)
    say("Nothing here", "It comes by itself.")
    same_title, sentence = middle(table)

    assert title != no_title
    assert same_title == title
    assert still_no_sentence == no_sentence
    assert sentence != no_sentence


def test_beside_rows_nothing_of_it_stands_there(qtbot: QtBot, tokens: Tokens) -> None:
    window = QueueWindow(tokens, lambda: NOW)
    qtbot.addWidget(window)
    window.show_queue(queue_of(recording(1)), 0.0)
    qtbot.waitUntil(lambda: window.table.model().rowCount() == 1)
    window.table.resize(*SIZE)
    window.table.say_when_empty("", "")
    before = middle(window.table)

    window.table.say_when_empty("Nothing here", "It comes by itself.")

    assert middle(window.table) == before
