"""The window in which staff play a recording: the picture, a bar, play and pause.

It shows what it is told to open, and closes the files when it is closed.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import amounts, icons, theme
from desktop.ui import review_texts as texts
from desktop.ui.cards import label
from desktop.ui.review_player import ReviewPlayer
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

STEP_S = 5.0
_PAGE_S = 30.0
_LOOK_EVERY_MS = 100
_SIZE = (920, 640)


class ReviewDialog(QDialog):
    """One for all recordings: `review` opens the next one in it."""

    closed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setWindowTitle(tr(texts.TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.player = ReviewPlayer(tokens, self)
        self.title = label(role="title")
        self.note = label(role="muted", wrap=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr(texts.POSITION))
        self.slider.setSingleStep(round(STEP_S * 1000))
        self.slider.setPageStep(round(_PAGE_S * 1000))
        self.time = QLabel()
        self.time.setFont(theme.figures_font(theme.BODY_PX))
        self.time.setAccessibleName(tr(texts.POSITION))
        self.play_button = self._button(texts.PLAY_MNEMONIC, texts.PLAY, "primary")
        self.play_button.setToolTip(tr(texts.PLAY_HINT))
        self.close_button = self._button(texts.CLOSE_MNEMONIC, texts.CLOSE, "")
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._lay_out()
        self._connect()

    def _button(self, words: str, name: str, role: str) -> QPushButton:
        made = QPushButton(tr(words))
        made.setAccessibleName(tr(name))
        made.setAutoDefault(False)
        made.setIconSize(icons.BUTTON_ICON)
        if role:
            made.setProperty("role", role)
        return made

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.play_button)
        bar.addWidget(self.slider, 1)
        bar.addWidget(self.time)
        bar.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.player, 1)
        column.addWidget(self.note)
        column.addLayout(bar)
        # The button's words change while its place must not.
        self.play_button.setMinimumSize(QSize(104, 0))

    def _connect(self) -> None:
        self.play_button.clicked.connect(self.toggle)
        self.close_button.clicked.connect(self.close)
        self.slider.sliderMoved.connect(self._drag)
        self.slider.actionTriggered.connect(self._slide)
        self.player.changed.connect(self._show_state)
        self.player.failed.connect(self._fail)
        self._looking.timeout.connect(self._show_state)
        self.finished.connect(self._let_go)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.player.set_tokens(tokens)
        self._show_state()

    def review(self, title: str, files: Sequence[Path]) -> None:
        """Play these segments under this title, from the beginning."""
        self.title.setText(title)
        self.note.hide()
        for each in (self.play_button, self.slider):
            each.setEnabled(True)
        self.show()
        self.raise_()
        self.activateWindow()
        self.player.open(files)
        self.player.play()
        self.play_button.setFocus()
        self._looking.start()
        self._show_state()

    def toggle(self) -> None:
        """Play where it stands still, and the other way round."""
        if self.player.is_playing:
            self.player.pause()
        else:
            self.player.play()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -STEP_S, Qt.Key.Key_Right: STEP_S}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key in steps:
            way = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
            self.player.seek(self.player.position_s + way * steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.player.seek(0.0 if key == Qt.Key.Key_Home else self.player.duration_s)
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        self._looking.stop()
        self.player.close_media()
        self.closed.emit()

    def _drag(self, at_ms: int) -> None:
        self.player.seek(at_ms / 1000)

    def _slide(self, _action: int) -> None:
        # By key, or by a click beside the handle: the slider has moved, its value has not.
        if not self.slider.isSliderDown():
            self.player.seek(self.slider.sliderPosition() / 1000)

    def _fail(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()
        for each in (self.play_button, self.slider):
            each.setEnabled(False)

    def _show_state(self) -> None:
        playing = self.player.is_playing
        ink = self._tokens.on_accent
        self.play_button.setIcon(
            icons.button_icon("pause" if playing else "play", ink, self._tokens.muted)
        )
        self.play_button.setText(tr(texts.PAUSE_MNEMONIC if playing else texts.PLAY_MNEMONIC))
        self.play_button.setAccessibleName(tr(texts.PAUSE if playing else texts.PLAY))
        position_s, duration_s = self.player.position_s, self.player.duration_s
        self.slider.setMaximum(round(duration_s * 1000))
        if not self.slider.isSliderDown():
            self.slider.setValue(round(position_s * 1000))
        spoken = tr(texts.POSITION_OF).format(
            position=amounts.short_length(position_s), length=amounts.short_length(duration_s)
        )
        self.time.setText(spoken)
        self.slider.setAccessibleDescription(spoken)
        if self.player.is_silent and not self.note.isVisible():
            self.note.setText(tr(texts.SILENT))
            self.note.show()
