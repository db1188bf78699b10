"""The way behind the staff PIN: chosen at the first start, asked for, and slower after wrong ones.

It decides who gets in. It keeps no PIN, shows nothing and stores only through what it is given.
"""

from collections.abc import Callable
from typing import Final

from desktop.operator_pin import fits, hash_of
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.facts import Desk, Staff
from desktop.ui.words import tr
from holdfast.clock import Clock

WRONG_MOST: Final = 5
"""So many wrong PINs are free; each further one costs a wait that doubles."""
WAIT_S: Final = 30.0
WAIT_MOST_S: Final = 480.0
OPEN_S: Final = 300.0
"""Staff who walk away leave nothing open."""

KeepHash = Callable[[str], None]


class StaffDesk:
    """Who is at the desk. Lives on the thread of Qt; asked often, as time passes by itself."""

    def __init__(self, kept: str, keep: KeepHash, clock: Clock) -> None:
        """`kept` is the hash of the PIN, empty where none was chosen; `keep` stores a new one."""
        self._kept = kept
        self._keep = keep
        self._clock = clock
        self._desk: Desk = "closed" if kept else "choosing"
        self._message = ""
        self._first = ""
        self._wrong = 0
        self._blocked_until_s = 0.0
        self._touched_s = self._now_s()

    @property
    def staff(self) -> Staff:
        """Where staff are at this moment."""
        now_s = self._now_s()
        if self._desk == "open" and now_s - self._touched_s >= OPEN_S:
            self.close()
        return Staff(self._desk, self._message, max(0, round(self._blocked_until_s - now_s)))

    @property
    def is_open(self) -> bool:
        """Whether staff are behind the PIN."""
        return self.staff.desk == "open"

    def ask(self) -> None:
        """Somebody wants in."""
        if self._desk == "closed":
            self._desk, self._message = "asking", ""

    def close(self) -> None:
        """Back to the page; a PIN that has to be chosen stays to be chosen."""
        if self._kept:
            self._desk, self._message = "closed", ""

    def touched(self) -> None:
        """Staff do something."""
        self._touched_s = self._now_s()

    def enter(self, pin: str) -> None:
        """A PIN was typed. Raises OSError and SettingError where a new one cannot be kept."""
        self.touched()
        if self._desk == "asking":
            self._judge(pin)
        elif self._desk == "choosing":
            self._first, self._desk, self._message = pin, "again", ""
        elif self._desk == "again":
            self._confirm(pin)

    def _judge(self, pin: str) -> None:
        if self._now_s() < self._blocked_until_s:
            return
        if fits(pin, self._kept):
            self._desk, self._message, self._wrong = "open", "", 0
            return
        self._wrong += 1
        self._message = tr(texts.PIN_WRONG)
        over = self._wrong - WRONG_MOST
        if over >= 0:
            self._blocked_until_s = self._now_s() + min(WAIT_S * 2**over, WAIT_MOST_S)

    def _confirm(self, pin: str) -> None:
        first, self._first = self._first, ""
        if pin != first:
            self._desk, self._message = "choosing", tr(texts.PIN_DIFFERENT)
            return
        kept = hash_of(pin)
        self._keep(kept)
        self._kept, self._desk, self._message = kept, "closed", ""

    def _now_s(self) -> float:
        return self._clock.monotonic_ns() / 1e9
