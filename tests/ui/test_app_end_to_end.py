"""The real app on a real screen: a click records, F9 stops, and four lights come on."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import LIGHT, TOKENS
from tests.ui import commands
from tests.ui.commands import answer_of, enrol, holdfast, running, until
from tests.ui.conftest import needs

RECORD_BUTTON = QPoint(34, 560)
"""Inside the big button, beside its words, in a window of 1280 x 800 in the corner."""
LIGHTS = [QRect(left, 654, 18, 18) for left in (464, 568, 672, 776)]
FRAME = QPoint(26, 300)
DIALOG = QPoint(360, 300)
"""Beside the lists of the dialog that lies over the middle of the picture."""


class Desk:
    """What a person at the screen can do and see."""

    def __init__(self, screen: dict[str, str], folder: Path, home: Path) -> None:
        self.screen = screen
        self.home = home
        self._file = folder / "screen.png"

    def look(self) -> QImage:
        subprocess.run(
            ["import", "-window", "root", str(self._file)],
            env=self.screen,
            check=True,
            timeout=20,
        )
        return QImage(str(self._file))

    def xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.screen, check=True, timeout=20)

    def click(self, place: QPoint) -> None:
        self.xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    def colour_at(self, place: QPoint) -> str:
        return self.look().pixelColor(place).name()

    def lights_on(self) -> list[bool]:
        picture = self.look()
        return [
            sum(
                picture.pixelColor(x, y).name() == LIGHT.ok
                for x in range(area.left(), area.right())
                for y in range(area.top(), area.bottom())
            )
            > 60
            for area in LIGHTS
        ]

    def queue(self) -> dict[str, Any]:
        found: dict[str, Any] = answer_of("queue", "list", "--home", str(self.home))
        return found


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[str]:
    """The address of a receiver at which the home is enrolled."""
    data = tmp_path / "receiver"
    with commands.receiver(data) as url:
        enrol(data, tmp_path / "home", url)
        yield url


@pytest.mark.screen
def test_a_click_records_f9_stops_and_four_lights_come_on(
    qapp: QApplication, screen: dict[str, str], tmp_path: Path, receiver: str
) -> None:
    needs("xdotool", "import")
    home = tmp_path / "home"
    desk = Desk(screen, tmp_path, home)
    reds = {TOKENS["light"].rec, TOKENS["light"].rec_hover}

    with running("app", "--home", str(home), "--source", "test", env=screen) as app:
        until(lambda: desk.colour_at(RECORD_BUTTON) in reds, "Record can be pressed")
        desk.click(RECORD_BUTTON)
        until(lambda: desk.colour_at(FRAME) == LIGHT.rec, "the red frame of a recording")
        until(lambda: desk.queue()["totals"]["oldest_unsent_at"] is not None, "a segment waits")
        desk.xdotool("key", "m")
        # Nobody manages windows here: once the dialog is closed, F9 has to be heard all the same.
        desk.xdotool("key", "alt+c")
        until(lambda: desk.colour_at(DIALOG) == LIGHT.bg, "the devices to choose from")
        desk.xdotool("key", "Escape")
        until(lambda: desk.colour_at(DIALOG) != LIGHT.bg, "the dialog is gone")
        desk.xdotool("key", "F9", "F9")
        until(lambda: desk.colour_at(FRAME) != LIGHT.rec, "the frame is gone")
        until(lambda: desk.lights_on() == [True] * 4, "four lights on the screen")

        (recording,) = desk.queue()["recordings"]
        second = holdfast("app", "--home", str(home), "--source", "test", env=screen)
        assert (second.returncode, second.stderr) == (0, "")
        assert app.poll() is None

    assert app.returncode == 0
    custody = recording["custody"]
    assert [custody["saved"], custody["verified"], custody["playable"]] == [True] * 3
    assert custody["received"] == {"segments": recording["segments"], "bytes": recording["bytes"]}
    journal = (Path(recording["folder"]) / "journal.jsonl").read_text("utf-8")
    assert "Mark 1" in journal
