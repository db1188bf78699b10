"""Between conductor, station and the kiosk's screen: what is known in, one view out, wishes onward.

It keeps the facts and runs what takes time off the thread of Qt. It decides neither what comes next
(the flow does) nor what a page says (the presenter does).
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.alarm_sound import Pattern
from desktop.framing import is_present
from desktop.kiosk import steps
from desktop.kiosk.state import ASKS_WHO_IS_THERE, FlowState, Page, new_visit
from desktop.recording.disk import Space
from desktop.study_values import Study
from desktop.ui.bridge import Commands, Looker
from desktop.ui.kiosk import wishes
from desktop.ui.kiosk.bridge import KioskBridge
from desktop.ui.kiosk.facts import Facts
from desktop.ui.kiosk.keeping_time import countdown_beeps
from desktop.ui.kiosk.learning import after_event, after_look, is_voice, on_new_page
from desktop.ui.kiosk.ports import KioskStation, Opened, OpenKiosk, SeeingReader
from desktop.ui.kiosk.presenter import opening, present
from desktop.ui.kiosk.sending_view import all_there
from desktop.ui.kiosk.staff_desk import StaffDesk
from desktop.ui.kiosk.window import KioskWindow
from holdfast.clock import Clock
from holdfast.settings_table import SettingError
from uploader.items import QueueSnapshot

_log = logging.getLogger(__name__)

SHOW_EVERY_MS: Final = 40
TICK_MS: Final = 250
CLOSE_LIMIT_S: Final = 8.0
CLOSE_LIMIT_MS: Final = 20_000
PRESENT_EVERY_S: Final = 1.0
_FOR_STAFF: Final = (
    steps.UndoDecision,
    steps.RecordAgain,
    steps.EndSession,
    steps.GoWithoutSound,
    wishes.LeaveKiosk,
)
_CLOSES_THE_DESK: Final = (steps.RecordAgain, steps.EndSession, steps.GoWithoutSound)


class _Command(Enum):
    OPEN = "open"
    SEND = "send again"
    CLOSE = "close"


class KioskController(QObject):
    """The kiosk's memory and its hands. Lives on the thread of Qt. `ended` is its last signal."""

    ended = Signal()
    language_chosen = Signal(str)
    """The code of the language that a participant reads from now on."""

    def __init__(
        self,
        open_kiosk: OpenKiosk,
        study: Study,
        bridge: KioskBridge,
        clock: Clock,
        desk: StaffDesk,
        play: Callable[[Pattern], object],
    ) -> None:
        """`play` sounds a pattern and returns at once."""
        super().__init__()
        self._open_kiosk = open_kiosk
        self._bridge = bridge
        self._clock = clock
        self._desk = desk
        self._play = play
        self._commands = Commands(bridge)
        self._opened: Opened | None = None
        self._looker: Looker | None = None
        self._window: KioskWindow | None = None
        self._facts = Facts(new_visit(study))
        self._queue: QueueSnapshot | None = None
        self._trouble_at_start = ""
        self._present_s = self._turned_s = 0.0
        self._has_begun = False
        self._closing = self._finished = False
        self._show_soon = self._timer(SHOW_EVERY_MS, self.show_now, once=True)
        self._close_limit = self._timer(CLOSE_LIMIT_MS, self._finish, once=True)
        self._tick = self._timer(TICK_MS, self._pass_time, once=False)
        self._connect()

    def _timer(self, interval_ms: int, call: Callable[[], None], *, once: bool) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(once)
        made.setInterval(interval_ms)
        made.timeout.connect(call)
        return made

    def _connect(self) -> None:
        bridge = self._bridge
        bridge.flow.connect(self._show_flow)
        bridge.recorder_event.connect(self._hear)
        bridge.snapshot.connect(self._show_queue)
        bridge.space.connect(self._show_space)
        bridge.fault.connect(lambda _trace: self._know(has_fault=True))
        bridge.command_done.connect(self._command_done)
        bridge.command_failed.connect(self._command_failed)

    def attach(self, window: KioskWindow) -> None:
        """Show everything on this window, and do what is asked for there."""
        self._window = window
        window.asked.connect(self.wish)
        window.touched.connect(self._somebody_is_there)
        self.show_now()

    @property
    def is_over(self) -> bool:
        """Whether everything is closed."""
        return self._finished

    @property
    def facts(self) -> Facts:
        """What is known at this moment."""
        return self._facts

    def preview(self) -> SeeingReader | None:
        """The reader of the live picture, as soon as there is one."""
        if self._opened is None or self._closing:
            return None
        return self._opened.station.preview_of(0)

    def start(self) -> None:
        """Open the station on another thread; the window is there already."""
        self._tick.start()
        self._trouble_at_start = ""
        self._commands.run(_Command.OPEN.value, self._open)

    def _open(self) -> None:
        opened = self._open_kiosk(self._bridge.on_event, self._bridge.flow.emit)
        self._opened = opened
        self._looker = Looker(opened.station, self._bridge)
        self._looker.start()
        opened.visits.start()

    # What a person wants.

    def wish(self, wish: object) -> None:
        """Do what was asked for on a page."""
        if isinstance(wish, _FOR_STAFF) and not self._desk.is_open:
            return
        self._desk.touched()
        if isinstance(wish, _CLOSES_THE_DESK):
            self._desk.close()
        if not self._is_ours(wish) and self._opened is not None:
            self._opened.visits.do(wish)  # type: ignore[arg-type]  # every other wish is a step
        self.show_now()

    def _is_ours(self, wish: object) -> bool:
        """Whether the wish was for the kiosk itself, not for the visit; if so it is done."""
        match wish:
            case wishes.AskForStaff():
                self._desk.ask()
            case wishes.CloseOverlay():
                self._desk.close()
            case wishes.EnterPin():
                self._enter(wish.pin)
            case wishes.SendAgain():
                self._send_again()
            case wishes.LeaveKiosk():
                self.end()
            case wishes.PlaybackFailed():
                _log.error("the review cannot be shown: %s", wish.sentence)
                self._know(cannot_play=True)
            case wishes.PlaybackBegan():
                _log.info("the review's first picture came after %.2f s", self._on_page_s())
                self._know(cannot_play=False)
            case steps.TryAgain() if self._opened is None:
                self.start()
            case _:
                return False
        return True

    def _enter(self, pin: str) -> None:
        try:
            self._desk.enter(pin)
        except (OSError, SettingError):
            _log.exception("the staff PIN could not be kept; it holds until the kiosk is left")

    def _send_again(self) -> None:
        opened = self._opened
        if opened is None:
            return
        failed = self._facts.failed(of_all=self._desk.is_open)
        self._commands.run(_Command.SEND.value, lambda: _try_again(opened.station, failed))

    def end(self) -> None:
        """Close the kiosk. A recording that runs is ended and kept first."""
        if self._closing:
            return
        self._closing = True
        if self._looker is not None:
            self._looker.stop()
        self._close_limit.start()
        self._commands.run(_Command.CLOSE.value, self._close)

    def _close(self) -> None:
        opened = self._opened
        if opened is not None:
            opened.visits.close()
            opened.station.close(CLOSE_LIMIT_S)

    def _finish(self) -> None:
        if self._finished:
            return
        self._finished = True
        for timer in (self._tick, self._show_soon, self._close_limit):
            timer.stop()
        self._commands.close()
        if self._window is not None:
            self._window.let_close()
            self._window.close()
        self.ended.emit()

    # What happens.

    def _show_flow(self, flow: FlowState) -> None:
        before, self._facts = self._facts.flow, replace(self._facts, flow=flow)
        if flow.session != before.session and self._queue is not None:
            self._facts = self._facts.and_queue(self._queue)
        if flow.study.language != before.study.language:
            self._change_language(flow.study)
        if flow.page is not before.page or not self._has_begun:
            self._has_begun = True
            self._turn_page(before, flow)
        if flow.counts_s is not None and before.counts_s is None:
            self._play(countdown_beeps(flow.countdown_s))
        self._show()

    def _change_language(self, study: Study) -> None:
        self.language_chosen.emit(study.language)
        if self._window is not None:
            self._window.speak_anew()

    def _turn_page(self, before: FlowState, flow: FlowState) -> None:
        _log.info("page: %s", flow.page.value)
        take = flow.take if flow.page is Page.REVIEW else None
        files = () if take is None else self._files_of(take.recordings)
        self._facts = on_new_page(self._facts, before, files)
        self._turned_s = self._now_s()

    def _files_of(self, recordings: tuple[str, ...]) -> tuple[Path, ...]:
        if self._opened is None:
            return ()
        return tuple(path for each in recordings for path in self._opened.files_of(each))

    def _hear(self, event: object) -> None:
        self._facts = after_event(self._facts, event)
        if is_voice(event):
            self._somebody_is_there()
        self._show()

    def _look(self) -> None:
        """What is seen in the live picture, twice a second: where to move, and who is there."""
        preview, now_ns = self.preview(), self._clock.monotonic_ns()
        sighting = None if preview is None else preview.sighting()
        self._facts = after_look(self._facts, sighting, now_ns)
        if is_present(sighting, now_ns):
            self._somebody_is_there()

    def _somebody_is_there(self) -> None:
        """Say so to the visit, once a second: where idling is counted it begins anew."""
        now_s = self._now_s()
        flow = self._facts.flow
        counted = flow.page in ASKS_WHO_IS_THERE or flow.page is Page.CLOSING
        if self._opened is None or not counted or now_s - self._present_s < PRESENT_EVERY_S:
            return
        self._present_s = now_s
        self._opened.visits.do(steps.Present())

    def _now_s(self) -> float:
        return self._clock.monotonic_ns() / 1e9

    def _on_page_s(self) -> float:
        return self._now_s() - self._turned_s

    def _show_queue(self, queue: QueueSnapshot) -> None:
        self._queue = queue
        self._facts = self._facts.and_queue(queue)
        self._tell_whether_all_is_there()
        self._show()

    def _tell_whether_all_is_there(self) -> None:
        if self._opened is not None and self._facts.flow.page is Page.CLOSING:
            self._opened.visits.do(steps.Sending(all_there(self._facts)))

    def _show_space(self, space: Space) -> None:
        self._know(space=space)

    def _know(self, **changes: object) -> None:
        self._facts = replace(self._facts, **changes)  # type: ignore[arg-type]  # fields of Facts
        self._show()

    def _pass_time(self) -> None:
        if self._desk.is_open:
            self._somebody_is_there()
        self._look()
        self._tell_whether_all_is_there()
        self._show()

    def _show(self) -> None:
        if not self._show_soon.isActive() and not self._finished:
            self._show_soon.start()

    def show_now(self) -> None:
        """Show what is known."""
        self._facts = replace(self._facts, staff=self._desk.staff)
        if self._window is None:
            return
        if self._opened is None:
            self._window.show_view(opening(self._facts, self._trouble_at_start))
        else:
            self._window.show_view(present(self._facts))

    def _command_done(self, name: str) -> None:
        if name == _Command.CLOSE.value:
            self._finish()
        elif name == _Command.OPEN.value and self._opened is not None:
            self._know(checks_quality=self._opened.station.checks_quality)

    def _command_failed(self, name: str, why: str) -> None:
        if name == _Command.CLOSE.value:
            self._finish()
        elif name == _Command.OPEN.value:
            self._trouble_at_start = why
            self._show()


def _try_again(station: KioskStation, failed: list[str]) -> None:
    station.retry(failed)
    station.try_now()
