"""Runs one errand at a time in a thread of its own, with a dialog that follows it.

It owns threads and the dialog; it knows no errand. Whatever ends on a thread is shown on Qt's.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui import queue_texts as texts
from desktop.ui.queue_errand_dialog import ErrandDialog, ErrandView
from desktop.ui.retelling import retell
from desktop.ui.words import tr

_log = logging.getLogger(__name__)


class ErrandRunner(QObject):
    """What errands share. Lives on the thread of Qt."""

    changed = Signal()
    """An errand is over: the queue may be another one."""
    _soon = Signal(object)
    """A call for the thread of Qt."""

    def __init__(self) -> None:
        super().__init__()
        self._dialog: ErrandDialog | None = None
        self._view = ErrandView("", "")
        self._stop = threading.Event()
        self._begin: Callable[[bool], None] | None = None
        self._soon.connect(lambda call: call())

    @property
    def dialog(self) -> ErrandDialog | None:
        """The dialog of the errand that was run last."""
        return self._dialog

    @property
    def is_working(self) -> bool:
        """Whether an errand runs now."""
        return self._view.is_working

    def close(self) -> None:
        """Stop what is being done, and take the dialog away."""
        self._stop.set()
        if self._dialog is not None:
            self._dialog.close()

    def _open(self, parent: QWidget | None, view: ErrandView) -> None:
        self._stop.set()
        self._stop = threading.Event()
        self._begin = None
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
        self._dialog = ErrandDialog(parent)
        self._dialog.begun.connect(self._begin_now)
        self._dialog.left.connect(self._stop.set)
        self._show(view)
        self._dialog.show()
        self._dialog.raise_()

    def _begin_now(self, option: bool) -> None:
        if self._begin is not None:
            self._begin(option)

    def _show(self, view: ErrandView) -> None:
        self._view = view
        if self._dialog is not None:
            self._dialog.show_view(view)

    def _later(self, call: Callable[[], None]) -> None:
        """Have something done on the thread of Qt. May be called from any thread."""
        self._soon.emit(call)

    def _run(
        self,
        work: Callable[[], Callable[[], None]],
        when_stopped: Callable[[], None] | None = None,
    ) -> None:
        stop = self._stop

        def run() -> None:
            try:
                then = work()
            # Whatever went wrong, the dialog says it; the errand is over.
            except Exception as error:  # noqa: BLE001
                why = str(error)
                _log.info("an errand ended early: %s", why)
                self._later(lambda: self._fail(stop, why, when_stopped))
            else:
                self._later(lambda: self._end(stop, then))

        threading.Thread(target=run, name="errand", daemon=True).start()

    def _end(self, stop: threading.Event, then: Callable[[], None]) -> None:
        self.changed.emit()
        # Another errand has been begun meanwhile: this one's dialog is gone.
        if stop is self._stop:
            then()

    def _fail(
        self, stop: threading.Event, why: str, when_stopped: Callable[[], None] | None
    ) -> None:
        self.changed.emit()
        if stop is not self._stop:
            return
        if when_stopped is not None:
            when_stopped()
        if stop.is_set():
            self._show(replace(self._view, is_working=False, report=tr(texts.ERRAND_STOPPED)))
            return
        trouble = tr(texts.ERRAND_FAILED).format(why=retell(why))
        self._show(replace(self._view, intro="", is_working=False, doing="", trouble=trouble))
