"""Between the station and what is shown: events and snapshots in, one view out, wishes onward.

It joins the memory, the desks that run the station off the thread of Qt, and the window. It must
not paint, word or decide what a state means: that is the presenter's.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.recording.disk import Space
from desktop.recording.model import CaptureRequest, RecordingEnded, SegmentClosed
from desktop.station_events import FromCamera
from desktop.supervisor import Ended
from desktop.supervisor_events import NotGrowing
from desktop.sync_mark import OFF
from desktop.ui import sentences, texts
from desktop.ui.asked import RecordingKept, RecordRefused, StartedElsewhere
from desktop.ui.bridge import Bridge
from desktop.ui.capture_desk import CaptureDesk, KeepChoice, keep_nothing
from desktop.ui.card_desk import CARD, CardDesk
from desktop.ui.facts import Beside, Facts, Notice
from desktop.ui.field_desk import FieldDesk
from desktop.ui.learning import after_event, after_snapshot, after_wish
from desktop.ui.leaving import Leaving
from desktop.ui.main_window import MainWindow
from desktop.ui.memory import Memory
from desktop.ui.news_desk import NewsDesk
from desktop.ui.ports import OpenStation, PreviewReader, StationPort
from desktop.ui.presenter import present
from desktop.ui.queue_desk import QueueDesk
from desktop.ui.record_desk import RecordDesk, generated_participant
from desktop.ui.recorder_state import Phase
from desktop.ui.sending_desk import SendingDesk
from desktop.ui.station_desk import CHANGES_THE_QUEUE, Command, StationDesk
from desktop.ui.tray import Tray
from desktop.ui.wish_desk import WishDesk
from desktop.ui.words import tr
from holdfast.clock import Clock
from uploader.items import QueueSnapshot

SHOW_EVERY_MS: Final = 60
"""Events within so long are shown together."""
TICK_MS: Final = 1_000
KEPT_LIMIT_MS: Final = 15_000
_WORTH_A_LOOK: Final = (SegmentClosed, RecordingEnded, RecordingKept)


class Controller(QObject):
    """Joins the parts behind the window. Lives on the thread of Qt. `ended` is its last signal."""

    ended = Signal()

    def __init__(
        self,
        open_station: OpenStation,
        captures: Sequence[CaptureRequest],
        bridge: Bridge,
        clock: Clock,
        *,
        reminder_minutes: float = 0.0,
        stop_guard: bool = False,
        sync_mark: str = OFF,
        chime: Callable[[], None] = QApplication.beep,
        keep_choice: KeepChoice = keep_nothing,
    ) -> None:
        """`sync_mark` says which ends of a recording are marked by flashes and beeps; `chime` is
        heard with each reminder of a recording that is paused; `keep_choice` keeps chosen devices
        for the next start.
        """
        super().__init__()
        self._bridge = bridge
        self._clock = clock
        self._window: MainWindow | None = None
        self._tray: Tray | None = None
        facts = Facts(
            source=captures[0].source,
            now=clock.now(),
            reminder_minutes=reminder_minutes,
            stop_guard=stop_guard,
            beside=tuple(Beside(each.source) for each in captures[1:]),
        )
        self.memory = Memory(facts)
        self.station = StationDesk(open_station, bridge, self._get_ready)
        self._make_desks(captures, keep_choice, sync_mark, chime)
        self._show_soon = self._timer(SHOW_EVERY_MS, self.show_now, once=True)
        self._kept_limit = self._timer(KEPT_LIMIT_MS, self._go_on_without_manifest, once=True)
        self._tick = self._timer(TICK_MS, self.show_now, once=False)
        self._connect()

    def _make_desks(
        self,
        captures: Sequence[CaptureRequest],
        keep_choice: KeepChoice,
        sync_mark: str,
        chime: Callable[[], None],
    ) -> None:
        station, memory, clock = self.station, self.memory, self._clock
        run, asked = station.run, self._hear_of_all
        self.captures = CaptureDesk(captures, station, memory, asked, keep_choice)
        self.recording = RecordDesk(station, memory, sync_mark, asked, self.show_now)
        self.wishes = WishDesk(station, memory)
        self._cards = CardDesk(run, clock)
        self.sending = SendingDesk(run, clock.now)
        self._field = FieldDesk(run, memory.know, station.sighting, clock, generated_participant)
        self._queue = QueueDesk(run, self.sending, clock)
        self.news = NewsDesk(self._queue, chime)
        self.leaving = Leaving(station, memory, self.recording, self._let_go)

    def _timer(self, after_ms: int, slot: Callable[[], None], *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.recorder_event.connect(self._hear)
        bridge.snapshot.connect(self._show_snapshot)
        bridge.snapshot_failed.connect(self._show_snapshot_failure)
        bridge.space.connect(self._show_space)
        bridge.fault.connect(self._show_fault)
        bridge.command_done.connect(self._command_done)
        bridge.command_failed.connect(self._command_failed)
        self.memory.changed.connect(self._show_later)
        self.sending.rules_read.connect(lambda rules: self.memory.know(rules=rules))
        self.sending.changed.connect(self.station.look_now)
        self._queue.changed.connect(self.station.look_now)
        self.leaving.ended.connect(self.ended)

    def attach(self, window: MainWindow, tray: Tray) -> None:
        """Take charge of a window and a tray, and show what is known."""
        self._window, self._tray = window, tray
        self.recording.attach(window)
        self.captures.attach(window)
        self.wishes.attach(window, tray, self._queue)
        self.leaving.attach(window, tray)
        self.sending.attach(window.header.sending, tray.sending)
        self._field.attach(window)
        self.news.attach(tray)
        for menu in (window.header.sending, tray.sending):
            menu.card_pressed.connect(partial(self._cards.ask, window))
        tray.open_pressed.connect(window.come_up)
        window.queue_pressed.connect(self._queue.open)
        tray.queue_pressed.connect(self._queue.open)
        self._bridge.raise_asked.connect(window.come_up)
        self.show_now()

    def follow_scheme(self) -> None:
        """Have windows of their own look as the application does now."""
        self._queue.follow_scheme()

    def preview(self, camera: int) -> PreviewReader | None:
        """The reader of a camera's live picture, as soon as there is one; 0 is the first."""
        return self.station.preview(camera)

    def start(self) -> None:
        """Open the station on another thread; the window is there already."""
        self._tick.start()
        self.recording.get_ready()
        self.station.start()

    def end(self) -> None:
        """End without a question: somebody said so, or the system asks us to."""
        self.leaving.end()

    def _get_ready(self, station: StationPort) -> None:
        """The station is open, on a thread of its own."""
        self._queue.know_folder(station.recordings_folder)
        # The picture first: what an earlier run left behind may take a while to look at.
        station.prepare(*self.captures.captures)

    def _let_go(self) -> None:
        for timer in (self._tick, self._show_soon, self._kept_limit):
            timer.stop()
        self.recording.close()
        self.captures.close()
        self._field.close()
        self._queue.close()
        self.wishes.close()
        self._cards.close()

    # What happens.

    def _hear(self, event: object) -> None:
        if isinstance(event, StartedElsewhere):
            self.recording.show_started(event)
            return
        was_active = self.memory.facts.is_active
        camera = 0
        if isinstance(event, FromCamera):
            camera, event = event.camera, event.event
        else:
            self.recording.hear(event)
        self.memory.learn(after_event(self.memory.facts, event, camera))
        facts = self.memory.facts
        self._field.follow(facts.recorder.recording if facts.is_active else None)
        if isinstance(event, NotGrowing) and self._window is not None:
            self._window.come_up()
        if isinstance(event, _WORTH_A_LOOK):
            self.station.look_now()
        if isinstance(event, Ended):
            # Its manifest follows at once. Should writing it fail, a person may go on all the same.
            self._kept_limit.start()
        if isinstance(event, RecordingKept) and was_active and not facts.is_active:
            self.leaving.recording_kept()

    def _hear_of_all(self, event: object) -> None:
        """What a person asked for holds for every camera."""
        self.memory.learn(after_wish(self.memory.facts, event))
        self._hear(event)

    def _go_on_without_manifest(self) -> None:
        for number, recorder in enumerate(self.memory.facts.recorders):
            if recorder.phase is Phase.STOPPING and recorder.recording is not None:
                kept = RecordingKept(recorder.recording)
                self._hear(FromCamera(number, "", kept) if number else kept)

    def _show_snapshot(self, snapshot: QueueSnapshot) -> None:
        self.memory.learn(after_snapshot(self.memory.facts, snapshot))
        self._queue.show_queue(snapshot)

    def _show_snapshot_failure(self, why: str) -> None:
        self.memory.know(queue_problem=why)

    def _show_space(self, space: Space) -> None:
        self.memory.know(space=space)

    def _show_fault(self, _trace: str) -> None:
        fault = Notice(tr(texts.INTERNAL_TITLE), tr(texts.INTERNAL_SENTENCE))
        self.memory.know(notice=fault)

    def _show_later(self) -> None:
        if not self._show_soon.isActive() and not self.leaving.is_over:
            self._show_soon.start()

    def show_now(self) -> None:
        """Show what is known."""
        facts = self.memory.facts = replace(self.memory.facts, now=self._clock.now())
        view = present(facts)
        if self._window is not None:
            self._window.show_view(view)
        self.captures.show_facts(facts)
        if self._tray is not None:
            self._tray.show_view(view.tray)
            self.news.tell(facts, view.paused, self._tray)

    # What became of what the station was asked.

    def _command_done(self, name: str) -> None:
        if name == Command.CLOSE.value:
            self.leaving.finish()
        elif name in CHANGES_THE_QUEUE:
            self.station.look_now()
        elif name == Command.OPEN.value:
            self.sending.read()
            self._field.read()
        elif name != CARD and not self._queue.hear(name):
            self.sending.hear(name)

    def _command_failed(self, name: str, why: str) -> None:
        if name == Command.CLOSE.value:
            self.leaving.finish()
        elif (
            self._cards.hear(name, why)
            or self._queue.hear(name, why)
            or self._field.hear(name, why)
        ):
            return
        elif name == Command.RECORD.value:
            self._hear_of_all(RecordRefused(sentences.command_failed(why)))
        else:
            self.sending.hear(name)
            opening = name == Command.OPEN.value
            title = tr(texts.START_FAILED_TITLE) if opening else tr(texts.COMMAND_FAILED_TITLE)
            self.memory.know(notice=Notice(title, sentences.command_failed(why)))
