"""What the system tells of its network: over a real D-Bus of the test's own, and over netlink."""

import select
import socket

import pytest
from jeepney import DBusAddress, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.support.system_bus import MANAGER, needs_dbus
from uploader import network_news
from uploader.network_news import Netlink, NetworkManager, ways_out

PATH = "/org/freedesktop/NetworkManager"
needs_netlink = pytest.mark.skipif(not hasattr(socket, "AF_NETLINK"), reason="needs Linux")


def arrives(news: NetworkManager) -> bool:
    heard = news.socket()
    assert heard is not None
    readable, _, _ = select.select([heard], [], [], 20)
    assert readable
    return news.is_back()


@needs_dbus
def test_a_login_that_was_done_is_heard_and_other_changes_are_not(bus: str) -> None:
    address = DBusAddress(PATH, bus_name=MANAGER, interface="org.freedesktop.DBus.Properties")
    with open_dbus_connection(bus) as service:
        service.send_and_get_reply(message_bus.RequestName(MANAGER), timeout=10)
        news = NetworkManager()
        heard: list[bool] = []
        for changed in ({"Connectivity": ("u", 2)}, {"Metered": ("u", 1)}):
            service.send(
                new_signal(address, "PropertiesChanged", "sa{sv}as", (MANAGER, changed, []))
            )
            heard.append(arrives(news))
        service.send(
            new_signal(
                address,
                "PropertiesChanged",
                "sa{sv}as",
                (MANAGER, {"Connectivity": ("u", 4)}, []),
            )
        )
        while not (heard[2:] and heard[-1]):
            heard.append(arrives(news))
        news.close()

    assert heard[:2] == [False, False]
    assert news.socket() is None


@needs_dbus
def test_a_bus_that_ends_is_no_error_and_says_nothing_more(bus: str) -> None:
    with open_dbus_connection(bus) as service:
        service.send_and_get_reply(message_bus.RequestName(MANAGER), timeout=10)
        news = NetworkManager()
        bus_socket = news.socket()
        assert bus_socket is not None
        bus_socket.shutdown(socket.SHUT_RDWR)

    assert not news.is_back()
    assert news.socket() is None


def test_without_a_bus_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")

    news = NetworkManager()

    assert news.socket() is None
    assert not news.is_back()


@needs_netlink
def test_netlink_is_listened_to_without_any_rights() -> None:
    netlink = Netlink()

    assert netlink.socket() is not None
    assert not netlink.is_back()
    netlink.close()
    assert netlink.socket() is None


def test_a_way_out_is_this_computers_own_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The way to itself, which every computer has; another way depends on where it is."""
    monkeypatch.setattr(network_news, "_FAR", ((socket.AF_INET, "127.0.0.7"),))

    assert ways_out() == {"127.0.0.1"}


def test_where_no_way_leads_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    # A broadcast that nobody asked for has no way.
    monkeypatch.setattr(network_news, "_FAR", ((socket.AF_INET, "255.255.255.255"),))

    assert ways_out() == frozenset()
