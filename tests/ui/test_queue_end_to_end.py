"""The queue's window on a real screen, while a receiver refuses in turn and is mended.

A real window and a real receiver; what stands between them answers 500, 507, 401 and 422 in its
place until somebody has mended it. The person only looks, clicks and reads.
"""

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.queue_window import QueueWindow
from desktop.ui.theme import LIGHT, Tokens
from holdfast.clock import SystemClock
from holdfast.layout import Home
from holdfast.protocol import HEADER_PROTOCOL, PROBLEM_TYPE, PROBLEMS, VERSION, problem
from tests.recordings import DeviceOnPaper, make_recording
from tests.support.live_receiver import LiveReceiver
from tests.support.troubled_proxy import Fault, TroubledProxy, answer
from tests.ui.commands import answer_of, running, until
from tests.ui.conftest import needs
from tests.ui.station_script import queue_of, recording
from uploader.enrol import enrol_device
from uploader.installation import Installation
from uploader.items import Step
from uploader.policy import MISMATCHES_MOST

PATIENCE_S = 90.0
"""For what takes seconds on an idle computer."""


def refused(code: str, method: str = "PUT", path: str = "/segments/", **headers: str) -> Fault:
    """What the receiver answers in this trouble."""
    told = {"Content-Type": PROBLEM_TYPE, HEADER_PROTOCOL: str(VERSION), **headers}
    body = json.dumps(problem(code, f"{PROBLEMS[code].title}.")).encode()
    return answer(PROBLEMS[code].status, body, told, method=method, path=path)


class Person:
    """Looks at the screen and clicks; where something stands is asked of the same window."""

    def __init__(self, screen: dict[str, str], folder: Path, home: Path, twin: QueueWindow) -> None:
        self._screen = screen
        self._file = folder / "screen.ppm"
        self._home = home
        self._twin = twin

    def xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._screen, check=True, timeout=20)

    def sees_at(self, widget: QWidget, inside: QPoint) -> str:
        """The colour of the screen there."""
        command = ["import", "-window", "root", str(self._file)]
        subprocess.run(command, env=self._screen, check=True, timeout=20)
        place = widget.mapTo(self._twin, inside)
        return QImage(str(self._file)).pixelColor(place).name()

    def clicks(self, widget: QWidget) -> None:
        place = widget.mapTo(self._twin, widget.rect().center())
        self.xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    def queue(self) -> dict[str, Any]:
        """The queue as a command tells it."""
        found: dict[str, Any] = answer_of("queue", "list", "--home", str(self._home))
        return found

    def tries_of(self, name: str) -> list[int | None]:
        """What was answered to each try of a recording."""
        told = answer_of("queue", "show", name, "--home", str(self._home))
        return [each["status"] for each in told["attempts"]]


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[TroubledProxy]:
    live = LiveReceiver.start(tmp_path / "receiver")
    between = TroubledProxy(live.url).start()
    installation = Installation.open(Home(tmp_path / "home"), SystemClock())
    enrol_device(installation, between.url, live.enrolment_code(), "Lab laptop")
    installation.close()
    yield between
    between.stop()
    live.stop()


@pytest.fixture
def names(tmp_path: Path, proxy: TroubledProxy) -> list[str]:
    """The ids of three recordings that wait."""
    home = Home(tmp_path / "home")
    with_identity = Installation.open(home, SystemClock())
    identity = with_identity.identity
    paper = DeviceOnPaper(identity.device, identity.key)
    made = [make_recording(home, paper, sizes=(200_000,)) for _ in range(3)]
    with_identity.close()
    return [each.id for each in made]


def laid_out(twin: QueueWindow, *, failed: bool) -> None:
    """Have the twin look as the window on the screen does in this trouble."""
    rows = [recording(number) for number in (1, 2)]
    if failed:
        queue = queue_of(
            *rows, recording(3, step=Step.FAILED, why="It does not match. It is safe.")
        )
    else:
        queue = replace(queue_of(*rows), stopped="The receiver's disk is full.")
    twin.show_queue(queue, 0.0)
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def twin(qtbot: QtBot, tokens: Tokens) -> QueueWindow:
    window = QueueWindow(tokens, SystemClock().now)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    return window


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.timeout(600)
def test_what_was_refused_is_retried_by_hand_and_comes_home(
    screen: dict[str, str],
    tmp_path: Path,
    proxy: TroubledProxy,
    names: list[str],
    twin: QueueWindow,
) -> None:
    needs("Xvfb", "xdotool", "import")
    home = tmp_path / "home"
    person = Person(screen, tmp_path, home, twin)
    banner_corner = QPoint(6, 20)
    proxy.always = refused("storage_full", "*", "/", **{"Retry-After": "1500"})

    def all_verified() -> bool:
        return all(each["custody"]["verified"] for each in person.queue()["recordings"])

    with running("app", "--home", str(home), "--source", "test", env=screen) as app:
        wait(lambda: "disk is full" in person.queue()["why"], "the queue waits for room")
        laid_out(twin, failed=False)
        open_queue(person, twin)
        # Somebody has made room, and the token is refused: a try begins at once and not in 25 min.
        proxy.always = refused("unauthorized", "*", "/")
        person.clicks(twin.tools.try_button)
        wait(lambda: "not allowed" in person.queue()["why"], "the queue says why it stopped")
        # The administrator lets it in again. One recording meets a fault of the receiver, and one
        # arrives damaged again and again.
        proxy.faults.append(refused("internal", path=f"{names[0]}/segments/"))
        proxy.faults.extend(
            refused("digest_mismatch", path=f"{names[2]}/segments/") for _ in range(MISMATCHES_MOST)
        )
        proxy.always = None
        person.clicks(twin.tools.try_button)
        laid_out(twin, failed=True)
        corner = partial(person.sees_at, twin.banner, banner_corner)
        wait(lambda: corner() == LIGHT.danger_bg, "the window says that somebody is needed")
        assert not all_verified()
        person.clicks(twin.tools.retry_button)
        wait(all_verified, "all are verified")
        wait(lambda: corner() != LIGHT.danger_bg, "nobody is needed any more")
        assert app.poll() is None

    answers = [status for name in names for status in person.tries_of(name)]
    assert {500, 422, 200} <= set(answers)
    assert person.tries_of(names[2]).count(422) == MISMATCHES_MOST


def wait(holds: Callable[[], bool], what: str) -> None:
    until(holds, what, PATIENCE_S)


def open_queue(person: Person, twin: QueueWindow) -> None:
    """Press its keys until it is there: its tools stand where the picture was."""
    inside = QPoint(6, twin.tools.retry_button.height() // 2)

    def is_there() -> bool:
        if person.sees_at(twin.tools.retry_button, inside) in (LIGHT.surface, LIGHT.bg):
            return True
        person.xdotool("key", "ctrl+u")
        return False

    wait(is_there, "the queue's window")
