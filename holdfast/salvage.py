"""The open segment of a dead recording made whole, and the manifest of one that has ended.

This is the normal way for a recording to be closed, after a clean stop as after a power cut: what
stands on disk is completed and written down, from bytes alone, without decoding. Nothing here asks
whether anybody still writes; the caller holds the recording's lock and knows that nobody does.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from holdfast import durable, fragments
from holdfast.announcement import Announcement
from holdfast.decision import read_decision
from holdfast.ending import build
from holdfast.fragments import VIDEO_TICKS
from holdfast.journal import JournalEntry, Losses, PartStarted, parse_journal
from holdfast.jsonform import FormatError, Json, canonical, digest, parse
from holdfast.layout import RecordingFolder
from holdfast.locks import try_lock
from holdfast.manifest import Manifest, Sign
from holdfast.sidecar import Sidecar
from holdfast.soundloss import SLIGHT_S, SoundLoss, together

_ROUNDING_S = 2e-6

ClockOffsetOf = Callable[[Announcement], Json | None]
"""What is known of the receiver's clock at a recording's start, as its manifest has it."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was done to a recording that nobody finished: its manifest and what was made whole."""

    manifest: Manifest
    segments: tuple[Sidecar, ...]


def read_sidecar(folder: RecordingFolder, segment: int) -> Sidecar | None:
    """A segment's sidecar, or None where there is none that can be trusted."""
    path = folder.sidecar(segment)
    try:
        return Sidecar.from_json(parse(path.read_bytes(), path.name))
    except (FileNotFoundError, FormatError):
        return None


def read_announcement(folder: RecordingFolder) -> Announcement | None:
    """The recording's announcement, or None when it had not begun. Raises FormatError."""
    try:
        data = folder.announce.read_bytes()
    except FileNotFoundError:
        return None
    return Announcement.from_json(parse(data, str(folder.announce)))


def read_manifest(folder: RecordingFolder) -> Manifest | None:
    """The recording's manifest, or None when it has none yet. Raises FormatError."""
    try:
        data = folder.manifest.read_bytes()
    except FileNotFoundError:
        return None
    return Manifest.from_json(parse(data, str(folder.manifest)))


def read_journal(folder: RecordingFolder) -> list[JournalEntry]:
    """The recording's journal; empty where there is none."""
    try:
        return parse_journal(folder.journal.read_bytes())
    except FileNotFoundError:
        return []


def salvage_open_segments(folder: RecordingFolder) -> list[Sidecar]:
    """Complete every segment that was not closed; returns the sidecars of those made whole.

    An open segment is cut after its last whole fragment, described, and given its final name. One
    without a single whole picture is moved into the recording's quarantine. Doing it twice, or
    being killed in the middle and doing it again, gives the same files.
    """
    journal = read_journal(folder)
    salvaged = [
        sidecar
        for number, part in folder.open_parts().items()
        if (sidecar := _complete(folder, number, part, journal)) is not None
    ]
    for number, segment in folder.segments().items():
        if read_sidecar(folder, number) is None:
            sidecar = _describe(folder, number, segment, journal)
            if sidecar is not None:
                _write_sidecar(folder, sidecar)
                salvaged.append(sidecar)
    return salvaged


def _complete(
    folder: RecordingFolder, number: int, part: Path, journal: list[JournalEntry]
) -> Sidecar | None:
    final = folder.segment(number)
    if durable.drop_second_name(part, final):
        return None
    if final.exists():
        durable.move_aside(part, folder.quarantine)
        return None
    if _was_complete(part, read_sidecar(folder, number)):
        durable.publish(part, final)
        return None
    sidecar = _describe(folder, number, part, journal)
    if sidecar is None:
        durable.move_aside(part, folder.quarantine)
        return None
    durable.truncate(part, sidecar.size_bytes)
    _write_sidecar(folder, sidecar)
    durable.publish(part, final)
    return sidecar


def _was_complete(part: Path, sidecar: Sidecar | None) -> bool:
    # Killed between sidecar and rename: only the name was missing.
    if sidecar is None or sidecar.size_bytes != part.stat().st_size:
        return False
    return sidecar.sha256 == durable.sha256_file(part)


def _write_sidecar(folder: RecordingFolder, sidecar: Sidecar) -> None:
    durable.write_replacing(folder.sidecar(sidecar.segment), canonical(sidecar.to_json()))


def _describe(
    folder: RecordingFolder, number: int, path: Path, journal: list[JournalEntry]
) -> Sidecar | None:
    torn = fragments.read_torn(path)
    if torn.init is None:
        return None
    content = fragments.content(torn.init, torn.fragments)
    if not content.video_pts:
        return None
    # A finished file is described as it is; only an open one is cut after its whole fragments.
    is_open = path == folder.part(number)
    size_bytes = torn.size_bytes if is_open else path.stat().st_size
    part = _part_of(folder, number, journal)
    first = content.video_pts[0]
    counted = _counted(journal, number, part.offset_s + content.video_pts[-1] / VIDEO_TICKS)
    losses = tuple(loss for each in counted for loss in each.frames)
    sound = None if part.audio is None else _sound_of(counted)
    span = fragments.sound_span(torn.init, torn.fragments)
    if sound is not None and span is not None and _ends_its_part(folder, number, part, journal):
        picture_end_s = part.offset_s + content.video_end / VIDEO_TICKS
        sound = _with_lost_end(sound, part.offset_s + span[1], picture_end_s)
    return Sidecar(
        recording=folder.recording,
        segment=number,
        part=part.part,
        size_bytes=size_bytes,
        sha256=durable.sha256_file(path, size_bytes),
        start_s=round(part.offset_s + first / VIDEO_TICKS, 6),
        duration_s=round(content.video_duration / VIDEO_TICKS, 6),
        frames=content.frames,
        samples=content.samples,
        lost_frames=sum(count for _at_s, count in losses),
        losses=losses,
        base_monotonic_ns=part.started_monotonic_ns + first * 1_000_000_000 // VIDEO_TICKS,
        frame_times_us=tuple(
            (each - first) * 1_000_000 // VIDEO_TICKS for each in content.video_pts
        ),
        salvaged=True,
        sound=sound,
    )


