"""The window's top line: name, the queue in a few words, the recordings folder, the menu.

It shows the part of a `WindowView` that belongs there and emits what people ask for.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.ui import device_texts, field_texts, icons, sending_texts, texts
from desktop.ui.cards import StatusPill, label
from desktop.ui.sending_menu import SendingMenu
from desktop.ui.study_button import StudyButton
from desktop.ui.theme import Tokens
from desktop.ui.views import WindowView
from desktop.ui.window_keys import OPEN_QUEUE
from desktop.ui.words import tr

_MARK_PX = 30


class Header(QWidget):
    """The top line. Everything in its menu can be reached without a tray."""

    try_now_pressed = Signal()
    retry_pressed = Signal()
    devices_pressed = Signal()
    open_folder_pressed = Signal()
    guide_toggled = Signal(bool)
    queue_pressed = Signal()
    about_pressed = Signal()
    log_pressed = Signal()
    quit_pressed = Signal()

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._mark = QLabel()
        self.study = StudyButton(tokens)
        self.pill = StatusPill(tokens)
        self.queue_button = _icon_button(tr(texts.OPEN_QUEUE))
        self.queue_button.clicked.connect(self.queue_pressed)
        self.folder_button = _icon_button(tr(texts.OPEN_FOLDER))
        self.folder_button.clicked.connect(self.open_folder_pressed)
        self.menu_button = _icon_button(tr(texts.MENU))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(self._make_menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(label(tr(texts.APP), "page"))
        row.addSpacing(4)
        row.addWidget(self.study)
        row.addStretch(1)
        row.addWidget(self.pill)
        row.addSpacing(4)
        row.addWidget(self.queue_button)
        row.addWidget(self.folder_button)
        row.addWidget(self.menu_button)
        self.set_tokens(tokens)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(tr(texts.MENU))
        self._try_now = QAction(tr(texts.TRY_NOW), menu)
        self._try_now.triggered.connect(self.try_now_pressed)
        self._retry = QAction(menu)
        self._retry.triggered.connect(self.retry_pressed)
        self._retry.setVisible(False)
        devices = QAction(tr(device_texts.DEVICES_MENU), menu)
        devices.triggered.connect(self.devices_pressed)
        self._guide = QAction(tr(field_texts.GUIDE_MENU), menu)
        self._guide.setCheckable(True)
        self._guide.setShortcut(QKeySequence("Ctrl+G"))
        self._guide.toggled.connect(self.guide_toggled)
        folder = QAction(tr(texts.OPEN_FOLDER), menu)
        folder.triggered.connect(self.open_folder_pressed)
        self._queue = QAction(tr(texts.OPEN_QUEUE), menu)
        self._queue.setShortcut(QKeySequence(OPEN_QUEUE))
        self._queue.triggered.connect(self.queue_pressed)
        about = QAction(tr(texts.ABOUT), menu)
        about.triggered.connect(self.about_pressed)
        self._quit = QAction(tr(texts.QUIT), menu)
        self._quit.setShortcut(QKeySequence("Ctrl+Q"))
        self._quit.triggered.connect(self.quit_pressed)
        menu.addActions([devices, self._guide])
        menu.addSeparator()
        menu.addActions([self._queue, self._try_now, self._retry, folder])
        menu.addSeparator()
        self.sending = SendingMenu(menu, with_drill=True)
        menu.addSeparator()
        log = QAction(tr(sending_texts.LOG_MENU), menu)
        log.triggered.connect(self.log_pressed)
        menu.addActions([log, about, self._quit])
        self.sending.settings_action.setShortcut(QKeySequence("Ctrl+,"))
        # An action of a menu that is closed has no shortcut; one of the window's has.
        self.addActions([self._quit, self._queue, self.sending.settings_action, self._guide])
        return menu

    def show_guide(self, wanted: bool) -> None:
        """Tick the menu's line about the guide, or not."""
        self._guide.blockSignals(True)
        self._guide.setChecked(wanted)
        self._guide.blockSignals(False)

    def show_view(self, view: WindowView) -> None:
        self.study.show_view(view.study)
        self.pill.show_view(view.pill)
        self._try_now.setEnabled(view.to_send.can_try)
        self._retry.setVisible(view.tray.retry_label is not None)
        self._retry.setText(view.tray.retry_label or "")
        self._quit.setText(view.tray.quit_label)
        self.sending.show_view(view.sending)

    def set_tokens(self, tokens: Tokens) -> None:
        self.study.set_tokens(tokens)
        self.pill.set_tokens(tokens)
        self._mark.setPixmap(
            icons.pixmap("holdfast", "#000000", _MARK_PX, self.devicePixelRatioF())
        )
        text, disabled = tokens.text, tokens.disabled
        self.queue_button.setIcon(icons.icon("list", text, disabled))
        self.folder_button.setIcon(icons.icon("folder", text, disabled))
        self.menu_button.setIcon(icons.icon("menu", text, disabled))


def _icon_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "icon")
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
