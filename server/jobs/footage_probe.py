"""Whether footage of another camera plays: both ends of each track decoded, its length compared.

It reads only, within the bounds of `media.py`; what it found is returned.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from holdfast.jsonform import Json
from server.jobs.footage import FootageFile
from server.jobs.media import open_file, require_points
from server.jobs.parts import CannotSucceed
from server.jobs.probe import TOLERANCE_S, Found, NotPlayable, Picture, Sound

Progress = Callable[[float], None]
PACKETS_MOST: Final = 60_000_000
"""A week of sound at 48 kHz has 28 million."""
_NEWS_EVERY: Final = 1000


def probe_footage(footage: FootageFile, progress: Progress) -> Json:
    """Whether the film plays, in the same words as for all other recordings.

    Where no MP4 can hold what is in the file, the file itself is looked into, and named.
    """
    found: list[Json] = []
    reason = None
    is_own = footage.film.exists()
    path, demuxer = (footage.film, "mp4") if is_own else (footage.path, footage.demuxer)
    try:
        film = look_into(path, demuxer, progress)
        found.append(film.to_json() | ({} if is_own else _itself(footage)))
        _compare(film, footage)
    except (NotPlayable, CannotSucceed) as error:
        reason = str(error)
    except (FFmpegError, ValueError) as error:
        # Without the path of a file here, which is nobody's business.
        reason = f"{path.name} cannot be read: {getattr(error, 'strerror', None) or error}."
    return {
        "ok": reason is None,
        "reason": reason,
        "files": found,
        "video": found[0] if found else None,
    }


def _itself(footage: FootageFile) -> Json:
    """Where a film is that is no MP4 of ours, from the recording's folder."""
    folder = footage.film.parent
    return {
        "file": footage.path.relative_to(folder).as_posix(),
        "container": footage.container,
    }


def _compare(found: Found, footage: FootageFile) -> None:
    if not footage.is_measured:
        return
    if abs(found.picture.duration_s - footage.duration_s) > TOLERANCE_S:
        raise NotPlayable(
            f"The picture of {found.file} is {found.picture.duration_s:.2f} s long; the manifest "
            f"says {footage.duration_s:.2f} s."
        )
    if footage.has_sound and found.sound is None:
        raise NotPlayable(f"The manifest promises sound, but {found.file} holds none.")


def look_into(path: Path, demuxer: str, progress: Progress) -> Found:
    """Count every packet, decode both ends of each track.

    Raises NotPlayable, CannotSucceed, FFmpegError, OSError.
    """
    if not path.exists():
        raise NotPlayable(f"{path.name} is not there.")
    with open_file(path, demuxer) as film:
        if not film.streams.video:
            raise NotPlayable(f"{path.name} has no picture.")
        stream = film.streams.video[0]
        context = stream.codec_context
        require_points(context.width, context.height, path.name)
        frames, length_s, last = _measured(film, stream, progress)
        _decode_first(film, stream, f"The first picture of {path.name}")
        _decode_last(film, stream, last, f"The last picture of {path.name}", progress)
        picture = Picture(length_s, context.width, context.height, frames, context.name)
        sound = None
        if film.streams.audio:
            heard = film.streams.audio[0]
            _, heard_s, last = _measured(film, heard, progress)
            _decode_last(film, heard, last, f"The end of the sound of {path.name}", progress)
            rate_hz = heard.codec_context.sample_rate
            channels = heard.codec_context.layout.nb_channels
            sound = Sound(heard_s, round(heard_s * rate_hz), rate_hz, channels)
    return Found(path.name, picture, sound)


def _measured(
    film: InputContainer, stream: VideoStream | AudioStream, progress: Progress
) -> tuple[int, float, int]:
    """Packets of a track, its length in seconds, and the time of its last packet in ticks."""
    film.seek(0)
    count = 0
    first = last = end = None
    for packet in film.demux(stream):
        # AVI keeps no order of display.
        at = packet.dts if packet.pts is None else packet.pts
        if at is None:
            continue
        count += 1
        first = at if first is None else min(first, at)
        last = at if last is None else max(last, at)
        end = max(end or 0, at + (packet.duration or 0))
        if count > PACKETS_MOST:
            raise NotPlayable(f"The film has more than {PACKETS_MOST} packets in a track.")
        if count % _NEWS_EVERY == 1:
            progress(0.5)
    if first is None or last is None or end is None or stream.time_base is None:
        raise NotPlayable("The film has a track without anything in it.")
    return count, float((end - first) * stream.time_base), last


def _decode_first(film: InputContainer, stream: VideoStream, what: str) -> None:
    film.seek(0)
    if next(iter(film.decode(stream)), None) is None:
        raise NotPlayable(f"{what} cannot be decoded.")


def _decode_last(
    film: InputContainer,
    stream: VideoStream | AudioStream,
    last: int,
    what: str,
    progress: Progress,
) -> None:
    """From the key frame before it to what is shown last: every one of them must be whole."""
    film.seek(last, stream=stream)
    until = None
    for number, frame in enumerate(film.decode(stream)):
        assert isinstance(frame, VideoFrame | AudioFrame)
        at = frame.dts if frame.pts is None else frame.pts
        if at is not None and frame.time_base is not None and stream.time_base is not None:
            until = round(at * frame.time_base / stream.time_base)
        if until is not None and until >= last:
            return
        if number % _NEWS_EVERY == 1:
            progress(0.75)
    raise NotPlayable(f"{what} cannot be decoded.")
