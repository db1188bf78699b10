"""The first start's window: the steps at the side, one page, and the way on. It decides nothing."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons, theme
from desktop.ui.cards import set_property
from desktop.ui.ports import PreviewReader
from desktop.ui.scrolled import SMALLEST_SIZE, Scrolled
from desktop.ui.theme import Tokens
from desktop.ui.wizard import texts
from desktop.ui.wizard.devices_page import DevicesPage
from desktop.ui.wizard.parts import button
from desktop.ui.wizard.receiver_page import ReceiverPage
from desktop.ui.wizard.rehearsal_page import RehearsalPage
from desktop.ui.wizard.storage_page import StoragePage
from desktop.ui.wizard.views import FrameView, Page, WayOn
from desktop.ui.words import tr

FIRST_SIZE = QSize(1080, 720)
LEAST_SIZE = (1000, 720)
"""In a smaller window all of it is scrolled."""
_STEPS_LEAST_W = 250
_ON: dict[WayOn, str] = {
    "next": texts.NEXT_MNEMONIC,
    "skip": texts.SKIP_MNEMONIC,
    "finish": texts.FINISH_MNEMONIC,
}


class WizardWindow(QWidget):
    """Four pages. Every signal is a wish."""

    next_pressed = Signal()
    back_pressed = Signal()
    close_pressed = Signal()

    def __init__(
        self, tokens: Tokens, reader: Callable[[], PreviewReader | None], own_name: str
    ) -> None:
        super().__init__()
        self._tokens = tokens
        self._view: FrameView | None = None
        self._may_close = False
        self.setWindowTitle(tr(texts.TITLE))
        self.setWindowIcon(icons.app_icon())
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(FIRST_SIZE)
        self.storage = StoragePage(tokens)
        self.devices = DevicesPage(tokens, reader)
        self.receiver = ReceiverPage(tokens, own_name)
        self.rehearsal = RehearsalPage(tokens, reader)
        self.steps = self._make_steps()
        self.pages = QStackedWidget()
        for page in (self.storage, self.devices, self.receiver, self.rehearsal):
            self.pages.addWidget(page)
        self.back_button = button(texts.BACK_MNEMONIC)
        self.back_button.clicked.connect(self.back_pressed)
        self.next_button = button(texts.NEXT_MNEMONIC, role="primary")
        self.next_button.setDefault(True)
        self.next_button.clicked.connect(self.next_pressed)
        self._lay_out()

    def _make_steps(self) -> QListWidget:
        made = QListWidget()
        made.setProperty("role", "steps")
        made.setAccessibleName(tr(texts.STEPS_NAME))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.ensurePolished()
        for number, name in enumerate(texts.STEPS, 1):
            made.addItem(QListWidgetItem(f"{number}   {tr(name)}"))
        return made

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        right = QVBoxLayout()
        right.setSpacing(theme.L)
        right.addWidget(self.pages, 1)
        right.addLayout(buttons)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        row.setSpacing(theme.XL)
        row.addWidget(self.steps)
        row.addLayout(right, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(Scrolled(whole, LEAST_SIZE))

    def show_frame(self, view: FrameView) -> None:
        """Show this page, and which buttons do something."""
        before, self._view = self._view, view
        self.next_button.setText(tr(_ON[view.on]))
        set_property(self.next_button, "role", "quiet" if view.on == "skip" else "primary")
        self.next_button.setEnabled(view.can_go_on)
        self.back_button.setEnabled(view.can_go_back)
        if before is not None and before.page is view.page:
            return
        self.pages.setCurrentIndex(view.page)
        self.steps.setCurrentRow(view.page)
        for number, name in enumerate(texts.STEPS):
            item = self.steps.item(number)
            words = texts.DONE_SPOKEN if number < view.page else texts.STEP_SPOKEN
            spoken = tr(words).format(number=number + 1, count=len(texts.STEPS), name=tr(name))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            done = number < view.page
            item.setIcon(icons.icon("check" if done else "circle", self._glyph_colour(done)))
        self._give_steps_their_room()
        self._focus(view.page)

    def _give_steps_their_room(self) -> None:
        """As wide as the longest name is, in whichever language."""
        beside = self.steps.width() - self.steps.viewport().width()
        self.steps.setFixedWidth(max(_STEPS_LEAST_W, self.steps.sizeHintForColumn(0) + beside))

    def _glyph_colour(self, done: bool) -> str:
        return self._tokens.ok if done else self._tokens.muted

    def _focus(self, page: Page) -> None:
        first: dict[Page, QWidget] = {
            Page.DEVICES: self.devices.camera,
            Page.RECEIVER: self.receiver.address,
            Page.REHEARSAL: self.rehearsal.start_button,
        }
        first.get(page, self.next_button).setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        for page in (self.storage, self.devices, self.receiver, self.rehearsal):
            page.set_tokens(tokens)
        view, self._view = self._view, None
        if view is not None:
            self.show_frame(view)

    def let_close(self) -> None:
        """From now on closing closes; before, it is only a wish."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.back_button.isEnabled():
            self.back_button.click()
            return
        super().keyPressEvent(event)
