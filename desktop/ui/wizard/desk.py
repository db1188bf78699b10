"""The first start at work: between its window, the station, and what it writes down.

It holds all that is known (`Known`), runs what takes time off the thread of Qt, and says at the end
where the home is. What a page shows is the presenter's.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import first_start
from desktop.choosing import Choose
from desktop.chosen_devices import keep
from desktop.recording.devices import Devices
from desktop.recording.model import CaptureRequest
from desktop.station_events import RecordingSaved
from desktop.ui.asked import PrepareAsked, RecordAsked, RecordingKept
from desktop.ui.bridge import Bridge, Commands, Looker
from desktop.ui.ports import OpenStation, PreviewReader, StationPort
from desktop.ui.recorder_state import after
from desktop.ui.theme import Tokens
from desktop.ui.wizard import presenter
from desktop.ui.wizard.asking import Asking
from desktop.ui.wizard.presenter import SECONDS, Known, Receiver, Rehearsal
from desktop.ui.wizard.receiver_desk import MakeOwn, ReceiverDesk
from desktop.ui.wizard.scanning import TappedReader
from desktop.ui.wizard.views import Page
from desktop.ui.wizard.window import WizardWindow
from holdfast.clock import Clock
from holdfast.layout import Home
from uploader.items import QueueSnapshot

PARTICIPANT = "rehearsal"
DECIDES = "set-up"
SHOW_EVERY_MS = 60
CLOSE_LIMIT_S = 5.0
OPEN, PREPARE, LOOK, RECORD, FINISH = "open", "prepare", "look", "record", "finish"

OpenOn = Callable[[Home], OpenStation]
"""How a station is opened on a home."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What the first start needs of the rest; a test brings its own."""

    open_station: OpenOn
    own_receiver: MakeOwn
    clock: Clock
    asking: Asking = field(default_factory=Asking)


