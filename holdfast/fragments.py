"""Fragmented MP4 as bytes: what is whole, cutting and joining without decoding.

Recorder, salvage and receiver agree here about what is whole and which times it holds. Pure bytes
and standard library: no codec, no encoder, and nothing is written here.

The bytes may come from a torn or mutated file. Whatever they are, the only error is `Damaged`, and
no number in them makes memory grow beyond the file's own size.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from holdfast.boxes import Damaged, Fragment, Init, Kind, Run, Track, parse_fragment, parse_init

__all__ = [
    "VIDEO_TICKS",
    "Content",
    "Damaged",
    "Fragment",
    "Init",
    "Kind",
    "Run",
    "Splitter",
    "Torn",
    "Track",
    "content",
    "join",
    "read",
    "read_torn",
    "sound_span",
    "whole_prefix",
]

VIDEO_TICKS: Final = 90_000
"""Ticks a second in which picture times are given, and in which our encoder writes them."""

_BOX_MOST_BYTES: Final = 256 << 20
_READ_BLOCK_BYTES: Final = 1 << 20
_PASSED_OVER: Final = frozenset({b"styp", b"sidx", b"free", b"skip", b"mfra", b"emsg", b"prft"})
_KNOWN: Final = _PASSED_OVER | {b"ftyp", b"moov", b"moof", b"mdat"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a run of fragments holds. Picture times are presented ones, in 1/90000 s."""

    frames: int
    samples: int
    video_pts: tuple[int, ...]
    video_end: int
    starts_with_key: bool

    @property
    def video_duration(self) -> int:
        """From the first picture to the end of the last one, in 1/90000 s."""
        return self.video_end - self.video_pts[0] if self.video_pts else 0


@dataclass(frozen=True, slots=True)
class Torn:
    """The whole beginning of a file that may have been cut anywhere.

    `size_bytes` ends with the last whole fragment; it is 0 without an init and one fragment.
    """

    init: Init | None
    fragments: tuple[Fragment, ...]
    size_bytes: int


class Splitter:
    """Cuts a stream of bytes, which may arrive in pieces of any size, into inits and fragments."""

    def __init__(self) -> None:
        self._pending = bytearray()
        self._head = b""
        self._moof = b""
        self._init: Init | None = None
        self.consumed_bytes = 0
        """Where the last whole init or fragment ended in the stream."""
        self._taken_bytes = 0

    @property
    def is_between_fragments(self) -> bool:
        """Whether everything that was fed belongs to something whole."""
        return not (self._pending or self._head or self._moof)

    def feed(self, data: bytes | memoryview) -> list[Init | Fragment]:
        """Take more bytes; returns what became whole. Raises Damaged, and is then of no use."""
        return list(self.iterate(data))

    def iterate(self, data: bytes | memoryview) -> Iterator[Init | Fragment]:
        """Like `feed`, but what is whole is given before the damage behind it is raised."""
        self._pending += data
        while (box := self._next_box()) is not None:
            whole = self._take(*box)
            self._taken_bytes += len(box[1])
            if self._is_at_boundary():
                self.consumed_bytes = self._taken_bytes
            if whole is not None:
                yield whole

    def _is_at_boundary(self) -> bool:
        """Whether no init and no fragment has been begun and not ended."""
        return not (self._head or self._moof)

    def _next_box(self) -> tuple[bytes, bytes] | None:
        if len(self._pending) < 8:
            return None
        size_bytes = int.from_bytes(self._pending[:4], "big")
        least = 8
        if size_bytes == 1:
            if len(self._pending) < 16:
                return None
            size_bytes, least = int.from_bytes(self._pending[8:16], "big"), 16
        if not least <= size_bytes <= _BOX_MOST_BYTES:
            raise Damaged(f"a box claims to have {size_bytes} bytes")
        if len(self._pending) < size_bytes:
            # An unknown name is told at once: waiting for its end would take what follows it.
            self._check_name(bytes(self._pending[4:8]))
            return None
        with memoryview(self._pending) as view:
            box = bytes(view[:size_bytes])
        del self._pending[:size_bytes]
        return box[4:8], box

    def _check_name(self, name: bytes) -> None:
        if name not in _KNOWN:
            raise Damaged(f"there is no box {name!r} in a fragmented MP4")

    def _take(self, name: bytes, box: bytes) -> Init | Fragment | None:
        self._check_name(name)
        if self._moof and name != b"mdat":
            raise Damaged("a fragment has no data")
        if name == b"ftyp":
            self._head = box
        elif name == b"moov":
            if not self._head:
                raise Damaged("the file does not begin with its type")
            self._init = parse_init(self._head + box)
            self._head = b""
            return self._init
        elif name == b"moof":
            if self._init is None or self._head:
                raise Damaged("a fragment comes before the init")
            self._moof = box
        elif name == b"mdat":
            if self._init is None or not self._moof:
                raise Damaged("there is data that no fragment describes")
            fragment = parse_fragment(self._init, self._moof, box)
            self._moof = b""
            return fragment
        elif self._head:
            self._head += box
        return None


