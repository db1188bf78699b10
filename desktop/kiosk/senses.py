"""What the station says, as steps of a visit: whether pictures and sound arrive, what was recorded.

It judges nothing but how old the last sign is, and asks no clock: times are given to it.
"""

from collections.abc import Iterator
from typing import Final

from desktop.kiosk.steps import Began, Devices, Saved, Step, Trouble
from desktop.recording.model import Failed, PartBegan, Progress
from desktop.station_events import RecordingSaved, StationEvent
from desktop.supervisor_events import RecorderLost

FRESH_S: Final = 1.5
"""A picture, or a sign that sound arrives, that is older says nothing of now."""


class Senses:
    """Keeps the newest signs of one station. Used by one thread."""

    def __init__(self) -> None:
        self._told = Devices(picture=False, sound=False)
        self._picture_ns: int | None = None
        self._sound_ns: int | None = None

    def steps_of(self, event: StationEvent, now_ns: int) -> Iterator[Step]:
        """What this event means for a visit."""
        match event:
            case Progress():
                self._picture_ns = event.last_frame_ns
                self._sound_ns = None if event.level_db is None else now_ns
            case RecorderLost():
                self.forget()
            case Failed():
                self.forget()
                yield Trouble(event.sentence)
            case PartBegan(part=0):
                yield Began(event.recording)
            case RecordingSaved():
                yield from _saved(event)
        yield from self.look(now_ns)

    def look(self, now_ns: int) -> Iterator[Step]:
        """Whether pictures and sound arrive, where that is not what was said last."""
        now = Devices(_is_fresh(self._picture_ns, now_ns), _is_fresh(self._sound_ns, now_ns))
        if now != self._told:
            self._told = now
            yield now

    def forget(self) -> None:
        """The devices are being opened anew: nothing that was seen or heard counts any more."""
        self._picture_ns = self._sound_ns = None


def _is_fresh(at_ns: int | None, now_ns: int) -> bool:
    return at_ns is not None and now_ns - at_ns <= FRESH_S * 1e9


def _saved(event: RecordingSaved) -> Iterator[Step]:
    if event.trouble is not None:
        yield Trouble(event.trouble)
    yield Saved(
        recording=event.recording,
        # Without a manifest because it could not be written, it is on disk all the same.
        has_media=event.manifest is not None or event.trouble is not None,
        complete=event.manifest is not None and event.manifest.state == "complete",
        goes_on_as=event.goes_on_as,
    )
