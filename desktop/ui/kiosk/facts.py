"""All that the kiosk knows at one moment, as a frozen value. Pure.

The controller keeps it up to date; the presenter makes the screen of it.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from desktop.framing import Advice
from desktop.kiosk.state import FlowState
from desktop.recording.disk import Space
from desktop.recording.quality import Quality
from desktop.ui.recorder_state import RecorderState
from uploader.items import AT_HOME, QueueSnapshot, RecordingSnapshot

Desk = Literal["closed", "choosing", "again", "asking", "open"]
"""Where staff are: nowhere, choosing a PIN, typing it again, asked for it, behind it."""


@dataclass(frozen=True, slots=True)
class Staff:
    """What staff do at the kiosk; for `wait_s` seconds no PIN is taken: too many were wrong."""

    desk: Desk = "closed"
    message: str = ""
    wait_s: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """The visit, and what recorder, queue and camera say at this moment."""

    flow: FlowState
    recorder: RecorderState = field(default_factory=RecorderState)
    queue: QueueSnapshot | None = None
    """Of the recordings only this visit's, and those that are not at home: the others are many."""
    at_home: int = 0
    """How many recordings of all visits are at home."""
    space: Space | None = None
    advice: Advice = Advice.NOTHING
    """What somebody in front of the camera should do, as seen a moment ago."""
    lit: bool | None = None
    """Whether there is light enough; None where nobody looks."""
    heard: bool = False
    """Whether the microphone gave something that is loud enough, since it was opened."""
    checks_quality: bool = True
    qualities: dict[str, Quality] = field(default_factory=dict)
    """What the check found, by recording."""
    files: tuple[Path, ...] = ()
    """What the review plays."""
    cannot_play: bool = False
    has_fault: bool = False
    """Whether something of ours went wrong that nobody caught."""
    trouble_before: str = ""
    """The visit's trouble when this page came: another one since then is of this page."""
    staff: Staff = Staff()

    def and_queue(self, queue: QueueSnapshot) -> "Facts":
        """The same with what the queue says now."""
        mine = self.flow.session
        kept = [each for each in queue.recordings if each.session == mine or _is_out(each)]
        at_home = sum(not _is_out(each) for each in queue.recordings)
        return replace(self, queue=replace(queue, recordings=tuple(kept)), at_home=at_home)

    @property
    def session_recordings(self) -> tuple[RecordingSnapshot, ...]:
        """What the queue knows of this visit, without what was discarded."""
        if self.queue is None or self.flow.session is None:
            return ()
        return tuple(
            each
            for each in self.queue.recordings
            if each.session == self.flow.session and each.decision != "discarded"
        )

    def failed(self, *, of_all: bool) -> list[str]:
        """The ids of this visit's recordings that need somebody; `of_all`: of everybody's."""
        known = self.session_recordings
        if of_all and self.queue is not None:
            known = self.queue.recordings
        return [each.id for each in known if each.is_failed]


def _is_out(recording: RecordingSnapshot) -> bool:
    """Whether its receipt is still missing here."""
    return recording.step not in AT_HOME
