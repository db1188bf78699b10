"""What goes on beside the requests of a receiver: reading everything again, and keeping a reserve.

One thread of the process that serves, slow on purpose.
"""

import logging
import threading
from typing import Final

from server.domain.scrub import Scrub
from server.receiver import Receiver

LOOK_EVERY_S: Final = 60.0
_log = logging.getLogger(__name__)


class Caretaker:
    """Use `start` and `stop`."""

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver
        self._stop = threading.Event()
        self._scrub = Scrub(
            receiver.data,
            receiver.database,
            receiver.identity,
            receiver.damage,
            receiver.clock,
            self._pause,
        )
        self._thread = threading.Thread(target=self._run, name="caretaker", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End within a block's reading."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _pause(self, seconds: float) -> None:
        if self._stop.wait(seconds):
            raise _Stopped

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._once()
            except _Stopped:
                return
            except Exception:  # noqa: BLE001 - whatever it was, the next look may succeed
                _log.exception("looking after what is stored was cut off; it goes on later")
            self._stop.wait(LOOK_EVERY_S)

    def _once(self) -> None:
        self._receiver.admission.keep_reserve()
        if not self._receiver.data.files.are_here:
            # A bucket's own service reads its disks again; nothing here knows better.
            return
        while (due := self._scrub.next_due()) is not None:
            self._scrub.look(due)


class _Stopped(Exception):
    """The receiver ends."""
