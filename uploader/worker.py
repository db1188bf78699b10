"""The loop that empties the queue: a coordinator and its senders, each taking one thing at a time.

The same loop runs as a thread of the app and as `holdfast upload`; both may run at once, because
claims are exclusive. Everything that must outlive a restart is in the queue. It decides nothing
about answers (`policy.py`) and sends nothing itself (`delivery.py`, `journey.py`).
"""

import logging
import random
import threading
from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import Final

from holdfast.clock import Clock
from uploader.adopt import Adoption
from uploader.annotation_delivery import send_annotations
from uploader.crew import LOOK_S, Crew
from uploader.delivery import deliver_segment, help_deliver
from uploader.discards import tell_of_discards
from uploader.errors import ClaimLost, QueueDamaged, QueueError, QueueFull
from uploader.freeing_policy import FreeingByPolicy
from uploader.gate import Gate
from uploader.heartbeat import send_heartbeat
from uploader.hints import Hint, Hints
from uploader.identity import Enrolment
from uploader.items import AT_HOME, LEFT_ALONE, Network, NetworkStatus, UploadEvent
from uploader.journey import advance_recording
from uploader.knock import Knock
from uploader.line import Line
from uploader.lines import Lines
from uploader.new_key import OwnKeys
from uploader.orders import Orders
from uploader.permission import Permission
from uploader.policy import Uniform
from uploader.preview_delivery import send_preview
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.settings import UploadSettings
from uploader.stocktaking import Stocktaking
from uploader.studies import GivenStudies
from uploader.wake import Wake

HOUSEKEEPING_S: Final = 60.0
HELD_HEARTBEAT_S: Final = 600.0
"""Between heartbeats while sending is held: about 150 kB a day."""
IDLE_S: Final = 2.0
"""Nobody waits longer than this, whatever else failed to wake them."""
FOLLOW_S: Final = 0.2
"""How often it is looked whether to stop, and whether another process changed the queue."""
JOIN_S: Final = 5.0
FULL_WAIT_S: Final = 5.0
"""Between two looks at whether the queue's disk has room again."""
SENDER_HANGS_S: Final = 300.0
"""Longer than any request may take without a sign of life, tries after a break included."""
COORDINATOR_HANGS_S: Final = 1800.0
"""It also salvages, and reads thousands of recordings where the queue was lost."""
HUNG: Final = "A part of sending hung or died and was begun anew. Nothing is lost."
_AFTER_ERROR_S: Final = 2.0
_STOP_POLL_S: Final = 0.02
_LEAST_IDLE_S: Final = 0.05
_log = logging.getLogger(__name__)


