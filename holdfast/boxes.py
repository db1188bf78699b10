"""The boxes of fragmented MP4 (ISO/IEC 14496-12): what an init and a fragment say, as values.

It reads what is given whole; `fragments.py` finds out what is whole. Pure bytes and standard
library. The only error is `Damaged`, and no number in the bytes makes memory grow beyond them.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

_SAMPLES_MOST: Final = 200_000
_NOT_A_KEY_FRAME: Final = 0x10000
_JPEG_START: Final = b"\xff\xd8"
_JPEG_IN_MPEG4: Final = 0x6C

Kind = Literal["video", "audio", "other"]
_KINDS: Final[dict[bytes, Kind]] = {b"vide": "video", b"soun": "audio"}


class Damaged(ValueError):
    """The bytes are not the fragmented MP4 that they claim to be. The message is a sentence."""


@dataclass(frozen=True, slots=True)
class Track:
    """One track of an init. `media_start` is the media time that is presented at zero: the edit
    list's, in ticks of `timescale`; for AAC it skips the encoder's priming."""

    id: int
    kind: Kind
    timescale: int
    codec: str
    width: int
    height: int
    media_start: int
    nal_length_bytes: int | None
    is_jpeg: bool = False
    """Whether each picture is a JPEG."""
    default_duration: int = 0
    default_size: int = 0
    default_flags: int = 0


@dataclass(frozen=True, slots=True)
class Init:
    """`ftyp` and `moov`: what a player needs before the first fragment."""

    data: bytes
    tracks: tuple[Track, ...]

    def track(self, kind: Kind) -> Track | None:
        """The first track of this kind, or None."""
        return next((track for track in self.tracks if track.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Run:
    """The samples of one track in one fragment; times in ticks of the track's timescale."""

    track: int
    decode_time: int
    duration: int
    pts: tuple[int, ...]
    last_duration: int
    starts_with_key: bool

    @property
    def count(self) -> int:
        """How many samples (pictures, or packets of sound) there are."""
        return len(self.pts)


@dataclass(frozen=True, slots=True)
class Fragment:
    """One `moof` with its `mdat`, whole: every sample's bytes are inside `data`."""

    data: bytes
    runs: tuple[Run, ...]

    def run(self, track: Track | None) -> Run | None:
        """The samples of a track in this fragment, or None where it has none."""
        if track is None:
            return None
        return next((run for run in self.runs if run.track == track.id and run.pts), None)


def parse_init(data: bytes) -> Init:
    """Read `ftyp` + `moov`. Raises Damaged."""
    try:
        moov = _only(_children(memoryview(data)), b"moov")
        defaults = _track_defaults(moov)
        tracks = tuple(_track(body, defaults) for name, body in _children(moov) if name == b"trak")
    except (struct.error, IndexError) as error:
        raise Damaged("the init is cut short") from error
    if not tracks:
        raise Damaged("the init has no track")
    return Init(data, tracks)


def parse_fragment(init: Init, moof: bytes, mdat: bytes) -> Fragment:
    """Read one `moof` and check that all its samples lie in `mdat`. Raises Damaged."""
    header_bytes = 16 if mdat[:4] == b"\0\0\0\1" else 8
    data = moof + mdat
    reader = _FragmentReader(init, data, len(moof) + header_bytes)
    try:
        body = memoryview(moof)[16 if moof[:4] == b"\0\0\0\1" else 8 :]
        runs = tuple(reader.run(traf) for name, traf in _children(body) if name == b"traf")
    except (struct.error, IndexError) as error:
        raise Damaged("a fragment's description is cut short") from error
    if not runs:
        raise Damaged("a fragment describes no track")
    return Fragment(data, runs)


