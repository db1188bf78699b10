"""Files that mean harm to whoever opens them: each claims to be a video, and is made to hurt."""

import struct
import zlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
from av.packet import Packet
from av.video.stream import VideoStream

from tests.support.footage import make_footage


def truncated(path: Path) -> Path:
    """A film whose end, and with it its index, never came."""
    whole = make_footage(path.with_suffix(".whole.mp4")).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def no_pictures(path: Path) -> Path:
    """An index that lists nothing."""
    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=25)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
        container.start_encoding()
    return path


def only_sound(path: Path) -> Path:
    """Sound in an MP4, without any picture."""
    both = make_footage(path.with_suffix(".both.mp4"))
    with av.open(str(both)) as source, av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.size:
                packet.stream = stream
                container.mux_one(packet)
    return path


def enormous_picture(path: Path, side: int = 65_000) -> Path:
    """A PNG of `side` x `side` points in a film: some hundred kilobytes, gigabytes once decoded."""
    line = b"\0" + bytes((side + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(line) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    picture = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed)
    picture += _chunk(b"IEND", b"")
    with av.open(str(path), "w", format="avi") as container:
        stream = container.add_stream("png", rate=25)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = 160, 120, "rgb24"
        container.start_encoding()
        for number in range(3):
            packet = Packet(picture)
            packet.stream, packet.time_base = stream, Fraction(1, 25)
            packet.pts = packet.dts = number
            packet.is_keyframe = True
            container.mux_one(packet)
    return path


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def lying_index(path: Path, samples: int = 0x0FFF_FFFF) -> Path:
    """An index of a few bytes that claims a quarter of a billion pictures of one byte each."""

    def lie(body: bytearray) -> None:
        struct.pack_into(">II", body, 4, 1, samples)

    return _changed(make_footage(path, sound=None), b"stsz", lie)


def agreed_lie(path: Path, samples: int = 0x0FFF_FFFF) -> Path:
    """As `lying_index`, and every other table of the index agrees with it."""
    lying_index(path, samples)

    def each_shown(body: bytearray) -> None:
        struct.pack_into(">III", body, 4, 1, samples, 1)

    def all_in_one_chunk(body: bytearray) -> None:
        struct.pack_into(">IIII", body, 4, 1, 1, samples, 1)

    _changed(path, b"stts", each_shown)
    return _changed(path, b"stsc", all_in_one_chunk)


def endless(path: Path) -> Path:
    """Fifty pictures, each of which is shown for years."""

    def for_years(body: bytearray) -> None:
        count = struct.unpack_from(">I", body, 4)[0]
        for number in range(count):
            struct.pack_into(">I", body, 12 + number * 8, 0x7FFF_FFFF // 50)

    def in_seconds(body: bytearray) -> None:
        struct.pack_into(">I", body, 12, 1)

    _changed(make_footage(path, sound=None, codec="mpeg4"), b"stts", for_years)
    return _changed(path, b"mdhd", in_seconds)


def playlist(path: Path, names: str) -> Path:
    """A list of other files or addresses, as players follow them."""
    path.write_text(
        f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n{names}\n#EXT-X-ENDLIST\n"
    )
    return path


def concat_list(path: Path, names: str) -> Path:
    """A list of files to be put together, in ffmpeg's own words."""
    path.write_text(f"ffconcat version 1.0\nfile '{names}'\n")
    return path


def elsewhere(path: Path, other: Path) -> Path:
    """An MP4 whose pictures are said to lie in another file (ISO/IEC 14496-12, 8.7.2)."""
    make_footage(path, sound=None)
    whole = bytearray(path.read_bytes())
    where = f"file://{other}".encode() + b"\0"
    at = whole.index(b"url \0\0\0\1")
    # Not in this file, says its flag; where it is follows.
    whole[at + 7] = 0
    whole[at + 8 : at + 8] = where
    for box in (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"dref", b"url "):
        size_at = whole.index(box) - 4
        size = int.from_bytes(whole[size_at : size_at + 4], "big") + len(where)
        whole[size_at : size_at + 4] = size.to_bytes(4, "big")
    path.write_bytes(whole)
    return path


def _changed(path: Path, box: bytes, change: Callable[[bytearray], None]) -> Path:
    whole = bytearray(path.read_bytes())
    at = whole.index(box)
    size = int.from_bytes(whole[at - 4 : at], "big")
    body = whole[at + 4 : at - 4 + size]
    change(body)
    whole[at + 4 : at - 4 + size] = body
    path.write_bytes(whole)
    return path
