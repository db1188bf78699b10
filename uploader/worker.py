"""The loop that empties the queue: a coordinator and its senders, each taking one thing at a time.

The same loop runs as a thread of the app and as `holdfast upload`; both may run at once, because
claims are exclusive. Everything that must outlive a restart is in the queue. It decides nothing
about answers (`policy.py`) and sends nothing itself (`delivery.py`, `journey.py`).
"""

import logging
import random
import threading
from collections.abc import Callable
from enum import Enum
from typing import Final

from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from uploader.adopt import Adoption
from uploader.attempt import Pace
from uploader.delivery import deliver_segment
from uploader.errors import QueueDamaged, QueueError, SecretsUnreadable
from uploader.identity import Enrolment
from uploader.items import AT_HOME, LEFT_ALONE, Network, NetworkStatus, UploadEvent
from uploader.journey import advance_recording
from uploader.line import Line
from uploader.policy import Uniform
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.settings import UploadSettings
from uploader.transport import Transport
from uploader.wake import Wake

HOUSEKEEPING_S: Final = 60.0
IDLE_S: Final = 2.0
"""Nobody waits longer than this, whatever else failed to wake them."""
FOLLOW_S: Final = 0.2
"""How often it is looked whether to stop, and whether another process changed the queue."""
JOIN_S: Final = 5.0
_AFTER_ERROR_S: Final = 2.0
_log = logging.getLogger(__name__)


class Outcome(Enum):
    """How a run until the queue is empty ended."""

    EMPTY = "empty"
    FAILED = "failed"
    """Something needs a person; all the rest is at home."""
    REMAINS = "remains"


def _ignore(_event: UploadEvent) -> None:
    return None


