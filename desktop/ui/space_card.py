"""How long the disk lasts, who takes what of it, and whether the trip's sessions still fit.

It paints a `SpaceView` and decides nothing.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from desktop.ui import texts
from desktop.ui.cards import Card, label
from desktop.ui.pictured import Pictured
from desktop.ui.theme import Tokens
from desktop.ui.views import SpacePart, SpaceView
from desktop.ui.words import tr

_BAR_H = 10
_GAP = 2.0


class SpaceBar(Pictured):
    """The disk as one line: our recordings, other files, and what is free."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._view = SpaceView("", "", 0, "muted")
        self.setFixedHeight(_BAR_H)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr(texts.SPACE_BAR))

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR_H)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_view(self, view: SpaceView) -> None:
        self._view = view
        self.setAccessibleDescription(view.spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        area = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(area, _BAR_H / 2, _BAR_H / 2)
        painter.setClipPath(shape)
        # Not `fillRect`: it also takes gradients, and PySide would load all of Qt's.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.track))
        painter.drawRect(area)
        left = 0.0
        for colour, share in self._filled():
            width = area.width() * share / 1000
            # A part that is there can be seen, however small.
            shown = max(width - _GAP, 2.0) if width > 0 else 0.0
            painter.setBrush(QColor(colour))
            painter.drawRect(QRectF(left, 0, shown, _BAR_H))
            left += width
        painter.end()

    def _filled(self) -> list[tuple[str, int]]:
        inks = part_colours(self._tokens, self._view)
        if not self._view.parts:
            return [(inks["others"], self._view.used)]
        return [(inks[each.kind], each.share) for each in self._view.parts if each.kind != "free"]


def part_colours(tokens: Tokens, view: SpaceView) -> dict[str, str]:
    """The colour of each part; ours takes the tone of how little is left."""
    toned = {"warn": tokens.warn, "danger": tokens.danger}
    ours = toned.get(view.tone, tokens.accent)
    return {"ours": ours, "others": tokens.strong, "free": tokens.track}


_KEYS = {"ours": "■", "others": "■", "free": "□"}


def legend(parts: Sequence[SpacePart], inks: dict[str, str], border: str) -> str:
    """A square and words for each part of the bar, as HTML that wraps between the parts only."""
    # Here, for its table of names is long and the window is painted before the disk is read.
    from html import escape

    said = []
    for part in parts:
        ink = border if part.kind == "free" else inks[part.kind]
        words = escape(part.label).replace(" ", "&nbsp;")
        said.append(f'<span style="color:{ink}">{_KEYS[part.kind]}</span>&nbsp;{words}')
    return "&ensp; ".join(said)


class SpaceCard(Card):
    """How long, or how much, still fits on the disk."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tr(texts.SPACE), "disk", tokens)
        self._view: SpaceView | None = None
        self._headline = label(role="headline")
        self.bar = SpaceBar(tokens)
        self._legend = label(role="caption", wrap=True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._sentence = label(role="muted", wrap=True)
        self._plan = label(role="muted", wrap=True)
        self.row.addWidget(self._headline)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for part in (self.bar, self._legend, self._sentence, self._plan):
            lines.addWidget(part)
        self.body.addSpacing(4)
        self.body.addLayout(lines)
        self._is_low = False

    def set_low(self, low: bool) -> None:
        super().set_low(low)
        self._is_low = low
        if hasattr(self, "_sentence"):
            self._repaint()

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self.bar.set_tokens(tokens)
        self._repaint()

    def show_view(self, view: SpaceView) -> None:
        if view != self._view:
            self._view = view
            self._repaint()

    def _repaint(self) -> None:
        view = self._view
        if view is None:
            return
        self._headline.setText(view.headline)
        self.setToolTip("\n".join(line for line in (view.sentence, view.plan) if line))
        self.bar.show_view(view)
        tokens = self._tokens
        inks = part_colours(tokens, view)
        self._legend.setText(legend(view.parts, inks, tokens.strong) if view.parts else "")
        self._legend.setAccessibleName(view.spoken)
        self._legend.setVisible(bool(view.parts))
        self._sentence.setText(view.sentence)
        self._sentence.setVisible(bool(view.sentence) and not self._is_low)
        self._plan.setText(view.plan)
        self._plan.setVisible(bool(view.plan))
