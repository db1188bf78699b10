"""What paints itself is a picture for a screen reader, not a box without anything in it."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kiosk.painted import LevelBar
from desktop.ui.meter import LevelMeter
from desktop.ui.preview import Preview
from desktop.ui.space_card import SpaceBar
from desktop.ui.theme import LIGHT


@pytest.mark.parametrize(
    "made",
    [
        lambda: Preview(LIGHT, lambda: None, mirrored=True),
        lambda: LevelMeter(LIGHT),
        lambda: LevelBar(LIGHT),
        lambda: SpaceBar(LIGHT),
    ],
    ids=["preview", "meter", "kiosk level", "space"],
)
def test_its_role_is_that_of_a_picture(qtbot: QtBot, made: object) -> None:
    widget = made()  # type: ignore[operator]  # a class of ours, called
    assert isinstance(widget, QWidget)
    qtbot.addWidget(widget)

    assert QAccessible.queryAccessibleInterface(widget).role() is QAccessible.Role.Graphic