class WizardDesk(QObject):
    """Lives on the thread of Qt. `finished` is its last signal."""

    finished = Signal()
    _found = Signal(object)
    _began = Signal(str)

    def __init__(self, home: Home, capture: CaptureRequest, joined: Joined, bridge: Bridge) -> None:
        super().__init__()
        self.home: Home | None = None
        """Where to go on, once it is finished; None where somebody left."""
        self._first_home = home
        self._home = home
        self._joined = joined
        self._capture = capture
        self._bridge = bridge
        self._commands = Commands(bridge)
        self._station: StationPort | None = None
        self._open_on: Home | None = None
        self._looker: Looker | None = None
        self._rehearsed: list[str] = []
        self._window: WizardWindow | None = None
        self._tokens: Tokens | None = None
        self._leaving = False
        self.tap = TappedReader(self._reader)
        self.receiver = ReceiverDesk(
            lambda: self._home, joined.own_receiver, joined.clock, joined.asking, self.tap
        )
        self.receiver.changed.connect(self._have_receiver)
        self.known = Known(
            page=Page.STORAGE,
            folder=first_start.place_at(home.root),
            can_choose_folder=not home.is_named,
            source=capture.source,
            audio=capture.audio,
        )
        self._show_soon = QTimer(self)
        self._show_soon.setSingleShot(True)
        self._show_soon.setInterval(SHOW_EVERY_MS)
        self._show_soon.timeout.connect(self.show_now)
        self._hear_threads()

    def _hear_threads(self) -> None:
        self._bridge.recorder_event.connect(self._hear)
        self._bridge.snapshot.connect(self._show_snapshot)
        self._bridge.command_done.connect(self._command_done)
        self._bridge.command_failed.connect(self._command_failed)
        self._found.connect(self._have_found)
        self._began.connect(self._have_begun)

    def attach(self, window: WizardWindow, tokens: Tokens) -> None:
        """Take charge of a window, and show what is known."""
        self._window, self._tokens = window, tokens
        window.next_pressed.connect(self.go_on)
        window.back_pressed.connect(self.go_back)
        window.close_pressed.connect(self.leave)
        window.storage.choose_pressed.connect(self.choose_folder)
        window.devices.camera_chosen.connect(lambda wish: self.choose(Choose(source=wish)))
        window.devices.microphone_chosen.connect(lambda wish: self.choose(Choose(audio=wish)))
        window.devices.look_pressed.connect(self.look_for_devices)
        window.devices.retry_pressed.connect(self.prepare)
        self.receiver.attach(window.receiver, window, tokens)
        window.rehearsal.start_pressed.connect(self.rehearse)
        window.rehearsal.preview.retry.connect(self.prepare)
        self.show_now()

    # From page to page.

    def go_on(self) -> None:
        """To the next page, or to the end."""
        if not presenter.frame_view(self.known).can_go_on:
            return
        if self.known.page is Page.REHEARSAL:
            self._finish()
            return
        self._know(page=Page(self.known.page + 1))
        if self._open_on != self._home:
            self._open()

    def go_back(self) -> None:
        """To the page before."""
        if presenter.frame_view(self.known).can_go_back:
            self._know(page=Page(self.known.page - 1))

    def leave(self) -> None:
        """End without having finished; the next start asks again."""
        if self._window is None or self._leaving:
            return
        if self._joined.asking.may_leave(self._window):
            self._end(lambda: None)

    def choose_folder(self) -> None:
        """Another folder for recordings."""
        if self._window is None or not self.known.can_choose_folder:
            return
        chosen = self._joined.asking.folder(self._window, self._home.root.parent)
        if chosen is None:
            return
        self._home = first_start.moved(self._first_home, chosen)
        self._know(folder=first_start.place_at(self._home.root))

    # Camera and microphone.

    def choose(self, choice: Choose) -> None:
        """Another camera or microphone."""
        self._capture = replace(
            self._capture,
            source=choice.source or self._capture.source,
            audio=choice.audio or (None if choice.source else self._capture.audio),
        )
        self._know(source=self._capture.source, audio=self._capture.audio)
        self.prepare()

    def prepare(self) -> None:
        """Open the devices, again."""
        capture = self._capture
        self._know(recorder=after(self.known.recorder, PrepareAsked()), trouble="")
        self._run(PREPARE, lambda: self._require_station().prepare(capture))

    def look_for_devices(self) -> None:
        """See which devices there are."""
        self._know(is_looking=True)
        self._run(LOOK, lambda: self._found.emit(self._require_station().devices()))

    # The rehearsal.

    def rehearse(self) -> None:
        """Record ten seconds and follow them."""
        self._know(
            rehearsal=Rehearsal.RUNNING,
            recording=None,
            trouble="",
            recorder=after(self.known.recorder, RecordAsked()),
        )

        def record() -> None:
            began = self._require_station().start_recording(PARTICIPANT, None, SECONDS)
            self._began.emit(began)

        self._run(RECORD, record)

    def _have_begun(self, recording: str) -> None:
        self._rehearsed.append(recording)

    # What happens.

    def _hear(self, event: object) -> None:
        if isinstance(event, RecordingSaved):
            self._have_saved(event)
            event = RecordingKept(event.recording)
        self._know(recorder=after(self.known.recorder, event))

    def _have_saved(self, saved: RecordingSaved) -> None:
        if saved.manifest is None:
            self._know(rehearsal=Rehearsal.FAILED, trouble=saved.trouble or "")
        else:
            self._know(rehearsal=Rehearsal.SENDING)
        if self._looker is not None:
            self._looker.look_now()

    def _show_snapshot(self, snapshot: QueueSnapshot) -> None:
        if not self._rehearsed:
            return
        newest = self._rehearsed[-1]
        found = next((each for each in snapshot.recordings if each.id == newest), None)
        self._know(recording=found)

    def _have_found(self, devices: Devices) -> None:
        self._know(devices=devices, is_looking=False)

    def _command_done(self, name: str) -> None:
        if name == OPEN:
            self._know(is_opening=False)
            self.look_for_devices()
        elif name == FINISH:
            self._finished()

    def _command_failed(self, name: str, why: str) -> None:
        if name == OPEN:
            self._open_on = None
            self._know(is_opening=False, page=Page.STORAGE)
            self._know(folder=replace(self.known.folder, trouble=why))
        elif name == RECORD:
            self._know(rehearsal=Rehearsal.FAILED, trouble=why)
        elif name == FINISH:
            self._finished()
        else:
            self._know(is_looking=False, trouble=why)

    def _have_receiver(self, receiver: Receiver) -> None:
        is_new = receiver.url and receiver.url != self.known.receiver.url
        self._know(receiver=receiver)
        if is_new and self._station is not None:
            self._station.try_now()

    def _know(self, **changes: object) -> None:
        self.known = replace(self.known, **changes)  # type: ignore[arg-type]  # fields of Known
        if not self._show_soon.isActive() and not self._leaving:
            self._show_soon.start()

    def show_now(self) -> None:
        """Show what is known."""
        window = self._window
        if window is None or self._leaving:
            return
        window.storage.show_view(presenter.storage_view(self.known))
        window.devices.show_view(presenter.devices_view(self.known))
        self.receiver.show_preview(presenter.devices_view(self.known).preview)
        window.receiver.show_view(presenter.receiver_view(self.known.receiver))
        window.rehearsal.show_view(presenter.rehearsal_view(self.known))
        window.show_frame(presenter.frame_view(self.known))

    # The station.

    def _reader(self) -> PreviewReader | None:
        return self._station.preview_of(0) if self._station is not None else None

    def _require_station(self) -> StationPort:
        assert self._station is not None, "a page after the first needs the station"
        return self._station

    def _open(self) -> None:
        home, capture = self._home, self._capture
        self._open_on = home
        self._know(is_opening=True, trouble="")

        def opened() -> None:
            self._close_station()
            first_start.keep_place(self._first_home, home)
            station = self._joined.open_station(home)(self._bridge.on_event)
            self._station = station
            station.prepare(capture)
            self._looker = Looker(station, self._bridge)
            self._looker.start()
            station.start()

        self._run(OPEN, opened)

    def _close_station(self) -> None:
        station, self._station = self._station, None
        looker, self._looker = self._looker, None
        if looker is not None:
            looker.stop()
        if station is not None:
            station.close(CLOSE_LIMIT_S)

    def _finish(self) -> None:
        home, capture = self._home, self._capture
        rehearsed = tuple(self._rehearsed)

        def finish() -> None:
            first_start.note_done(home, {})
            keep(home.config, os.environ, Choose(capture.source, capture.audio), 0)
            self.home = home
            station = self._require_station()
            # What has arrived is the receiver's, and stays there under its name.
            for each in station.queue_snapshot().recordings:
                if each.id in rehearsed and not each.is_received:
                    station.discard(each.id, DECIDES)

        self._end(finish)

    def _end(self, last: Callable[[], None]) -> None:
        if self._leaving:
            return
        if self._window is not None:
            self._window.setEnabled(False)
        self._leaving = True

        def end() -> None:
            try:
                last()
            finally:
                self._close_station()
                self.receiver.close()

        self._run(FINISH, end)

    def _finished(self) -> None:
        self._commands.close()
        if self._window is not None:
            self._window.let_close()
            self._window.close()
        self.finished.emit()

    def _run(self, name: str, call: Callable[[], object]) -> None:
        self._commands.run(name, call)
