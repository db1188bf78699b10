"""Between the queue's window and the station: snapshots in, wishes out, an answer to each.

Lives on the thread of Qt; everything it asks of the station runs elsewhere, through the function it
is given. It must not word or decide anything.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui import queue_texts as texts
from desktop.ui.ports import ErrandsPort, StationPort
from desktop.ui.queue_actions import ANSWERS, Action, answer
from desktop.ui.queue_errands import ErrandDesk
from desktop.ui.queue_removal import Removal, ask_removal
from desktop.ui.queue_rows import Filter
from desktop.ui.queue_window import QueueWindow
from desktop.ui.retelling import retell
from desktop.ui.sending_desk import SendingDesk
from desktop.ui.tokens import LIGHT, TOKENS, Tokens
from desktop.ui.words import tr
from holdfast.clock import Clock
from uploader.items import History, Hold, QueueSnapshot

Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""

WISH: Final = "queue: "
NEAR: Final = "queue near"
ERRAND: Final = "queue errand"
DECIDES: Final = "queue window"
"""Who keeps and discards here, as the decision says."""


class QueueDesk(QObject):
    """Makes the window when somebody first wants to see it. `changed`: look at the queue again."""

    changed = Signal()
    play_wanted = Signal(str)
    """The id of a recording that somebody wants to see."""
    note_wanted = Signal(str)
    """The id of a recording whose note somebody wants to read or change."""
    _near = Signal(object)
    _errands = Signal(object, object)

    def __init__(self, run: Run, sending: SendingDesk, clock: Clock) -> None:
        super().__init__()
        self._run = run
        self._sending = sending
        self._clock = clock
        self._queue: QueueSnapshot | None = None
        self._window: QueueWindow | None = None
        self._answers: dict[str, tuple[str, int]] = {}
        self._is_fetching = False
        self._folder: Path | None = None
        self._near.connect(self._have_near)
        self.errands = ErrandDesk(clock.now)
        self.errands.changed.connect(self.changed)
        self._errands.connect(lambda errands, begin: begin(errands))

    @property
    def window(self) -> QueueWindow | None:
        """The window, once somebody has asked for it."""
        return self._window

    def open(self, recording: str | None = None) -> None:
        """Show the window, with a recording selected where one is named."""
        window = self._window or self._make_window()
        if not window.isVisible() and self._queue is not None:
            # What has come while nobody looked.
            window.show_queue(self._queue, self._clock.monotonic_ns() / 1e9)
        window.come_up()
        if recording is not None:
            window.select(recording)

    def open_what_needs_a_person(self) -> None:
        """Show the window with those recordings alone."""
        self.open()
        if self._window is not None:
            self._window.show_only(Filter.NEEDS)

    def show_queue(self, queue: QueueSnapshot) -> None:
        """Know the queue as it is now; a window that nobody sees costs nothing."""
        self._queue = queue
        if self._window is not None and self._window.isVisible():
            self._window.show_queue(queue, self._clock.monotonic_ns() / 1e9)

    def know_folder(self, folder: Path) -> None:
        """Where recordings are kept."""
        self._folder = folder

    def follow_scheme(self) -> None:
        """Look as the application does now."""
        if self._window is not None:
            self._window.set_tokens(shown_tokens())

    def hear(self, command: str, trouble: str | None = None) -> bool:
        """A command is done, or failed with `trouble`; whether that is all that is to be told."""
        if command == ERRAND:
            return trouble is None
        if command == NEAR:
            self._is_fetching = False
            # One that is gone from the queue meanwhile has no tries to show.
            return True
        if not command.startswith(WISH):
            return False
        self.changed.emit()
        said, count = self._answers.pop(command, ("", 0))
        if trouble is not None:
            self._say(tr(texts.NOT_DONE).format(why=retell(trouble)))
        elif said and self._queue is not None:
            self._say(answer(said, count, self._queue))
        return True

    def close(self) -> None:
        """Take the windows away."""
        self.errands.close()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    # The window.

    def _make_window(self) -> QueueWindow:
        window = QueueWindow(shown_tokens(), self._clock.now)
        self._window = window
        window.wished.connect(self._wish)
        window.retry_pressed.connect(self._retry)
        window.near_wanted.connect(self._fetch)
        tools = window.tools
        tools.try_pressed.connect(self._try_all)
        tools.pause_pressed.connect(self._pause_all)
        tools.resume_pressed.connect(self._resume_all)
        tools.folder_pressed.connect(self._open_folder)
        tools.free_pressed.connect(lambda: self._free([]))
        tools.export_pressed.connect(lambda: self._errand(self.errands.pack))
        tools.import_pressed.connect(lambda: self._errand(self.errands.unpack))
        tools.receiver_pressed.connect(lambda: self._errand(self.errands.receiver))
        return window

    def _say(self, sentence: str) -> None:
        if self._window is not None:
            self._window.say(sentence)

    # Wishes.

    def _wish(self, action: Action, recordings: Sequence[str]) -> None:
        calls: dict[Action, Callable[[StationPort], object]] = {
            Action.TRY_NOW: lambda station: station.try_recordings(recordings),
            Action.FIRST: lambda station: station.send_first(recordings),
            Action.PAUSE: lambda station: station.hold(recordings, Hold.PAUSED),
            Action.RESUME: lambda station: station.go_on(recordings),
            Action.KEEP: lambda station: _each(station.keep, recordings),
        }
        if action in calls:
            self._command(action.name.lower(), ANSWERS[action], len(recordings), calls[action])
        elif action is Action.PLAY:
            self.play_wanted.emit(recordings[0])
        elif action is Action.NOTE:
            self.note_wanted.emit(recordings[0])
        elif action is Action.SHOW:
            self._show_file(recordings[0])
        elif action is Action.COPY:
            self._copy(len(recordings))
        elif action is Action.FREE:
            self._free(list(recordings))
        else:
            self._remove(recordings)

    def _command(
        self, name: str, said: str, count: int, call: Callable[[StationPort], object]
    ) -> None:
        self._answers[WISH + name] = said, count
        self._run(WISH + name, call)

    def _retry(self, recordings: Sequence[str]) -> None:
        count = len(recordings)
        self._command("retry", texts.DONE_RETRY, count, lambda each: each.retry(recordings))

    def _try_all(self) -> None:
        self._command("try all", texts.DONE_TRY_ALL, -1, lambda station: station.try_now())

    def _pause_all(self, how_long: float | str | None) -> None:
        self._sending.pause(how_long)
        self._say(tr(texts.DONE_PAUSED_ALL))

    def _resume_all(self) -> None:
        self._sending.resume()
        self._say(tr(texts.DONE_RESUMED_ALL))

    def _remove(self, recordings: Sequence[str]) -> None:
        removal = ask_removal(self._parent(), len(recordings))
        if removal is Removal.ASIDE:
            self._command(
                "aside",
                texts.DONE_ASIDE,
                len(recordings),
                lambda station: station.hold(recordings, Hold.ASIDE),
            )
        elif removal is Removal.DISCARD:
            self._command(
                "discard",
                texts.DONE_DISCARD,
                len(recordings),
                lambda station: _each(station.discard, recordings),
            )

    def free_space(self) -> None:
        """Show the window, and what may be deleted here."""
        self.open()
        self._free([])

    def _free(self, recordings: Sequence[str]) -> None:
        self._errand(lambda errands, parent: self.errands.free(errands, parent, recordings))

    def _errand(self, begin: Callable[[ErrandsPort, QWidget | None], None]) -> None:
        def begun(errands: ErrandsPort) -> None:
            begin(errands, self._parent())

        self._run(ERRAND, lambda station: self._errands.emit(station.errands(), begun))

    def _parent(self) -> QWidget | None:
        return self._window

    def _copy(self, count: int) -> None:
        if self._window is None or self._queue is None:
            return
        QGuiApplication.clipboard().setText(self._window.details_text())
        self._say(answer(texts.DONE_COPY, count, self._queue))

    def _show_file(self, recording: str) -> None:
        found = self._window.model.find(recording) if self._window is not None else None
        if found is not None:
            self._show_folder(Path(found.folder))

    def _open_folder(self) -> None:
        if self._folder is not None:
            self._show_folder(self._folder)

    def _show_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            self._say(tr(texts.FILE_GONE).format(path=folder))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # One recording from near.

    def _fetch(self, recording: str) -> None:
        if self._is_fetching:
            # Asked again with the next second.
            return
        self._is_fetching = True
        self._run(NEAR, lambda station: self._near.emit(station.history(recording)))

    def _have_near(self, history: History) -> None:
        if self._window is not None:
            self._window.show_history(history)


def _each(call: Callable[[str, str], object], recordings: Sequence[str]) -> None:
    for recording in recordings:
        call(recording, DECIDES)


def shown_tokens() -> Tokens:
    """The colours that the application shows now: those whose ground its palette has."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return LIGHT
    ground = app.palette().color(QPalette.ColorRole.Window).name()
    return next((each for each in TOKENS.values() if each.bg == ground), LIGHT)
