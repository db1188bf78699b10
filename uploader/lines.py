"""The line to the receiver that this device is enrolled at now: made, followed, broken, closed."""

import logging
import threading
from collections.abc import Callable

from holdfast.clock import Clock
from holdfast.jsonform import FormatError
from uploader.clock_offset import ClockWatch
from uploader.errors import SecretsUnreadable
from uploader.flow import Flow, TokenBucket
from uploader.gate import Gate
from uploader.identity import Enrolment
from uploader.items import UploadEvent
from uploader.line import Line
from uploader.link_rows import LinkMemory
from uploader.orders import Orders
from uploader.pace import Pace
from uploader.policy import Uniform
from uploader.queue import Queue
from uploader.reachability import Reachability
from uploader.settings import UploadSettings
from uploader.together import Board
from uploader.transport import Transport

_log = logging.getLogger(__name__)


class Lines:
    """Keeps one line, and makes another when the enrolment changes. `follow` is one thread's."""

    def __init__(
        self,
        queue: Queue,
        load_enrolment: Callable[[], Enrolment | None],
        reachability: Reachability,
        clock: Clock,
        settings: UploadSettings,
        uniform: Uniform,
        emit: Callable[[UploadEvent], None],
        gate: Gate,
        call: Callable[[], None],
        orders: Orders | None,
        accept_key: Callable[[Enrolment, str], None],
    ) -> None:
        """`call` is called when there may be something new to do for another thread, `accept_key`
        with the key by which a receiver is known from then on."""
        self._queue = queue
        self._load_enrolment = load_enrolment
        self._reachability = reachability
        self._clock = clock
        self._settings = settings
        self._uniform = uniform
        self._emit = emit
        self._gate = gate
        self._call = call
        self._orders = orders
        self._accept_key = accept_key
        self._bucket = TokenBucket(settings.limit_rate_bytes_s, clock)
        self._was_enrolled: bool | None = None
        self.beat: Callable[[], None] = lambda: None
        """Called by whoever sends, at every block."""
        self.current: Line | None = None
        """Where to send, or None while this device is not enrolled."""

    def follow_rate(self, rate_bytes_s: int) -> None:
        """Send no faster than this from now on; 0 is no limit."""
        self._bucket.follow(rate_bytes_s)

    def follow(self, stop: threading.Event) -> bool:
        """Look at the enrolment; whether there is a new line. `stop` ends what it is sending."""
        enrolment = self._enrolment()
        if self._was_enrolled is not (enrolment is not None):
            self._was_enrolled = enrolment is not None
            self._queue.note_enrolled(self._was_enrolled)
        if self.current is not None and self.current.enrolment == enrolment:
            return False
        self.close()
        if enrolment is None:
            return False
        self._queue.holdings.send_to(enrolment.receiver)
        self.current = self._new_line(enrolment, stop)
        self._reachability.begin_anew()
        return True

    def _enrolment(self) -> Enrolment | None:
        try:
            return self._load_enrolment()
        except (SecretsUnreadable, FormatError, OSError) as error:
            _log.warning("%s", error)
            return None

    def _new_line(self, enrolment: Enrolment, stop: threading.Event) -> Line:
        flow = Flow(self._bucket, self._gate.check, self._clock, stop.wait, self.beat)
        memory = LinkMemory(self._queue.links, self._queue.receiver, enrolment.receiver)
        pace = Pace(memory, self._clock, self._gate.connection_name)
        return Line(
            queue=self._queue,
            transport=Transport(
                enrolment.url,
                enrolment.token,
                stop,
                self._settings.ca_file,
                watch=ClockWatch(
                    enrolment.receiver,
                    self._clock,
                    self._queue.receiver.receiver_clock(),
                    self._queue.receiver.note_receiver_clock,
                ),
                take=flow.take,
                moved=self.beat,
                link=pace,
            ),
            enrolment=enrolment,
            reachability=self._reachability,
            pace=pace,
            gate=self._gate,
            flow=flow,
            board=Board(self._call, self.beat),
            clock=self._clock,
            uniform=self._uniform,
            stop=stop,
            emit=self._emit,
            wake=self._call,
            orders=self._orders,
            accept_key=self._accept_key,
        )

    def abort(self) -> bool:
        """Break what is being sent and waited for; False where there is no line."""
        line = self.current
        if line is None:
            return False
        line.transport.abort()
        return True

    def close(self) -> None:
        """Close the line's connections."""
        line, self.current = self.current, None
        if line is not None:
            line.transport.close()
