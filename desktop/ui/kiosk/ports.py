"""What the kiosk needs from the station and the conductor, as structural types.

It is written against these, so that scripted ones can stand in for the real ones.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.kiosk.state import FlowState
from desktop.kiosk.steps import Step
from desktop.recording.disk import Space
from desktop.recording.sighting import Sighting
from desktop.ui.ports import PreviewReader
from uploader.items import QueueSnapshot


class SeeingReader(PreviewReader, Protocol):
    """The live picture, and what was seen in it."""

    def sighting(self) -> Sighting | None: ...


class KioskStation(Protocol):
    """The station, as far as the kiosk's screen knows it. Methods may be called from any thread."""

    @property
    def checks_quality(self) -> bool: ...

    def preview_of(self, camera: int) -> SeeingReader | None: ...

    def watch_picture(self, *, wanted: bool) -> None: ...

    def space(self) -> Space: ...

    def queue_snapshot(self) -> QueueSnapshot: ...

    def retry(self, recordings: Sequence[str]) -> None: ...

    def try_now(self) -> None: ...

    def close(self, timeout_s: float) -> None: ...


class Visits(Protocol):
    """The conductor: steps in, states out."""

    def start(self) -> None: ...

    def do(self, step: Step) -> None: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A station that is started, and the conductor of its visits, which is not."""

    station: KioskStation
    visits: Visits
    files_of: Callable[[str], tuple[Path, ...]]
    """The media files of a recording, in order."""


OnEvent = Callable[[object], None]
OnState = Callable[[FlowState], None]
OpenKiosk = Callable[[OnEvent, OnState], Opened]
"""Opens everything; both callbacks come from threads of its own."""
