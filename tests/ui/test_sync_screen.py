"""The screen of a sync mark: dark, white three times, gone; also in its own process."""

import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.recording.beeper import Beeper
from desktop.sync_mark import FLASHES, SERIES_S, SyncPlayer
from desktop.ui.sync_screen import Series, SyncScreen
from holdfast.clock import SystemClock
from tests.ui.conftest import needs


class SilentBeeper(Beeper):
    """A loudspeaker that notes what it would play, or that is not there."""

    def __init__(self, *, is_there: bool) -> None:
        super().__init__(SystemClock(), 1000, 0.1)
        self.is_there = is_there
        self.played: list[tuple[int, ...]] = []

    def play(self, starts_ns: object) -> None:
        if not self.is_there:
            raise OSError("there is none")
        assert isinstance(starts_ns, tuple)
        self.played.append(starts_ns)


def shade(screen: SyncScreen) -> QColor:
    return screen.grab().toImage().pixelColor(50, 40)


def test_it_is_dark_and_white_as_it_is_told(qtbot: QtBot) -> None:
    screen = SyncScreen()
    qtbot.addWidget(screen)

    screen.cover(QRect(0, 0, 200, 100))
    assert shade(screen) == QColor("black")
    screen.brighten(is_bright=True)
    assert shade(screen) == QColor("white")
    screen.brighten(is_bright=False)
    assert shade(screen) == QColor("black")


def test_a_series_flashes_when_it_beeps_and_then_goes_away(qtbot: QtBot) -> None:
    screen, beeper, clock = SyncScreen(), SilentBeeper(is_there=True), SystemClock()
    qtbot.addWidget(screen)
    series = Series(screen, beeper, clock)
    said: list[str] = []
    flashed_ns: list[int] = []
    series.said.connect(said.append)
    brighten = screen.brighten

    def note(*, is_bright: bool) -> None:
        brighten(is_bright=is_bright)
        if is_bright:
            flashed_ns.append(clock.monotonic_ns())

    screen.brighten = note  # type: ignore[method-assign]  # to see when it is called

    series.play()
    series.play()
    assert screen.isVisible()
    qtbot.waitUntil(lambda: "over" in said, timeout=30_000)

    assert not screen.isVisible()
    (beeps_ns,) = beeper.played
    assert len(flashed_ns) == len(beeps_ns) == FLASHES
    (mark,) = [line for line in said if line.startswith("mark ")]
    assert flashed_ns[0] <= int(mark.split()[1]) + 50_000_000
    # A machine that is busy may flash late, and never early.
    for flash_ns, beep_ns in zip(flashed_ns, beeps_ns, strict=True):
        assert flash_ns > beep_ns - 2_000_000


def test_without_a_loudspeaker_it_flashes_and_says_so(qtbot: QtBot) -> None:
    screen = SyncScreen()
    qtbot.addWidget(screen)
    series = Series(screen, SilentBeeper(is_there=False), SystemClock())
    said: list[str] = []
    series.said.connect(said.append)

    series.play()
    qtbot.waitUntil(lambda: "over" in said, timeout=30_000)

    assert [line.split(" ")[0] for line in said] == ["trouble", "mark", "over"]
    assert said[0] == "trouble There is no beep: there is none."


def test_the_process_shows_a_series_on_a_real_screen(screen: dict[str, str]) -> None:
    needs("Xvfb", "env")
    marked: list[int] = []
    clock = SystemClock()
    where = [f"{name}={screen[name]}" for name in ("DISPLAY", "QT_QPA_PLATFORM")]
    player = SyncPlayer(["env", *where, sys.executable, "-m", "desktop.ui.sync_screen"])
    player.get_ready()
    before_ns = clock.monotonic_ns()

    trouble = player.play(lambda _name, _source, at_ns: marked.append(at_ns))
    took_s = (clock.monotonic_ns() - before_ns) / 1e9
    player.close()

    (mark_ns,) = marked
    assert before_ns < mark_ns < clock.monotonic_ns()
    assert took_s > SERIES_S - 0.1
    # There may be no loudspeaker here, and there is nothing else that may go wrong.
    assert trouble is None or trouble.startswith("There is no beep")
