"""The preview shows the newest picture, mirrored where it is a camera's, and never a stale one."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui import preview as preview_module
from desktop.ui.preview import Preview
from desktop.ui.theme import Tokens
from desktop.ui.views import PreviewView
from tests.support.gallery import speaking
from tests.ui.station_script import ScriptedPicture, ScriptedPreview

SHOWN = PreviewView(
    recording=False,
    badge="",
    badge_waiting=False,
    footer="",
    icon="camera",
    title="Opening the camera",
    sentence="Soon.",
    can_retry=False,
    wants_picture=True,
)
BLUE, RED = b"\xff\x00\x00\x00", b"\x00\x00\xff\x00"  # BGRA


def half_and_half(width: int = 64, height: int = 36, padding: int = 0) -> ScriptedPicture:
    """Left half blue, right half red."""
    row = BLUE * (width // 2) + RED * (width // 2) + b"\x00" * padding
    return ScriptedPicture(width, height, len(row), row * height)


def shown(
    qtbot: QtBot, tokens: Tokens, reader: ScriptedPreview | None, mirrored: bool = False
) -> Preview:
    made = Preview(tokens, lambda: reader, mirrored)
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show_view(SHOWN)
    made.show()
    return made


def colour_at(preview: Preview, x: int, y: int) -> str:
    return preview.grab().toImage().pixelColor(QPoint(x, y)).name()


@pytest.mark.parametrize(
    ("mirrored", "left", "right"),
    [(False, "#0000ff", "#ff0000"), (True, "#ff0000", "#0000ff")],
)
@pytest.mark.parametrize("padding", [0, 16])
def test_colours_and_sides(
    qtbot: QtBot, tokens: Tokens, mirrored: bool, left: str, right: str, padding: int
) -> None:
    preview = shown(qtbot, tokens, ScriptedPreview(half_and_half(padding=padding)), mirrored)
    preview.refresh()

    picture = preview.grab().toImage()
    for y in (30, 100, 180, 260, 330):
        assert picture.pixelColor(QPoint(60, y)).name() == left
        assert picture.pixelColor(QPoint(580, y)).name() == right


def test_a_picture_of_other_proportions_is_not_stretched(qtbot: QtBot, tokens: Tokens) -> None:
    preview = shown(qtbot, tokens, ScriptedPreview(half_and_half(64, 64)))
    preview.refresh()

    area = preview.picture_area()

    assert area.width() == area.height() == 360
    assert colour_at(preview, 60, 180) == QColor(tokens.preview).name()


def test_without_a_reader_the_message_is_shown(qtbot: QtBot, tokens: Tokens) -> None:
    preview = shown(qtbot, tokens, None)
    preview.refresh()

    assert not preview.has_picture
    assert "Opening the camera" in preview.accessibleDescription()


def test_a_picture_that_stands_still_is_taken_away(qtbot: QtBot, tokens: Tokens) -> None:
    reader = ScriptedPreview(half_and_half())
    preview = shown(qtbot, tokens, reader)
    preview.refresh()
    assert preview.has_picture

    reader.picture = None
    for _ in range(preview_module.STALE_AFTER_TICKS - 1):
        preview.refresh()
    assert preview.has_picture

    preview.refresh()
    assert not preview.has_picture


def test_a_camera_that_failed_leaves_no_picture(qtbot: QtBot, tokens: Tokens) -> None:
    preview = shown(qtbot, tokens, ScriptedPreview(half_and_half()))
    preview.refresh()

    preview.show_view(
        PreviewView(
            recording=False,
            badge="",
            badge_waiting=False,
            footer="",
            icon="camera-off",
            title="Gone",
            sentence="It is gone.",
            can_retry=True,
            wants_picture=False,
        )
    )
    preview.refresh()

    assert not preview.has_picture


def test_the_badge_is_the_same_from_right_to_left(
    qapp: QApplication, qtbot: QtBot, tokens: Tokens
) -> None:
    preview = shown(qtbot, tokens, None)
    # Words alone: "29.97 fps" begins with a number, which stands right of its unit there.
    preview.show_view(SHOWN._replace(badge="REC 00:07:42", footer="two frames lost"))
    corner = QRect(240, 0, 400, 60)
    there = preview.grab(corner).toImage()
    preview.show_view(SHOWN._replace(badge=""))
    assert preview.grab(corner).toImage() != there, "the badge is in that corner"
    preview.show_view(SHOWN._replace(badge="REC 00:07:42", footer="two frames lost"))

    with speaking(qapp, "pseudo"):
        assert preview.grab(corner).toImage() == there
