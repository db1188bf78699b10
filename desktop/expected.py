"""Which camera and microphone a source is expected to be, and whether what came back is another.

What is opened first is what is expected, and after that whatever a person confirms. Another one is
recorded from all the same: nothing is lost by asking late. Pure.

Two cameras of one model without serial numbers have the same name, and nobody can tell them apart.
"""

from typing import Final

from desktop.recording.model import Ready
from desktop.supervisor_events import ChangedDevice, DeviceAsExpected, DeviceChanged
from holdfast.announcement import Video

ANOTHER_CAMERA: Final = "another camera"
ANOTHER_PICTURE: Final = "another picture size or rate"
ANOTHER_MICROPHONE: Final = "another microphone"
SAME_RATE: Final = 0.1
"""Drivers round the rate that they name."""
_GOES_ON: Final = "What was recorded is safe, and recording goes on with it. Is that right?"

News = DeviceChanged | DeviceAsExpected


class Expected:
    """The devices of one source. Used by one thread."""

    def __init__(self) -> None:
        self._video: Video | None = None
        self._microphone: str | None = None
        self._now: Video | None = None
        self._microphone_now: str | None = None
        self._asked: dict[ChangedDevice, DeviceChanged] = {}

    def opened(self, ready: Ready) -> list[News]:
        """The source was opened (again): what is to be told of it."""
        self._now = ready.video
        if self._video is None:
            self._video = ready.video
        news = self._compared("camera", _camera_change(self._video, ready.video))
        if ready.audio is not None:
            news += self.heard_from(ready.audio.microphone)
        return news

    def heard_from(self, microphone: str) -> list[News]:
        """The sound comes from this microphone now: what is to be told of it."""
        self._microphone_now = microphone
        if self._microphone is None:
            self._microphone = microphone
        return self._compared("microphone", _microphone_change(self._microphone, microphone))

    def confirm(self) -> list[News]:
        """A person says that the devices of now are right."""
        self._video, self._microphone = self._now, self._microphone_now
        answered, self._asked = list(self._asked), {}
        return [DeviceAsExpected(device) for device in answered]

    def _compared(self, device: ChangedDevice, change: DeviceChanged | None) -> list[News]:
        before = self._asked.pop(device, None)
        if change is None:
            return [] if before is None else [DeviceAsExpected(device)]
        self._asked[device] = change
        return [] if change == before else [change]


def _camera_change(was: Video, now: Video) -> DeviceChanged | None:
    if (was.camera_id, was.camera_name) != (now.camera_id, now.camera_name):
        same_name = was.camera_name == now.camera_name
        old, new = (each.camera_id if same_name else each.camera_name for each in (was, now))
        sentence = f"Another camera came back: “{new}” instead of “{old}”. {_GOES_ON}"
        return DeviceChanged("camera", old, new, sentence, ANOTHER_CAMERA)
    if (was.width, was.height) != (now.width, now.height) or not _alike(was, now):
        old, new = _picture(was), _picture(now)
        sentence = (
            f"Camera “{now.camera_name}” came back with another picture: {new} instead of {old}."
            f" {_GOES_ON}"
        )
        return DeviceChanged("camera", old, new, sentence, ANOTHER_PICTURE)
    return None


def _microphone_change(was: str, now: str) -> DeviceChanged | None:
    if was == now:
        return None
    sentence = f"Another microphone came back: “{now}” instead of “{was}”. {_GOES_ON}"
    return DeviceChanged("microphone", was, now, sentence, ANOTHER_MICROPHONE)


def _alike(was: Video, now: Video) -> bool:
    return abs(was.nominal_fps - now.nominal_fps) <= SAME_RATE * was.nominal_fps


def _picture(video: Video) -> str:
    return f"{video.width} × {video.height} at {video.nominal_fps:g}"
