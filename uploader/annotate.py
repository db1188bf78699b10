"""Writes `annotations.json`: what this computer learned of a recording after its manifest.

The only writer of that file. It joins what the quality check found, what a person noted in the
window and what became known of the receiver's clock, and keeps whatever else stands there. It
sends nothing.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from holdfast import durable, salvage
from holdfast.annotations import FIELD_NOTE, Annotations
from holdfast.jsonform import Json, canonical, digest, parse
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from uploader.annotation_rows import Made
from uploader.queue import Queue

_NOT_THERE: Final = "-"


class Annotator:
    """Looks at recordings that have ended; what nothing changed for costs two looks at the disk.

    `only` names the one recording that will be looked at, where it is one alone.
    """

    def __init__(self, queue: Queue, only: str | None = None) -> None:
        self._queue = queue
        self._made = queue.annotations.made(only)

    def look_at(self, folder: RecordingFolder) -> None:
        """Bring a recording's annotations up to date. Raises OSError, FormatError, QueueError."""
        made = self._made.get(folder.recording)
        if made is not None and made.clock_settled and made.made_from == _made_from(folder):
            return
        manifest = salvage.read_manifest(folder)
        if manifest is None:
            return
        before = read_annotations(folder)
        after, settled = self._learn(folder, manifest, before)
        if after.content() != before.content():
            after = replace(after, version=before.version + 1)
            durable.write_replacing(folder.annotations, canonical(after.to_json()))
        self._note(folder, Made(_made_from(folder), settled), after)

    def _learn(
        self, folder: RecordingFolder, manifest: Manifest, before: Annotations
    ) -> tuple[Annotations, bool]:
        quality = _read(folder.quality)
        if quality is not None:
            before = replace(before, quality=quality)
        note = _read(folder.note)
        if note is not None:
            before = replace(before, extra={**before.extra, FIELD_NOTE: note})
        if manifest.clock_offset_s is not None or before.clock_offset_s is not None:
            return before, True
        late = self._queue.receiver.late_clock_offset(manifest.announcement)
        return replace(before, clock_offset_s=late), late is not None

    def _note(self, folder: RecordingFolder, made: Made, annotations: Annotations) -> None:
        if self._made.get(folder.recording) == made:
            return
        sha256 = digest(annotations.content()) if annotations.version else None
        self._queue.annotations.note(folder.recording, made, sha256)
        self._made[folder.recording] = made


def add_note(queue: Queue, folder: RecordingFolder, key: str, value: Json) -> None:
    """Write something down beside a recording that has ended, and have the receiver told.

    Raises OSError, FormatError, QueueError.
    """
    before = read_annotations(folder)
    extra = {**before.extra, key: value}
    after = replace(before, version=before.version + 1, extra=extra)
    durable.write_replacing(folder.annotations, canonical(after.to_json()))
    Annotator(queue, folder.recording).look_at(folder)


def read_annotations(folder: RecordingFolder) -> Annotations:
    """What stands beside a recording; version 0 where nothing does. Raises OSError, FormatError."""
    value = _read(folder.annotations)
    return Annotations() if value is None else Annotations.from_json(value)


def _read(path: Path) -> Json | None:
    try:
        return parse(path.read_bytes(), str(path))
    except FileNotFoundError:
        return None


def _made_from(folder: RecordingFolder) -> str:
    noted = (folder.note,) if folder.note.exists() else ()
    return " ".join(_stamp(path) for path in (folder.quality, folder.annotations, *noted))


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except FileNotFoundError:
        return _NOT_THERE
    return f"{found.st_mtime_ns}:{found.st_size}"
