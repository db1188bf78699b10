"""The row under the picture: record, mark and pause, and how loud it is.

It draws the buttons and gives up words where there is no room for them. It decides nothing.
"""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui import icons, texts
from desktop.ui.hold_button import HoldButton
from desktop.ui.meter import LevelMeter
from desktop.ui.theme import Tokens
from desktop.ui.views import RecordView
from desktop.ui.words import tr

_GAP, _CLOSE_GAP = 12, 4


class Controls(QHBoxLayout):
    """The row, as a layout: what is in it stands on the window itself."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._record: RecordView | None = None
        self.record_button = HoldButton(tr(texts.RECORD_MNEMONIC))
        self.record_button.setProperty("role", "record")
        self.record_button.setIconSize(icons.BUTTON_ICON)
        self.mark_button = _button(texts.MARK_MNEMONIC, texts.MARK, texts.MARK_HINT)
        self.pause_button = _button(texts.PAUSE_MNEMONIC, texts.PAUSE, texts.PAUSE_HINT)
        self.meter = LevelMeter(tokens)
        self.addWidget(self.record_button)
        self.addWidget(self.mark_button)
        self.addWidget(self.pause_button)
        self.addStretch(1)
        self.addWidget(self.meter)
        self._draw_icons()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in here, in order."""
        return self.record_button, self.mark_button, self.pause_button

    def show_record(self, view: RecordView) -> None:
        """Show what the big button does now. The words may be longer: `fit` the row afterwards."""
        self._record = view
        self.record_button.set_guarded(view.guarded)
        self.record_button.set_words(view.label)
        self.record_button.setAccessibleName(view.spoken)
        self.record_button.setToolTip(view.hint)
        self.record_button.setEnabled(view.enabled)
        self._draw_record_icon(view)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        self.meter.set_tokens(tokens)
        self._draw_icons()
        if self._record is not None:
            self._draw_record_icon(self._record)

    def fit(self, room: int) -> None:
        """Give up words where a language needs more than this width; names and hints stay."""
        self.pause_button.setText(tr(texts.PAUSE_MNEMONIC))
        self.mark_button.setText(tr(texts.MARK_MNEMONIC))
        for button in (self.pause_button, self.mark_button):
            if self._width(_CLOSE_GAP) > room:
                button.setText("")
        fits = self._width(_GAP) <= room
        self.setSpacing(_GAP if fits else _CLOSE_GAP)

    def _width(self, gap: int) -> int:
        widths = [max(each.sizeHint().width(), each.minimumWidth()) for each in self.tab_stops]
        # The stretch before the meter has a gap on both of its sides.
        return sum(widths) + self.meter.minimumSizeHint().width() + 4 * gap

    def _draw_record_icon(self, view: RecordView) -> None:
        self.record_button.setIcon(
            icons.button_icon(view.icon, self._tokens.on_rec, disabled=self._tokens.muted)
        )

    def _draw_icons(self) -> None:
        text, disabled = self._tokens.text, self._tokens.disabled
        self.mark_button.setIcon(icons.button_icon("flag", text, disabled))
        self.pause_button.setIcon(icons.button_icon("pause", text, disabled))


def _button(words: str, spoken: str, hint: str) -> QPushButton:
    button = QPushButton(tr(words))
    button.setProperty("target", "lg")
    button.setIconSize(icons.BUTTON_ICON)
    button.setAccessibleName(tr(spoken))
    button.setToolTip(tr(hint))
    return button
