"""The queue's own window: every recording, what it waits for, and what a person can do about it.

It shows snapshots and emits wishes. It must not know the station, the database or the network.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import icons
from desktop.ui import queue_texts as texts
from desktop.ui.cards import StatusPill, label
from desktop.ui.queue_actions import SEPARATED, Action, fitting, offered
from desktop.ui.queue_detail import DetailCard, DetailView
from desktop.ui.queue_model import QueueModel
from desktop.ui.queue_order import Wish
from desktop.ui.queue_page import QueuePage, page_of
from desktop.ui.queue_rows import Filter
from desktop.ui.queue_selection import text_of, view_of_many, view_of_one
from desktop.ui.queue_table import QueueTable
from desktop.ui.queue_tools import QueueBannerBar, QueueTools
from desktop.ui.scrolled import SMALLEST_SIZE, Scrolled
from desktop.ui.theme import Tokens
from desktop.ui.words import tr
from uploader.items import History, QueueSnapshot, RecordingSnapshot

FIRST_SIZE = (1280, 800)
LEAST_SIZE = (960, 600)
"""In a smaller window all of it is scrolled."""
TICK_MS = 1_000
FIND_AFTER_MS = 150
"""Somebody who types is not answered letter by letter."""
SAID_FOR_MS = 12_000


class QueueWindow(QMainWindow):
    """The window. Every signal is a wish of the person in front of it."""

    wished = Signal(object, object)
    """An `Action`, and the ids of the recordings that it does something with."""
    retry_pressed = Signal(object)
    """The ids of all that need a person."""
    near_wanted = Signal(str)
    """The id of a recording whose tries are to be shown."""
    closed = Signal()

    def __init__(self, tokens: Tokens, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._queue: QueueSnapshot | None = None
        self._page: QueuePage | None = None
        self._history: History | None = None
        self.setWindowTitle(tr(texts.WINDOW_TITLE))
        self.setWindowIcon(icons.app_icon())
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*FIRST_SIZE)
        self.model = QueueModel(now, self)
        self.pill = StatusPill(tokens)
        self.banner = QueueBannerBar(tokens)
        self.tools = QueueTools(tokens)
        self.table = QueueTable(self.model, tokens)
        self.detail = DetailCard(tokens)
        self._footer = label(role="muted")
        self._contact = label(role="muted")
        self._said = label(role="muted")
        self._lay_out()
        self._tick = self._timer(TICK_MS, self._count_down, again=True)
        self._find_soon = self._timer(FIND_AFTER_MS, self._find)
        self._hush = self._timer(SAID_FOR_MS, lambda: self.say(""))
        self._connect()
        self._show_around()

    def _timer(self, every_ms: int, slot: Callable[[], None], *, again: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.setSingleShot(not again)
        timer.timeout.connect(slot)
        return timer

    # What the desk uses.

    def show_queue(self, queue: QueueSnapshot, now_s: float) -> None:
        """Show the queue as it is now; `now_s` is of a clock that only goes forward."""
        self._queue = queue
        self.model.show_queue(queue, now_s)
        self._show_around()

    def show_history(self, history: History) -> None:
        """Show a recording's tries, if it is still the one that is selected."""
        selected = self._only_selected()
        if selected is not None and selected.id == history.recording.id:
            self._history = history
            self._show_detail()

    def say(self, sentence: str) -> None:
        """Answer an action, for a while."""
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)
        # One line has room for one of them.
        self._contact.setVisible(not sentence)
        if sentence:
            self._hush.start()

    def show_only(self, wanted: Filter) -> None:
        """Show these recordings, whatever was looked for before."""
        self.tools.find_field.clear()
        self.tools.filter.setCurrentIndex(wanted)

    def select(self, recording: str) -> None:
        """Select one recording, and scroll to it."""
        self.table.select_recordings([recording], recording)
        row = self.model.row_of(recording)
        if row is not None:
            self.table.scrollTo(self.model.index(row, 0))

    def details_text(self) -> str:
        """All that is known of the selected recordings, to be pasted somewhere."""
        queue, near, now = self.model.queue, self._history, self._now()
        return "\n\n".join(text_of(each, queue, near, now) for each in self.table.selected())

    def come_up(self) -> None:
        """Show the window in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        for part in (self.pill, self.banner, self.tools, self.table, self.detail):
            part.set_tokens(tokens)

    # Building.

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(tr(texts.TITLE), "page"))
        head.addStretch(1)
        head.addWidget(self.pill)
        foot = QHBoxLayout()
        foot.addWidget(self._footer)
        foot.addStretch(1)
        foot.addWidget(self._said)
        foot.addWidget(self._contact)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(4, 3, 4, 3)
        inside.addWidget(self.table)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setHandleWidth(12)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(card)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([400, 210])
        central = QWidget()
        central.setObjectName("central")
        body = QVBoxLayout(central)
        body.setContentsMargins(24, 16, 24, 16)
        body.setSpacing(12)
        body.addLayout(head)
        body.addWidget(self.banner)
        body.addWidget(self.tools)
        body.addWidget(self._split, 1)
        body.addLayout(foot)
        self.setCentralWidget(Scrolled(central, LEAST_SIZE))

    def _connect(self) -> None:
        self.table.chosen.connect(self._choose)
        self.table.menu_asked.connect(lambda point: self.menu().popup(point))
        self.tools.filter_chosen.connect(lambda _number: self._find())
        self.tools.find_changed.connect(lambda _text: self._find_soon.start())
        self.tools.retry_pressed.connect(self._retry)
        self.banner.pressed.connect(self._answer_banner)
        self.banner.show_pressed.connect(lambda: self.show_only(Filter.NEEDS))
        self.detail.try_pressed.connect(lambda: self._wish(Action.TRY_NOW))
        self.detail.show_pressed.connect(lambda: self._wish(Action.SHOW))
        self.detail.copy_pressed.connect(lambda: self._wish(Action.COPY))
        self.detail.more_pressed.connect(self._menu_below)
        self._key(QKeySequence.StandardKey.Find, self._to_find)
        self._key(QKeySequence.StandardKey.Close, self._leave)
        self._key(QKeySequence(Qt.Key.Key_Escape), self._escape)
        for first, second in pairwise(self._tab_order()):
            QWidget.setTabOrder(first, second)
        self.table.setFocus()

    def _key(self, key: QKeySequence | QKeySequence.StandardKey, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(key, self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(slot)

    def _tab_order(self) -> Sequence[QWidget]:
        tools, detail = self.tools, self.detail
        return (
            self.banner.show_button,
            self.banner.button,
            tools.retry_button,
            tools.pause_button,
            tools.resume_button,
            tools.try_button,
            tools.folder_button,
            tools.more_button,
            tools.filter,
            tools.find_field,
            self.table,
            detail.copy_button,
            detail.show_button,
            detail.try_button,
            detail.more_button,
            detail.tries,
        )

    # What is shown.

    def _show_around(self) -> None:
        wish = self.model.wish
        is_filtered = bool(wish.find) or wish.shown is not Filter.ALL
        page = page_of(self._queue, self._now(), is_filtered)
        self._page = page
        self.pill.show_view(page.pill)
        self.banner.show_view(page.banner)
        self.tools.show_view(page)
        self._footer.setText(page.footer)
        self._contact.setText(page.contact)
        self.table.say_when_empty(page.empty_title, page.empty_sentence)
        self.detail.setVisible(self._queue is None or bool(self._queue.recordings))
        self._show_detail()

    def _only_selected(self) -> RecordingSnapshot | None:
        rows = self.table.selected_rows()
        row = next(rows, None)
        if row is None or next(rows, None) is not None:
            return None
        return self.model.recording_at(row)

    def _choose(self) -> None:
        selected = self._only_selected()
        if selected is None or self._history is None or self._history.recording.id != selected.id:
            self._history = None
        if selected is not None:
            self.near_wanted.emit(selected.id)
        self._show_detail()

    def _show_detail(self) -> None:
        self.detail.show_view(self._detail())

    def _detail(self) -> DetailView:
        one = self._only_selected()
        if one is None:
            return view_of_many(self.table.selected())
        return view_of_one(one, self.model.queue, self._history, self._now())

    def _count_down(self) -> None:
        self.table.viewport().update()
        selected = self._only_selected()
        if selected is not None:
            self.near_wanted.emit(selected.id)
            self._show_detail()

    # What is wished.

    def menu(self) -> QMenu:
        """What can be done with the selected recordings."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in offered(self.table.selected()):
            if action in SEPARATED and menu.actions():
                menu.addSeparator()
            entry = menu.addAction(tr(action.value))
            entry.triggered.connect(lambda _checked=False, chosen=action: self._wish(chosen))
        return menu

    def _menu_below(self) -> None:
        button = self.detail.more_button
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _wish(self, action: Action) -> None:
        recordings = fitting(action, self.table.selected())
        if recordings:
            self.wished.emit(action, recordings)

    def _retry(self) -> None:
        if self._page is not None and self._page.needing:
            self.retry_pressed.emit(list(self._page.needing))

    def _answer_banner(self, action: str) -> None:
        if action == "retry":
            self._retry()
        else:
            self.tools.resume_pressed.emit()

    def _find(self) -> None:
        wish = self.model.wish
        shown = Filter(max(0, self.tools.filter.currentIndex()))
        find = self.tools.find_field.text().strip().lower()
        self.model.show_as(Wish(shown, find, wish.column, wish.descending))
        self._show_around()

    def _to_find(self) -> None:
        self.tools.find_field.setFocus()
        self.tools.find_field.selectAll()

    def _escape(self) -> None:
        """Back: from what was looked for to all, and from there out of the window."""
        if self.tools.find_field.text():
            self.tools.find_field.clear()
        else:
            self._leave()

    def _leave(self) -> None:
        self.close()

    # Qt's own.

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.table.viewport().update()
