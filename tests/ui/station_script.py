"""A station that does what a test says, and notes what the window asked of it.

It stands in for the real one where a test needs a state that is slow or hard to reach for real.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from desktop.choosing import Choose
from desktop.errands import Freed, FreePlan, KnownReceiver, Travelling
from desktop.recording.devices import Devices
from desktop.recording.disk import Space
from desktop.recording.model import CaptureRequest, Progress, Ready
from desktop.recording.sighting import Sighting
from desktop.sending_rules import SendingRules
from desktop.study_shelf import Shelf, StudyTerms
from desktop.ui.ports import PreviewReader
from holdfast.announcement import Audio, Video
from uploader.items import (
    Custody,
    History,
    Hold,
    ItemState,
    Network,
    QueueSnapshot,
    RecordingSnapshot,
    Step,
    Totals,
)

VIDEO = Video("h264", 1280, 720, 30.0, "cam-1", "HD Webcam")
AUDIO = Audio("aac", 48_000, 1, "USB Microphone")
READY = Ready(VIDEO, AUDIO)
ROOMY = Space(62_400_000_000, 250_000_000_000)
NO_RULES = SendingRules()
NO_DEVICES = Devices((), ())
NO_QUEUE = QueueSnapshot((), Totals(), Network.ONLINE, "")


@dataclass(frozen=True, slots=True)
class ScriptedPicture:
    """One picture for the preview."""

    width: int
    height: int
    stride: int
    bgra: bytes


class ScriptedPreview:
    """Gives its picture with every read, or nothing."""

    def __init__(self, picture: ScriptedPicture | None) -> None:
        self.picture = picture

    def read(self) -> ScriptedPicture | None:
        return self.picture


def painted_picture(width: int = 960, height: int = 540) -> ScriptedPicture:
    """A picture whose left half is bright and right half dark, so that a mirror shows."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    slope = QLinearGradient(QPointF(0, 0), QPointF(width, height))
    slope.setColorAt(0, QColor("#8fa6bf"))
    slope.setColorAt(1, QColor("#1d2733"))
    painter.fillRect(image.rect(), slope)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#d8b08c"))
    painter.drawEllipse(QPointF(width * 0.42, height * 0.45), height * 0.17, height * 0.22)
    painter.end()
    return ScriptedPicture(width, height, image.bytesPerLine(), bytes(image.constBits()))


@dataclass
class ScriptedErrands:
    """Errands that come to what a test says."""

    plan: FreePlan = field(default_factory=lambda: FreePlan((), (), timedelta()))
    outcomes: Sequence[Freed] = ()
    travelled: Travelling = field(default_factory=lambda: Travelling(0, 0, 0, (), ()))
    packed: Sequence[str] = ()
    known: KnownReceiver | None = None
    refusal: Exception | None = None
    calls: list[tuple[object, ...]] = field(default_factory=list)

    def _note(self, *call: object) -> None:
        self.calls.append(call)
        if self.refusal is not None:
            raise self.refusal

    def plan_freeing(self, named: Sequence[str]) -> FreePlan:
        self._note("plan_freeing", tuple(named))
        return self.plan

    def free(
        self, plan: FreePlan, on_each: Callable[[Freed], object], stop: threading.Event
    ) -> None:
        for each in self.outcomes:
            on_each(each)
        self._note("free", plan)

    def pack(
        self,
        disk: Path,
        encrypted: bool,
        on_each: Callable[[str], object],
        stop: threading.Event,
    ) -> Travelling:
        for each in self.packed:
            on_each(each)
        self._note("pack", disk, encrypted)
        return self.travelled

    def unpack(self, disk: Path, *, clear: bool) -> Travelling:
        self._note("unpack", disk, clear)
        return self.travelled

    def receiver(self) -> KnownReceiver:
        self._note("receiver")
        assert self.known is not None
        return self.known

    def accept(self, key: str) -> None:
        self._note("accept", key)


def _nothing() -> History:
    return History(recording(), (), (), 0)


