"""Holding the fire drill from the window: runs the command, and shows what it says.

The drill is a process of its own, so that whatever happens in it happens to nobody else. Whoever
stops it ends that process, and everything that it started ends with it.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.children import command
from desktop.ui import drill_texts as texts
from desktop.ui.drill_view import NOTHING_YET, DrillView, after, answered, begun, ended
from desktop.ui.drill_window import DrillWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.words import tr
from holdfast.layout import Home

END_LIMIT_MS = 10_000


class DrillDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(self, home: Home, window: MainWindow) -> None:
        super().__init__()
        self._home = home
        self._owner = window
        self._process: QProcess | None = None
        self._is_stopping = False
        self.view: DrillView = NOTHING_YET
        self.window: DrillWindow | None = None

    def ask(self) -> None:
        """Show the window; nothing begins before somebody says so."""
        if self.window is None:
            self.window = DrillWindow(self._owner.tokens, self._owner)
            self.window.start_pressed.connect(self.start)
            self.window.stop_pressed.connect(self.stop)
            self.window.happen_pressed.connect(self.let_happen)
            self.window.report_pressed.connect(self.open_report)
        self.window.set_tokens(self._owner.tokens)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def start(self, more: Sequence[str] = ()) -> None:
        """Begin a drill, where none is running."""
        if self._process is not None:
            return
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        # Qt of the command draws a report and needs no screen.
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        named = ["--home", str(self._home.root)] if self._home.is_named else []
        program, *words = command(
            ["drill", "--json", "--output", str(self._home.drills), *named, *more]
        )
        self._is_stopping = False
        self._show(begun())
        process.start(program, words)

    def stop(self) -> None:
        """End the drill that is running, with everything in it."""
        if self._process is not None:
            self._is_stopping = True
            # At the end of its input it ends in good order; what hangs is killed at the end.
            self._process.closeWriteChannel()
            self._process.terminate()

    def let_happen(self) -> None:
        """A person says: now."""
        if self._process is not None and self.view.asked is not None:
            self._process.write(b"\n")
            self._show(answered(self.view))

    def open_report(self) -> None:
        """Show the report in whatever shows such files here."""
        pdf = next((each for each in self.view.files if each.endswith(".pdf")), None)
        if pdf is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(pdf))))

    def close(self) -> None:
        """End a drill and take the window away."""
        process = self._process
        self.stop()
        if process is not None and not process.waitForFinished(END_LIMIT_MS):
            process.kill()
            process.waitForFinished(END_LIMIT_MS)
        if self.window is not None:
            self.window.close()

    def _read(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            line = bytes(process.readLine().data())
            if line.startswith(b"{"):
                self._show(after(self.view, json.loads(line)))

    def _ended(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
        last = said.splitlines()[-1] if said else tr(texts.UNKNOWN)
        self._show(ended(self.view, last, was_stopped=self._is_stopping))
        process.deleteLater()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._ended()

    def _show(self, view: DrillView) -> None:
        self.view = view
        if self.window is not None:
            self.window.show_view(view)
