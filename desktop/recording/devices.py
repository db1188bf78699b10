"""Which cameras and microphones there are, by names that stay the same.

Cameras are asked through the kernel, without streaming. Microphones are asked in a child process,
because PortAudio may abort the process that it is loaded into. Nothing stays open.
"""

import json
import logging
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from desktop.recording.v4l2 import Device, Mode

_log = logging.getLogger(__name__)

PROBE_LIMIT_S: Final = 10.0
_CLASS: Final = Path("/sys/class/video4linux")
_DEV: Final = Path("/dev")
_SILENT_DEATH: Final = (
    "The sound system could not be asked which microphones there are ({how}). Recording works"
    " without sound. Restart the computer's sound service, then try again."
)


@dataclass(frozen=True, slots=True)
class Camera:
    """One camera. `id` stays the same after unplugging and restarting where the system has one."""

    id: str
    name: str
    path: str
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True)
class Microphone:
    """One sound input as PortAudio numbers and names it now."""

    index: int
    name: str
    channels: int
    rate_hz: float
    is_default: bool


@dataclass(frozen=True, slots=True)
class Devices:
    """What there is. `microphones_note` is a sentence where they could not be listed."""

    cameras: tuple[Camera, ...]
    microphones: tuple[Microphone, ...]
    microphones_note: str | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class MicrophoneList:
    """The answer of the probe; `note` says in a sentence why there is none."""

    microphones: tuple[Microphone, ...] = ()
    note: str | None = None


def list_devices() -> Devices:
    """Every camera and microphone of this computer. Takes a second or two; never raises."""
    listed = list_microphones()
    return Devices(tuple(list_cameras()), listed.microphones, listed.note)


def list_cameras(sys_class: Path = _CLASS, dev: Path = _DEV) -> list[Camera]:
    """Every node that gives pictures, in the order of its number."""
    if not sys_class.is_dir():
        return []
    numbers = sorted(
        int(each.name.removeprefix("video"))
        for each in sys_class.iterdir()
        if each.name.removeprefix("video").isdigit()
    )
    cameras = [_camera(f"video{number}", sys_class, dev) for number in numbers]
    return [camera for camera in cameras if camera is not None]


def describe_camera(path: Path) -> Camera:
    """A camera that somebody named, whatever can be said about it."""
    camera = _camera(path.name, _CLASS, path.parent)
    return camera if camera is not None else Camera(str(path), path.name, str(path), ())


def _camera(node: str, sys_class: Path, dev: Path) -> Camera | None:
    path = dev / node
    try:
        with Device(path) as device:
            card = device.card()
            modes = tuple(device.modes()) if card is not None else ()
    except OSError as error:
        # There, but not for us to open: still worth showing by the name the kernel gives it.
        _log.info("%s cannot be asked (%s)", path, error.strerror)
        name_file = sys_class / node / "name"
        card = name_file.read_text("utf-8", "replace").strip() if name_file.is_file() else node
        modes = ()
    if card is None:
        return None
    return Camera(stable_id(path, dev), card, str(path), modes)


def stable_id(path: Path, dev: Path = _DEV) -> str:
    """The name under which udev will find this camera again; the path itself without one."""
    node = path.resolve()
    for kind in ("by-id", "by-path"):
        folder = dev / "v4l" / kind
        links = sorted(folder.iterdir()) if folder.is_dir() else []
        for link in links:
            if link.resolve() == node:
                return str(link)
    return str(path)


def list_microphones(limit_s: float = PROBE_LIMIT_S) -> MicrophoneList:
    """Ask PortAudio in a child process, which may die or hang without taking us along."""
    # By its path, without its folder on the import path: it needs nothing of ours.
    command = [sys.executable, "-P", str(Path(__file__).with_name("sound_probe.py"))]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit_s, check=False)
    except subprocess.TimeoutExpired:
        return MicrophoneList(note=_SILENT_DEATH.format(how="it did not answer in time"))
    except OSError as error:
        return MicrophoneList(note=_SILENT_DEATH.format(how=error.strerror or error))
    if done.returncode != 0:
        last_words = done.stderr.strip().splitlines()
        _log.warning("the sound probe ended with %s: %s", done.returncode, last_words[-1:])
        return MicrophoneList(note=_SILENT_DEATH.format(how=_how(done.returncode)))
    answer = json.loads(done.stdout)
    return MicrophoneList(tuple(Microphone(**each) for each in answer))


def _how(code: int) -> str:
    return f"it was ended by signal {-code}" if code < 0 else f"it failed with code {code}"
