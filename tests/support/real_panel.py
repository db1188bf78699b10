"""A real panel and our tray icon in it, in a session bus of their own:

`dbus-run-session -- python -m tests.support.real_panel panel-first`.

Needs an X screen in DISPLAY, xfce4-panel, xdotool and import. Where the panel is there first, Qt
speaks StatusNotifier with it; one that comes late is given an icon by XEmbed.
What the panel knows of the icon is asked over the session bus, as the panel itself does, and the
icon is clicked by xdotool. Prints what was found as one line of JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE_S: Final = 60.0
LOOK_S: Final = 0.25
WATCHER: Final = DBusAddress(
    "/StatusNotifierWatcher", "org.kde.StatusNotifierWatcher", "org.kde.StatusNotifierWatcher"
)
PANEL: Final = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
"""
APP: Final = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.ui.tray import Tray
from desktop.ui.views import TrayView

app = QApplication([])
app.setApplicationName("Holdfast")
tray = Tray()
tray.show_view(TrayView("attention", "1 recording needs you.", "Retry failed (1)", "Quit",
                        queue_label="Show queue (2 waiting, 1 needs you)…"))
tray.start()
tray.open_pressed.connect(lambda: print("opened", flush=True))
tray.queue_pressed.connect(lambda: print("queue", flush=True))
tray.retry_pressed.connect(lambda: print("retry", flush=True))
print("ready", flush=True)
QTimer.singleShot(90000, lambda: app.exit(5))
sys.exit(app.exec())
"""
ICON_COLOUR: Final = (0xA8, 0x5D, 0x00)
"""Of the disc of the state that the app shows."""


@contextmanager
def running(*command: str, **more: Any) -> Iterator[subprocess.Popen[str]]:
    """A child that ends with the block."""
    child = subprocess.Popen(command, text=True, **more)
    try:
        yield child
    finally:
        child.terminate()
        child.wait(timeout=20)


def until(found: Any, what: str) -> Any:
    """What `found` gives, as soon as it is something. Raises TimeoutError."""
    pause = threading.Event()
    for _ in range(int(PATIENCE_S / LOOK_S)):
        value = found()
        if value:
            return value
        pause.wait(LOOK_S)
    raise TimeoutError(what)


def asked(bus: DBusConnection, message: Any) -> Any:
    """The body of an answer, or None where there is none."""
    answer = bus.send_and_get_reply(message)
    return None if answer.header.message_type is MessageType.error else answer.body


def icon_on(bus: DBusConnection) -> tuple[str, str] | None:
    """Bus name and path of the first icon that the panel's watcher has."""
    body = asked(bus, Properties(WATCHER).get("RegisteredStatusNotifierItems"))
    items = body[0][1] if body else []
    if not items:
        return None
    name, slash, path = str(items[0]).partition("/")
    return name, slash + path or "/StatusNotifierItem"


def has_watcher() -> bool:
    """Whether a panel that shows such icons is there."""
    bus = open_dbus_connection(bus="SESSION")
    try:
        body = asked(bus, Properties(WATCHER).get("IsStatusNotifierHostRegistered"))
    finally:
        bus.close()
    return bool(body and body[0][1])


def of_icon(bus: DBusConnection, icon: tuple[str, str], name: str) -> Any:
    """A property of the icon, as the panel reads it."""
    address = DBusAddress(icon[1], icon[0], "org.kde.StatusNotifierItem")
    body = asked(bus, Properties(address).get(name))
    return None if body is None else body[0][1]


def entries(layout: Any) -> list[tuple[int, str, bool]]:
    """Number, words and whether it has a picture, of each entry of a menu's layout."""
    _number, _properties, children = layout
    found = []
    for _kind, (number, properties, _inner) in children:
        if "label" in properties and properties.get("visible", ("b", True))[1]:
            pictured = "icon-data" in properties or "icon-name" in properties
            found.append((number, str(properties["label"][1]).replace("_", ""), pictured))
    return found


def menu_of(bus: DBusConnection, icon: tuple[str, str]) -> tuple[DBusAddress, Any]:
    """The menu that the panel draws, and where it is."""
    path = str(of_icon(bus, icon, "Menu"))
    address = DBusAddress(path, icon[0], "com.canonical.dbusmenu")
    message = new_method_call(address, "GetLayout", "iias", (0, -1, []))
    return address, until(lambda: asked(bus, message), "the menu")[1]


def press(bus: DBusConnection, menu: DBusAddress, number: int) -> None:
    """Choose an entry of the menu, as the panel does for whoever clicks it."""
    asked(bus, new_method_call(menu, "Event", "isvu", (number, "clicked", ("i", 0), 0)))


def icon_at(folder: Path) -> tuple[int, int] | None:
    """The middle of our disc on the screen, found by its colour; None before it is painted."""
    picture = folder / "screen.ppm"
    command = ["import", "-silent", "-window", "root", "-depth", "8", str(picture)]
    subprocess.run(command, check=True, timeout=30)
    header, size, _most, pixels = picture.read_bytes().split(b"\n", 3)
    assert header == b"P6"
    width = int(size.split()[0])
    wanted = bytes(ICON_COLOUR)
    spots = []
    at = pixels.find(wanted)
    while at >= 0:
        if at % 3 == 0:
            spots.append((at // 3 % width, at // 3 // width))
        at = pixels.find(wanted, at + 1)
    if len(spots) < 20:
        return None
    return sorted(x for x, _ in spots)[len(spots) // 2], sorted(y for _, y in spots)[
        len(spots) // 2
    ]


def clicked(app: subprocess.Popen[str], folder: Path) -> str:
    """What the app says when its icon is clicked with a mouse."""
    assert app.stdout is not None
    x, y = until(lambda: icon_at(folder), "our icon on the screen")
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True, timeout=30)
    return app.stdout.readline().strip()


def as_notifier(app: subprocess.Popen[str], folder: Path) -> dict[str, Any]:
    """An icon that the panel asks over the bus, and whose menu it draws."""
    assert app.stdout is not None
    bus = open_dbus_connection(bus="SESSION")
    icon = until(lambda: icon_on(bus), "an icon at the panel's watcher")
    address, layout = menu_of(bus, icon)
    menu = entries(layout)
    by_words = {words: number for number, words, _ in menu}
    said = []
    for words in ("Show queue (2 waiting, 1 needs you)…", "Retry failed (1)"):
        press(bus, address, by_words[words])
        said.append(app.stdout.readline().strip())
    said.append(clicked(app, folder))
    tip = of_icon(bus, icon, "ToolTip")
    bus.close()
    return {
        "menu": [words for _, words, _ in menu],
        "pictured": [words for _, words, pictured in menu if pictured],
        "said": said,
        "tooltip": "" if tip is None else str(tip[2]),
    }


def main(order: str) -> None:
    """Put panel and app up in this order, `panel-first` or `panel-late`, look, and print."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        channel = folder / "xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
        channel.parent.mkdir(parents=True)
        channel.write_text(PANEL, encoding="utf-8")
        env = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_CACHE_HOME": str(folder)}
        panel = running("xfce4-panel", "--disable-wm-check", env=env, stderr=subprocess.DEVNULL)
        if order == "panel-first":
            stack.enter_context(panel)
            until(has_watcher, "the panel's watcher")
        app = stack.enter_context(running(sys.executable, "-c", APP, stdout=subprocess.PIPE))
        assert app.stdout is not None
        assert app.stdout.readline().strip() == "ready"
        if order == "panel-first":
            found = as_notifier(app, folder)
        else:
            stack.enter_context(panel)
            found = {"said": [clicked(app, folder)]}
        sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
