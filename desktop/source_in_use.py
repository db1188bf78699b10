"""The source that a supervisor keeps open: what it captures, and which devices are expected there.

It follows a camera to its stable name, a person to another device, and what is remembered from one
start to the next. It opens nothing.
"""

from dataclasses import replace

from desktop.choosing import Choose, chosen
from desktop.expected import Expected, News
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory
from desktop.recording.choice import SourceKind, kind_of
from desktop.recording.errors import RecordingError
from desktop.recording.model import CaptureRequest, Failed, Ready
from desktop.running import RunningRecording

STABLE_NAMES = "/dev/v4l/"


class SourceInUse:
    """One source. Used by the supervisor's thread alone."""

    def __init__(self, request: CaptureRequest, memory: DeviceMemory = NOTHING_REMEMBERED) -> None:
        self._capture = self._wished = request
        self._memory = memory
        self.kind, self.refused = _kind(request)
        self._expected = self._remembered()

    def _remembered(self) -> Expected:
        if self.kind is not SourceKind.CAMERA:
            return Expected()
        wished = self._wished
        return Expected(self._memory.camera(wished), self._memory.microphone(wished))

    def begin(self, preview: str | None, now_ns: int) -> None:
        """It is opened for the first time. `preview` names the block that its pictures go to."""
        self._capture = replace(self._capture, preview=preview)
        if self.kind.is_scene and self._capture.scene_origin_ns is None:
            self._capture = replace(self._capture, scene_origin_ns=now_ns)

    def request_for(self, running: RunningRecording | None) -> CaptureRequest:
        """What the next recorder is to capture."""
        if self.kind is SourceKind.FILE and running is not None and running.begun:
            return replace(
                self._capture,
                resume_at_s=running.resume_at_s,
                scene_origin_ns=running.file_origin_ns,
            )
        return self._capture

    def always_changes(self) -> None:
        """Its pictures are known to differ from each other."""
        self._capture = replace(self._capture, picture_always_changes=True)

    def opened(self, ready: Ready) -> list[News]:
        """It was opened (again): what is to be told of its devices."""
        # A camera that is plugged in again may get another number; this name stays with it.
        if self.kind is SourceKind.CAMERA and ready.video.camera_id.startswith(STABLE_NAMES):
            self._capture = replace(self._capture, source=ready.video.camera_id)
        return self._noted(self._expected.opened(ready))

    def heard_from(self, microphone: str) -> list[News]:
        """The sound comes from this microphone now: what is to be told of it."""
        return self._noted(self._expected.heard_from(microphone))

    def confirm(self) -> list[News]:
        """A person says that the devices of now are right."""
        return self._noted(self._expected.confirm())

    def choose(self, choice: Choose, now_ns: int) -> None:
        """A person chose others: they are captured from the next recorder on."""
        self._expected.choose(choice.devices)
        self._wished = replace(
            self._wished,
            source=choice.source or self._wished.source,
            audio=choice.audio or self._wished.audio,
        )
        self.kind, self.refused = _kind(self._wished)
        if self.refused is None:
            self._capture = chosen(self._capture, choice, now_ns)

    def _noted(self, news: list[News]) -> list[News]:
        if self.kind is SourceKind.CAMERA:
            expected = self._expected
            self._memory.remember(self._wished, expected.camera, expected.microphone)
        return news


def _kind(request: CaptureRequest) -> tuple[SourceKind, Failed | None]:
    try:
        return kind_of(request.source), None
    except RecordingError as error:
        failed = Failed(error.code, error.title, error.sentence, error.wrong_usage)
        return SourceKind.CAMERA, failed
