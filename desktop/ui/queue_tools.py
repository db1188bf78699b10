"""What stands above the queue's table: the banner and the row of tools. Shows a `QueuePage`.

Each emits wishes and decides nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.ui import icons
from desktop.ui import queue_texts as texts
from desktop.ui.queue_page import QueueBanner, QueuePage
from desktop.ui.sending_menu import fill_pause_menu
from desktop.ui.theme import Tokens
from desktop.ui.told_bar import ToldBar
from desktop.ui.words import tr

FIND_W, FILTER_W = 252, 150
_FIND_EDGES = 34
"""What a field's frame and air take from its words."""
_GAP = 8
_FIRST = 1_000


class QueueBannerBar(ToldBar):
    """What concerns the whole queue, with a button that answers it and one that shows its rows."""

    show_pressed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self.button.setProperty("role", "primary")
        self.show_button = QPushButton(tr(texts.SHOW_NEEDS))
        self.show_button.clicked.connect(self.show_pressed)
        self.row.insertWidget(self.row.indexOf(self.button), self.show_button)

    def show_view(self, view: QueueBanner | None) -> None:
        """Show this banner, or none."""
        self.show_button.setVisible(view is not None and view.can_show)
        self.tell(view)


class QueueTools(QWidget):
    """Retry, pause, try, folder, more; filter and find."""

    retry_pressed = Signal()
    pause_pressed = Signal(object)
    """Seconds, or None for until somebody resumes."""
    resume_pressed = Signal()
    try_pressed = Signal()
    folder_pressed = Signal()
    filter_chosen = Signal(int)
    find_changed = Signal(str)
    free_pressed = Signal()
    export_pressed = Signal()
    import_pressed = Signal()
    receiver_pressed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._filters: tuple[str, ...] = ()
        self._retry_words = tr(texts.RETRY_NONE)
        self._fitted: object = None
        """For which width and words room was made last."""
        self.retry_button = _button(texts.RETRY_NONE, texts.RETRY_HINT)
        self.pause_button = _button(texts.PAUSE, texts.PAUSE_HINT, has_menu=True)
        self.resume_button = _button(texts.RESUME, texts.RESUME_HINT)
        self.try_button = _button(texts.TRY_NOW, texts.TRY_NOW_HINT)
        self.folder_button = _button(texts.OPEN_FOLDER, texts.OPEN_FOLDER_HINT)
        self.more_button = _button(texts.MORE, texts.MORE_HINT, has_menu=True)
        self.filter = QComboBox()
        self.filter.setAccessibleName(tr(texts.FILTER))
        # Qt says what is chosen as its name.
        self.filter.setAccessibleDescription(tr(texts.FILTER))
        self.filter.setMinimumWidth(FILTER_W)
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(tr(texts.FIND))
        self.find_field.setAccessibleName(tr(texts.FIND))
        self.find_field.setToolTip(tr(texts.FIND_HINT))
        self.find_field.setClearButtonEnabled(True)
        self.find_field.setMaximumWidth(FIND_W)
        self.find_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_menus()
        self._connect()
        self._lay_out()
        self.set_tokens(tokens)

    def _make_menus(self) -> None:
        pause = QMenu(self.pause_button)
        pause.setAccessibleName(self.pause_button.accessibleName())
        fill_pause_menu(pause, self.pause_pressed.emit)
        self.pause_button.setMenu(pause)
        more = QMenu(self.more_button)
        more.setAccessibleName(self.more_button.accessibleName())
        for words, signal in (
            (texts.FREE_SPACE, self.free_pressed),
            (texts.EXPORT, self.export_pressed),
            (texts.IMPORT, self.import_pressed),
            (texts.RECEIVER, self.receiver_pressed),
        ):
            more.addAction(tr(words)).triggered.connect(signal)
        self.more_button.setMenu(more)

    def _connect(self) -> None:
        self.retry_button.clicked.connect(self.retry_pressed)
        self.resume_button.clicked.connect(self.resume_pressed)
        self.try_button.clicked.connect(self.try_pressed)
        self.folder_button.clicked.connect(self.folder_pressed)
        self.filter.currentIndexChanged.connect(self.filter_chosen)
        self.find_field.textChanged.connect(self.find_changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for button in self._buttons():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.filter)
        # Before the gap: what is looked for can be read whole where there is room.
        row.addWidget(self.find_field, _FIRST)

    def fit(self) -> None:
        """Give up words where a language needs more room than there is; names and hints stay."""
        now = (self.width(), self._retry_words, self.pause_button.isHidden(), self._filters)
        if now == self._fitted:
            return
        self._fitted = now
        asked = self.find_field.fontMetrics().horizontalAdvance(tr(texts.FIND))
        self.find_field.setMinimumWidth(min(FIND_W, asked + _FIND_EDGES))
        self.folder_button.setVisible(True)
        self.try_button.setText(tr(texts.TRY_NOW))
        self.retry_button.setText(self._retry_words)
        # The folder is in the menu of every recording, too.
        if self._is_cramped():
            self.folder_button.setVisible(False)
        for button in (self.try_button, self.retry_button):
            if self._is_cramped():
                button.setText("")

    def _is_cramped(self) -> bool:
        parts = [*self._buttons(), self.filter, self.find_field]
        shown = [each for each in parts if not each.isHidden()]
        least = sum(_least_width(each) for each in shown)
        return least + _GAP * len(shown) > self.width()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.retry_button,
            self.pause_button,
            self.resume_button,
            self.try_button,
            self.folder_button,
            self.more_button,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def set_tokens(self, tokens: Tokens) -> None:
        text, disabled = tokens.text, tokens.disabled
        for button, icon in (
            (self.retry_button, "retry"),
            (self.pause_button, "pause"),
            (self.resume_button, "play"),
            (self.try_button, "upload"),
            (self.folder_button, "folder"),
        ):
            button.setIcon(icons.button_icon(icon, text, disabled))

    def show_view(self, view: QueuePage) -> None:
        """Show this, and nothing else."""
        count = len(view.needing)
        words = tr(texts.RETRY_FAILED).format(count=count) if count else tr(texts.RETRY_NONE)
        self._retry_words = words
        self.retry_button.setAccessibleName(words.replace("&", ""))
        self.retry_button.setEnabled(count > 0)
        self.pause_button.setVisible(not view.is_paused)
        self.resume_button.setVisible(view.is_paused)
        self.try_button.setEnabled(view.can_try)
        if view.filters != self._filters:
            self._show_filters(view.filters)
        self.fit()

    def _show_filters(self, filters: tuple[str, ...]) -> None:
        self._filters = filters
        if self.filter.count() != len(filters):
            self.filter.blockSignals(True)
            self.filter.clear()
            self.filter.addItems(list(filters))
            self.filter.blockSignals(False)
            return
        for number, words in enumerate(filters):
            self.filter.setItemText(number, words)


def _button(words: str, hint: str, *, has_menu: bool = False) -> QPushButton:
    button = QPushButton(tr(words))
    button.setAccessibleName(tr(words).replace("&", ""))
    button.setToolTip(tr(hint))
    button.setIconSize(icons.BUTTON_ICON)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if has_menu:
        button.setProperty("menu", "yes")
    return button


def _least_width(widget: QWidget) -> int:
    if isinstance(widget, QLineEdit):
        return widget.minimumWidth()
    return max(widget.sizeHint().width(), widget.minimumWidth())
