"""The worker process: claims a job, does it in a child process, says how it ended; again.

It never does the work itself: a native crash, a hang or too much memory in a codec then costs one
attempt at one job and nothing else.
"""

import signal
import threading
from pathlib import Path

from holdfast.clock import Clock, SystemClock
from holdfast.ids import new_id
from holdfast.receiver_layout import ReceiverData
from server.db.engine import Database
from server.jobs.lifeline import end_with_parent
from server.jobs.queue import JobQueue
from server.jobs.runner import Runner
from server.logs import LogSettings, configure

POLL_S = 0.25
REAP_EVERY_POLLS = 8


def main(data_folder: str, log: LogSettings) -> None:
    """Work until told to stop, or until the process that started this one is gone."""
    configure(log)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda _signal, _frame: stop.set())
    end_with_parent()
    data = ReceiverData(Path(data_folder))
    database = Database(data.database)
    clock = SystemClock()
    Worker(data, database, clock, stop).run()
    database.close()


class Worker:
    """One worker with a name of its own. `serve` has exactly one."""

    def __init__(
        self, data: ReceiverData, database: Database, clock: Clock, stop: threading.Event
    ) -> None:
        self._queue = JobQueue(database, clock)
        self._name = new_id(clock.now())
        self._runner = Runner(data, database, self._queue, stop)
        self._stop = stop

    def run(self) -> None:
        """Claim and do jobs until `stop` is set."""
        # Whatever is running now belongs to a worker that died: this is the only one.
        self._queue.reap(everything=True)
        polls = 0
        while not self._stop.is_set():
            claim = self._queue.claim(self._name)
            if claim is not None:
                self._runner.run(claim)
                continue
            polls += 1
            if polls % REAP_EVERY_POLLS == 0:
                self._queue.reap(everything=False)
            self._stop.wait(POLL_S)
