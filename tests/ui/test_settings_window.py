"""The settings window: what is entered is kept at once or refused where it stands."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from desktop import all_settings
from desktop.autostart import autostart
from desktop.operator_pin import fits
from desktop.recording.devices import Camera, Devices
from desktop.settings import load_settings
from desktop.ui.settings import texts
from desktop.ui.settings.desk import SettingsDesk
from desktop.ui.settings.fields import FIELDS, Tab
from desktop.ui.settings.row import SettingRow
from desktop.ui.settings.window import SettingsWindow
from desktop.ui.theme import Tokens
from desktop.ui.wizard.asking import Asking
from desktop.ui.wizard.receiver_desk import ReceiverDesk
from desktop.ui.wizard.scanning import TappedReader
from desktop.window_settings import load_window_settings
from holdfast.clock import SystemClock
from holdfast.layout import Home
from tests.ui.gallery import staff
from uploader.settings import UploadSettings
from uploader.settings import load_settings as load_upload_settings

LONG_MS = 30_000
CEILING = Camera("by-id/ceiling", "Ceiling Cam", "/dev/video2", ())
ENVIRON = {"HOLDFAST_UPLOADER__MAX_PARALLEL": "3"}


class Setup:
    """The desk, its window, and a parent that stands for the main window."""

    def __init__(self, qtbot: QtBot, tokens: Tokens, folder: Path) -> None:
        self.qtbot = qtbot
        self.home = Home(folder / "home")
        self.home.root.mkdir()
        self.autostart = autostart(self.home, {}, folder, "linux")
        receiver = ReceiverDesk(
            lambda: self.home,
            lambda _home: pytest.fail("nobody asked for it"),
            SystemClock(),
            Asking(),
            TappedReader(lambda: None),
        )
        self.desk = SettingsDesk(
            self.home, ENVIRON, self.autostart, receiver, lambda: Devices((CEILING,), ())
        )
        self.parent = QWidget()
        self.desk.attach(self.parent, tokens)
        self.desk.ask(Tab.GENERAL)
        self.until(lambda: self.row("uploader.max_parallel").editor.toolTip() != "")

    @property
    def window(self) -> SettingsWindow:
        assert self.desk.window is not None
        return self.desk.window

    def row(self, name: str) -> SettingRow:
        return self.window.rows[name]

    def until(self, holds: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=LONG_MS)


@pytest.fixture
def setup(qtbot: QtBot, tokens: Tokens, tmp_path: Path) -> Iterator[Setup]:
    made = Setup(qtbot, tokens, tmp_path)
    yield made
    made.desk.close()
    made.parent.deleteLater()


def test_every_setting_has_its_line_but_those_that_have_another_place() -> None:
    elsewhere = {
        "capture.source",
        "capture.audio",
        "capture.more_sources",
        "capture.study",
        "capture.study_language",
        "window.set_up",
        "kiosk.pin",
        "own_receiver.enabled",
        "own_receiver.port",
    }
    known = set(all_settings.read(Path("/nonexistent"), {}).current)

    assert {each.name for each in FIELDS} == known - elsewhere
    assert {each.name for each in FIELDS} == set(texts.LABELS)
    assert set(texts.HINTS) <= set(texts.LABELS)


def test_a_choice_offers_all_that_is_allowed() -> None:
    for each in FIELDS:
        allowed = all_settings.setting(each.name).allowed
        if each.kind == "choice" and each.choices and allowed is not None:
            assert set(each.choices) <= set(allowed), each.name
            assert each.name == "capture.encoder" or set(each.choices) == set(allowed), each.name


def test_what_is_chosen_is_kept_at_once_and_put_back_as_easily(setup: Setup) -> None:
    row = setup.row("uploader.on_metered")
    box = row.editor
    assert isinstance(box, QComboBox)
    with setup.qtbot.waitSignal(setup.desk.sending_changed, timeout=LONG_MS):
        box.setCurrentIndex(box.findData("wait"))
        box.activated.emit(box.currentIndex())
    assert load_upload_settings(setup.home.config, {}).rules.on_metered == "wait"
    setup.window.tabs.setCurrentRow(Tab.SENDING)
    setup.until(row.undo.isVisible)

    row.undo.click()
    setup.until(lambda: not row.undo.isVisible())
    assert load_upload_settings(setup.home.config, {}).rules.on_metered == "send"
    assert "on_metered" not in setup.home.config.read_text()


def test_a_number_and_a_text_are_kept_when_they_are_entered(setup: Setup) -> None:
    setup.window.tabs.setCurrentRow(Tab.SENDING)
    rate, hours = (setup.row(f"uploader.{name}").editor for name in ("limit_rate_kb_s", "wait_on"))
    assert isinstance(rate, QSpinBox)
    assert isinstance(hours, QLineEdit)
    rate.setValue(400)
    rate.editingFinished.emit()
    hours.setText(" Phone ")
    QTest.keyClick(hours, Qt.Key.Key_Return)

    setup.until(lambda: _kept(setup).rules.wait_on == ("Phone",))
    setup.until(lambda: _kept(setup).limit_rate_bytes_s == 400_000)
    assert setup.window.isVisible()


def _kept(setup: Setup) -> UploadSettings:
    return load_upload_settings(setup.home.config, {})


def test_what_is_not_allowed_is_said_where_it_stands_and_changes_nothing(setup: Setup) -> None:
    setup.window.tabs.setCurrentRow(Tab.SENDING)
    row = setup.row("uploader.quiet_hours")
    line = row.editor
    assert isinstance(line, QLineEdit)
    line.setText("noon")
    line.editingFinished.emit()
    setup.until(lambda: "quiet_hours is 'noon'" in row.trouble)
    assert line.text() == "noon"
    assert not setup.home.config.exists()

    setup.desk.keep("disk.red_minutes", 90)
    setup.until(lambda: "at least as large" in setup.row("disk.red_minutes").trouble)
    assert load_settings(setup.home.config, {}).limits.red_s == 15 * 60


def test_what_the_environment_decides_cannot_be_changed(setup: Setup) -> None:
    row = setup.row("uploader.max_parallel")

    assert not row.editor.isEnabled()
    assert "HOLDFAST_UPLOADER__MAX_PARALLEL" in row.editor.toolTip()
    assert setup.row("uploader.wait_on").editor.isEnabled()


def test_another_look_is_told_at_once(setup: Setup) -> None:
    with setup.qtbot.waitSignal(setup.desk.scheme_changed, timeout=LONG_MS) as chosen:
        setup.desk.keep("appearance.scheme", "dark")

    assert chosen.args == ["dark"]


def test_a_pin_is_typed_twice_and_kept_as_a_hash(setup: Setup) -> None:
    page = setup.window.kiosk
    page.pin.setText("4711")
    page.again.setText("4712")
    page.set_button.click()
    assert page.result.text == texts.PIN_DIFFERS

    page.again.setText("4711")
    page.set_button.click()
    setup.until(lambda: page.result.text == texts.PIN_IS_SET)
    kept = load_window_settings(setup.home.config, {}).pin_hash
    assert fits("4711", kept)
    assert "4711" not in setup.home.config.read_text()
    assert (page.pin.text(), page.again.text()) == ("", "")

    page.remove_button.click()
    setup.until(lambda: page.result.text == texts.PIN_IS_NOT_SET)
    assert load_window_settings(setup.home.config, {}).pin_hash == ""


def test_starting_with_the_computer_is_one_file(setup: Setup) -> None:
    box = setup.window.autostart
    assert isinstance(box, QCheckBox)
    box.click()
    setup.until(lambda: setup.autostart.is_on)
    assert b"--tray" in setup.autostart.file.read_bytes()
    box.click()
    setup.until(lambda: not setup.autostart.is_on)


@pytest.mark.parametrize("tab", Tab)
@pytest.mark.parametrize("size", [(940, 680), (1024, 768)])
def test_nothing_sticks_out_of_its_page(
    qtbot: QtBot, tokens: Tokens, tab: Tab, size: tuple[int, int]
) -> None:
    window = staff.settings(tokens, tab)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    area = window.pages.currentWidget()
    assert area is not None

    shown = [each for each in area.findChildren(QWidget) if each.isVisible()]
    beyond = [
        (type(each).__name__, each.accessibleName())
        for each in shown
        if each.mapTo(area, each.rect().topRight()).x() > area.width()
    ]
    assert beyond == []


@pytest.mark.skipif(os.name != "posix", reason="a desktop entry is for free desktops")
def test_the_desktop_entry_survives_awkward_folders(tmp_path: Path) -> None:
    home = Home(tmp_path / 'a "b" 50%')
    entry = autostart(
        home, {"XDG_CONFIG_HOME": str(tmp_path)}, tmp_path, "linux", "/opt/x y/python"
    )
    entry.switch(on=True)

    assert entry.file == tmp_path / "autostart" / "holdfast.desktop"
    (exec_line,) = [
        line for line in entry.file.read_text().splitlines() if line.startswith("Exec=")
    ]
    assert exec_line.startswith('Exec="/opt/x y/python" -m holdfast app --tray --home ')
    assert exec_line.endswith('a \\\\"b\\\\" 50%%"')
    assert autostart(home, {}, tmp_path, "darwin").file.suffix == ".plist"
    assert autostart(home, {"APPDATA": str(tmp_path)}, tmp_path, "win32").file.suffix == ".cmd"


def test_the_kiosks_camera_is_chosen_by_its_name(setup: Setup) -> None:
    row = setup.row("kiosk.camera")
    box = row.editor
    assert isinstance(box, QComboBox)
    assert box.currentText() == texts.KIOSK_DEVICE[""]

    setup.window.tabs.setCurrentRow(Tab.KIOSK)
    setup.until(lambda: box.findText("Ceiling Cam") >= 0)
    box.setCurrentIndex(box.findText("Ceiling Cam"))
    box.activated.emit(box.currentIndex())

    setup.until(lambda: load_window_settings(setup.home.config, {}).kiosk_camera == "by-id/ceiling")
    setup.window.tabs.setCurrentRow(Tab.GENERAL)
    setup.window.tabs.setCurrentRow(Tab.KIOSK)
    setup.until(lambda: box.currentText() == "Ceiling Cam")
