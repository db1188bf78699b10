"""Reads a window as a screen reader does: through AT-SPI, from another process.

    dbus-run-session -- python -m tests.support.screen_reader AREA PAGE

Opens an example page of `tests/ui/gallery/AREA.py` on the screen that DISPLAY names, reads what the
accessibility bus says of it, presses Tab some times, and prints all of it as JSON.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from jeepney import DBusAddress, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import Properties

REGISTRY: Final = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
INTERFACE: Final = "org.a11y.atspi.Accessible"
MOST_DEEP: Final = 24
MOST_CELLS: Final = 40
TABS: Final = 12
ITEMS: Final = {"list item", "cell", "table cell", "tree item"}
"""Qt calls the current one of a list focused, whatever has the keyboard."""
WAIT_S: Final = 60.0
FOCUSABLE: Final = 11
FOCUSED: Final = 12
SHOWING: Final = 25
"""Bits of AtspiStateType."""

WINDOW: Final = """
import sys
from desktop.ui import theme
from desktop.ui.words import install
from PySide6.QtWidgets import QApplication
from tests.support.gallery import area_of
app = QApplication(["holdfast"])
install(app, "en")
theme.load_fonts()
area, wanted = sys.argv[1:]
made = area_of(area).pages(theme.apply(app, "light"))
page = next(page for name, page in made if name == wanted)
page.show()
page.activateWindow()
sys.exit(app.exec())
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is said of one thing on the screen."""

    depth: int
    role: str
    name: str
    description: str
    focusable: bool
    focused: bool
    showing: bool


class Gone(Exception):
    """What was asked about is not there any more: a page changes while it is read."""


class Reader:
    """A client of the accessibility bus."""

    def __init__(self) -> None:
        with open_dbus_connection(bus="SESSION") as session:
            bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            (address,) = session.send_and_get_reply(new_method_call(bus, "GetAddress")).body
        self._bus: DBusConnection = open_dbus_connection(bus=address)

    def read(self) -> list[Seen]:
        """Everything of every program that is there, from the outside in."""
        return list(self._read(*REGISTRY, depth=0))

    def _read(self, owner: str, path: str, depth: int) -> Iterator[Seen]:
        there = DBusAddress(path, owner, INTERFACE)
        try:
            if depth:
                yield self._seen(there, depth)
            if depth == MOST_DEEP:
                return
            (children,) = self._call(there, "GetChildren")
        except Gone:
            return
        for child_owner, child_path in children[:MOST_CELLS]:
            if child_path != "/org/a11y/atspi/null":
                yield from self._read(child_owner, child_path, depth + 1)

    def focused(self) -> Seen | None:
        """What has the keyboard now; asks for less than `read` does."""
        return self._focused(*REGISTRY, depth=0)

    def _focused(self, owner: str, path: str, depth: int) -> Seen | None:
        there = DBusAddress(path, owner, INTERFACE)
        try:
            # Neither the registry nor a program is shown itself.
            if depth > 1:
                has = self._states(there)
                if has >> FOCUSED & 1:
                    seen = self._seen(there, depth)
                    return None if seen.role in ITEMS else seen
                if not has >> SHOWING & 1:
                    return None
            (children,) = self._call(there, "GetChildren")
        except Gone:
            return None
        inside = (self._focused(owner, path, depth + 1) for owner, path in children[:MOST_CELLS])
        return next((each for each in inside if each is not None), None)

    def _states(self, there: DBusAddress) -> int:
        (states,) = self._call(there, "GetState")
        return int(states[0] | states[1] << 32)

    def _seen(self, there: DBusAddress, depth: int) -> Seen:
        (role,) = self._call(there, "GetRoleName")
        has = self._states(there)
        return Seen(
            depth,
            role,
            self._property(there, "Name"),
            self._property(there, "Description"),
            focusable=bool(has >> FOCUSABLE & 1),
            focused=bool(has >> FOCUSED & 1),
            showing=bool(has >> SHOWING & 1),
        )

    def _call(self, there: DBusAddress, method: str) -> Any:
        return self._answer(new_method_call(there, method))

    def _property(self, there: DBusAddress, name: str) -> str:
        ((_, value),) = self._answer(Properties(there).get(name))
        return str(value)

    def _answer(self, question: Message) -> Any:
        answer = self._bus.send_and_get_reply(question)
        if answer.header.message_type is MessageType.error:
            raise Gone(str(answer.body))
        return answer.body


def until_there(reader: Reader) -> list[Seen]:
    """The window once it is on the screen and something in it has the keyboard."""
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        if reader.focused() is not None:
            return reader.read()
        time.sleep(0.5)
    sys.exit(f"no window of ours on the accessibility bus within {WAIT_S:.0f} s")


def focus_after_tab(reader: Reader, before: Seen | None) -> Seen:
    """What has the keyboard after Tab was pressed."""
    subprocess.run(["xdotool", "key", "Tab"], check=True)
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        now = reader.focused()
        if now is not None and now != before:
            return now
        time.sleep(0.1)
    sys.exit("the keyboard stays where it was after Tab")


def main() -> None:
    """Open the window, read it, go through it by keyboard, print what was found."""
    area, page = sys.argv[1:]
    env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    window = subprocess.Popen([sys.executable, "-c", WINDOW, area, page], env=env)
    try:
        reader = Reader()
        seen = until_there(reader)
        first = reader.focused()
        order = [] if first is None else [first]
        for _ in range(TABS):
            order.append(focus_after_tab(reader, order[-1] if order else None))
    finally:
        window.terminate()
        window.wait(timeout=30)
    found = {"seen": [asdict(each) for each in seen], "order": [asdict(each) for each in order]}
    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
