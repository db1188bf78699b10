"""The real window, recording the live scene, in a process that holds the interpreter for long.

Run by `frames_lost` as a process of its own: `python -m benchmarks.busy_window HOME SECONDS own`
(or `hosted`), and by `scroll` with `own scroll`. It presses the window's own button and prints what
it saw as one line of JSON.
"""

import ctypes
import json
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.hosted import host_recorder
from benchmarks.scroller import Scroller
from desktop.app import run
from desktop.recorder_process import Spawn, spawn_recorder
from desktop.recording.model import CaptureRequest, PartBegan, Ready
from desktop.station import Computer, RecordingSaved, Station, StationEvent, open_station
from desktop.ui.asked import RecordingKept
from desktop.ui.main_window import MainWindow
from holdfast.clock import SystemClock
from holdfast.layout import Home

HOLD_S: Final = 0.4
"""In every second, as a large list rebuilt or a big JSON parsed by a C function would."""
_LOOK_MS: Final = 100


@dataclass
class Seen:
    """What the window's process saw; `sent_bytes` while the recording ran."""

    recording: str = ""
    holds: int = 0
    longest_hold_s: float = 0.0
    sent_bytes: int = 0
    unsent_bytes: int = 0
    scrolled_rows: int = 0
    scroll_steps: int = 0


class Burden(Protocol):
    """What keeps the window's process busy while it records."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


class InterpreterHolder:
    """Holds the interpreter's lock (GIL) for `HOLD_S` of every second.

    `ctypes.PyDLL` does not release the lock, and `usleep` keeps it for exactly that long however
    busy the processors are.
    """

    def __init__(self, seen: Seen) -> None:
        self._seen = seen
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="holder", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        library = ctypes.PyDLL(None)
        while not self._stop.wait(1 - HOLD_S):
            began_s = time.monotonic()
            library.usleep(round(HOLD_S * 1_000_000))
            self._seen.holds += 1
            self._seen.longest_hold_s = max(self._seen.longest_hold_s, time.monotonic() - began_s)


class Person(QObject):
    """Whoever sits in front of the window: records for so many seconds, then quits."""

    def __init__(self, seconds: float, burden: str) -> None:
        """`burden`: `hold` the interpreter, or `scroll` through a long queue."""
        super().__init__()
        self.seen = Seen()
        self._seconds = seconds
        self._station: Station | None = None
        scrolls = burden == "scroll"
        self._burden: Burden = Scroller(self.seen) if scrolls else InterpreterHolder(self.seen)
        self._sent_before = 0
        self._next: Callable[[], bool] = self._record
        self._heard: set[type[object]] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._until_s = 0.0

    def hear(self, event: StationEvent) -> None:
        """Take note of an event. Called from the station's threads."""
        if isinstance(event, RecordingSaved):
            self.seen.recording = event.recording
        self._heard.add(type(event))

    def knows(self, station: Station) -> None:
        """The station behind the window, to ask how much was sent."""
        self._station = station

    def _look(self) -> None:
        if self._next():
            self._next = {
                self._record: self._begin,
                self._begin: self._stop,
                self._stop: self._quit,
            }.get(self._next, lambda: False)

    def _window(self) -> MainWindow | None:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        return found[0] if found else None

    def _record(self) -> bool:
        window = self._window()
        if window is None or Ready not in self._heard:
            return False
        window.record_toggled.emit()
        return True

    def _begin(self) -> bool:
        if PartBegan not in self._heard:
            return False
        self._sent_before, _ = self._sent()
        self._burden.start()
        self._until_s = time.monotonic() + self._seconds
        return True

    def _stop(self) -> bool:
        window = self._window()
        if window is None or time.monotonic() < self._until_s:
            return False
        sent, self.seen.unsent_bytes = self._sent()
        self.seen.sent_bytes = sent - self._sent_before
        self._burden.stop()
        window.record_toggled.emit()
        return True

    def _quit(self) -> bool:
        if RecordingSaved not in self._heard:
            return False
        # As the system would end it: a window asks a person, and nobody is here to answer.
        signal.raise_signal(signal.SIGTERM)
        return True

    def _sent(self) -> tuple[int, int]:
        """Bytes that the receiver has acknowledged, and bytes that wait."""
        if self._station is None:
            return 0, 0
        snapshot = self._station.queue_snapshot()
        sent = sum(each.custody.received_bytes for each in snapshot.recordings)
        return sent, snapshot.totals.bytes_unsent


def main(home: Path, seconds: float, spawn: Spawn, burden: str) -> int:
    """Open the window on this home, have it record, and print what was seen."""
    app = QApplication(sys.argv[:1])
    person = Person(seconds, burden)

    def opened(on_event: Callable[[object], None]) -> Station:
        def heard(event: StationEvent) -> None:
            on_event(RecordingKept(event.recording) if isinstance(event, RecordingSaved) else event)
            person.hear(event)

        station = open_station(
            Home(home), SystemClock(), heard, uploads=True, computer=Computer(spawn=spawn)
        )
        person.knows(station)
        return station

    code = run(Home(home), [CaptureRequest(source="test:live")], "light", opened)
    print(json.dumps(asdict(person.seen)), flush=True)
    del app
    return code


if __name__ == "__main__":
    _, home_text, seconds_text, where, *burdens = sys.argv
    spawn = host_recorder if where == "hosted" else spawn_recorder
    sys.exit(main(Path(home_text), float(seconds_text), spawn, *(burdens or ["hold"])))
