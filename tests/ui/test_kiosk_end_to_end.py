"""A session at a real screen, as a person goes through it: three prompts, one of them again.

The network is cut in the middle and the app is killed once; in the end everything is at home.
"""

import json
import signal
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.kiosk.flow import FlowState
from desktop.operator_pin import hash_of
from desktop.settings_file import change
from desktop.study import load
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.facts import Facts, Staff
from desktop.ui.kiosk.presenter import present
from desktop.ui.kiosk.window import KioskWindow
from desktop.ui.theme import Tokens
from desktop.window_settings import PIN as PIN_SETTING
from holdfast.layout import Home
from tests.ui.commands import answer_of, enrol, receiver, running, until
from tests.ui.conftest import needs
from tests.ui.kiosk_script import ScriptedPlayer
from tests.ui.kiosk_visits import TO_CHECK, TO_INSTRUCTIONS, cut_off, take, visit

PIN = "2468"
NOBODY = Staff()
PROMPTS = ("facial_expressions", "head_movements", "reading_aloud")
STUDY = """\
study: faces
title: Facial expressions
consent:
  required: true
  version: "1"
  text: We record your face and your voice.
participant:
  pattern: "A-[0-9]{4}"
  example: A-1042
prompts:
  - {id: facial_expressions, title: Facial expressions, instructions: Show a face., seconds: 3}
  - {id: head_movements, title: Head movements, instructions: Turn your head., seconds: 5}
  - {id: reading_aloud, title: Reading aloud, instructions: Read this., text: Rain., seconds: 3}
"""


class Person:
    """Somebody at the screen: looks which page it is, and touches what stands on it.

    Where something stands is asked of the same page, laid out for the same screen.
    """

    def __init__(
        self, screen: dict[str, str], home: Home, window: KioskWindow, study: Path
    ) -> None:
        self._screen = screen
        self._home = home
        self._window = window
        self._study = load(study)
        self._pages_before = 0

    def _pages(self) -> list[str]:
        log = self._home.logs / "app.log"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        said = [json.loads(line)["message"] for line in lines]
        return [each.removeprefix("page: ") for each in said if each.startswith("page: ")]

    def sees(self, page: str) -> None:
        """Wait until this page comes, or find it there."""

        def there() -> bool:
            pages = self._pages()
            return len(pages) > self._pages_before and pages[-1] == page

        until(there, f"{page}, after {self._pages()}")
        self._pages_before = len(self._pages())
        # The page is on the screen a moment after it is decided.
        time.sleep(0.4)

    def touches(self, words: str, flow: FlowState, staff: Staff = NOBODY) -> None:
        """Press what has these words on the page of this visit."""
        window = self._window
        window.show_view(present(Facts(flow, staff=staff)))
        for _ in range(4):
            QApplication.processEvents()
        top = window.overlay if window.overlay.isVisible() else window
        buttons = [
            each
            for each in top.findChildren(QAbstractButton)
            if each.isVisible() and each.accessibleName() == words
        ]
        assert len(buttons) == 1, f"{words} on {flow.page}: {buttons}"
        place = buttons[0].mapTo(window, buttons[0].rect().center())
        if buttons[0].width() > 600:
            place.setX(buttons[0].mapTo(window, buttons[0].rect().topLeft()).x() + 24)
        self.xdotool("mousemove", str(place.x()), str(place.y()), "click", "1")

    def xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._screen, check=True, timeout=20)

    def at(self, *steps: Any) -> FlowState:
        return visit(*steps, study=self._study)

    def passes_the_check(self) -> None:
        """Continue cannot be pressed before pictures and sound arrive: a person tries again."""
        self.sees("device check")
        for _ in range(60):
            self.touches(texts.CONTINUE, self.at(*TO_CHECK))
            time.sleep(0.5)
            if self._pages()[-1] == "instructions":
                break
        self.sees("instructions")

    def records(self) -> None:
        """From the instructions to the review."""
        self.touches(texts.START, self.at(*TO_INSTRUCTIONS))
        self.sees("countdown")
        self.sees("recording")
        self.sees("review")

    def decides(self, words: str) -> None:
        self.touches(words, self.at(*TO_INSTRUCTIONS, *take(1)))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    file = tmp_path / "study.yaml"
    file.write_text(STUDY, "utf-8")
    return file


