"""The queue of a station and the thread that sends from it, kept going until the station closes.

It joins queue, handoff and worker, joins them anew where the queue's database is damaged, and has
sending wait while a recording needs all that the computer has. It records nothing, and what people
want of the queue is in `queue_desk.py`.
"""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.ballast import Reserves
from desktop.handoff import Handoff
from desktop.station_events import OnEvent
from uploader import texts
from uploader.adopt import Adoption
from uploader.errors import QueueDamaged, UploaderError
from uploader.installation import Installation
from uploader.items import QueueSnapshot
from uploader.settings import UploadSettings

if TYPE_CHECKING:
    from uploader.worker import Worker

_log = logging.getLogger(__name__)

WORKER_STOP_S = 5.0
_AFTER_ERROR_S = 2.0


class Sending:
    """One station's queue and its sender. Methods may be called from any thread.

    `installation`, `queue` and `handoff` are others once a queue was built anew: ask each time.
    """

    def __init__(
        self,
        installation: Installation,
        tell: OnEvent,
        reserves: Reserves,
        turn: threading.RLock,
        *,
        uploads: bool,
    ) -> None:
        """`turn` is the station's: nothing begins while a queue is joined anew."""
        self._home = installation.home
        self._clock = installation.clock
        self._tell = tell
        self._reserves = reserves
        self._turn = turn
        self._busy: set[str] = set()
        self._busy_lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.stopped = threading.Event()
        """Set once the station closes."""
        self._join(installation, uploads=uploads)

    def _join(self, installation: Installation, *, uploads: bool) -> None:
        self.installation = installation
        self.queue = installation.queue
        self._watch = installation.queue.watch()
        self.worker: Worker | None = (
            installation.worker(self._tell, self._room_for_queue) if uploads else None
        )
        self.handoff = Handoff(
            self._home,
            self.queue,
            installation.identity.sign,
            self._clock,
            self.wake,
            self._reserves.release,
        )

    def adopt(self) -> Adoption:
        """Take up what stands on disk and has no row yet."""
        return self.installation.adopt()

    def start(self) -> None:
        """Send in the background, where this station sends."""
        if self.worker is not None:
            self._thread = threading.Thread(target=self._send, name="uploader")
            self._thread.start()

    def wake(self) -> None:
        """There is something new to send, or to know."""
        if self.worker is not None:
            self.worker.wake()

    def try_now(self) -> None:
        """End every wait of the uploader, also of one that runs as a process of its own."""
        if self.worker is not None:
            self.worker.try_now()
        else:
            self.queue.make_due()

    def follow(self, read: Callable[[], UploadSettings]) -> None:
        """Send by other rules from now on; they are read only where this station sends."""
        if self.worker is not None:
            self.worker.follow_rules(read())

    def look(self) -> QueueSnapshot:
        """What waits and what was sent, as of now; cheap, however long the queue is."""
        return self._watch.look()

    def make_room(self, recording: str, is_busy: bool) -> None:
        """Have sending wait while any recording needs all that the computer has."""
        # Each camera's recorder says so from a thread of its own.
        with self._busy_lock:
            before = bool(self._busy)
            if is_busy:
                self._busy.add(recording)
            else:
                self._busy.discard(recording)
            if self.worker is None or before == bool(self._busy):
                return
            try:
                if self._busy:
                    self.worker.hold(texts.COMPUTER_BUSY)
                else:
                    self.worker.release()
            except UploaderError:
                _log.exception(
                    "what people read of the queue is not up to date; recordings are safe"
                )

    def close(self) -> None:
        """Stop sending, and let go of the queue."""
        self.stopped.set()
        self.wake()
        if self._thread is not None:
            self._thread.join(timeout=WORKER_STOP_S)
        self.installation.close()

    def _send(self) -> None:
        while not self.stopped.is_set():
            worker = self.worker
            assert worker is not None
            try:
                self._run(worker)
            except (UploaderError, OSError):
                _log.exception("sending begins again after a pause; recordings are safe")
                self.stopped.wait(_AFTER_ERROR_S)

    def _run(self, worker: "Worker") -> None:
        try:
            worker.run(self.stopped)
        except QueueDamaged:
            _log.exception("the queue's database is damaged; it is built anew from the files")
            self._build_anew()

    def _build_anew(self) -> None:
        with self._turn:
            self.installation.close()
            self._join(Installation.open(self._home, self._clock), uploads=True)
        self.adopt()

    def _room_for_queue(self) -> bool:
        return self._reserves.release(self._home.root)
