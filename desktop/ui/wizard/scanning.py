"""Reading an invitation from the camera or from a picture, off the thread of Qt.

It owns the dialog with the live picture and the thread that looks for a code in it. What an
invitation leads to is not its business.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QImageReader, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.enrolling import NotEnrolled, from_file, from_text
from desktop.qr_reader import QrReader
from desktop.ui import theme
from desktop.ui.cards import label
from desktop.ui.ports import PreviewFrame, PreviewReader
from desktop.ui.preview import Preview
from desktop.ui.theme import Tokens
from desktop.ui.views import PreviewView
from desktop.ui.wizard import texts
from desktop.ui.wizard.parts import button
from desktop.ui.words import tr
from holdfast.invitation import Invitation

LOOK_EVERY_MS = 150
_SIZE = QSize(640, 520)
_LEAST_PX = 600
"""A drawing of a code may be one pixel a module; the detector wants several."""
_INVITATION_FILES = (".json", ".invitation", ".txt")


class TappedReader:
    """A camera's pictures for the preview, of which the newest can be looked at once more."""

    def __init__(self, reader: Callable[[], PreviewReader | None]) -> None:
        self._reader = reader
        self.newest: PreviewFrame | None = None

    def read(self) -> PreviewFrame | None:
        """The newest picture that was not read before, or None."""
        reader = self._reader()
        frame = reader.read() if reader is not None else None
        if frame is not None:
            self.newest = frame
        return frame


class ScanDialog(QDialog):
    """The camera's picture; an invitation in front of it is read by itself."""

    found = Signal(object)
    """The `Invitation`."""
    _decoded = Signal(object)

    def __init__(
        self, parent: QWidget, tokens: Tokens, tap: TappedReader, view: PreviewView
    ) -> None:
        super().__init__(parent)
        self._tap = tap
        self._looked_at: PreviewFrame | None = None
        self._is_reading = False
        self._qr = QrReader()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="qr")
        self.setWindowTitle(tr(texts.SCAN_TITLE))
        self.resize(_SIZE)
        # Not mirrored: letters and codes are read as they are.
        self.preview = Preview(tokens, lambda: tap, mirrored=False)
        self.preview.show_view(view)
        self.note = label(tr(texts.SCAN_INTRO), wrap=True)
        if not view.wants_picture:
            self.note.setText(tr(texts.SCAN_NO_CAMERA))
        self.cancel_button = button(texts.CANCEL)
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        self._decoded.connect(self._have_decoded)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self.finished.connect(self._end)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.M)
        column.addWidget(self.note)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)

    def _look(self) -> None:
        frame = self._tap.newest
        if frame is None or frame is self._looked_at or self._is_reading:
            return
        self._looked_at, self._is_reading = frame, True
        self._thread.submit(self._read, frame)

    def _read(self, frame: PreviewFrame) -> None:
        text = None
        try:
            text = self._qr.read(bytes(frame.bgra), frame.width, frame.height, frame.stride)
        finally:
            self._decoded.emit(text)

    def _have_decoded(self, text: str | None) -> None:
        self._is_reading = False
        if text is None or not self._timer.isActive():
            return
        try:
            invitation = from_text(text)
        except NotEnrolled:
            self.note.setText(tr(texts.SCAN_NOT_OURS))
            return
        self.found.emit(invitation)
        self.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._end()
        super().closeEvent(event)

    def _end(self) -> None:
        self._timer.stop()
        self._thread.shutdown(wait=False, cancel_futures=True)


def invitation_in(file: Path) -> Invitation:
    """The invitation in a file: one that was written, or a picture with its QR code.

    Raises NotEnrolled. Takes up to a second.
    """
    if file.suffix.lower() in _INVITATION_FILES:
        return from_file(file)
    image = _drawn(file)
    if image is None:
        return from_file(file)
    text = QrReader().read(
        bytes(image.constBits()), image.width(), image.height(), image.bytesPerLine()
    )
    if text is None:
        raise NotEnrolled(tr(texts.NO_QR_IN_FILE).format(file=file.name))
    return from_text(text)


def _drawn(file: Path) -> QImage | None:
    """The picture on white, large enough to be read; None where it is no picture."""
    reader = QImageReader(str(file))
    size = reader.size()
    if not size.isValid():
        return None
    if size.width() < _LEAST_PX and bytes(reader.format().data()).startswith(b"svg"):
        reader.setScaledSize(size.scaled(_LEAST_PX, _LEAST_PX, Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        return None
    if picture.width() < _LEAST_PX:
        picture = picture.scaledToWidth(_LEAST_PX, Qt.TransformationMode.FastTransformation)
    white = QImage(picture.size(), QImage.Format.Format_RGB32)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(0, 0, picture)
    painter.end()
    return white


class Scanning(QObject):
    """Opens the dialog, one at a time."""

    found = Signal(object)

    def __init__(self, tap: TappedReader) -> None:
        super().__init__()
        self._tap = tap
        self.dialog: ScanDialog | None = None

    def ask(self, parent: QWidget, tokens: Tokens, view: PreviewView) -> None:
        """Show the camera's picture until an invitation was seen, or somebody has enough."""
        if self.dialog is not None:
            return
        self.dialog = ScanDialog(parent, tokens, self._tap, view)
        self.dialog.found.connect(self.found)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
