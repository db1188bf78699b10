"""The kiosk's window: full screen, one page at a time, the step and the quiet line above it.

It closes only when it is let go: Alt+F4 and the window manager's cross ask for staff. It shows the
view that it is given and hands on what the pages ask for.
"""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.kiosk import steps
from desktop.ui.kiosk import texts, views, wishes
from desktop.ui.kiosk.overlays import Overlay
from desktop.ui.kiosk.page import Page
from desktop.ui.kiosk.page_choice import ChoicePage
from desktop.ui.kiosk.page_closing import ClosingPage
from desktop.ui.kiosk.page_review import MakePlayer, ReviewPage
from desktop.ui.kiosk.pages_begin import ConsentPage, NumberPage, WelcomePage
from desktop.ui.kiosk.pages_record import CountdownPage, PromptPage, Reader, RecordPage
from desktop.ui.kiosk.parts import KioskButton, note
from desktop.ui.kiosk.pulsing import PulsingPill
from desktop.ui.kiosk.views import KioskView
from desktop.ui.theme import Tokens
from desktop.ui.words import tr

STAFF_HOLD_MS = 3_000
STAFF_CORNER_PX = 96
TOP_PX = 62
STAFF_KEYS = "Ctrl+Shift+Q"
_INPUT = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
)


class KioskWindow(QWidget):
    """All pages. `asked` carries wishes; `touched` says that somebody did anything at all."""

    asked = Signal(object)
    touched = Signal()

    def __init__(
        self, tokens: Tokens, reader: Reader, make_player: MakePlayer, *, mirrored: bool
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self.setWindowTitle(tr(texts.KIOSK))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._may_close = False
        self._view: KioskView | None = None
        self._arriving: Page | None = None
        self._tokens = tokens
        self._made_with = (reader, make_player, mirrored)
        self._step = note()
        self._step.setWordWrap(False)
        self.pill = PulsingPill(tokens)
        self.pill.setFixedHeight(38)
        self.leave = KioskButton(tokens, "quiet")
        self.leave.setAutoDefault(False)
        self.leave.at_least(0)
        self.leave.clicked.connect(lambda: self.asked.emit(steps.AskToLeave()))
        self._stack = QStackedWidget()
        self._add_pages()
        self._lay_out()
        self.overlay = self._add_overlay()
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(STAFF_HOLD_MS)
        self._hold.timeout.connect(self._ask_for_staff)
        keys = QShortcut(QKeySequence(STAFF_KEYS), self)
        keys.activated.connect(self._ask_for_staff)

    def _add_pages(self) -> None:
        self.pages = self._make_pages(self._tokens, *self._made_with)
        for page in self.pages.values():
            page.asked.connect(self.asked)
            self._stack.addWidget(page)
        self._stack.setCurrentIndex(-1)

    def _add_overlay(self) -> Overlay:
        made = Overlay(self._tokens, self)
        made.asked.connect(self.asked)
        return made

    def speak_anew(self) -> None:
        """Make all pages again, in the language of now; the next view is shown on them."""
        for page in self.pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self.overlay.deleteLater()
        self._add_pages()
        self.overlay = self._add_overlay()
        self._view = self._arriving = None

    def _make_pages(
        self, tokens: Tokens, reader: Reader, make_player: MakePlayer, mirrored: bool
    ) -> dict[type, Page]:
        return {
            views.WelcomeView: WelcomePage(tokens),
            views.ConsentView: ConsentPage(tokens),
            views.NumberView: NumberPage(tokens),
            views.PromptView: PromptPage(tokens, reader, mirrored),
            views.CountdownView: CountdownPage(tokens),
            views.RecordView: RecordPage(tokens, reader, mirrored),
            views.ReviewView: ReviewPage(tokens, make_player),
            views.ClosingView: ClosingPage(tokens),
            views.ChoiceView: ChoicePage(tokens),
        }

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        # The page below stands still, whether there is a way out beside it or not.
        top.addStrut(TOP_PX)
        top.addWidget(self._step)
        top.addStretch(1)
        top.addWidget(self.leave)
        top.addWidget(self.pill)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(48, 20, 48, 28)
        outer.setSpacing(10)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)

    @property
    def shown(self) -> KioskView | None:
        """What is on the screen."""
        return self._view

    def page(self, view: type) -> Any:
        """The page that shows this kind of view."""
        return self.pages[view]

    def show_view(self, view: KioskView) -> None:
        """Show this page with what stands around and over it."""
        if view == self._view:
            return
        before, self._view = self._view, view
        self._step.setText(view.step)
        self.leave.say(view.leave)
        self.pill.setVisible(view.pill is not None)
        if view.pill is not None:
            self.pill.show_view(view.pill)
        sending = view.pill is not None and view.pill.tone == "info"
        self.pill.pulse(wanted=sending and not isinstance(view.page, views.RecordView))
        page: Any = self.pages[type(view.page)]
        page.show_view(view.page)
        is_new = self._stack.currentWidget() is not page
        if is_new:
            self._stack.setCurrentWidget(page)
        # A button that could not be pressed when its page came had no use for the focus.
        if is_new or (_can_go_on(view) and not _can_go_on(before)):
            self._arriving = page
        self.overlay.show_view(view.overlay)
        # Under an overlay a page would take the focus away from it.
        if view.overlay is None and self._arriving is not None:
            self._arriving.appear()
            self._arriving = None

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        self.pill.set_tokens(tokens)
        self.leave.set_tokens(tokens)
        self.overlay.set_tokens(tokens)
        for page in self.pages.values():
            page.set_tokens(tokens)

    def fill_screen(self) -> None:
        """Take the entire screen, also where no window manager is there to give it."""
        screen = self.screen()
        self.setGeometry(screen.geometry())
        screen.geometryChanged.connect(self.setGeometry)
        self.showFullScreen()

    def let_close(self) -> None:
        """From now on it closes like any window."""
        self._may_close = True

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self._ask_for_staff()

    def watch_input(self, app: QApplication) -> None:
        """Notice every touch, click and key of the app, wherever it goes."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _INPUT:
            self.touched.emit()
        if isinstance(event, QMouseEvent):
            self._watch_corner(event)
        return super().eventFilter(watched, event)

    def _watch_corner(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._hold.stop()
        elif event.type() == QEvent.Type.MouseButtonPress and not self._hold.isActive():
            place = self.mapFromGlobal(event.globalPosition().toPoint())
            if 0 <= place.x() < STAFF_CORNER_PX and 0 <= place.y() < STAFF_CORNER_PX:
                self._hold.start()

    def _ask_for_staff(self) -> None:
        self.asked.emit(wishes.AskForStaff())


def _can_go_on(view: KioskView | None) -> bool:
    """Whether this is a page with the live picture from which one can go on."""
    return view is not None and isinstance(view.page, views.PromptView) and view.page.can_go_on
