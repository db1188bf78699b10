"""Taking existing video files into the queue as recordings: one segment each, never altered.

The file is hashed, looked into, and linked or copied under the recording's own name; all else that
a recorder would leave on disk is written beside it, the announcement last but for the manifest, so
that whatever is interrupted before was never there. How a file is looked into is given in.
"""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Final

from holdfast import durable, salvage
from holdfast.announcement import Announcement, Audio, Video
from holdfast.clock import rfc3339
from holdfast.decision import decided
from holdfast.ids import new_id
from holdfast.journal import Ended, PartStarted, journal_line
from holdfast.jsonform import FORMAT_VERSION, FormatError, canonical, parse
from holdfast.layout import RecordingFolder
from holdfast.locks import try_lock
from holdfast.manifest import FOOTAGE, Manifest, session_json
from holdfast.protocol import SEGMENT_MOST_BYTES
from holdfast.sidecar import Sidecar
from holdfast.version import VERSION
from uploader.entries import SegmentEntry
from uploader.errors import UploaderError
from uploader.installation import Installation
from uploader.items import Step

_KEPT_FREE_BYTES: Final = 512 * 1024 * 1024
_NO_LINK: Final = frozenset(
    {errno.EXDEV, errno.EPERM, errno.EACCES, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS}
)
NO_BOOT: Final = ""
"""Recorded elsewhere: no clock of this computer says anything about it."""


class FootageRefused(UploaderError):
    """A file cannot be taken in: why, and that nothing was changed."""


@dataclass(frozen=True, slots=True)
class Footage:
    """What a look into a file found; times in seconds, `recorded_at` where the file says it."""

    container: str
    duration_s: float
    frames: int
    video: Video
    audio: Audio | None
    recorded_at: datetime | None


Look = Callable[[Path], Footage]
"""Reads a file to its end and says what it is. Raises FootageRefused."""


