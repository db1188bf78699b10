"""Where each segment of a recording lies on the recording's clock, so that they play as one.

It reads manifest, sidecars and media files, and changes nothing. Decoding is `reel.py`'s.
"""

import io
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import av
import av.error

from holdfast import fragments
from holdfast.journal import PartStarted, parse_journal
from holdfast.layout import RecordingFolder
from holdfast.manifest import Manifest
from holdfast.sidecar import Sidecar

OPEN_SUFFIX: Final = ".part"


class Unplayable(Exception):
    """Nothing can be played. The text is a sentence for people."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """One segment: its file and its place, in seconds on the recording's clock."""

    path: Path
    start_s: float
    duration_s: float

    @property
    def end_s(self) -> float:
        return self.start_s + self.duration_s


@dataclass(frozen=True, slots=True)
class Timeline:
    """Segments in the order in which they play."""

    pieces: tuple[Piece, ...]

    @property
    def duration_s(self) -> float:
        """Where the last one ends, in seconds on the recording's clock."""
        return max(each.end_s for each in self.pieces)

    def index_at(self, at_s: float) -> int:
        """The segment that is playing then; in a gap, the one before it."""
        starts = [each.start_s for each in self.pieces]
        return max(0, bisect_right(starts, at_s) - 1)


def timeline_of(files: Sequence[Path]) -> Timeline:
    """Put these segments one after the other. Raises Unplayable where none can be read.

    A segment that is missing is left out: what is there plays at its time.
    """
    if not files:
        raise Unplayable("There is no video of this recording on this computer.")
    listed = _listed(files[0].parent)
    pieces: list[Piece] = []
    trouble: Unplayable | None = None
    for path in files:
        try:
            pieces.append(_piece(path, listed, pieces[-1] if pieces else None))
        except Unplayable as error:
            trouble = error
    if not pieces:
        assert trouble is not None
        raise trouble
    return Timeline(tuple(sorted(pieces, key=lambda each: each.start_s)))


def readable(path: Path) -> str | BinaryIO:
    """What a decoder can read of this file: all of it, or what is whole of an open segment.

    Raises Unplayable where it is gone or holds nothing whole yet.
    """
    path = _where_it_is(path)
    if path.suffix != OPEN_SUFFIX:
        return str(path)
    try:
        whole_bytes = fragments.read_torn(path).size_bytes
        with path.open("rb") as file:
            return _whole(path, file.read(whole_bytes))
    except OSError as error:
        raise unreadable(path, error) from error


def _whole(path: Path, data: bytes) -> BinaryIO:
    if not data:
        raise Unplayable(f"Nothing of {path.name} is finished yet. Try again in a moment.")
    return io.BytesIO(data)


def _where_it_is(path: Path) -> Path:
    if path.is_file():
        return path
    # An open segment gets its final name the moment it is finished.
    closed = path.with_suffix(".mp4")
    if path.suffix == OPEN_SUFFIX and closed.is_file():
        return closed
    raise Unplayable(
        f"{path.name} is not on this computer any more. What the receiver confirmed may be "
        "deleted here; play it there."
    )


def unreadable(path: Path, error: Exception) -> Unplayable:
    """What to say about a file that no decoder can read."""
    said = getattr(error, "strerror", None) or str(error)
    return Unplayable(f"{path.name} cannot be played ({said}). The file is untouched.")


def _listed(folder: Path) -> Mapping[str, tuple[float, float]]:
    """Start and duration of the segments that the manifest names, by file stem."""
    try:
        value = json.loads(RecordingFolder(folder).manifest.read_bytes())
        manifest = Manifest.from_json(value)
    except (OSError, ValueError):
        # No manifest yet, or none that can be trusted: each segment's own sidecar says it.
        return {}
    return {f"{each.segment:06d}": (each.start_s, each.duration_s) for each in manifest.segments}


def _piece(path: Path, listed: Mapping[str, tuple[float, float]], before: Piece | None) -> Piece:
    path = _where_it_is(path)
    place = listed.get(path.stem) or _from_sidecar(path)
    if place is not None:
        return Piece(path, *place)
    first_s, duration_s = _measured(path)
    if path.suffix == OPEN_SUFFIX and (offset_s := _open_part_s(path)) is not None:
        return Piece(path, offset_s + first_s, duration_s)
    goes_on = before is None or first_s > before.start_s
    return Piece(path, first_s if goes_on or before is None else before.end_s, duration_s)


def _open_part_s(path: Path) -> float | None:
    """Where the part that is being written began, by the recording's journal."""
    try:
        entries = parse_journal(RecordingFolder(path.parent).journal.read_bytes())
    except (OSError, ValueError):
        return None
    started = [each for each in entries if isinstance(each, PartStarted)]
    return started[-1].offset_s if started else None


def _from_sidecar(path: Path) -> tuple[float, float] | None:
    try:
        sidecar = Sidecar.from_json(json.loads(path.with_suffix(".json").read_bytes()))
    except (OSError, ValueError):
        # Footage of other cameras, and a segment that is still open, have none.
        return None
    return (sidecar.start_s, sidecar.duration_s)


def _measured(path: Path) -> tuple[float, float]:
    """First time and length of what is in a file, in seconds."""
    try:
        with av.open(readable(path), "r") as container:
            first = (container.start_time or 0) / av.time_base
            return (max(0.0, first), max(0.0, _end_s(container) - first))
    except (av.error.FFmpegError, OSError) as error:
        raise unreadable(path, error) from error


def _end_s(container: "av.container.InputContainer") -> float:
    if container.duration is not None and container.duration > 0:
        return container.duration / av.time_base
    return max(
        (
            float((packet.pts + (packet.duration or 0)) * packet.time_base)
            for packet in container.demux()
            if packet.pts is not None
        ),
        default=0.0,
    )
