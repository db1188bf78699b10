"""Where plain threads meet Qt: their callbacks become queued signals of one object.

It owns the thread that asks the station for the queue's snapshot and the thread on which the
station's slow methods run. It must not decide what anything means.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.recording.disk import Space
    from uploader.items import QueueSnapshot

_log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5
SPACE_EVERY_LOOKS = 10


class Bridge(QObject):
    """Signals for what happens on other threads. Receivers run on the thread of Qt."""

    recorder_event = Signal(object)
    snapshot = Signal(object)
    snapshot_failed = Signal(str)
    space = Signal(object)
    raise_asked = Signal()
    fault = Signal(str)
    """An exception of our own that nobody caught; the text is its traceback."""
    command_done = Signal(str)
    command_failed = Signal(str, str)
    """Name of the command and why it failed."""

    def on_event(self, event: object) -> None:
        """Give an event of the station to the thread of Qt. May be called from any thread."""
        self.recorder_event.emit(event)

    def on_fault(self, trace: str) -> None:
        """Report a defect. May be called from any thread."""
        self.fault.emit(trace)


class Observed(Protocol):
    """What can be looked at: the queue and the disk."""

    def queue_snapshot(self) -> "QueueSnapshot": ...

    def space(self) -> "Space": ...


class Looker:
    """Asks for snapshots on a thread of its own and reports those that differ from the last."""

    def __init__(self, station: Observed, bridge: Bridge) -> None:
        self._station = station
        self._bridge = bridge
        self._stop = threading.Event()
        self._now = threading.Event()
        self._last: QueueSnapshot | None = None
        self._last_space: Space | None = None
        self._last_failure: str | None = None
        self._thread = threading.Thread(target=self._run, name="snapshots", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def look_now(self) -> None:
        """Ask at once: something has happened that the list should show."""
        self._now.set()

    def stop(self) -> None:
        """End the thread; it may finish its last question after this returns."""
        self._stop.set()
        self._now.set()

    def _run(self) -> None:
        looks = 0
        while not self._stop.is_set():
            self._look()
            if looks % SPACE_EVERY_LOOKS == 0:
                self._look_at_space()
            looks += 1
            self._now.wait(LOOK_EVERY_S)
            self._now.clear()

    def _look(self) -> None:
        try:
            snapshot = self._station.queue_snapshot()
        # Whatever the queue's database says: the window must go on showing what it knows.
        except Exception as error:  # noqa: BLE001
            self._report_failure(error)
            return
        if snapshot != self._last or self._last_failure is not None:
            self._last, self._last_failure = snapshot, None
            self._bridge.snapshot.emit(snapshot)

    def _report_failure(self, error: Exception) -> None:
        text = str(error) or type(error).__name__
        if text != self._last_failure and not self._stop.is_set():
            self._last_failure = text
            _log.exception("the queue's snapshot could not be read")
            self._bridge.snapshot_failed.emit(text)

    def _look_at_space(self) -> None:
        found = self._station.space()
        if found != self._last_space:
            self._last_space = found
            self._bridge.space.emit(found)


class Commands:
    """Runs the station's methods one after the other, never on the thread of Qt."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="commands")

    def run(self, name: str, command: Callable[[], object]) -> None:
        """Run `command`; `command_done` or `command_failed` follows with this name."""
        future = self._threads.submit(command)
        future.add_done_callback(lambda done: self._report(name, done))

    def close(self) -> None:
        """Take no more commands. Does not wait for the one that runs."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _report(self, name: str, done: Future[object]) -> None:
        if done.cancelled():
            return
        error = done.exception()
        if error is None:
            self._bridge.command_done.emit(name)
            return
        _log.error("%s failed", name, exc_info=error)
        self._bridge.command_failed.emit(name, str(error) or type(error).__name__)
