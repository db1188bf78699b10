"""Recording: beginning, stopping, pausing and marking, from the window to the station.

What a recorder does with it comes back as events, to the controller.
"""

import secrets
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from desktop.sync_mark import SyncPlayer
from desktop.ui import field_view, sentences, texts
from desktop.ui.asked import RecordAsked, StartedElsewhere, StopAsked
from desktop.ui.facts import Notice
from desktop.ui.main_window import MainWindow
from desktop.ui.memory import Memory
from desktop.ui.recorder_state import Phase
from desktop.ui.retelling import retell
from desktop.ui.station_desk import Command, StationDesk
from desktop.ui.sync_ends import SyncEnds
from desktop.ui.words import tr

MARK_SOURCE: Final = "key"


class RecordDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(
        self,
        station: StationDesk,
        memory: Memory,
        sync_mark: str,
        asked: Callable[[object], None],
        show_now: Callable[[], None],
    ) -> None:
        """`asked` hears what a person asks of every camera; `show_now` shows it without delay."""
        super().__init__()
        self._station = station
        self._memory = memory
        self._asked = asked
        self._show_now = show_now
        self._window: MainWindow | None = None
        self._marks = 0
        self._takes_no_more = False
        self._sync = SyncEnds(sync_mark, SyncPlayer(), self._mark_at)
        self._sync.stop_due.connect(self.stop)
        self._sync.trouble.connect(self._show_sync_trouble)

    def attach(self, window: MainWindow) -> None:
        """Hear this window."""
        self._window = window
        window.record_toggled.connect(self._toggle)
        window.mark_pressed.connect(self._mark)
        window.pause_toggled.connect(self._toggle_pause)

    def get_ready(self) -> None:
        """The window is there; a recording may follow."""
        self._sync.get_ready()

    def hear(self, event: object) -> None:
        """Something happened at the first camera."""
        self._sync.hear(event)

    def show_started(self, started: StartedElsewhere) -> None:
        """A recording was begun by whoever does not stand at the fields."""
        if self._window is not None:
            self._window.participant = started.participant
            self._window.prompt = started.prompt or ""
        self._marks = 0
        self._asked(RecordAsked())

    def record_for(self, participant: str, prompt: str, seconds: float) -> bool:
        """Record for whoever does not stand at the fields; False where nothing can begin now."""
        facts = self._memory.facts
        is_ready = facts.recorder.phase is Phase.READY and not facts.is_active
        if self._station.port is None or self._takes_no_more or not is_ready:
            return False
        self._marks = 0
        self._asked(RecordAsked())
        self._station.command(
            Command.RECORD, lambda station: station.start_recording(participant, prompt, seconds)
        )
        return True

    def stop(self) -> None:
        """End the recording that runs."""
        self._sync.let_go()
        notice = self._memory.facts.notice
        if notice is not None and notice.title == tr(texts.SYNC_CLOSING_TITLE):
            self._memory.know(notice=None)
        self._asked(StopAsked())
        self._station.command(Command.STOP, lambda station: station.stop_recording())
        self._show_now()

    def take_no_more(self) -> None:
        """The app ends: neither begin anything from now on nor hear the button."""
        self._takes_no_more = True

    def close(self) -> None:
        """The window is closed: whatever is shown of a sync mark goes."""
        self._sync.close()

    def _toggle(self) -> None:
        if self._station.port is None or self._takes_no_more:
            return
        facts = self._memory.facts
        if not facts.is_active:
            self._record()
        elif facts.recorder.phase is Phase.RECORDING and self._sync.holds_stop():
            closing = Notice(tr(texts.SYNC_CLOSING_TITLE), tr(texts.SYNC_CLOSING), "info")
            self._memory.know(notice=closing)
        else:
            self.stop()

    def _record(self) -> None:
        window, facts = self._window, self._memory.facts
        if window is None:
            return
        if not window.participant:
            window.participant = generated_participant()
        participant, prompt = window.participant, window.prompt or None
        study = facts.study
        asked = study.prompt(prompt) if study is not None and prompt is not None else None
        seconds = asked.seconds if asked is not None else None
        terms = field_view.terms(study, agreed=self._memory.facts.agreed)
        self._marks = 0
        self._memory.know(notice=None, recovered=None, checked=())
        self._asked(RecordAsked())
        self._station.command(
            Command.RECORD,
            lambda station: station.start_recording(participant, prompt, seconds, terms),
        )
        self._show_now()

    def _mark(self) -> None:
        self._marks += 1
        name = sentences.mark_name(self._marks)
        self._station.command(Command.MARK, lambda station: station.mark(name, MARK_SOURCE))

    def _mark_at(self, name: str, source: str, at_ns: int) -> None:
        if self._station.port is not None:
            self._station.port.mark(name, source, at_ns)

    def _toggle_pause(self) -> None:
        if self._memory.facts.leading.phase is Phase.PAUSED:
            self._station.command(Command.RESUME, lambda station: station.resume_recording())
        else:
            self._station.command(Command.PAUSE, lambda station: station.pause_recording())

    def _show_sync_trouble(self, sentence: str) -> None:
        self._memory.know(notice=Notice(tr(texts.SYNC_TROUBLE_TITLE), retell(sentence), "warn"))


def generated_participant() -> str:
    """An id for a participant whom nobody named: `P-` and six characters."""
    return f"P-{secrets.token_hex(3).upper()}"
