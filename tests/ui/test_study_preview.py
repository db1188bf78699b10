"""`holdfast study preview`: the kiosk itself, on a home that goes again."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.study_cli import study

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "resources/studies/facial-expressions.yaml"
PATIENCE_S = 60.0


def shows_welcome(folder: Path) -> bool:
    """Whether the kiosk that keeps its home in this folder has opened its first page."""
    logs = folder.glob("holdfast-preview-*/logs/app.log")
    return any('"page: welcome"' in each.read_text("utf-8") for each in logs)


@pytest.mark.timeout(120)
def test_the_first_page_comes_and_nothing_is_left(tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(temporary)}
    words = ("study", "preview", "--home", str(home), str(EXAMPLE))
    with subprocess.Popen(
        [sys.executable, "-m", "holdfast", *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as shown:
        try:
            until_s = time.monotonic() + PATIENCE_S
            while not shows_welcome(temporary):
                assert shown.poll() is None
                assert time.monotonic() < until_s
                time.sleep(0.1)
        finally:
            shown.terminate()
        said, _nothing = shown.communicate(timeout=PATIENCE_S)

    assert shown.returncode == 0
    assert "here 0000. Nothing is kept or sent." in said
    assert list(temporary.glob("holdfast-preview-*")) == []
    assert not home.exists()


def test_a_faulty_study_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "faces.yaml"
    file.write_text("study: faces\n")

    said = CliRunner().invoke(study, ["preview", "--home", str(tmp_path / "home"), str(file)])

    assert said.exit_code == 1
    assert said.stderr.startswith(f"{file}:1: The study lacks `title`.")
