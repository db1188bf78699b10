"""Footage of other cameras: one file of any container as the recording's film.

What is an MP4 is the film as it is, under a second name. All else is put into an MP4 packet by
packet, never re-encoded; where no MP4 can hold a codec, the file itself is the film. It writes
temporary files only, and opens no demuxer but the one that the manifest names.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.audio.stream import AudioStream
from av.container import InputContainer, OutputContainer
from av.error import EOFError as EndOfFile
from av.error import FFmpegError, InvalidDataError
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from holdfast import durable
from holdfast.manifest import FOOTAGE, Manifest, is_measured
from holdfast.receiver_layout import ReceivedRecording
from server.jobs.kinds import Piece, temporary_name
from server.jobs.media import open_file
from server.jobs.parts import CannotSucceed
from server.jobs.room import require_room
from server.jobs.track import PacketDigest

_DEMUXERS: Final = {
    "mp4": "mp4",
    "mov": "mp4",
    "mkv": "matroska",
    "webm": "matroska",
    "avi": "avi",
    "ts": "mpegts",
    "mpg": "mpeg",
}
_PICTURES_OF_UNITS: Final = frozenset({"h264", "hevc"})
_START_CODES: Final = (b"\0\0\1", b"\0\0\0\1")
_NEWS_EVERY: Final = 1000
_HELD_MOST: Final = 64
"""No codec shows a picture by more than 16 out of turn."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class FootageFile:
    """A file as it was taken in, what its manifest says of it, and where its film belongs."""

    path: Path
    container: str
    size_bytes: int
    duration_s: float
    has_sound: bool
    film: Path
    is_measured: bool = True
    """Its manifest knows its length; what a receiver took in itself was not opened before."""

    @property
    def demuxer(self) -> str:
        """The one demuxer that reads it. Raises CannotSucceed."""
        found = _DEMUXERS.get(self.container)
        if found is None:
            raise CannotSucceed(
                f"This is no video of a kind that is known here ({self.container}). The file "
                "itself is here, whole."
            )
        return found


def footage_of(folder: ReceivedRecording, manifest: Manifest) -> FootageFile | None:
    """The one file of a recording that another camera made; None for all other recordings."""
    if FOOTAGE not in manifest.announcement.extra or len(manifest.segments) != 1:
        return None
    segment = manifest.segments[0]
    return FootageFile(
        path=folder.segment(segment.segment),
        container=segment.container,
        size_bytes=segment.size_bytes,
        duration_s=segment.duration_s,
        has_sound=manifest.announcement.audio is not None,
        film=folder.assembled,
        is_measured=is_measured(manifest.announcement),
    )


class NoMp4(Exception):
    """No MP4 can hold what is in the file, so that the file itself is the film."""


def assemble_footage(
    footage: FootageFile, attempt: str, progress: Progress, say: Callable[[str], None]
) -> Piece | None:
    """Make the film under a temporary name; None where the file itself is the film.

    Raises CannotSucceed, NoRoom, FFmpegError, OSError.
    """
    final = footage.film
    temporary = temporary_name(final, attempt)
    if footage.demuxer == "mp4" and footage.container == "mp4":
        _second_name(footage.path, temporary)
        return Piece(temporary, final)
    require_room(footage.path.parent, footage.path.stat().st_size)
    try:
        _put_into_mp4(footage, temporary, progress)
    except NoMp4 as error:
        say(str(error))
        durable.remove(temporary)
        return None
    except (InvalidDataError, EndOfFile) as error:
        raise CannotSucceed(
            f"The file cannot be read as {footage.container} ({error.strerror}). The file itself "
            "is here, whole."
        ) from error
    descriptor = os.open(temporary, os.O_RDONLY)
    try:
        durable.fsync(descriptor)
    finally:
        os.close(descriptor)
    return Piece(temporary, final)


def _second_name(source: Path, temporary: Path) -> None:
    try:
        os.link(source, temporary)
    except OSError:
        # Not every file system knows second names.
        require_room(source.parent, source.stat().st_size)
        durable.copy_new(source, temporary)


def _put_into_mp4(footage: FootageFile, path: Path, progress: Progress) -> None:
    with (
        open_file(footage.path, footage.demuxer) as source,
        av.open(str(path), "w", format="mp4", options={"movflags": "faststart"}) as output,
    ):
        digests = _copy(footage, source, output, progress)
    with open_file(path, "mp4") as film:
        found = {kind: PacketDigest() for kind in digests}
        for packet in _packets(film):
            found[packet.stream.type].add(bare(packet.stream.codec.name, bytes(packet)))
            _tell(progress, found[packet.stream.type].count, 0.75)
    for kind, digest in digests.items():
        if (digest.count, digest.hexdigest()) != (found[kind].count, found[kind].hexdigest()):
            raise CannotSucceed(
                f"The film does not hold the {kind} packets of the file unchanged. The file "
                "itself is here, whole."
            )


