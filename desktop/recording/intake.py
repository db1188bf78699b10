"""What capture threads offer to the parts of a recording: taken in, held back, or counted as lost.

It stands before the bounded inbox. Of a live source nothing is made to wait: what finds no room is
counted with the next thing that does.
"""

from dataclasses import replace

from desktop.recording.inbox import Inbox, Switch
from desktop.recording.part import Medium
from desktop.recording.pictures import compact
from desktop.recording.sleep import SLEPT, SleepWatch
from desktop.recording.sources import Block, Frame
from holdfast.clock import Clock


class Intake:
    """The entrance to one inbox. `offer_*` may be called from any thread, one for each kind."""

    def __init__(self, inbox: Inbox, medium: Medium, clock: Clock) -> None:
        self._inbox = inbox
        self._medium = medium
        self._sleep = SleepWatch(clock)
        self._accepting = True
        self._lost_samples = 0
        self.dropped = 0
        """Pictures that found no room since the last one that did."""
        self.newest_ns: int | None = None
        """Capture time of the newest picture that was taken in, or counted as lost."""

    def close(self) -> None:
        """Take no picture in any more; sound of the last pictures may still come."""
        self._accepting = False

    def offer_frame(self, frame: Frame) -> None:
        """Take a picture in. A live one is dropped and counted where the queue is full."""
        if not self._accepting:
            return
        # Any other source stands still with the clock.
        if self._medium.live and (slept_ns := self._sleep.slept_ns()):
            self._inbox.switch(Switch(SLEPT, slept_ns=slept_ns))
        frame = compact(frame)
        if self.dropped:
            frame = replace(frame, lost_before=frame.lost_before + self.dropped)
        if self._inbox.offer_frame(frame, wait=not self._medium.live):
            self.dropped = 0
        elif self._accepting:
            # With those that were lost before it; they count once the next one is encoded.
            self.dropped = frame.lost_before + 1
        if self._accepting:
            self.newest_ns = frame.time_ns

    def offer_block(self, block: Block) -> None:
        """Take sound in; what finds no room is counted with the next block."""
        if self._lost_samples:
            block = replace(block, lost_samples=block.lost_samples + self._lost_samples)
        wait = self._medium.exact_sound and not self._medium.live
        if self._inbox.offer_block(block, wait=wait):
            self._lost_samples = 0
        else:
            self._lost_samples = block.lost_samples + len(block.samples)
