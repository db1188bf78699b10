"""Holding the morning rehearsal from the window: the doctor looks, then the window's own devices
record, and the queue says how far that recording is.

The doctor is a process of its own. Camera and microphone are those that are open already, through
the station: whoever rehearses with others rehearses something else.
"""

import json
import logging
import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QLocale, QObject, QProcess, QProcessEnvironment, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.children import command
from desktop.morning_card import CardWords, card_page
from desktop.morning_lights import BY, HOME_S, PARTICIPANT, PROMPT, SECONDS
from desktop.recording.model import CaptureRequest, Failed
from desktop.ui import morning_texts as texts
from desktop.ui import morning_view
from desktop.ui.amounts import date
from desktop.ui.asked import RecordingKept
from desktop.ui.bridge import Bridge
from desktop.ui.main_window import MainWindow
from desktop.ui.morning_view import NOTHING_YET, MorningView
from desktop.ui.morning_window import MorningWindow
from desktop.ui.ports import StationPort
from desktop.ui.retelling import retell
from desktop.ui.words import tr
from holdfast.clock import Clock
from holdfast.command import reason_of
from holdfast.durable import make_folder, write_replacing
from holdfast.layout import Home
from uploader.items import QueueSnapshot, RecordingSnapshot

_log = logging.getLogger(__name__)

Begin = Callable[[str, str, float], bool]
"""Begins a recording of this participant and prompt, for so many seconds; False where it cannot."""
Run = Callable[[str, Callable[[StationPort], object]], None]
"""Runs a call on the station, under a name."""
RECORD: Final = "record"
"""Name of the command that begins a recording."""
END_LIMIT_MS: Final = 5_000


class MorningDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(
        self,
        home: Home,
        clock: Clock,
        window: MainWindow,
        bridge: Bridge,
        begin: Begin,
        run: Run,
        capture: Callable[[], CaptureRequest],
    ) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._owner = window
        self._begin = begin
        self._capture = capture
        self._run = run
        self._process: QProcess | None = None
        self._recording: str | None = None
        self._why = ""
        self.view: MorningView = NOTHING_YET
        self.window: MorningWindow | None = None
        self.limit = QTimer(self)
        self.limit.setSingleShot(True)
        self.limit.setInterval(int(HOME_S * 1000))
        self.limit.timeout.connect(self._give_up)
        bridge.recorder_event.connect(self._hear)
        bridge.snapshot.connect(self._follow)
        bridge.command_failed.connect(self._hear_failure)

    def ask(self) -> None:
        """Show the window; nothing begins before somebody says so."""
        if self.window is None:
            self.window = MorningWindow(self._owner.tokens, self._owner)
            self.window.start_pressed.connect(self.start)
            self.window.card_pressed.connect(self.open_card)
        self.window.set_tokens(self._owner.tokens)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def start(self) -> None:
        """Begin a rehearsal, where none is running."""
        if self.view.is_running:
            return
        self._recording, self._why = None, ""
        self._show(morning_view.begun())
        process = self._process = QProcess(self)
        process.finished.connect(self._looked)
        process.errorOccurred.connect(self._not_started)
        named = ["--home", str(self._home.root)] if self._home.is_named else []
        program, *words = command(["doctor", "--json", *named])
        process.setProcessEnvironment(self._environment())
        process.start(program, words)

    def _environment(self) -> QProcessEnvironment:
        """The doctor looks for the devices that are open, whatever the settings name."""
        found = QProcessEnvironment.systemEnvironment()
        capture = self._capture()
        found.insert("HOLDFAST_CAPTURE__SOURCE", capture.source)
        if capture.audio is not None:
            found.insert("HOLDFAST_CAPTURE__AUDIO", capture.audio)
        return found

    def open_card(self) -> None:
        """Show the card in whatever shows and prints such files here."""
        if self.view.card:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self.view.card))

    def close(self) -> None:
        """Take the window away, and end what looks."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(END_LIMIT_MS)
        self.limit.stop()
        if self.window is not None:
            self.window.close()

    # The doctor.

    def _looked(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardOutput().data())
        complained = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        process.deleteLater()
        try:
            found = json.loads(said)["checks"]
        except (ValueError, KeyError, TypeError):
            last = complained.splitlines()[-1] if complained else ""
            self._over(morning_view.broken(self.view, retell(last) or tr(texts.NOT_READY)))
            return
        self._show(morning_view.looked(self.view, found))
        if not self._begin(PARTICIPANT, PROMPT, SECONDS):
            self._over(morning_view.broken(self.view, tr(texts.BUSY)))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._looked()

    # The recording.

    def _hear(self, event: object) -> None:
        if self.view.phase != "recording":
            return
        if isinstance(event, Failed):
            self._not_recorded(event.sentence)
        elif isinstance(event, RecordingKept):
            self._recording = event.recording
            self._show(morning_view.recorded(self.view))
            self.limit.start()

    def _hear_failure(self, command: str, why: str) -> None:
        if command == RECORD and self.view.phase == "recording":
            self._not_recorded(why)

    def _not_recorded(self, why: str) -> None:
        said = tr(texts.NOT_RECORDED).format(why=retell(why))
        self._over(morning_view.broken(self.view, said))

    def _follow(self, queue: QueueSnapshot) -> None:
        if self.view.phase != "sending":
            return
        mine = next((each for each in queue.recordings if each.id == self._recording), None)
        if mine is None:
            return
        self._why = mine.why
        self._decide(mine)
        view = morning_view.followed(self.view, mine)
        if not queue.is_enrolled and mine.custody.saved:
            view = morning_view.without_receiver(view)
        if view.phase == "over":
            self._over(view)
        elif view != self.view:
            self._show(view)

    def _decide(self, mine: RecordingSnapshot) -> None:
        """A rehearsal waits for nobody, whatever the study asks."""
        if mine.decision == "pending" and mine.state != "recording":
            self._run("keep rehearsal", lambda station: station.keep(mine.id, BY))

    def _give_up(self) -> None:
        recording = self._recording
        view = morning_view.waited_long_enough(self.view, self._why)
        off = {each.name for each in view.checks if not each.ok}
        if recording is not None and "verified" in off:
            self._run("discard rehearsal", lambda station: station.discard(recording, BY))
        self._over(view)

    def _over(self, view: MorningView) -> None:
        self.limit.stop()
        if view.checks:
            view = self._with_card(view)
        self._show(view)

    def _with_card(self, view: MorningView) -> MorningView:
        """The view with its card written."""
        from desktop.ui.report_pdf import pdf_of

        now = self._clock.now().astimezone()
        words = CardWords(tr(texts.READY), tr(texts.NOT_READY), QLocale().bcp47Name())
        when = f"{date(now.day, now.month, now.year)}, {now:%H:%M}"
        html = card_page(
            [morning_view.told(each) for each in view.checks], socket.gethostname(), when, words
        )
        path = self._home.rehearsals / f"rehearsal-{now:%Y-%m-%d-%H%M%S}.pdf"
        try:
            make_folder(path.parent)
            write_replacing(path, pdf_of(html))
        except OSError as error:
            _log.warning("the rehearsal's card cannot be written: %s", error)
            return replace(view, trouble=tr(texts.CARD_FAILED).format(why=reason_of(error)))
        return replace(view, card=str(path))

    def _show(self, view: MorningView) -> None:
        self.view = view
        if self.window is not None:
            self.window.show_view(view)