def _copy(
    footage: FootageFile, source: InputContainer, output: OutputContainer, progress: Progress
) -> dict[str, PacketDigest]:
    streams: dict[str, Stream] = {each.type: _template(output, each) for each in _wanted(source)}
    digests: dict[str, PacketDigest] = {kind: PacketDigest() for kind in streams}
    zero = _zero_s(source)
    last: dict[str, int] = {}
    for packet in _packets(source):
        kind = packet.stream.type
        assert packet.time_base is not None
        shift = round(zero / packet.time_base)
        dts = (packet.dts if packet.dts is not None else 0) - shift
        # AVI keeps no order of display; where pictures are in order, both times are one.
        pts = dts if packet.pts is None else packet.pts - shift
        if kind in last and dts <= last[kind]:
            dts = last[kind] + 1
        if not packet.duration:
            # A browser's recorder says none. Without one the film would end where its last picture
            # begins, and players would leave that out.
            packet.duration = max(1, dts - last.get(kind, dts))
        last[kind] = dts
        packet.dts, packet.pts = dts, max(pts, dts)
        digests[kind].add(bare(packet.stream.codec.name, bytes(packet)))
        at_bytes = max(packet.pos or 0, 0)
        _tell(progress, digests[kind].count, 0.5 * min(1.0, at_bytes / max(1, footage.size_bytes)))
        packet.stream = streams[kind]
        output.mux_one(packet)
    return digests


def bare(codec: str, payload: bytes) -> bytes:
    """A packet's content without what a container adds to it, so that two can be compared.

    Broadcast formats put start codes before each unit of a picture (ISO 14496-10, Annex B) and a
    header before each frame of sound (ISO 13818-7, ADTS); an MP4 has lengths, and no such header.
    """
    if codec in _PICTURES_OF_UNITS:
        if not payload.startswith(_START_CODES):
            return b"".join(_units_with_lengths(payload))
        return b"".join(each.rstrip(b"\0") for each in payload.split(b"\0\0\1")[1:])
    if codec == "aac" and len(payload) > 7 and payload[0] == 0xFF and payload[1] & 0xF6 == 0xF0:
        return payload[7 if payload[1] & 1 else 9 :]
    return payload


def _units_with_lengths(payload: bytes) -> Iterator[bytes]:
    position = 0
    while position + 4 <= len(payload):
        size = int.from_bytes(payload[position : position + 4], "big")
        yield payload[position + 4 : position + 4 + size].rstrip(b"\0")
        position += 4 + size


def _tell(progress: Progress, count: int, share: float) -> None:
    if count % _NEWS_EVERY == 1:
        progress(share)


def _template(output: OutputContainer, stream: VideoStream | AudioStream) -> Stream:
    try:
        return output.add_stream_from_template(stream)
    except (ValueError, FFmpegError) as error:
        raise NoMp4(
            f"No MP4 can hold {stream.codec_context.name}: the file itself is the film."
        ) from error


def _zero_s(source: InputContainer) -> Fraction:
    """Where the file's own clock begins: broadcast formats start anywhere."""
    starts = [
        each.start_time * each.time_base
        for each in _wanted(source)
        if each.start_time is not None and each.time_base is not None
    ]
    return Fraction(min(starts, default=Fraction(0)))


def _wanted(container: InputContainer) -> list[VideoStream | AudioStream]:
    return [*container.streams.video[:1], *container.streams.audio[:1]]


def _packets(container: InputContainer) -> Iterator["Packet[Stream]"]:
    """The packets that hold something, each with a time at which it is decoded.

    Matroska keeps only when a picture is shown; up to the first that is shown out of turn, nobody
    can tell when it is decoded, so the first ones are held back until that is known.
    """
    held: dict[str, list[Packet[Stream]]] = {}
    known: set[str] = set()
    for packet in container.demux(_wanted(container)):
        kind: str = packet.stream.type
        if not packet.size or (packet.dts is None and packet.pts is None):
            continue
        if kind not in known and packet.dts is None and len(held.get(kind, [])) < _HELD_MOST:
            held.setdefault(kind, []).append(packet)
            continue
        known.add(kind)
        if packet.dts is None:
            packet.dts = packet.pts
        yield from _timed(held.pop(kind, []), packet.dts)
        yield packet
    for rest in held.values():
        yield from _timed(rest, None)


def _timed(held: "list[Packet[Stream]]", next_dts: int | None) -> "list[Packet[Stream]]":
    """Packets before the first whose time of decoding is known, with such times of their own."""
    shown = [each.pts for each in held if each.pts is not None]
    in_turn = sorted(shown)
    # As late as possible, and none after it is shown.
    late = max((turn - own for turn, own in zip(in_turn, shown, strict=True)), default=0)
    for number, packet in enumerate(held):
        if next_dts is None:
            packet.dts = in_turn[number] - late
        else:
            packet.dts = next_dts - max(1, packet.duration or 1) * (len(held) - number)
    return held
