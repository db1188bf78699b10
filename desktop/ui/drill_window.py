"""The window of the fire drill: four accidents, a button for each, and what was seen.

It shows a `DrillView` and emits wishes; what runs the drill is elsewhere.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import drill_texts as texts
from desktop.ui import icons, theme
from desktop.ui.cards import label, set_property
from desktop.ui.drill_view import LOOKS, NOTHING_YET, DrillView, State
from desktop.ui.retelling import retell
from desktop.ui.scrolled import Flowing
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

_SIZE = (760, 700)
_ICON_PX = 24
_LIST_LEAST_H = 120


class AccidentRow(QFrame):
    """One accident: how it stands, what was seen last, and the button that lets it happen."""

    pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setProperty("role", "card")
        self.icon = QLabel()
        self.icon.setFixedSize(QSize(_ICON_PX, _ICON_PX))
        self.title = label(tr(texts.ACCIDENTS[name]), "title")
        self.word = label(role="status")
        self.last = label(role="muted", wrap=True)
        self.button = QPushButton(tr(texts.ACTS[name]))
        self.button.setAccessibleName(tr(texts.ACTS[name]))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.pressed)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.title)
        words.addWidget(self.word)
        words.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(words)
        column.addWidget(self.last)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self.icon)
        row.addLayout(column, 1)
        row.addWidget(self.button)

    def show_state(self, tokens: Tokens, state: State, last: str) -> None:
        """Show how it stands."""
        tone, icon = LOOKS[state]
        colour = theme.tone_colours(tokens, tone)[0]
        self.icon.setPixmap(icons.pixmap(icon, colour, _ICON_PX, self.devicePixelRatioF()))
        self.word.setText(tr(texts.STATES[state]))
        set_property(self.word, "tone", tone)
        self.last.setText(retell(last))
        self.last.setVisible(bool(last))
        is_asked = state == "asks"
        self.button.setVisible(state in ("waits", "asks"))
        self.button.setEnabled(is_asked)
        set_property(self.button, "role", "primary" if is_asked else "")
        self.setAccessibleName(f"{self.title.text()}: {self.word.text()}")
        if is_asked:
            self.button.setFocus()


class DrillWindow(QDialog):
    """Shows the drill."""

    start_pressed = Signal()
    stop_pressed = Signal()
    happen_pressed = Signal()
    """The accident that waits for a person may happen."""
    report_pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._view = NOTHING_YET
        self.setWindowTitle(tr(texts.TITLE))
        self.setModal(False)
        self.resize(*_SIZE)
        self.rows = {name: AccidentRow(name) for name in texts.ACCIDENTS}
        self.seen = QListWidget()
        self.seen.setAccessibleName(tr(texts.SEEN))
        self.seen.setMinimumHeight(_LIST_LEAST_H)
        self.seen.setWordWrap(True)
        self.seen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.verdict = label(role="status", wrap=True)
        self.start_button = _button(texts.START_MNEMONIC, texts.START)
        self.start_button.setProperty("role", "primary")
        self.stop_button = _button(texts.STOP_MNEMONIC, texts.STOP)
        self.report_button = _button(texts.REPORT_MNEMONIC, texts.REPORT)
        self.close_button = _button(texts.CLOSE_MNEMONIC, texts.CLOSE)
        self._lay_out()
        self._connect()
        self.show_view(NOTHING_YET)
        self.start_button.setFocus()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.report_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(label(tr(texts.HEADING), "heading", wrap=True))
        inside.addWidget(label(tr(texts.SENTENCE), wrap=True))
        for row in self.rows.values():
            inside.addWidget(row)
        inside.addWidget(label(tr(texts.SEEN), "field"))
        inside.addWidget(self.seen, 1)
        self._area = Flowing(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._area, 1)
        column.addWidget(self.verdict)
        column.addLayout(buttons)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.pressed.connect(self.happen_pressed)
        self.start_button.clicked.connect(self.start_pressed)
        self.stop_button.clicked.connect(self.stop_pressed)
        self.report_button.clicked.connect(self.report_pressed)
        self.close_button.clicked.connect(self.close)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.show_view(self._view)

    def show_view(self, view: DrillView) -> None:
        """Show the drill as it stands."""
        self._view = view
        for name, row in self.rows.items():
            row.show_state(self._tokens, view.states[name], view.last_of(name))
        if view.asked is not None:
            self._area.ensureWidgetVisible(self.rows[view.asked])
        self._show_seen(view)
        tone, words = _verdict(view)
        self.verdict.setText(words)
        set_property(self.verdict, "tone", tone)
        self.start_button.setVisible(not view.is_running)
        again = view.held is not None or view.trouble or view.was_stopped
        self.start_button.setText(tr(texts.AGAIN_MNEMONIC if again else texts.START_MNEMONIC))
        self.start_button.setAccessibleName(tr(texts.AGAIN if again else texts.START))
        self.stop_button.setVisible(view.is_running)
        self.report_button.setVisible(bool(view.files))

    def _show_seen(self, view: DrillView) -> None:
        if len(view.seen) < self.seen.count():
            self.seen.clear()
        for each in view.seen[self.seen.count() :]:
            self.seen.addItem(retell(each.sentence))
            self.seen.scrollToBottom()

    def closeEvent(self, event: QCloseEvent) -> None:
        # A drill that nobody watches waits for nobody for ever.
        self.stop_pressed.emit()
        super().closeEvent(event)


def _verdict(view: DrillView) -> tuple[str, str]:
    if view.held is not None:
        return ("ok", tr(texts.ALL_HELD)) if view.held else ("danger", tr(texts.NOT_HELD))
    if view.was_stopped:
        return "muted", tr(texts.STOPPED)
    if view.trouble:
        return "danger", tr(texts.FAILED).format(why=retell(view.trouble))
    if view.asked is not None:
        return "warn", tr(texts.YOUR_TURN)
    if view.is_running:
        return "info", tr(texts.PREPARING) if not view.seen else tr(texts.STATES["runs"])
    return "muted", tr(texts.READY)


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(tr(words))
    made.setAccessibleName(tr(name))
    made.setAutoDefault(False)
    return made
