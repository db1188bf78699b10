"""The threads of a worker, and the watch over them: one that hangs or died is replaced.

A thread shows that it lives by `beat`, at every piece of work and at every block that leaves. What
is counted are looks without a beat, not time: a computer that slept, or a process that was stopped
for an hour, has missed one look. A thread cannot be ended from outside; one that is given up ends
by itself as soon as it wakes, and what it had claimed is another's by then.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

LOOK_S: Final = 5.0
"""Between two looks."""
GIVEN_UP_MOST: Final = 4
"""Threads that are given up and still hang, at most: whatever holds them would hold the next."""
_log = logging.getLogger(__name__)


@dataclass
class _Member:
    """One place in the crew, and the thread that has it now."""

    name: str
    work: Callable[[], None]
    looks_most: int
    thread: threading.Thread
    beats: int = -1
    quiet_looks: int = 0
    is_told: bool = False


@dataclass
class Crew:
    """Threads that are watched. `look` is one thread's; the rest may be called from any.

    `on_loss` is called with the ident of a thread that hangs or died, before another is started.
    """

    on_loss: Callable[[int], None]
    _members: list[_Member] = field(default_factory=list)
    _beats: dict[int, int] = field(default_factory=dict)
    _given_up: set[threading.Thread] = field(default_factory=set)

    def start(self, name: str, work: Callable[[], None], hang_s: float) -> None:
        """Have a thread do `work`; after `hang_s` seconds of looks without a beat another does."""
        thread = threading.Thread(target=work, name=name, daemon=True)
        self._members.append(_Member(name, work, max(1, round(hang_s / LOOK_S)), thread))
        thread.start()

    def beat(self) -> None:
        """The calling thread lives."""
        ident = threading.get_ident()
        self._beats[ident] = self._beats.get(ident, 0) + 1

    def is_given_up(self) -> bool:
        """Whether the calling thread was replaced and has to end."""
        return threading.current_thread() in self._given_up

    def threads(self) -> list[threading.Thread]:
        """Those that are counted on."""
        return [member.thread for member in self._members]

    def look(self) -> None:
        """Look once after everybody, and replace who has been quiet for too long."""
        self._given_up = {each for each in self._given_up if each.is_alive()}
        for member in self._members:
            ident = member.thread.ident
            if ident is None:
                continue
            if not member.thread.is_alive():
                self._replace(member, ident, "died")
                continue
            beats = self._beats.get(ident, 0)
            member.quiet_looks = member.quiet_looks + 1 if beats == member.beats else 0
            member.beats = beats
            if member.quiet_looks >= member.looks_most:
                self._replace(member, ident, "hangs")

    def _replace(self, member: _Member, ident: int, what: str) -> None:
        if len(self._given_up) >= GIVEN_UP_MOST:
            if not member.is_told:
                member.is_told = True
                _log.error("%s hangs as the others did; what holds them has to end", member.name)
            return
        _log.warning("%s %s and is replaced; nothing is lost", member.name, what)
        if member.thread.is_alive():
            self._given_up.add(member.thread)
        self.on_loss(ident)
        member.thread = threading.Thread(target=member.work, name=member.name, daemon=True)
        member.beats, member.quiet_looks = -1, 0
        member.thread.start()
