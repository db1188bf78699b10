"""The worker process: claims a job, does it in a child process, says how it ended; again.

It never does the work itself: a native crash, a hang or too much memory in a codec then costs one
attempt at one job and nothing else.
"""

import logging
import signal
import threading
from pathlib import Path

from sqlalchemy.exc import OperationalError

from holdfast.clock import Clock, SystemClock
from holdfast.ids import new_id
from holdfast.receiver_layout import ReceiverData
from server.blobs.store import Store, open_store
from server.db.engine import Database, open_database
from server.engines import Engines
from server.jobs.bell import Bell, open_bell
from server.jobs.lifeline import end_left_over, end_with_parent
from server.jobs.presence import Presence
from server.jobs.queue import JobQueue
from server.jobs.runner import Runner
from server.logs import LogSettings, configure

REAP_EVERY_NS = 2 * 10**9
DROP_EVERY_S = 2.0
_log = logging.getLogger(__name__)


def main(data_folder: str, engines: Engines, log: LogSettings, is_alone: bool) -> None:
    """Work until told to stop, or until the process that started this one is gone."""
    configure(log)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda _signal, _frame: stop.set())
    end_with_parent()
    work(ReceiverData(Path(data_folder)), engines, stop, is_alone=is_alone)


def work(data: ReceiverData, engines: Engines, stop: threading.Event, *, is_alone: bool) -> None:
    """Do jobs until `stop` is set. Raises EngineUnusable."""
    database = open_database(data.database, engines)
    store, _ = open_store(data, engines, database)
    bell = open_bell(engines)
    Worker(store, database, database.clock(SystemClock()), bell, stop, is_alone).run()
    bell.close()
    database.close()


class Worker:
    """One worker with a name of its own; `is_alone`: there is no other for these jobs."""

    def __init__(
        self,
        data: Store,
        database: Database,
        clock: Clock,
        bell: Bell,
        stop: threading.Event,
        is_alone: bool,
    ) -> None:
        self._files = data.files
        self._queue = JobQueue(database, clock)
        self._presence = Presence(database, clock)
        self._clock = clock
        self._name = new_id(clock.now())
        self._runner = Runner(data, database, self._queue, stop)
        self._bell = bell
        self._stop = stop
        self._is_alone = is_alone

    def run(self) -> None:
        """Claim and do jobs until `stop` is set."""
        if not self._files.are_here:
            threading.Thread(target=self._drop_copies, name="copies", daemon=True).start()
        # Where this is the only one, whatever is running now belongs to a worker that died.
        self._reap(everything=self._is_alone)
        reap_at_ns = 0
        while not self._stop.is_set():
            self._presence.tell()
            claim = self._queue.claim(self._name)
            if claim is not None:
                self._runner.run(claim)
                continue
            if self._clock.monotonic_ns() >= reap_at_ns:
                self._reap(everything=False)
                reap_at_ns = self._clock.monotonic_ns() + REAP_EVERY_NS
            self._bell.wait(self._stop)

    def _drop_copies(self) -> None:
        """Keep a recording's files on this machine as long as jobs of it wait, and no longer."""
        while not self._stop.is_set():
            try:
                copied = self._files.copied()
                for recording in set(copied) - self._queue.with_work(copied):
                    self._files.drop_copies(recording)
            except (OSError, OperationalError) as error:
                _log.warning("copies of recordings could not be deleted yet: %s", error)
            self._stop.wait(DROP_EVERY_S)

    def _reap(self, *, everything: bool) -> None:
        """Have dead workers' jobs done again, and end what these left running on this machine."""
        for attempt in self._queue.reap(everything=everything):
            end_left_over(attempt)
