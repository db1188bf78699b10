"""The real app on a real screen: a click records, F9 stops, and four lights come on."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.ui.theme import LIGHT, TOKENS
from tests.ui.conftest import needs

ROOT = Path(__file__).parents[2]
RECORD_BUTTON = QPoint(34, 560)
"""Inside the big button, beside its words, in a window of 1280 x 800 in the corner."""
LIGHTS = [QRect(left, 654, 18, 18) for left in (464, 568, 672, 776)]
FRAME = QPoint(26, 300)
DIALOG = QPoint(360, 300)
"""Beside the lists of the dialog that lies over the middle of the picture."""


def holdfast(*words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "holdfast", *words],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@contextmanager
def running(*words: str, env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "holdfast", *words],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=30)
        finally:
            process.kill()
            if process.stdout is not None:
                process.stdout.close()


def until(holds: Callable[[], bool], what: str, limit_s: float = 45) -> None:
    for _ in range(int(limit_s / 0.25)):
        if holds():
            return
        time.sleep(0.25)
    raise AssertionError(f"not within {limit_s} s: {what}")


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
        answer = holdfast("queue", "list", "--home", str(self.home), "--json")
        found: dict[str, Any] = json.loads(answer.stdout)
        return found


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[str]:
    """The address of a receiver at which the home is enrolled."""
    data = tmp_path / "receiver"
    with running("serve", "--data", str(data), "--port", "0") as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[3]
        added = holdfast("admin", "--data", str(data), "device", "add", "Lab laptop", "--json")
        code = json.loads(added.stdout)["code"]
        enrolled = holdfast("enrol", "--home", str(tmp_path / "home"), url, code)
        assert enrolled.returncode == 0, enrolled.stderr
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