@dataclass
class ScriptedStation:
    """What a test says is so. `calls` are the names and arguments of what was asked, in order."""

    on_event: Callable[[object], None] = lambda _event: None
    queue: QueueSnapshot = NO_QUEUE
    preview: PreviewReader | None = None
    recordings_folder: Path = Path("/nonexistent")
    disk: Space = ROOMY
    refusal: Exception | None = None
    queue_fault: Exception | None = None
    found: Devices = NO_DEVICES
    rules: SendingRules = NO_RULES
    shelf: Shelf = field(default_factory=Shelf)
    guide: bool = False
    seen: Sighting | None = None
    errand: ScriptedErrands = field(default_factory=ScriptedErrands)
    near: History = field(default_factory=_nothing)
    calls: list[tuple[object, ...]] = field(default_factory=list)

    def start(self) -> None:
        self.calls.append(("start",))

    def preview_of(self, camera: int) -> PreviewReader | None:
        return self.preview

    def prepare(self, capture: CaptureRequest, *beside: CaptureRequest) -> None:
        self.calls.append(("prepare", capture.source, *(each.source for each in beside)))

    def choose(self, choice: Choose, camera: int = 0) -> None:
        self.calls.append(("choose", choice, camera))
        if self.refusal is not None:
            raise self.refusal

    def devices(self) -> Devices:
        return self.found

    def start_recording(
        self,
        participant: str,
        prompt: str | None = None,
        seconds: float | None = None,
        terms: StudyTerms | None = None,
    ) -> str:
        self.calls.append(("start_recording", participant, prompt))
        if terms is not None:
            self.calls.append(("terms", terms, seconds))
        if self.refusal is not None:
            raise self.refusal
        return "recording"

    def stop_recording(self) -> None:
        self.calls.append(("stop_recording",))

    def pause_recording(self) -> None:
        self.calls.append(("pause_recording",))

    def resume_recording(self) -> None:
        self.calls.append(("resume_recording",))

    def mark(self, name: str, source: str, at_ns: int | None = None) -> None:
        self.calls.append(("mark", name, source))

    def studies(self) -> Shelf:
        return self.shelf

    def choose_study(self, key: str, language: str = "") -> Shelf:
        self.calls.append(("choose_study", key, language))
        if self.refusal is not None:
            raise self.refusal
        self.shelf = replace(self.shelf, chosen=key, language=language)
        return self.shelf

    def note(self, recording: str, text: str, by: str) -> None:
        self.calls.append(("note", recording, text, by))

    def read_note(self, recording: str) -> str:
        self.calls.append(("read_note", recording))
        return "She laughed."

    def show_guide(self, *, wanted: bool) -> None:
        self.calls.append(("show_guide", wanted))
        self.guide = wanted

    def wants_guide(self) -> bool:
        return self.guide

    def sighting(self) -> Sighting | None:
        return self.seen

    def watch_picture(self, *, wanted: bool) -> None:
        self.calls.append(("watch_picture", wanted))

    def acknowledge_alarm(self) -> None:
        self.calls.append(("acknowledge_alarm",))

    def confirm_devices(self) -> None:
        self.calls.append(("confirm_devices",))

    def space(self) -> Space:
        return self.disk

    def queue_snapshot(self) -> QueueSnapshot:
        if self.queue_fault is not None:
            raise self.queue_fault
        return self.queue

    def state_card(self) -> str:
        self.calls.append(("state_card",))
        return "holdfast:statement?scripted"

    def keep(self, recording: str, by: str) -> None:
        self.calls.append(("keep", recording, by))

    def discard(self, recording: str, by: str) -> None:
        self.calls.append(("discard", recording, by))

    def retry(self, recordings: Sequence[str]) -> None:
        self.calls.append(("retry", tuple(recordings)))

    def try_recordings(self, recordings: Sequence[str]) -> None:
        self.calls.append(("try_recordings", tuple(recordings)))
        if self.refusal is not None:
            raise self.refusal

    def send_first(self, recordings: Sequence[str]) -> None:
        self.calls.append(("send_first", tuple(recordings)))

    def hold(self, recordings: Sequence[str], how: Hold) -> None:
        self.calls.append(("hold", tuple(recordings), how))

    def go_on(self, recordings: Sequence[str]) -> None:
        self.calls.append(("go_on", tuple(recordings)))

    def history(self, recording: str) -> History:
        self.calls.append(("history", recording))
        near = next(each for each in self.queue.recordings if each.id == recording)
        return replace(self.near, recording=near)

    def errands(self) -> ScriptedErrands:
        return self.errand

    def try_now(self) -> None:
        self.calls.append(("try_now",))

    def pause_sending(self, seconds: float | None, by: str) -> None:
        self.calls.append(("pause_sending", seconds, by))

    def resume_sending(self) -> None:
        self.calls.append(("resume_sending",))

    def sending_rules(self) -> SendingRules:
        return self.rules

    def change_sending(self, values: Mapping[str, object]) -> None:
        self.calls.append(("change_sending", dict(values)))
        if self.refusal is not None:
            raise self.refusal
        self.rules = replace(self.rules, **values)  # type: ignore[arg-type]  # fields of its own

    def close(self, timeout_s: float) -> None:
        self.calls.append(("close", timeout_s))

    def opened_by(self, on_event: Callable[[object], None]) -> "ScriptedStation":
        """As an `OpenStation`."""
        self.on_event = on_event
        return self


