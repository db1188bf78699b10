"""How a part's pictures are encoded: which encoder, how fast, or the camera's own JPEGs untouched.

Values only, and the options that FFmpeg's encoders need so that capture times and key frames stay
ours. Nothing is encoded here; which of the hardware encoders can be trusted is found out in
`hardware.py`, and when a faster encoding is taken in `overload.py`.
"""

from dataclasses import dataclass, replace
from typing import Final

from holdfast.announcement import Video

X264: Final = "libx264"
CAMERA: Final = "camera"
"""Nobody encodes: the camera has done so."""

_BITS_PER_PIXEL: Final = 0.1
"""For encoders that know no constant quality: 6.2 Mbit/s at 1080p30, as much as x264's crf 23."""

_X264_FOR_LATENCY: Final = {"tune": "zerolatency", "crf": "23", "bf": "0", "forced-idr": "1"}
# A camera's picture rarely fades: looking for that costs 3 % and makes the file no smaller.
_X264_KEYS: Final = "keyint=infinite:scenecut=0:weightp=0"
_SAME_PARAMETER_SETS: Final = ":cabac=1:8x8dct=1"
"""With these, `ultrafast` writes the same SPS and PPS as `veryfast`, so that its part lies in the
same file as the others; it then takes half of veryfast's time instead of a third."""
_ONE_THREAD_PIXELS_S: Final = 640 * 480 * 30
_FAR_APART: Final = "1000000"
"""Key frames come where we force them, never by count."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """One way to encode. `encoder` is FFmpeg's name for it, or `CAMERA`."""

    encoder: str
    preset: str | None = None
    plain: bool = False
    """Of x264: by all means fast, although its pictures then need a file of their own."""
    extra: tuple[tuple[str, str], ...] = ()
    """Options that win over ours, as FFmpeg names them."""

    @property
    def codec(self) -> str:
        """What is in the part's file, as the manifest names it."""
        return "mjpeg" if self.copies else "h264"

    @property
    def is_hardware(self) -> bool:
        """Whether a driver has a hand in it, which may fail in ways of its own."""
        return self.encoder not in (X264, CAMERA)

    @property
    def copies(self) -> bool:
        """Whether the camera's own JPEGs go in untouched."""
        return self.encoder == CAMERA


DEFAULT: Final = Encoding(X264, "veryfast")
SUPERFAST: Final = Encoding(X264, "superfast")
ULTRAFAST: Final = Encoding(X264, "ultrafast")
PLAIN_ULTRAFAST: Final = Encoding(X264, "ultrafast", plain=True)
CAMERA_JPEG: Final = Encoding(CAMERA)

RUNGS: Final = (DEFAULT, SUPERFAST, ULTRAFAST)
"""Each takes less time than the one before; their parts fit into one file."""


def rungs(*, camera_gives_jpeg: bool) -> tuple[Encoding, ...]:
    """All that can be tried in turn on a machine that is too slow, the cheapest last."""
    return (*RUNGS, CAMERA_JPEG if camera_gives_jpeg else PLAIN_ULTRAFAST)


def cheaper_than(encoding: Encoding, *, camera_gives_jpeg: bool) -> tuple[Encoding, ...]:
    """What is left to be tried where `encoding` is too slow."""
    if encoding.copies:
        return ()
    every = rungs(camera_gives_jpeg=camera_gives_jpeg)
    if encoding in every:
        return every[every.index(encoding) + 1 :]
    # A driver that is too slow is not replaced by what takes the processor most.
    return every[1:] if encoding.is_hardware else every[-1:]


_HARDWARE_OPTIONS: Final[dict[str, dict[str, str]]] = {
    "h264_nvenc": {
        "preset": "p4",
        "tune": "ll",
        "rc": "vbr",
        "cq": "23",
        "delay": "0",
        "zerolatency": "1",
        "forced-idr": "1",
    },
    "h264_qsv": {
        "preset": "veryfast",
        "global_quality": "23",
        "async_depth": "1",
        "forced_idr": "1",
    },
    "h264_amf": {
        "usage": "lowlatency",
        "rc": "cqp",
        "qp_i": "23",
        "qp_p": "23",
        "forced_idr": "1",
    },
    "h264_videotoolbox": {"realtime": "1", "allow_sw": "0"},
    "h264_mf": {"hw_encoding": "1", "scenario": "live_streaming"},
    "h264_v4l2m2m": {"num_output_buffers": "8", "num_capture_buffers": "8"},
}
_NEEDS_NV12: Final = frozenset({"h264_qsv", "h264_mf"})
_NEEDS_BIT_RATE: Final = frozenset({"h264_videotoolbox", "h264_mf", "h264_v4l2m2m"})


def options(encoding: Encoding) -> dict[str, str]:
    """What FFmpeg's encoder is told."""
    if encoding.encoder == X264:
        parameters = _X264_KEYS
        if encoding.preset == "ultrafast" and not encoding.plain:
            parameters += _SAME_PARAMETER_SETS
        preset = {"preset": encoding.preset} if encoding.preset else {}
        ours = {**preset, **_X264_FOR_LATENCY, "x264-params": parameters}
        return {**ours, **dict(encoding.extra)}
    given = _HARDWARE_OPTIONS.get(encoding.encoder, {})
    preset = {"preset": encoding.preset} if encoding.preset else {}
    return {"bf": "0", "g": _FAR_APART, **given, **preset, **dict(encoding.extra)}


def pixel_format(encoding: Encoding) -> str:
    """How the pictures must lie in memory for the encoder: both are 4:2:0."""
    return "nv12" if encoding.encoder in _NEEDS_NV12 else "yuv420p"


def bit_rate(encoding: Encoding, width: int, height: int, fps: float) -> int | None:
    """Bits a second for an encoder that must be told; None for one that keeps a quality."""
    if encoding.encoder not in _NEEDS_BIT_RATE:
        return None
    return round(width * height * fps * _BITS_PER_PIXEL)


def threads(width: int, height: int, fps: float) -> int:
    """How many threads encode pictures of this size: one where one has plenty of time for them.

    A second one costs 4 % of the processor time in all, and 2 % of the file.
    """
    return 1 if width * height * fps <= _ONE_THREAD_PIXELS_S else 2


def made_by(video: Video, encoding: Encoding) -> Video:
    """What stands in the journal and the announcement of a part that is encoded like this."""
    return replace(video, codec=encoding.codec, encoder=encoding.encoder, preset=encoding.preset)