def _counted(journal: list[JournalEntry], number: int, last_picture_s: float) -> list[Losses]:
    # What belongs to fragments that were torn off is part of the gap that follows.
    return [
        entry
        for entry in journal
        if isinstance(entry, Losses)
        and entry.segment == number
        and entry.until_s <= last_picture_s + _ROUNDING_S
    ]


def _sound_of(counted: list[Losses]) -> SoundLoss:
    return together(each.sound for each in counted if each.sound is not None)


def _ends_its_part(
    folder: RecordingFolder, number: int, part: PartStarted, journal: list[JournalEntry]
) -> bool:
    later = {each for each in (*folder.segments(), *folder.open_parts()) if each > number}
    return all(_part_of(folder, each, journal).part != part.part for each in later)


def _with_lost_end(sound: SoundLoss, sound_end_s: float, picture_end_s: float) -> SoundLoss:
    """Besides, the sound that had not been written when the last picture's time was over.

    Pictures that are far apart reach beyond the fragment that holds them; the gap that follows
    begins only behind them, so that nothing else would say what is missing before it.
    """
    begins_s = max([sound_end_s, *(at_s + length_s for at_s, length_s in sound.lost)])
    missing_s = picture_end_s - begins_s
    if missing_s <= SLIGHT_S:
        return sound
    lost_end = SoundLoss(lost=((round(begins_s, 6), round(missing_s, 6)),))
    return together((sound, lost_end))


def _part_of(folder: RecordingFolder, number: int, journal: list[JournalEntry]) -> PartStarted:
    started = [
        entry
        for entry in journal
        if isinstance(entry, PartStarted) and entry.first_segment <= number
    ]
    if started:
        return started[-1]
    announcement = read_announcement(folder)
    if announcement is None:
        raise FormatError(f"{folder.path} holds a segment but nothing that says when it began")
    return PartStarted(
        part=0,
        offset_s=0.0,
        reason="start",
        first_segment=0,
        started_monotonic_ns=announcement.started_monotonic_ns,
        boot_id=announcement.boot_id,
        video=announcement.video,
        audio=announcement.audio,
    )


def _unknown_offset(_announcement: Announcement) -> None:
    return None


def close_recording(
    folder: RecordingFolder,
    sign: Sign,
    clock_offset: ClockOffsetOf = _unknown_offset,
    session_folders: Sequence[Path] = (),
) -> Salvaged | None:
    """Complete what is open and write the manifest, once; None where nothing was recorded.

    `clock_offset` gives what is known of the receiver's clock, as the manifest has it;
    `session_folders` are the places, beside its own, where earlier recordings of its session are.

    A manifest that is there already is returned as it is. The caller knows that nobody writes in
    this folder any more. Raises OSError and FormatError, and leaves everything as it was found.
    """
    announcement = read_announcement(folder)
    if announcement is None:
        return None
    made_whole = tuple(salvage_open_segments(folder))
    durable.remove_all(folder.path, folder.unfinished())
    existing = read_manifest(folder)
    if existing is not None:
        return Salvaged(existing, made_whole)
    # From the sidecars, not the files: a segment that somebody took away must be missed.
    sidecars = [read_sidecar(folder, number) for number in folder.sidecars()]
    manifest = build(
        announcement, read_journal(folder), [each for each in sidecars if each is not None]
    )
    manifest = replace(
        manifest,
        clock_offset_s=clock_offset(announcement),
        prev_session_manifest_sha256=_previous_manifest(folder, session_folders),
    )
    manifest = manifest.signed(sign)
    durable.write_new(folder.manifest, canonical(manifest.to_json()))
    return Salvaged(manifest, made_whole)


def _previous_manifest(folder: RecordingFolder, session_folders: Sequence[Path]) -> str | None:
    # Chains a session's recordings, so that one taken out of the middle is missed.
    earlier = [
        RecordingFolder(sibling)
        for place in {folder.path.parent, *session_folders}
        if place.is_dir()
        for sibling in place.iterdir()
        if sibling.name < folder.path.name and RecordingFolder(sibling).manifest.exists()
        if not _is_discarded(RecordingFolder(sibling))
    ]
    if not earlier:
        return None
    manifest = max(earlier, key=lambda each: each.recording).manifest
    return digest(parse(manifest.read_bytes(), str(manifest)))


def _is_discarded(folder: RecordingFolder) -> bool:
    try:
        note = read_decision(folder)
    except FormatError:
        return False
    return note is not None and note.decision == "discarded"


@contextmanager
def abandoned(folder: RecordingFolder) -> Iterator[bool]:
    """Hold the recording's lock for oneself; false where its recorder or station still lives."""
    lock = try_lock(folder.lock)
    if lock is None:
        yield False
        return
    with lock:
        yield True


def close_abandoned(
    folder: RecordingFolder,
    sign: Sign,
    clock_offset: ClockOffsetOf = _unknown_offset,
    session_folders: Sequence[Path] = (),
) -> Salvaged | None:
    """`close_recording` for a recording whose processes are all gone; None where they are not."""
    with abandoned(folder) as nobody_is_left:
        if not nobody_is_left:
            return None
        return close_recording(folder, sign, clock_offset, session_folders)
