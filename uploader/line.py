"""What every sender needs to do its work at one receiver, and what all of them do alike.

One value for one enrolment: a new enrolment makes a new line. It holds no state of its own.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from holdfast.clock import Clock
from holdfast.jsonform import Json
from holdfast.protocol import receiver_path
from uploader import acquaintance
from uploader.errors import TransportError
from uploader.flow import Flow
from uploader.gate import Gate
from uploader.hashed import Hashed
from uploader.identity import Enrolment
from uploader.items import Network, UploadEvent
from uploader.orders import Orders
from uploader.outcome import Result
from uploader.pace import Pace
from uploader.policy import Action, Decision, Uniform, decide, decide_error
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.succession import NEW_KEY, successor
from uploader.together import Board
from uploader.transitions import Record
from uploader.transport import Transport


@dataclass(frozen=True, slots=True)
class Line:
    """The queue at one end, the receiver at the other."""

    queue: Queue
    transport: Transport
    enrolment: Enrolment
    reachability: Reachability
    pace: Pace
    gate: Gate
    flow: Flow
    board: Board
    clock: Clock
    uniform: Uniform
    stop: threading.Event
    emit: Callable[[UploadEvent], None]
    wake: Callable[[], None]
    """To be called when there may be something new to do for another thread."""
    accept_key: Callable[[Enrolment, str], None]
    hashed: Hashed = field(default_factory=Hashed)
    orders: Orders | None = None
    """Carries out the receiver's orders; None where nobody here can."""

    def tell(
        self,
        event: str,
        recording: str | None = None,
        segment: int | None = None,
        size_bytes: int | None = None,
        why: str = "",
    ) -> None:
        """Report something that happened."""
        self.emit(UploadEvent(self.clock.now(), event, recording, segment, size_bytes, why))

    def probe(self) -> bool:
        """Ask whether the receiver is there, and open or close the gate by what comes back."""
        return not self.stop.is_set() and self.reachability.probe(self._asked_who_it_is)

    def _asked_who_it_is(self) -> Decision:
        try:
            answer = self.transport.get(receiver_path())
            decision = decide(answer, self.clock.now())
        except TransportError as error:
            return decide_error(error)
        if decision.action is not Action.DONE:
            return decision
        doubted = self.doubted(answer.body)
        if doubted is None:
            self.heard()
        return doubted or decision

    def heard(self) -> None:
        """Our receiver has just answered; people want to know when it did so last."""
        self.queue.receiver.note_contact(urlsplit(self.enrolment.url).netloc)

    def doubted(self, told: Json | None) -> Decision | None:
        """What to do if who says this of itself is not our receiver; None where it is."""
        here = self.enrolment
        reason = acquaintance.doubt(here.url, here.receiver, here.receiver_key, told)
        if reason is None:
            return None
        new_key = successor(here.receiver, here.receiver_key, told)
        if new_key is None:
            return Decision(Action.PAUSE, reason)
        # This line keeps to the former key; the next one, which follows at once, has the new one.
        self.accept_key(here, new_key)
        return Decision(Action.HOLD, NEW_KEY)

    def doubt(self) -> Decision | None:
        """The same, after asking who it is; None also where it does not answer."""
        decision = self._asked_who_it_is()
        is_doubt = decision.action is Action.PAUSE or decision.reason == NEW_KEY
        return decision if is_doubt else None

    def is_items_own(self, decision: Decision, item: str) -> bool:
        """Whether a failure is the item's and not everybody's; closes the gate where it is not.

        Where no answer came that counts, only the receiver can tell: if it answers a small
        question, the connection is fine and the item has to wait its turn; unless one `item` after
        the other fails alike.
        """
        if decision.action in (Action.HOLD, Action.PAUSE):
            self.reachability.hold(decision)
            return False
        if decision.action is Action.ASK_RECEIVER:
            if not self.reachability.may_send():
                # Somebody else's try found out already, and nobody needs to ask again.
                return False
            if decision.network is Network.OFFLINE:
                self.reachability.hold(decision)
                return False
            return self.probe() and not self.reachability.failed_alike(item, decision)
        self.reachability.restored()
        return True


class Stopwatch:
    """Makes the history's record of one try."""

    def __init__(self, action: str, clock: Clock) -> None:
        self._action = action
        self._clock = clock
        self._started_at = clock.now()
        self._started_ns = clock.monotonic_ns()

    def record(self, outcome: str, result: Result, reason: str = "") -> Record:
        """The record of a try that ends now."""
        return Record(
            action=self._action,
            started_at=self._started_at,
            duration_s=round((self._clock.monotonic_ns() - self._started_ns) / 1e9, 3),
            outcome=outcome,
            sent_bytes=result.sent_bytes,
            status=result.status,
            reason=reason or result.decision.reason,
        )
