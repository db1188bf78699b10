"""The morning rehearsal's verdict and its card for the door, and what it does alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop import morning_command
from desktop.check import Check
from desktop.morning import journey_checks
from desktop.morning_card import card_page
from desktop.recording.model import CaptureRequest
from holdfast.clock import SystemClock
from holdfast.layout import Home

WELL = Check("camera", True, "It answers.")
BROKEN = Check("received", False, "The <receiver> is full.", "Ask for space.")
HINT = Check("sync", False, "Not measured.", essential=False)


def test_the_card_is_green_only_where_everything_essential_is_well() -> None:
    green = card_page([WELL, HINT], "kiosk & co", "Monday")

    assert '<h1 class="ok">Ready to record</h1>' in green
    assert "kiosk &amp; co, Monday" in green
    assert "! sync" in green


def test_the_card_names_what_is_broken() -> None:
    red = card_page([WELL, BROKEN], "kiosk", "Monday")

    assert '<h1 class="bad">Not ready</h1>' in red
    assert "✗ received" in red
    assert "The &lt;receiver&gt; is full. Ask for space." in red
    assert '<h1 class="bad">' in card_page([], "kiosk", "Monday")


@pytest.mark.parametrize(("checks", "code"), [([WELL, HINT], 0), ([WELL, BROKEN], 1)])
def test_the_command_ends_as_the_verdict_is_and_writes_the_card(
    checks: list[Check], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.cli_drill import rehearse

    monkeypatch.setattr(morning_command, "_all", lambda _home, _clock: iter(checks))
    card = tmp_path / "card.html"

    result = CliRunner().invoke(rehearse, ["--home", str(tmp_path), "--card", str(card)])

    assert result.exit_code == code, result.output
    assert ("Not ready: received." in result.output) is bool(code)
    assert card.read_text("utf-8").startswith("<!doctype html>")


def test_without_a_receiver_nothing_is_recorded_for_a_journey(tmp_path: Path) -> None:
    home = Home(tmp_path)

    (check,) = journey_checks(home, CaptureRequest(source="test"), SystemClock())

    assert (check.name, check.ok, check.essential) == ("journey", False, False)
    assert not home.recordings.exists()