def content(init: Init, fragments: Sequence[Fragment]) -> Content:
    """Count pictures and sound samples, and give the pictures' times."""
    video, audio = init.track("video"), init.track("audio")
    pts: list[int] = []
    end = 0
    starts_with_key = False
    for fragment in fragments:
        run = fragment.run(video)
        if video is None or run is None:
            continue
        if not pts:
            starts_with_key = run.starts_with_key
        pts += [_ticks(each - video.media_start, video.timescale) for each in run.pts]
        last = run.pts[-1] + run.last_duration
        end = _ticks(last - video.media_start, video.timescale)
    samples = sum(_heard(audio, fragment.run(audio)) for fragment in fragments)
    return Content(len(pts), samples, tuple(pts), end, starts_with_key)


def _ticks(time: int, timescale: int) -> int:
    return time if timescale == VIDEO_TICKS else time * VIDEO_TICKS // timescale


def _heard(audio: Track | None, run: Run | None) -> int:
    """How long a run of sound is in ticks of its own, without what the edit list skips."""
    if audio is None or run is None:
        return 0
    end = run.decode_time + run.duration
    return max(0, end - max(run.decode_time, audio.media_start))


def sound_span(init: Init, fragments: Sequence[Fragment]) -> tuple[float, float] | None:
    """Where the sound begins and where it ends on its part's clock, in seconds; None without any.

    It need not end with the picture: a fragment is cut where half a second is full, and a picture
    that was shown for longer reaches beyond the sound that had come by then.
    """
    audio = init.track("audio")
    runs = [run for each in fragments if (run := each.run(audio)) is not None]
    if audio is None or not runs:
        return None
    begin = max(runs[0].decode_time, audio.media_start)
    end = runs[-1].decode_time + runs[-1].duration
    return (
        (begin - audio.media_start) / audio.timescale,
        (end - audio.media_start) / audio.timescale,
    )


def whole_prefix(data: bytes) -> int:
    """Bytes up to and including the last whole fragment; 0 without an init and one fragment."""
    return _torn([data]).size_bytes


def read_torn(path: Path) -> Torn:
    """The whole beginning of a file, however it goes on. Raises OSError only."""
    return _torn(_blocks(path))


def read(path: Path) -> tuple[Init, list[Fragment]]:
    """Everything in a finished segment. Raises Damaged if it is not whole to its last byte."""
    splitter = Splitter()
    init: Init | None = None
    fragments: list[Fragment] = []
    for block in _blocks(path):
        for item in splitter.feed(block):
            if isinstance(item, Fragment):
                fragments.append(item)
            elif init is None:
                init = item
            else:
                raise Damaged(f"{path.name} has a second init")
    if init is None or not fragments or not splitter.is_between_fragments:
        raise Damaged(f"{path.name} is cut short")
    return init, fragments


def join(paths: Iterable[Path]) -> Iterator[bytes]:
    """One part's segments as one file: the first init, then all fragments. Raises Damaged.

    Times in a part are absolute, so nothing but the later inits has to go.
    """
    first: Init | None = None
    for path in paths:
        init, fragments = read(path)
        if first is None:
            first = init
            yield init.data
        elif init.data != first.data:
            raise Damaged(f"{path.name} belongs to another part")
        for fragment in fragments:
            yield fragment.data


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_READ_BLOCK_BYTES):
            yield block


def _torn(blocks: Iterable[bytes]) -> Torn:
    splitter = Splitter()
    init: Init | None = None
    fragments: list[Fragment] = []
    size_bytes = 0
    try:
        for block in blocks:
            for item in splitter.iterate(block):
                if isinstance(item, Fragment):
                    fragments.append(item)
                    size_bytes = splitter.consumed_bytes
                elif init is None:
                    init = item
                else:
                    raise Damaged("there is a second init")
    except Damaged:
        # What lies before the damage is what was asked for.
        pass
    return Torn(init, tuple(fragments), size_bytes)
