"""Between the station and what is shown: events and snapshots in, one view out, wishes onward.

It holds all that the window knows (`Facts`) and runs the station's methods off the thread of Qt.
It must not paint, word or decide what a state means: that is the presenter's.
"""

import logging
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum
from functools import partial

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from desktop.choosing import Choose
from desktop.recording.disk import Space
from desktop.recording.model import CaptureRequest, RecordingEnded, SegmentClosed
from desktop.recording.sighting import Sighting
from desktop.station_events import FromCamera, QualityChecked, Recovered, StaffCalled
from desktop.supervisor import Ended
from desktop.supervisor_events import NotGrowing
from desktop.sync_mark import OFF, SyncPlayer
from desktop.ui import field_view, texts
from desktop.ui.asked import (
    PrepareAsked,
    RecordAsked,
    RecordingKept,
    RecordRefused,
    StartedElsewhere,
    StopAsked,
)
from desktop.ui.bridge import Bridge, Commands, Looker
from desktop.ui.card_desk import CARD, CardDesk
from desktop.ui.device_desk import DeviceDesk, is_mirrored
from desktop.ui.facts import Beside, Facts, Notice
from desktop.ui.field_desk import FieldDesk
from desktop.ui.main_window import MainWindow
from desktop.ui.note_desk import NoteDesk
from desktop.ui.ports import OpenStation, PreviewReader, StationPort
from desktop.ui.presenter import present, reminders_due
from desktop.ui.quality_banner import Checked, and_checked
from desktop.ui.questions import may_stop_and_quit
from desktop.ui.queue_desk import QueueDesk
from desktop.ui.recorder_state import Phase, after
from desktop.ui.retelling import retell
from desktop.ui.review_desk import ReviewDesk
from desktop.ui.sending_desk import SendingDesk
from desktop.ui.space_view import space_left_s
from desktop.ui.sync_ends import SyncEnds
from desktop.ui.tray import Tray
from desktop.ui.tray_news import Told, news_of
from desktop.ui.views import ChooseWhat, PausedView
from desktop.ui.words import tr
from holdfast.clock import Clock
from uploader.items import QueueSnapshot, RecordingSnapshot, UploadEvent

_log = logging.getLogger(__name__)

SHOW_EVERY_MS = 60
"""Events within so long are shown together."""
TICK_MS = 1_000
END_LIMIT_MS = 8_000
"""A recording ends within 5 s of a stop; after this the station is closed whatever it says."""
KEPT_LIMIT_MS = 15_000
CLOSE_LIMIT_S = 5.0
CLOSE_LIMIT_MS = 20_000
MARK_SOURCE = "key"
_WORTH_A_LOOK = (SegmentClosed, RecordingEnded, RecordingKept)


class _Command(Enum):
    OPEN = "open"
    PREPARE = "prepare"
    CHOOSE = "choose"
    RECORD = "record"
    STOP = "stop"
    MARK = "mark"
    PAUSE = "pause"
    RESUME = "resume"
    CONFIRM = "confirm devices"
    QUIET = "acknowledge alarm"
    RETRY = "retry"
    DECIDE = "keep or discard"
    TRY_NOW = "try now"
    CLOSE = "close"


_CHANGES_THE_QUEUE = (_Command.RETRY.value, _Command.TRY_NOW.value, _Command.DECIDE.value)
DECIDES = "window"
"""Who keeps and discards here, as the decision says."""
KeepChoice = Callable[[Choose, int], None]
"""Keeps what a person chose for a camera, 0 the first, for the next start."""


def keep_nothing(_choice: Choose, _camera: int) -> None:
    """Forget what was chosen."""


