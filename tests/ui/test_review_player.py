"""Playing a recording in the window: the first picture, the end, keys, the bar, and plain words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QSlider
from pytestqt.qtbot import QtBot

from desktop.ui import review_texts as texts
from desktop.ui.review_desk import ReviewDesk
from desktop.ui.review_dialog import ReviewDialog
from desktop.ui.review_player import ReviewPlayer
from desktop.ui.theme import Tokens
from tests.support.watchable import write_segments
from tests.ui.station_script import recording

LIMIT_MS = 30_000


@pytest.fixture
def player(qtbot: QtBot, tokens: Tokens) -> Iterator[ReviewPlayer]:
    made = ReviewPlayer(tokens)
    qtbot.addWidget(made)
    made.resize(640, 360)
    made.show()
    yield made
    made.close_media()


@pytest.fixture
def dialog(qtbot: QtBot, tokens: Tokens) -> Iterator[ReviewDialog]:
    made = ReviewDialog(tokens)
    qtbot.addWidget(made)
    yield made
    made.close()


def test_the_first_picture_shows_without_anybody_pressing_play(
    qtbot: QtBot, player: ReviewPlayer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(player.first_frame, timeout=LIMIT_MS):
        player.open(write_segments(tmp_path, 75, sound=False))

    assert player.shown_at_s == 0.0
    assert not player.is_playing
    assert player.duration_s == pytest.approx(2.5)
    middle = player.grab().toImage().pixelColor(320, 180)
    assert middle.name() != player.grab().toImage().pixelColor(5, 180).name()


def test_it_plays_to_its_end_and_says_so_once(
    qtbot: QtBot, player: ReviewPlayer, tmp_path: Path
) -> None:
    ends: list[float] = []
    player.ended.connect(lambda: ends.append(player.position_s))
    player.open(write_segments(tmp_path, 30, sound=False))

    with qtbot.waitSignal(player.ended, timeout=LIMIT_MS):
        player.play()

    assert ends == [pytest.approx(1.0)]
    assert player.shown_at_s == pytest.approx(29 / 30)
    assert not player.is_playing


def test_a_place_that_is_sought_shows_while_it_stands_still(
    qtbot: QtBot, player: ReviewPlayer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(player.first_frame, timeout=LIMIT_MS):
        player.open(write_segments(tmp_path, 135, sound=False))

    player.seek(3.5)

    qtbot.waitUntil(lambda: player.shown_at_s == pytest.approx(3.5), timeout=LIMIT_MS)
    assert player.position_s == pytest.approx(3.5)


def test_what_cannot_be_played_is_told_to_staff_and_kept_from_the_participant(
    qtbot: QtBot, player: ReviewPlayer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(player.failed, timeout=LIMIT_MS) as told:
        player.open([tmp_path / "000000.mp4"])
        player.play()

    assert told.args is not None
    assert "000000.mp4 is not on this computer any more" in told.args[0]
    assert player.accessibleDescription() == texts.UNPLAYABLE
    assert not player.is_playing


def test_another_recording_takes_the_place_of_one_that_failed(
    qtbot: QtBot, player: ReviewPlayer, tmp_path: Path
) -> None:
    with qtbot.waitSignal(player.failed, timeout=LIMIT_MS):
        player.open([tmp_path / "000000.mp4"])

    with qtbot.waitSignal(player.first_frame, timeout=LIMIT_MS):
        player.open(write_segments(tmp_path, 30, sound=False))

    assert player.accessibleDescription() == ""


def plays(dialog: ReviewDialog) -> bool:
    return dialog.player.is_playing


def test_the_dialog_plays_at_once_and_can_be_used_by_keys_alone(
    qtbot: QtBot, dialog: ReviewDialog, tmp_path: Path
) -> None:
    dialog.review("P-017 · smile", write_segments(tmp_path, 300, sound=False))
    qtbot.waitUntil(lambda: dialog.player.shown_at_s is not None, timeout=LIMIT_MS)
    assert plays(dialog)

    QTest.keyClick(dialog, Qt.Key.Key_Space)
    assert not plays(dialog)
    before_s = dialog.player.position_s
    QTest.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.player.position_s == pytest.approx(before_s + 5.0)
    QTest.keyClick(dialog, Qt.Key.Key_Home)
    assert dialog.player.position_s == 0.0
    QTest.keyClick(dialog, Qt.Key.Key_End)
    assert dialog.player.position_s == pytest.approx(10.0)


def test_the_bar_follows_and_leads(qtbot: QtBot, dialog: ReviewDialog, tmp_path: Path) -> None:
    dialog.review("P-017", write_segments(tmp_path, 150, sound=False))
    qtbot.waitUntil(lambda: dialog.slider.maximum() == 5000, timeout=LIMIT_MS)
    dialog.player.pause()

    dialog.slider.triggerAction(QSlider.SliderAction.SliderPageStepAdd)
    assert dialog.player.position_s == pytest.approx(5.0)
    dialog.player.seek(2.0)

    qtbot.waitUntil(lambda: dialog.slider.value() == 2000, timeout=LIMIT_MS)
    assert dialog.time.text() == "0:02 of 0:05"
    assert dialog.slider.accessibleDescription() == "0:02 of 0:05"


def test_the_dialog_says_why_nothing_plays_and_can_be_closed(
    qtbot: QtBot, dialog: ReviewDialog, tmp_path: Path
) -> None:
    dialog.review("P-017", [tmp_path / "000000.mp4"])

    qtbot.waitUntil(dialog.note.isVisible, timeout=LIMIT_MS)
    assert "play it there" in dialog.note.text()
    assert not dialog.play_button.isEnabled()
    QTest.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_every_control_has_a_name_and_fits(qtbot: QtBot, dialog: ReviewDialog) -> None:
    dialog.show()
    dialog.resize(dialog.minimumSizeHint())

    controls = [*dialog.findChildren(QAbstractButton), dialog.slider, dialog.player]
    assert [each for each in controls if not each.accessibleName()] == []
    for button in (dialog.play_button, dialog.close_button):
        assert button.width() >= button.sizeHint().width()
    assert dialog.minimumSizeHint().width() <= 1024


def test_the_desk_plays_what_is_on_this_computer(
    qtbot: QtBot, tokens: Tokens, tmp_path: Path
) -> None:
    desk = ReviewDesk()
    window = ReviewPlayer(tokens)
    qtbot.addWidget(window)
    write_segments(tmp_path, 30, sound=False)

    desk.ask(window, tokens, replace(recording(1), folder=str(tmp_path)))

    assert desk.dialog is not None
    shown = desk.dialog.player
    qtbot.waitUntil(lambda: shown.duration_s == pytest.approx(1.0), timeout=LIMIT_MS)
    desk.close()
    assert not desk.dialog.isVisible()
