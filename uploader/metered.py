"""What NetworkManager says about the connection in use. Where it says nothing, nothing is known.

One short question over the system's D-Bus; it changes nothing and no answer is an error.
"""

import logging
from dataclasses import dataclass
from typing import Any, Final

_BUS_NAME: Final = "org.freedesktop.NetworkManager"
_PATH: Final = "/org/freedesktop/NetworkManager"
_ACTIVE: Final = "org.freedesktop.NetworkManager.Connection.Active"
_TIMEOUT_S: Final = 1.0
# NMMetered: 1 yes, 2 no, 3 and 4 the same as a guess, 0 unknown.
_METERED: Final = frozenset({1, 3})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Connection:
    """The connection in use; `name` is what the system's settings call it, None if unknown."""

    metered: bool = False
    name: str | None = None


def connection_in_use() -> Connection:
    """Ask NetworkManager. Unknown counts as not metered."""
    try:
        from jeepney.io.blocking import open_dbus_connection
    except ImportError:
        return Connection()
    try:
        with open_dbus_connection(bus="SYSTEM") as bus:
            return read_connection(lambda *asked: _property(bus, *asked))
    except (OSError, LookupError, ValueError, TypeError) as error:
        # No bus, no NetworkManager, an answer of another shape: other systems are like that.
        _log.debug("nothing is known about the connection: %s", error)
        return Connection()


def read_connection(ask: Any) -> Connection:
    """The answer from properties: `ask(path, interface, name)` returns one's value.

    Source: NetworkManager D-Bus reference, `Metered`, `PrimaryConnection` and
    `Connection.Active.Id`.
    """
    metered = ask(_PATH, _BUS_NAME, "Metered") in _METERED
    primary = ask(_PATH, _BUS_NAME, "PrimaryConnection")
    name = None if primary in ("", "/") else str(ask(primary, _ACTIVE, "Id"))
    return Connection(metered, name)


def _property(bus: Any, path: str, interface: str, name: str) -> Any:
    from jeepney import DBusAddress, MessageType, Properties

    asked = Properties(DBusAddress(path, bus_name=_BUS_NAME, interface=interface)).get(name)
    answer = bus.send_and_get_reply(asked, timeout=_TIMEOUT_S)
    if answer.header.message_type is not MessageType.method_return:
        raise LookupError(f"no {name} of {path}")
    return answer.body[0][1]
