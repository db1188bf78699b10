"""The device in whose name the receiver itself takes files in. Nobody has its token."""

import threading
from typing import Final

from server.domain.devices import Devices
from server.domain.refusals import Refusal

NAME: Final = "the receiver itself"


class OwnDevice:
    """Made when it is first asked for. Revoke it, and the receiver takes in nothing more."""

    def __init__(self, devices: Devices) -> None:
        self._devices = devices
        self._lock = threading.Lock()
        self._id: str | None = None

    def id(self) -> str:
        """Its id. Raises Refusal `forbidden` where it was revoked."""
        with self._lock:
            if self._id is None:
                self._id = self._known() or self._made()
        row = self._devices.known(self._id)
        if row is None or row.revoked_at is not None:
            raise Refusal(
                "forbidden",
                f"The device {NAME!r} was revoked, so nothing is taken in under its name.",
            )
        return self._id

    def _known(self) -> str | None:
        named = [row.id for row in self._devices.everyone() if row.name == NAME]
        return min(named, default=None)

    def _made(self) -> str:
        return self._devices.enrol(self._devices.add(NAME).code, None, None).device
