"""The tray icon: the worst state of all, its sentence, and a short menu without icons.

It owns when there is a tray: panels start late, and some desktops have none. It shows a `TrayView`
and emits wishes; it must not decide anything.
"""

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.ui import icons, queue_texts, texts
from desktop.ui.sending_menu import SendingMenu
from desktop.ui.tray_calm import Calm, settled
from desktop.ui.tray_news import News
from desktop.ui.views import TrayState, TrayView
from desktop.ui.words import tr
from holdfast.clock import Clock, SystemClock

LOOK_EVERY_MS = 2_000
LOOK_LATER_EVERY_MS = 30_000
LOOKS_BEFORE_LATER = 30
ICON_STANDS_MS = 2_000
"""An icon that changes faster is a flicker, and nobody reads it."""
_URGENT: frozenset[TrayState] = frozenset({"recording", "recording_paused", "stopped", "attention"})


class Tray(QObject):
    """The icon and its menu. Until a tray appears it looks for one."""

    open_pressed = Signal()
    queue_pressed = Signal()
    open_folder_pressed = Signal()
    retry_pressed = Signal()
    quit_pressed = Signal()

    news_clicked = Signal(str)
    """A notification was clicked: `needs`, `space` or `queue`."""

    def __init__(self, parent: QObject | None = None, clock: Clock | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or SystemClock()
        self._calm = Calm()
        self._news: News | None = None
        self._view: TrayView | None = None
        self._state: TrayState | None = None
        self._looks = 0
        self._icon = QSystemTrayIcon(self)
        self._menu = QMenu()
        self._status = self._menu.addAction("")
        self._status.setEnabled(False)
        self._menu.addSeparator()
        self._menu.addAction(tr(texts.OPEN_WINDOW)).triggered.connect(self.open_pressed)
        self._queue = self._menu.addAction(tr(queue_texts.TRAY_QUEUE))
        self._queue.triggered.connect(self.queue_pressed)
        self._retry = self._menu.addAction("")
        self._retry.triggered.connect(self.retry_pressed)
        self._retry.setVisible(False)
        self._menu.addAction(tr(texts.OPEN_FOLDER)).triggered.connect(self.open_folder_pressed)
        self._menu.addSeparator()
        self.sending = SendingMenu(self._menu)
        self._menu.addSeparator()
        self._quit = self._menu.addAction(tr(texts.QUIT))
        self._quit.triggered.connect(self.quit_pressed)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._message_clicked)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(ICON_STANDS_MS)
        self._hold.timeout.connect(self._show_icon)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look for a tray now, and until there is one."""
        self._timer.start()
        self.look()

    @property
    def is_shown(self) -> bool:
        """Whether there is an icon that a person can reach the window by."""
        return self._icon.isVisible()

    @property
    def menu(self) -> QMenu:
        """What a right click shows."""
        return self._menu

    def geometry(self) -> QRect:
        """Where the icon is on the screen; empty where the panel does not say."""
        return self._icon.geometry()

    def look(self) -> None:
        """Show the icon as soon as there is a tray for it."""
        self._looks += 1
        if self._looks == LOOKS_BEFORE_LATER:
            self._timer.setInterval(LOOK_LATER_EVERY_MS)
        # Without an icon set Qt warns, so the first view comes first.
        wanted = self._view is not None and QSystemTrayIcon.isSystemTrayAvailable()
        if wanted != self._icon.isVisible():
            self._icon.setVisible(wanted)

    def show_view(self, view: TrayView) -> None:
        """Show this state: its words at once, its icon when the last one has stood a while."""
        self._settle(view)
        if view == self._view:
            return
        is_first = self._view is None
        self._view = view
        if is_first or self._calm.shown in _URGENT or not self._hold.isActive():
            self._show_icon()
        self._icon.setToolTip(f"{tr(texts.APP)}: {view.sentence}")
        self._status.setText(view.sentence)
        self._queue.setText(view.queue_label or tr(queue_texts.TRAY_QUEUE))
        self._retry.setText(view.retry_label or "")
        self._retry.setVisible(view.retry_label is not None)
        self._quit.setText(view.quit_label)
        self.sending.show_view(view.sending)
        if is_first:
            self.look()

    @property
    def state(self) -> TrayState | None:
        """The state whose icon stands there."""
        return self._state

    def _settle(self, view: TrayView) -> None:
        self._calm = settled(self._calm, view.state, self._clock.monotonic_ns() / 1e9)
        if self._calm.shown != self._state and not self._hold.isActive():
            # What has lasted long enough by now is shown, also where no word has changed.
            self._show_icon()

    def _show_icon(self) -> None:
        if self._view is not None and self._calm.shown != self._state:
            self._state = self._calm.shown
            self._icon.setIcon(icons.tray_icon(self._state))
            self._hold.start()

    def remind(self, title: str, sentence: str) -> None:
        """Show a message of the system's, where there is a tray to show it from."""
        if self._icon.isVisible():
            self._news = None
            self._icon.showMessage(title, sentence, QSystemTrayIcon.MessageIcon.Warning)

    def tell(self, news: News) -> None:
        """Show one of the three notifications, where there is a tray to show it from."""
        if self._icon.isVisible():
            self._news = news
            kind = QSystemTrayIcon.MessageIcon
            calm = kind.Information if news.about == "queue" else kind.Warning
            self._icon.showMessage(news.title, news.sentence, calm)

    def _message_clicked(self) -> None:
        if self._news is None:
            self.open_pressed.emit()
        else:
            self.news_clicked.emit(self._news.about)

    def hide(self) -> None:
        """Take the icon away; nothing is looked for any more."""
        self._timer.stop()
        self._icon.hide()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.open_pressed.emit()
