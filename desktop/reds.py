"""What staff must be called for: the red conditions of a station, and whether they may be heard.

Pure: fed with the station's events; times are monotonic nanoseconds. It plays nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from desktop.recording.disk import Level
from desktop.recording.model import (
    SOUND_BACK,
    SOUND_LOST,
    MarkerSet,
    PartBegan,
    Paused,
    PictureAlarm,
    Ready,
)
from desktop.reopening import FROZEN
from desktop.station_events import EndedForSpace, FromCamera, RecordingSaved, SpaceLow
from desktop.supervisor_events import Ended, GrowsAgain, NotGrowing, RecorderBack, RecorderLost
from holdfast.clock import Clock

Red = Literal["camera", "microphone", "picture", "disk still", "disk full"]

CAMERA_S: Final = 3.0
"""A camera that is back by then was a loose contact; the gap is noted all the same."""
CHOSEN_S: Final = 15.0
"""What a person chose has so long to open."""
AGAIN_S: Final = 10.0

Key = tuple[int, Red]
"""Which camera's recorder, from 0, and what is wrong."""


@dataclass(frozen=True, slots=True)
class _Standing:
    from_ns: int
    acknowledged: bool = False


class Reds:
    """What is red now, of all cameras."""

    def __init__(self) -> None:
        self._standing: dict[Key, _Standing] = {}
        self._with_sound: dict[int, bool] = {}
        self._recording: set[int] = set()

    def hear(self, event: object, now_ns: int) -> None:
        """Take in an event of the station."""
        camera = 0
        if isinstance(event, FromCamera):
            camera, event = event.camera, event.event
        for kind, hear in _HEARD.items():
            if isinstance(event, kind):
                hear(self, camera, event, now_ns)

    def sounding(self, now_ns: int) -> tuple[Key, ...]:
        """What is red and was not acknowledged, in a fixed order."""
        return tuple(
            sorted(
                key
                for key, each in self._standing.items()
                if now_ns >= each.from_ns and not each.acknowledged
            )
        )

    def acknowledge(self) -> None:
        """Somebody has seen what is red; what becomes red from now on is heard again."""
        self._standing = {
            key: _Standing(each.from_ns, acknowledged=True) for key, each in self._standing.items()
        }

    def _begin(self, camera: int, red: Red, from_ns: int) -> None:
        if camera in self._recording:
            self._standing.setdefault((camera, red), _Standing(from_ns))

    def _end(self, camera: int, *reds: Red) -> None:
        for red in reds:
            self._standing.pop((camera, red), None)

    def _part_began(self, camera: int, _event: object, now_ns: int) -> None:
        self._recording.add(camera)
        self._end(camera, "camera", "picture", "disk still")

    def _lost(self, camera: int, event: object, now_ns: int) -> None:
        assert isinstance(event, RecorderLost)
        self._end(camera, "picture", "disk still")
        if event.by_choice:
            # Somebody is there, and says what is to be used; a microphone may be no part of it.
            self._end(camera, "camera", "microphone")
            self._with_sound.pop(camera, None)
        wait_s = CHOSEN_S if event.by_choice else CAMERA_S
        self._begin(camera, "camera", now_ns + round(wait_s * 1e9))

    def _back(self, camera: int, _event: object, now_ns: int) -> None:
        self._end(camera, "camera")

    def _ready(self, camera: int, event: object, now_ns: int) -> None:
        assert isinstance(event, Ready)
        had = self._with_sound.get(camera, False)
        self._with_sound[camera] = event.audio is not None
        if event.audio is not None:
            self._end(camera, "microphone")
        elif had:
            self._begin(camera, "microphone", now_ns)

    def _marker(self, camera: int, event: object, now_ns: int) -> None:
        assert isinstance(event, MarkerSet)
        if event.source == "recorder" and event.name == SOUND_LOST:
            self._begin(camera, "microphone", now_ns)
        elif event.source == "recorder" and event.name == SOUND_BACK:
            self._end(camera, "microphone")

    def _picture(self, camera: int, event: object, now_ns: int) -> None:
        assert isinstance(event, PictureAlarm)
        if event.kind == FROZEN:
            self._begin(camera, "picture", now_ns)
        else:
            self._end(camera, "picture")

    def _not_growing(self, camera: int, _event: object, now_ns: int) -> None:
        self._begin(camera, "disk still", now_ns)

    def _grows(self, camera: int, _event: object, now_ns: int) -> None:
        self._end(camera, "disk still")

    def _space_low(self, camera: int, event: object, now_ns: int) -> None:
        assert isinstance(event, SpaceLow)
        if event.level >= Level.RED:
            self._begin(camera, "disk full", now_ns)

    def _ended_for_space(self, camera: int, _event: object, now_ns: int) -> None:
        self._begin(camera, "disk full", now_ns)

    def _paused(self, camera: int, _event: object, now_ns: int) -> None:
        # The next part says that it goes on; whether it ever had sound is remembered.
        self._recording.discard(camera)
        self._quiet(camera)

    def _over(self, camera: int, _event: object, now_ns: int) -> None:
        self._recording.discard(camera)
        self._with_sound.pop(camera, None)
        self._quiet(camera)

    def _quiet(self, camera: int) -> None:
        self._standing = {key: each for key, each in self._standing.items() if key[0] != camera}


_HEARD: Final[dict[type, Callable[[Reds, int, object, int], None]]] = {
    PartBegan: Reds._part_began,
    RecorderLost: Reds._lost,
    RecorderBack: Reds._back,
    Ready: Reds._ready,
    MarkerSet: Reds._marker,
    PictureAlarm: Reds._picture,
    NotGrowing: Reds._not_growing,
    GrowsAgain: Reds._grows,
    SpaceLow: Reds._space_low,
    EndedForSpace: Reds._ended_for_space,
    Paused: Reds._paused,
    Ended: Reds._over,
    RecordingSaved: Reds._over,
}


class Beat:
    """When the alarm sounds: at once, and every `AGAIN_S` while anything is red."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._reds = Reds()
        self._last: tuple[Key, ...] = ()
        self._next_ns = 0

    def hear(self, event: object) -> None:
        """Take in an event of the station."""
        self._reds.hear(event, self._clock.monotonic_ns())

    def acknowledge(self) -> None:
        """Be quiet about what is red now."""
        self._reds.acknowledge()

    def sounding(self) -> tuple[Key, ...]:
        """What it sounds for now."""
        return self._reds.sounding(self._clock.monotonic_ns())

    def is_due(self) -> bool:
        """Whether to sound now; true once for each beat."""
        now_ns = self._clock.monotonic_ns()
        sounding = self._reds.sounding(now_ns)
        is_news = bool(set(sounding) - set(self._last))
        self._last = sounding
        if not sounding or (now_ns < self._next_ns and not is_news):
            return False
        self._next_ns = now_ns + round(AGAIN_S * 1e9)
        return True
