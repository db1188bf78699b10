"""The film that work after the probe looks at: which file it is, opened within limits.

One demuxer, never an address, no more points in a picture than a camera has, and no more pictures
or hours than a recording can have. What comes from elsewhere is never trusted to be small.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from av.container import InputContainer
from av.video.stream import VideoStream

from holdfast.jsonform import Json, parse
from holdfast.manifest import Part
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.footage import footage_of
from server.jobs.media import open_file, require_points
from server.jobs.parts import CannotSucceed, read_manifest

_PART: Final = re.compile(r"recording\.part(\d+)\.mp4")
FRAMES_MOST: Final = 24 * 3600 * 60
"""A day at 60 pictures a second."""
LENGTH_MOST_S: Final = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Film:
    """A file that was found to play, and what the probe found in it. Times in seconds."""

    path: Path
    demuxer: str
    duration_s: float
    frames: int
    width: int
    height: int
    codec: str
    has_sound: bool
    begins_s: float = 0.0
    """Where on the recording's clock it begins."""

    @property
    def part(self) -> int | None:
        """The part whose film this is; None of the recording's first film."""
        name = _PART.fullmatch(self.path.name)
        return None if name is None else int(name[1])

    @property
    def ends_s(self) -> float:
        """Where on the recording's clock it ends."""
        return self.begins_s + self.duration_s

    @property
    def fps(self) -> float:
        """Pictures a second on average; 0 where it has no length."""
        return self.frames / self.duration_s if self.duration_s > 0 else 0.0


def film_of(folder: ReceivedRecording) -> Film:
    """The recording's first film. Raises CannotSucceed where none is known to play, OSError."""
    return films_of(folder)[0]


def films_of(folder: ReceivedRecording) -> list[Film]:
    """All films of a recording, at least one: parts of another format have films of their own.

    Raises CannotSucceed, OSError.
    """
    try:
        probe = parse(folder.probe.read_bytes(), folder.probe.name)
    except FileNotFoundError as error:
        raise CannotSucceed("Whether its film plays was not looked into yet.") from error
    files = probe.get("files")
    if probe.get("ok") is not True or not isinstance(files, list) or not files:
        raise CannotSucceed("There is no film of this recording that plays.")
    parts = read_manifest(folder).parts
    films = [_film(folder, each, parts) for each in files]
    for each in films:
        _require_within_limits(each)
    return films


def length_s(films: Sequence[Film]) -> float:
    """How long a recording is that has these films, from its clock's zero."""
    return max(each.ends_s for each in films)


def shown_at(films: Sequence[Film], time_s: float) -> Film:
    """The film that shows this place of the recording, or else what came last before it.

    The first one stands still while parts of another format are shown.
    """
    there = [each for each in films if each.begins_s <= time_s < each.ends_s]
    if there:
        return there[-1]
    before = [each for each in films if each.ends_s <= time_s]
    return max(before, key=lambda each: each.ends_s, default=films[0])


def _film(folder: ReceivedRecording, found: Json, parts: Sequence[Part]) -> Film:
    demuxer = "mp4"
    if "container" in found:
        # No MP4 can hold what is in it; then the file itself is the film.
        footage = footage_of(folder, read_manifest(folder))
        if footage is None:
            raise CannotSucceed("There is no film of this recording.")
        demuxer = footage.demuxer
    film = Film(
        path=folder.path / str(found["file"]),
        demuxer=demuxer,
        duration_s=float(found["duration_s"]),
        frames=int(found["frames"]),
        width=int(found["width"]),
        height=int(found["height"]),
        codec=str(found["codec"]),
        has_sound=found.get("audio") is not None,
    )
    begins_s = [each.offset_s for each in parts if film.part in (None, each.part)]
    return replace(film, begins_s=min(begins_s, default=0.0))


def _require_within_limits(film: Film) -> None:
    require_points(film.width, film.height, film.path.name)
    if film.frames > FRAMES_MOST or film.duration_s > LENGTH_MOST_S:
        raise CannotSucceed(
            f"{film.path.name} claims {film.frames} pictures in {film.duration_s:.0f} s, more than "
            "any recording has. It is kept as it is, and nothing is made of it."
        )


def opened(film: Film) -> InputContainer:
    """The film, open for reading; a context manager. Raises FFmpegError, OSError."""
    return open_file(film.path, film.demuxer)


def picture_track(container: InputContainer) -> VideoStream:
    """The first picture track. Raises CannotSucceed where there is none."""
    if not container.streams.video:
        raise CannotSucceed("The film has no picture.")
    return container.streams.video[0]
