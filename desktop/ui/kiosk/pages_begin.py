"""The pages before anything is recorded: welcome, consent, the participant's number.

They show their view and emit wishes. They must not decide whether somebody may go on.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.kiosk import steps
from desktop.ui.kiosk import texts
from desktop.ui.kiosk.keypad import Keypad
from desktop.ui.kiosk.page import Page, column, footer
from desktop.ui.kiosk.parts import (
    Card,
    KioskButton,
    TickBox,
    body,
    note,
    set_property,
    status,
    title,
)
from desktop.ui.kiosk.views import ConsentView, NumberView, WelcomeView
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

_NARROW_PX = 760
_NUMBER_PX = 840
"""Room for ten keys beside each other."""


class WelcomePage(Page):
    """What comes, how long it takes, and one button."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._title = title()
        self._card = Card()
        self._sentences: list[QLabel] = []
        self._shown_languages: object = ((), "")
        self.languages: dict[str, KioskButton] = {}
        self._row = QHBoxLayout()
        self._row.setSpacing(20)
        self._row.addStretch(1)
        self.start = KioskButton(tokens, "primary")
        self.wish_on(self.start, steps.GoOn())
        content = column(28)
        content.addWidget(self._title)
        content.addLayout(self._row)
        content.addWidget(self._card)
        content.addLayout(footer(right=(self.start,)))
        self.in_column(content, _NARROW_PX + 80)

    def show_view(self, view: WelcomeView) -> None:
        self._title.setText(view.title)
        self._show_languages(view)
        self.start.say(view.start)
        while len(self._sentences) < len(view.sentences):
            made = body()
            self._sentences.append(made)
            self._card.column.addWidget(made)
        for number, each in enumerate(self._sentences):
            each.setVisible(number < len(view.sentences))
            each.setText(view.sentences[number] if number < len(view.sentences) else "")
        self._card.setVisible(bool(view.sentences))

    def _show_languages(self, view: WelcomeView) -> None:
        """A button for each, in its own words; the one that is shown has a tick."""
        shown = (view.languages, view.language)
        if shown == self._shown_languages:
            return
        self._shown_languages = shown
        for button in self.languages.values():
            self._row.removeWidget(button)
            button.deleteLater()
        self.languages = {
            code: self._language(code, name, is_shown=code == view.language)
            for code, name in view.languages
        }
        for number, button in enumerate(self.languages.values()):
            self._row.insertWidget(number, button)

    def _language(self, code: str, name: str, *, is_shown: bool) -> KioskButton:
        made = KioskButton(self.tokens, icon="check" if is_shown else "")
        made.setCheckable(True)
        made.setChecked(is_shown)
        made.setAutoExclusive(True)
        made.setAutoDefault(False)
        made.say(name)
        self.wish_on(made, steps.ChooseLanguage(code))
        return made

    def appear(self) -> None:
        self.start.setFocus()


class ConsentPage(Page):
    """The consent text to scroll, a box to tick, and two ways on."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._paragraphs: tuple[str, ...] = ()
        self._told_end = False
        self._title = title()
        self._text = body()
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.reading = _reading_area(self._text)
        self.reading.verticalScrollBar().valueChanged.connect(self._look_for_end)
        self.tick = TickBox(tokens)
        self.tick.clicked.connect(lambda ticked: self.asked.emit(steps.Agree(ticked)))
        self._hint = note()
        self.decline = KioskButton(tokens)
        self.decline.say(tr(texts.NO_THANK_YOU))
        self.wish_on(self.decline, steps.Decline())
        self.go_on = KioskButton(tokens, "primary")
        self.go_on.say(tr(texts.CONTINUE))
        self.wish_on(self.go_on, steps.GoOn())
        content = column(14)
        content.setAlignment(Qt.AlignmentFlag(0))
        content.addWidget(self._title)
        content.addWidget(self.reading, 1)
        content.addWidget(self.tick)
        content.addWidget(self._hint)
        content.addLayout(footer(self.decline, right=(self.go_on,)))
        self.in_column(content, fills=True)

    def show_view(self, view: ConsentView) -> None:
        self._title.setText(view.title)
        if view.paragraphs != self._paragraphs:
            self._paragraphs = view.paragraphs
            self._told_end = False
            self._text.setText("\n\n".join(view.paragraphs))
            self.reading.verticalScrollBar().setValue(0)
        self.tick.say(view.agree)
        self.tick.setChecked(view.agreed)
        self.tick.setEnabled(not view.hint)
        self._hint.setText(view.hint)
        self.go_on.setEnabled(view.agreed)
        QTimer.singleShot(0, self, self._look_for_end)

    def appear(self) -> None:
        self.reading.verticalScrollBar().setValue(0)
        self._told_end = False
        self.reading.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look_for_end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._look_for_end)

    def _look_for_end(self) -> None:
        bar = self.reading.verticalScrollBar()
        if self.isVisible() and not self._told_end and bar.value() >= bar.maximum() - 4:
            self._told_end = True
            self.asked.emit(steps.ReadToEnd())


def _reading_area(text: QLabel) -> QScrollArea:
    card = QWidget()
    card.setObjectName("column")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(28, 22, 28, 22)
    inside.addWidget(text)
    inside.addStretch(1)
    area = QScrollArea()
    area.setProperty("role", "reading")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr(texts.CONSENT_TEXT))
    area.setWidget(card)
    area.setMinimumHeight(120)
    return area


class NumberPage(Page):
    """The number that the participant was given, by keyboard or keypad."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._title = title()
        self._sentence = note()
        self.line = QLineEdit()
        self.line.setProperty("target", "kiosk")
        self.line.setAccessibleName(tr(texts.NUMBER_TITLE))
        self.line.textEdited.connect(lambda text: self.asked.emit(steps.EnterNumber(text)))
        self.line.returnPressed.connect(self._go_on)
        self._message = status()
        self.keypad = Keypad(tokens)
        self.keypad.typed.connect(self._type)
        self.keypad.erased.connect(self._erase)
        self.back = KioskButton(tokens)
        self.back.say(tr(texts.BACK))
        self.wish_on(self.back, steps.GoBack())
        self.go_on = KioskButton(tokens, "primary")
        self.go_on.say(tr(texts.CONTINUE))
        self.wish_on(self.go_on, steps.GoOn())
        content = column(12)
        for each in (self._title, self._sentence, self.line, self._message, self.keypad):
            content.addWidget(each)
        content.addLayout(footer(self.back, right=(self.go_on,)))
        self.in_column(content, _NUMBER_PX)

    def show_view(self, view: NumberView) -> None:
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self.line.setMaxLength(view.longest)
        self._message.setText(view.message or " ")
        set_property(self._message, "tone", view.tone)
        self.keypad.show_keys(view.keys)
        self.go_on.setEnabled(view.can_continue)

    def appear(self) -> None:
        self.line.clear()
        self.line.setFocus()

    def _type(self, key: str) -> None:
        self.line.setText((self.line.text() + key)[: self.line.maxLength()])
        self.asked.emit(steps.EnterNumber(self.line.text()))

    def _erase(self) -> None:
        self.line.setText(self.line.text()[:-1])
        self.asked.emit(steps.EnterNumber(self.line.text()))

    def _go_on(self) -> None:
        if self.go_on.isEnabled():
            self.asked.emit(steps.GoOn())
