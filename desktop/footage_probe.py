"""A look into a video file of another camera: what it is, and whether it can be read to its end.

Files come from anywhere, so a process of its own looks, which may crash; only known containers are
opened, and nothing that a file refers to. It changes nothing.
"""

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from holdfast.announcement import Audio, Video
from holdfast.clock import parse_rfc3339
from uploader.footage import Footage, FootageRefused

SILENCE_MOST_S: Final = 120.0
"""A file that is read gives news more often than this, also on a slow disk."""
_FORMATS: Final = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg"
_CONTAINERS: Final = {"mov": "mp4", "matroska": "mkv", "avi": "avi", "mpegts": "ts", "mpeg": "mpg"}
_SUFFIXES: Final = {("mp4", ".mov"): "mov", ("mkv", ".webm"): "webm"}
_NEWS_EVERY: Final = 2000
_OTHER_CAMERA: Final = "another camera"


def look(path: Path) -> Footage:
    """What a file is, read to its end. Raises FootageRefused."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_main, args=(str(path), theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        return _listen(path, ours)
    finally:
        process.kill()
        process.join()
        ours.close()


def _listen(path: Path, ours: Connection) -> Footage:
    while ours.poll(SILENCE_MOST_S):
        try:
            message = ours.recv()
        except EOFError:
            raise _refused(path, "reading it crashed") from None
        if isinstance(message, Footage):
            return message
        if message is not None:
            raise _refused(path, str(message))
    raise _refused(path, "reading it takes too long")


def _refused(path: Path, why: str) -> FootageRefused:
    return FootageRefused(
        f"{path.name} cannot be taken in as a video: {why}. It is untouched, and nothing was added."
    )


def _main(path: str, out: Connection) -> None:
    try:
        import av
    except ImportError:
        out.send("PyAV is not installed; install Holdfast with its desktop part")
        return
    try:
        out.send(measure(Path(path), lambda: out.send(None)))
    except _NoFootage as error:
        out.send(str(error))
    except (av.error.FFmpegError, OSError, ValueError) as error:
        out.send(f"it is damaged, or no video ({error})")


class _NoFootage(Exception):
    """Why a file that can be opened is none that can be taken in."""


@dataclass(slots=True)
class _Track:
    """What is counted of the pictures, in ticks of their time base."""

    frames: int = 0
    first: int | None = None
    last: int = 0
    end: int = 0

    def add(self, at: int, duration: int) -> None:
        self.frames += 1
        self.first = at if self.first is None else min(self.first, at)
        # Where a container keeps no durations, the last picture lasts as long as the one before.
        step = duration or abs(at - self.last)
        self.last = at
        self.end = max(self.end, at + step)


def measure(path: Path, news: Callable[[], None]) -> Footage:
    """Read a file to its end in this process; `news` is called now and then.

    Raises FFmpegError, OSError, ValueError, and what `look` makes its own.
    """
    import av

    options = {"format_whitelist": _FORMATS, "protocol_whitelist": "file"}
    with av.open(str(path), options=options, metadata_errors="replace") as file:
        if not file.streams.video:
            raise _NoFootage("there is no picture in it")
        stream = file.streams.video[0]
        if next(file.decode(stream), None) is None:
            raise _NoFootage("its first picture cannot be decoded")
        track = _count(file, stream, news)
        time_base = stream.time_base
        if time_base is None or track.first is None or track.end <= track.first:
            raise _NoFootage("its pictures have no times")
        return Footage(
            container=_container(file.format.name, path.suffix.lower()),
            duration_s=round(float((track.end - track.first) * time_base), 6),
            frames=track.frames,
            video=_video(stream, file.metadata),
            audio=_audio(file),
            recorded_at=_recorded_at(file.metadata, stream.metadata),
        )


def _count(file: Any, stream: Any, news: Callable[[], None]) -> _Track:
    track = _Track()
    file.seek(0)
    for packet in file.demux(stream):
        at = packet.dts if packet.pts is None else packet.pts
        if at is None:
            continue
        track.add(at, packet.duration or 0)
        if track.frames % _NEWS_EVERY == 1:
            news()
    return track


def _container(names: str, suffix: str) -> str:
    container = _CONTAINERS[names.split(",")[0]]
    return _SUFFIXES.get((container, suffix), container)


def _video(stream: Any, metadata: dict[str, str]) -> Video:
    rate: Fraction | None = stream.average_rate or stream.guessed_rate
    context = stream.codec_context
    if not context.width or not context.height:
        raise _NoFootage("its picture has no size")
    made_by = [_text(metadata, f"com.apple.quicktime.{key}") for key in ("make", "model")]
    return Video(
        codec=context.name,
        width=context.width,
        height=context.height,
        nominal_fps=round(float(rate or 0), 3),
        camera_id="footage",
        camera_name=" ".join(each for each in made_by if each) or _OTHER_CAMERA,
    )


def _audio(file: Any) -> Audio | None:
    for stream in file.streams.audio[:1]:
        context = stream.codec_context
        if context.sample_rate and context.layout.nb_channels:
            return Audio(
                context.name, context.sample_rate, context.layout.nb_channels, _OTHER_CAMERA
            )
    return None


def _text(metadata: dict[str, str], key: str) -> str:
    return metadata.get(key, "").strip()[:100]


def _recorded_at(*all_metadata: dict[str, str]) -> datetime | None:
    for metadata in all_metadata:
        try:
            found = parse_rfc3339(metadata.get("creation_time", ""))
        except ValueError:
            continue
        # Cameras whose clock was never set say 1904 or 1970.
        if found.year >= 2000:
            return found
    return None
