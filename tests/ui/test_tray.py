"""The tray shows the worst state, appears when a panel does, and its menu has no dead entries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop.ui import icons
from desktop.ui.tray import Tray
from desktop.ui.tray_news import News
from desktop.ui.views import TrayView
from tests.support.manual_clock import ManualClock
from tests.ui.conftest import needs

ROOT = Path(__file__).parents[2]
CALM = TrayView("verified", "All recordings are verified.", None, "Quit")
SENDING = TrayView("sending", "Sending 1 recording.", None, "Quit")
OFFERED = TrayView("paused", "Sending is paused.", None, "Quit")
CLOCK = ManualClock()
RECORDING = TrayView("recording", "Recording, 00:07:42.", None, "Quit")
FAILED = TrayView("attention", "1 recording needs you.", "Retry failed (1)", "Quit")


def entries(tray: Tray) -> list[str]:
    menu = tray.menu
    return [action.text() for action in menu.actions() if action.isVisible() and action.text()]


@pytest.fixture
def tray(qapp: QApplication) -> Tray:
    return Tray(clock=CLOCK)


def test_the_menu_says_the_state_and_has_no_icons(tray: Tray) -> None:
    tray.show_view(CALM)

    assert entries(tray) == [
        "All recordings are verified.",
        "Open Holdfast",
        "Show queue…",
        "Open recordings folder",
        "Pause sending",
        "Speed while recording",
        "State card…",
        "Settings…",
        "Diagnostics bundle…",
        "Quit",
    ]
    assert all(action.icon().isNull() for action in tray.menu.actions())
    assert not tray.menu.actions()[0].isEnabled()


def test_retry_is_there_only_where_something_failed(qtbot: QtBot, tray: Tray) -> None:
    tray.show_view(FAILED)
    assert "Retry failed (1)" in entries(tray)
    retry = next(each for each in tray.menu.actions() if each.text() == "Retry failed (1)")
    with qtbot.waitSignal(tray.retry_pressed):
        retry.trigger()

    tray.show_view(CALM)
    assert "Retry failed (1)" not in entries(tray)


def test_the_tray_appears_late(tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    is_there = False
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: is_there)
    tray.show_view(CALM)
    shown = []
    for is_there in (False, True, True, False):  # noqa: B007  # the panel that is asked for
        tray.look()
        shown.append(tray.is_shown)

    assert shown == [False, True, True, False]


def test_the_icon_does_not_flicker_but_a_recording_shows_at_once(qtbot: QtBot, tray: Tray) -> None:
    icons_shown = []
    for view in (OFFERED, CALM, RECORDING, CALM):
        tray.show_view(view)
        icons_shown.append(tray.state)
        assert entries(tray)[0] == view.sentence

    assert icons_shown == ["paused", "paused", "recording", "recording"]
    qtbot.waitUntil(lambda: tray.state == "verified", timeout=10_000)


def test_sending_shows_once_it_has_lasted(qtbot: QtBot, tray: Tray) -> None:
    tray.show_view(CALM)
    qtbot.waitUntil(lambda: not tray._hold.isActive(), timeout=10_000)
    tray.show_view(SENDING)
    # Green is over at once; what comes is not known yet.
    at_once = tray.state

    CLOCK.advance(4)
    tray._hold.stop()
    tray.show_view(SENDING)

    assert [at_once, tray.state] == ["waiting", "sending"]


def test_the_queue_is_opened_from_the_menu_with_its_counts(qtbot: QtBot, tray: Tray) -> None:
    tray.show_view(FAILED._replace(queue_label="Show queue (3 waiting, 1 needs you)…"))
    entry = next(each for each in tray.menu.actions() if each.text().startswith("Show queue"))
    assert entry.text() == "Show queue (3 waiting, 1 needs you)…"

    with qtbot.waitSignal(tray.queue_pressed):
        entry.trigger()


def test_a_notification_is_shown_from_the_icon_alone_and_a_click_says_what_it_was(
    qtbot: QtBot, tray: Tray, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(tray._icon, "showMessage", lambda title, *_more: shown.append(title))
    tray.tell(News("1 recording needs you", "No study.", "needs"))
    assert shown == []

    monkeypatch.setattr(tray._icon, "isVisible", lambda: True)
    tray.tell(News("1 recording needs you", "No study.", "needs"))
    assert shown == ["1 recording needs you"]
    with qtbot.waitSignal(tray.news_clicked) as clicked:
        tray._icon.messageClicked.emit()
    assert clicked.args == ["needs"]


@pytest.mark.parametrize("state", icons.TRAY_COLOURS)
@pytest.mark.parametrize("size", [16, 22, 48])
def test_icons_are_discs_of_their_colour_with_a_white_rim(
    qapp: QApplication, state: str, size: int
) -> None:
    picture = icons.tray_icon(state).pixmap(size, size).toImage()
    rim = picture.pixelColor(size // 2, 0)
    inside = picture.pixelColor(size // 2, max(2, size // 8))

    assert picture.pixelColor(0, 0).alpha() == 0
    assert rim.lightness() > 150
    assert inside.name() == QColor(icons.TRAY_COLOURS[state]).name()


IN_A_REAL_TRAY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.ui.tray import Tray
from desktop.ui.views import TrayView

app = QApplication([])
tray = Tray()
tray.show_view(TrayView("recording", "Recording.", None, "Quit"))
tray.start()
tray.open_pressed.connect(lambda: (print("opened", flush=True), app.quit()))

def look():
    geometry = tray.geometry()
    if tray.is_shown and geometry.width() > 0 and geometry.y() >= 0:
        print(geometry.x(), geometry.y(), geometry.width(), geometry.height(), flush=True)
        timer.stop()

timer = QTimer()
timer.timeout.connect(look)
timer.start(200)
QTimer.singleShot(45000, lambda: app.exit(5))
sys.exit(app.exec())
"""