class Controller(QObject):
    """The window's memory and its hands. Lives on the thread of Qt. `ended` is its last signal."""

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
        self._chime = chime
        self._reminded = 0
        self._open_station = open_station
        self._devices = DeviceDesk(captures)
        self._devices.chosen.connect(self._choose)
        self._keep_choice = keep_choice
        self._bridge = bridge
        self._clock = clock
        self._station: StationPort | None = None
        self._looker: Looker | None = None
        self._commands = Commands(bridge)
        self._window: MainWindow | None = None
        self._tray: Tray | None = None
        self._facts = Facts(
            source=captures[0].source,
            now=clock.now(),
            reminder_minutes=reminder_minutes,
            stop_guard=stop_guard,
            beside=tuple(Beside(each.source) for each in captures[1:]),
        )
        self._marks = 0
        self._reviews = ReviewDesk()
        self._cards = CardDesk(self._run, clock)
        self._notes = NoteDesk(self._run)
        self.sending = SendingDesk(self._run, clock.now)
        self.sending.rules_read.connect(lambda rules: self._know(rules=rules))
        self.sending.changed.connect(self._look_now)
        self._field = FieldDesk(self._run, self._know, self._sighting, clock, generated_participant)
        self._told = Told()
        self._queue_desk = QueueDesk(self._run, self.sending, clock)
        self._queue_desk.changed.connect(self._look_now)
        self._sync = SyncEnds(sync_mark, SyncPlayer(), self._mark_at)
        self._sync.stop_due.connect(self._stop)
        self._sync.trouble.connect(self._show_sync_trouble)
        self._quitting = False
        self._closing = False
        self._finished = False
        self._show_soon = self._once(SHOW_EVERY_MS, self.show_now)
        self._kept_limit = self._once(KEPT_LIMIT_MS, self._go_on_without_manifest)
        self._end_limit = self._once(END_LIMIT_MS, self._close)
        self._close_limit = self._once(CLOSE_LIMIT_MS, self._finish)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.show_now)
        self._connect_bridge()

    def _once(self, after_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(slot)
        return timer

    def attach(self, window: MainWindow, tray: Tray) -> None:
        """Take charge of a window and a tray, and show what is known."""
        self._window, self._tray = window, tray
        window.record_toggled.connect(self.toggle_recording)
        window.mark_pressed.connect(self.mark)
        window.pause_toggled.connect(self.toggle_pause)
        window.retry_pressed.connect(self.retry)
        window.play_pressed.connect(self.play_recording)
        window.keep_pressed.connect(self.keep_recording)
        window.discard_pressed.connect(self.discard_recording)
        window.prepare_pressed.connect(self.prepare)
        window.try_now_pressed.connect(self.try_now)
        window.dismiss_pressed.connect(self.dismiss)
        window.confirm_pressed.connect(self.confirm_devices)
        window.choose_pressed.connect(self.choose_devices)
        window.quiet_pressed.connect(self.acknowledge_alarm)
        window.alarm_hidden.connect(self.hide_alarm)
        window.open_folder_pressed.connect(self.open_folder)
        window.quit_pressed.connect(self.quit)
        window.close_pressed.connect(self.window_closed)
        self.sending.attach(window.header.sending, tray.sending)
        self._field.attach(window)
        for menu in (window.header.sending, tray.sending):
            menu.card_pressed.connect(partial(self._cards.ask, window))
        tray.open_pressed.connect(window.come_up)
        tray.open_folder_pressed.connect(self.open_folder)
        tray.retry_pressed.connect(self.retry)
        tray.quit_pressed.connect(self.quit)
        window.queue_pressed.connect(self._queue_desk.open)
        tray.queue_pressed.connect(self._queue_desk.open)
        tray.news_clicked.connect(self._show_news)
        self._queue_desk.play_wanted.connect(self.play_recording)
        window.note_pressed.connect(self.note_recording)
        self._queue_desk.note_wanted.connect(self.note_recording)
        self._bridge.raise_asked.connect(window.come_up)
        self.show_now()

    def follow_scheme(self) -> None:
        """Have windows of their own look as the application does now."""
        self._queue_desk.follow_scheme()

    def preview(self, camera: int) -> PreviewReader | None:
        """The reader of a camera's live picture, as soon as there is one; 0 is the first."""
        if self._station is None or self._closing:
            return None
        return self._station.preview_of(camera)

    def _sighting(self) -> Sighting | None:
        return None if self._station is None or self._closing else self._station.sighting()

    def start(self) -> None:
        """Open the station on another thread; the window is there already."""
        self._tick.start()
        self._sync.get_ready()
        self._commands.run(_Command.OPEN.value, self._open)

    # What a person wants.

    def toggle_recording(self) -> None:
        """Record, or stop the recording that runs."""
        if self._station is None or self._quitting:
            return
        if not self._facts.is_active:
            self._record()
        elif self._facts.recorder.phase is Phase.RECORDING and self._sync.holds_stop():
            self._know(notice=Notice(tr(texts.SYNC_CLOSING_TITLE), tr(texts.SYNC_CLOSING), "info"))
        else:
            self._stop()

    def _mark_at(self, name: str, source: str, at_ns: int) -> None:
        if self._station is not None:
            self._station.mark(name, source, at_ns)

    def _show_sync_trouble(self, sentence: str) -> None:
        self._know(notice=Notice(tr(texts.SYNC_TROUBLE_TITLE), retell(sentence), "warn"))

    def mark(self) -> None:
        """Note this instant."""
        self._marks += 1
        name = texts.mark_name(self._marks)
        self._command(_Command.MARK, lambda station: station.mark(name, MARK_SOURCE))

    def toggle_pause(self) -> None:
        """Pause the recording, or go on with it."""
        if self._facts.leading.phase is Phase.PAUSED:
            self._command(_Command.RESUME, lambda station: station.resume_recording())
        else:
            self._command(_Command.PAUSE, lambda station: station.pause_recording())

    def acknowledge_alarm(self) -> None:
        """Staff have come: no sound any more for what is wrong now."""
        self._command(_Command.QUIET, lambda station: station.acknowledge_alarm())

    def hide_alarm(self) -> None:
        """Staff have seen that nothing is written, and want the recording to go on."""
        self._know(alarm_hidden=True)
        self.acknowledge_alarm()

    def confirm_devices(self) -> None:
        """The camera and microphone of now are the right ones."""
        self._command(_Command.CONFIRM, lambda station: station.confirm_devices())

    def prepare(self) -> None:
        """Open the devices again."""
        self._hear_of_all(PrepareAsked())
        captures = self._devices.captures
        self._command(_Command.PREPARE, lambda station: station.prepare(*captures))

    def choose_devices(self, what: ChooseWhat) -> None:
        """Show which devices there are, so that somebody may choose others."""
        if self._station is not None and self._window is not None and not self._closing:
            self._devices.ask(self._window, what, self._station.devices)

    def _choose(self, camera: int, choice: Choose) -> None:
        def choose(station: StationPort) -> None:
            station.choose(choice, camera)
            self._keep_choice(choice, camera)

        self._command(_Command.CHOOSE, choose)
        if choice.source is None:
            return
        if self._window is not None:
            self._window.mirror(camera, is_mirrored(choice.source))
        if camera:
            cameras = list(self._facts.beside)
            cameras[camera - 1] = replace(cameras[camera - 1], source=choice.source)
            self._know(beside=tuple(cameras))
        else:
            self._know(source=choice.source)

    def keep_recording(self, recording: str) -> None:
        """Keep a recording, also one that was discarded a moment ago."""
        self._command(_Command.DECIDE, lambda station: station.keep(recording, DECIDES))

    def discard_recording(self, recording: str) -> None:
        """Discard a recording; for a while that can be undone."""
        self._command(_Command.DECIDE, lambda station: station.discard(recording, DECIDES))

    def retry(self) -> None:
        """Try again what failed."""
        failed = present(self._facts).failed
        self._command(_Command.RETRY, lambda station: station.retry(failed))

    def dismiss(self) -> None:
        """What was found, or else what was recovered, has been read."""
        self._know(**({"checked": ()} if self._facts.checked else {"recovered": None}))

    def try_now(self) -> None:
        """End the uploader's waits."""
        self._command(_Command.TRY_NOW, lambda station: station.try_now())

    def play_recording(self, recording: str) -> None:
        """Show a recording, as far as it is on this computer."""
        found, window = self._snapshot_of(recording), self._window
        if found is not None and window is not None:
            self._reviews.ask(window, window.tokens, found)

    def note_recording(self, recording: str) -> None:
        """Show a recording's note, to be changed."""
        found = self._snapshot_of(recording)
        if found is not None and self._window is not None:
            self._notes.ask(self._window, found)

    def _snapshot_of(self, recording: str) -> RecordingSnapshot | None:
        queue = self._facts.queue
        known = () if queue is None else queue.recordings
        return next((each for each in known if each.id == recording), None)

    def open_folder(self) -> None:
        """Show the recordings in the system's file manager."""
        if self._station is not None:
            folder = self._station.recordings_folder
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def window_closed(self) -> None:
        """The window's cross: what is sent goes on being sent, from the tray or minimised."""
        if self._quitting or self._window is None or self._tray is None:
            return
        if self._facts.is_active:
            self.quit()
        elif self._tray.is_shown:
            self._window.hide()
        else:
            self._window.showMinimized()

    def quit(self) -> None:
        """End the app. A running recording is asked about, kept and closed first."""
        if self._quitting or self._window is None:
            return
        if self._facts.is_active:
            self._window.come_up()
            if not may_stop_and_quit(self._window):
                return
        self.end()

    @property
    def is_ending(self) -> bool:
        """Whether the app is on its way out."""
        return self._quitting

    def end(self) -> None:
        """End without a question: somebody said so, or the system asks us to."""
        if self._quitting:
            return
        self._quitting = True
        if self._station is not None and self._facts.is_active:
            self._stop()
            self._end_limit.start()
        else:
            self._close()

    def capture(self) -> CaptureRequest:
        """What the first camera was asked for."""
        return self._devices.captures[0]

    def record_for(self, participant: str, prompt: str, seconds: float) -> bool:
        """Record for whoever does not stand at the fields; False where nothing can begin now."""
        is_ready = self._facts.recorder.phase is Phase.READY and not self._facts.is_active
        if self._station is None or self._quitting or not is_ready:
            return False
        self._marks = 0
        self._hear_of_all(RecordAsked())
        self._command(
            _Command.RECORD, lambda station: station.start_recording(participant, prompt, seconds)
        )
        return True

    def run(self, name: str, call: Callable[[StationPort], object]) -> None:
        """Have the station do this off the thread of Qt, under a name."""
        self._run(name, call)

    # What happens.

    def _connect_bridge(self) -> None:
        self._bridge.recorder_event.connect(self._hear)
        self._bridge.snapshot.connect(self._show_snapshot)
        self._bridge.snapshot_failed.connect(self._show_snapshot_failure)
        self._bridge.space.connect(self._show_space)
        self._bridge.fault.connect(self._show_fault)
        self._bridge.command_done.connect(self._command_done)
        self._bridge.command_failed.connect(self._command_failed)

    def _hear(self, event: object) -> None:
        if isinstance(event, StartedElsewhere):
            self._show_started(event)
            return
        was_active = self._facts.is_active
        camera = 0
        if isinstance(event, FromCamera):
            camera = event.camera
            self._hear_beside(camera - 1, event.event)
            event = event.event
        else:
            self._sync.hear(event)
            self._know(recorder=after(self._facts.recorder, event))
        self._field.follow(self._facts.recorder.recording if self._facts.is_active else None)
        self._hear_alarm(event)
        self._hear_notice(event, camera)
        if self._looker is not None and isinstance(event, _WORTH_A_LOOK):
            self._looker.look_now()
        if isinstance(event, Ended):
            # Its manifest follows at once. Should writing it fail, a person may go on all the same.
            self._kept_limit.start()
        kept = isinstance(event, RecordingKept)
        if self._quitting and was_active and kept and not self._facts.is_active:
            self._close()

    def _hear_alarm(self, event: object) -> None:
        if isinstance(event, StaffCalled):
            self._know(staff_called=event.sounding)
        elif isinstance(event, NotGrowing) and self._window is not None:
            self._window.come_up()
        if self._facts.not_growing is None and self._facts.alarm_hidden:
            self._know(alarm_hidden=False)

    def _hear_notice(self, event: object, camera: int) -> None:
        if isinstance(event, Recovered):
            self._know(recovered=Notice(f"{retell(event.title)}.", retell(event.sentence), "info"))
        elif isinstance(event, UploadEvent) and event.event == "full":
            self._know(notice=Notice(tr(texts.QUEUE_FULL_TITLE), retell(event.why)))
        elif isinstance(event, QualityChecked):
            found = Checked(camera, self._facts.name_of(camera), event.quality)
            self._know(checked=and_checked(self._facts.checked, found))

    def _show_started(self, started: StartedElsewhere) -> None:
        if self._window is not None:
            self._window.participant = started.participant
            self._window.prompt = started.prompt or ""
        self._marks = 0
        self._hear_of_all(RecordAsked())

    def _hear_beside(self, number: int, event: object) -> None:
        cameras = list(self._facts.beside)
        cameras[number] = replace(cameras[number], recorder=after(cameras[number].recorder, event))
        self._know(beside=tuple(cameras))

    def _hear_of_all(self, event: object) -> None:
        """What a person asked for holds for every camera."""
        for number in range(len(self._facts.beside)):
            self._hear_beside(number, event)
        self._hear(event)

    def _go_on_without_manifest(self) -> None:
        for number, recorder in enumerate(self._facts.recorders):
            if recorder.phase is Phase.STOPPING and recorder.recording is not None:
                kept = RecordingKept(recorder.recording)
                self._hear(FromCamera(number, "", kept) if number else kept)

    def _show_snapshot(self, snapshot: QueueSnapshot) -> None:
        last_bytes_s = snapshot.sending.bytes_s or self._facts.last_bytes_s
        self._know(queue=snapshot, queue_problem=None, last_bytes_s=last_bytes_s)
        self._queue_desk.show_queue(snapshot)

    def _show_snapshot_failure(self, why: str) -> None:
        self._know(queue_problem=why)

    def _show_space(self, space: Space) -> None:
        self._know(space=space)

    def _show_fault(self, _trace: str) -> None:
        self._know(notice=Notice(tr(texts.INTERNAL_TITLE), tr(texts.INTERNAL_SENTENCE)))

    def _know(self, **changes: object) -> None:
        self._facts = replace(self._facts, **changes)  # type: ignore[arg-type]  # fields of Facts
        if not self._show_soon.isActive() and not self._finished:
            self._show_soon.start()

    def show_now(self) -> None:
        """Show what is known."""
        self._facts = replace(self._facts, now=self._clock.now())
        view = present(self._facts)
        if self._window is not None:
            self._window.show_view(view)
        self._devices.show_facts(self._facts)
        if self._tray is not None:
            self._tray.show_view(view.tray)
            self._tell_news(self._tray)
            self._remind(view.paused)

    def _tell_news(self, tray: Tray) -> None:
        facts = self._facts
        left_s = space_left_s(facts)
        self._told, news = news_of(self._told, facts.queue, left_s, facts.now)
        for each in news:
            tray.tell(each)

    def _show_news(self, about: str) -> None:
        """Somebody clicked on a notification."""
        if about == "needs":
            self._queue_desk.open_what_needs_a_person()
        elif about == "space":
            self._queue_desk.free_space()
        else:
            self._queue_desk.open()

    def _remind(self, paused: PausedView | None) -> None:
        """Say it again when a pause has lasted so long that it may be forgotten."""
        due, before = reminders_due(self._facts), self._reminded
        self._reminded = due
        if paused is not None and due > before and self._tray is not None:
            self._tray.remind(tr(texts.PAUSED_LONG_TITLE), paused.sentence)
            self._chime()

    # What the station is asked.

    def _open(self) -> None:
        station = self._open_station(self._bridge.on_event)
        self._station = station
        self._queue_desk.know_folder(station.recordings_folder)
        # The picture first: what an earlier run left behind may take a while to look at.
        station.prepare(*self._devices.captures)
        looker = Looker(station, self._bridge)
        self._looker = looker
        looker.start()
        threading.Thread(
            target=self._start_station, args=(station, looker), name="start", daemon=True
        ).start()

    def _start_station(self, station: StationPort, looker: Looker) -> None:
        station.start()
        looker.look_now()

    def _record(self) -> None:
        window = self._window
        if window is None:
            return
        if not window.participant:
            window.participant = generated_participant()
        participant, prompt = window.participant, window.prompt or None
        study = self._facts.study
        asked = study.prompt(prompt) if study is not None and prompt is not None else None
        seconds = asked.seconds if asked is not None else None
        terms = field_view.terms(study, agreed=self._facts.agreed)
        self._marks = 0
        self._know(notice=None, recovered=None, checked=())
        self._hear_of_all(RecordAsked())
        self._command(
            _Command.RECORD,
            lambda station: station.start_recording(participant, prompt, seconds, terms),
        )
        self.show_now()

    def _stop(self) -> None:
        self._sync.let_go()
        if self._facts.notice is not None and self._facts.notice.title == tr(
            texts.SYNC_CLOSING_TITLE
        ):
            self._know(notice=None)
        self._hear_of_all(StopAsked())
        self._command(_Command.STOP, lambda station: station.stop_recording())
        self.show_now()

    def _command(self, command: _Command, call: Callable[[StationPort], object]) -> None:
        self._run(command.value, call)

    def _run(self, name: str, call: Callable[[StationPort], object]) -> None:
        station = self._station
        if station is not None and not self._closing:
            self._commands.run(name, lambda: call(station))

    def _look_now(self) -> None:
        if self._looker is not None:
            self._looker.look_now()

    def _command_done(self, name: str) -> None:
        if name == _Command.CLOSE.value:
            self._finish()
        elif name in _CHANGES_THE_QUEUE:
            self._look_now()
        elif name == _Command.OPEN.value:
            self.sending.read()
            self._field.read()
        elif name != CARD and not self._queue_desk.hear(name):
            self.sending.hear(name)

    def _command_failed(self, name: str, why: str) -> None:
        if name == _Command.CLOSE.value:
            self._finish()
        elif (
            self._cards.hear(name, why)
            or self._queue_desk.hear(name, why)
            or self._field.hear(name, why)
        ):
            return
        elif name == _Command.RECORD.value:
            self._hear_of_all(RecordRefused(texts.command_failed(why)))
        else:
            self.sending.hear(name)
            opening = name == _Command.OPEN.value
            title = tr(texts.START_FAILED_TITLE) if opening else tr(texts.COMMAND_FAILED_TITLE)
            self._know(notice=Notice(title, texts.command_failed(why)))

    def _close(self) -> None:
        if self._closing:
            return
        self._closing = True
        if self._looker is not None:
            self._looker.stop()
        self._close_limit.start()
        # Behind whatever runs: a station that is still being opened is closed as well.
        self._commands.run(_Command.CLOSE.value, self._close_station)

    def _close_station(self) -> None:
        if self._station is not None:
            self._station.close(CLOSE_LIMIT_S)

    def _finish(self) -> None:
        if self._finished:
            return
        self._finished = True
        for timer in (self._tick, self._show_soon, self._kept_limit, self._end_limit):
            timer.stop()
        self._close_limit.stop()
        self._commands.close()
        self._sync.close()
        self._devices.close()
        self._field.close()
        self._queue_desk.close()
        self._reviews.close()
        self._cards.close()
        self._notes.close()
        if self._tray is not None:
            self._tray.hide()
        if self._window is not None:
            self._window.let_close()
            self._window.close()
        self.ended.emit()


def generated_participant() -> str:
    """An id for a participant whom nobody named: `P-` and six characters."""
    return f"P-{secrets.token_hex(3).upper()}"
