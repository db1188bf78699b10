"""The inbox as a recording's parts read it: in order, and with the sound that two of them need.

A part's last pictures wait for their sound, and the next part needs the sound of just before it.
It is read by one thread; nothing is encoded and nothing is counted here.
"""

from collections import deque
from typing import Final

from desktop.recording.inbox import Inbox, Item
from desktop.recording.part import Part
from desktop.recording.sources import Block, Frame
from holdfast.clock import Clock

SOUND_PATIENCE_S: Final = 0.5
"""How long the end of a part waits for the sound that belongs to its last pictures."""
HELD_MAX_BYTES: Final = 16 << 20
"""And with no more than this of the next part's pictures held back meanwhile."""
_RECENT_BLOCKS: Final = 50
_STAMP_ERROR_NS: Final = 100_000_000
"""A block stamped this much after a part's end may still hold sound of before."""


class Feed:
    """What one recorder's parts take in, one after the other."""

    def __init__(self, inbox: Inbox, clock: Clock) -> None:
        self._inbox = inbox
        self._clock = clock
        self._held: deque[Item] = deque()
        """What was taken out of the inbox and belongs to the next part."""
        self._recent: deque[Block] = deque()
        """The newest sound: what a part that begins now needs of it."""

    @property
    def recent(self) -> list[Block]:
        """The newest sound, oldest first."""
        return list(self._recent)

    def take(self) -> Item | None:
        """The next item; None once nothing follows."""
        item = self._held.popleft() if self._held else self._inbox.take()
        if isinstance(item, Block):
            self._recent.append(item)
            while len(self._recent) > _RECENT_BLOCKS:
                self._recent.popleft()
        return item

    def await_sound(self, part: Part, end_ns: int) -> None:
        """Give the part the sound of its last pictures, which arrives after them."""
        held_bytes = 0
        give_up_ns = self._clock.monotonic_ns() + int(SOUND_PATIENCE_S * 1e9)
        while part.lacks_sound_until(end_ns) and self._clock.monotonic_ns() < give_up_ns:
            item = self._inbox.take(timeout_s=0.05)
            if isinstance(item, Block):
                # The next part needs all that comes now, however much it is.
                self._recent.append(item)
                if item.time_ns < end_ns + _STAMP_ERROR_NS:
                    part.audio(item)
            elif item is not None:
                self._held.append(item)
                held_bytes += item.size_bytes if isinstance(item, Frame) else 0
                if held_bytes > HELD_MAX_BYTES:
                    return