def _children(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    position = 0
    while position < len(data):
        (size_bytes,) = struct.unpack_from(">I", data, position)
        name = bytes(data[position + 4 : position + 8])
        if size_bytes < 8 or position + size_bytes > len(data):
            raise Damaged(f"the box {name!r} is larger than the box around it")
        yield name, data[position + 8 : position + size_bytes]
        position += size_bytes


def _only(boxes: Iterable[tuple[bytes, memoryview]], name: bytes) -> memoryview:
    for each, body in boxes:
        if each == name:
            return body
    raise Damaged(f"the box {name!r} is missing")


def _track_defaults(moov: memoryview) -> dict[int, tuple[int, int, int]]:
    defaults = {}
    for name, body in _children(_only(_children(moov), b"mvex")):
        if name == b"trex":
            track, _, duration, size_bytes, flags = struct.unpack_from(">IIIII", body, 4)
            defaults[track] = (duration, size_bytes, flags)
    return defaults


def _track(trak: memoryview, defaults: dict[int, tuple[int, int, int]]) -> Track:
    tkhd = _only(_children(trak), b"tkhd")
    (track,) = struct.unpack_from(">I", tkhd, 20 if tkhd[0] else 12)
    mdia = _only(_children(trak), b"mdia")
    mdhd = _only(_children(mdia), b"mdhd")
    (timescale,) = struct.unpack_from(">I", mdhd, 20 if mdhd[0] else 12)
    if timescale == 0:
        raise Damaged("a track has no time scale")
    kind = _KINDS.get(bytes(_only(_children(mdia), b"hdlr")[8:12]), "other")
    stbl = _only(_children(_only(_children(mdia), b"minf")), b"stbl")
    codec, entry = next(_children(_only(_children(stbl), b"stsd")[8:]), (b"", memoryview(b"")))
    width, height = struct.unpack_from(">HH", entry, 24) if kind == "video" else (0, 0)
    duration, size_bytes, flags = defaults.get(track, (0, 0, 0))
    return Track(
        id=track,
        kind=kind,
        timescale=timescale,
        codec=codec.decode("latin-1"),
        width=width,
        height=height,
        media_start=_media_start(trak),
        nal_length_bytes=_nal_length_bytes(entry) if kind == "video" else None,
        is_jpeg=kind == "video" and _is_jpeg(codec, entry),
        default_duration=duration,
        default_size=size_bytes,
        default_flags=flags,
    )


def _media_start(trak: memoryview) -> int:
    """Media time of the first edit that shows anything (14496-12, 8.6.6); 0 without edits."""
    edits = next((body for name, body in _children(trak) if name == b"edts"), None)
    if edits is None:
        return 0
    elst = _only(_children(edits), b"elst")
    form = struct.Struct(">Qqi" if elst[0] else ">Iii")
    (count,) = struct.unpack_from(">I", elst, 4)
    for index in range(min(count, len(elst) // form.size)):
        media_time = form.unpack_from(elst, 8 + index * form.size)[1]
        if media_time >= 0:
            return int(media_time)
    return 0


def _nal_length_bytes(entry: memoryview) -> int | None:
    """Size of the length before each NAL unit of H.264 (14496-15, 5.3.3.1); None for others."""
    for name, body in _children(entry[78:]):
        if name == b"avcC":
            return (body[4] & 3) + 1
    return None


def _is_jpeg(codec: bytes, entry: memoryview) -> bool:
    """Whether a visual entry is of JPEGs: MPEG-4's object type 0x6C (14496-1, 7.2.6.6)."""
    if codec != b"mp4v":
        return False
    for name, body in _children(entry[78:]):
        if name == b"esds":
            # ES_Descriptor: tag, length, id, flags; in it DecoderConfigDescriptor: tag, length.
            config = _after_length(body, 5) + 3
            return body[config] == 4 and body[_after_length(body, config + 1)] == _JPEG_IN_MPEG4
    return False


def _after_length(descriptor: memoryview, position: int) -> int:
    """Where a descriptor's content begins: its length has seven bits a byte (14496-1, 8.3.3)."""
    while descriptor[position] & 0x80:
        position += 1
    return position + 1


class _FragmentReader:
    """Reads the track fragments of one `moof`, and counts all samples against one limit."""

    def __init__(self, init: Init, data: bytes, first_byte: int) -> None:
        self._tracks = {track.id: track for track in init.tracks}
        self._data = data
        self._first_byte = first_byte
        self._samples = 0

    def run(self, traf: memoryview) -> Run:
        track, defaults = self._header(_only(_children(traf), b"tfhd"))
        tfdt = _only(_children(traf), b"tfdt")
        (decode_time,) = struct.unpack_from(">Q" if tfdt[0] else ">I", tfdt, 4)
        position, time = 0, decode_time
        pts: list[int] = []
        duration = 0
        key = False
        for name, trun in _children(traf):
            if name != b"trun":
                continue
            samples, position = self._samples_of(trun, defaults, position)
            for index, (duration, size_bytes, flags, shift) in enumerate(samples):
                if not pts:
                    key = not flags & _NOT_A_KEY_FRAME
                pts.append(time + shift)
                time += duration
                position = self._checked(track, position, size_bytes, index)
        return Run(track.id, decode_time, time - decode_time, tuple(pts), duration, key)

    def _header(self, tfhd: memoryview) -> tuple[Track, tuple[int, int, int]]:
        flags, number = struct.unpack_from(">II", tfhd, 0)
        track = self._tracks.get(number)
        if track is None:
            raise Damaged(f"a fragment is of track {number}, which the init does not have")
        if flags & 1:
            raise Damaged("a fragment's data is placed from the file's start")
        position = 12 if flags & 2 else 8
        values = [track.default_duration, track.default_size, track.default_flags]
        for index, bit in enumerate((0x8, 0x10, 0x20)):
            if flags & bit:
                (values[index],) = struct.unpack_from(">I", tfhd, position)
                position += 4
        return track, (values[0], values[1], values[2])

    def _samples_of(
        self, trun: memoryview, defaults: tuple[int, int, int], position: int
    ) -> tuple[list[tuple[int, int, int, int]], int]:
        """(duration, bytes, flags, presentation - decode time) of each, and the first's place."""
        flags, count = struct.unpack_from(">II", trun, 0)
        self._samples += count
        if self._samples > _SAMPLES_MOST:
            raise Damaged(f"a fragment claims to have {self._samples} samples")
        offset = 8
        if flags & 1:
            (position,) = struct.unpack_from(">i", trun, offset)
            offset += 4
        first_flags = None
        if flags & 4:
            (first_flags,) = struct.unpack_from(">I", trun, offset)
            offset += 4
        fields = [index for index in range(4) if flags & 0x100 << index]
        form = struct.Struct(">" + "".join("IIIi"[index] for index in fields))
        samples = []
        for index in range(count):
            values = [*defaults, 0]
            for field, value in zip(fields, form.unpack_from(trun, offset), strict=True):
                values[field] = value
            if index == 0 and first_flags is not None:
                values[2] = first_flags
            samples.append((values[0], values[1], values[2], values[3]))
            offset += form.size
        return samples, position

    def _checked(self, track: Track, position: int, size_bytes: int, index: int) -> int:
        end = position + size_bytes
        if position < self._first_byte or end > len(self._data):
            raise Damaged(f"sample {index} of a fragment lies outside of its data")
        if track.is_jpeg and self._data[position : position + 2] != _JPEG_START:
            raise Damaged(f"sample {index} of a fragment is no JPEG")
        if track.nal_length_bytes is not None:
            self._check_nal_units(position, end, track.nal_length_bytes)
        return end

    def _check_nal_units(self, position: int, end: int, length_bytes: int) -> None:
        # A power cut can leave zeros where data was: they chain to no sequence of NAL units.
        while position < end:
            size_bytes = int.from_bytes(self._data[position : position + length_bytes], "big")
            position += length_bytes + size_bytes
            if size_bytes == 0:
                raise Damaged("a picture's data is empty")
        if position != end:
            raise Damaged("a picture's data does not end where it should")
