"""The settings window: pages at the side, a line for each setting. Every signal is a wish."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import theme
from desktop.ui.cards import label
from desktop.ui.scrolled import SMALLEST_SIZE
from desktop.ui.settings import texts
from desktop.ui.settings.fields import FIELDS, Tab
from desktop.ui.settings.kiosk_page import KioskPage
from desktop.ui.settings.row import SettingRow
from desktop.ui.theme import Tokens
from desktop.ui.wizard.parts import button
from desktop.ui.wizard.receiver_page import ReceiverPage
from desktop.ui.words import tr

FIRST_SIZE = QSize(1000, 680)
_TABS_W = 190


class SettingsWindow(QDialog):
    """Seven pages; whoever opens it says which."""

    entered = Signal(str, object)
    put_back = Signal(str)
    autostart_toggled = Signal(bool)
    pin_entered = Signal(str)
    """The new PIN, or nothing to remove it."""
    folder_pressed = Signal()
    devices_pressed = Signal()
    log_pressed = Signal()
    bundle_pressed = Signal()
    about_pressed = Signal()
    kiosk_shown = Signal()
    """Somebody looks at the kiosk's page, which names devices."""

    def __init__(
        self,
        parent: QWidget | None,
        tokens: Tokens,
        defaults: Mapping[str, Any],
        own_name: str,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr(texts.TITLE))
        self.setModal(False)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(FIRST_SIZE)
        self.rows = {each.name: SettingRow(tokens, each, defaults[each.name]) for each in FIELDS}
        self.autostart = QCheckBox(tr(texts.AUTOSTART))
        self.autostart.setAccessibleName(tr(texts.AUTOSTART))
        self.autostart.clicked.connect(self.autostart_toggled)
        self.home = label(role="strong", wrap=True)
        self.home.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder_button = button(texts.OPEN_FOLDER_MNEMONIC, texts.OPEN_FOLDER)
        self.devices_button = button(texts.DEVICES_MNEMONIC, texts.DEVICES)
        self.receiver = ReceiverPage(tokens, own_name, with_later=False)
        self.kiosk = KioskPage(
            tokens, [self.rows[each.name] for each in FIELDS if each.tab is Tab.KIOSK]
        )
        self.kiosk.pin_entered.connect(self.pin_entered)
        self.log_button = button(texts.LOG_MNEMONIC)
        self.bundle_button = button(texts.BUNDLE_MNEMONIC)
        self.about_button = button(texts.ABOUT_MNEMONIC)
        self.close_button = button(texts.CLOSE_MNEMONIC)
        self.close_button.clicked.connect(self.close)
        self.tabs = self._make_tabs()
        self.pages = QStackedWidget()
        for tab in Tab:
            self.pages.addWidget(_scrolled(self._page(tab)))
        self.tabs.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.tabs.currentRowChanged.connect(self._tell_tab)
        self._lay_out()
        self._connect()

    def _make_tabs(self) -> QListWidget:
        made = QListWidget()
        made.setProperty("role", "steps")
        made.setAccessibleName(tr(texts.PAGES_NAME))
        made.setFixedWidth(_TABS_W)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.ensurePolished()
        made.addItems([tr(each) for each in texts.PAGES])
        return made

    def _page(self, tab: Tab) -> QWidget:
        if tab is Tab.RECEIVER:
            return self.receiver
        if tab is Tab.KIOSK:
            return self.kiosk
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.M, 0)
        column.setSpacing(theme.M)
        column.addWidget(label(tr(texts.PAGES[tab]), "page"))
        intro = {Tab.HELP: texts.HELP_INTRO, Tab.RECORDING: texts.INTRO_NEXT_START}
        column.addWidget(label(tr(intro.get(tab, texts.INTRO)), "muted", wrap=True))
        box = QFrame()
        box.setProperty("role", "card")
        body = QVBoxLayout(box)
        body.setContentsMargins(20, theme.L, 20, theme.L)
        body.setSpacing(theme.S)
        self._fill(tab, body)
        column.addWidget(box)
        column.addStretch(1)
        return page

    def _fill(self, tab: Tab, body: QVBoxLayout) -> None:
        if tab is Tab.STORAGE:
            body.addWidget(label(tr(texts.HOME), "muted"))
            row = QHBoxLayout()
            row.addWidget(self.home, 1)
            row.addWidget(self.folder_button)
            body.addLayout(row)
        if tab is Tab.RECORDING:
            body.addWidget(self.devices_button, 0, Qt.AlignmentFlag.AlignLeading)
        for each in FIELDS:
            if each.tab is tab:
                body.addWidget(self.rows[each.name])
        if tab is Tab.GENERAL:
            body.addWidget(self.autostart)
            body.addWidget(label(tr(texts.AUTOSTART_HINT), "muted", wrap=True))
        if tab is Tab.HELP:
            for pressed in (self.log_button, self.bundle_button, self.about_button):
                body.addWidget(pressed, 0, Qt.AlignmentFlag.AlignLeading)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        right = QVBoxLayout()
        right.setSpacing(theme.L)
        right.addWidget(self.pages, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        row.setSpacing(theme.XL)
        row.addWidget(self.tabs)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.entered.connect(self.entered)
            row.put_back.connect(self.put_back)
        self.folder_button.clicked.connect(self.folder_pressed)
        self.devices_button.clicked.connect(self.devices_pressed)
        self.log_button.clicked.connect(self.log_pressed)
        self.bundle_button.clicked.connect(self.bundle_pressed)
        self.about_button.clicked.connect(self.about_pressed)

    def _tell_tab(self, row: int) -> None:
        if row == Tab.KIOSK:
            self.kiosk_shown.emit()

    def ask(self, tab: Tab) -> None:
        """Come up with this page."""
        self.tabs.setCurrentRow(tab)
        self.show()
        self.raise_()
        self.activateWindow()
        self.tabs.setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        for row in self.rows.values():
            row.set_tokens(tokens)
        self.receiver.set_tokens(tokens)
        self.kiosk.set_tokens(tokens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return enters what is typed; it must press no button.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page.setObjectName("column")
    area.setWidget(page)
    return area
