"""Keeps the computer from falling asleep while it records, and only then.

The screen may go dark. A system that does not let itself be asked is no error: recording goes on,
and the log says so.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

_log = logging.getLogger(__name__)

KeepAwake = Callable[[], AbstractContextManager[object]]
"""Makes a context; the computer stays awake inside it."""
_LEAVE_S = 1.0


@contextmanager
def sleep_inhibited() -> Iterator[None]:
    """The system does not sleep by itself inside this context, if it can be asked."""
    from wakepy import keep

    with keep.running(on_fail="pass") as mode:
        if mode.active:
            _log.info("the computer stays awake while it records")
        else:
            _log.info("nothing here can keep the computer awake; it may fall asleep by itself")
        yield


class Wakefulness:
    """Awake from `begin` to `end`, on a thread of its own: the system may take its time to answer,
    and whoever asked must be the one who takes it back."""

    def __init__(self, keep_awake: KeepAwake) -> None:
        self._keep_awake = keep_awake
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Stay awake from now on; returns at once."""
        self.end()
        self._over = threading.Event()
        self._thread = threading.Thread(
            target=self._stay, args=(self._over,), name="awake", daemon=True
        )
        self._thread.start()

    def end(self) -> None:
        """Sleep is allowed again. Calling it again does nothing."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(_LEAVE_S)
            self._thread = None

    def _stay(self, over: threading.Event) -> None:
        try:
            with self._keep_awake():
                over.wait()
        except Exception:  # noqa: BLE001  # Whatever the system's service says: recording goes on.
            _log.exception("the computer may fall asleep while it records")
