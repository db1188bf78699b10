"""The help windows at work: reads the log, gathers the bundle, tells of faults and of a crash.

What takes time runs off the thread of Qt. It knows neither the station nor the main window.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import diagnostics, log_reader
from desktop.diagnostics import Bundle
from desktop.last_run import Crash
from desktop.licences import parts
from desktop.log_reader import LogLine
from desktop.station_events import Recovered
from desktop.ui import amounts
from desktop.ui.help import texts
from desktop.ui.help.about_dialog import AboutDialog
from desktop.ui.help.bundle_dialog import BundleDialog, Item, ask_file
from desktop.ui.help.fault_dialog import FaultDialog
from desktop.ui.help.log_window import LINES, LogWindow
from desktop.ui.retelling import retell
from desktop.ui.theme import Tokens
from desktop.ui.words import tr
from holdfast.clock import Clock, rfc3339
from holdfast.command import reason_of
from holdfast.layout import Home

_DETAIL_LINES = 12


class HelpDesk(QObject):
    """Lives on the thread of Qt."""

    restart_pressed = Signal()
    _lines = Signal(object)
    _unreadable = Signal(str)
    _gathered = Signal(object)
    _saved = Signal(str, bool)

    def __init__(
        self,
        home: Home,
        clock: Clock,
        ask: Callable[[QWidget, str], Path | None] = ask_file,
    ) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._ask = ask
        self._parent: QWidget | None = None
        self._tokens: Tokens | None = None
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="help")
        self._bundle: Bundle | None = None
        self._tells_of_crash = False
        self.log: LogWindow | None = None
        self.bundle: BundleDialog | None = None
        self.fault: FaultDialog | None = None
        self.about: AboutDialog | None = None
        self._lines.connect(self._show_lines)
        self._unreadable.connect(self._show_unreadable)
        self._gathered.connect(self._have_gathered)
        self._saved.connect(self._have_saved)

    def attach(self, parent: QWidget, tokens: Tokens) -> None:
        """The windows belong to `parent`."""
        self._parent, self._tokens = parent, tokens

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        for each in (self.log, self.bundle):
            if each is not None:
                each.set_tokens(tokens)

    def close(self) -> None:
        """Take all windows away."""
        for each in (self.log, self.bundle, self.fault):
            if each is not None:
                each.close()
        # What still comes from the thread finds nobody to show it.
        self.log = self.bundle = self.fault = None
        self._threads.shutdown(wait=True, cancel_futures=True)

    # What went wrong.

    def tell_fault(self, trace: str) -> None:
        """A defect of our own that nobody caught; while one is shown, others are only logged."""
        dialog = self._fault_dialog()
        if dialog.isVisible():
            return
        self._tells_of_crash = False
        details = "\n".join(trace.rstrip().splitlines()[-_DETAIL_LINES:])
        dialog.tell(tr(texts.FAULT_TITLE), tr(texts.FAULT_SENTENCE), details)

    def tell_crash(self, crash: Crash) -> None:
        """The run before ended without a word."""
        at = amounts.moment(rfc3339(crash.alive_at), self._clock.now())
        self._tells_of_crash = True
        self._fault_dialog().tell(
            tr(texts.CRASH_TITLE).format(time=at), tr(texts.CRASH_SENTENCE), restarts=False
        )

    def hear(self, event: object) -> None:
        """What was recovered belongs to the crash that is being told."""
        if isinstance(event, Recovered) and self._tells_of_crash and self.fault is not None:
            recovered = retell(f"{event.title}.")
            self.fault.sentence.setText(tr(texts.CRASH_RECOVERED).format(recovered=recovered))

    def _fault_dialog(self) -> FaultDialog:
        assert self._tokens is not None, "attach comes first"
        if self.fault is None:
            self.fault = FaultDialog(self._parent, self._tokens)
            self.fault.restart_pressed.connect(self.restart_pressed)
            self.fault.report_pressed.connect(self.show_bundle)
        return self.fault

    # The log.

    def show_log(self) -> None:
        """Show the newest lines."""
        assert self._tokens is not None, "attach comes first"
        if self.log is None:
            self.log = LogWindow(self._parent, self._tokens)
            self.log.wanted.connect(self._read_log)
        self._read_log()
        _come_up(self.log)

    def _read_log(self) -> None:
        file = self._home.logs / "app.log"

        def read() -> None:
            try:
                self._lines.emit(log_reader.newest(file, LINES))
            except OSError as error:
                self._unreadable.emit(reason_of(error))

        self._threads.submit(read)

    def _show_lines(self, lines: Sequence[LogLine]) -> None:
        if self.log is not None:
            self.log.show_lines(lines)

    def _show_unreadable(self, reason: str) -> None:
        if self.log is not None:
            self.log.show_trouble(tr(texts.LOG_UNREADABLE).format(reason=reason))

    # The bundle.

    def show_bundle(self) -> None:
        """Gather what helps, and show what it is."""
        assert self._tokens is not None, "attach comes first"
        if self.bundle is None:
            self.bundle = BundleDialog(self._parent, self._tokens, self._ask)
            self.bundle.gather_pressed.connect(self._gather)
            self.bundle.save_pressed.connect(self._save)
        self._gather(self.bundle.participants.isChecked())
        _come_up(self.bundle)

    def _gather(self, with_participants: bool) -> None:
        if self.bundle is not None:
            self.bundle.show_gathering()

        def gather() -> None:
            try:
                found = diagnostics.collect(
                    self._home, self._clock, with_participants=with_participants
                )
            # A report about defects must not die of one.
            except Exception as error:  # noqa: BLE001
                words = tr(texts.BUNDLE_FAILED).format(reason=str(error))
                self._saved.emit(words, False)
                return
            self._gathered.emit(found)

        self._threads.submit(gather)

    def _have_gathered(self, bundle: Bundle) -> None:
        self._bundle = bundle
        if self.bundle is not None:
            items = tuple(Item(each.name, each.size_bytes) for each in bundle.entries)
            self.bundle.show_items(items, diagnostics.file_name(self._clock))

    def _save(self, file: Path) -> None:
        bundle = self._bundle
        if bundle is None:
            return

        def save() -> None:
            try:
                bundle.save(file)
            except OSError as error:
                words = tr(texts.BUNDLE_NOT_SAVED).format(reason=reason_of(error))
                self._saved.emit(words, False)
                return
            self._saved.emit(tr(texts.BUNDLE_SAVED).format(file=file), True)

        self._threads.submit(save)

    def _have_saved(self, sentence: str, ok: bool) -> None:
        if self.bundle is not None:
            self.bundle.show_result(sentence, ok=ok)

    # About.

    def show_about(self) -> None:
        """Show version and licences."""
        self.about = AboutDialog(self._parent, parts())
        self.about.destroyed.connect(self._forget_about)
        self.about.open()

    def _forget_about(self) -> None:
        self.about = None


def _come_up(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
