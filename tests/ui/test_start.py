"""The window's process imports nothing that may block or abort it, and ends in order when told.

With the real station and the built-in scene; on no screen, since nobody looks.
"""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from holdfast import salvage
from holdfast.layout import Home

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from pathlib import Path
from desktop import app
from desktop.recording.model import CaptureRequest, Ready
from desktop.station import open_station
from holdfast.clock import SystemClock
from holdfast.layout import Home

home = Home(Path(sys.argv[1]))

# note

def opened(on_event):
    def heard(event):
        note(event)
        on_event(event)
    return open_station(home, SystemClock(), heard, uploads=True)

sys.exit(app.run(home, [CaptureRequest("test")], open_station=opened))
"""


PRESS_RECORD = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.recording.model import SegmentClosed
from desktop.ui.main_window import MainWindow

def press():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    if window.record_button.isEnabled():
        window.record_button.click()
    else:
        QTimer.singleShot(50, press)

def note(event):
    if isinstance(event, Ready):
        QTimer.singleShot(0, QApplication.instance(), press)
    if isinstance(event, SegmentClosed):
        print("a segment is closed", flush=True)
"""
LOOK_AT_MODULES = """
def note(event):
    if isinstance(event, Ready):
        print("heavy:", sorted({"cv2", "av", "sounddevice"} & set(sys.modules)), flush=True)
"""


LOOK_AT_FIRST_PAINT = """
from PySide6.QtCore import QTimer
from desktop.ui import first_paint

LATE = {"cv2", "av", "sounddevice", "numpy", "requests", "sqlite3", "tomlkit", "multiprocessing",
        "subprocess", "desktop.station", "desktop.supervisor", "desktop.ui.controller",
        "PySide6.QtNetwork", "click", "hashlib", "html", "importlib.resources", "socket",
        "desktop.framing", "desktop.ui.lights_delegate", "desktop.ui.retelling"}
original = first_paint.FirstPaint._go_on

def _go_on(self):
    print("loaded:", sorted((LATE & set(sys.modules)) - BEFORE), flush=True)
    original(self)

first_paint.FirstPaint._go_on = _go_on
# What is waited for is the paint.
first_paint.UNSEEN_MS = 100_000

def note(event):
    pass
"""
ONLY_THE_APP = """
import sys
# What Python brings along itself is not the app's.
BEFORE = set(sys.modules)
from pathlib import Path
from types import SimpleNamespace
from desktop import app
from holdfast.layout import Home

# note

sys.exit(app.run(Home(Path(sys.argv[1])), [SimpleNamespace(source="test")]))
"""


@contextmanager
def app(home: Path, note: str, script: str = RUN) -> Iterator[subprocess.Popen[str]]:
    """The app in a process of its own; `note` is code that sees the station's events."""
    code = script.replace("# note", note)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(home)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code and complaints of a process that was told to end."""
    process.send_signal(signal.SIGTERM)
    code = process.wait(timeout=40)
    assert process.stderr is not None
    return code, process.stderr.read()


def test_the_window_imports_no_device_code(tmp_path: Path) -> None:
    with app(tmp_path, LOOK_AT_MODULES) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "heavy: []"
        assert ended(process) == (0, "")


def test_before_the_first_paint_only_the_window_is_loaded(tmp_path: Path) -> None:
    with app(tmp_path, LOOK_AT_FIRST_PAINT, ONLY_THE_APP) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "loaded: []"


def test_being_told_to_end_keeps_the_recording_that_runs(tmp_path: Path) -> None:
    with app(tmp_path, PRESS_RECORD) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "a segment is closed"
        assert ended(process) == (0, "")

    (folder,) = Home(tmp_path).recording_folders()
    manifest = salvage.read_manifest(folder)
    assert manifest is not None
    assert manifest.state == "complete"
    assert folder.decision.exists()
    assert folder.open_parts() == {}