@pytest.fixture
def person(
    qtbot: QtBot, tokens: Tokens, screen: dict[str, str], tmp_path: Path, study: Path
) -> Person:
    home = Home(tmp_path / "home")
    change(home.config, {PIN_SETTING.name: hash_of(PIN)})
    window = KioskWindow(tokens, lambda: None, ScriptedPlayer, mirrored=True)
    qtbot.addWidget(window, before_close_func=lambda each: each.let_close())
    window.resize(1280, 800)
    window.show()
    return Person(screen, home, window, study)


def kiosk(screen: dict[str, str], home: Path, study: Path) -> Any:
    return running(
        "app",
        "--home",
        str(home),
        "--source",
        "test:live",
        "--kiosk",
        str(study),
        env=screen,
    )


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.timeout(1200)
def test_a_session_with_a_redo_a_cut_network_and_a_killed_app_comes_home(
    person: Person, screen: dict[str, str], tmp_path: Path, study: Path
) -> None:
    needs("Xvfb", "xdotool")
    home, data = tmp_path / "home", tmp_path / "receiver"
    with ExitStack() as first_run:
        with receiver(data) as url:
            enrol(data, home, url)
            app = first_run.enter_context(kiosk(screen, home, study))
            to_first_review(person)
            person.decides(texts.KEEP)
            person.sees("instructions")
        # The network is cut: nobody at the screen has to care.
        person.records()
        person.decides(texts.REDO)
        person.sees("instructions")
        person.touches(texts.START, person.at(*TO_INSTRUCTIONS))
        person.sees("countdown")
        person.sees("recording")
        # Asked of the disk: a command takes longer to start on a busy computer than this lasts.
        until(lambda: begun(home) == 3, "the third recording is being made")
        app.send_signal(signal.SIGKILL)
        app.wait(timeout=30)
    with kiosk(screen, home, study) as app:
        to_the_last_page(person)
        assert not any(each["custody"]["verified"] for each in kept(home)[1:])
        with receiver(data, int(url.rpartition(":")[2])):
            until(lambda: all(each["custody"]["playable"] for each in kept(home)), "all at home")
            # Finish has the keys.
            person.xdotool("key", "Return")
            person.sees("welcome")
            leave(person)
            assert app.wait(timeout=30) == 0

    assert [each["prompt"] for each in kept(home)] == list(PROMPTS)
    assert {each["participant"] for each in kept(home)} == {"A-1042"}
    assert len({each["session"] for each in kept(home)}) == 1


def to_first_review(person: Person) -> None:
    """Welcome, consent, number, check, and the first recording."""
    person.sees("welcome")
    person.touches(texts.START, person.at())
    person.sees("consent")
    person.touches(texts.CONSENT_STATEMENT, person.at(*TO_CHECK[:2]))
    person.touches(texts.CONTINUE, person.at(*TO_CHECK[:3]))
    person.sees("number")
    for key in "A-1042":
        person.touches(key, person.at(*TO_CHECK[:4]))
    person.touches(texts.CONTINUE, person.at(*TO_CHECK[:5]))
    person.passes_the_check()
    person.records()


def to_the_last_page(person: Person) -> None:
    """After the crash: it goes on where it was."""
    person.sees("resume")
    person.touches(texts.RESUME_YES, cut_off())
    person.passes_the_check()
    for following in ("instructions", "closing"):
        person.records()
        person.decides(texts.KEEP)
        person.sees(following)


def leave(person: Person) -> None:
    """Staff close the kiosk."""
    person.xdotool("key", "ctrl+shift+q")
    time.sleep(0.5)
    person.xdotool("type", PIN)
    person.xdotool("key", "Return")
    time.sleep(1.0)
    person.touches(texts.LEAVE_KIOSK, person.at(), Staff("open"))


def begun(home: Path) -> int:
    """How many recordings there are, also those that are being made."""
    return len(list(Home(home).recording_folders()))


def recordings(home: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = answer_of("queue", "list", "--home", str(home))["recordings"]
    return sorted(found, key=lambda each: str(each["started_at"]))


def kept(home: Path) -> list[dict[str, Any]]:
    """The recordings that were not discarded, in the order of the prompts."""
    whole = [each for each in recordings(home) if each["state"] == "complete"]
    newest = {each["prompt"]: each for each in whole}
    return [newest[prompt] for prompt in PROMPTS if prompt in newest]
