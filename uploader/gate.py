"""The rules, asked at the moment of sending: what the queue, the clock and the network say now.

It joins the pure table (`rules.py`) with what it is judged by, and holds no pause of its own:
that is in the queue, where every process and every restart finds it.
"""

import threading
from collections.abc import Callable
from datetime import tzinfo
from typing import Final, Generic, TypeVar

from holdfast.clock import Clock
from uploader.errors import SendingHeld
from uploader.metered import Connection, connection_in_use
from uploader.queue import Queue
from uploader.rules import FULL, SEND, RuleSettings, Situation, Verdict, judge

_T = TypeVar("_T")
LOOK_AT_NETWORK_S: Final = 10.0
LOOK_AT_RECORDINGS_S: Final = 1.0
REST_MOST_S: Final = 30.0


class Gate:
    """What may be sent now. Its methods may be called from any thread."""

    def __init__(
        self,
        queue: Queue,
        clock: Clock,
        settings: RuleSettings,
        connection: Callable[[], Connection] = connection_in_use,
        zone: tzinfo | None = None,
    ) -> None:
        self._rules = queue.rules
        self._clock = clock
        self._zone = zone
        self._look_at_connection = connection
        self._connection = _Remembered(connection, clock, LOOK_AT_NETWORK_S)
        self._recording = _Remembered(queue.rules.is_being_recorded, clock, LOOK_AT_RECORDINGS_S)
        self.follow(settings)

    def follow(self, settings: RuleSettings) -> None:
        """Judge by these from now on."""
        self._settings = settings
        self._asks_network = settings.on_metered != SEND or bool(settings.wait_on)
        self._asks_recording = settings.while_recording != FULL

    def verdict(self) -> Verdict:
        """What the rules say now. Raises QueueError."""
        now = self._clock.now()
        connection = self._connection.value() if self._asks_network else Connection()
        return judge(
            Situation(
                now=now,
                pause=self._rules.pause(),
                recording=self._asks_recording and self._recording.value(),
                metered=connection.metered,
                connection=connection.name,
                sent_today_bytes=(
                    self._rules.sent_on(self._today()) if self._settings.daily_budget_bytes else 0
                ),
                zone=self._zone,
            ),
            self._settings,
        )

    def connection_name(self) -> str | None:
        """What the system calls the connection in use, looked up now; None if unknown."""
        return self._look_at_connection().name

    def check(self) -> None:
        """Raises SendingHeld where what is on its way must not go on."""
        held = self.verdict().held
        # A spent budget ends no chunk: what is on its way was taken from it before.
        if held is not None and not held.only_segments:
            raise SendingHeld(held.sentence)

    def grant(self, wanted_bytes: int, least_bytes: int = 1) -> int:
        """How much of a chunk today's budget allows, taken from it at once.

        Raises SendingHeld where that is less than `least_bytes`, or a rule holds.
        """
        self.check()
        budget = self._settings.daily_budget_bytes
        if not budget or not wanted_bytes:
            return wanted_bytes
        granted = self._rules.take_from_budget(self._today(), budget, wanted_bytes, least_bytes)
        if not granted:
            raise SendingHeld("Today's data are used up.")
        return granted

    def rest_s(self, sent_s: float) -> float:
        """How long a sender rests after a chunk that took it `sent_s` to bring over."""
        return min(sent_s, REST_MOST_S) if self.verdict().gentle else 0.0

    def _today(self) -> str:
        return self._clock.now().astimezone(self._zone).date().isoformat()


class _Remembered(Generic[_T]):
    """A value that is looked up again after a while; a look may take long, so one thread looks."""

    def __init__(self, look: Callable[[], _T], clock: Clock, for_s: float) -> None:
        self._look = look
        self._clock = clock
        self._for_ns = int(for_s * 1e9)
        self._lock = threading.Lock()
        self._due_ns = 0
        self._value: _T | None = None

    def value(self) -> _T:
        with self._lock:
            now_ns = self._clock.monotonic_ns()
            if self._value is None or now_ns >= self._due_ns:
                self._value = self._look()
                self._due_ns = self._clock.monotonic_ns() + self._for_ns
            return self._value
