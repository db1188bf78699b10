"""The field window: picture, record and mark, level, who is recorded, space, what waits, the list.

It shows a `WindowView` and emits what people ask for. It must not know the station, decide
anything or hold a sentence.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from desktop.ui import texts
from desktop.ui.alarm_screen import AlarmScreen
from desktop.ui.announcer import Announcer, to_screen_reader
from desktop.ui.banner_bar import BannerBar
from desktop.ui.beside import BesideStrip
from desktop.ui.controls import Controls
from desktop.ui.field_picture import FieldPicture
from desktop.ui.header import Header
from desktop.ui.list_card import LOW_BELOW, ListCard
from desktop.ui.mark_strip import MarkStrip
from desktop.ui.painted_page import PaintedPage
from desktop.ui.paused import PausedScreen
from desktop.ui.ports import PreviewReader
from desktop.ui.scrolled import SMALLEST_SIZE, Scrolled
from desktop.ui.side_column import SideColumn
from desktop.ui.theme import Tokens
from desktop.ui.views import ChooseWhat, WindowView
from desktop.ui.window_keys import LetThrough, press_by_key
from desktop.ui.words import tr

FIRST_SIZE = (1280, 800)
LEAST_SIZE = (880, 600)
"""What stands on the window needs so much; in a smaller window it is scrolled."""
_COLUMN_GAP = 16


class MainWindow(QMainWindow):
    """The window. Every signal is a wish of the person in front of it."""

    record_toggled = Signal()
    mark_pressed = Signal()
    pause_toggled = Signal()
    retry_pressed = Signal()
    prepare_pressed = Signal()
    try_now_pressed = Signal()
    dismiss_pressed = Signal()
    confirm_pressed = Signal()
    choose_pressed = Signal(object)
    """A `ChooseWhat`: somebody wants to see the devices that there are."""
    quiet_pressed = Signal()
    play_pressed = Signal(str)
    note_pressed = Signal(str)
    keep_pressed = Signal(str)
    """A recording's id: somebody keeps it, also after all."""
    discard_pressed = Signal(str)
    alarm_hidden = Signal()
    open_folder_pressed = Signal()
    queue_pressed = Signal()
    quit_pressed = Signal()
    close_pressed = Signal()
    painted = Signal()
    """The window, and what stands on it, was painted for the first time."""

    def __init__(
        self,
        tokens: Tokens,
        reader: Callable[[int], PreviewReader | None],
        mirrored: Sequence[bool],
    ) -> None:
        """`reader` gives a camera's picture, 0 the first; `mirrored` has an entry for each."""
        super().__init__()
        self._tokens = tokens
        self._view: WindowView | None = None
        self._may_close = False
        self._announcer = Announcer(to_screen_reader(self))
        self.setWindowTitle(tr(texts.APP))
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*FIRST_SIZE)
        self._make_parts(tokens, reader, mirrored)
        self._lay_out()
        self._connect()
        self._set_tab_order()
        self.record_button.setFocus()

    # What the controller uses.

    @property
    def participant(self) -> str:
        """The participant's id as typed, without spaces around it; may be empty."""
        return self.capture.participant.text().strip()

    @participant.setter
    def participant(self, text: str) -> None:
        self.capture.participant.setText(text)

    @property
    def prompt(self) -> str:
        """The prompt as typed; may be empty."""
        return self.capture.prompt_id

    @prompt.setter
    def prompt(self, text: str) -> None:
        self.capture.prompt_id = text

    @property
    def note(self) -> str:
        """The note as typed; may be empty."""
        return self.capture.note.text().strip()

    def show_view(self, view: WindowView) -> None:
        """Show this, and nothing else."""
        before, self._view = self._view, view
        self._announcer.hear(view)
        self.header.show_view(view)
        self.banner.show_view(view.banner)
        self.preview.show_view(view.preview)
        self.beside.show_cameras(view.beside)
        self.meter.show_view(view.meter)
        self.capture.show_view(view.capture)
        self.space.show_view(view.space)
        self.to_send.show_view(view.to_send)
        self._list.show_view(view)
        self._list.fit(self.height())
        self.mark_button.setEnabled(view.can_mark)
        self.pause_button.setEnabled(view.can_pause)
        self.paused.show_view(view.paused)
        self.alarm.show_view(view.alarm)
        self.marks.show_view(view.marks)
        self._controls.show_record(view.record)
        self._fit_controls()
        if before is not None and before.preview.recording != view.preview.recording:
            # Controls open and close now, which moves the focus; the next key is for this button.
            self.record_button.setFocus()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change to another scheme."""
        self._tokens = tokens
        for part in (
            self.header,
            self.banner,
            self.preview,
            self.beside,
            self._controls,
            self.marks,
            self._column,
            self._list,
            self.paused,
            self.alarm,
        ):
            part.set_tokens(tokens)

    @property
    def tokens(self) -> Tokens:
        """The colours that the window has now."""
        return self._tokens

    def come_up(self) -> None:
        """Show the window in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def let_close(self) -> None:
        """From now on closing closes; before, it is only a wish."""
        self._may_close = True

    # Qt's own.

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Space reaches the window only where no control has its own use for it.
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.record_button.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < 1160
        low = self.height() < LOW_BELOW
        margin = 16 if low or narrow else 24
        self._outer.setContentsMargins(margin, 12 if low else 16, margin, margin)
        self._outer.setSpacing(8 if low else 12)
        self._column.fit(narrow=narrow, low=low)
        self._list.fit(self.height())
        self._fit_controls()

    def _fit_controls(self) -> None:
        margins = self._outer.contentsMargins()
        beside = margins.left() + margins.right() + _COLUMN_GAP + self._column.width()
        self._controls.fit(max(self.width(), LEAST_SIZE[0]) - beside)

    def _finish(self) -> None:
        LetThrough((*self.capture.line_edits, self.marks.field), self)
        self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Pictures are made for one screen's scale; on another screen they are made anew.
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_tokens(self._tokens)

    # Building.

    def _make_parts(
        self,
        tokens: Tokens,
        reader: Callable[[int], PreviewReader | None],
        mirrored: Sequence[bool],
    ) -> None:
        self.header = Header(tokens)
        self.banner = BannerBar(tokens)
        self.preview = FieldPicture(tokens, lambda: reader(0), mirrored[0])
        self.beside = BesideStrip(tokens, reader, mirrored[1:])
        controls = self._controls = Controls(tokens)
        self.record_button, self.meter = controls.record_button, controls.meter
        self.mark_button, self.pause_button = controls.mark_button, controls.pause_button
        self.marks = MarkStrip(tokens)
        column = self._column = SideColumn(tokens)
        self.capture, self.space, self.to_send = column.capture, column.space, column.to_send
        self._list = ListCard(tokens)
        self.table, self.decision = self._list.table, self._list.decision

    def _lay_out(self) -> None:
        central = PaintedPage()
        central.painted.connect(self._finish)
        central.setObjectName("central")
        self._outer = QVBoxLayout(central)
        self._outer.addWidget(self.header)
        self._outer.addWidget(self.banner)
        upper = QHBoxLayout()
        upper.setSpacing(_COLUMN_GAP)
        upper.addLayout(self._left(), 1)
        upper.addWidget(self._column)
        self._outer.addLayout(upper, 1)
        self._outer.addWidget(self._list)
        around = Scrolled(central, LEAST_SIZE)
        self.setCentralWidget(around)
        # Over what can be seen, not over what would have to be scrolled to.
        self.paused = PausedScreen(self._tokens, around)
        self.alarm = AlarmScreen(self._tokens, around)

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        pictures.addWidget(self.preview, 1)
        pictures.addWidget(self.beside)
        column.addLayout(pictures, 1)
        column.addLayout(self._controls)
        column.addWidget(self.marks)
        return column

    def _connect(self) -> None:
        self.record_button.meant.connect(self.record_toggled)
        self.mark_button.clicked.connect(self.mark_pressed)
        self.pause_button.clicked.connect(self.pause_toggled)
        self.paused.resume_pressed.connect(self.pause_toggled)
        self.paused.stop_pressed.connect(self.record_toggled)
        self.alarm.stop_pressed.connect(self.record_toggled)
        self.alarm.hide_pressed.connect(self.alarm_hidden)
        self.preview.retry.connect(self.prepare_pressed)
        self.preview.choose.connect(self._choose)
        self.capture.change_pressed.connect(self._choose)
        self.header.devices_pressed.connect(self._choose)
        self.banner.choose_pressed.connect(self.choose_pressed)
        self.to_send.button.clicked.connect(self.try_now_pressed)
        self.to_send.pause_button.setMenu(self.header.sending.pause_menu)
        self.to_send.resume_button.clicked.connect(self.header.sending.resume_pressed)
        self.header.open_folder_pressed.connect(self.open_folder_pressed)
        self.header.queue_pressed.connect(self.queue_pressed)
        self.header.try_now_pressed.connect(self.try_now_pressed)
        self.header.retry_pressed.connect(self.retry_pressed)
        self.header.quit_pressed.connect(self.quit_pressed)
        self.banner.pressed.connect(self._banner_pressed)
        self.table.play_pressed.connect(self.play_pressed)
        self.table.note_pressed.connect(self.note_pressed)
        for each in (self.table, self.decision):
            each.keep_pressed.connect(self.keep_pressed)
            each.discard_pressed.connect(self.discard_pressed)
        press_by_key("F9", self.record_button.click, self)
        press_by_key("M", self.mark_button.click, self)
        press_by_key("P", self._pause_key, self)

    def _choose(self) -> None:
        self.choose_pressed.emit(ChooseWhat())

    def mirror(self, camera: int, mirrored: bool) -> None:
        """Show a camera's picture as in a mirror, or as it is."""
        picture = self.beside.tiles[camera - 1] if camera else self.preview
        picture.set_mirrored(mirrored)

    def _pause_key(self) -> None:
        is_paused = self._view is not None and self._view.paused is not None
        (self.paused.resume_button if is_paused else self.pause_button).click()

    def _banner_pressed(self, action: str) -> None:
        wishes = {
            "retry": self.retry_pressed,
            "dismiss": self.dismiss_pressed,
            "confirm": self.confirm_pressed,
            "quiet": self.quiet_pressed,
            "resume_sending": self.header.sending.resume_pressed,
        }
        wishes.get(action, self.prepare_pressed).emit()

    def _set_tab_order(self) -> None:
        order: list[QWidget] = [
            self.banner.button,
            self.banner.choose_button,
            self.preview.button,
            self.preview.choose_button,
            *self._controls.tab_stops,
            self.marks.field,
            *self._column.tab_stops,
            self.table,
            self.decision.keep_button,
            self.decision.discard_button,
            self.header.study,
            self.header.queue_button,
            self.header.folder_button,
            self.header.menu_button,
        ]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
