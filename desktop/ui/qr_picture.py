"""A line of text as the picture of a QR code. Dark on white, whatever colours the window has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

QUIET = 4
"""White modules around the code, which readers need (ISO/IEC 18004)."""


def qr_picture(line: str, least_px: int) -> QImage:
    """The code with whole pixels to a module, at least so wide and high."""
    # Drawn only when somebody asks for it.
    import segno

    rows = [bytes(row) for row in segno.make_qr(line, error="l").matrix]
    modules = len(rows) + 2 * QUIET
    scale = max(2, -(-least_px // modules))
    made = QImage(modules * scale, modules * scale, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    for down, row in enumerate(rows):
        for along, is_dark in enumerate(row):
            if is_dark:
                left, top = (along + QUIET) * scale, (down + QUIET) * scale
                painter.fillRect(left, top, scale, scale, QColor("#000000"))
    painter.end()
    return made
