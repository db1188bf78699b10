"""The language of the app: which one, its plurals, its numbers, and how it is left again."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QRect, Qt, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings import LANGUAGE_WISHES
from desktop.ui import amounts, sentences, texts, words
from desktop.ui.cards import Elided, label
from desktop.ui.kiosk.parts import TickBox
from desktop.ui.pseudo import pseudo
from desktop.ui.queue_rows import Column
from desktop.ui.queue_window import QueueWindow
from desktop.ui.theme import Tokens
from tests.support.gallery import speaking
from tests.ui.station_script import queue_of, recording

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
IN_AUGUST = "2026-08-03T10:05:00.000Z"


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "de"):
        yield


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, "pseudo"):
        yield


@pytest.mark.parametrize(
    ("wish", "system", "spoken"),
    [
        ("de", "es_ES", "de"),
        ("system", "es_MX", "es"),
        ("system", "de_CH", "de"),
        ("system", "fr_FR", "en"),
        ("system", "C", "en"),
        ("pseudo", "de_DE", "pseudo"),
    ],
)
def test_a_wish_goes_before_the_system_and_english_is_the_last_resort(
    wish: str, system: str, spoken: str
) -> None:
    assert words.language_for(wish, QLocale(system)) == spoken


def test_the_setting_takes_what_there_is() -> None:
    assert LANGUAGE_WISHES == words.WISHES


def test_english_has_its_plurals_without_a_catalogue() -> None:
    assert sentences.recordings(1) == "1 recording"
    assert sentences.recordings(0) == "0 recordings"
    assert sentences.recordings(3) == "3 recordings"


@pytest.mark.usefixtures("german")
def test_sentences_and_plurals_are_those_of_the_language() -> None:
    assert words.tr(texts.RECORD) == "Aufnehmen"
    assert sentences.recordings(1) == "1 Aufnahme"
    assert sentences.recordings(3) == "3 Aufnahmen"


@pytest.mark.usefixtures("german")
def test_qt_says_its_own_words_in_the_language_too() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_numbers_months_and_units_are_those_of_the_language() -> None:
    assert amounts.size(1_500_000) == "1,5\N{NO-BREAK SPACE}MB"
    assert amounts.number(100_000) == "100.000"
    assert amounts.shortest(29.97) == "29,97"
    assert amounts.moment(IN_AUGUST, NOW, UTC).startswith("3.\N{NO-BREAK SPACE}Aug")
    assert amounts.span(30).startswith("weniger als")


def test_a_language_that_is_left_leaves_nothing(qapp: QApplication) -> None:
    with speaking(qapp, "de"):
        pass

    assert words.tr(texts.RECORD) == "Record"
    assert not words.is_translated()
    assert amounts.size(1_500_000) == "1.5\N{NO-BREAK SPACE}MB"


def test_changing_the_language_takes_the_former_one_away(qapp: QApplication) -> None:
    with speaking(qapp, "de"):
        words.install(qapp, "es")

        assert words.tr(texts.RECORD) == "Grabar"
        assert len(qapp.findChildren(QTranslator, "language")) == 2


@pytest.mark.usefixtures("mirrored")
def test_from_right_to_left_a_number_keeps_its_unit() -> None:
    assert QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert amounts.size(148_000_000) == (
        "\N{LEFT-TO-RIGHT ISOLATE}148\N{NO-BREAK SPACE}MB\N{POP DIRECTIONAL ISOLATE}"
    )
    assert amounts.decibels(-18).startswith("\N{LEFT-TO-RIGHT ISOLATE}")


def inked(picture: QImage, area: QRect) -> tuple[int, int]:
    """From where to where something is painted in an area, in pixels from its left."""
    ground = picture.pixel(area.left(), area.top() + 1)
    columns = [
        x - area.left()
        for x in range(area.left(), area.right())
        if any(picture.pixel(x, y) != ground for y in range(area.top() + 1, area.bottom() - 1))
    ]
    return columns[0], columns[-1]


@pytest.mark.usefixtures("mirrored")
@pytest.mark.parametrize("words", ["P-007 · smile", "\N{HEBREW LETTER ALEF}"])
def test_from_right_to_left_a_label_begins_at_the_right(qtbot: QtBot, words: str) -> None:
    elided = Elided("title")
    for made in (label(words), elided):
        qtbot.addWidget(made)
        made.resize(400, 30)
        # Only once it has its width: it would be shortened to nothing.
        elided.show_text(words)

        first, last = inked(made.grab().toImage(), made.rect())

        assert first > 200
        assert last > 380


@pytest.mark.usefixtures("mirrored")
def test_from_right_to_left_what_is_ticked_stands_beside_its_box(
    qtbot: QtBot, tokens: Tokens
) -> None:
    box = TickBox(tokens)
    qtbot.addWidget(box)
    box.resize(600, 60)
    box.say("I agree.")

    # Without the box itself.
    first, last = inked(box.grab().toImage(), QRect(0, 0, 540, 60))

    assert first > 300
    assert last > 500


@pytest.mark.usefixtures("mirrored")
def test_from_right_to_left_a_row_of_the_queue_begins_at_the_right(
    qtbot: QtBot, tokens: Tokens
) -> None:
    window = QueueWindow(tokens, lambda: NOW)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_queue(queue_of(recording(1)), 0.0)
    window.show()
    table = window.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    for column in (Column.RECORDING, Column.STATE):
        area = table.visualRect(table.model().index(0, column))

        first, last = inked(table.viewport().grab().toImage(), area.adjusted(4, 0, -4, 0))

        assert area.width() - last < 24
        assert first > area.width() // 4


@pytest.mark.usefixtures("mirrored")
def test_the_pseudo_language_keeps_what_is_filled_in_and_the_mnemonic() -> None:
    said = words.tr("&Record {name} %n time|&Record {name} %n times", 2)

    assert "&R" in said
    assert "{name}" in said
    assert " 2 tîmés" in said


def test_the_pseudo_language_is_as_long_as_the_longest() -> None:
    assert len(pseudo(texts.SAFE)) >= 1.4 * len(texts.SAFE)
