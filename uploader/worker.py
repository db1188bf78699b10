"""The loop that empties the queue: a coordinator and its senders, each taking one thing at a time.

The same loop runs as a thread of the app and as `holdfast upload`; both may run at once, because
claims are exclusive. Everything that must outlive a restart is in the queue. It decides nothing
about answers (`policy.py`) and sends nothing itself (`delivery.py`, `journey.py`).
"""

import logging
import random
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from holdfast.clock import Clock
from uploader.adopt import Adoption
from uploader.crew import LOOK_S, Crew
from uploader.errors import QueueError, QueueFull
from uploader.freeing_policy import FreeingByPolicy
from uploader.gate import Gate
from uploader.guarding import Guard
from uploader.hints import Hint, Hints
from uploader.housekeeping import Housekeeping
from uploader.identity import Enrolment
from uploader.items import Network, NetworkStatus, UploadEvent
from uploader.knock import Knock
from uploader.lines import Lines
from uploader.new_key import OwnKeys
from uploader.orders import Orders
from uploader.permission import Permission
from uploader.policy import Uniform
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.run_end import Outcome, QueueRoom, Term, outcome_of
from uploader.settings import UploadSettings
from uploader.studies import GivenStudies
from uploader.turns import IDLE_S, Turns
from uploader.wake import Wake

__all__ = ["HUNG", "Outcome", "Worker"]

FOLLOW_S: Final = 0.2
"""How often it is looked whether to stop, and whether another process changed the queue."""
JOIN_S: Final = 5.0
SENDER_HANGS_S: Final = 300.0
"""Longer than any request may take without a sign of life, tries after a break included."""
COORDINATOR_HANGS_S: Final = 1800.0
"""It also salvages, and reads thousands of recordings where the queue was lost."""
HUNG: Final = "A part of sending hung or died and was begun anew. Nothing is lost."
_STOP_POLL_S: Final = 0.02
_log = logging.getLogger(__name__)


def _nothing_to_give() -> bool:
    return False


def _ignore(_event: UploadEvent) -> None:
    return None


