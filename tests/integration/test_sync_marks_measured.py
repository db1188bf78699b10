"""The whole way of a sync mark: a screen filmed, its beep heard, and the passport measures it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from desktop.recording.sources import Pixels
from desktop.sync_mark import FLASHES, SERIES_S
from tests.mjpeg_server import MjpegServer
from tests.pulse import Pulse, pulse
from tests.support.command_line import holdfast
from tests.ui.conftest import needs

__all__ = ["pulse"]

SIZE = (640, 480)


class FilmedScreen:
    """Paints what stands in the middle of an X server's screen now: a camera in front of it."""

    def __init__(self, framebuffer: Path) -> None:
        self._file = framebuffer.open("rb", buffering=0)
        width, height = SIZE
        self._middle = framebuffer.stat().st_size - 4 * (width * height // 2 + width // 2)

    def paint(self, _number: int) -> Pixels:
        shade = os.pread(self._file.fileno(), 4, self._middle)[0]
        return np.full((120, 160, 3), shade, np.uint8)

    def close(self) -> None:
        self._file.close()


@contextmanager
def filmed_screen(folder: Path) -> Iterator[tuple[str, str]]:
    """A screen of its own and a network camera that films it: the display's name and the URL."""
    folder.mkdir()
    reader, writer = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(writer), "-screen", "0", size),
            *("-fbdir", str(folder), "-nolisten", "tcp"),
        ],
        pass_fds=[writer],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    assert number, "Xvfb did not start"
    painter = FilmedScreen(folder / "Xvfb_screen0")
    camera = MjpegServer(160, 120, painter=painter)
    try:
        yield f":{number}", camera.url
    finally:
        camera.stop()
        painter.close()
        server.terminate()
        server.wait(timeout=10)


@pytest.mark.slow
@pytest.mark.audio
def test_flashes_and_beeps_are_found_where_they_were_shown(tmp_path: Path, pulse: Pulse) -> None:
    needs("Xvfb")
    seconds = 2 * SERIES_S + 3.0
    with filmed_screen(tmp_path / "screen") as (display, url):
        words = ("--source", url, "--audio", "default", "--seconds", str(seconds))
        shown = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        said = holdfast(tmp_path / "home", "record", *words, "--sync-mark", "both", **shown)
        assert said.exit_code == 0, said.err
        assert "sync mark" not in said.err

    session = next((tmp_path / "home" / "recordings").iterdir()).name
    told = holdfast(tmp_path / "home", "passport", session, "--json").json
    (recording,) = told["recordings"]

    sync = recording["sync"]
    assert "reason" not in sync, sync
    # A machine that is starved may tear one beep.
    assert sync["pairs"] >= 2 * FLASHES - 1
    # Two pictures, and what a sound server on a busy machine is off by.
    assert abs(sync["offset_ms"]["mean"]) < 150
    marks_s = [each["t_s"] for each in recording["markers"] if each["name"] == "sync mark"]
    assert len(marks_s) == 2
    for flash_s, _offset_ms in sync["points"]:
        since_s = [flash_s - mark_s for mark_s in marks_s]
        assert any(
            since == pytest.approx(number, abs=0.2)
            for since in since_s
            for number in range(FLASHES)
        )
