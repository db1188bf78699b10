"""What lies over a page: a question, the staff's keypad, "Are you still there?".

The page behind is out of reach while it is there. It decides nothing.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.kiosk import steps
from desktop.ui.kiosk import wishes
from desktop.ui.kiosk.page import Page, column
from desktop.ui.kiosk.page_choice import ChoicePage
from desktop.ui.kiosk.panels_staff import PinPanel, StaffPanel
from desktop.ui.kiosk.parts import KioskButton, body, title
from desktop.ui.kiosk.views import ChoiceView, OverlayView, PinView, StaffView, StillThereView
from desktop.ui.theme import Tokens

_COVER = 244


class StillTherePanel(Page):
    """The question, the seconds that are left, and one large answer."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__(tokens)
        self._title = title(centred=True)
        self._figure = QLabel()
        self._figure.setProperty("role", "kiosk-figure-small")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = body(centred=True)
        self.stay = KioskButton(tokens, "primary")
        self.stay.at_least(420)
        self.wish_on(self.stay, steps.Stay())
        content = column(16)
        for each in (self._title, self._figure, self._sentence):
            content.addWidget(each)
        content.addSpacing(12)
        content.addWidget(self.stay, 0, Qt.AlignmentFlag.AlignHCenter)
        self.in_column(content, 760)

    def show_view(self, view: StillThereView) -> None:
        self._title.setText(view.title)
        self._figure.setText(view.figure)
        self._sentence.setText(view.sentence)
        self.stay.say(view.stay)

    def appear(self) -> None:
        self.stay.setFocus()


class Overlay(QWidget):
    """One panel over everything, or nothing. It is always as large as its parent."""

    asked = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._before: QWidget | None = None
        self.choice = ChoicePage(tokens)
        self.pin = PinPanel(tokens)
        self.staff = StaffPanel(tokens)
        self.still_there = StillTherePanel(tokens)
        self._stack = QStackedLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(56, 28, 56, 28)
        outer.addLayout(self._stack)
        for panel in self._panels():
            panel.asked.connect(self.asked)
            self._stack.addWidget(panel)
        self.hide()
        parent.installEventFilter(self)

    def _panels(self) -> tuple[Page, ...]:
        return (self.choice, self.pin, self.staff, self.still_there)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for panel in self._panels():
            panel.set_tokens(tokens)
        self.update()

    def show_view(self, view: OverlayView | None) -> None:
        """Show this over the page, or uncover the page."""
        if view is None:
            self._uncover()
            return
        panel = self._panel_for(view)
        appears = self.isHidden() or self._stack.currentWidget() is not panel
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._stack.setCurrentWidget(panel)
        if appears:
            self._cover()
            panel.appear()

    def _panel_for(self, view: OverlayView) -> Page:
        match view:
            case StillThereView():
                self.still_there.show_view(view)
                return self.still_there
            case PinView():
                self.pin.show_view(view)
                return self.pin
            case StaffView():
                self.staff.show_view(view)
                return self.staff
            case ChoiceView():
                self.choice.show_view(view)
                return self.choice

    def _cover(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.raise_()
        self.show()

    def _uncover(self) -> None:
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if event.type() == QEvent.Type.Resize and watched is parent and parent is not None:
            self.setGeometry(parent.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit(wishes.CloseOverlay())
        # Nothing that is typed here reaches the page behind.
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the panel."""
        panel = self._stack.currentWidget()
        assert panel is not None
        reachable = [
            each
            for each in panel.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isVisible()
            and each.isEnabled()
        ]
        if not reachable:
            return False
        focused = [each.hasFocus() for each in reachable]
        step = 1 if forward else -1
        following = (focused.index(True) + step) % len(reachable) if any(focused) else 0
        reachable[following].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        cover = QColor(self._tokens.bg)
        cover.setAlpha(_COVER)
        painter = QPainter(self)
        painter.fillRect(self.rect(), cover)
        painter.end()
