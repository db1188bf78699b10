"""The kiosk's smaller parts: large labels, buttons, tick box, cards, lines with glyphs.

Each is large enough for a finger and says with words what it says with colour. None knows a state.
"""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.cards import label, set_property
from desktop.ui.kiosk.views import CheckLine
from desktop.ui.theme import Tokens

COLUMN_PX = 1040
"""Nothing that is read is wider: eyes do not find the next line."""
BUTTON_PX = 72
GAP_PX = 20
_AROUND_WORDS = 92
"""Border, padding and glyph of a button."""


def title(centred: bool = False) -> QLabel:
    """The page's title."""
    return _label("kiosk-title", centred)


def heading(centred: bool = False) -> QLabel:
    """What stands above a card or a picture."""
    return _label("kiosk-heading", centred)


def body(centred: bool = False) -> QLabel:
    """Text to read."""
    return _label("kiosk-body", centred)


def note(centred: bool = False) -> QLabel:
    """What may be read."""
    return _label("kiosk-muted", centred)


def status(centred: bool = False) -> QLabel:
    """A short message whose tone is its colour too."""
    return _label("kiosk-status", centred)


def _label(role: str, centred: bool) -> QLabel:
    made = label("", role, wrap=True)
    if centred:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


class KioskButton(QPushButton):
    """A button for a finger: 72 px high, its words and perhaps a glyph before them."""

    def __init__(self, tokens: Tokens, role: str = "", icon: str = "") -> None:
        super().__init__()
        self._tokens = tokens
        self._icon_name = icon
        self._role = role
        self.setProperty("target", "kiosk")
        if role:
            self.setProperty("role", role)
        self.setIconSize(QSize(34, 24))
        self._least_width = 200
        self._words = ""
        self._shortens = False
        self.setProperty("glyph", "yes" if icon else "no")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(True)
        self._draw()

    def at_least(self, width: int) -> None:
        """Be so wide, whatever the words: the style sheet overrules a widget's own minimum."""
        self._least_width = width
        self.updateGeometry()

    def shorten(self) -> None:
        """Shorten words that a study chose where there is no room; the tooltip has all of them."""
        self._shortens = True

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._least_width), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(self._least_width, hint.height()) if self._shortens else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shortens:
            room = self.width() - _AROUND_WORDS
            fitting = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
            self.setText(fitting.replace("&", "&&"))
            self.setToolTip(self._words if fitting != self._words else "")

    def say(self, words: str) -> None:
        """Show these words; none: be gone."""
        self.setVisible(bool(words))
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def show_icon(self, name: str) -> None:
        """Have this glyph before the words."""
        if name != self._icon_name:
            self._icon_name = name
            self._draw()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw()

    def _draw(self) -> None:
        if not self._icon_name:
            self.setIcon(QIcon())
            return
        ink = {
            "primary": self._tokens.on_accent,
            "record": self._tokens.on_rec,
            "danger": self._tokens.danger,
        }
        colour = ink.get(self._role, self._tokens.text)
        made = QIcon()
        for mode, each in (
            (QIcon.Mode.Normal, colour),
            (QIcon.Mode.Disabled, self._tokens.muted),
        ):
            for scale in (1, 2):
                made.addPixmap(_with_room(self._icon_name, each, scale), mode)
        self.setIcon(made)


def _with_room(name: str, colour: str, scale: int) -> QPixmap:
    # Style sheets know no space between glyph and words, so the glyph brings some.
    made = QPixmap(QSize(34, 24) * scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icons.paint(painter, name, colour, QRectF(0, 0, made.height(), made.height()))
    painter.end()
    return made


class TickBox(QCheckBox):
    """A large box with a tick and a sentence; the sentence ticks it as well."""

    _BOX = 40
    _BETWEEN = 18

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._words = ""
        self.setMinimumHeight(BUTTON_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str) -> None:
        """Show this sentence."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, max(BUTTON_PX, self.heightForWidth(max(480, self.width()))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, max(80, width - self._BOX - self._BETWEEN - 16), 2000)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        bounds = QFontMetricsF(self._font()).boundingRect(room, wrapped, self._words)
        return max(BUTTON_PX, round(bounds.height()) + 16)

    def hitButton(self, _pos: QPoint) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - self._BOX - 4 if mirrored else 4
        box = QRectF(left, (self.height() - self._BOX) / 2, self._BOX, self._BOX)
        self._paint_box(painter, box)
        ink = self._tokens.text if self.isEnabled() else self._tokens.muted
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        indent = self._BOX + self._BETWEEN + 4
        area = QRectF(0 if mirrored else indent, 0, self.width() - indent - 4, self.height())
        # Where pages begin at the right, the painter has left and right changed already.
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        flags = int(side) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(area, flags, self._words)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._tokens
        ticked = self.isChecked()
        edge = tokens.accent if ticked else tokens.strong
        if not self.isEnabled():
            edge = tokens.border
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(tokens.accent if ticked else tokens.surface))
        painter.drawRoundedRect(box, 9, 9)
        if ticked:
            icons.paint(painter, "check", tokens.on_accent, box.adjusted(7, 7, -7, -7))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 4))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 11, 11)

    def _font(self) -> QFont:
        font = theme.body_font()
        font.setPixelSize(22)
        return font


class Card(QFrame):
    """A surface with some room around what stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "kiosk-card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 24, 28, 24)
        self.column.setSpacing(14)


class Lines(QWidget):
    """A column of glyphs with words."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._shown: tuple[CheckLine, ...] | None = None
        self._rows: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        shown, self._shown = self._shown, None
        if shown is not None:
            self.show_lines(shown)

    def show_lines(self, lines: tuple[CheckLine, ...]) -> None:
        """Show these, in this order."""
        if lines == self._shown:
            return
        if self._shown is None or len(self._shown) != len(lines):
            self._make(len(lines))
        self._shown = lines
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line, self._tokens)

    def _make(self, count: int) -> None:
        for gone in self._rows:
            gone.setParent(None)
        self._rows = [_Line() for _ in range(count)]
        for row in self._rows:
            self._column.addWidget(row)


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._icon.setFixedWidth(34)
        self._words = body()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def show_line(self, line: CheckLine, tokens: Tokens) -> None:
        colour = theme.tone_colours(tokens, line.tone)[0]
        self._icon.setPixmap(icons.pixmap(line.icon, colour, 26, self.devicePixelRatioF()))
        self._words.setText(line.text)


__all__ = [
    "BUTTON_PX",
    "COLUMN_PX",
    "GAP_PX",
    "Card",
    "KioskButton",
    "Lines",
    "TickBox",
    "body",
    "heading",
    "note",
    "set_property",
    "status",
    "title",
]
