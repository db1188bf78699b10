"""Which camera and microphone were used last, kept in the home from one start to the next.

It owns `devices.json`. What was used is kept under what was asked for ("0", "default", a name): a
person who asks for another device means another one. It judges nothing, and where the file cannot
be read or written, nothing is remembered and recording goes on.
"""

import logging
import threading
from pathlib import Path
from typing import Any, Final, Protocol

from desktop.expected import KnownCamera
from desktop.recording.model import CaptureRequest
from holdfast.durable import write_replacing
from holdfast.jsonform import FORMAT_VERSION, FormatError, Reader, canonical, parse

_log = logging.getLogger(__name__)

DEFAULT_MICROPHONE: Final = "default"


class DeviceMemory(Protocol):
    """What a source asks of those who remember."""

    def camera(self, wished: CaptureRequest) -> KnownCamera | None:
        """The camera that was used last for this wish."""
        ...

    def microphone(self, wished: CaptureRequest) -> str | None:
        """The microphone that was used last for this wish."""
        ...

    def remember(
        self, wished: CaptureRequest, camera: KnownCamera | None, microphone: str | None
    ) -> None:
        """These are expected the next time; None: as before."""
        ...


class _Nothing:
    """Remembers nothing: for whoever names devices, and has nobody to be asked."""

    def camera(self, wished: CaptureRequest) -> KnownCamera | None:
        return None

    def microphone(self, wished: CaptureRequest) -> str | None:
        return None

    def remember(
        self, wished: CaptureRequest, camera: KnownCamera | None, microphone: str | None
    ) -> None:
        return None


NOTHING_REMEMBERED: Final[DeviceMemory] = _Nothing()


class LastDevices:
    """The memory of one home. Methods may be called from any thread."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._cameras, self._microphones = _read(file)

    def camera(self, wished: CaptureRequest) -> KnownCamera | None:
        """The camera that was used last for this wish; None where there was none."""
        with self._lock:
            return self._cameras.get(wished.source)

    def microphone(self, wished: CaptureRequest) -> str | None:
        """The microphone that was used last for this wish; None where there was none."""
        with self._lock:
            return self._microphones.get(wished.audio or DEFAULT_MICROPHONE)

    def remember(
        self, wished: CaptureRequest, camera: KnownCamera | None, microphone: str | None
    ) -> None:
        """Keep what is expected now; what is None is left as it was."""
        with self._lock:
            before = (dict(self._cameras), dict(self._microphones))
            if camera is not None:
                self._cameras[wished.source] = camera
            if microphone is not None:
                self._microphones[wished.audio or DEFAULT_MICROPHONE] = microphone
            if before == (self._cameras, self._microphones):
                return
            self._write()

    def _write(self) -> None:
        value = {
            "format_version": FORMAT_VERSION,
            "cameras": [
                {"asked_for": asked, "id": camera.id, "name": camera.name}
                for asked, camera in sorted(self._cameras.items())
            ],
            "microphones": [
                {"asked_for": asked, "name": name}
                for asked, name in sorted(self._microphones.items())
            ],
        }
        try:
            write_replacing(self._file, canonical(value))
        except OSError:
            _log.exception("which devices were used is not remembered; recording is not affected")


def _read(file: Path) -> tuple[dict[str, KnownCamera], dict[str, str]]:
    try:
        value = parse(file.read_bytes(), "devices.json")
        return _cameras(value), _microphones(value)
    except FileNotFoundError:
        return {}, {}
    except (OSError, FormatError):
        _log.exception("%s cannot be read; the devices of now are taken as expected", file)
        return {}, {}


def _cameras(value: dict[str, Any]) -> dict[str, KnownCamera]:
    rows = [Reader(each, "a camera") for each in Reader(value, "devices.json").mappings("cameras")]
    return {row.text("asked_for"): KnownCamera(row.text("id"), row.text("name")) for row in rows}


def _microphones(value: dict[str, Any]) -> dict[str, str]:
    found = Reader(value, "devices.json").mappings("microphones")
    rows = [Reader(each, "a microphone") for each in found]
    return {row.text("asked_for"): row.text("name") for row in rows}
