"""What is wrong with the sound and the picture that arrive: said when it changes, and to be noted.

It knows what was said last; the watches know what is wrong. It starts nothing and writes nothing.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from desktop.recording import picture_watch, sound_watch
from desktop.recording.model import Event, PictureAlarm, SoundAlarm
from desktop.recording.picture_watch import PictureAlarmKind
from desktop.recording.sound_watch import AlarmKind


class Watched(Protocol):
    """What is used of a capture."""

    @property
    def sound_alarm(self) -> AlarmKind | None: ...

    def picture_alarm(self) -> PictureAlarmKind | None: ...


class Alarms:
    """The alarms of one capture. Used by one thread."""

    def __init__(self, watched: Watched, report: Callable[[Event], None]) -> None:
        self._watched = watched
        self._report = report
        self._sound: AlarmKind | None = None
        self._picture: PictureAlarmKind | None = None
        self._noted_sound: AlarmKind | None = None
        """What the recording's markers say."""
        self._noted_picture: PictureAlarmKind | None = None

    def look(self) -> None:
        """Say what has changed since the last look."""
        sound, picture = self._watched.sound_alarm, self._watched.picture_alarm()
        if sound != self._sound:
            self._sound = sound
            self._report(SoundAlarm(sound, sound_watch.SENTENCES[sound] if sound else None))
        if picture != self._picture:
            self._picture = picture
            sentence = picture_watch.SENTENCES[picture] if picture else None
            self._report(PictureAlarm(picture, sentence))

    def recording_begins(self) -> None:
        """Nothing is noted in this recording yet."""
        self._noted_sound = self._noted_picture = None

    def to_be_noted(self) -> Iterator[str]:
        """The markers of what has changed since it was noted last, or since the recording began."""
        if self._sound != self._noted_sound:
            self._noted_sound = self._sound
            yield sound_watch.MARKERS[self._sound]
        if self._picture != self._noted_picture:
            self._noted_picture = self._picture
            yield picture_watch.MARKERS[self._picture]
