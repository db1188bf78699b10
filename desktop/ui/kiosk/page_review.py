"""The page after a recording: it plays at once, and says what the check found.

Neither keeping nor recording again is what Enter does: both are chosen. It decides nothing.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.kiosk import steps
from desktop.ui import amounts
from desktop.ui.kiosk import texts, wishes
from desktop.ui.kiosk.page import Page, column, footer
from desktop.ui.kiosk.painted import Bar
from desktop.ui.kiosk.parts import KioskButton, Lines, heading
from desktop.ui.kiosk.views import CheckLine, ReviewView
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

_LOOK_MS = 200


class Player(Protocol):
    """The review player, as far as this page knows it."""

    first_frame: SignalInstance
    ended: SignalInstance
    failed: SignalInstance

    def open(self, files: Sequence[Path]) -> None: ...
    def play(self) -> None: ...
    def pause(self) -> None: ...
    def seek(self, at_s: float) -> None: ...
    def close_media(self) -> None: ...
    @property
    def duration_s(self) -> float: ...
    @property
    def position_s(self) -> float: ...


MakePlayer = Callable[[], QWidget]
"""Makes a widget that is a `Player` too."""


class ReviewPage(Page):
    """The player, its bar, what was found, and three buttons."""

    def __init__(self, tokens: Tokens, make_player: MakePlayer) -> None:
        super().__init__(tokens)
        self._view: ReviewView | None = None
        self._playing = False
        self._is_over = False
        self._title = heading(centred=True)
        self._found = Lines(tokens)
        self.widget = make_player()
        self.player: Player = self.widget  # type: ignore[assignment]  # it is both
        self._at, self._length = QLabel(), QLabel()
        for each in (self._at, self._length):
            each.setProperty("role", "kiosk-muted")
        self.bar = Bar(tokens, draggable=True)
        self.bar.setAccessibleName(tr(texts.PLAYED))
        self.bar.dragged.connect(self._seek)
        self.redo = KioskButton(tokens, "", "retry")
        self.wish_on(self.redo, steps.RedoTake())
        self.pause = KioskButton(tokens, "", "pause")
        self.pause.clicked.connect(self._toggle)
        self.keep = KioskButton(tokens, "primary", "check")
        self.wish_on(self.keep, steps.KeepTake())
        for button in (self.redo, self.keep, self.pause):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        times = QHBoxLayout()
        times.setSpacing(16)
        times.addWidget(self._at)
        times.addWidget(self.bar, 1)
        times.addWidget(self._length)
        content = column(10)
        content.setAlignment(Qt.AlignmentFlag(0))
        content.addWidget(self._title)
        content.addWidget(self.widget, 1)
        content.addLayout(times)
        content.addWidget(self._found)
        content.addLayout(footer(self.redo, right=(self.pause, self.keep)))
        self.in_column(content, fills=True)

    def _connect(self) -> None:
        self.player.first_frame.connect(lambda: self.asked.emit(wishes.PlaybackBegan()))
        self.player.ended.connect(self._end)
        self.player.failed.connect(lambda why: self.asked.emit(wishes.PlaybackFailed(why)))
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_time)

    def show_view(self, view: ReviewView) -> None:
        opened = self._view is None or view.files != self._view.files
        self._view = view
        self._title.setText(view.title)
        lines = tuple(CheckLine(view.icon, view.tone, each) for each in view.findings)
        self._found.setVisible(bool(lines))
        self._found.show_lines(lines)
        self.redo.say(view.redo)
        self.redo.setEnabled(view.can_redo)
        self.keep.say(view.keep)
        self.keep.setEnabled(view.can_keep)
        if opened and view.files:
            self.player.open(view.files)
            self._play()
        self._say_pause()

    def appear(self) -> None:
        self.pause.setFocus()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        if self._view is not None and self._view.files:
            self._playing = False
            self.player.close_media()
        self._view = None
        super().hideEvent(event)

    def _play(self) -> None:
        self._playing, self._is_over = True, False
        self.player.play()

    def _toggle(self) -> None:
        if self._playing:
            self._playing = False
            self.player.pause()
        else:
            if self._is_over:
                self.player.seek(0.0)
            self._play()
        self._say_pause()

    def _seek(self, share: float) -> None:
        self._is_over = False
        self.player.seek(share * self.player.duration_s)
        self._show_time()

    def _end(self) -> None:
        self._playing, self._is_over = False, True
        self._say_pause()
        self._show_time()

    def _say_pause(self) -> None:
        words = texts.PAUSE_PLAYING if self._playing else texts.PLAY
        if self._is_over:
            words = texts.PLAY_AGAIN
        self.pause.say(tr(words))
        self.pause.show_icon("pause" if self._playing else "play")

    def _show_time(self) -> None:
        length_s = self.player.duration_s
        at_s = length_s if self._is_over else min(self.player.position_s, length_s)
        self._at.setText(amounts.short_length(at_s))
        self._length.setText(amounts.short_length(length_s))
        self.bar.show_share(at_s / length_s if length_s > 0 else 0.0)
