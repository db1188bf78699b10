"""Which encoders there are in this computer's hardware, and whether they can be trusted.

Each is tried in a child process within a time limit, as a driver may abort or hang; what it encoded
is decoded again and compared (`encoder_trial.py`). Nothing is remembered here.
"""

import multiprocessing
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from desktop.recording.encoding import Encoding
from holdfast.jsonform import Json

LIMIT_S: Final = 30.0
"""Loading, painting and encoding take some three seconds; a cold disk and a busy computer more."""
_REAP_S: Final = 2.0
_BELOW_NORMAL: Final = 10

Trial = Callable[["Connection[Any, Any]", Encoding], None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of trying one encoder: `reason` says why it is refused, None that it is not."""

    encoder: str
    reason: str | None

    @property
    def ok(self) -> bool:
        return self.reason is None

    def to_json(self) -> Json:
        return {"encoder": self.encoder, "reason": self.reason}


def candidates(system: str = sys.platform) -> tuple[str, ...]:
    """Names of the encoders that this kind of computer may have, the most trusted kind first."""
    if system == "darwin":
        return ("h264_videotoolbox",)
    if system == "win32":
        return ("h264_nvenc", "h264_qsv", "h264_amf", "h264_mf")
    return ("h264_nvenc", "h264_qsv", "h264_amf", "h264_v4l2m2m")


_LINUX_DEVICES: Final = {
    "h264_nvenc": ("nvidiactl", "There is no NVIDIA graphics device."),
    "h264_qsv": ("dri/renderD*", "There is no graphics device that could encode."),
    "h264_amf": ("dri/renderD*", "There is no graphics device that could encode."),
    "h264_v4l2m2m": ("video*", "There is no V4L2 device that could encode."),
}


def absent(encoder: str, devices: Path = Path("/dev")) -> str | None:
    """Why an encoder need not even be tried on Linux; None where its device may be there."""
    if not sys.platform.startswith("linux") or encoder not in _LINUX_DEVICES:
        return None
    pattern, reason = _LINUX_DEVICES[encoder]
    return None if any(devices.glob(pattern)) else reason


def try_encoder(
    encoding: Encoding, trial: Trial | None = None, limit_s: float = LIMIT_S
) -> str | None:
    """Try one encoder in a child process; returns why it is refused, or None where it passed.

    `trial` is what the child runs, the encoder's trial by default.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(
        target=_child, args=(theirs, encoding, trial), name="holdfast-encoder-trial", daemon=True
    )
    child.start()
    theirs.close()
    try:
        if not ours.poll(limit_s):
            return f"It gave no answer within {limit_s:g} s."
        answer: str | None = ours.recv()
        return answer
    except EOFError:
        child.join(_REAP_S)
        return f"It ended the program that tried it (exit code {child.exitcode})."
    finally:
        child.kill()
        child.join(_REAP_S)
        ours.close()


def _child(connection: "Connection[Any, Any]", encoding: Encoding, trial: Trial | None) -> None:
    if hasattr(os, "nice"):
        os.nice(_BELOW_NORMAL)
    # Loaded here alone: who only asks needs neither OpenCV nor FFmpeg.
    from desktop.recording import encoder_trial

    (trial or encoder_trial.main)(connection, encoding)


def try_all(encoders: Sequence[str]) -> list[Verdict]:
    """Try these in order until one passes; the others need not be known."""
    verdicts = []
    for encoder in encoders:
        reason = try_encoder(Encoding(encoder))
        verdicts.append(Verdict(encoder, reason))
        if reason is None:
            break
    return verdicts


def fingerprint(root: Path = Path("/")) -> dict[str, str]:
    """What a verdict holds for: these drivers, this system, these libraries."""
    found = {"system": platform.platform(), "machine": platform.machine(), "pyav": version("av")}
    for name in ("proc/driver/nvidia/version", "sys/module/amdgpu/version"):
        path = root / name
        if path.is_file():
            found[name] = path.read_text(errors="replace").strip()
    nodes = sorted([*root.glob("dev/dri/render*"), *root.glob("dev/nvidia?")])
    found["devices"] = " ".join(node.name for node in nodes)
    return found
