"""What the pages of the first start share: a page's head, a card, a line with a tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
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
from desktop.ui.theme import Tokens
from desktop.ui.views import Tone
from desktop.ui.words import tr

_ICON_PX = 22
_TONE_ICONS: dict[Tone, str] = {
    "ok": "check",
    "info": "info",
    "warn": "warning",
    "danger": "warning",
    "muted": "info",
    "recording": "record",
}


def page_column(page: QWidget, title: str, intro: str) -> QVBoxLayout:
    """The page's layout with its title and its first sentence in it."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.M)
    column.addWidget(label(tr(title), "page"))
    column.addWidget(label(tr(intro), "muted", wrap=True))
    column.addSpacing(theme.XS)
    return column


def card(*, spacing: int = theme.M) -> tuple[QFrame, QVBoxLayout]:
    """A box, and the layout that its content goes into."""
    box = QFrame()
    box.setProperty("role", "card")
    body = QVBoxLayout(box)
    body.setContentsMargins(20, theme.L, 20, theme.L)
    body.setSpacing(spacing)
    return box, body


def button(mnemonic: str, name: str = "", role: str = "") -> QPushButton:
    """A button; `name` is what a screen reader says where that is more than its words."""
    made = QPushButton(tr(mnemonic))
    made.setAccessibleName(tr(name) if name else tr(mnemonic).replace("&", ""))
    made.setAutoDefault(False)
    if role:
        made.setProperty("role", role)
    return made


class Result(QFrame):
    """How something went: an icon, a title and a sentence; hidden while there is nothing to say."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._tone: Tone = "muted"
        self.setProperty("role", "banner")
        self._icon = QLabel()
        self._icon.setFixedWidth(_ICON_PX + theme.XS)
        self._title = label(role="strong", wrap=True)
        self._sentence = label(wrap=True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        row.setSpacing(theme.M)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def say(self, title: str, sentence: str, tone: Tone) -> None:
        """Show this; two empty texts hide it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._sentence.setText(sentence)
        self._tone = tone
        set_property(self, "tone", tone)
        self.setAccessibleName(" ".join(each for each in (title, sentence) if each))
        self.setVisible(bool(title or sentence))
        self._draw()

    @property
    def text(self) -> str:
        """All that it says."""
        return self.accessibleName()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._draw()

    def _draw(self) -> None:
        colour = theme.tone_colours(self._tokens, self._tone)[0]
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icons.pixmap(_TONE_ICONS[self._tone], colour, _ICON_PX, ratio))
