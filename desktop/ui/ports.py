"""What the window needs from the station and the preview, as structural types.

The window is written against these, so that a scripted station can stand in for the real one.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop.choosing import Choose
    from desktop.errands import Freed, FreePlan, KnownReceiver, Travelling
    from desktop.recording.devices import Devices
    from desktop.recording.disk import Space
    from desktop.recording.model import CaptureRequest
    from desktop.recording.sighting import Sighting
    from desktop.sending_rules import SendingRules
    from desktop.study_shelf import Shelf, StudyTerms
    from uploader.items import History, Hold, QueueSnapshot


class PreviewFrame(Protocol):
    """One picture: BGRA bytes, `stride` bytes a row."""

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def stride(self) -> int: ...

    @property
    def bgra(self) -> bytes: ...


class PreviewReader(Protocol):
    """Gives the newest picture, or None where there is none that was not read before."""

    def read(self) -> PreviewFrame | None: ...


class ErrandsPort(Protocol):
    """What takes its time, each on the thread that calls it; failures are sentences."""

    def plan_freeing(self, named: Sequence[str]) -> "FreePlan":
        """What may go of these, or of all where none is named."""
        ...

    def free(
        self, plan: "FreePlan", on_each: "Callable[[Freed], object]", stop: threading.Event
    ) -> None:
        """Delete the copies of a plan, each after the receiver confirmed it anew."""
        ...

    def pack(
        self,
        disk: Path,
        encrypted: bool,
        on_each: Callable[[str], object],
        stop: threading.Event,
    ) -> "Travelling":
        """Copy what waits onto a disk."""
        ...

    def unpack(self, disk: Path, *, clear: bool) -> "Travelling":
        """Take the receipts that came back on a disk."""
        ...

    def receiver(self) -> "KnownReceiver":
        """Ask the receiver who it is."""
        ...

    def accept(self, key: str) -> None:
        """Trust the receiver's new key."""
        ...


class StationPort(Protocol):
    """The station, as far as the window knows it. Methods may be called from any thread."""

    def preview_of(self, camera: int) -> PreviewReader | None:
        """The live picture of a camera; 0 is the first."""
        ...

    @property
    def recordings_folder(self) -> Path: ...

    def start(self) -> object:
        """Finish what an earlier run left and begin to send. May take a while."""
        ...

    def prepare(self, capture: "CaptureRequest", *beside: "CaptureRequest") -> None:
        """Open camera and microphone, and the cameras beside."""
        ...

    def choose(self, choice: "Choose", camera: int = 0) -> None:
        """Go on with other devices, also in the middle of a recording."""
        ...

    def devices(self) -> "Devices":
        """The cameras and microphones that there are; takes a second or two."""
        ...

    def start_recording(
        self,
        participant: str,
        prompt: str | None = None,
        seconds: float | None = None,
        terms: "StudyTerms | None" = None,
    ) -> str:
        """Begin a recording; returns its id."""
        ...

    def studies(self) -> "Shelf":
        """The studies that a recording can belong to, and the chosen one."""
        ...

    def choose_study(self, key: str, language: str = "") -> "Shelf":
        """Choose one by its id or its file's path, or none; empty: in the window's language."""
        ...

    def note(self, recording: str, text: str, by: str) -> None:
        """Keep a person's note about a recording, also about one that runs."""
        ...

    def read_note(self, recording: str) -> str:
        """A recording's note as it stands."""
        ...

    def show_guide(self, *, wanted: bool) -> None:
        """Whether somebody wants the framing guide, for the next start too."""
        ...

    def wants_guide(self) -> bool:
        """Whether somebody wanted the framing guide last time."""
        ...

    def sighting(self) -> "Sighting | None":
        """What the newest look at the first camera's picture showed, where somebody looks."""
        ...

    def watch_picture(self, *, wanted: bool) -> None:
        """Whether somebody wants to see what is seen in the first camera's picture."""
        ...

    def stop_recording(self) -> None:
        """Ask the recording to end; returns at once."""
        ...

    def pause_recording(self) -> None:
        """Record nothing for a while; returns at once."""
        ...

    def resume_recording(self) -> None:
        """Go on with a paused recording; returns at once."""
        ...

    def mark(self, name: str, source: str, at_ns: int | None = None) -> None:
        """Note an instant of the monotonic clock, or this one, in the running recording."""
        ...

    def acknowledge_alarm(self) -> None:
        """Be quiet about what is wrong now."""
        ...

    def confirm_devices(self) -> None:
        """The cameras and microphones of now are the right ones."""
        ...

    def space(self) -> "Space":
        """The disk that recordings are kept on, and how long it lasts."""
        ...

    def queue_snapshot(self) -> "QueueSnapshot":
        """What waits, what was sent, and why."""
        ...

    def state_card(self) -> str:
        """The queue's state signed by this computer, as one line for a QR code."""
        ...

    def keep(self, recording: str, by: str) -> None:
        """Keep a recording, also one that was discarded a moment ago."""
        ...

    def discard(self, recording: str, by: str) -> None:
        """Discard a recording, here and at the receiver, once that cannot be undone any more."""
        ...

    def retry(self, recordings: Sequence[str]) -> None:
        """Put these failed recordings back in line."""
        ...

    def try_recordings(self, recordings: Sequence[str]) -> None:
        """Try these before all others and at once, whatever they waited for."""
        ...

    def send_first(self, recordings: Sequence[str]) -> None:
        """Send these before all others."""
        ...

    def hold(self, recordings: Sequence[str], how: "Hold") -> None:
        """Send nothing more of these, over restarts too."""
        ...

    def go_on(self, recordings: Sequence[str]) -> None:
        """Send these again, in their turn."""
        ...

    def errands(self) -> "ErrandsPort":
        """Freeing space, a disk that travels, the receiver's key: what takes its time."""
        ...

    def history(self, recording: str) -> "History":
        """One recording from near."""
        ...

    def try_now(self) -> None:
        """End every wait of the uploader."""
        ...

    def pause_sending(self, seconds: float | None, by: str) -> None:
        """Send nothing for so long, or until somebody resumes, over restarts too."""
        ...

    def resume_sending(self) -> None:
        """End the pause of sending."""
        ...

    def sending_rules(self) -> "SendingRules":
        """The sending rules as they stand in the settings."""
        ...

    def change_sending(self, values: Mapping[str, object]) -> None:
        """Keep these rules, and send by them at once."""
        ...

    def close(self, timeout_s: float) -> None:
        """End a running recording, release the devices and stop sending."""
        ...


OpenStation = Callable[[Callable[[object], None]], StationPort]
"""Makes the station; it will call back with events from threads of its own."""