def _keep_to_the_key(_enrolment: Enrolment, _new_key: str) -> None:
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
        make_room: Callable[[], bool] = _nothing_to_give,
        gate: Gate | None = None,
        orders: Orders | None = None,
        accept_key: Callable[[Enrolment, str], None] = _keep_to_the_key,
        studies: GivenStudies | None = None,
        own_keys: OwnKeys | None = None,
    ) -> None:
        """`make_room` is asked when the queue's disk is full; false where there is nothing to
        give. `gate` left out judges by the settings' rules; without `orders` none is followed.
        """
        self._queue = queue
        self._clock = clock
        self._settings = settings
        self._on_event = on_event
        self._room = QueueRoom(clock, on_event, make_room)
        self._wake = Wake()
        self._failure: BaseException | None = None
        self._seen_changes = 0
        self._asked_to_try = queue.asked_to_try()
        self.knock = Knock(self._awaited, clock, uniform)
        """At a receiver that does not answer."""
        self._network = Network.ONLINE
        self._reachability = Reachability(clock, uniform, self._note_network)
        self._gate = gate = gate or Gate(queue, clock, settings.rules)
        self._permission = Permission(queue, clock, gate, self._reachability, on_event, self.wake)
        freeing = FreeingByPolicy(queue, clock, settings.freeing)
        self._turns = Turns(queue, self._permission, self._reachability, freeing)
        self._accept_key = accept_key
        self._lines = Lines(
            queue,
            load_enrolment,
            self._reachability,
            clock,
            settings,
            uniform,
            on_event,
            gate,
            self.wake,
            orders,
            self._take_up_key,
        )
        self._housekeeping = Housekeeping(
            queue,
            clock,
            rescan,
            self._lines,
            self._permission,
            self._reachability,
            self.wake,
            studies,
            own_keys,
        )

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.call()

    def try_now(self) -> None:
        """End every wait: a person asked, the network came back, the computer woke up."""
        self._queue.make_due()
        self._reachability.look_now()
        self._housekeeping.soon()
        self._wake.call()

    def take_hint(self, hint: Hint) -> None:
        """End the waits that something outside may have made needless."""
        try:
            self._queue.cut_waits()
        except QueueError as error:
            _log.warning("the waits go on: %s", error)
        # A receiver that answered and asked for time has its reasons, which no network changes.
        self._reachability.look_now(if_unreachable=hint is not Hint.AWAKE)
        self._wake.call()

    def follow_rules(self, settings: UploadSettings) -> None:
        """Send by these rules and this rate from now on, also what is on its way."""
        self._gate.follow(settings.rules)
        self._lines.follow_rate(settings.limit_rate_bytes_s)
        self._wake.call()

    def hold(self, sentence: str) -> None:
        """Begin nothing new until `release`; `sentence` is what people read meanwhile.

        What is on its way is sent to its end, a segment at most for each sender.
        """
        self._permission.hold(sentence)

    def release(self) -> None:
        """Go on after `hold`; without one it does nothing."""
        self._permission.release()

    def run(self, stop: threading.Event) -> None:
        """Send until `stop` is set. Raises QueueDamaged when the queue has to be rebuilt."""
        self._run_with_room(Term(self._clock, stop))

    def run_until_empty(
        self, timeout_s: float | None = None, stop: threading.Event | None = None
    ) -> Outcome:
        """Send until every recording is verified, nothing but failures is left, or time is up."""
        own_stop = threading.Event()
        term = Term(self._clock, stop or own_stop, timeout_s, until_empty=True)
        try:
            self._run_with_room(term)
        finally:
            own_stop.set()
        return term.outcome or self._outcome() or Outcome.REMAINS

    def run_once(self) -> bool:
        """Do the one thing that comes first, in this thread; False when nothing is due."""
        self._housekeeping.look(self._wake.stopped)
        line = self._lines.current
        return line is not None and self._turns.of_everything(line)

    def _run_with_room(self, term: Term) -> None:
        """Run, and where the queue's disk is full begin anew: that returns what was claimed."""
        while True:
            try:
                self._run(term)
            except QueueFull as error:
                if term.is_over():
                    return
                self._room.wait(error, term)
            else:
                return

    def _run(self, term: Term) -> None:
        self._lines.close()
        self._wake, self._failure = Wake(), None
        self._queue.claims.release_own()
        self._note_network(NetworkStatus())
        self._crew = Crew(self._give_up)
        self._guard = Guard(self._queue.claims, self._crew.is_given_up, self._fail)
        self._lines.beat = self._crew.beat
        follower = threading.Thread(
            target=self._follow,
            args=(self._wake, term),
            name="uploader-stop",
            daemon=True,
        )
        follower.start()
        hints = Hints(self._clock, self.take_hint, self.knock)
        hints.start()
        for number in range(self._settings.max_parallel):
            send = partial(self._send, number == 0)
            self._crew.start(f"uploader-{number}", send, SENDER_HANGS_S)
        self._crew.start("uploader", partial(self._coordinate, term), COORDINATOR_HANGS_S)
        try:
            while not self._wake.stopped.wait(LOOK_S):
                self._crew.look()
        finally:
            hints.stop()
            self._halt(self._crew.threads())
            self._lines.close()
            self._wake.ended.set()
            # The queue may be closed next, and the follower reads it.
            follower.join(JOIN_S)
        if self._failure is not None:
            raise self._failure

    def _follow(self, wake: Wake, term: Term) -> None:
        # What stops a run is the caller's, and wakes nobody who waits on the condition or a socket;
        # nor does another process that records.
        while not wake.stopped.is_set():
            if term.is_over() or term.wait(FOLLOW_S):
                wake.stop()
            elif self._guard.run(self._look_for_others) == 0:
                wake.call()
        while wake is self._wake and self._lines.abort():
            if wake.ended.wait(_STOP_POLL_S):
                return

    def _awaited(self) -> str | None:
        """The address of the receiver that is waited for, whose port may be shut."""
        line = self._lines.current
        return None if line is None or self._reachability.may_send() else line.enrolment.url

    def _look_for_others(self) -> float:
        seen, self._seen_changes = self._seen_changes, self._queue.changes_by_others()
        if self._seen_changes == seen:
            return FOLLOW_S
        asked, self._asked_to_try = self._asked_to_try, self._queue.asked_to_try()
        if self._asked_to_try != asked:
            self.try_now()
        return 0.0

    def _halt(self, threads: Sequence[threading.Thread]) -> None:
        self._wake.stop()
        deadline_ns = self._clock.monotonic_ns() + int(JOIN_S * 1e9)
        for thread in threads:
            while thread.is_alive() and self._clock.monotonic_ns() < deadline_ns:
                self._lines.abort()
                thread.join(_STOP_POLL_S)

    def _give_up(self, ident: int) -> None:
        """One of the crew hangs or died: what it had claimed is another's from now on."""
        if self._wake.stopped.is_set():
            return
        self._guard.run(lambda: float(self._queue.claims.release_of_thread(ident)))
        self._on_event(UploadEvent(self._clock.now(), "retry", why=HUNG))

    def _is_over_for_me(self) -> bool:
        self._crew.beat()
        return self._wake.stopped.is_set() or self._crew.is_given_up()

    def _coordinate(self, term: Term) -> None:
        coordinate_once = partial(self._coordinate_to_the_end, term)
        while not self._is_over_for_me():
            seen = self._wake.generation
            wait_s = self._guard.run(coordinate_once)
            if wait_s > 0:
                self._wake.wait(seen, wait_s)
            else:
                self._wake.call()

    def _coordinate_to_the_end(self, term: Term) -> float:
        wait_s = self._coordinate_once()
        if term.until_empty and wait_s > 0 and (outcome := self._outcome()) is not None:
            term.outcome = term.outcome or outcome
            self._wake.stop()
        return wait_s

    def _coordinate_once(self) -> float:
        """Do one thing for a recording; returns how long there is nothing more to do, seconds."""
        line = self._lines.current
        if line is not None and self._permission.is_probe_due() and line.probe():
            # The network is back: looking through the folders can wait for what waits to be sent.
            return 0.0
        self._housekeeping.look(self._wake.stopped)
        line = self._lines.current
        if line is not None and self._turns.of_coordinator(line):
            return 0.0
        return self._turns.until_recording_s(line)

    def _send(self, is_first: bool) -> None:
        send_once = partial(self._send_once, is_first)
        while not self._is_over_for_me():
            seen = self._wake.generation
            wait_s = self._guard.run(send_once)
            if wait_s > 0:
                self._wake.wait(seen, wait_s)

    def _send_once(self, is_first: bool) -> float:
        """Do one thing for a segment; returns how long there is nothing more to do, seconds."""
        line = self._lines.current
        if not self._permission.may_deliver(is_first):
            return IDLE_S
        if line is not None and self._turns.of_sender(line):
            return 0.0
        return self._turns.until_segment_s(line)

    def _fail(self, error: BaseException) -> None:
        self._failure = self._failure or error
        self._wake.stop()

    def _outcome(self) -> Outcome | None:
        return outcome_of(self._queue, self._reachability, self._permission)

    def _take_up_key(self, enrolment: Enrolment, new_key: str) -> None:
        self._accept_key(enrolment, new_key)
        # A new line, which knows the receiver by this key, is made at the next look.
        self._housekeeping.soon()
        self._wake.call()

    def _note_network(self, status: NetworkStatus) -> None:
        self._queue.note_network(self._permission.status())
        if status.state is not Network.ONLINE and self._network is Network.ONLINE:
            self._on_event(UploadEvent(self._clock.now(), "offline", why=status.sentence))
        self._network = status.state
        self._wake.call()
