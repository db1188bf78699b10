"""What a screen reader hears of the window: AT-SPI, read from another process on a real screen."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import needs

LAUNCHER = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
ROOT = Path(__file__).parents[2]
CONTROLS = {"push button", "button menu", "text", "check box", "combo box", "table", "list"}
IN_ORDER = ["Stop recording", "Mark", "Pause", "Try now", "Pause sending", "Recordings"]
"""Of what has the keyboard one after the other; others may stand between."""

pytestmark = pytest.mark.screen


@pytest.fixture
def heard(screen: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """What a client of the accessibility bus finds, and where Tab leads."""
    needs("dbus-run-session", "xdotool")
    if not LAUNCHER.exists():
        pytest.skip("at-spi2-core not installed (scripts/system-packages.sh test)")
    words = ["dbus-run-session", "--", sys.executable, "-m", "tests.support.screen_reader"]
    done = subprocess.run(
        words, cwd=ROOT, env=screen, check=False, capture_output=True, text=True, timeout=110
    )
    # The bus's own daemon writes into the same output.
    said = next((line for line in done.stdout.splitlines() if line.startswith('{"seen"')), None)
    assert said is not None, done.stderr
    found: dict[str, list[dict[str, Any]]] = json.loads(said)
    return found


def test_everything_has_a_name_a_role_and_its_state_in_words(
    heard: dict[str, list[dict[str, Any]]],
) -> None:
    showing = [each for each in heard["seen"] if each["showing"]]
    names = [each["name"] for each in showing]
    said = [f"{each['name']}: {each['description']}" for each in showing]
    order = [each["name"] for each in heard["order"]]

    assert [each for each in showing if each["role"] in CONTROLS and not each["name"]] == []
    assert next(each["role"] for each in showing if each["name"] == "Mark") == "push button"
    roles = {each["name"]: each["role"] for each in showing}
    assert (roles["Live picture"], roles["Microphone level"]) == ("graphic", "graphic")
    assert "Saved: Yes" in names
    assert "Received: Waiting" in names
    assert "Microphone level: −18\N{NO-BREAK SPACE}dB, Good level" in said
    assert any(each.startswith("Offline · 3 waiting: 3 recordings to send") for each in said)
    assert [name for name in order if name in IN_ORDER][: len(IN_ORDER)] == IN_ORDER