def recording_id(number: int) -> str:
    """The `number`th id, in the order of time."""
    return f"019a0000-0000-7000-8000-{number:012d}"


def recording(
    number: int = 1,
    *,
    step: Step = Step.SEGMENTS,
    state: str = "complete",
    prompt: str | None = "smile",
    saved: bool = True,
    received: int = 0,
    why: str = "",
    counts: dict[ItemState, int] | None = None,
) -> RecordingSnapshot:
    """A recording of ten segments of 1 MB, of which the receiver has `received`."""
    home = step in (Step.VERIFIED, Step.PLAYABLE)
    got = 10 if home else received
    return RecordingSnapshot(
        id=recording_id(number),
        session=recording_id(9000 + number),
        participant=f"P-{number:03d}",
        prompt=prompt,
        take=1,
        state=state,
        started_at="2026-11-20T13:02:11.042Z",
        duration_s=38.4,
        frames=1152,
        lost_frames=0,
        segments=10,
        size_bytes=10_000_000,
        custody=Custody(saved, got, got * 1_000_000, home, step is Step.PLAYABLE),
        why=why,
        folder="/recordings",
        step=step,
        counts=counts or {},
    )


def queue_of(
    *recordings: RecordingSnapshot,
    network: Network = Network.ONLINE,
    uploading: int = 0,
    why: str = "",
) -> QueueSnapshot:
    """A snapshot of these recordings; bytes and the oldest are what follows from them."""
    unsent = [each for each in recordings if each.step not in (Step.VERIFIED, Step.PLAYABLE)]
    totals = Totals(
        pending=sum(each.segments for each in unsent),
        uploading=uploading,
        bytes_unsent=sum(each.size_bytes - each.custody.received_bytes for each in unsent),
        oldest_unsent_at=unsent[0].started_at if unsent else None,
    )
    return QueueSnapshot(tuple(recordings), totals, network, why)


def progress(
    recording_name: str | None = "recording",
    elapsed_s: float = 12.0,
    level_db: float | None = -18.0,
    lost: int = 0,
    size_bytes: int = 0,
) -> Progress:
    """A sign of life at 29.97 frames a second."""
    return Progress(
        recording=recording_name,
        elapsed_s=elapsed_s,
        frames=round(elapsed_s * 30),
        lost_frames=lost,
        fps=29.97,
        bytes_on_disk=size_bytes,
        level_db=level_db,
        peak_db=None if level_db is None else level_db + 6,
        last_frame_ns=1,
    )
