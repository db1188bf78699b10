"""The whole drill as staff hold it, with the real programs; about three minutes.

`pytest -m slow tests/integration/drill`
"""

import json
import subprocess
from pathlib import Path

import pytest

from desktop.children import command, environment
from holdfast.layout import Home

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
LIMIT_S = 800


def drill(tmp_path: Path, *words: str, said: str = "") -> "subprocess.CompletedProcess[str]":
    output, home = tmp_path / "reports", Home(tmp_path / "home")
    return subprocess.run(
        command(["drill", "--output", str(output), "--json", *words]),
        env=environment(home),
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )


def test_every_accident_is_survived_and_reported(tmp_path: Path) -> None:
    done = drill(tmp_path, "--by-itself")

    assert done.returncode == 0, done.stdout + done.stderr
    events = [json.loads(each) for each in done.stdout.splitlines()]
    report = events[-1]
    assert report["held"]
    assert report["home"] == report["recordings"] >= 3
    assert [Path(each).suffix for each in report["files"]] == [".html", ".pdf", ".json"]
    assert all(Path(each).stat().st_size > 1000 for each in report["files"])
    assert Path(report["files"][1]).read_bytes().startswith(b"%PDF-")
    # The sandbox is gone; only the key that signed is left.
    assert [each.name for each in (tmp_path / "home").iterdir()] == ["secrets"]


def test_the_drill_waits_for_staff_and_ends_when_they_leave(tmp_path: Path) -> None:
    done = drill(tmp_path, "--only", "network")

    assert done.returncode == 1
    assert "Nobody answers any more" in done.stderr
    assert '"event": "ask"' in done.stdout
    assert list((tmp_path / "home").glob("drill-*")) == []
