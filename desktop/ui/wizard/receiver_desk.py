"""Connecting this computer to a receiver: behind the page of the first start, and of the settings.

It enrols, and starts a receiver on this computer, off the thread of Qt. What a page shows is the
presenter's.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import enrolling, first_start
from desktop.enrolling import NotEnrolled
from desktop.own_receiver import OwnReceiver
from desktop.ui.theme import Tokens
from desktop.ui.views import PreviewView
from desktop.ui.wizard import presenter
from desktop.ui.wizard.asking import Asking
from desktop.ui.wizard.presenter import Receiver
from desktop.ui.wizard.receiver_page import ReceiverPage
from desktop.ui.wizard.scanning import Scanning, TappedReader, invitation_in
from desktop.ui.wizard.views import Way
from holdfast.clock import Clock
from holdfast.invitation import Invitation
from holdfast.layout import Home

MakeOwn = Callable[[Home], OwnReceiver]


class ReceiverDesk(QObject):
    """Lives on the thread of Qt. `changed` carries what is known of the receiver."""

    changed = Signal(object)
    _connected = Signal(object, bool)
    _failed = Signal(str)
    _link = Signal(str)

    def __init__(
        self,
        home: Callable[[], Home],
        make_own: MakeOwn,
        clock: Clock,
        asking: Asking,
        tap: TappedReader,
    ) -> None:
        super().__init__()
        self._home = home
        self._make_own = make_own
        self._clock = clock
        self._asking = asking
        self.receiver = Receiver()
        self.own: OwnReceiver | None = None
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="receiver")
        self._page: ReceiverPage | None = None
        self._parent: QWidget | None = None
        self._tokens: Tokens | None = None
        self._preview: PreviewView | None = None
        self.scanning = Scanning(tap)
        self.scanning.found.connect(lambda found: self._enrol(lambda: found, self._name()))
        self._connected.connect(self._have_connected)
        self._failed.connect(lambda why: self._know(is_busy=False, trouble=why))
        self._link.connect(asking.open_page)

    def know(self, url: str, own: OwnReceiver | None) -> None:
        """Where this computer is enrolled already, and its own receiver, if it has one."""
        self.own = own
        way: Way = "here" if own is not None else "elsewhere"
        self._know(url=url, is_here=own is not None, way=way)

    def attach(self, page: ReceiverPage, parent: QWidget, tokens: Tokens) -> None:
        """Hear this page; dialogs belong to `parent`."""
        self._page, self._parent, self._tokens = page, parent, tokens
        page.way_chosen.connect(self.choose_way)
        page.connect_pressed.connect(self.connect_typed)
        page.scan_pressed.connect(self.scan)
        page.file_pressed.connect(self.read_file)
        page.start_here_pressed.connect(self.start_here)
        page.open_page_pressed.connect(self.open_page)
        self._show()

    def show_preview(self, view: PreviewView) -> None:
        """What a scan would see."""
        self._preview = view

    def choose_way(self, way: Way) -> None:
        """Where recordings shall go; what went wrong on another way is not this one's."""
        self._know(way=way, trouble="")

    def connect_typed(self, url: str, code: str, name: str) -> None:
        """Enrol with what was typed."""
        try:
            invitation = enrolling.typed(url, code)
        except NotEnrolled as error:
            self._know(trouble=str(error))
            return
        self._enrol(lambda: invitation, name)

    def scan(self) -> None:
        """Read an invitation with the camera."""
        if self._parent is not None and self._tokens is not None and self._preview is not None:
            self.scanning.ask(self._parent, self._tokens, self._preview)

    def read_file(self) -> None:
        """Read an invitation from a file."""
        file = self._asking.invitation(self._parent) if self._parent is not None else None
        if file is not None:
            self._enrol(lambda: invitation_in(file), self._name())

    def start_here(self) -> None:
        """Run a receiver on this computer, and enrol at it."""
        home, name = self._home(), self._name()
        self._know(is_busy=True, trouble="", way="here")

        def connect() -> None:
            own = self.own or self._make_own(home)
            self.own = own
            if not own.url:
                own.start()
            connection = enrolling.enrol(home, self._clock, own.invite(), name)
            first_start.note_own_receiver(home, runs=True)
            self._connected.emit(connection, True)

        self._run(connect)

    def open_page(self) -> None:
        """Show the pages of the receiver on this computer."""
        own = self.own
        if own is not None:
            self._run(lambda: self._link.emit(own.sign_in_link(enrolling.own_name())))

    def close(self) -> None:
        """End what runs here. Takes as long as a receiver takes to end in good order."""
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self.own is not None:
            self.own.close()

    def _name(self) -> str:
        typed = self._page.name.text().strip() if self._page is not None else ""
        return typed or enrolling.own_name()

    def _enrol(self, find: Callable[[], Invitation], name: str) -> None:
        home = self._home()
        self._know(is_busy=True, trouble="", way="elsewhere")

        def connect() -> None:
            connection = enrolling.enrol(home, self._clock, find(), name or enrolling.own_name())
            first_start.note_own_receiver(home, runs=False)
            self._connected.emit(connection, False)

        self._run(connect)

    def _run(self, call: Callable[[], None]) -> None:
        def tried() -> None:
            try:
                call()
            # Whatever it was, a person waits for the answer.
            except Exception as error:  # noqa: BLE001
                self._failed.emit(str(error) or type(error).__name__)

        self._threads.submit(tried)

    def _have_connected(self, connection: enrolling.Connection, is_here: bool) -> None:
        self._know(
            is_busy=False,
            url=connection.url,
            is_here=is_here,
            at_former=connection.at_former,
            trouble="",
        )

    def _know(self, **changes: object) -> None:
        self.receiver = replace(self.receiver, **changes)  # type: ignore[arg-type]  # its fields
        self._show()
        self.changed.emit(self.receiver)

    def _show(self) -> None:
        if self._page is not None:
            self._page.show_view(presenter.receiver_view(self.receiver))
