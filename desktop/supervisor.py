"""Starts, watches, kills and replaces recorder processes, so that a recording outlives them.

It owns the thread that does so and the preview's memory. It opens no device and encodes nothing;
what a dead recorder left is completed by `holdfast.salvage`. It works in any process: the window,
`holdfast record`, a test.
"""

import logging
import threading

from desktop.choosing import Choose
from desktop.last_devices import NOTHING_REMEMBERED, DeviceMemory
from desktop.mailbox import Mailbox
from desktop.recorder_process import Spawn, spawn_recorder
from desktop.recording.choice import kind_of
from desktop.recording.model import (
    CaptureRequest,
    PauseRecording,
    RecordingRequest,
    ResumeRecording,
    SetMarker,
    StopRecording,
)
from desktop.recording.preview_memory import Picture, PreviewReader
from desktop.recording.states import State
from desktop.supervision import Supervision
from desktop.supervisor_events import (
    Ended,
    OnEvent,
    RecorderBack,
    RecorderLost,
    SupervisorEvent,
)
from desktop.supervisor_wishes import CloseBy, ConfirmDevices, Wish
from holdfast.clock import Clock
from holdfast.journal import RecordingState

__all__ = [
    "Ended",
    "Picture",
    "PreviewReader",
    "RecorderBack",
    "RecorderLost",
    "Supervisor",
    "SupervisorEvent",
]

_log = logging.getLogger(__name__)


class Supervisor:
    """Keeps one source open and records from it. Methods may be called from any thread.

    `on_event` is called from the supervisor's own thread, one event at a time; it must not call
    `close`.
    """

    def __init__(
        self,
        request: CaptureRequest,
        on_event: OnEvent,
        clock: Clock,
        spawn: Spawn = spawn_recorder,
        memory: DeviceMemory = NOTHING_REMEMBERED,
    ) -> None:
        self._clock = clock
        self._wishes: Mailbox[Wish] = Mailbox()
        self._supervision = Supervision(request, on_event, clock, spawn, memory)
        self._preview_size = request.preview_size if request.with_preview else None
        self._thread = threading.Thread(target=self._run, name="supervisor", daemon=True)
        self.preview: PreviewReader | None = None
        """The newest picture of the source; None where nobody looks or no memory is free."""

    @property
    def state(self) -> State:
        """What is going on, as far as a person is concerned: a restart does not end RECORDING."""
        return self._supervision.state

    def start(self) -> None:
        """Open the source; `Ready` or `Failed` follows."""
        if self._preview_size is not None:
            self._share_preview(*self._preview_size)
        self._thread.start()

    def _share_preview(self, width_max: int, height_max: int) -> None:
        try:
            self.preview = PreviewReader.create(width_max, height_max)
        except OSError:
            _log.exception("no memory for the preview; recording works without it")

    def start_recording(self, request: RecordingRequest) -> None:
        """Record from the next frame on, as soon as the source is ready; `Ended` ends it."""
        self._wishes.put(request)

    def stop_recording(self, state: RecordingState = "complete", reason: str = "stopped") -> None:
        """End the recording; returns at once, and `Ended` follows within 5 s whatever hangs.

        On a computer that is too slow later: what waits in memory is encoded first.
        """
        self._wishes.put(StopRecording(state, reason))

    def pause_recording(self) -> None:
        """Record nothing until `resume_recording`; returns at once, and `Paused` follows."""
        self._wishes.put(PauseRecording())

    def resume_recording(self) -> None:
        """Go on with a recording that is paused; `Resumed` follows with its next frame."""
        self._wishes.put(ResumeRecording())

    def mark(self, name: str, source: str, at_ns: int | None = None) -> None:
        """Note an instant in the running recording: monotonic `at_ns`, else now."""
        at_ns = self._clock.monotonic_ns() if at_ns is None else at_ns
        self._wishes.put(SetMarker(name, source, at_ns))

    def confirm_devices(self) -> None:
        """The camera and the microphone of now are the expected ones."""
        self._wishes.put(ConfirmDevices())

    def choose(self, choice: Choose) -> None:
        """Go on with another camera or microphone; returns at once, and `Ready` follows.

        A running recording goes on with it in a new part. Raises UnknownSource.
        """
        if choice.source is not None:
            kind_of(choice.source)
        if choice.devices:
            self._wishes.put(choice)

    def close(self, timeout_s: float = 5.0) -> None:
        """End a running recording as interrupted, end the process, release the preview."""
        if self._thread.is_alive():
            self._wishes.put(CloseBy(self._clock.monotonic_ns() + int(timeout_s * 1e9)))
            self._thread.join(timeout_s + 2.0)
        if self.preview is not None:
            self.preview.close()
            self.preview = None

    def _run(self) -> None:
        supervision = self._supervision
        try:
            supervision.begin(self.preview.name if self.preview is not None else None)
            while not supervision.is_over():
                supervision.wait(self._wishes.fileno())
                for wish in self._wishes.take_all():
                    supervision.grant(wish)
                supervision.step()
        finally:
            supervision.end()
            self._wishes.close()
