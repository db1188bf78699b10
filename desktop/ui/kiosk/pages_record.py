"""The pages with the live picture: instructions and device check, countdown, recording.

They show their view and emit wishes. No page opens a device: the picture comes from a reader.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from desktop.kiosk import steps
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.page import Page, column, footer
from desktop.ui.kiosk.painted import GuidedPicture, LevelBar
from desktop.ui.kiosk.parts import (
    COLUMN_PX,
    GAP_PX,
    Card,
    KioskButton,
    Lines,
    body,
    heading,
    note,
    set_property,
    status,
    title,
)
from desktop.ui.kiosk.views import CountdownView, PromptView, RecordView
from desktop.ui.ports import PreviewReader
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

Reader = Callable[[], PreviewReader | None]
_PICTURE_LEAST = (400, 240)
_RECORD_COLUMN_PX = 1400
_ANY_HEIGHT = 16_777_215
"""Qt's own greatest size."""
LARGE_PASSAGE_MOST = 360
"""So many characters can be read aloud from a chair without coming near the screen."""


class PromptPage(Page):
    """What to do, the live picture, and what camera and microphone give."""

    def __init__(self, tokens: Tokens, reader: Reader, mirrored: bool) -> None:
        super().__init__(tokens)
        self._title = title()
        self._text = body()
        self.picture = GuidedPicture(tokens, reader, mirrored)
        self.picture.setMinimumSize(*_PICTURE_LEAST)
        self._heading = heading()
        self.lines = Lines(tokens)
        self.level = LevelBar(tokens)
        self._level_words = status()
        self._note = note()
        self.back = KioskButton(tokens)
        self.wish_on(self.back, steps.GoBack())
        self.go_on = KioskButton(tokens, "primary")
        self.wish_on(self.go_on, steps.GoOn())
        content = column(14)
        content.setAlignment(Qt.AlignmentFlag(0))
        content.addWidget(self._title)
        content.addWidget(self._text)
        content.addSpacing(6)
        content.addLayout(self._middle(), 1)
        content.addLayout(footer(self.back, right=(self.go_on,)))
        self.in_column(content, COLUMN_PX + 120, fills=True)

    def _middle(self) -> QHBoxLayout:
        card = Card()
        card.setMinimumWidth(320)
        for each in (self._heading, self.lines, self.level, self._level_words):
            card.column.addWidget(each)
        card.column.addStretch(1)
        card.column.addWidget(self._note)
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addWidget(self.picture, 8)
        row.addWidget(card, 5)
        return row

    def show_view(self, view: PromptView) -> None:
        self._title.setText(view.title)
        _say(self._text, view.text)
        _say(self._heading, view.heading)
        self.lines.show_lines(view.lines)
        self.level.show_view(view.level, tr(texts.MICROPHONE_LEVEL))
        self._level_words.setText(view.level.words)
        set_property(self._level_words, "tone", view.level.tone)
        _say(self._note, view.note)
        self.picture.show_view(view.preview)
        self.picture.show_guide(view.guide)
        self.back.say(view.back)
        self.go_on.say(view.go_on)
        self.go_on.setEnabled(view.can_go_on)

    def appear(self) -> None:
        self.go_on.setFocus()


class CountdownPage(Page):
    """One large figure, and the way out."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._title = heading(centred=True)
        self._figure = QLabel()
        self._figure.setProperty("role", "kiosk-countdown")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = body(centred=True)
        self.cancel = KioskButton(tokens)
        self.cancel.say(tr(texts.CANCEL))
        self.wish_on(self.cancel, steps.GoBack())
        content = QVBoxLayout()
        content.setSpacing(18)
        content.addWidget(self._title)
        content.addWidget(self._figure)
        content.addWidget(self._sentence)
        content.addSpacing(12)
        content.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.in_column(content, 760)

    def show_view(self, view: CountdownView) -> None:
        self._title.setText(view.title)
        self._figure.setText(view.figure)
        self._figure.setVisible(bool(view.figure))
        self._sentence.setText(view.sentence)
        self.cancel.setVisible(view.can_cancel)

    def appear(self) -> None:
        self.cancel.setFocus()


class RecordPage(Page):
    """The recording that runs: what to do, the picture in its red frame, the time, one button."""

    def __init__(self, tokens: Tokens, reader: Reader, mirrored: bool) -> None:
        super().__init__(tokens)
        self._text = heading(centred=True)
        self.picture = GuidedPicture(tokens, reader, mirrored)
        self._passage = body()
        self._passage.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._passage_card = Card()
        self._passage_card.column.addWidget(self._passage, 1)
        self._left = QLabel()
        self._left.setProperty("role", "kiosk-heading")
        self._left.setMinimumWidth(230)
        self.level = LevelBar(tokens)
        self._note = status(centred=True)
        self.stop = KioskButton(tokens, "record", "stop")
        self.wish_on(self.stop, steps.StopNow())
        level = QVBoxLayout()
        level.setSpacing(2)
        level.addStretch(1)
        level.addWidget(self.level)
        level.addWidget(self._note)
        level.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(GAP_PX)
        below.addWidget(self._left)
        below.addLayout(level, 1)
        below.addWidget(self.stop)
        content = column(14)
        content.setAlignment(Qt.AlignmentFlag(0))
        content.addWidget(self._text)
        beside = QHBoxLayout()
        beside.setSpacing(GAP_PX)
        beside.addWidget(self._passage_card, 1)
        beside.addWidget(self.picture, 1)
        content.addLayout(beside, 1)
        content.addLayout(below)
        self.in_column(content, _RECORD_COLUMN_PX, fills=True)

    def show_view(self, view: RecordView) -> None:
        self._text.setText(view.text)
        self._passage.setText(view.passage)
        large = len(view.passage) <= LARGE_PASSAGE_MOST
        set_property(self._passage, "role", "kiosk-passage" if large else "kiosk-body")
        self._passage_card.setVisible(bool(view.passage))
        self._fit_picture(is_beside=bool(view.passage))
        self.picture.show_view(view.preview)
        self.picture.show_guide(view.guide)
        self._left.setText(view.left)
        self.level.show_view(view.level, tr(texts.MICROPHONE_LEVEL))
        self._note.setText(view.note or view.level.words)
        set_property(self._note, "tone", view.note_tone if view.note else view.level.tone)
        self.stop.say(view.stop)
        self.stop.setEnabled(view.can_stop)

    def appear(self) -> None:
        self.stop.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_picture(is_beside=not self._passage_card.isHidden())

    def _fit_picture(self, *, is_beside: bool) -> None:
        """Beside a text the picture is half as wide, and as high as that makes it."""
        half = (min(self.width(), _RECORD_COLUMN_PX) - GAP_PX) // 2
        self.picture.setMaximumHeight(half * 9 // 16 if is_beside else _ANY_HEIGHT)


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
