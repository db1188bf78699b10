"""What a screen reader hears of the window: AT-SPI, read from another process on a real screen."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import needs

LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
ROOT = Path(__file__).parents[2]
CONTROLS = {
    "push button",
    "button menu",
    "text",
    "check box",
    "combo box",
    "spin box",
    "radio button",
    "table",
    "list",
}
IN_ORDER = ["Stop recording", "Mark", "Pause", "Try now", "Pause sending", "Recordings"]
"""Of what has the keyboard one after the other; others may stand between."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Roles and names that must be heard, and controls that Tab reaches one after the other."""

    said: list[tuple[str, str]]
    order: list[str]


PAGES = {
    ("queue", "queue"): Wanted(
        [
            ("cell", "State: Set aside"),
            ("push button", "Retry failed (1)"),
            ("table", "Every try"),
            ("text", "Find participant or prompt"),
        ],
        [
            "Copy details",
            "Show file",
            "Every try",
            "Show in the list",
            "Try again",
            "Retry failed (1)",
        ],
    ),
    ("kiosk", "kiosk-consent"): Wanted(
        [
            ("label", "Before we begin"),
            ("check box", "I agree."),
            ("push button", "Continue"),
            ("label", "1 needs attention"),
        ],
        ["What you are asked to agree to", "No, thank you"],
    ),
    ("wizard", "wizard-receiver"): Wanted(
        [
            ("list item", "Step 3 of 4: Receiver"),
            ("radio button", "Keep them on this computer"),
            ("push button", "Next"),
        ],
        [
            "Address of the receiver",
            "Enrolment code",
            "Name of this computer",
            "Connect to the receiver",
            "Scan a QR code with the camera",
        ],
    ),
    ("staff", "settings-recording"): Wanted(
        [
            ("list", "Pages"),
            ("spin box", "Width of the picture"),
            ("check box", "Call staff by sound"),
            ("push button", "Close"),
        ],
        [
            "Pages",
            "Choose camera and microphone",
            "Width of the picture",
            "Height of the picture",
            "Pictures a second",
            "Show where a face should be",
        ],
    ),
}

pytestmark = pytest.mark.screen


Heard = dict[str, list[dict[str, Any]]]


@pytest.fixture
def listen(screen: dict[str, str]) -> Callable[[str, str], Heard]:
    """What a client of the accessibility bus finds on a page, and where Tab leads."""
    needs("dbus-run-session", "xdotool")
    if not LAUNCHER.exists():
        pytest.skip("at-spi2-core not installed (scripts/system-packages.sh test)")

    def heard(area: str, page: str) -> Heard:
        reader = [sys.executable, "-m", "tests.support.screen_reader", area, page]
        done = subprocess.run(
            ["dbus-run-session", "--", *reader],
            cwd=ROOT,
            env=screen,
            check=False,
            capture_output=True,
            text=True,
            timeout=110,
        )
        # The bus's own daemon writes into the same output.
        lines = (line for line in done.stdout.splitlines() if line.startswith('{"seen"'))
        said = next(lines, None)
        assert said is not None, done.stderr
        found: Heard = json.loads(said)
        return found

    return heard


def nameless(heard: Heard) -> list[dict[str, Any]]:
    """Controls on the screen of which a screen reader could only say what kind they are."""
    showing = (each for each in heard["seen"] if each["showing"])
    return [each for each in showing if each["role"] in CONTROLS and not each["name"]]


def test_everything_has_a_name_a_role_and_its_state_in_words(
    listen: Callable[[str, str], Heard],
) -> None:
    heard = listen("window", "window-recording")
    showing = [each for each in heard["seen"] if each["showing"]]
    names = [each["name"] for each in showing]
    said = [f"{each['name']}: {each['description']}" for each in showing]
    order = [each["name"] for each in heard["order"]]

    assert nameless(heard) == []
    assert next(each["role"] for each in showing if each["name"] == "Mark") == "push button"
    roles = {each["name"]: each["role"] for each in showing}
    assert (roles["Live picture"], roles["Microphone level"]) == ("graphic", "graphic")
    assert "Saved: Yes" in names
    assert "Received: Waiting" in names
    assert "Microphone level: −18\N{NO-BREAK SPACE}dB, Good level" in said
    assert any(each.startswith("Offline · 3 waiting: 3 recordings to send") for each in said)
    assert [name for name in order if name in IN_ORDER][: len(IN_ORDER)] == IN_ORDER


@pytest.mark.slow
@pytest.mark.parametrize(("area", "page"), PAGES)
def test_each_window_is_heard_whole_and_gone_through_in_its_order(
    listen: Callable[[str, str], Heard], area: str, page: str
) -> None:
    heard = listen(area, page)
    wanted = PAGES[area, page]
    showing = [(each["role"], each["name"]) for each in heard["seen"] if each["showing"]]
    order = [each["name"] for each in heard["order"]]

    assert nameless(heard) == []
    assert [each for each in wanted.said if each not in showing] == []
    assert [name for name in order if name in wanted.order][: len(wanted.order)] == wanted.order
