"""What happens to exceptions that nobody caught: they are logged, reported once, and survived.

It owns the process's hooks and its log file. It must not show anything; `report` does.
"""

import faulthandler
import json
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from holdfast.clock import Clock, rfc3339

_log = logging.getLogger("desktop.window")
_qt_log = logging.getLogger("qt")

LOG_BYTES = 2_000_000
LOG_FILES = 5
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Report = Callable[[str], None]


class JsonLines(logging.Formatter):
    """One JSON object a line, with the wall clock that the rest of Holdfast uses."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "t": rfc3339(self._clock.now()),
            "level": record.levelname.lower(),
            "logger": record.name,
            "thread": record.threadName,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


class LogFile:
    """The process's log, from the first moment, and crashes of native code beside it."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Write into this folder from now on. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "app.log"
        self._form = JsonLines(clock)
        self._handler: logging.Handler | None = None
        self._write_by(logging.FileHandler(self._file, encoding="utf-8"))
        logging.getLogger().setLevel(logging.INFO)
        crash: IO[str] = (folder / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(crash)

    def keep_short(self) -> None:
        """From now on, put the file aside when it is long, and drop the oldest of those.

        What does this brings the network along; the window is painted before. Raises OSError.
        """
        from logging.handlers import RotatingFileHandler

        self._write_by(
            RotatingFileHandler(
                self._file, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8"
            )
        )

    def close(self) -> None:
        """Write no more."""
        self._write_by(None)

    def _write_by(self, handler: logging.Handler | None) -> None:
        root, before = logging.getLogger(), self._handler
        self._handler = handler
        if handler is not None:
            handler.setFormatter(self._form)
            root.addHandler(handler)
        if before is not None:
            root.removeHandler(before)
            before.close()


class Hooks:
    """The process's hooks for exceptions and for Qt's own messages.

    A defect in `paintEvent` repeats with every picture, so each is logged and reported once.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._seen: set[str] = set()

    def install(self) -> None:
        """Take over the hooks of this process."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._once(kind, error, trace)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            self._once(args.exc_type, args.exc_value, args.exc_traceback)

    def _once(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        if text in self._seen:
            return
        self._seen.add(text)
        _log.error("nobody caught this", exc_info=(kind, error, trace))
        self._report(text)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)
