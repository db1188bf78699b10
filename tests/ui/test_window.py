"""The window by keyboard, by screen reader and in every size that it promises."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import reduce

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.recording.disk import Space
from desktop.recording.model import Failed, PartBegan, PartLost, Paused
from desktop.ui.asked import RecordAsked
from desktop.ui.facts import Facts
from desktop.ui.kiosk.screen import LEAST
from desktop.ui.main_window import FIRST_SIZE, LEAST_SIZE, MainWindow
from desktop.ui.presenter import present
from desktop.ui.questions import may_stop_and_quit
from desktop.ui.recorder_state import RecorderState, after
from desktop.ui.recordings_model import Column
from desktop.ui.scrolled import SMALLEST_SIZE
from desktop.ui.theme import DARK, Tokens
from desktop.ui.views import WindowView
from desktop.ui.window_keys import LetThrough
from tests.support.gallery import pages_of, speaking
from tests.support.words_seen import asked_in_vain, cut, overlapping
from tests.ui.station_script import READY, progress, queue_of, recording
from uploader.items import Network, Step
from uploader.why import TO_ACCEPT

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
BEGAN = PartBegan("recording", 0, 0.0, 1)
RECORDING = (READY, RecordAsked(), BEGAN, progress(elapsed_s=462, size_bytes=554_400_000))
NO_CAMERA = Failed("device_absent", "The camera is not there", "There is no camera 0.")
LONG_WHY = (
    "Offline since 14:02. Recordings are safe on this computer and will be sent when the network "
    "is back, which may take a while."
)
QUEUE = queue_of(
    *(recording(number) for number in range(4, 9)),
    recording(3, step=Step.FAILED, why="The receiver refused this recording, and said why."),
    recording(1, step=Step.PLAYABLE),
    network=Network.OFFLINE,
    why=LONG_WHY,
)


UNDECIDED = queue_of(
    replace(recording(3), decision="pending", why=TO_ACCEPT),
    replace(recording(2), decision="pending", why=TO_ACCEPT),
    recording(1, step=Step.PLAYABLE),
)


def view(*events: object) -> WindowView:
    recorder = reduce(after, events, RecorderState())
    space = Space(62_400_000_000, 250_000_000_000)
    return present(Facts("0", NOW, recorder=recorder, queue=QUEUE, space=space, zone=UTC))


SIZES = [FIRST_SIZE, (1024, 640), (1024, 768), LEAST_SIZE, (1920, 1080), (3840, 2160)]
STATES = {
    "ready": view(READY),
    "recording": view(*RECORDING),
    "waiting": view(*RECORDING, PartLost("recording", "device_lost", "It was unplugged.")),
    "no camera": view(NO_CAMERA),
    "starting": present(Facts("0", NOW)),
    "to decide": present(Facts("0", NOW, queue=UNDECIDED, zone=UTC)),
}


@pytest.fixture
def window(qtbot: QtBot, tokens: Tokens) -> MainWindow:
    made = MainWindow(tokens, lambda _camera: None, mirrored=[True])
    qtbot.addWidget(made)
    made.show_view(view(READY))
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.let_close()
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def controls(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QProgressBar)
    found: list[QWidget] = []
    for kind in kinds:
        found += window.findChildren(kind)
    # Qt's own: the corner of the table, hidden with the row headings.
    return [each for each in found if each.metaObject().className() != "QTableCornerButton"]


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    window.show_view(STATES["waiting"])
    unnamed = [
        each.metaObject().className()
        for each in controls(window)
        if not each.accessibleName() and each.isVisible()
    ]

    assert unnamed == []
    for part in (window.preview, window.meter, window.header.pill, window.banner):
        assert part.accessibleName()
        assert part.accessibleDescription()


@pytest.mark.parametrize("state", ["waiting", "to decide"])
def test_every_button_with_words_has_a_mnemonic_and_no_two_the_same(
    window: MainWindow, state: str
) -> None:
    window.show_view(STATES[state])
    texts = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    keys = [QKeySequence.mnemonic(text).toString() for text in texts]

    assert all(keys), texts
    assert len(set(keys)) == len(keys)


def test_tab_goes_through_the_controls_in_reading_order(qtbot: QtBot, window: MainWindow) -> None:
    window.record_button.setFocus()
    passed = []
    for _ in range(14):
        press(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())

    # Mark is closed before a recording, Try again while there is a picture, the study until it
    # was read.
    assert passed == [
        window.capture.participant,
        window.capture.random_button,
        window.capture.prompt,
        window.capture.note,
        window.capture.change_button,
        window.to_send.button,
        window.to_send.pause_button,
        window.table,
        window.header.queue_button,
        window.header.folder_button,
        window.header.menu_button,
        window.banner.button,
        window.record_button,
        window.capture.participant,
    ]


def test_f9_records_even_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    window.capture.participant.setFocus()

    with qtbot.waitSignal(window.record_toggled):
        press(Qt.Key.Key_F9)


@pytest.mark.parametrize(("key", "kept"), [(Qt.Key.Key_U, False), (Qt.Key.Key_V, True)])
def test_a_field_does_not_keep_the_key_of_the_queue_for_itself(
    qtbot: QtBot, key: Qt.Key, kept: bool
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    LetThrough([field], field)
    claim = with_ctrl(key)
    claim.accept()

    QApplication.sendEvent(field, claim)

    assert claim.isAccepted() == kept


class Witness(QObject):
    """Sees what the fields are asked that `LetThrough` did not answer for them."""

    def __init__(self, fields: list[QLineEdit]) -> None:
        super().__init__()
        self.seen: list[int] = []
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            self.seen.append(event.key())
        return False


def with_ctrl(key: Qt.Key) -> QKeyEvent:
    """The question whether somebody has a use of their own for a key."""
    return QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)


def test_no_field_of_the_window_is_asked_for_the_key_of_the_queue_once_that_was_painted(
    qtbot: QtBot, tokens: Tokens
) -> None:
    window = MainWindow(tokens, lambda _camera: None, mirrored=[True])
    qtbot.addWidget(window)
    window.let_close()
    window.show_view(view(READY))
    fields = window.findChildren(QLineEdit)
    witness = Witness(fields)
    with qtbot.waitSignal(window.painted):
        window.show()

    for key in (Qt.Key.Key_U, Qt.Key.Key_V):
        for field in fields:
            QApplication.sendEvent(field, with_ctrl(key))

    assert len(fields) >= 3
    assert witness.seen == [Qt.Key.Key_V] * len(fields)


def test_the_window_says_once_when_it_was_first_painted(qtbot: QtBot, tokens: Tokens) -> None:
    window = MainWindow(tokens, lambda _camera: None, mirrored=[True])
    qtbot.addWidget(window)
    window.let_close()
    window.show_view(view(READY))
    told: list[bool] = []
    window.painted.connect(lambda: told.append(window.isVisible()))

    window.show()
    qtbot.waitUntil(lambda: told == [True])
    window.repaint()
    QApplication.processEvents()

    assert told == [True]


def test_space_records_where_nothing_else_wants_it(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.record_toggled):
        QTest.keyClick(window, Qt.Key.Key_Space)
    window.record_button.setFocus()
    with qtbot.waitSignal(window.record_toggled):
        press(Qt.Key.Key_Space)


def test_m_marks_while_recording_and_is_a_letter_while_typing(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.capture.participant.setFocus()
    with qtbot.assertNotEmitted(window.mark_pressed):
        press(Qt.Key.Key_M)
    assert window.participant.lower() == "m"

    window.show_view(view(*RECORDING))
    with qtbot.waitSignal(window.mark_pressed):
        press(Qt.Key.Key_M)


def test_m_does_nothing_without_a_recording(qtbot: QtBot, window: MainWindow) -> None:
    window.record_button.setFocus()
    with qtbot.assertNotEmitted(window.mark_pressed):
        press(Qt.Key.Key_M)


def test_mnemonics_press_their_buttons(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.try_now_pressed):
        press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(window.retry_pressed):
        press(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)


def test_ctrl_q_quits(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.quit_pressed):
        press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("key", "may"), [(Qt.Key.Key_Return, False), (Qt.Key.Key_Escape, False), (Qt.Key.Key_S, True)]
)
def test_the_question_keeps_the_recording_unless_told_otherwise(
    window: MainWindow, key: Qt.Key, may: bool
) -> None:
    def answer() -> None:
        modifier = Qt.KeyboardModifier.AltModifier if may else Qt.KeyboardModifier.NoModifier
        question = QApplication.activeModalWidget()
        assert question is not None
        QTest.keyClick(question, key, modifier)

    QTimer.singleShot(100, window, answer)

    assert may_stop_and_quit(window) is may


def test_the_focus_stays_at_the_big_button_when_a_recording_begins_and_ends(
    window: MainWindow,
) -> None:
    window.capture.participant.setFocus()
    window.show_view(view(*RECORDING))
    assert window.record_button.hasFocus()

    window.show_view(view(READY))
    assert window.record_button.hasFocus()


def test_without_a_camera_the_window_says_so_and_offers_another_try(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_view(STATES["no camera"])

    assert "There is no camera 0." in window.preview.accessibleDescription()
    assert not window.record_button.isEnabled()
    with qtbot.waitSignal(window.prepare_pressed):
        press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)


def test_the_other_try_is_hidden_where_there_is_a_picture(window: MainWindow) -> None:
    window.show_view(STATES["no camera"])
    window.show_view(STATES["ready"])

    assert [
        each.text() for each in window.preview.findChildren(QPushButton) if each.isVisible()
    ] == []


def test_closing_is_a_wish_until_it_is_granted(qtbot: QtBot, tokens: Tokens) -> None:
    window = MainWindow(tokens, lambda _camera: None, mirrored=[True])
    qtbot.addWidget(window)
    window.show()

    with qtbot.waitSignal(window.close_pressed):
        window.close()
    assert window.isVisible()

    window.let_close()
    window.close()
    assert not window.isVisible()


def settle() -> None:
    """Let layouts that change other layouts come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def place(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_nothing_overlaps_and_nothing_is_cut(
    window: MainWindow, size: tuple[int, int], state: str
) -> None:
    window.resize(*size)
    window.show_view(STATES[state])
    settle()
    parts = [
        window.header.pill,
        window.header.folder_button,
        window.header.menu_button,
        window.banner,
        window.preview,
        window.record_button,
        window.mark_button,
        window.meter,
        window.table,
        window.decision,
    ]
    places = {part: place(window, part) for part in parts if part.isVisible()}

    assert (window.width(), window.height()) == size
    for part, area in places.items():
        assert window.rect().contains(area), part
        assert not any(
            area.intersects(other) for another, other in places.items() if another is not part
        ), part
    for part in (window.header.pill, window.record_button, window.mark_button, window.meter):
        assert part.width() >= part.minimumSizeHint().width()


@pytest.mark.parametrize("language", ["de", "es"])
@pytest.mark.parametrize(
    ("area", "size"),
    [
        ("kiosk", LEAST),
        ("queue", (1024, 768)),
        ("staff", (1024, 768)),
        ("window", (1024, 768)),
        ("window", SMALLEST_SIZE),
        ("wizard", (1024, 768)),
    ],
)
def test_what_is_asked_for_and_what_can_be_pressed_is_read_whole_in_every_language(
    qapp: QApplication, tokens: Tokens, area: str, size: tuple[int, int], language: str
) -> None:
    found = []
    with speaking(qapp, language):
        for name, page in pages_of(area, tokens):
            page.resize(*size)
            page.show()
            settle()
            found += [
                f"{name}: {each}" for each in (*cut(page), *asked_in_vain(page), *overlapping(page))
            ]

    assert found == []


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_what_is_going_on_has_room_beside_the_lights(
    qapp: QApplication, tokens: Tokens, language: str
) -> None:
    with speaking(qapp, language):
        for _name, page in pages_of("window", tokens):
            if not isinstance(page, MainWindow):
                continue
            page.resize(1024, 768)
            page.show()
            settle()
            table = page.table
            if table.recordings.rowCount():
                assert table.columnWidth(Column.WHY) >= 150


def test_on_a_screen_at_200_percent_everything_can_be_scrolled_to(window: MainWindow) -> None:
    window.resize(*SMALLEST_SIZE)
    settle()
    around = window.centralWidget()
    assert isinstance(around, QScrollArea)

    assert (window.width(), window.height()) == SMALLEST_SIZE
    for part in (window.record_button, window.table, window.header.menu_button, window.to_send):
        around.ensureWidgetVisible(part, 0, 0)
        settle()
        shown = place(window, part).intersected(place(window, around.viewport()))
        assert shown.width() * shown.height() > 0, part


def test_what_must_not_be_overlooked_covers_what_can_be_seen(window: MainWindow) -> None:
    window.resize(*SMALLEST_SIZE)
    paused = Paused("recording", 462.0)
    window.show_view(view(*RECORDING, paused))
    settle()

    assert window.paused.isVisible()
    for button in (window.paused.resume_button, window.paused.stop_button):
        assert window.rect().contains(place(window, button))


@pytest.mark.parametrize("size", [FIRST_SIZE, (1024, 640)])
def test_the_cards_are_whole(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    settle()

    for card in (window.capture, window.space, window.to_send):
        assert card.height() >= card.minimumSizeHint().height()


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_painted_in_both_schemes(
    window: MainWindow, state: str, tokens: Tokens
) -> None:
    window.show_view(STATES[state])
    light = window.grab().toImage()
    window.set_tokens(DARK)
    dark = window.preview.grab().toImage()

    assert not light.isNull()
    assert not dark.isNull()
    window.set_tokens(tokens)
