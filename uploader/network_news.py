"""What the system says of its network: ways out of this computer, and news of changes.

It changes nothing and sends nothing to the network; a system that says nothing is no error.
"""

import logging
import socket
from typing import Any, Final

_log = logging.getLogger(__name__)

# Addresses for documentation (RFC 5737, RFC 3849): nobody has them, and nothing is sent there. To
# connect a datagram socket only asks for the way.
_FAR: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))

# linux/rtnetlink.h: links, addresses and routes of both kinds.
_GROUPS: Final = 0x1 | 0x10 | 0x40 | 0x100 | 0x400
_NETLINK_ROUTE: Final = 0

_BUS_NAME: Final = "org.freedesktop.NetworkManager"
_PATH: Final = "/org/freedesktop/NetworkManager"
_TIMEOUT_S: Final = 1.0
_FULL: Final = 4
"""NM_CONNECTIVITY_FULL: the way out was tried and leads to where it should, past any login."""


def ways_out() -> frozenset[str]:
    """This computer's own addresses on the way out; empty where there is no way."""
    return frozenset(filter(None, (_way(family, far) for family, far in _FAR)))


def _way(family: int, far: str) -> str | None:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asked:
            asked.connect((far, 9))
            return str(asked.getsockname()[0])
    except OSError:
        return None


class Netlink:
    """Linux tells that a link, an address or a route changed; which one is looked up elsewhere."""

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        try:
            self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _NETLINK_ROUTE)
            self._socket.setblocking(False)
            self._socket.bind((0, _GROUPS))
        except (AttributeError, OSError) as error:
            _log.debug("changes of routes are not told: %s", error)
            self.close()

    def socket(self) -> socket.socket | None:
        return self._socket

    def is_back(self) -> bool:
        """Read what came. It only says that something changed."""
        while self._socket is not None:
            try:
                self._socket.recv(1 << 16)
            except BlockingIOError:
                break
            except OSError as error:
                # More came than was read: that something changed is all that counts.
                _log.debug("news of routes were lost: %s", error)
                break
        return False

    def close(self) -> None:
        """Say nothing more."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None


class NetworkManager:
    """Tells, over the system's D-Bus, that a network's login was done: no route changes then."""

    def __init__(self) -> None:
        self._bus: Any = None
        try:
            self._bus = _subscribed()
        except ImportError:
            return
        except (OSError, LookupError, ValueError, TypeError) as error:
            _log.debug("NetworkManager tells nothing: %s", error)

    def socket(self) -> socket.socket | None:
        found: socket.socket | None = None if self._bus is None else self._bus.sock
        return found

    def is_back(self) -> bool:
        """Read what came; whether the way out was found to be free."""
        is_free = False
        try:
            while self._bus is not None:
                is_free |= _says_free(self._bus.receive(timeout=0))
        except TimeoutError:
            return is_free
        except (OSError, ValueError, LookupError, TypeError) as error:
            # The bus was restarted, which is seldom: looking goes on without it.
            _log.debug("NetworkManager tells nothing more: %s", error)
            self.close()
        return is_free

    def close(self) -> None:
        """Say nothing more."""
        if self._bus is not None:
            self._bus.close()
            self._bus = None


def _subscribed() -> Any:
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection

    rule = MatchRule(
        type="signal",
        sender=_BUS_NAME,
        interface="org.freedesktop.DBus.Properties",
        member="PropertiesChanged",
        path=_PATH,
    )
    bus = open_dbus_connection(bus="SYSTEM")
    try:
        bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_TIMEOUT_S)
    except BaseException:
        bus.close()
        raise
    return bus


def _says_free(message: Any) -> bool:
    """Source: NetworkManager D-Bus reference, property `Connectivity` of the manager."""
    if len(message.body) < 2 or message.body[0] != _BUS_NAME:
        return False
    changed = message.body[1].get("Connectivity")
    return changed is not None and int(changed[1]) == _FULL
