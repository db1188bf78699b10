"""The last lines that a job said: bounded, dated, of all its attempts.

They stand in the job's row, so that whoever looks at it finds out why it ended as it did.
"""

from collections import deque
from collections.abc import Sequence
from typing import Any, Final

from holdfast.clock import Clock, rfc3339
from holdfast.jsonform import Json

LINES_MOST: Final = 60
_LETTERS_MOST: Final = 300


class Sayings:
    """Takes lines; `lines` is what is kept of them."""

    def __init__(self, before: Sequence[Any] | None, attempt: int, clock: Clock) -> None:
        self._kept: deque[Json] = deque(before or (), maxlen=LINES_MOST)
        self._attempt = attempt
        self._clock = clock
        self._rest = b""
        self.has_news = False

    @property
    def lines(self) -> list[Json]:
        """The last lines, oldest first: `{"at", "attempt", "text"}`."""
        return list(self._kept)

    def say(self, line: str) -> None:
        """Add a line. One without any letter is left out."""
        text = "".join(each if each.isprintable() else " " for each in line).strip()
        if text:
            at = rfc3339(self._clock.now())
            text = text[:_LETTERS_MOST]
            self._kept.append({"at": at, "attempt": self._attempt, "text": text})
            self.has_news = True

    def take(self, data: bytes) -> None:
        """Add what a program wrote. A line that is not ended yet waits for its end."""
        # Progress that overwrites itself ends its lines with a return.
        *lines, self._rest = (self._rest + data).replace(b"\r", b"\n").split(b"\n")
        for each in lines[-LINES_MOST:]:
            self.say(each.decode("utf-8", "replace"))
        self._rest = self._rest[-_LETTERS_MOST:]

    def end(self) -> None:
        """Nothing more comes: take the last line as it is."""
        self.take(b"\n")
