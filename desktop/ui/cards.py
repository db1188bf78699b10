"""The window's smaller parts: labels, the status pill, and the cards of the right column.

Each paints one value of `views.py`. None of them knows the station.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, sending_texts, texts, theme
from desktop.ui.theme import Tokens
from desktop.ui.views import Pill, ToSendView
from desktop.ui.words import is_right_to_left, tr

_BUTTON_GAP = 8


def label(text: str = "", role: str = "", wrap: bool = False) -> QLabel:
    """A label in one of the style sheet's roles."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    _begin_where_pages_begin(made)
    return made


def _begin_where_pages_begin(made: QLabel) -> None:
    """From right to left Qt asks the words, and a name or a number in Latin letters stands left."""
    if is_right_to_left():
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Change a property that the style sheet looks at, and look again if it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    app = QApplication.instance()
    if not isinstance(app, QApplication) or not app.styleSheet():
        # Nobody has looked yet, and Qt need not tell Python about its style.
        return
    for each in (widget, *widget.findChildren(QWidget)):
        each.style().unpolish(each)
        each.style().polish(each)


class Elided(QLabel):
    """A line of text that shortens itself where there is no room, and says all in its tooltip."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        _begin_where_pages_begin(self)

    def show_text(self, text: str) -> None:
        self._full = text
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def _fit(self) -> None:
        fitting = self.fontMetrics().elidedText(
            self._full, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(fitting)
        self.setToolTip(self._full if fitting != self._full else "")
        self.setAccessibleName(self._full)


class StatusPill(QFrame):
    """The whole queue in a few words, top right."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._view: Pill | None = None
        self.setProperty("role", "pill")
        self.setFixedHeight(30)
        self._icon = QLabel()
        self._text = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._repaint()

    def show_view(self, view: Pill) -> None:
        if view == self._view:
            return
        self._view = view
        self._repaint()

    def _repaint(self) -> None:
        view = self._view
        if view is None:
            return
        set_property(self, "tone", view.tone)
        colour = theme.tone_colours(self._tokens, view.tone)[0]
        self._icon.setPixmap(icons.pixmap(view.icon, colour, 16, self.devicePixelRatioF()))
        self._text.setText(view.text)
        self.setToolTip(view.tooltip)
        self.setAccessibleName(view.text)
        self.setAccessibleDescription(view.tooltip)


def carded(table: QWidget) -> QFrame:
    """A table in a box, whose round corners it leaves free."""
    box = QFrame()
    box.setProperty("role", "card")
    inside = QVBoxLayout(box)
    inside.setContentsMargins(4, 6, 4, 6)
    inside.addWidget(table)
    return box


class Card(QFrame):
    """A titled box. `row` holds the title; what stands right of it is added by the card."""

    def __init__(self, title: str, icon: str, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._icon_name = icon
        self.setProperty("role", "card")
        # As high as its sentences need at this width; what is left over is for the stretch below.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._icon = QLabel()
        self.title = label(title, "title")
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addWidget(self._icon)
        self.row.addWidget(self.title)
        self.row.addStretch(1)
        self.body = QVBoxLayout(self)
        self.body.setSpacing(4)
        self.body.addLayout(self.row)
        self.set_low(False)
        self._draw_icon()

    def set_low(self, low: bool) -> None:
        """Give up some air where the window is low."""
        self.body.setContentsMargins(16, 8 if low else 10, 16, 10 if low else 12)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw_icon()

    def _draw_icon(self) -> None:
        colour = self._tokens.muted
        self._icon.setPixmap(icons.pixmap(self._icon_name, colour, 18, self.devicePixelRatioF()))


class ToSendCard(Card):
    """What waits to be sent, and why."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tr(texts.TO_SEND), "upload", tokens)
        self._headline = label(role="headline")
        self._sentence = label(role="muted", wrap=True)
        self.button = QPushButton(tr(texts.TRY_NOW_MNEMONIC))
        self.button.setAccessibleName(tr(texts.TRY_NOW))
        self.button.setToolTip(tr(texts.TRY_NOW_HINT))
        self.button.setIconSize(icons.BUTTON_ICON)
        self.pause_button = QPushButton(tr(sending_texts.PAUSE_SENDING_MNEMONIC))
        self.pause_button.setAccessibleName(tr(sending_texts.PAUSE_SENDING))
        self.pause_button.setToolTip(tr(sending_texts.PAUSE_SENDING_HINT))
        self.resume_button = QPushButton(tr(sending_texts.RESUME_SENDING_MNEMONIC))
        self.resume_button.setAccessibleName(tr(sending_texts.RESUME_SENDING))
        self.resume_button.setToolTip(tr(sending_texts.RESUME_SENDING_HINT))
        self.row.addWidget(self._headline)
        self.body.addWidget(self._sentence)
        self.body.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.setSpacing(_BUTTON_GAP)
        for button in (self.button, self.pause_button, self.resume_button):
            buttons.addWidget(button, 1)
        self.body.addLayout(buttons)
        self._width = 0
        self._draw_icon()

    def fit(self, width: int) -> None:
        """Be no wider than so many pixels: a button gives up its words, name and hint stay."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        margins = self.body.contentsMargins()
        room = self._width - margins.left() - margins.right() + _BUTTON_GAP
        buttons = (self.button, self.pause_button, self.resume_button)
        shown = [each for each in buttons if not each.isHidden()]
        self.button.setText(tr(texts.TRY_NOW_MNEMONIC))
        if sum(each.sizeHint().width() + _BUTTON_GAP for each in shown) > room:
            self.button.setText("")

    def show_view(self, view: ToSendView) -> None:
        self._headline.setText(view.headline)
        self._sentence.setText(view.sentence)
        self.button.setVisible(view.can_try)
        self.pause_button.setVisible(view.can_pause)
        self.resume_button.setVisible(view.can_resume)
        self._fit()

    def _draw_icon(self) -> None:
        super()._draw_icon()
        if hasattr(self, "button"):
            self.button.setIcon(
                icons.button_icon("retry", self._tokens.text, self._tokens.disabled)
            )
