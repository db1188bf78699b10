"""The ffmpeg program: which one, what it may do, how far it is. https://ffmpeg.org/ffmpeg.html

The system's where it is 4.4 or newer and can write H.264, else the one that the package
imageio-ffmpeg brings. It is given files only, one demuxer, and bounds; it dies with its job.
"""

import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from holdfast.clock import Clock

OLDEST: Final = (4, 4)
MEMORY_MOST_BYTES: Final = 3 << 30
"""Beyond what is mapped from files. 4K to 1080p with x264 and four threads takes 0.4 GiB."""
_ASK_S: Final = 20
_VERSION: Final = re.compile(r"^ffmpeg version n?(?:N-\S+|(\d+)\.(\d+))", re.MULTILINE)
_ENCODER: Final = "libx264"
_PROGRESS: Final = re.compile(r"([a-z0-9_]+)=\s*(\S+)\s*\Z")
_PROGRESS_KEYS: Final = frozenset(
    {"frame", "fps", "bitrate", "total_size", "out_time_us", "out_time_ms", "out_time"}
    | {"dup_frames", "drop_frames", "speed", "progress"}
)
_LINE_MOST: Final = 500


class NoFfmpeg(Exception):
    """There is no ffmpeg that will do; the message says what to install."""


class FfmpegFailed(Exception):
    """It ended with an error; the message is its own last line."""


class TookTooLong(Exception):
    """It worked for longer than anything of this size may take."""


@dataclass(frozen=True, slots=True)
class Ffmpeg:
    """A program, and which version it says it is; (0, 0) of a build between two releases."""

    path: Path
    version: tuple[int, int]

    @property
    def name(self) -> str:
        """For people, such as `ffmpeg 5.1`."""
        return f"ffmpeg {self.version[0]}.{self.version[1]}" if any(self.version) else "ffmpeg"

    @property
    def keep_times(self) -> list[str]:
        """The option by which no picture is doubled, as this version calls it."""
        is_old = any(self.version) and self.version < (5, 1)
        return ["-vsync", "vfr"] if is_old else ["-fps_mode", "vfr"]


@dataclass(frozen=True, slots=True)
class Told:
    """How far it is: seconds of the film that are written, pictures and bytes."""

    out_s: float
    frames: int
    size_bytes: int


def bundled() -> str | None:
    """Where imageio-ffmpeg's own program is; None where it is not installed."""
    try:
        package: Any = importlib.import_module("imageio_ffmpeg")
    except ImportError:
        return None
    try:
        return str(package.get_ffmpeg_exe())
    except RuntimeError:
        return None


def find_ffmpeg(
    which: Callable[[str], str | None] = shutil.which,
    second: Callable[[], str | None] = bundled,
) -> Ffmpeg:
    """The program to use. Raises NoFfmpeg."""
    seen = []
    for look in (partial(which, "ffmpeg"), second):
        path = look()
        if path is None:
            continue
        found, why_not = _ask(Path(path))
        if found is not None:
            return found
        seen.append(f"{path} {why_not}")
    there = f" ({'; '.join(seen)})" if seen else ""
    raise NoFfmpeg(
        f"This computer has no ffmpeg {OLDEST[0]}.{OLDEST[1]} or newer with {_ENCODER}{there}. The "
        "recording is safe. Install ffmpeg, or the package imageio-ffmpeg, and try it again."
    )


def _ask(path: Path) -> tuple[Ffmpeg | None, str]:
    try:
        said = _output(path, "-version")
        encoders = _output(path, "-encoders")
    except (OSError, subprocess.SubprocessError) as error:
        return None, f"cannot be run: {error}"
    found = _VERSION.search(said)
    if found is None:
        return None, "does not say which version it is"
    version = (int(found[1]), int(found[2])) if found[1] else (0, 0)
    if any(version) and version < OLDEST:
        return None, f"is version {version[0]}.{version[1]}"
    if _ENCODER not in encoders:
        return None, f"has no {_ENCODER}"
    return Ffmpeg(path, version), ""


def _output(path: Path, option: str) -> str:
    done = subprocess.run(
        [str(path), "-hide_banner", option] if option != "-version" else [str(path), option],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=_ASK_S,
        check=True,
    )
    return done.stdout.decode("utf-8", "replace")


def input_options(demuxer: str, pixels_most: int) -> list[str]:
    """What stands before `-i`: one demuxer, files only, bounded pictures and patience."""
    return [
        *("-protocol_whitelist", "file,pipe"),
        *("-f", demuxer),
        *("-max_pixels", str(pixels_most)),
        *("-threads", "2"),
    ]


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs it, listens to it, and ends it. `say` gets what it says, line by line."""

    ffmpeg: Ffmpeg
    clock: Clock
    say: Callable[[str], None]

    def run(
        self, arguments: Sequence[str], told: Callable[[Told], None], *, limit_s: float
    ) -> None:
        """Raises FfmpegFailed, TookTooLong, OSError, and whatever `told` raises; then it is over.

        `arguments` are all but the program's own general ones.
        """
        process = subprocess.Popen(
            [*_confinement(), str(self.ffmpeg.path), *_GENERAL, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            # One pipe for both: two would need a thread, and the order would be lost.
            stderr=subprocess.STDOUT,
        )
        try:
            last = self._listen(process, told, self.clock.monotonic_ns() + round(limit_s * 1e9))
            code = process.wait()
        finally:
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()
        if code != 0:
            raise FfmpegFailed(last or f"{self.ffmpeg.name} ended with {code}")

    def _listen(
        self, process: "subprocess.Popen[bytes]", told: Callable[[Told], None], until_ns: int
    ) -> str:
        """Until it is silent for good; its last words."""
        assert process.stdout is not None
        values: dict[str, str] = {}
        last = ""
        while line := process.stdout.readline(1 << 16):
            if self.clock.monotonic_ns() > until_ns:
                raise TookTooLong("It worked for longer than anything of this size may take.")
            text = line.decode("utf-8", "replace").strip()
            found = _PROGRESS.match(text)
            if found is None or (found[1] not in _PROGRESS_KEYS and "stream_" not in found[1]):
                if text:
                    last = text[:_LINE_MOST]
                    self.say(last)
                continue
            values[found[1]] = found[2]
            if found[1] == "progress":
                told(_told(values))
        return last


_GENERAL: Final = (
    *("-hide_banner", "-nostdin", "-nostats", "-y"),
    # As many as there are processors would take their stacks from what it may have.
    *("-filter_threads", "2"),
    *("-loglevel", "warning"),
    *("-progress", "pipe:1"),
)


def _confinement() -> list[str]:
    if sys.platform != "linux":
        return []
    script = str(Path(__file__).with_name("confined.py"))
    return [sys.executable, "-I", "-S", script, str(os.getpid()), str(MEMORY_MOST_BYTES)]


def _told(values: dict[str, str]) -> Told:
    return Told(
        out_s=_number(values.get("out_time_us")) / 1e6,
        frames=int(_number(values.get("frame"))),
        size_bytes=int(_number(values.get("total_size"))),
    )


def _number(text: str | None) -> float:
    try:
        return max(0.0, float(text or 0))
    except ValueError:
        # "N/A", before the first picture is written.
        return 0.0
