"""Whose turn it is: the one thing that comes first, for the coordinator and for a sender.

What a recording needs comes before its segments, and a preview where it is wanted before both are
through. It claims by the calls it makes and keeps nothing itself.
"""

from collections.abc import Callable
from typing import Final

from uploader.annotation_delivery import send_annotations
from uploader.delivery import deliver_segment, help_deliver
from uploader.discards import tell_of_discards
from uploader.freeing_policy import FreeingByPolicy
from uploader.journey import advance_recording
from uploader.line import Line
from uploader.permission import Permission
from uploader.preview_delivery import send_preview
from uploader.queue import Queue
from uploader.reachability import Reachability

IDLE_S: Final = 2.0
"""Nobody waits longer than this, whatever else failed to wake them."""
_LEAST_IDLE_S: Final = 0.05


class Turns:
    """What may be done now, one thing at a time; true where something was."""

    def __init__(
        self,
        queue: Queue,
        permission: Permission,
        reachability: Reachability,
        freeing: FreeingByPolicy,
    ) -> None:
        self._queue = queue
        self._permission = permission
        self._reachability = reachability
        self._freeing = freeing

    def of_everything(self, line: Line) -> bool:
        """What comes first of all, for whoever works alone."""
        if self._permission.is_probe_due():
            return line.probe()
        if not self._permission.may_send():
            return False
        may_deliver = self._permission.may_deliver(is_first=True)
        return (
            advance_recording(line)
            or tell_of_discards(line)
            or send_annotations(line)
            or (may_deliver and send_preview(line, ahead=True))
            or (may_deliver and deliver_segment(line))
            or (may_deliver and send_preview(line, ahead=False))
            or self._freeing.free_next(line)
        )

    def of_coordinator(self, line: Line) -> bool:
        """What recordings need, while others send their segments."""
        if self._permission.is_probe_due():
            return line.probe()
        return self._permission.may_send() and (
            advance_recording(line)
            or tell_of_discards(line)
            or send_annotations(line)
            or self._show_ahead(line)
            or self._freeing.free_next(line)
        )

    def of_sender(self, line: Line) -> bool:
        """A segment, or a part of one that another has begun."""
        return self._permission.may_send() and (
            send_preview(line, ahead=True) or deliver_segment(line) or help_deliver(line)
        )

    def until_recording_s(self, line: Line | None) -> float:
        """Seconds until there may be something for a coordinator."""
        return self._idle_s(line, self._next_due_s)

    def until_segment_s(self, line: Line | None) -> float:
        """Seconds until there may be something for a sender."""
        return self._idle_s(line, self._queue.claims.next_segment_due_s)

    def _show_ahead(self, line: Line) -> bool:
        """Send a preview also while all senders are in the middle of something large."""
        return self._permission.may_deliver(is_first=True) and (
            send_preview(line, ahead=True) or send_preview(line, ahead=False)
        )

    def _next_due_s(self) -> float | None:
        due_s = (
            self._queue.claims.next_recording_due_s(),
            self._queue.decisions.next_due_s(),
            self._queue.annotations.next_due_s(),
            self._queue.previews.next_due_s(),
        )
        return min((each for each in due_s if each is not None), default=None)

    def _idle_s(self, line: Line | None, next_due_s: Callable[[], float | None]) -> float:
        """How long nothing can be done: until something is due, or the gate may open."""
        if line is None:
            return IDLE_S
        if not self._permission.may_send():
            return min(self._reachability.wait_s() or IDLE_S, IDLE_S)
        due_s = next_due_s()
        # Something due that was not there to claim a moment ago is another's, or comes in a moment.
        return IDLE_S if due_s is None else min(max(due_s, _LEAST_IDLE_S), IDLE_S)
