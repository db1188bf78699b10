"""Keeps the worker process alive beside the server, and ends it with the server.

The worker is a process of its own, so that its work takes nothing from requests and so that it
can be killed. It sees the end of this process by itself and ends too.
"""

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from server.engines import Engines
from server.logs import LogSettings

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_RESTART_AFTER_S = 0.5
_END_S = 1.5
_log = logging.getLogger(__name__)


class WorkerSupervisor:
    """Starts the worker and starts it again whenever it dies."""

    def __init__(
        self, data_folder: Path, engines: Engines, log: LogSettings, *, is_alone: bool
    ) -> None:
        self._data_folder = data_folder
        self._engines = engines
        self._log = log
        self._is_alone = is_alone
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="worker-watch", daemon=True)
        self._process: BaseProcess | None = None
        self._guard = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The worker's process id."""
        return None if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the worker and watch it."""
        self._thread.start()

    def stop(self) -> None:
        """End the worker, by force if need be; a job that it was doing is taken up again later."""
        self._stopping.set()
        with self._guard:
            process = self._process
        if process is not None:
            process.terminate()
            process.join(_END_S)
            if process.is_alive():
                process.kill()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopping.is_set():
            process = self._start_one()
            if process is None:
                return
            process.join()
            if not self._stopping.wait(_RESTART_AFTER_S):
                _log.warning("the worker ended (%s); starting another", process.exitcode)

    def _start_one(self) -> "BaseProcess | None":
        import multiprocessing

        with self._guard:
            if self._stopping.is_set():
                return None
            context = multiprocessing.get_context("spawn")
            self._process = context.Process(
                target=_work,
                args=(str(self._data_folder), self._engines, self._log, self._is_alone),
                name="holdfast-worker",
            )
            self._process.start()
            return self._process


def _work(data_folder: str, engines: Engines, log: LogSettings, is_alone: bool) -> None:
    # Here and not above: a receiver does no jobs itself, and is to stay small.
    from server.jobs.worker import main

    main(data_folder, engines, log, is_alone)
