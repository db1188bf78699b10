"""The process in which media are touched. It may crash; whoever started it finds out.

It and all that it starts are one group of processes, so that they can be ended together, and carry
a mark in their environment, so that what a dead worker left behind can be found.
"""

import faulthandler
import importlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path, PurePath
from typing import Final

from holdfast import durable
from holdfast.fragments import Damaged
from holdfast.jsonform import Json, canonical
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.kinds import Made, Task
from server.jobs.lifeline import begin_group, end_with_parent
from server.operating import OperatingSettings

FULL = "The disk is full. What was received is safe; this goes on by itself once there is room."
FACTS_MOST_BYTES: Final = 64 << 10
_PROGRESS_STEP = 0.01
_UNSAID_MOST: Final = 50
_NICENESS: Final = 10
"""Requests come before the work on what came before."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One attempt at one job, as the process that does it is told."""

    work: str
    folder: str
    attempt: str
    params: Json
    operating: OperatingSettings
    memory_most_bytes: int | None


def main(errand: Errand, out: Connection, said: Connection | None) -> None:
    """Do the job. Sends ("progress", share), ("step", text), ("said", line), and in the end
    ("result", Made), ("failed", why, again), or ("waits", why) where the disk is full.

    What it and its programs write to their standard output and error goes into `said`.
    """
    # Ctrl-C reaches every process of the terminal; the worker decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    begin_group()
    end_with_parent(with_group=True)
    if said is not None:
        os.dup2(said.fileno(), 1)
        os.dup2(said.fileno(), 2)
        said.close()
    faulthandler.enable(2)
    _limit(errand.memory_most_bytes)
    # PyAV is loaded here and not in the worker: it is large, and its crashes are this process's.
    import av

    from server.jobs.parts import CannotSucceed
    from server.jobs.room import NoRoom

    try:
        made = _work(errand, out)
    except CannotSucceed as error:
        out.send(("failed", str(error), False))
    except Damaged as error:
        out.send(("failed", f"A segment is damaged: {error}.", False))
    except av.error.InvalidDataError as error:
        out.send(("failed", f"A segment cannot be read as video: {named(error)}.", False))
    except NoRoom as error:
        out.send(("waits", str(error)))
    except MemoryError:
        out.send(("failed", "It needs more memory than a job may have.", False))
    except (OSError, av.error.FFmpegError, ValueError) as error:
        if durable.is_no_space(OSError(getattr(error, "errno", None), "")):
            out.send(("waits", FULL))
        else:
            out.send(("failed", f"It failed: {named(error)}. What came is safe.", True))
    else:
        out.send(("result", made))


def named(error: Exception) -> str:
    """What went wrong, and with which file, for people who look at jobs: where the receiver keeps
    its files is nobody's business.
    """
    said = getattr(error, "strerror", None) or str(error)
    path = getattr(error, "filename", None)
    return f"{said} ({PurePath(path).name})" if isinstance(path, str) and path else said


def _limit(memory_most_bytes: int | None) -> None:
    if os.name != "posix":
        return
    import resource

    os.nice(_NICENESS)
    if memory_most_bytes is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        if hard == resource.RLIM_INFINITY or hard > memory_most_bytes:
            resource.setrlimit(resource.RLIMIT_DATA, (memory_most_bytes, hard))


class _Reporter:
    """Sends progress in steps of a hundredth, and now and then in between: a hundredth of a day
    takes long, and who says nothing is thought to hang.
    """

    def __init__(self, out: Connection) -> None:
        self._out = out
        self._next = 0.0
        self._unsaid = 0

    def __call__(self, share: float) -> None:
        self._unsaid += 1
        if share >= self._next or self._unsaid >= _UNSAID_MOST:
            self._out.send(("progress", float(share)))
            self._next, self._unsaid = share + _PROGRESS_STEP, 0


def _work(errand: Errand, out: Connection) -> Made:
    folder = ReceivedRecording(Path(errand.folder))
    task = Task(
        folder=folder,
        attempt=errand.attempt,
        params=errand.params,
        operating=errand.operating,
        told=_Reporter(out),
        say=lambda line: out.send(("said", line)),
        step=lambda text: out.send(("step", text)),
    )
    made = _function(errand.work)(task)
    if len(canonical(made.facts)) > FACTS_MOST_BYTES:
        raise ValueError(f"{errand.work} made more facts than a result may hold")
    return made


def _function(work: str) -> Callable[[Task], Made]:
    module, _, name = work.partition(":")
    function: Callable[[Task], Made] = getattr(importlib.import_module(module), name)
    return function
