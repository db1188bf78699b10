"""The first start's pages: what one may do on each, what the lights mean, and that all fits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.recording.devices import Devices
from desktop.ui.recorder_state import Phase, RecorderState
from desktop.ui.theme import Tokens
from desktop.ui.wizard import presenter, texts
from desktop.ui.wizard.presenter import Receiver, Rehearsal
from desktop.ui.wizard.views import Page, Way
from tests.support.gallery import speaking
from tests.ui.gallery.wizard import ALL_ON, BLANK, HERE, SENT, SHOWN, window_showing
from uploader.items import Custody

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QProgressBar)


@pytest.mark.parametrize("size", [(1080, 720), (1280, 800), (1024, 768)])
@pytest.mark.parametrize("name", SHOWN)
def test_nothing_is_cut_and_every_control_has_a_name(
    qtbot: QtBot, tokens: Tokens, name: str, size: tuple[int, int]
) -> None:
    window = window_showing(tokens, SHOWN[name])
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)

    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    nameless = [each for each in shown if isinstance(each, CONTROLS) and not each.accessibleName()]
    cut = [
        each.text()
        for each in shown
        if isinstance(each, QLabel | QPushButton) and each.text()
        if each.sizeHint().width() > each.width() and not _wraps(each)
    ]
    low = [
        each.text()
        for each in shown
        if isinstance(each, QLabel) and each.wordWrap()
        if each.heightForWidth(each.width()) > each.height()
    ]
    assert (nameless, cut, low) == ([], [], [])


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_no_step_is_cut_short(
    qapp: QApplication, qtbot: QtBot, tokens: Tokens, language: str
) -> None:
    with speaking(qapp, language):
        window = window_showing(tokens, SHOWN["wizard-devices"])
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)

        steps = window.steps
        assert steps.sizeHintForColumn(0) <= steps.viewport().width()


def _wraps(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and widget.wordWrap()


def test_a_folder_that_cannot_be_used_keeps_one_here() -> None:
    unfit = replace(BLANK, folder=replace(BLANK.folder, trouble="Read-only file system"))

    assert presenter.frame_view(BLANK).can_go_on
    assert not presenter.frame_view(unfit).can_go_on
    assert "Read-only file system" in presenter.storage_view(unfit).sentence
    assert presenter.storage_view(unfit).tone == "danger"


def test_little_room_is_said_and_holds_nobody_up() -> None:
    tight = replace(BLANK, folder=replace(BLANK.folder, free_bytes=300_000_000))

    assert presenter.storage_view(tight).tone == "warn"
    assert presenter.storage_view(tight).room == "16\N{NO-BREAK SPACE}min"
    assert presenter.frame_view(tight).can_go_on


@pytest.mark.parametrize(
    ("receiver", "may"),
    [
        (Receiver(), False),
        (Receiver("later"), True),
        (Receiver("here"), False),
        (HERE, True),
        (replace(HERE, is_busy=True), False),
    ],
)
def test_one_goes_on_with_a_receiver_or_without_on_purpose(receiver: Receiver, may: bool) -> None:
    known = replace(BLANK, page=Page.RECEIVER, receiver=receiver)

    assert presenter.frame_view(known).can_go_on is may


def test_the_rehearsal_can_be_left_out_and_not_left_behind() -> None:
    ready = replace(BLANK, page=Page.REHEARSAL)
    running = replace(ready, rehearsal=Rehearsal.RUNNING)

    assert (presenter.frame_view(ready).on, presenter.frame_view(ready).can_go_on) == ("skip", True)
    assert not presenter.frame_view(running).can_go_on
    assert not presenter.frame_view(running).can_go_back
    assert presenter.frame_view(replace(ready, rehearsal=Rehearsal.SENDING)).on == "finish"


def states(known: presenter.Known) -> list[str]:
    return [each.state for each in presenter.lights_of(known)]


def test_each_light_comes_on_by_its_own_evidence() -> None:
    sending = replace(BLANK, receiver=HERE, rehearsal=Rehearsal.SENDING)

    assert states(replace(sending, recording=None)) == ["works", "waits", "waits", "waits"]
    partly = replace(SENT, custody=Custody(True, 2, 3_000))
    assert states(replace(sending, recording=partly)) == ["on", "works", "waits", "waits"]
    assert states(replace(sending, recording=SENT)) == ["on", "on", "works", "waits"]
    assert states(replace(sending, recording=ALL_ON)) == ["on"] * 4
    assert presenter.rehearsal_view(replace(sending, recording=ALL_ON)).sentence == (
        texts.REHEARSAL_ALL
    )


def test_without_a_receiver_one_light_is_all_there_is() -> None:
    alone = replace(SENT, custody=Custody(saved=True))
    known = replace(BLANK, rehearsal=Rehearsal.SENDING, recording=alone)

    assert states(known) == ["on", "later", "later", "later"]
    assert presenter.rehearsal_view(known).sentence == texts.REHEARSAL_SAVED_ONLY


def test_the_built_in_scene_is_offered_where_there_is_no_camera() -> None:
    known = replace(BLANK, devices=Devices((), ()), recorder=RecorderState(Phase.UNAVAILABLE))
    view = presenter.devices_view(known)

    assert view.note == texts.NO_CAMERA_NEXT
    assert "test:live" in [each.wish for each in view.cameras if each.is_offered]


def test_picking_a_device_and_pressing_enter_are_wishes(qtbot: QtBot, tokens: Tokens) -> None:
    window = window_showing(tokens, SHOWN["wizard-devices"])
    qtbot.addWidget(window)
    window.show()
    row = window.devices.microphone.findText(texts_of_no_sound(window.devices.microphone))

    with qtbot.waitSignal(window.devices.microphone_chosen) as chosen:
        window.devices.microphone.activated.emit(row)
    assert chosen.args == ["none"]

    window.show_frame(presenter.frame_view(SHOWN["wizard-receiver"]))
    window.receiver.address.setText("lab.example.org")
    window.receiver.code.setText("KX7P-22QM")
    with qtbot.waitSignal(window.receiver.connect_pressed) as typed:
        QTest.keyClick(window.receiver.code, Qt.Key.Key_Return)
    assert typed.args == ["lab.example.org", "KX7P-22QM", "Lab kiosk 2"]


def texts_of_no_sound(box: QComboBox) -> str:
    return next(box.itemText(row) for row in range(box.count()) if box.itemData(row).wish == "none")


@pytest.mark.parametrize("way", ["elsewhere", "here", "later"])
def test_each_way_shows_what_it_needs(qtbot: QtBot, tokens: Tokens, way: Way) -> None:
    known = replace(BLANK, page=Page.RECEIVER, receiver=Receiver(way))
    window = window_showing(tokens, known)
    qtbot.addWidget(window)
    window.show()
    page = window.receiver

    assert (page.address.isVisible(), page.start_button.isVisible()) == (
        way == "elsewhere",
        way == "here",
    )