class Outcome(Enum):
    """How a run until the queue is empty ended."""

    EMPTY = "empty"
    FAILED = "failed"
    """Something needs a person; all the rest is at home."""
    REMAINS = "remains"


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
        self._rescan = rescan
        self._clock = clock
        self._settings = settings
        self._on_event = on_event
        self._make_room = make_room
        self._said_full = False
        self._wake = Wake()
        self._failure: BaseException | None = None
        self._housekeeping_due_ns = 0
        self._held_due_ns = 0
        self._seen_changes = 0
        self._owing: set[int] = set()
        self._asked_to_try = queue.asked_to_try()
        self.knock = Knock(self._awaited, clock, uniform)
        """At a receiver that does not answer."""
        self._network = Network.ONLINE
        self._reachability = Reachability(clock, uniform, self._note_network)
        self._stocktaking = Stocktaking(queue.holdings, clock)
        self._gate = gate = gate or Gate(queue, clock, settings.rules)
        self._permission = Permission(queue, clock, gate, self._reachability, on_event, self.wake)
        self._freeing = FreeingByPolicy(queue, clock, settings.freeing)
        self._accept_key = accept_key
        self._studies = studies
        self._own_keys = own_keys
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

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.call()

    def try_now(self) -> None:
        """End every wait: a person asked, the network came back, the computer woke up."""
        self._queue.make_due()
        self._reachability.look_now()
        self._housekeeping_due_ns = 0
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
        self._run_with_room(stop, None, None)

    def run_until_empty(
        self, timeout_s: float | None = None, stop: threading.Event | None = None
    ) -> Outcome:
        """Send until every recording is verified, nothing but failures is left, or time is up."""
        deadline_ns = None
        if timeout_s is not None:
            deadline_ns = self._clock.monotonic_ns() + int(timeout_s * 1e9)
        finished: list[Outcome] = []
        own_stop = threading.Event()
        try:
            self._run_with_room(stop or own_stop, deadline_ns, finished)
        finally:
            own_stop.set()
        return finished[0] if finished else self._outcome() or Outcome.REMAINS

    def run_once(self) -> bool:
        """Do the one thing that comes first, in this thread; False when nothing is due."""
        self._housekeep()
        line = self._lines.current
        if line is None:
            return False
        if self._permission.is_probe_due():
            return line.probe()
        if not self._permission.may_send():
            return False
        may_deliver = self._permission.may_deliver(is_first=True)
        return (
            advance_recording(line)
            or tell_of_discards(line)
            or send_annotations(line)
            or (may_deliver and send_preview(line, ahead=True))
            or (may_deliver and deliver_segment(line))
            or (may_deliver and send_preview(line, ahead=False))
            or self._freeing.free_next(line)
        )

    def _run_with_room(
        self,
        stop: threading.Event,
        deadline_ns: int | None,
        finished: list[Outcome] | None,
    ) -> None:
        """Run, and where the queue's disk is full begin anew: that returns what was claimed."""
        while True:
            try:
                self._run(stop, deadline_ns, finished)
            except QueueFull as error:
                if self._is_over(stop, deadline_ns):
                    return
                self._wait_for_room(error, stop, deadline_ns)
            else:
                return

    def _is_over(self, stop: threading.Event, deadline_ns: int | None) -> bool:
        is_late = deadline_ns is not None and self._clock.monotonic_ns() >= deadline_ns
        return is_late or stop.is_set()

    def _wait_for_room(
        self, error: QueueFull, stop: threading.Event, deadline_ns: int | None
    ) -> None:
        if self._make_room():
            _log.warning("the reserve was given back for the queue (%s)", error)
            return
        if not self._said_full:
            self._said_full = True
            _log.warning("%s", error)
            self._on_event(UploadEvent(self._clock.now(), "full", why=str(error)))
        wait_s = FULL_WAIT_S
        if deadline_ns is not None:
            wait_s = min(wait_s, (deadline_ns - self._clock.monotonic_ns()) / 1e9)
        stop.wait(max(0.0, wait_s))

    def _run(
        self,
        stop: threading.Event,
        deadline_ns: int | None,
        finished: list[Outcome] | None,
    ) -> None:
        self._lines.close()
        self._wake, self._failure = Wake(), None
        self._queue.claims.release_own()
        self._note_network(NetworkStatus())
        self._crew = Crew(self._give_up)
        self._lines.beat = self._crew.beat
        follower = threading.Thread(
            target=self._follow,
            args=(self._wake, stop, deadline_ns),
            name="uploader-stop",
            daemon=True,
        )
        follower.start()
        hints = Hints(self._clock, self.take_hint, self.knock)
        hints.start()
        for number in range(self._settings.max_parallel):
            send = partial(self._send, number == 0)
            self._crew.start(f"uploader-{number}", send, SENDER_HANGS_S)
        self._crew.start("uploader", partial(self._coordinate, finished), COORDINATOR_HANGS_S)
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

    def _follow(self, wake: Wake, stop: threading.Event, deadline_ns: int | None) -> None:
        # `stop` belongs to the caller, and wakes nobody who waits on the condition or a socket; nor
        # does another process that records.
        while not wake.stopped.is_set():
            if self._is_over(stop, deadline_ns) or stop.wait(FOLLOW_S):
                wake.stop()
            elif self._guarded(self._look_for_others) == 0:
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
        self._guarded(lambda: float(self._queue.claims.release_of_thread(ident)))
        self._on_event(UploadEvent(self._clock.now(), "retry", why=HUNG))

    def _is_over_for_me(self) -> bool:
        self._crew.beat()
        return self._wake.stopped.is_set() or self._crew.is_given_up()

    def _coordinate(self, finished: list[Outcome] | None) -> None:
        coordinate_once = partial(self._coordinate_to_the_end, finished)
        while not self._is_over_for_me():
            seen = self._wake.generation
            wait_s = self._guarded(coordinate_once)
            if wait_s > 0:
                self._wake.wait(seen, wait_s)
            else:
                self._wake.call()

    def _coordinate_to_the_end(self, finished: list[Outcome] | None) -> float:
        wait_s = self._coordinate_once()
        if finished is not None and wait_s > 0 and (outcome := self._outcome()) is not None:
            finished.append(outcome)
            self._wake.stop()
        return wait_s

    def _coordinate_once(self) -> float:
        """Do one thing for a recording; returns how long there is nothing more to do, seconds."""
        line = self._lines.current
        if line is not None and self._permission.is_probe_due() and line.probe():
            # The network is back: looking through the folders can wait for what waits to be sent.
            return 0.0
        self._housekeep()
        line = self._lines.current
        if line is None:
            return IDLE_S
        if self._permission.is_probe_due():
            done = line.probe()
        else:
            done = self._permission.may_send() and (
                advance_recording(line)
                or tell_of_discards(line)
                or send_annotations(line)
                or self._show_ahead(line)
                or self._freeing.free_next(line)
            )
        return 0.0 if done else self._idle_s(self._next_due_s)

    def _show_ahead(self, line: Line) -> bool:
        """Send a preview also while all senders are in the middle of something large."""
        return self._permission.may_deliver(is_first=True) and (
            send_preview(line, ahead=True) or send_preview(line, ahead=False)
        )

    def _next_due_s(self) -> float | None:
        due_s = (
            self._queue.claims.next_recording_due_s(),
            self._queue.decisions.next_due_s(),
            self._queue.annotations.next_due_s(),
            self._queue.previews.next_due_s(),
        )
        return min((each for each in due_s if each is not None), default=None)

    def _send(self, is_first: bool) -> None:
        send_once = partial(self._send_once, is_first)
        while not self._is_over_for_me():
            seen = self._wake.generation
            wait_s = self._guarded(send_once)
            if wait_s > 0:
                self._wake.wait(seen, wait_s)

    def _send_once(self, is_first: bool) -> float:
        """Do one thing for a segment; returns how long there is nothing more to do, seconds."""
        line = self._lines.current
        if not self._permission.may_deliver(is_first):
            return IDLE_S
        if (
            line is not None
            and self._permission.may_send()
            and (send_preview(line, ahead=True) or deliver_segment(line) or help_deliver(line))
        ):
            return 0.0
        return self._idle_s(self._queue.claims.next_segment_due_s)

    def _guarded(self, work: Callable[[], float]) -> float:
        """Do some work. What passes is logged and tried again; what does not ends the worker."""
        ident = threading.get_ident()
        try:
            if ident in self._owing:
                # The queue failed in the middle: what this thread had claimed would wait for a
                # restart.
                self._queue.claims.release_of_thread(ident)
                self._owing.discard(ident)
            return work()
        except (QueueDamaged, QueueFull) as error:
            self._fail(error)
        except (QueueError, OSError) as error:
            self._owing.add(ident)
            if isinstance(error, ClaimLost) and self._crew.is_given_up():
                _log.info("a thread that hung goes on and ends: %s", error)
            else:
                _log.exception("the uploader goes on after a pause; nothing is lost")
        except BaseException as error:  # noqa: BLE001 - `run` raises it, in the thread that called
            self._fail(error)
        return _AFTER_ERROR_S

    def _fail(self, error: BaseException) -> None:
        self._failure = self._failure or error
        self._wake.stop()

    def _idle_s(self, next_due_s: Callable[[], float | None]) -> float:
        """How long nothing can be done: until something is due, or the gate may open."""
        if self._lines.current is None:
            return IDLE_S
        if not self._permission.may_send():
            return min(self._reachability.wait_s() or IDLE_S, IDLE_S)
        due_s = next_due_s()
        # Something due that was not there to claim a moment ago is another's, or comes in a moment.
        return IDLE_S if due_s is None else min(max(due_s, _LEAST_IDLE_S), IDLE_S)

    def _outcome(self) -> Outcome | None:
        progress = list(self._queue.progress().values())
        left = [each for each in progress if each.step not in AT_HOME | LEFT_ALONE]
        if not left:
            return Outcome.EMPTY
        if self._reachability.is_paused:
            return Outcome.FAILED
        if self._permission.is_held_for_long(left):
            return Outcome.REMAINS
        # Nobody can say when a disk is connected again, or when a person decides.
        here = [each for each in left if not (each.is_away or each.is_undecided)]
        if not here:
            return Outcome.REMAINS
        if all(each.only_failed_left for each in here):
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
            line = self._lines.current
            if line is not None:
                self._tell_of_this_computer(line, now_ns)
        elif self._lines.current is None or self._reachability.is_paused:
            self._follow_enrolment()

    def _tell_of_this_computer(self, line: Line, now_ns: int) -> None:
        held = self._permission.held_by()
        if self._permission.may_send():
            send_heartbeat(line, self._stocktaking, self._studies, held, self._own_keys)
        elif held is not None and now_ns >= self._held_due_ns and not self._reachability.is_paused:
            # Whoever is paused for days must not be taken for silent, and what was withdrawn goes.
            self._held_due_ns = now_ns + int(HELD_HEARTBEAT_S * 1e9)
            send_heartbeat(line, None, held=held)

    def _take_up_key(self, enrolment: Enrolment, new_key: str) -> None:
        self._accept_key(enrolment, new_key)
        # A new line, which knows the receiver by this key, is made at the next look.
        self._housekeeping_due_ns = 0
        self._wake.call()

    def _follow_enrolment(self) -> None:
        if self._lines.follow(self._wake.stopped):
            self._wake.call()

    def _note_network(self, status: NetworkStatus) -> None:
        self._queue.note_network(self._permission.status())
        if status.state is not Network.ONLINE and self._network is Network.ONLINE:
            self._on_event(UploadEvent(self._clock.now(), "offline", why=status.sentence))
        self._network = status.state
        self._wake.call()