class Way(Enum):
    """How a file came under the recording's name."""

    LINKED = "linked"
    COPIED = "copied"
    DUPLICATE = "duplicate"
    """It did not: the same bytes are there already."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file; `recording` is the one that holds its bytes."""

    path: Path
    recording: str
    way: Way
    size_bytes: int
    step: Step = Step.ANNOUNCE


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom the footage shows, at which prompt; and whether it must be a copy of its own."""

    participant: str
    prompt: str | None
    study: str | None = None
    copy: bool = False


class Intake:
    """Takes files in, all into one new session."""

    def __init__(self, installation: Installation, look: Look, whose: Whose) -> None:
        self._installation = installation
        self._look = look
        self._whose = whose
        self._session = new_id(installation.clock.now())
        self._takes = 0

    def take(self, path: Path) -> Taken:
        """Take one file in. Raises FootageRefused, QueueError, OSError; then nothing was added."""
        path = path.resolve()
        before = _plain_file(path)
        sha256 = durable.sha256_file(path)
        held = self._installation.queue.holder_of(sha256)
        if held is not None:
            return Taken(path, held[0], Way.DUPLICATE, before.st_size, held[1])
        footage = self._look(path)
        folder = self._new_folder(before)
        lock = try_lock(folder.lock)
        if lock is None:
            raise FootageRefused(f"{folder.path} is in use. Nothing was added; try again.")
        with lock:
            try:
                _write_intake(folder, path, before)
                way = self._bring(path, folder.segment(0, footage.container), sha256)
                manifest = self._write(folder, path, footage, sha256, before)
            except BaseException:
                if not folder.announce.exists():
                    durable.remove_folder(folder.path)
                raise
            durable.remove(folder.intake)
            self._enqueue(folder, manifest)
        return Taken(path, folder.recording, way, before.st_size)

    def _new_folder(self, before: os.stat_result) -> RecordingFolder:
        home = self._installation.home
        recording = new_id(self._installation.clock.now())
        places = [home.recording(self._session, recording)]
        if home.overflow is not None and home.overflow.is_here:
            places.append(home.recording(self._session, recording, home.overflow))
        for each in places:
            durable.make_folder(each.path)
        chosen = next((each for each in places if self._has_place(each, before)), None)
        for each in places:
            if each is not chosen:
                durable.remove_folder(each.path)
        if chosen is None:
            raise FootageRefused(
                f"There is no room for another {before.st_size / 1e9:.1f} GB where recordings are "
                "kept. Nothing was added; free some space."
            )
        return chosen

    def _has_place(self, folder: RecordingFolder, before: os.stat_result) -> bool:
        if not self._whose.copy and folder.path.stat().st_dev == before.st_dev:
            return True
        free_bytes = shutil.disk_usage(folder.path).free
        return free_bytes >= before.st_size + _KEPT_FREE_BYTES

    def _bring(self, path: Path, final: Path, sha256: str) -> Way:
        if not self._whose.copy and _linked(path, final):
            return Way.LINKED
        if durable.copy_new(path, final) != sha256:
            raise FootageRefused(
                f"{path.name} was changed while it was copied. Nothing was added; try again once "
                "nobody writes to it any more."
            )
        return Way.COPIED

    def _write(
        self,
        folder: RecordingFolder,
        path: Path,
        footage: Footage,
        sha256: str,
        before: os.stat_result,
    ) -> Manifest:
        final = folder.segment(0, footage.container)
        after = final.stat()
        if after.st_size != before.st_size or path.stat().st_mtime_ns != before.st_mtime_ns:
            raise FootageRefused(
                f"{path.name} was changed while it was read. Nothing was added; try again once "
                "nobody writes to it any more."
            )
        self._takes += 1
        announcement = self._announcement(folder, path, footage, before)
        durable.append_line(folder.journal, journal_line(_part(announcement)))
        ended = Ended("complete", "stopped", footage.duration_s)
        durable.append_line(folder.journal, journal_line(ended))
        sidecar = _sidecar(folder, footage, after.st_size, sha256)
        durable.write_new(folder.sidecar(0), canonical(sidecar.to_json()))
        now = rfc3339(self._installation.clock.now())
        note = decided("kept", "queue add", self._installation.clock)
        durable.write_new(folder.decision, canonical(note.to_json()))
        if not folder.session_file.exists():
            whose = self._whose
            session = session_json(
                folder.session, whose.participant, whose.study, announcement.device, now
            )
            durable.write_new(folder.session_file, canonical(session))
        durable.write_new(folder.announce, canonical(announcement.to_json()))
        return self._close(folder)

    def _close(self, folder: RecordingFolder) -> Manifest:
        installation = self._installation
        closed = salvage.close_recording(
            folder,
            installation.identity.sign,
            session_folders=installation.home.session_folders(folder.session),
        )
        assert closed is not None
        return closed.manifest

    def _announcement(
        self, folder: RecordingFolder, path: Path, footage: Footage, before: os.stat_result
    ) -> Announcement:
        # The last write is the recording's end, as cameras do it.
        written_at = datetime.fromtimestamp(before.st_mtime, UTC)
        started_at = footage.recorded_at or written_at - timedelta(seconds=footage.duration_s)
        return Announcement(
            recording=folder.recording,
            session=folder.session,
            participant=self._whose.participant,
            study=self._whose.study,
            prompt=self._whose.prompt,
            take=self._takes,
            device=self._installation.identity.device,
            app_version=VERSION,
            started_at=rfc3339(started_at),
            boot_id=NO_BOOT,
            started_monotonic_ns=0,
            video=footage.video,
            audio=footage.audio,
            extra={
                FOOTAGE: {
                    "name": path.name,
                    "container": footage.container,
                    "modified_at": rfc3339(written_at),
                    "started_at_from": "file" if footage.recorded_at else "modified_at",
                }
            },
        )

    def _enqueue(self, folder: RecordingFolder, manifest: Manifest) -> None:
        queue = self._installation.queue
        queue.entries.enqueue_recording(folder, manifest.announcement)
        queue.entries.enqueue_segments(folder, [SegmentEntry.of_manifest(manifest.segments[0])])
        queue.entries.manifest_ready(folder, manifest)


def remove_leftovers(installation: Installation) -> int:
    """Remove what an interrupted intake left behind; how many.

    Only where the file that it was to take in is still where it was: then nothing is lost.
    """
    removed = 0
    for folder in installation.home.recording_folders():
        if folder.announce.exists() or not folder.intake.exists():
            continue
        with salvage.abandoned(folder) as nobody_is_left:
            if nobody_is_left and _is_source_there(folder):
                durable.remove_folder(folder.path)
                removed += 1
    return removed


def _write_intake(folder: RecordingFolder, path: Path, before: os.stat_result) -> None:
    value = {"format_version": FORMAT_VERSION, "source": str(path), "size_bytes": before.st_size}
    durable.write_new(folder.intake, canonical(value))


def _is_source_there(folder: RecordingFolder) -> bool:
    try:
        value = parse(folder.intake.read_bytes(), folder.intake.name)
        return Path(str(value["source"])).stat().st_size == int(value["size_bytes"])
    except (OSError, FormatError, KeyError, ValueError):
        return False


def _plain_file(path: Path) -> os.stat_result:
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise FootageRefused(f"There is no file {path}. Nothing was added.") from error
    if not path.is_file():
        raise FootageRefused(f"{path} is no file. Nothing was added.")
    if not found.st_size:
        raise FootageRefused(f"{path.name} is empty. Nothing was added.")
    if found.st_size > SEGMENT_MOST_BYTES:
        raise FootageRefused(
            f"{path.name} has {found.st_size / 2**30:.0f} GiB, and at most "
            f"{SEGMENT_MOST_BYTES / 2**30:.0f} GiB are taken. Nothing was added; split it first."
        )
    return found


def _linked(path: Path, final: Path) -> bool:
    try:
        os.link(path, final)
    except OSError as error:
        if error.errno in _NO_LINK:
            return False
        raise
    descriptor = os.open(final, os.O_RDONLY | os.O_CLOEXEC)
    try:
        durable.fsync(descriptor)
    finally:
        os.close(descriptor)
    durable.fsync_folder(final.parent)
    return True


def _part(announcement: Announcement) -> PartStarted:
    return PartStarted(
        part=0,
        offset_s=0.0,
        reason="start",
        first_segment=0,
        started_monotonic_ns=0,
        boot_id=NO_BOOT,
        video=announcement.video,
        audio=announcement.audio,
    )


def _sidecar(folder: RecordingFolder, footage: Footage, size_bytes: int, sha256: str) -> Sidecar:
    return Sidecar(
        recording=folder.recording,
        segment=0,
        part=0,
        size_bytes=size_bytes,
        sha256=sha256,
        start_s=0.0,
        duration_s=footage.duration_s,
        frames=footage.frames,
        samples=0,
        lost_frames=0,
        losses=(),
        base_monotonic_ns=0,
        # They stand in the file alone: a day of footage has millions of them.
        frame_times_us=(),
        container=footage.container,
    )
