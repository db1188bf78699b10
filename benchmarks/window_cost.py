"""What the field window costs: until it is painted, and for each live picture.

Processor time, so that other programs on the machine change little. The window is the real one, in
a process of its own, on the screen that `QT_QPA_PLATFORM` names, or on none.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.report import Goal, heading, say

START_MS: Final = 300
PICTURE_MS: Final = 3.0
_TOLD_WHEN_PAINTED: Final = """
import json, os, sys, time
from desktop.ui import first_paint

def painted(self):
    print(json.dumps(round(1000 * time.process_time(), 1)), flush=True)
    os._exit(0)

first_paint.FirstPaint._go_on = painted
# A window that is never painted is not to be measured.
first_paint.UNSEEN_MS = 1_000_000
"""
_START: Final = f"""{_TOLD_WHEN_PAINTED}
from pathlib import Path
from types import SimpleNamespace
from holdfast.loading import loading
from holdfast.layout import Home

# As the command does.
with loading():
    from desktop import app
app.run(Home(Path(sys.argv[1])), [SimpleNamespace(source="test")])
"""
_COMMAND: Final = f"""{_TOLD_WHEN_PAINTED}
from holdfast.__main__ import main

main(["app", "--home", sys.argv[1], "--source", "test"])
"""
_BARE: Final = """
import json, time
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
print(json.dumps(1000 * time.process_time()))
"""
_PAINT: Final = """
import json, sys, time
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from desktop.recording.sighting import Face, Sighting
from desktop.ui import field_view, theme
from desktop.ui.field_picture import FieldPicture
from desktop.ui.views import PreviewView

class Pictures:
    def __init__(self):
        images = [QImage(960, 540, QImage.Format.Format_RGB32) for _ in range(2)]
        for number, image in enumerate(images):
            image.fill(0x304050 + number)
        self.bytes = [bytes(image.constBits()) for image in images]
        self.number = 0
    def read(self):
        self.number += 1
        return Picture(self.bytes[self.number % 2])

class Picture:
    width, height, stride = 960, 540, 3840
    def __init__(self, bgra):
        self.bgra = bgra

app = QApplication([])
theme.load_fonts()
pictures = Pictures()
picture = FieldPicture(theme.apply(app, "dark"), lambda: pictures, True)
picture.resize(960, 540)
picture.show_view(PreviewView(True, "REC  00:12:41", False, "29.97 fps", "", "", "", False, True))
seen = Sighting(0, True, Face(0.4, 0.27, 0.22, 0.4), 120.0, 1.0)
picture.show_guide(field_view.guide_view(seen, 0, wanted=True))
picture.show()
app.processEvents()
count = int(sys.argv[1])
began = time.process_time()
for _ in range(count):
    picture.refresh()
    picture.repaint()
print(json.dumps(1000 * (time.process_time() - began) / count))
"""


def measure(folder: Path, starts: int, pictures: int) -> list[Goal]:
    """Start the window so many times and paint so many pictures; returns what was shown."""
    heading("The field window's processor time")
    window, command, bare = [], [], []
    # In turns: whatever else the machine does falls on all of them.
    for number in range(starts):
        window.append(_told(_START, str(folder / f"home{number}")))
        command.append(_told(_COMMAND, str(folder / f"own{number}")))
        bare.append(_told(_BARE, ""))
    start_ms = min(window)
    say(f"Least and middle of {starts}:")
    say(f"Python, Qt and the window until it is painted: {_both(window)}.")
    say(f"The whole command, with its words and the settings: {_both(command)}.")
    say(f"An empty window of PySide6 alone: {_both(bare)}.")
    picture_ms = _told(_PAINT, str(pictures))
    say(f"A picture of 960 x 540, mirrored, with frame, badge and guide: {picture_ms:.2f} ms.")
    return [
        Goal(
            f"at most {START_MS} ms until the window is painted: {start_ms:.0f} ms",
            start_ms <= START_MS,
        ),
        Goal(f"at most {PICTURE_MS} ms a picture: {picture_ms:.2f} ms", picture_ms <= PICTURE_MS),
    ]


def _both(spent_ms: list[float]) -> str:
    """What it takes where nothing disturbs it, and what it took here."""
    return f"{min(spent_ms):.0f} and {median(spent_ms):.0f} ms"


def _told(code: str, argument: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code, argument],
        # Where there is no screen, Qt would end the process.
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    return float(json.loads(done.stdout.splitlines()[-1]))
