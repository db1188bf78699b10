"""The window's process never imports what may block or abort it, and ends when it is told to."""

import signal
import subprocess
import sys
from pathlib import Path

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

def opened(on_event):
    def heard(event):
        if isinstance(event, Ready):
            print("heavy:", sorted({"cv2", "av", "sounddevice"} & set(sys.modules)), flush=True)
        on_event(event)
    return open_station(home, SystemClock(), heard, uploads=True)

sys.exit(app.run(home, CaptureRequest("test"), open_station=opened))
"""


def test_the_window_imports_no_device_code_and_ends_on_sigterm(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        said = process.stdout.readline().strip()
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=30)
        complaints = process.stderr.read()

    assert said == "heavy: []"
    assert (code, complaints) == (0, "")
