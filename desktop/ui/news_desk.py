"""What the tray tells: notifications, what a click on one shows, and reminders of a pause.

When a notification is due is `tray_news.py`'s, when a reminder is due the presenter's.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.ui import texts
from desktop.ui.facts import Facts
from desktop.ui.presenter import reminders_due
from desktop.ui.queue_desk import QueueDesk
from desktop.ui.space_view import space_left_s
from desktop.ui.tray import Tray
from desktop.ui.tray_news import Told, news_of
from desktop.ui.views import PausedView
from desktop.ui.words import tr


class NewsDesk(QObject):
    """Lives on the thread of Qt."""

    def __init__(self, queue: QueueDesk, chime: Callable[[], None]) -> None:
        """`chime` is heard with each reminder of a recording that is paused."""
        super().__init__()
        self._queue = queue
        self.chime = chime
        self._told = Told()
        self._reminded = 0

    def attach(self, tray: Tray) -> None:
        """Hear on which notification somebody clicks."""
        tray.news_clicked.connect(self._show)

    def tell(self, facts: Facts, paused: PausedView | None, tray: Tray) -> None:
        """Tell what is due now."""
        self._told, news = news_of(self._told, facts.queue, space_left_s(facts), facts.now)
        for each in news:
            tray.tell(each)
        self._remind(facts, paused, tray)

    def _remind(self, facts: Facts, paused: PausedView | None, tray: Tray) -> None:
        """Say it again when a pause has lasted so long that it may be forgotten."""
        due, before = reminders_due(facts), self._reminded
        self._reminded = due
        if paused is not None and due > before:
            tray.remind(tr(texts.PAUSED_LONG_TITLE), paused.sentence)
            self.chime()

    def _show(self, about: str) -> None:
        if about == "needs":
            self._queue.open_what_needs_a_person()
        elif about == "space":
            self._queue.free_space()
        else:
            self._queue.open()
