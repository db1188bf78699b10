"""From an empty computer to a first verified recording, as a person would: on a screen, by keys.

Takes minutes: `pytest -m slow -o faulthandler_timeout=0 tests/ui/test_first_start_end_to_end.py`.
"""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.window_settings import load_window_settings
from holdfast.layout import Home
from tests.ui.commands import answer_of, running, until
from tests.ui.conftest import needs
from tests.ui.test_app_end_to_end import RECORD_BUTTON

PATIENCE_S = 120


class Person:
    """Presses keys on one screen, and looks at what they led to."""

    def __init__(self, screen: dict[str, str], home: Home) -> None:
        self.screen = screen
        self.home = home

    def press(self, *keys: str) -> None:
        for key in keys:
            subprocess.run(["xdotool", "key", key], env=self.screen, check=True, timeout=20)

    def press_until(self, holds: Callable[[], bool], *keys: str) -> None:
        """Press these again and again: a page takes no key before it is there."""
        self.do_until(holds, lambda: self.press(*keys))

    def do_until(self, holds: Callable[[], bool], act: Callable[[], None]) -> None:
        """Act again and again, until it had its effect."""

        def acted() -> bool:
            if holds():
                return True
            act()
            return False

        until(acted, "what somebody did has its effect", PATIENCE_S)

    def click_record(self) -> None:
        """Press the big button, by mouse: nothing but a window manager would focus the window."""
        place = (str(RECORD_BUTTON.x()), str(RECORD_BUTTON.y()))
        subprocess.run(
            ["xdotool", "mousemove", *place, "click", "1"], env=self.screen, check=True, timeout=20
        )

    def all_ended(self) -> bool:
        return all(each["state"] == "complete" for each in self.recordings())

    def recordings(self) -> list[dict[str, Any]]:
        listed = answer_of("queue", "list", "--home", str(self.home.root))
        found: list[dict[str, Any]] = listed["recordings"]
        return found

    def playable(self) -> int:
        return sum(each["custody"]["playable"] for each in self.recordings())


@pytest.mark.slow
@pytest.mark.screen
@pytest.mark.timeout(1200)
def test_from_an_empty_computer_to_a_verified_recording(
    screen: dict[str, str], tmp_path: Path
) -> None:
    needs("xdotool")
    home = Home(tmp_path / "home")
    env = {
        **screen,
        "HOLDFAST_HOME": str(home.root),
        "HOLDFAST_CAPTURE__SOURCE": "test:live",
    }
    person = Person(screen, home)
    with running(env=env) as app:
        person.press_until(home.queue_database.exists, "alt+n")
        # Next stays where it is on the receiver's page until there is one.
        person.press_until(home.enrolment.exists, "alt+n", "alt+k", "alt+s")
        person.press_until(lambda: bool(person.recordings()), "alt+n", "alt+s")
        until(lambda: person.playable() == 1, "four lights of the rehearsal", PATIENCE_S)
        person.press_until(lambda: load_window_settings(home.config, {}).set_up, "alt+f")
        assert load_window_settings(home.config, {}).own_receiver

        person.do_until(lambda: len(person.recordings()) > 1, person.click_record)
        # A banner of a busy computer moves the button; the click gave the window the keyboard.
        person.press_until(person.all_ended, "F9", "F9")
        until(lambda: person.playable() > 1, "four lights of the first recording", PATIENCE_S)
        assert app.poll() is None
