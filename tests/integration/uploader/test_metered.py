"""What NetworkManager says, asked over a real D-Bus of the test's own."""

import threading
from collections.abc import Mapping

import pytest
from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.support.system_bus import MANAGER, needs_dbus
from uploader.metered import Connection, connection_in_use

ACTIVE = "/org/freedesktop/NetworkManager/ActiveConnection/1"


def serve(service: DBusConnection, said: Mapping[str, tuple[str, object]]) -> None:
    for _ in said:
        asked = service.receive(timeout=10)
        while asked.header.message_type is not MessageType.method_call:
            asked = service.receive(timeout=10)
        name = asked.body[1]
        if name in said:
            service.send(new_method_return(asked, "v", (said[name],)))
        else:
            service.send(new_error(asked, "org.freedesktop.DBus.Error.UnknownProperty"))


@needs_dbus
def test_metered_and_the_connections_name_are_read_from_the_bus(bus: str) -> None:
    said: dict[str, tuple[str, object]] = {
        "Metered": ("u", 3),
        "PrimaryConnection": ("o", ACTIVE),
        "Id": ("s", "My phone"),
    }
    with open_dbus_connection(bus) as service:
        service.send_and_get_reply(message_bus.RequestName(MANAGER), timeout=10)
        thread = threading.Thread(target=serve, args=(service, said))
        thread.start()
        found = connection_in_use()
        thread.join()

    assert found == Connection(metered=True, name="My phone")


@needs_dbus
def test_a_bus_without_networkmanager_says_nothing(bus: str) -> None:
    assert connection_in_use() == Connection()


def test_a_computer_without_a_bus_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")

    assert connection_in_use() == Connection()
