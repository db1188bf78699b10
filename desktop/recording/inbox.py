"""The bounded queue between capture and encoder: frames and sound in order of arrival.

Frames are bounded in bytes and sound in blocks, each by itself, so that neither can push the other
out. A source that waits is made to wait; a live one is told that there is no room and must count.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from desktop.recording.encoding import Encoding
from desktop.recording.sleep import SLEPT
from desktop.recording.sources import Block, Frame

FRAMES_MAX_BYTES = 48 << 20
"""Half a second of raw 1080p at 30 a second (in 4:2:0), and far more of a camera's JPEGs."""
FRAMES_MAX = 60
"""And no more than this, however small: at a stop they are still encoded, within seconds."""
BLOCKS_MAX = 500
"""10 s of sound in blocks of 20 ms."""
LOST_COUNTED = 9
"""Of the frames lost before one that waits, so many take up room as well. Or a queue of which most
is lost would hold many seconds, all of which a stop waits for and a crash costs. No more of them:
after one long loss a queue must not lose again what it could take."""
SOUND_GATHERS = 4
"""So many blocks wake whoever takes. Fewer wait for the next picture, without which they are of no
use: waking for each would cost more than encoding them."""


@dataclass(frozen=True, slots=True)
class Stop:
    """No more frames come in. `end_ns` is where the part ends; None: after the last frame.

    `lost` counts the frames that were lost between the last one and the end.
    """

    end_ns: int | None = None
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Switch:
    """With the next frame a new part begins, for this reason."""

    reason: str
    encoding: Encoding | None = None
    """What the new part is encoded with; None: as before."""
    slept_ns: int = 0
    """For how long the computer slept just before that frame."""

    def then(self, later: "Switch") -> "Switch":
        """Two before the same frame: the later reason, and the newest encoding asked for."""
        slept_ns = self.slept_ns + later.slept_ns
        encoding = self.encoding if later.encoding is None else later.encoding
        return Switch(SLEPT if slept_ns else later.reason, encoding, slept_ns)


@dataclass(frozen=True, slots=True)
class Seam:
    """Where one part ends and the next begins: the frame that is the next one's first."""

    first: Frame
    switch: Switch
    broken: bool = False
    """Whether the encoder of the part that ends here has failed."""

    @property
    def end_ns(self) -> int:
        """Where the part before it ends."""
        return self.first.time_ns


Item = Frame | Block | Stop | Switch


class Inbox:
    """Many may offer, one takes. After `close` nothing is accepted and nobody waits."""

    def __init__(
        self, frames_max_bytes: int = FRAMES_MAX_BYTES, blocks_max: int = BLOCKS_MAX
    ) -> None:
        self._frames_max_bytes = frames_max_bytes
        self._blocks_max = blocks_max
        self._items: deque[Item] = deque()
        self._frames_bytes = 0
        self._frames = 0
        self._room_taken = 0
        """In frames: those that wait, and the lost ones in between that count."""
        self._blocks = 0
        self._closed = False
        self._changed = threading.Condition()

    def offer_frame(self, frame: Frame, *, wait: bool) -> bool:
        """Take a frame in; false where there is no room (`wait` false) or after `close`.

        A single frame always fits, however large.
        """

        def has_room() -> bool:
            fits = self._frames_bytes + frame.size_bytes <= self._frames_max_bytes
            return self._frames == 0 or (fits and self._room_taken < FRAMES_MAX)

        with self._changed:
            if not self._admit(has_room, wait):
                return False
            self._frames_bytes += frame.size_bytes
            self._frames += 1
            self._room_taken += _room(frame)
            self._append(frame)
            return True

    def offer_block(self, block: Block, *, wait: bool) -> bool:
        """Take sound in; false where there is no room (`wait` false) or after `close`."""
        with self._changed:
            if not self._admit(lambda: self._blocks < self._blocks_max, wait):
                return False
            self._blocks += 1
            self._items.append(block)
            if self._blocks >= min(SOUND_GATHERS, self._blocks_max):
                self._changed.notify_all()
            return True

    def stop(self, end_ns: int | None = None) -> None:
        """Tell the taker that what follows is only sound that is still on its way."""
        with self._changed:
            self._append(Stop(end_ns))

    def switch(self, switch: Switch, *, at_once: bool = False) -> None:
        """Have the taker begin a new part with the frame that comes in next.

        `at_once`: with the next one that is taken, ahead of all that waits.
        """
        with self._changed:
            if at_once:
                first = self._items[0] if self._items else None
                if isinstance(first, Switch) and not first.slept_ns:
                    # Nobody has come to the one before: the newer one takes its place.
                    self._items.popleft()
                self._items.appendleft(switch)
                self._changed.notify_all()
            else:
                self._append(switch)

    @property
    def fill(self) -> float:
        """How full of frames it is, from 0 to 1: in number or in bytes, whichever is more."""
        with self._changed:
            taken = max(self._room_taken / FRAMES_MAX, self._frames_bytes / self._frames_max_bytes)
            return min(1.0, taken)

    def close(self) -> None:
        """Accept nothing more; whoever waits to offer is let go. What is in can still be taken."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def take(self, timeout_s: float | None = None) -> Item | None:
        """The oldest item; None after `close` once all is taken, or when the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: bool(self._items) or self._closed, timeout_s)
            if not self._items:
                return None
            item = self._items.popleft()
            if isinstance(item, Frame):
                self._frames_bytes -= item.size_bytes
                self._frames -= 1
                self._room_taken -= _room(item)
            elif isinstance(item, Block):
                self._blocks -= 1
            self._changed.notify_all()
            return item

    def _admit(self, has_room: Callable[[], bool], wait: bool) -> bool:
        if wait:
            self._changed.wait_for(lambda: self._closed or has_room())
        return not self._closed and has_room()

    def _append(self, item: Frame | Stop | Switch) -> None:
        self._items.append(item)
        self._changed.notify_all()


def _room(frame: Frame) -> int:
    return 1 + min(frame.lost_before, LOST_COUNTED)
