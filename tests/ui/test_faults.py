"""Exceptions in slots, painting and threads are logged once, reported, and survived.

Child processes, because the hooks are those of a whole process.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRELUDE = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication, QWidget
from desktop.ui import faults
from holdfast.clock import SystemClock

app = QApplication([])
reports = []
faults.LogFile(Path(sys.argv[1]), SystemClock()).keep_short()
faults.Hooks(reports.append).install()
"""
SLOT = """
def fail():
    raise RuntimeError("in a slot")

QTimer.singleShot(0, fail)
QTimer.singleShot(50, app.quit)
app.exec()
print(len(reports), "in a slot" in reports[0])
"""
PAINTING = """
class Broken(QWidget):
    def paintEvent(self, event):
        raise RuntimeError("while painting")

painted = []

def repaint():
    painted.append(True)
    if len(painted) == 5:
        app.quit()
    widget.update()

widget = Broken()
widget.show()
timer = QTimer()
timer.timeout.connect(repaint)
timer.start(20)
app.exec()
print(len(reports), "while painting" in reports[0])
"""
THREAD = """
def fail():
    raise RuntimeError("in a thread")

thread = threading.Thread(target=fail)
thread.start()
thread.join()
print(len(reports), "in a thread" in reports[0])
"""
QT_MESSAGE = """
qWarning("Qt has something to say")
print(len(reports), True)
"""


def run(code: str, folder: Path) -> tuple[str, list[dict[str, str]]]:
    result = subprocess.run(
        [sys.executable, "-c", PRELUDE + code, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = (folder / "app.log").read_text("utf-8").splitlines()
    return result.stdout.strip(), [json.loads(line) for line in lines]


def test_an_exception_in_a_slot_does_not_end_the_app(tmp_path: Path) -> None:
    said, log = run(SLOT, tmp_path)

    assert said == "1 True"
    assert ["in a slot" in line["trace"] for line in log] == [True]


def test_a_defect_that_repeats_is_logged_and_reported_once(tmp_path: Path) -> None:
    said, log = run(PAINTING, tmp_path)

    assert said == "1 True"
    assert len([line for line in log if "while painting" in line.get("trace", "")]) == 1


def test_an_exception_in_a_thread_is_reported(tmp_path: Path) -> None:
    said, log = run(THREAD, tmp_path)

    assert said == "1 True"
    assert "in a thread" in log[0]["trace"]


def test_what_qt_says_is_in_the_log(tmp_path: Path) -> None:
    said, log = run(QT_MESSAGE, tmp_path)

    assert said == "0 True"
    assert [line["message"] for line in log] == ["Qt has something to say"]
    assert log[0]["level"] == "warning"


def test_crashes_of_native_code_leave_a_trace(tmp_path: Path) -> None:
    # No core file: it would lie among the sources.
    no_core = "import resource\nresource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n"
    code = PRELUDE + no_core + "import ctypes\nctypes.string_at(0)\n"
    result = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert result.returncode < 0
    assert "Segmentation fault" in (tmp_path / "crash.log").read_text("utf-8")
