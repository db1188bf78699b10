"""The morning rehearsal through a real receiver: `pytest -m slow tests/integration/drill`."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.children import READY_LINE, command, end, environment
from holdfast.layout import Home

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
LIMIT_S = 300


def said(home: Home, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(words),
        env={**environment(home), "HOLDFAST_CAPTURE__SOURCE": "test"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A home that is enrolled at a receiver that runs."""
    made, data = Home(tmp_path / "home"), str(tmp_path / "receiver")
    words = ["serve", "--data", data, "--host", "127.0.0.1", "--port", "0"]
    receiver = subprocess.Popen(
        command(words), env=environment(made), stdout=subprocess.PIPE, text=True
    )
    try:
        assert receiver.stdout is not None
        url = next(each for each in receiver.stdout if each.startswith(READY_LINE)).split()[3]
        added = said(made, "admin", "--data", data, "device", "add", "lab", "--json")
        assert said(made, "enrol", url, json.loads(added.stdout)["code"]).returncode == 0
        yield made
    finally:
        end(receiver)


def test_the_whole_chain_is_tried_and_a_card_written(home: Home, tmp_path: Path) -> None:
    card = tmp_path / "card.pdf"

    done = said(home, "rehearse", "--json", "--card", str(card))

    assert done.returncode == 0, done.stdout + done.stderr
    checks = {each["name"]: each["ok"] for each in map(json.loads, done.stdout.splitlines())}
    assert [checks[name] for name in ("saved", "received", "verified", "playable")] == [True] * 4
    assert card.read_bytes().startswith(b"%PDF-")