class Worker:
    """Sends what waits. One `run` at a time; `wake` and `try_now` may come from any thread."""

    def __init__(
        self,
        queue: Queue,
        load_enrolment: Callable[[], Enrolment | None],
        rescan: Callable[[], Adoption],
        clock: Clock,
        settings: UploadSettings,
        on_event: Callable[[UploadEvent], None] = _ignore,
        uniform: Uniform = random.uniform,
    ) -> None:
        self._queue = queue
        self._load_enrolment = load_enrolment
        self._rescan = rescan
        self._clock = clock
        self._settings = settings
        self._on_event = on_event
        self._uniform = uniform
        self._wake = Wake()
        self._line: Line | None = None
        self._failure: BaseException | None = None
        self._housekeeping_due_ns = 0
        self._seen_changes = 0
        self._network = Network.ONLINE
        self._reachability = Reachability(clock, uniform, self._note_network)

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.call()

    def try_now(self) -> None:
        """End every wait: a person asked, the network came back, the computer woke up."""
        self._queue.make_due()
        self._reachability.look_now()
        self._housekeeping_due_ns = 0
        self._wake.call()

    def run(self, stop: threading.Event) -> None:
        """Send until `stop` is set. Raises QueueDamaged when the queue has to be rebuilt."""
        self._run(stop, None, None)

    def run_until_empty(
        self, timeout_s: float | None = None, stop: threading.Event | None = None
    ) -> Outcome:
        """Send until every recording is verified, nothing but failures is left, or time is up."""
        deadline_ns = None
        if timeout_s is not None:
            deadline_ns = self._clock.monotonic_ns() + int(timeout_s * 1e9)
        finished: list[Outcome] = []
        self._run(stop or threading.Event(), deadline_ns, finished)
        return finished[0] if finished else self._outcome() or Outcome.REMAINS

    def run_once(self) -> bool:
        """Do the one thing that comes first, in this thread; False when nothing is due."""
        self._housekeep()
        line = self._line
        if line is None:
            return False
        if self._reachability.is_probe_due():
            return line.probe()
        if not self._reachability.may_send():
            return False
        return advance_recording(line) or deliver_segment(line)

    def _run(
        self,
        stop: threading.Event,
        deadline_ns: int | None,
        finished: list[Outcome] | None,
    ) -> None:
        self._close_line()
        self._wake, self._failure = Wake(), None
        self._queue.claims.release_own()
        self._note_network(NetworkStatus())
        ended = threading.Event()
        threads = [
            threading.Thread(
                target=self._follow, args=(stop, ended), name="uploader-stop", daemon=True
            ),
            *(
                threading.Thread(target=self._send, name=f"uploader-{number}", daemon=True)
                for number in range(self._settings.max_parallel)
            ),
        ]
        for thread in threads:
            thread.start()
        try:
            self._coordinate(deadline_ns, finished)
        finally:
            ended.set()
            self._wake.stop()
            for thread in threads:
                thread.join(JOIN_S)
            self._close_line()
        if self._failure is not None:
            raise self._failure

    def _follow(self, stop: threading.Event, ended: threading.Event) -> None:
        # `stop` belongs to the caller and wakes nobody who waits on the condition; nor does
        # another process that records.
        while not ended.is_set():
            if stop.wait(FOLLOW_S):
                self._wake.stop()
                return
            if self._guarded(self._changed_by_others):
                self._wake.call()

    def _changed_by_others(self) -> bool:
        seen, self._seen_changes = self._seen_changes, self._queue.changes_by_others()
        return self._seen_changes != seen

    def _coordinate(self, deadline_ns: int | None, finished: list[Outcome] | None) -> None:
        while not self._wake.stopped.is_set():
            seen = self._wake.generation
            if deadline_ns is not None and self._clock.monotonic_ns() >= deadline_ns:
                return
            if self._guarded(self._coordinate_once):
                self._wake.call()
                continue
            if finished is not None and (outcome := self._outcome()) is not None:
                finished.append(outcome)
                return
            self._wake.wait(seen, self._idle_s(deadline_ns))

    def _coordinate_once(self) -> bool:
        self._housekeep()
        line = self._line
        if line is None:
            return False
        if self._reachability.is_probe_due():
            return line.probe()
        return self._reachability.may_send() and advance_recording(line)

    def _send(self) -> None:
        while not self._wake.stopped.is_set():
            seen = self._wake.generation
            if self._guarded(self._send_once):
                self._wake.call()
            else:
                self._wake.wait(seen, self._idle_s(None))

    def _send_once(self) -> bool:
        line = self._line
        return line is not None and self._reachability.may_send() and deliver_segment(line)

    def _guarded(self, work: Callable[[], bool]) -> bool:
        """Do some work. What passes is logged and tried again; what does not ends the worker."""
        try:
            return work()
        except QueueDamaged as error:
            self._fail(error)
        except (QueueError, OSError):
            _log.exception("the uploader goes on after a pause; nothing is lost")
            self._wake.stopped.wait(_AFTER_ERROR_S)
        except BaseException as error:
            self._fail(error)
            raise
        return False

    def _fail(self, error: BaseException) -> None:
        self._failure = self._failure or error
        self._wake.stop()

    def _idle_s(self, deadline_ns: int | None) -> float:
        waits = [IDLE_S]
        if self._line is not None and (due_s := self._queue.claims.next_due_s()) is not None:
            waits.append(max(due_s, 0.05))
        if (wait_s := self._reachability.wait_s()) > 0:
            waits = [min(wait_s, IDLE_S)]
        if deadline_ns is not None:
            waits.append(max(0.0, (deadline_ns - self._clock.monotonic_ns()) / 1e9))
        return min(waits)

    def _outcome(self) -> Outcome | None:
        progress = list(self._queue.progress().values())
        left = [each for each in progress if each.step not in AT_HOME | LEFT_ALONE]
        if not left:
            return Outcome.EMPTY
        if self._reachability.is_paused:
            return Outcome.FAILED
        if all(each.only_failed_left for each in left):
            return Outcome.FAILED
        return None

    # Housekeeping ----------------------------------------------------------------------------

    def _housekeep(self) -> None:
        now_ns = self._clock.monotonic_ns()
        if now_ns >= self._housekeeping_due_ns:
            self._housekeeping_due_ns = now_ns + int(HOUSEKEEPING_S * 1e9)
            self._queue.claims.release_dead()
            self._rescan()
            self._follow_enrolment()
        elif self._line is None or self._reachability.is_paused:
            self._follow_enrolment()

    def _follow_enrolment(self) -> None:
        try:
            enrolment = self._load_enrolment()
        except (SecretsUnreadable, FormatError) as error:
            _log.warning("%s", error)
            enrolment = None
        self._queue.note_enrolled(enrolment is not None)
        if self._line is not None and self._line.enrolment == enrolment:
            return
        self._close_line()
        if enrolment is not None:
            self._line = self._new_line(enrolment)
            self._reachability.restored()
            self._wake.call()

    def _new_line(self, enrolment: Enrolment) -> Line:
        return Line(
            queue=self._queue,
            transport=Transport(
                enrolment.url, enrolment.token, self._wake.stopped, self._settings.ca_file
            ),
            enrolment=enrolment,
            reachability=self._reachability,
            pace=Pace(
                self._queue.chunk_limit(enrolment.receiver),
                lambda limit: self._queue.note_chunk_limit(enrolment.receiver, limit),
            ),
            clock=self._clock,
            uniform=self._uniform,
            stop=self._wake.stopped,
            emit=self._on_event,
        )

    def _close_line(self) -> None:
        if self._line is not None:
            self._line.transport.close()
            self._line = None

    def _note_network(self, status: NetworkStatus) -> None:
        self._queue.note_network(status)
        if status.state is not Network.ONLINE and self._network is Network.ONLINE:
            self._on_event(UploadEvent(self._clock.now(), "offline", why=status.sentence))
        self._network = status.state
        self._wake.call()
