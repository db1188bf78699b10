"""Starts a job's process, listens to it, keeps its lease, and ends it: hung, cancelled or done.

It changes nothing but the claim's lease, progress and log; how the job ended is returned.
"""

import multiprocessing
import os
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final

from holdfast.clock import Clock
from server.jobs import child
from server.jobs.child import Errand
from server.jobs.kinds import Made
from server.jobs.lifeline import end_group, start_marked
from server.jobs.queue import Claim, JobQueue, News
from server.jobs.sayings import Sayings

POLL_S: Final = 0.2
LOOK_EVERY_NS: Final = 500_000_000
"""So often it is asked whether the job was cancelled."""
RENEW_EVERY_NS: Final = 2 * 10**9
_BLOCK_BYTES: Final = 1 << 16
_END_S: Final = 2.0
_LAST_BLOCKS: Final = 16


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a process ended: with a result, or with a reason."""

    made: Made | None = None
    reason: str = ""
    again: bool = True
    waits: bool = False
    """The disk is full, and no attempt is lost by it."""


@dataclass(slots=True)
class _Heard:
    """What is known of a process that is listened to; instants on the monotonic clock."""

    sayings: Sayings
    heard_ns: int
    looked_ns: int
    renewed_ns: int
    progress: float = 0.0
    step: str | None = None
    outcome: Outcome | None = None


class Attendant:
    """Attends to one process at a time. `pace` is the clock by which it loses its patience."""

    def __init__(self, queue: JobQueue, stop: threading.Event, pace: Clock) -> None:
        self._queue = queue
        self._stop = stop
        self._pace = pace

    def attend(self, claim: Claim, errand: Errand, patience_s: float) -> Outcome | None:
        """Have the errand done. None: told to stop, or the claim was lost; nothing is left to do.

        Whatever happens, everything of it was ended when this returns.
        """
        now_ns = self._pace.monotonic_ns()
        sayings = Sayings(claim.said, claim.attempt, self._queue.clock)
        heard = _Heard(sayings, now_ns, now_ns, now_ns)
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        said, saying = context.Pipe(duplex=False) if os.name == "posix" else (None, None)
        process = context.Process(target=child.main, args=(errand, theirs, saying))
        try:
            start_marked(process, errand.attempt)
            for each in (theirs, saying):
                if each is not None:
                    each.close()
            return self._listen(claim, process, (ours, said), heard, patience_s)
        finally:
            end_group(process)
            ours.close()
            if said is not None:
                said.close()

    def _listen(
        self,
        claim: Claim,
        process: BaseProcess,
        ends: tuple[Connection, Connection | None],
        heard: _Heard,
        patience_s: float,
    ) -> Outcome | None:
        ours, said = ends
        open_ends: list[Any] = [each for each in ends if each is not None]
        while heard.outcome is None:
            if self._stop.is_set():
                self._queue.give_back(claim)
                return None
            ready = wait(open_ends, POLL_S)
            if said in ready and not _take(said, heard.sayings):
                open_ends.remove(said)
            if ours in ready:
                heard.outcome = self._hear(process, ours, heard)
            elif self._pace.monotonic_ns() - heard.heard_ns > patience_s * 1e9:
                heard.outcome = Outcome(reason="It took too long without any progress.")
            if heard.outcome is None and not self._is_still_ours(claim, heard):
                return None
        end_group(process)
        if said is not None and said in open_ends:
            _take_rest(said, heard.sayings)
        return heard.outcome if self._tell(claim, heard) else None

    def _hear(self, process: BaseProcess, ours: Connection, heard: _Heard) -> Outcome | None:
        """Take one message; the outcome if it was the last."""
        try:
            message = ours.recv()
        except (EOFError, OSError):
            wait([process.sentinel], _END_S)
            end_group(process)
            return Outcome(reason=f"The process that did it died ({process.exitcode}).")
        heard.heard_ns = self._pace.monotonic_ns()
        match message:
            case ("result", Made() as made):
                return Outcome(made)
            case ("failed", str() as reason, bool() as again):
                return Outcome(reason=reason, again=again)
            case ("waits", str() as reason):
                return Outcome(reason=reason, waits=True)
            case ("progress", float() as done):
                heard.progress = done
            case ("step", str() as step):
                heard.step = step
            case ("said", str() as line):
                heard.sayings.say(line)
        return None

    def _is_still_ours(self, claim: Claim, heard: _Heard) -> bool:
        now_ns = self._pace.monotonic_ns()
        if now_ns - heard.renewed_ns >= RENEW_EVERY_NS:
            heard.renewed_ns = heard.looked_ns = now_ns
            return self._tell(claim, heard)
        if now_ns - heard.looked_ns >= LOOK_EVERY_NS:
            heard.looked_ns = now_ns
            return self._queue.holds(claim)
        return True

    def _tell(self, claim: Claim, heard: _Heard) -> bool:
        if heard.outcome is not None and heard.outcome.made is not None:
            heard.progress = 1.0
        news = News(heard.step, heard.sayings.lines)
        return self._queue.renew(claim, heard.progress, news)


def _take(said: Connection, sayings: Sayings) -> bool:
    """Take what can be read now; false at the end."""
    data = os.read(said.fileno(), _BLOCK_BYTES)
    sayings.take(data)
    return bool(data)


def _take_rest(said: Connection, sayings: Sayings) -> None:
    for _ in range(_LAST_BLOCKS):
        if not wait([said], 0) or not _take(said, sayings):
            break
    sayings.end()
