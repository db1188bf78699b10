"""Work that a serving receiver does now and then, each kind in a thread of its own."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)


class Periodic:
    """Calls `work` every so many seconds until `stop`. What goes wrong is logged only."""

    def __init__(self, name: str, every_s: float, work: Callable[[], object]) -> None:
        self._name = name
        self._every_s = every_s
        self._work = work
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin, with a first call at once."""
        self._thread.start()

    def stop(self, patience_s: float) -> None:
        """Call no more, and wait up to `patience_s` for a call that is under way."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(patience_s)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._work()
            except Exception:  # noqa: BLE001 - one bad turn must not end all later ones
                _log.exception("%s failed and is tried again in %s s", self._name, self._every_s)
            self._stopping.wait(self._every_s)
