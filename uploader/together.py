"""One segment that is sent over several connections at once: who sends which range of it.

The sender that claimed it owns it and settles it; another one with nothing to claim helps. It
sends nothing itself and touches no file.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from holdfast import ranges
from holdfast.protocol import CHUNK_LEAST_BYTES
from uploader.outcome import OpenSegment, Result
from uploader.policy import Action, Decision

_BEAT_S: Final = 5.0


class Turn:
    """A range that one sender has taken; what of it is not `sent` goes back."""

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self._rest = [(first, last)]

    def sent(self, sent: list[ranges.Range]) -> None:
        """The receiver has these ranges."""
        for each in sent:
            self._rest = ranges.without(self._rest, each)

    @property
    def rest(self) -> list[ranges.Range]:
        """What the receiver does not have yet."""
        return self._rest


class Joint:
    """The ranges of one segment that are still to be sent. For several threads."""

    def __init__(self, segment: OpenSegment, wanted: list[ranges.Range]) -> None:
        self.segment = segment
        self.noting = threading.Lock()
        """Held while progress is noted, so that it never goes back."""
        self._rest = list(wanted)
        self._turns: set[Turn] = set()
        self._helpers = 0
        self._result: Result | None = None
        self._sent_bytes = 0
        self._status: int | None = None
        self._changed = threading.Condition()
        self.beat: Callable[[], None] = lambda: None
        """Called by whoever waits for the others: it lives."""
        self.call: Callable[[], None] | None = None
        """Called once, when somebody has begun and there is enough left for another."""

    @contextmanager
    def turn(self, chunk_bytes: Callable[[int], int]) -> Iterator[Turn | None]:
        """The next range to send; None where there is none now.

        `chunk_bytes` says how much to take at most, of so many bytes in one stretch.
        """
        turn = self._take(chunk_bytes)
        self._call_for_help()
        try:
            yield turn
        finally:
            if turn is not None:
                self._give_back(turn)

    def _take(self, chunk_bytes: Callable[[int], int]) -> Turn | None:
        with self._changed:
            if self._result is not None or not self._rest:
                return None
            first, last = self._rest[0]
            turn = Turn(first, min(last, first + chunk_bytes(last - first + 1) - 1))
            self._rest = ranges.without(self._rest, (turn.first, turn.last))
            self._turns.add(turn)
            return turn

    def _call_for_help(self) -> None:
        call = self.call
        if call is not None and self.is_worth_helping():
            self.call = None
            call()

    def _give_back(self, turn: Turn) -> None:
        with self._changed:
            self._turns.discard(turn)
            self._rest = ranges.merge([*self._rest, *turn.rest])
            self._changed.notify_all()

    def answered(self, status: int, arrived_bytes: int = 0) -> None:
        """An answer came, and with it so much more is there."""
        with self._changed:
            self._status = status
            self._sent_bytes += arrived_bytes

    def end(self, result: Result) -> None:
        """Nothing more of it is to be sent; that it is complete counts more than all else."""
        with self._changed:
            if self._result is None or result.decision.action is Action.DONE:
                self._result = result
            self._changed.notify_all()

    def acknowledged_bytes(self) -> int:
        """How much of the segment the receiver has."""
        with self._changed:
            waiting = ranges.total_bytes(self._rest)
            waiting += sum(ranges.total_bytes(each.rest) for each in self._turns)
            return self.segment.sidecar.size_bytes - waiting

    def is_worth_helping(self) -> bool:
        """Whether there is enough left for another sender."""
        with self._changed:
            return self._result is None and ranges.total_bytes(self._rest) >= CHUNK_LEAST_BYTES

    def wait_for_work(self) -> bool:
        """Wait while all that is left is on its way; whether there is something to send again."""
        with self._changed:
            self._wait_for(lambda: self._rest or not self._turns or self._result is not None)
            return self._result is None and bool(self._rest)

    def _wait_for(self, come: Callable[[], object]) -> None:
        while not self._changed.wait_for(come, timeout=_BEAT_S):
            self.beat()

    def result(self) -> Result:
        """What came of it, with all that was sent by anybody."""
        with self._changed:
            unfinished = Decision(Action.RETRY, "The receiver still misses parts of it.")
            result = self._result or Result(unfinished)
            status = self._status if result.status is None else result.status
            return replace(result, sent_bytes=self._sent_bytes, status=status)

    def join(self) -> bool:
        """Begin to help, where that is worth it; `leave` has to follow."""
        with self._changed:
            if not self.is_worth_helping():
                return False
            self._helpers += 1
            return True

    def leave(self) -> None:
        """End helping."""
        with self._changed:
            self._helpers -= 1
            self._changed.notify_all()

    def close(self) -> None:
        """Hand out nothing more, and wait until nobody sends any of it: the file is closed next."""
        with self._changed:
            if self._result is None:
                self._result = self.result()
            self._wait_for(lambda: not self._helpers)


class Board:
    """Where a segment is put up that others may help with. For several threads.

    `call` is called for every one that is worth it, `beat` by whoever waits for those who help.
    """

    def __init__(self, call: Callable[[], None], beat: Callable[[], None] = lambda: None) -> None:
        self._call = call
        self._beat = beat
        self._lock = threading.Lock()
        self._open: list[Joint] = []

    @contextmanager
    def offered(self, joint: Joint) -> Iterator[None]:
        """Put it up for as long as the block runs; at its end nobody sends any of it."""
        joint.beat, joint.call = self._beat, self._call
        with self._lock:
            self._open.append(joint)
        try:
            yield
        finally:
            with self._lock:
                self._open.remove(joint)
            joint.close()

    def join(self) -> Joint | None:
        """One that is worth helping with, joined; None where there is none."""
        with self._lock:
            return next((each for each in self._open if each.join()), None)