@pytest.mark.screen
def test_a_panel_that_starts_late_shows_it_and_a_click_opens_the_window(
    screen: dict[str, str],
) -> None:
    needs("trayer", "xdotool")
    app = subprocess.Popen(
        [sys.executable, "-c", IN_A_REAL_TRAY],
        cwd=ROOT,
        env=screen,
        stdout=subprocess.PIPE,
        text=True,
    )
    panel = subprocess.Popen(["trayer", "--edge", "bottom", "--align", "left"], env=screen)
    try:
        assert app.stdout is not None
        left, top, width, height = map(int, app.stdout.readline().split())
        middle = [str(left + width // 2), str(top + height // 2)]
        subprocess.run(["xdotool", "mousemove", *middle, "click", "1"], env=screen, check=True)
        assert app.stdout.readline().strip() == "opened"
        assert app.wait(timeout=20) == 0
    finally:
        for process in (app, panel):
            process.terminate()
            process.wait(timeout=10)
        if app.stdout is not None:
            app.stdout.close()


def in_a_real_panel(order: str, screen: dict[str, str]) -> dict[str, object]:
    """What a child with a session bus of its own found; its chatter is the bus's."""
    needs("xfce4-panel", "dbus-run-session", "xdotool", "import")
    found = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.support.real_panel", order],
        cwd=ROOT,
        env=screen,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    answer: dict[str, object] = json.loads(found.stdout.splitlines()[-1])
    return answer


@pytest.mark.screen
def test_a_panel_draws_the_menu_without_pictures_and_every_entry_works(
    screen: dict[str, str],
) -> None:
    found = in_a_real_panel("panel-first", screen)

    assert found["menu"] == [
        "1 recording needs you.",
        "Open Holdfast",
        "Show queue (2 waiting, 1 needs you)…",
        "Retry failed (1)",
        "Open recordings folder",
        "Pause sending",
        "Speed while recording",
        "State card…",
        "Settings…",
        "Diagnostics bundle…",
        "Quit",
    ]
    assert found["pictured"] == []
    assert found["said"] == ["queue", "retry", "opened"]
    assert found["tooltip"] == "Holdfast: 1 recording needs you."


@pytest.mark.screen
def test_a_desktop_panel_that_comes_late_shows_the_icon_all_the_same(
    screen: dict[str, str],
) -> None:
    assert in_a_real_panel("panel-late", screen)["said"] == ["opened"]
