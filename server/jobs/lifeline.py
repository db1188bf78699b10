"""Processes that do not outlive who started them, however that one dies.

A job's process leads a group, which is ended as a whole. Whatever escaped that, because both the
worker and the job's process were killed, carries a mark in its environment by which it is found.
"""

import logging
import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Final

MARK: Final = "HOLDFAST_JOB_ATTEMPT"
"""In the environment of a job's processes: which attempt at which job they belong to."""
_IS_POSIX: Final = os.name == "posix"
_STARTING: Final = threading.Lock()
_log = logging.getLogger(__name__)


def begin_group() -> None:
    """Lead a group of processes, to which everything belongs that this process starts."""
    if _IS_POSIX:
        os.setsid()


def start_marked(process: BaseProcess, attempt: str) -> None:
    """Start a process that carries the mark of this attempt, as all do that it starts."""
    if _IS_POSIX:
        # It belongs to this process, whichever job is the first: it must not carry the mark.
        resource_tracker.ensure_running()
    with _STARTING:
        os.environ[MARK] = attempt
        try:
            process.start()
        finally:
            del os.environ[MARK]


def end_with_parent(*, with_group: bool = False) -> None:
    """Have this process end at once when the process that started it is gone."""
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("only a child process has a parent to end with")

    def watch() -> None:
        wait([parent.sentinel])
        if with_group and _IS_POSIX:
            os.killpg(os.getpid(), signal.SIGKILL)
        os._exit(1)

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()


def end_group(process: BaseProcess) -> None:
    """End a process that was started here, with all that it started. It is not waited for before:
    until then nobody else can have its number.
    """
    if process.pid is None:
        return
    if _IS_POSIX:
        # Where it is not there, the process has not begun its group yet, and has started nothing.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        _end_tree(process.pid)
    process.kill()
    process.join()


def end_left_over(attempt: str) -> int:
    """End what still runs on this machine for an attempt whose worker is dead; how many there were.

    The mark names the attempt, so that a process number that was given out again deceives nobody.
    """
    # Here and not above: the receiver itself, which starts the worker, has no use for it.
    import psutil

    ended = 0
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.environ().get(MARK) == attempt:
                process.kill()
                ended += 1
    if ended:
        _log.warning("%d processes of a dead worker's job were ended", ended)
    return ended


def _end_tree(pid: int) -> None:
    import psutil

    with suppress(psutil.Error):
        for process in psutil.Process(pid).children(recursive=True):
            with suppress(psutil.Error):
                process.kill()
