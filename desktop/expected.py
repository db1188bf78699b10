"""Which camera and microphone a source is expected to be, and whether what came is another.

What was used last time is expected, else what is opened first, and after that whatever a person
chooses or confirms. Another one is recorded from all the same: nothing is lost by asking late.
Pure.

Two cameras of one model without serial numbers have the same name, and nobody can tell them apart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from desktop.recording.model import Ready
from desktop.supervisor_events import (
    ChangedDevice,
    DeviceAsExpected,
    DeviceChanged,
    DeviceChosen,
)
from holdfast.announcement import Audio, Video

ANOTHER_CAMERA: Final = "another camera"
ANOTHER_PICTURE: Final = "another picture size or rate"
ANOTHER_MICROPHONE: Final = "another microphone"
NO_MICROPHONE: Final = "no microphone"
SAME_RATE: Final = 0.1
"""Drivers round the rate that they name."""
SERIAL_NAMES: Final = "/dev/v4l/by-id/"
"""A camera with such an id has it in whichever socket it is plugged in."""
_GOES_ON: Final = "What was recorded is safe, and recording goes on with it. Is that right?"
_WORKS: Final = "Recording works with it. Is that right?"

News = DeviceChanged | DeviceChosen | DeviceAsExpected


@dataclass(frozen=True, slots=True)
class KnownCamera:
    """A camera as it is remembered from one start to the next."""

    id: str
    name: str

    @classmethod
    def of(cls, video: Video) -> Self:
        """The camera that gives this picture."""
        return cls(video.camera_id, video.camera_name)

    def may_be(self, other: "KnownCamera") -> bool:
        """Whether both can be the same camera, maybe in another socket."""
        have_serials = all(each.id.startswith(SERIAL_NAMES) for each in (self, other))
        return self.name == other.name and (self.id == other.id or not have_serials)


class Expected:
    """The devices of one source. Used by one thread."""

    def __init__(self, camera: KnownCamera | None = None, microphone: str | None = None) -> None:
        """`camera` and `microphone` are those of last time, where they are known."""
        self._video: Video | KnownCamera | None = camera
        self._microphone = microphone
        self._is_of_last_time = microphone is not None
        self._now: Video | None = None
        self._microphone_now: str | None = None
        self._asked: dict[ChangedDevice, DeviceChanged] = {}
        self._chosen: set[ChangedDevice] = set()

    @property
    def camera(self) -> KnownCamera | None:
        """Which camera is expected; None before one is known."""
        return KnownCamera.of(self._video) if isinstance(self._video, Video) else self._video

    @property
    def microphone(self) -> str | None:
        """Which microphone is expected; None before one is known."""
        return self._microphone

    def opened(self, ready: Ready) -> list[News]:
        """The source was opened (again): what is to be told of it."""
        before, self._now = self._video, ready.video
        if "camera" in self._chosen:
            news = self._take("camera", *_told_apart(before, ready.video))
            self._video = ready.video
        else:
            news = self._compared("camera", _camera_change(before, ready.video))
            if before is None or (isinstance(before, KnownCamera) and "camera" not in self._asked):
                self._video = ready.video
        return news + self._heard(ready.audio)

    def heard_from(self, microphone: str) -> list[News]:
        """The sound comes from this microphone now: what is to be told of it."""
        self._microphone_now = microphone
        if "microphone" in self._chosen:
            news = self._take("microphone", self._microphone or NO_MICROPHONE, microphone)
            self._expect(microphone)
            return news
        change = _microphone_change(self._microphone, microphone, self._is_of_last_time)
        if change is None:
            self._expect(microphone)
        return self._compared("microphone", change)

    def confirm(self) -> list[News]:
        """A person says that the devices of now are right."""
        self._video = self._now or self._video
        self._expect(self._microphone_now or self._microphone)
        answered, self._asked = list(self._asked), {}
        return [DeviceAsExpected(device) for device in answered]

    def choose(self, devices: Iterable[ChangedDevice]) -> None:
        """A person chose others: whatever is opened next is right."""
        self._chosen |= set(devices)

    def _heard(self, audio: Audio | None) -> list[News]:
        if audio is not None:
            return self.heard_from(audio.microphone)
        if "microphone" not in self._chosen:
            return []
        news = self._take("microphone", self._microphone or NO_MICROPHONE, NO_MICROPHONE)
        self._expect(None)
        return news

    def _expect(self, microphone: str | None) -> None:
        self._microphone, self._is_of_last_time = microphone, False

    def _take(self, device: ChangedDevice, was: str, now: str) -> list[News]:
        """What a person chose is there."""
        self._chosen.discard(device)
        news: list[News] = [DeviceChosen(device, was, now)] if was != now else []
        if self._asked.pop(device, None) is not None:
            news.append(DeviceAsExpected(device))
        return news

    def _compared(self, device: ChangedDevice, change: DeviceChanged | None) -> list[News]:
        before = self._asked.pop(device, None)
        if change is None:
            return [] if before is None else [DeviceAsExpected(device)]
        self._asked[device] = change
        return [] if change == before else [change]


def _told_apart(was: Video | KnownCamera | None, now: Video) -> tuple[str, str]:
    """Two cameras by name, or where they have one name by id."""
    old = KnownCamera.of(was) if isinstance(was, Video) else was
    new = KnownCamera.of(now)
    if old is None:
        return "no camera", new.name
    return (old.id, new.id) if old.name == new.name else (old.name, new.name)


def _camera_change(was: Video | KnownCamera | None, now: Video) -> DeviceChanged | None:
    if was is None:
        return None
    if isinstance(was, KnownCamera):
        return None if was.may_be(KnownCamera.of(now)) else _since_last_time(was, now)
    if KnownCamera.of(was) != KnownCamera.of(now):
        old, new = _told_apart(was, now)
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


def _since_last_time(was: KnownCamera, now: Video) -> DeviceChanged:
    old, new = _told_apart(was, now)
    sentence = f"Another camera than last time: “{new}” instead of “{old}”. {_WORKS}"
    return DeviceChanged("camera", old, new, sentence, ANOTHER_CAMERA)


def _microphone_change(was: str | None, now: str, of_last_time: bool) -> DeviceChanged | None:
    if was is None or was == now:
        return None
    if of_last_time:
        sentence = f"Another microphone than last time: “{now}” instead of “{was}”. {_WORKS}"
    else:
        sentence = f"Another microphone came back: “{now}” instead of “{was}”. {_GOES_ON}"
    return DeviceChanged("microphone", was, now, sentence, ANOTHER_MICROPHONE)


def _alike(was: Video, now: Video) -> bool:
    return abs(was.nominal_fps - now.nominal_fps) <= SAME_RATE * was.nominal_fps


def _picture(video: Video) -> str:
    return f"{video.width} × {video.height} at {video.nominal_fps:g}"
