"""The state card on the screen: readable by a phone in either scheme, copied, saved, made anew."""

from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.ui.card_desk import CARD, CardDesk
from desktop.ui.card_dialog import CODE_PX, CardDialog
from desktop.ui.scrolled import SMALLEST_SIZE
from tests.support.manual_clock import ManualClock
from tests.support.words_seen import settle
from tests.ui.station_script import ScriptedStation

LINE = "holdfast:statement?eNplkEFz0zAQhf-KRtfGrmTZiW2mh6YJFFLI" + "x7Q" * 150
AT = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


@pytest.fixture
def dialog(qtbot: QtBot) -> CardDialog:
    made = CardDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def read_by_a_phone(image: QImage) -> str:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    picture = np.ascontiguousarray(rows[:, : grey.width()])
    # The other detector of OpenCV does not see every code, whatever is in it.
    return str(cv2.QRCodeDetectorAruco().detectAndDecode(picture)[0])


def test_the_code_on_the_screen_says_the_line(dialog: CardDialog) -> None:
    dialog.show_card(LINE, AT)

    assert read_by_a_phone(dialog.code.grab().toImage()) == LINE
    assert dialog.code.pixmap().width() >= CODE_PX


def test_the_line_is_copied_and_the_picture_saved(dialog: CardDialog, tmp_path: Path) -> None:
    dialog.show_card(LINE, AT)

    dialog.copy_button.click()
    dialog.save_to(tmp_path / "card.png")

    assert QGuiApplication.clipboard().text() == LINE
    assert read_by_a_phone(QImage(str(tmp_path / "card.png"))) == LINE
    assert "card.png" in dialog.note.text()


def test_a_folder_that_is_not_there_is_told(dialog: CardDialog, tmp_path: Path) -> None:
    dialog.show_card(LINE, AT)

    dialog.save_to(tmp_path / "nowhere" / "card.png")

    assert "could not be saved" in dialog.note.text()


def test_without_a_card_there_is_nothing_to_copy(dialog: CardDialog) -> None:
    dialog.show_card(LINE, AT)
    dialog.show_trouble("The device's key cannot be read.")

    assert dialog.line == ""
    assert dialog.code.pixmap().isNull()
    assert not dialog.copy_button.isEnabled()
    assert not dialog.save_button.isEnabled()


def test_every_control_has_a_name_and_the_window_fits(dialog: CardDialog) -> None:
    dialog.show_card(LINE, AT)

    buttons = dialog.findChildren(QAbstractButton)
    assert [each for each in buttons if not each.accessibleName()] == []
    dialog.resize(*SMALLEST_SIZE)
    settle()
    assert (dialog.width(), dialog.height()) == SMALLEST_SIZE
    for each in buttons:
        assert each.visibleRegion().boundingRect() == each.rect()
    # A code that is cut cannot be read: it is scrolled to, and whole.
    assert dialog.code.width() >= dialog.code.pixmap().width()
    assert dialog.code.height() >= dialog.code.pixmap().height()


def test_the_desk_has_the_station_sign_and_shows_what_came(
    qtbot: QtBot, dialog: CardDialog
) -> None:
    station = ScriptedStation()
    asked: list[str] = []

    def run(name: str, call: object) -> None:
        asked.append(name)
        assert callable(call)
        call(station)

    desk = CardDesk(run, ManualClock())
    desk.ask(dialog)

    shown = desk.dialog
    assert shown is not None
    assert asked == [CARD]
    assert shown.line == station.state_card()
    shown.again_button.click()
    assert asked == [CARD, CARD]
    assert desk.hear(CARD, "The disk is gone.")
    assert "The disk is gone." in shown.note.text()
    assert not desk.hear("something else", "why")
    desk.close()
