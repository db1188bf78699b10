"""What a dead recorder left on disk, and what must be written down in its place.

The disk is the truth: part and segment numbers of what follows are counted there, never
remembered. Only for folders whose recorder is dead; media are completed by `holdfast.salvage`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.recording.journal_file import JournalFile, marker_at
from desktop.recording.model import RecordingRequest, SetMarker
from holdfast import salvage
from holdfast.ending import build
from holdfast.journal import Ended, Marker, PartLost, PartStarted, Paused, RecordingState
from holdfast.layout import RecordingFolder
from holdfast.manifest import PAUSED


@dataclass(frozen=True, slots=True)
class Saved:
    """What is safe of a recording so far; times in seconds on the recording's clock."""

    zero_ns: int | None = None
    next_part: int = 0
    next_segment: int = 0
    frames: int = 0
    lost_frames: int = 0
    lost_sound_s: float = 0.0
    silence_s: float = 0.0
    size_bytes: int = 0
    last_frame_s: float | None = None
    end_s: float = 0.0
    paused_s: float = 0.0
    """How much of it nothing was recorded because somebody paused."""


def saved_so_far(folder: RecordingFolder) -> Saved:
    """Count what is on disk. Raises OSError and FormatError."""
    announcement = salvage.read_announcement(folder)
    if announcement is None:
        return Saved()
    journal = salvage.read_journal(folder)
    starts = [each for each in journal if isinstance(each, PartStarted)]
    parts = [each.part for each in starts]
    sidecars = [
        sidecar
        for number in folder.segments()
        if (sidecar := salvage.read_sidecar(folder, number)) is not None
    ]
    last = sidecars[-1] if sidecars else None
    numbers = [*folder.segments(), *folder.open_parts(), *folder.sidecars()]
    return Saved(
        zero_ns=_zero_ns(starts[-1]) if starts else announcement.started_monotonic_ns,
        next_part=max(parts, default=-1) + 1,
        next_segment=max(numbers, default=-1) + 1,
        frames=sum(each.frames for each in sidecars),
        lost_frames=sum(each.lost_frames for each in sidecars),
        lost_sound_s=sum(each.sound.lost_s for each in sidecars if each.sound is not None),
        silence_s=sum(each.sound.silence_s for each in sidecars if each.sound is not None),
        size_bytes=sum(each.size_bytes for each in sidecars),
        last_frame_s=last.start_s + last.frame_times_us[-1] / 1e6 if last else None,
        end_s=last.start_s + last.duration_s if last else 0.0,
        paused_s=sum(
            each.to_s - each.from_s
            for each in build(announcement, journal, sidecars).gaps
            if each.reason == PAUSED
        ),
    )


def _zero_ns(part: PartStarted) -> int:
    # It moves when the computer sleeps: the last part knows where it was.
    return part.started_monotonic_ns - round(part.offset_s * 1e9)


def next_part(request: RecordingRequest, saved: Saved, reason: str) -> RecordingRequest:
    """The request for the part that follows what is saved; the first one where nothing is."""
    if saved.zero_ns is None:
        return request
    return replace(
        request,
        part=saved.next_part,
        first_segment=saved.next_segment,
        zero_ns=saved.zero_ns,
        reason=reason,
        frames_before=saved.frames,
    )


def note_lost_part(
    folder: RecordingFolder, saved: Saved, reason: str, *, overrules: bool = False
) -> None:
    """Write down why the last part ended, unless its recorder did. Raises RecordingError.

    `overrules`: we know better than the recorder did.
    """
    journal = salvage.read_journal(folder)
    known = Paused if overrules else PartLost | Paused
    told = {each.part for each in journal if isinstance(each, known)}
    part = saved.next_part - 1
    if part >= 0 and part not in told:
        JournalFile(folder).append(PartLost(part, reason))


def note_paused(folder: RecordingFolder, saved: Saved, t_s: float) -> None:
    """Write down that a pause follows the last part, unless its recorder did.

    Raises RecordingError.
    """
    part = saved.next_part - 1
    pauses = {each.part for each in salvage.read_journal(folder) if isinstance(each, Paused)}
    if part >= 0 and part not in pauses:
        JournalFile(folder).append(Paused(part, round(t_s, 6)))


def note_markers(
    folder: RecordingFolder, zero_ns: int, markers: Sequence[SetMarker]
) -> list[Marker]:
    """Write down the markers that nobody confirmed; returns all of them. Raises RecordingError."""
    journal = JournalFile(folder)
    present = {each for each in salvage.read_journal(folder) if isinstance(each, Marker)}
    found = [marker_at(each, zero_ns) for each in markers]
    for marker in found:
        if marker not in present:
            journal.append(marker)
    return found


def note_end(folder: RecordingFolder, state: RecordingState, reason: str, end_s: float) -> None:
    """Write down that nothing follows, unless that stands there. Raises RecordingError."""
    if ended(folder) is None:
        JournalFile(folder).append(Ended(state, reason, round(end_s, 6)))


def ended(folder: RecordingFolder) -> Ended | None:
    """How the recording ended, where its recorder came to write that down."""
    entries = [each for each in salvage.read_journal(folder) if isinstance(each, Ended)]
    return entries[-1] if entries else None
