"""The film that work after the probe looks at: which file it is, opened within limits.

One demuxer, never an address, no more points in a picture than a camera has, and no more pictures
or hours than a recording can have. What comes from elsewhere is never trusted to be small.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from av.container import InputContainer
from av.video.stream import VideoStream

from holdfast.jsonform import parse
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.footage import footage_of
from server.jobs.media import open_file, require_points
from server.jobs.parts import CannotSucceed, read_manifest

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

    @property
    def fps(self) -> float:
        """Pictures a second on average; 0 where it has no length."""
        return self.frames / self.duration_s if self.duration_s > 0 else 0.0


def film_of(folder: ReceivedRecording) -> Film:
    """The recording's first film. Raises CannotSucceed where none is known to play, OSError."""
    try:
        probe = parse(folder.probe.read_bytes(), folder.probe.name)
    except FileNotFoundError as error:
        raise CannotSucceed("Whether its film plays was not looked into yet.") from error
    video = probe.get("video")
    if probe.get("ok") is not True or not isinstance(video, dict):
        raise CannotSucceed("There is no film of this recording that plays.")
    path, demuxer = _file(folder)
    found = Film(
        path=path,
        demuxer=demuxer,
        duration_s=float(video["duration_s"]),
        frames=int(video["frames"]),
        width=int(video["width"]),
        height=int(video["height"]),
        codec=str(video["codec"]),
        has_sound=video.get("audio") is not None,
    )
    _require_within_limits(found)
    return found


def _file(folder: ReceivedRecording) -> tuple[Path, str]:
    if folder.assembled.exists():
        return folder.assembled, "mp4"
    # No MP4 can hold what is in it; then the file itself is the film.
    footage = footage_of(folder, read_manifest(folder))
    if footage is None:
        raise CannotSucceed("There is no film of this recording.")
    return footage.path, footage.demuxer


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
